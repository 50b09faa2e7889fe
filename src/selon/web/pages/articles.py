"""`/articles`: all articles that were read, the newest first."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from selon.web.index.asking import PAGE
from selon.web.rendering import index_of, page

_FIELDS = ("outlet", "lang", "since", "until")


def articles(request: Request) -> Response:
    """One page of the list."""
    index, query = index_of(request), request.query_params
    wanted: dict[str, Any] = {name: query.get(name) or None for name in _FIELDS}
    before = query.get("after", "")
    found = index.articles(before=int(before) if before.isdecimal() and len(before) < 19 else None, **wanted, most=PAGE + 1)
    more = found[PAGE - 1].number if len(found) > PAGE else None
    return page(request, "articles.html", articles=found[:PAGE], more=more, wanted=wanted)
