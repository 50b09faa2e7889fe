"""`/claimants` and one claimant: names, roles over time, claims first said and repeated, denials, all that is attributed to it."""

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from selon.model.attribution import Attribution
from selon.model.claimant import ClaimantKind, Resolution
from selon.model.reading import Reading
from selon.model.span import Span
from selon.show.context import sentence_around
from selon.web.index import Index
from selon.web.index.asking import PAGE
from selon.web.index.rows import ClaimantRow, SaidRow
from selon.web.pages.linked import href
from selon.web.rendering import index_of, page
from selon.web.spans import excerpt, of_attributions

_SAID = 30
_FEW = 10


def claimants(request: Request) -> Response:
    """The list: who is reported most first."""
    index, query = index_of(request), request.query_params
    name, kind = query.get("name") or None, query.get("kind") or None
    after = query.get("after", "")
    found = index.claimants(after=int(after) if after.isdecimal() and len(after) < 19 else None, name=name, kind=kind, most=PAGE + 1)
    more = found[PAGE - 1].number if len(found) > PAGE else None
    return page(
        request, "claimants.html", claimants=found[:PAGE], more=more, name=name, kind=kind, kinds=[one.value for one in ClaimantKind]
    )


def claimant(request: Request) -> Response:
    """One claimant."""
    index = index_of(request)
    one = index.claimant(request.path_params["id"])
    if one is None:
        raise HTTPException(404)
    before, stance = request.query_params.get("after", ""), request.query_params.get("stance") or None
    rows = index.said(one.id, before=int(before) if before.isdecimal() and len(before) < 19 else None, stance=stance, most=_SAID + 1)
    first = index.claims_of(one.id, is_first=True, most=_FEW)
    repeated = [claim for claim in index.claims_of(one.id, is_first=False, most=_FEW) if claim.id not in {f.id for f in first}]
    return page(
        request,
        "claimant.html",
        one=one,
        said=_said(index, rows[:_SAID]),
        more=rows[_SAID - 1].number if len(rows) > _SAID else None,
        first=first,
        repeated=repeated,
        namesakes=index.namesakes(one),
        roles=_roles(index, one),
        stance=stance,
        told=index.articles_named({claim.article for claim in (*first, *repeated)}),
    )


def _roles(index: Index, one: ClaimantRow) -> list[dict[str, Any]]:
    held = index.articles_named(article for *_, article in one.roles)
    return [{"role": role, "body": body, "article": held[article]} for role, body, _, article in one.roles if article in held]


def _said(index: Index, rows: list[SaidRow]) -> list[dict[str, Any]]:
    """What is attributed, each in its sentence with its marks."""
    readings = index.readings(row.article for row in rows)
    return [_told(readings[row.article], row) for row in rows if row.article in readings]


def _told(reading: Reading, row: SaidRow) -> dict[str, Any]:
    attribution, resolution = attribution_of(reading, row.attribution)
    whole = whole_of(attribution)
    words = excerpt(reading.article.text, sentence_around(reading.article, whole), of_attributions([attribution], {attribution.id: 0}))
    return {
        "article": reading.article,
        "attribution": attribution,
        "resolution": resolution,
        "words": words,
        "href": href(reading.article, whole),
        "span": whole,
    }


def attribution_of(reading: Reading, ident: str) -> tuple[Attribution, Resolution]:
    """An attribution of an article, and who stands behind it.

    Raises:
        HTTPException: 404, the article has none of that id.
    """
    for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
        if attribution.id == ident:
            return attribution, resolution
    raise HTTPException(404)


def whole_of(one: Attribution) -> Span:
    """From the first to the last character of what belongs to an attribution."""
    spans = [*one.content, *(span for span in (one.source, one.cue) if span)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
