"""`/samples`: the samples of a collection that people label, one passage a page; each label is kept at once."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from selon.api import Collection
from selon.api import samples as sheets
from selon.api.samples import Sample
from selon.errors import NotFound, SelonError
from selon.model.span import Span
from selon.show.research import scoring
from selon.web.forms import form, word
from selon.web.pages.linked import href
from selon.web.rendering import index_of, page
from selon.web.spans import Mark, marked, of_attributions

_AROUND = 300  # characters shown on each side of a passage
_CHOSEN = {True: "y", False: "n", None: ""}
_SAME = 20  # characters that must be those of the sheet


def samples(request: Request) -> Response:
    """The samples, with how far each is; the shares of one when they are asked for: their intervals are drawn thousands of times."""
    collection: Collection = request.app.state.serving.collection
    asked = request.query_params.get("shares")
    told = [(one, sheets.scores(collection.folder, one) if one.name == asked else None) for one in sheets.samples(collection.folder)]
    return page(request, "samples.html", told=told)


def sample(request: Request) -> Response:
    """One passage: the one that is asked for, else the first that lacks a label."""
    return _passage(request, _number(request.query_params.get("row")))


async def posted(request: Request) -> Response:
    """Keep the labels of one passage, and show the next that lacks one."""
    fields = await form(request)
    return await run_in_threadpool(_kept, request, {name: word(fields, name) for name in fields if name != "token"})


def _kept(request: Request, given: dict[str, str]) -> Response:
    folder, at = request.app.state.serving.collection.folder, _number(given.get("row"))
    one = _sample(request)
    if at is None or not 1 <= at <= len(one.rows):
        raise HTTPException(404)
    try:
        sheets.label(folder, one.name, one.rows[at - 1]["id"], {column: given.get(column, "") for column in one.columns})
    except SelonError as error:
        return _passage(request, at, error=error)
    following = sheets.sample(folder, one.name).next_after(at - 1)
    return RedirectResponse("/samples" if following is None else f"/samples/{one.name}?row={following + 1}", 303)


def _passage(request: Request, at: int | None, error: SelonError | None = None) -> Response:
    one = _sample(request)
    at = at if at is not None else (one.next_after(-1) or 0) + 1
    if not 1 <= at <= len(one.rows):
        raise HTTPException(404)
    row = one.rows[at - 1]
    return page(
        request,
        "sample.html",
        status=409 if error else 200,
        one=one,
        at=at,
        row=row,
        said={column: _CHOSEN[scoring.labelled(row.get(column, ""))] for column in one.columns},
        error=error,
        **_words(request, one, row),
    )


def _words(request: Request, one: Sample, row: Mapping[str, str]) -> dict[str, Any]:
    """The passage as it stands in its article, where the collection still holds it as it was drawn; else the sheet has its words."""
    reading = index_of(request).reading(row["article"])
    span = Span(int(row["start"]), int(row["end"])) if row["start"].isdecimal() and row["end"].isdecimal() else None
    if reading is None or span is None or not _stands_there(reading.article.text, span, row["words"]):
        return {"article": None, "shown": None, "href": None}
    article = reading.article
    said = [] if one.task == "sentence" else [attribution for attribution in reading.attributions if attribution.id == row["id"]]
    marks = of_attributions(said, {attribution.id: 1 for attribution in said}) or [Mark(span=span, meaning="at")]
    around = Span(max(0, span.start - _AROUND), min(len(article.text), span.end + _AROUND))
    return {
        "article": article,
        "shown": marked(article.text, around, [replace(mark, number=None) for mark in marks]),
        "href": href(article, span),
    }


def _stands_there(text: str, span: Span, words: str) -> bool:
    return span.end <= len(text) and span.start < span.end and words[:_SAME].startswith(text[span.start : span.end][:_SAME].split(" … ")[0])


def _sample(request: Request) -> Sample:
    collection: Collection = request.app.state.serving.collection
    try:
        return sheets.sample(collection.folder, request.path_params["name"])
    except NotFound as error:
        raise HTTPException(404) from error


def _number(asked: str | None) -> int | None:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 9 else None
