"""What the commands that look one thing up print: changes, denials, gaps, near sentences, a quotation against a text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from selon.model.article import Article
from selon.model.claim import Claim
from selon.model.lineage import Denial, Gap, Lineage, Story
from selon.model.passage import Comparison, Near, Passage
from selon.show import lines as out
from selon.show.items import cut, ends, place
from selon.show.whose import is_listed


def changes_lines(story: Story, articles: Mapping[str, Article]) -> Iterator[out.ChangesLine]:
    """Yield what differs between the tellings of one claim."""
    for one in story.changes:
        yield out.ChangesLine(
            claim=story.claim.id,
            from_=one.from_article,
            to=one.to_article,
            kind=one.kind,
            before=cut(one.from_span, articles[one.from_article].text),
            after=cut(one.to_span, articles[one.to_article].text),
            sentence=one.sentence,
            directed=one.directed,
        )


def denials_lines(lineage: Lineage, articles: Mapping[str, Article]) -> Iterator[out.DenialsLine]:
    """Yield every denial: those tied to a claim, claim by claim, then the open ones."""
    for story in lineage.stories:
        for denial in story.denials:
            yield _denial(denial, story, articles)
    for denial in lineage.open_denials:
        yield _denial(denial, None, articles)


def _denial(denial: Denial, story: Story | None, articles: Mapping[str, Article]) -> out.DenialsLine:
    silent = [one for one in (story.unmentioned if story else ()) if one.denial_article_id == denial.article_id]
    return out.DenialsLine(
        article=denial.article_id,
        start=denial.span.start,
        end=denial.span.end,
        text=denial.span.of(articles[denial.article_id].text),
        by=denial.by,
        kind=cast("Any", denial.kind),
        tie=denial.tie,
        attribution=denial.attribution_id,
        claim=story.claim.id if story else None,
        label=story.claim.label if story else None,
        later=len(_later(denial, story, articles)) if story else 0,
        silent=[
            out.UnmentionedItem(
                article=one.article_id,
                denial=place(Passage(article_id=one.denial_article_id, span=one.denial_span)),
                lag_days=one.lag_days,
            )
            for one in silent
        ],
    )


def _later(denial: Denial, story: Story, articles: Mapping[str, Article]) -> set[str]:
    """The articles that carry the claim and whose day lies wholly after the denial's."""
    held = articles[denial.article_id].published
    if held is None or held.latest is None:
        return set()
    told = {one.article_id: articles[one.article_id].published for one in story.claim.appearances}
    return {name for name, when in told.items() if when and when.earliest and when.earliest[:10] > held.latest[:10]}


def gaps_lines(lineage: Lineage) -> Iterator[out.GapsLine]:
    """Yield what is cited and not held: first what most articles cite, then what most of the claims that are listed rest on."""
    named: dict[str, list[tuple[Claim, Gap]]] = defaultdict(list)
    for story in lineage.stories:
        for gap in story.gaps:
            named[gap.name].append((story.claim, gap))
    found = [_gap(name, cited) for name, cited in named.items()]
    yield from sorted(found, key=lambda line: (-line.articles, -len(line.claims), line.name))


def _gap(name: str, cited: Sequence[tuple[Claim, Gap]]) -> out.GapsLine:
    evidence = dict.fromkeys(passage for _, gap in cited for passage in gap.evidence)
    return out.GapsLine(
        name=name,
        why=max((gap for _, gap in cited), key=lambda gap: len(gap.evidence)).why,
        claims=sorted({claim.id for claim, _ in cited if is_listed(claim)}),
        articles=len({passage.article_id for passage in evidence}),
        evidence=[place(passage) for passage in evidence],
    )


def near_line(one: Near, articles: Mapping[str, Article], stories: Sequence[Story]) -> out.NearLine:
    """What `selon near` says of one sentence."""
    article_id, span = one.passage.article_id, one.passage.span
    return out.NearLine(
        article=article_id,
        start=span.start,
        end=span.end,
        text=span.of(articles[article_id].text),
        score=round(one.score, 4),
        words=[(word.start, word.end) for word in one.words],
        claims=[out.NearClaim(id=claim.id, label=claim.label) for claim in carried(one.passage, stories)],
    )


def carried(passage: Passage, stories: Sequence[Story]) -> list[Claim]:
    """The claims of which an appearance stands in a passage, in the order of the stories."""
    return [
        story.claim
        for story in stories
        if any(
            said.article_id == passage.article_id and any(part.overlaps(passage.span) for part in said.spans)
            for said in story.claim.appearances
        )
    ]


def compare_line(one: Comparison, quote: str, article: Article) -> out.CompareLine:
    """What `selon compare` says of one part of a quotation."""
    return out.CompareLine(
        article=article.id,
        quote=out.SpanText(start=one.quote.start, end=one.quote.end, text=one.quote.of(quote)),
        passage=cut(one.passage.span, article.text),
        share=round(one.share, 4),
        edits=[out.EditItem(op=cast("Any", edit.op), a=ends(edit.a), b=ends(edit.b)) for edit in one.edits],
    )
