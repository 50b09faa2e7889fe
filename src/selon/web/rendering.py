"""A template -> an answer, in the reader's language: the address says it, else a cookie, else the browser."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from selon import __version__
from selon.show.wording import LANGS, Wording, reason, wording
from selon.web.index import Index
from selon.web.serving import Serving
from selon.web.text import finalized, followed, shortened

THEMES = ("light", "dark")
_YEAR_SECONDS = 365 * 24 * 3600


@cache
def environment(lang: str) -> Environment:
    """The templates in one language: escaping always, hidden characters always visible, a name that is missing is an error."""
    words = wording(lang)
    made = Environment(
        loader=PackageLoader("selon.web"),
        autoescape=True,
        finalize=finalized,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(words.messages.gettext, words.messages.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {"number": words.number, "shortened": shortened, "followed": followed}
    made.globals |= {"w": words, "version": __version__, "langs": LANGS, "themes": THEMES, "reason": partial(reason, words=words)}
    return made


def language(request: Request) -> str:
    """The language of the interface for a request."""
    for asked in (request.query_params.get("ui"), request.cookies.get("lang")):
        if asked in LANGS:
            return str(asked)
    for part in request.headers.get("accept-language", "").split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in LANGS:
            return code
    return LANGS[0]


def theme(request: Request) -> str | None:
    """The theme that the reader chose; None: the one of the system."""
    for asked in (request.query_params.get("theme"), request.cookies.get("theme")):
        if asked in THEMES:
            return str(asked)
    return None


def words_of(request: Request) -> Wording:
    """The wording for a request."""
    return wording(language(request))


def index_of(request: Request) -> Index:
    """The index to answer from.

    Raises:
        NotRun: nothing was read yet.
        Damaged: what was read cannot be read back.
    """
    index: Index | None = request.app.state.held.index()
    if index is None:
        raise request.app.state.held.fault or NotRun
    return index


class NotRun(Exception):
    """The collection holds no answer yet; the pages say how to get one."""


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A page: a template with its values, and what every page needs."""
    serving: Serving = request.app.state.serving
    lang = language(request)
    held: Index | None = request.app.state.held.index()
    html = (
        environment(lang)
        .get_template(template)
        .render(
            lang=lang,
            theme=theme(request),
            serving=serving,
            token=serving.token,
            collection=serving.collection.name,
            figures=held.figures if held else None,
            is_of_these_rules=request.app.state.held.is_of_these_rules,
            path=request.url.path,
            query=request.query_params,
            here=lambda **changed: address(request.url.path, dict(request.query_params) | changed),
            **values,
        )
    )
    answer = HTMLResponse(html, status)
    _remember(request, answer)
    return answer


def address(path: str, query: Mapping[str, object]) -> str:
    """A path with those parts of a query that have a value."""
    held = {name: value for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(held)}" if held else path


def _remember(request: Request, answer: HTMLResponse) -> None:
    """What the reader chose in the address, as cookies."""
    for asked, name, among in (("ui", "lang", LANGS), ("theme", "theme", THEMES)):
        value = request.query_params.get(asked)
        if value in among:
            answer.set_cookie(name, str(value), max_age=_YEAR_SECONDS, httponly=True, samesite="strict")
