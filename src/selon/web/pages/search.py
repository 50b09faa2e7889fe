"""`/search`: passages by words, speaker, outlet, language, stance, date; the newest first."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from selon.errors import UsageError
from selon.model.attribution import Stance
from selon.model.collection import Found
from selon.store import Wanted, What
from selon.web.rendering import index_of, page

_MOST = 50
_ARTICLES = 20
_FIELDS = ("by", "outlet", "lang", "stance", "since", "until")


def search(request: Request) -> Response:
    """What holds all that is asked for; what was typed stays in the form."""
    index, query = index_of(request), request.query_params
    typed = {name: query.get(name, "").strip() for name in ("q", *_FIELDS)}
    found: list[Found] = []
    articles: list[Found] = []  # that hold the words in their text, where nobody is said to have said them
    error = None
    if any(typed.values()):
        wanted = Wanted(
            words=typed["q"],
            claimant=typed["by"] or None,
            outlet=typed["outlet"] or None,
            lang=typed["lang"] or None,
            stance=typed["stance"] or None,
            since=typed["since"] or None,
            until=typed["until"] or None,
            most=_MOST + 1,
            before=_key(query.get("after")),
        )
        try:
            found = request.app.state.serving.collection.search(wanted)
            if not found and typed["q"] and not (wanted.claimant or wanted.stance or wanted.before):
                articles = request.app.state.serving.collection.search(replace(wanted, what=What.ARTICLES, most=_ARTICLES))
        except UsageError as refused:
            error = refused
    filters = [name for name in _FIELDS if typed[name]]
    return page(
        request,
        "search.html",
        found=found[:_MOST],
        more=found[_MOST - 1].key if len(found) > _MOST else None,
        typed=typed,
        filters=filters,
        error=error,
        articles=articles,
        told=index.articles_named({one.article for one in (*found, *articles)}),
        stances=[one.value for one in Stance],
        outlets=[name for name, _ in index.figures["outlets"]],
    )


def _key(asked: str | None) -> int | None:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 19 else None
