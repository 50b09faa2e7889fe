"""Records -> the lines of the command line, and lines -> JSON Lines."""

from typing import Any, cast

import msgspec

from selon.model.addition import Addition
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.lineage import Edge
from selon.model.passage import Passage, Reuse
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.show import lines as out
from selon.show.context import sentence_around
from selon.show.items import change_item, cut, ends, place


def as_json(line: msgspec.Struct) -> str:
    """One line of JSON, without its newline."""
    return msgspec.json.encode(line).decode()


def blocks_line(article: Article) -> out.BlocksLine:
    """What `selon blocks` says of one article."""
    return out.BlocksLine(
        id=article.id,
        digest=article.digest,
        url=article.url,
        text=article.text,
        title=article.title,
        outlet=article.outlet,
        authors=list(article.authors),
        lang=article.lang,
        published=_interval(article.published),
        blocks=[out.BlockItem(start=block.span.start, end=block.span.end, kind=block.kind) for block in article.blocks],
        credits=[
            out.CreditItem(start=one.span.start, end=one.span.end, kind=one.kind, name=one.name, url=one.url) for one in article.credits
        ],
        links=[out.LinkItem(start=link.span.start, end=link.span.end, url=link.url, title=link.title) for link in article.links],
        metadata=[out.MetadataItem(field=one.field, value=one.value, where=one.where) for one in article.metadata],
        degraded=article.degraded,
    )


def attributions_line(reading: Reading) -> out.AttributionsLine:
    """What `selon attributions` says of one article."""
    pairs = zip(reading.attributions, reading.resolutions, strict=True)
    items = [attribution_item(attribution, resolution, reading.article.text) for attribution, resolution in pairs]
    return out.AttributionsLine(id=reading.article.id, lang=reading.article.lang, attributions=items)


def attribution_item(attribution: Attribution, resolution: Resolution, text: str) -> out.AttributionItem:
    """One attribution with its claimant, every span with its characters."""
    return out.AttributionItem(
        id=attribution.id,
        source=_cut(attribution.source, text),
        cue=_cut(attribution.cue, text),
        content=[cut(span, text) for span in attribution.content],
        kind=cast("Any", attribution.kind.value),
        stance=cast("Any", attribution.stance.value),
        conditional=attribution.conditional,
        lang=attribution.lang,
        parent=attribution.parent,
        via=_cut(attribution.via, text),
        anaphoric=attribution.anaphoric,
        claimant=_claimant(resolution, text),
        rule=attribution.rule,
        reasons=list(attribution.reasons),
        confidence=attribution.confidence,
    )


def dates_line(reading: Reading) -> out.DatesLine:
    """What `selon dates` says of one article."""
    items = [
        out.DateItem(
            start=date.span.start,
            end=date.span.end,
            text=date.span.of(reading.article.text),
            from_=date.earliest,
            to=date.latest,
            granularity=date.granularity,
            rule=date.rule,
            reasons=list(date.reasons),
        )
        for date in reading.dates
    ]
    return out.DatesLine(id=reading.article.id, published=_interval(reading.article.published), dates=items)


def reuse_line(reuse: Reuse) -> out.ReuseLine:
    """What `selon reuse` says of one pair of passages."""
    return out.ReuseLine(
        a=_passage(reuse.a),
        b=_passage(reuse.b),
        tokens=reuse.tokens,
        direction=cast("Any", reuse.direction),
        reasons=list(reuse.reasons),
        edits=[out.EditItem(op=cast("Any", edit.op), a=ends(edit.a), b=ends(edit.b)) for edit in reuse.edits],
        relation=cast("Any", reuse.relation),
    )


def lineage_line(edge: Edge) -> out.LineageLine:
    """What `selon lineage` says of one edge."""
    return out.LineageLine(
        from_=edge.source,
        to=edge.target,
        kind=cast("Any", edge.kind),
        directed=edge.directed,
        confidence=edge.confidence,
        state=cast("Any", edge.state),
        reasons=list(edge.reasons),
        evidence=[place(passage) for passage in edge.evidence],
        changes=[change_item(change) for change in edge.changes],
    )


def add_line(addition: Addition) -> out.AddLine:
    """What `selon add` says of one address or file."""
    return out.AddLine(
        url=addition.url,
        listed_in=addition.listed_in,
        final_url=addition.final_url,
        status=addition.status,
        capture=addition.capture,
        digest=f"sha256:{addition.sha256}" if addition.sha256 else None,
        bytes=addition.content_bytes,
        outcome=cast("Any", addition.outcome.value),
        reason=addition.reason,
    )


def explain_line(reading: Reading, attribution: Attribution) -> out.ExplainLine:
    """What `selon explain` says of one attribution."""
    resolution = reading.resolutions[reading.attributions.index(attribution)]
    spans = [*attribution.content, *(span for span in (attribution.source, attribution.cue) if span)]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    text = reading.article.text
    sentence = cut(sentence_around(reading.article, whole), text)
    return out.ExplainLine(article=reading.article.id, sentence=sentence, attribution=attribution_item(attribution, resolution, text))


def _interval(interval: Interval | None) -> out.IntervalItem | None:
    return out.IntervalItem(from_=interval.earliest, to=interval.latest, source=interval.source) if interval else None


def _cut(span: Span | None, text: str) -> out.SpanText | None:
    return cut(span, text) if span else None


def _claimant(resolution: Resolution, text: str) -> out.ClaimantItem:
    claimant = resolution.claimant
    return out.ClaimantItem(
        id=claimant.id if claimant else None,
        name=claimant.name if claimant else None,
        kind=claimant.kind.value if claimant else None,
        role=claimant.role if claimant else None,
        organisation=claimant.organisation if claimant else None,
        country=claimant.country if claimant else None,
        aliases=list(claimant.aliases) if claimant else [],
        how=resolution.how,
        evidence=[cut(span, text) for span in resolution.evidence],
        candidates=[out.CandidateItem(name=name, score=round(score, 4)) for name, score in resolution.candidates],
        confidence=round(resolution.confidence, 4),
    )


def _passage(passage: Passage) -> out.PassageItem:
    return out.PassageItem(id=passage.article_id, start=passage.span.start, end=passage.span.end)
