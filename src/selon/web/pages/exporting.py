"""`/exports`: a claim, or the claims that the filters leave, in a format for other programs. The number of rows is said first.

To count the rows of a file it must be made. So a file of few articles is counted at once; for one of many the page says what goes into it,
and counts its rows when it is asked to.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from selon import __version__
from selon.api import Collection
from selon.model.lineage import Lineage, Story
from selon.show.exports import DEFAULT_TABLE, EXPORTERS, Export, Material, export, material
from selon.show.exports.tables import TABLES
from selon.show.whose import is_listed
from selon.web.index import Index
from selon.web.index.asking import COUNTED
from selon.web.rendering import index_of, page

_ALL = 1 << 40
DEFAULT_FORMAT = "csv"
_AT_ONCE = 40  # articles of a file whose rows are counted while the reader waits
_FILTERS = ("lang", "by", "denied", "shared")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """What goes into a file, before it is made."""

    claim: str | None  # its id; None: the claims that the filters leave
    claims: int  # at most COUNTED + 1
    articles: int

    @property
    def is_small(self) -> bool:
        return self.articles <= _AT_ONCE


def exports(request: Request) -> Response:
    """What a file will hold, and the link to it."""
    asked = {name: request.query_params.get(name, "") for name in ("claim", "table", *_FILTERS)} | {"format": _format(request)}
    scope = _scope(request)
    made = _made(request, scope) if scope.is_small or request.query_params.get("count") == "1" else None
    return page(
        request,
        "export.html",
        made=made,
        scope=scope,
        counted=COUNTED,
        asked=asked,
        tables=list(TABLES),
        of_tables=EXPORTERS[asked["format"]].of_tables,
        table=asked["table"] or DEFAULT_TABLE,
        formats=list(EXPORTERS),
    )


def file(request: Request) -> Response:
    """The file."""
    made = _made(request, _scope(request))
    query = request.query_params
    name = "-".join(
        part for part in ("selon", query.get("claim"), query.get("table") if made.ending in ("csv", "parquet") else None) if part
    )
    headers = {"Content-Disposition": f'attachment; filename="{name}.{made.ending}"'}
    return Response(made.content, media_type=made.media_type, headers=headers)


def _format(request: Request) -> str:
    return request.query_params.get("format") or DEFAULT_FORMAT


def _scope(request: Request) -> _Scope:
    query, index = request.query_params, index_of(request)
    if _format(request) not in EXPORTERS or (query.get("table") or DEFAULT_TABLE) not in TABLES:
        raise HTTPException(404)
    if claim := query.get("claim"):
        glance = index.glance(claim)
        if glance is None:
            raise HTTPException(404)
        return _Scope(claim=glance.story.claim.id, claims=1, articles=glance.articles)
    return _Scope(claim=None, claims=index.count_claims(most=COUNTED + 1, **_wanted(dict(query))), articles=index.figures["articles"])


def _made(request: Request, scope: _Scope) -> Export:
    query = request.query_params
    given = _of_claim(scope.claim, index_of(request)) if scope.claim else _of_filters(request)
    return export(_format(request), given, table=query.get("table") or DEFAULT_TABLE)


def _of_claim(claim: str, index: Index) -> Material:
    """What belongs to one claim, as the index holds it."""
    story = index.story(claim)
    if story is None:  # another answer stands there since
        raise HTTPException(404)
    inside = sorted(_inside(story))
    lineage = Lineage(edges=tuple(index.edges(inside, most=None)), stories=(story,), open_denials=())
    return material(
        index.readings(inside).values(), index.reuses_among(inside), lineage, day=_today(), version=__version__, story=story
    )  # fmt: skip


def _of_filters(request: Request) -> Material:
    collection: Collection = request.app.state.serving.collection
    answer = collection.answer()
    lineage = answer.lineage
    wanted = _wanted(dict(request.query_params))
    kept = {row.id for row in index_of(request).claims(**wanted, most=_ALL)} if any(wanted.values()) else None
    stories = (one for one in lineage.stories if (is_listed(one.claim) if kept is None else one.claim.id in kept))
    lineage = replace(lineage, stories=tuple(stories))
    return material(answer.readings, answer.reuses, lineage, day=_today(), version=__version__)


def _inside(story: Story) -> set[str]:
    """The articles that carry or deny a claim."""
    return {one.article_id for one in story.claim.appearances} | {one.article_id for one in story.denials}


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _wanted(query: dict[str, str]) -> dict[str, Any]:
    """The filters of the list of claims, as its page has them."""
    found: dict[str, Any] = {"lang": query.get("lang") or None, "claimant": query.get("by") or None}
    return found | {"is_denied": query.get("denied") == "1", "is_shared": query.get("shared") == "1"}
