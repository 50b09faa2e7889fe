"""What is shown of a collection, with the passages it rests on, for a person to judge, one after the other.

    .venv/bin/python tools/shown.py PATH… --kind changes --sample 40 --seed 1
    .venv/bin/python tools/shown.py PATH… --kind names --how pronoun --sample 40

Kinds: changes; denials; claims, each two statements of two articles that are joined in one claim by more than a passage both share; names,
each a source with the claimant it was given; dates, each with what it was read as. `--how`: only names that were found in a way that begins
so ("pronoun", "role", "a description"), only dates of such a rule ("anchored", "context", "relative.weekday").
Each entry has its sentence, and the passages between ⟦ and ⟧ in the words around them. The last line says how many there are and how many
were drawn, so that the share of right ones can be told of the whole. Read articles that no rule was written on, or say that they are not.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from selon.engine import Local
from selon.model.article import Article
from selon.model.claim import Claim, ClaimLink
from selon.model.lineage import Change, Denial, Story
from selon.model.reading import Reading
from selon.model.span import Span
from selon.pipeline import Answer, run

_AROUND_CHARS = 160  # before and behind a passage
_NAMED_BEFORE = 500  # before a source: where its name may stand
_MOST_CHARS = 600  # of a passage; of a longer one its beginning


def main() -> None:
    """Read the paths, draw, print."""
    arguments = _arguments()
    answer = run(arguments.paths, engine=Local())
    for one in answer.rejected:
        print(f"{one.where}: {one.what}", file=sys.stderr)
    found = list(entries(answer, arguments.kind, arguments.how))
    drawn = sampled(found, arguments.sample, arguments.seed)
    for number, entry in enumerate(drawn, 1):
        print(f"[{number}] {entry}\n")
    print(f"{len(drawn)} of {len(found)} {arguments.kind}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--kind", choices=("changes", "claims", "dates", "denials", "names"), required=True)
    parser.add_argument("--how", default="", metavar="WORDS", help="of names and dates: those that were found in a way that begins so")
    parser.add_argument("--sample", type=int, metavar="N", help="so many, drawn by chance; left out: all")
    parser.add_argument("--seed", type=int, default=1, metavar="K", help="of the draw; the same seed draws the same")
    return parser.parse_args()


def sampled(found: Sequence[str], size: int | None, seed: int) -> list[str]:
    """So many of the entries, in the order they came; all where there are no more."""
    if size is None or size >= len(found):
        return list(found)
    drawn = sorted(random.Random(seed).sample(range(len(found)), size))
    return [found[place] for place in drawn]


def entries(answer: Answer, kind: str, how: str = "") -> Iterator[str]:
    """Yield each change, denial, link, name or date, as a text for a person to judge; one that several claims show, once."""
    articles = {reading.article.id: reading.article for reading in answer.readings}
    if kind == "changes":
        changes = dict.fromkeys(one for story in answer.lineage.stories for one in story.changes)
        yield from (_of_change(one, articles) for one in changes)
        return
    if kind == "claims":
        yield from (_of_link(link, story.claim, articles) for story in answer.lineage.stories for link in _between(story.claim))
        return
    if kind == "names":
        yield from (entry for reading in answer.readings for entry in _names(reading, how))
        return
    if kind == "dates":
        yield from (entry for reading in answer.readings for entry in _dates(reading, how))
        return
    denials = {one: story for story in answer.lineage.stories for one in story.denials}
    yield from (_of_denial(one, story, articles) for one, story in denials.items())


def _names(reading: Reading, how: str) -> Iterator[str]:
    """Yield each source that was given a name, with the words before it, where the name may stand."""
    for attribution, told in zip(reading.attributions, reading.resolutions, strict=True):
        if attribution.source and told.claimant and told.how.startswith(how):
            given = f"{told.claimant.name} ({told.claimant.kind.value}, {told.confidence:.2f})"
            yield "\n    ".join((given, told.how, around(reading.article, attribution.source, _NAMED_BEFORE), _named(reading.article)))


def _dates(reading: Reading, how: str) -> Iterator[str]:
    """Yield each expression of time, with what it was read as."""
    for one in reading.dates:
        if one.rule.startswith(how):
            told = f"{one.earliest or 'open'} to {one.latest or 'open'} ({one.rule})"
            yield "\n    ".join((told, "; ".join(one.reasons), around(reading.article, one.span), _named(reading.article)))


def _between(claim: Claim) -> Iterator[ClaimLink]:
    """Yield the links that join statements of two articles by what they say, not by a passage that both share."""
    homes = {one.id: one.article_id for one in claim.appearances}
    for link in claim.links:
        inside = link.a in homes and link.b in homes and homes[link.a] != homes[link.b]
        if inside and link.kind != "denial" and not any(why.startswith("shared passage") for why in link.evidence):
            yield link


def _of_link(link: ClaimLink, claim: Claim, articles: dict[str, Article]) -> str:
    told = {one.id: one for one in claim.appearances}
    sides = [(told[end], articles[told[end].article_id]) for end in (link.a, link.b)]
    lines = [f"{link.kind}, {link.score:.2f}", "; ".join(link.evidence)]
    lines += [
        f"{name}: {' … '.join(around(article, span) for span in one.spans)}" for name, (one, article) in zip("AB", sides, strict=True)
    ]
    return "\n    ".join((*lines, " | ".join(_named(article) for _, article in sides)))


def _of_change(change: Change, articles: dict[str, Article]) -> str:
    a, b = articles[change.from_article], articles[change.to_article]
    lines = [change.kind, change.sentence, f"A: {around(a, change.from_span)}"]
    where = "the same article" if a is b else f"{_named(a)} | {_named(b)}"
    return "\n    ".join((*lines, f"B: {around(b, change.to_span)}", where))


def _of_denial(denial: Denial, story: Story, articles: dict[str, Article]) -> str:
    lines = [f"{denial.kind}, by {denial.by or 'somebody'}", denial.tie, f"denial: {around(articles[denial.article_id], denial.span)}"]
    own = [one for one in story.claim.appearances if one.article_id == denial.article_id] or story.claim.appearances[:1]
    lines += [f"claim: {around(articles[one.article_id], one.spans[0])}" for one in own[:2]]
    return "\n    ".join((*lines, _named(articles[denial.article_id])))


def around(article: Article, span: Span, before_chars: int = _AROUND_CHARS) -> str:
    """A passage in the words around it, on one line."""
    text, end = article.text, min(span.end, span.start + _MOST_CHARS)
    before, after = text[max(0, span.start - before_chars) : span.start], text[span.end : span.end + _AROUND_CHARS]
    rest = "…" if end < span.end else ""
    return " ".join(f"…{before}⟦{text[span.start : end]}{rest}⟧{after}…".split())


def _named(article: Article) -> str:
    when = article.published.earliest if article.published else None
    return f"{article.outlet or 'no outlet'}, {when or 'no date'}, {article.title or 'no title'}"


if __name__ == "__main__":
    main()
