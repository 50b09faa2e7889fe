"""`/claims`: all claims, by date or by the number of their articles."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from selon.web.index.asking import PAGE
from selon.web.rendering import index_of, page

_ORDERS = ("date", "articles")


def claims(request: Request) -> Response:
    """One page of the list; the key of the next one stands in its address."""
    index, query = index_of(request), request.query_params
    order = query.get("order") if query.get("order") in _ORDERS else "date"
    wanted: dict[str, Any] = {
        "is_denied": query.get("denied") == "1",
        "is_shared": query.get("shared") == "1",
        "lang": query.get("lang") or None,
        "claimant": query.get("by") or None,
    }
    below, _, before = query.get("after", "").rpartition(".")
    found = index.claims(**wanted, by_articles=order == "articles", before=_number(before), below=_number(below), most=PAGE + 1)
    more = f"{found[PAGE - 1].articles}.{found[PAGE - 1].number}" if len(found) > PAGE else None
    rows = found[:PAGE]
    return page(
        request,
        "claims.html",
        claims=rows,
        order=order,
        more=more,
        told=index.articles_named({one.article for one in rows}),
        by=index.claimant(wanted["claimant"]) if wanted["claimant"] else None,
        wanted=wanted,
    )


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None
