"""The addresses, each with its page."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from selon.collector import resting
from selon.errors import SelonError
from selon.show import stemma
from selon.web.guard import Guard
from selon.web.held import Held
from selon.web.jobs import Jobs
from selon.web.pages import (
    article,
    articles,
    cite,
    claim,
    claimants,
    claims,
    compare,
    exporting,
    importing,
    overview,
    rulings,
    samples,
    search,
)
from selon.web.pages import help as help_page
from selon.web.rendering import NotRun, page
from selon.web.serving import Serving

Read = Callable[[Request], Response]

_STATIC = Path(__file__).parent / "static"


def application(serving: Serving) -> ASGIApp:
    """The pages of one collection."""
    app = Starlette(routes=_routes(), exception_handlers={HTTPException: _failed, NotRun: _empty, SelonError: _told})
    app.state.serving = serving
    app.state.held = Held(serving.collection)
    app.state.jobs = Jobs(serving.collection, ended=app.state.held.refresh)
    return Guard(app, serving=serving)


def _routes() -> list[Route | Mount]:
    return [
        _read("/", overview.overview),
        _read("/claims", claims.claims),
        _read("/claims/{id}", claim.claim),
        _read("/claims/{id}/stemma.svg", claim.picture),
        _read("/articles", articles.articles),
        _read("/articles/{digest}", article.article),
        _read("/claimants", claimants.claimants),
        _read("/claimants/{id}", claimants.claimant),
        _read("/compare", compare.compare),
        _read("/search", search.search),
        _read("/rulings", rulings.rulings),
        Route("/rulings", rulings.posted, methods=["POST"]),
        _read("/rulings/new", rulings.new),
        _read("/rulings/{id}/undo", rulings.undo),
        _read("/import", importing.importing),
        Route("/import", importing.posted, methods=["POST"]),
        _read("/jobs/{id}", importing.job),
        Route("/jobs/{id}/stop", importing.stopped, methods=["POST"]),
        _read("/samples", samples.samples),
        _read("/samples/{name}", samples.sample),
        Route("/samples/{name}", samples.posted, methods=["POST"]),
        _read("/exports", exporting.exports),
        _read("/exports/file", exporting.file),
        _read("/help", help_page.help_page),
        _read("/cite/{digest}/{place}", cite.cite),
        _read("/static/stemma.css", _stemma_css),
        Mount("/static", _Static(directory=_STATIC), name="static"),
    ]


def _read(path: str, function: Read) -> Route:
    return Route(path, _in_thread(function), methods=["GET"])


def _stemma_css(request: Request) -> Response:
    return Response(stemma.css(), media_type="text/css", headers={"Cache-Control": "public, max-age=3600"})


def _in_thread(function: Read) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        return await run_in_threadpool(_at_once, function, request)

    return answered


def _at_once(function: Read, request: Request) -> Response:
    """The page; what it is made of is not looked through for cycles while it is made."""
    with resting():
        return function(request)


class _Static(StaticFiles):
    """Files of the package; a browser may keep them for an hour."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "public, max-age=3600"
        return answer


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return await run_in_threadpool(page, request, "failed.html", status=error.status_code, error=None, code=error.status_code)


async def _told(request: Request, error: Exception) -> Response:
    return await run_in_threadpool(page, request, "failed.html", status=409, error=error, code=409)


async def _empty(request: Request, error: Exception) -> Response:
    return await run_in_threadpool(page, request, "empty.html")
