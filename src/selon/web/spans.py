"""An article's text with its marks, as elements: spans that nest become nested elements, spans that cross are cut at the crossing.

The one place where markup is put together by hand; every character of a text goes through `escape`.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from selon.model.attribution import Attribution, Stance
from selon.model.span import Span
from selon.show.visible import ends

_MOST_CHARS = 3_000  # of a passage that is shown beside others
_NO_LINKS: Mapping[int, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One span that is shown."""

    span: Span
    meaning: str  # source, cue, content, denial, hedge, at, del, ins: a class of the stylesheet
    number: int | None = None  # of the note that stands beside it
    depth: int = 0  # contents within contents
    is_last: bool = False  # the number stands at its end
    anchor: str | None = None  # an id to link to

    @property
    def element(self) -> str:
        """The element that carries it."""
        return {"at": "mark", "del": "del", "ins": "ins"}.get(self.meaning, "span")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    mark: Mark


def of_attributions(attributions: Sequence[Attribution], numbers: dict[str, int]) -> list[Mark]:
    """The marks of what is said: who, with which words, what; each attribution under its number."""
    depths: dict[str, int] = {}
    marks = []
    for one in attributions:
        depths[one.id] = depths[one.parent] + 1 if one.parent in depths else 0
        number = numbers[one.id]
        if one.source:
            marks.append(Mark(span=one.source, meaning="source", number=number))
        if one.cue:
            marks.append(Mark(span=one.cue, meaning=_cue_meaning(one), number=number))
        last = max(one.content, key=lambda span: span.end)
        named = number > 0  # what has no note is shown by itself, beside others: no place of its own
        marks += [
            Mark(
                span=span,
                meaning="content",
                number=number,
                depth=depths[one.id],
                is_last=span is last,
                anchor=f"c{span.start}-{span.end}" if named else None,
            )
            for span in one.content
        ]
    return marks


def marked(text: str, around: Span, marks: Iterable[Mark], *, label: str = "", links: Mapping[int, str] = _NO_LINKS) -> Markup:
    """A stretch of a text as markup; marks that reach beyond it are cut.

    Args:
        text: the whole text.
        around: the stretch.
        marks: those that may stand in it.
        label: names the link of a number: "note %d".
        links: number -> where its note stands, if not on the same page.
    """
    pieces = _nested([_clipped(mark, around) for mark in marks if mark.span.overlaps(around)])
    return _rendered(text, around, pieces, label, links)


def excerpt(text: str, around: Span, marks: Iterable[Mark], *, most: int = _MOST_CHARS) -> Markup:
    """The same; of a stretch that is very long its ends, with the sign of what is left out: the place beside it leads to all of it."""
    start, end = ends(len(around), most)
    if start == end:
        return marked(text, around, marks)
    held = list(marks)
    first, last = Span(around.start, around.start + start), Span(around.start + end, around.end)
    return marked(text, first, held) + Markup(" […] ") + marked(text, last, held)


def _cue_meaning(one: Attribution) -> str:
    if one.stance is Stance.DENIED:
        return "denial"
    return "hedge" if one.conditional or one.stance in (Stance.HEDGED, Stance.UNCONFIRMED) else "cue"


def _clipped(mark: Mark, around: Span) -> _Piece:
    return _Piece(max(mark.span.start, around.start), min(mark.span.end, around.end), mark)


def _nested(pieces: list[_Piece]) -> list[_Piece]:
    """The same marks in the order they open, none crossing another: what reaches beyond the one around it goes on as another piece."""
    queue = [(piece.start, -piece.end, number, piece) for number, piece in enumerate(pieces)]
    heapq.heapify(queue)
    opened: list[_Piece] = []
    found = []
    while queue:
        start, _, number, piece = heapq.heappop(queue)
        while opened and opened[-1].end <= start:
            opened.pop()
        if opened and piece.end > opened[-1].end:
            cut = opened[-1].end
            heapq.heappush(queue, (cut, -piece.end, number, _Piece(cut, piece.end, piece.mark)))
            piece = _Piece(start, cut, piece.mark)
        opened.append(piece)
        found.append(piece)
    return found


def _rendered(text: str, around: Span, pieces: Sequence[_Piece], label: str, links: Mapping[int, str]) -> Markup:
    out: list[str] = []
    opened: list[_Piece] = []
    anchors: set[str] = set()
    at = around.start

    def to(end: int) -> None:
        nonlocal at
        while opened and opened[-1].end <= end:
            piece = opened.pop()
            out.append(escape(text[at : piece.end]))
            at = piece.end
            out.append(_closed(piece, label, links))
        out.append(escape(text[at:end]))
        at = end

    for piece in pieces:
        to(piece.start)
        out.append(_opened(piece, anchors))
        opened.append(piece)
    to(around.end)
    return Markup("".join(out))


def _opened(piece: _Piece, anchors: set[str]) -> str:
    mark = piece.mark
    anchor = mark.anchor if mark.anchor not in anchors else None
    if anchor:
        anchors.add(anchor)
    classes = " ".join(["m", mark.meaning, *(["nested"] if mark.depth else [])])
    return Markup('<{} class="{}"{}{}>').format(
        Markup(mark.element),
        classes,
        Markup(' id="{}"').format(anchor) if anchor else "",
        Markup(' data-n="{}"').format(mark.number) if mark.number else "",
    )


def _closed(piece: _Piece, label: str, links: Mapping[int, str]) -> str:
    mark = piece.mark
    number = ""
    if mark.is_last and mark.number and piece.end == mark.span.end:
        link = Markup('<sup><a id="r{n}" href="{link}" aria-label="{label}">{n}</a></sup>')
        number = link.format(
            n=mark.number,
            link=links.get(mark.number, f"#n{mark.number}"),
            label=label.replace("%d", str(mark.number)) if label else mark.number,
        )
    return Markup("</{}>{}").format(Markup(mark.element), number)
