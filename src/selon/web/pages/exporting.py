"""`/exports`: a claim, or the claims that the filters leave, in a format for other programs. The number of rows is said first."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from selon import __version__
from selon.api import Collection
from selon.show.exports import DEFAULT_TABLE, EXPORTERS, Export, export, material
from selon.show.exports.tables import TABLES
from selon.web.rendering import index_of, page

_ALL = 1 << 40
_FILTERS = ("lang", "by", "denied", "shared")


def exports(request: Request) -> Response:
    """What a file will hold, and the link to it."""
    made = _made(request)
    asked = {name: request.query_params.get(name, "") for name in ("format", "claim", "table", *_FILTERS)}
    return page(
        request,
        "export.html",
        made=made,
        asked=asked,
        tables=list(TABLES),
        of_tables=EXPORTERS[asked["format"]].of_tables,
        table=asked["table"] or DEFAULT_TABLE,
        formats=list(EXPORTERS),
    )


def file(request: Request) -> Response:
    """The file."""
    made = _made(request)
    query = request.query_params
    name = "-".join(
        part for part in ("selon", query.get("claim"), query.get("table") if made.ending in ("csv", "parquet") else None) if part
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}.{made.ending}"'}
    return Response(made.content, media_type=made.media_type, headers=headers)


def _made(request: Request) -> Export:
    query, index = request.query_params, index_of(request)
    if query.get("format") not in EXPORTERS or (query.get("table") or DEFAULT_TABLE) not in TABLES:
        raise HTTPException(404)
    collection: Collection = request.app.state.serving.collection
    answer = collection.answer()
    lineage, story = answer.lineage, None
    if claim := query.get("claim"):
        story = next((one for one in lineage.stories if one.claim.id == claim), None)
        if story is None:
            raise HTTPException(404)
    elif wanted := _wanted(dict(query)):
        kept = {row.id for row in index.claims(**wanted, most=_ALL)}
        lineage = replace(lineage, stories=tuple(one for one in lineage.stories if one.claim.id in kept))
    given = material(answer.readings, answer.reuses, lineage, day=datetime.now(UTC).date().isoformat(), version=__version__, story=story)
    return export(query["format"], given, table=query.get("table") or DEFAULT_TABLE)


def _wanted(query: dict[str, str]) -> dict[str, Any]:
    """The filters of the list of claims, as its page has them; empty: none."""
    found: dict[str, Any] = {"lang": query.get("lang") or None, "claimant": query.get("by") or None}
    found |= {"is_denied": query.get("denied") == "1", "is_shared": query.get("shared") == "1"}
    return found if any(found.values()) else {}
