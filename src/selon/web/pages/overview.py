"""`/`: what the collection holds, its claims, when, who speaks, who repeats whom."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from selon.show.wording import Wording
from selon.show.wording.days import short
from selon.web.index import Index
from selon.web.pages.linked import outlet
from selon.web.rendering import index_of, page, words_of

_CLAIMS, _VOICES, _LABELS = 8, 12, 8
_WIDTH, _HEIGHT, _LEFT, _FLOOR = 640, 220, 36, 180  # of the picture of time, in its own units
_LARGEST = 14  # radius of a disc of the matrix


def overview(request: Request) -> Response:
    """The first page."""
    index, words = index_of(request), words_of(request)
    voices = index.claimants(most=_VOICES)
    claims = index.claims(by_articles=True, most=_CLAIMS)
    return page(
        request,
        "overview.html",
        claims=claims,
        told=index.articles_named({one.article for one in claims}),
        voices=voices,
        most=max((one.said for one in voices), default=1),
        times=_times(index.figures["times"], words),
        matrix=_matrix(index, words),
    )


def _times(times: list[tuple[str, int]], words: Wording) -> dict[str, Any]:
    """Bars: one a month or a year, with a few labels and lines at round numbers."""
    top = _round_up(max((many for _, many in times), default=1))
    step = (_WIDTH - _LEFT) / max(1, len(times))
    wide = min(36.0, step * 0.7)
    every = -(-len(times) // _LABELS)
    bars = [
        {
            "x": round(_LEFT + step * place + (step - wide) / 2, 1),
            "width": round(wide, 1),
            "height": round(_FLOOR * many / top * 0.9, 1),
            "many": many,
            "name": short(when, words.lang),
            "is_labelled": place % every == 0,
        }
        for place, (when, many) in enumerate(times)
    ]
    lines = [{"y": round(_FLOOR - _FLOOR * part / top * 0.9, 1), "many": part} for part in sorted({top, top // 2} - {0})]
    return {"bars": bars, "lines": lines, "width": _WIDTH, "height": _HEIGHT, "left": _LEFT, "floor": _FLOOR}


def _matrix(index: Index, words: Wording) -> dict[str, Any]:
    """Rows: articles that report most; columns: voices; a cell: how often, with a ring for a denial or for what is not confirmed."""
    figures = index.figures
    rows = [(name, cells) for name, cells in figures["rows"] if any(cells)]
    held = index.articles_named(name for name, _ in rows)
    most = max((cell[0] for _, cells in rows for cell in cells if cell), default=1)
    shown = [
        {
            "article": held[name],
            "name": outlet(held[name], words),
            "cells": [
                {"many": cell[0], "radius": round(4 + (_LARGEST - 4) * (cell[0] / most) ** 0.5, 1), "denies": cell[1], "open": cell[2]}
                if cell
                else None
                for cell in cells
            ],
        }
        for name, cells in rows
    ]
    return {"columns": figures["columns"], "rows": shown}


def _round_up(number: int) -> int:
    """A round number that is not smaller: 1, 2, 4, 6, 8, 10, 20, 30 and so on."""
    if number <= 10:
        return number + number % 2 if number > 1 else max(1, number)
    unit = int("1" + "0" * (len(str(number)) - 1))
    return -(-number // unit) * unit
