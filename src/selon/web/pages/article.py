"""`/articles/{digest}`: one page that was read, with its marks, its notes and what is not article."""

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from selon.model.article import Article, Block, BlockKind
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.reading import Reading
from selon.model.span import Span
from selon.show.wording import Wording
from selon.web.index import Index
from selon.web.pages.claimants import whole_of
from selon.web.pages.parts import Piece, parts
from selon.web.rendering import index_of, page, words_of
from selon.web.spans import Mark, marked, of_attributions

_SHARED = 20  # articles with passages in common
_SPOKEN = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE)


@dataclass(slots=True, kw_only=True)
class Row:
    """One paragraph with its notes, or a stretch of what is not article."""

    kind: str
    is_article: bool
    number: int | None  # None: it goes on from the part before
    texts: list[Markup]
    notes: list[dict[str, Any]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)  # of what is set aside
    goes_on: bool = False  # in the next part


def article(request: Request) -> Response:
    """The page, or a part of it where the text is long."""
    index, words = index_of(request), words_of(request)
    reading = index.reading(request.path_params["digest"])
    if reading is None:
        raise HTTPException(404)
    one = reading.article
    at = _at(request.query_params.get("at"), one)
    cut = parts(reading)
    part = _chosen(request.query_params.get("part"), at, cut)
    claims = index.claims_in(one.id)
    rows = _rows(reading, cut, part, at, claims, words)
    shared = _shared(index, one.id)
    others = index.articles_named(shared)
    return page(
        request,
        "article.html",
        one=one,
        rows=rows,
        at=at,
        part=part + 1,
        parts_all=len(cut),
        counts=_counts(reading),
        reading=reading,
        is_titled=any(block.kind is BlockKind.TITLE for block in one.blocks),
        shared=[(others[name], *found) for name, found in shared.items() if name in others][:_SHARED],
        whose=_voices(reading),
    )


def _shared(index: Index, article: str) -> dict[str, tuple[str, int]]:
    """The other articles with passages in common -> how the two stand to each other, and the words shared; most first."""
    found: dict[str, tuple[str, int]] = {}
    for reuse in index.reuses(article):
        other = reuse.b.article_id if reuse.a.article_id == article else reuse.a.article_id
        found[other] = (reuse.relation, found.get(other, ("", 0))[1] + reuse.tokens)
    return dict(sorted(found.items(), key=lambda item: (-item[1][1], item[0])))


def _at(asked: str | None, one: Article) -> Span | None:
    """The characters that a link asks for, if they are there."""
    start, _, end = (asked or "").partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(asked or "") < 24):
        return None
    first, last = int(start), int(end)
    return Span(first, last) if first < last <= len(one.text) else None


def _chosen(asked: str | None, at: Span | None, cut: list[list[Piece]]) -> int:
    if at is not None:
        return next((number for number, pieces in enumerate(cut) if any(piece.span.end > at.start for piece in pieces)), 0)
    return min(max(int(asked), 1), len(cut)) - 1 if asked and asked.isdecimal() and len(asked) < 6 else 0


def _rows(
    reading: Reading, cut: list[list[Piece]], part: int, at: Span | None, claims: dict[str, tuple[str, int]], words: Wording
) -> list[Row]:
    one, pieces = reading.article, cut[part]
    if not pieces:
        return []
    shown = Span(pieces[0].span.start, pieces[-1].span.end)
    numbers = {attribution.id: number for number, attribution in enumerate(reading.attributions, 1)}
    here = [attribution for attribution in reading.attributions if whole_of(attribution).overlaps(shown)]
    marks = of_attributions(here, numbers)
    if at:
        marks.append(Mark(span=at, meaning="at", anchor=f"c{at.start}-{at.end}"))
    marks = sorted((mark for mark in marks if mark.span.overlaps(shown)), key=lambda mark: mark.span)
    links = {numbers[said.id]: _elsewhere(cut, part, said.content[0].start, f"n{numbers[said.id]}") for said in here}
    paragraph = sum(block.kind in _SPOKEN for block in one.blocks[: one.blocks.index(pieces[0].block)]) + (not pieces[0].begins)
    rows: list[Row] = []
    for piece in pieces:
        markup = marked(one.text, piece.span, marks, label=words.say("note %%d"), links=links)
        notes = [
            _note(attribution, resolution, numbers, claims)
            | {"back": _elsewhere(cut, part, max(span.end for span in attribution.content) - 1, f"r{numbers[attribution.id]}")}
            for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True)
            if piece.span.start <= attribution.content[0].start < piece.span.end
        ]
        if piece.block.kind not in _SPOKEN:
            _set_aside(rows, piece.block, markup, notes)
            continue
        paragraph += piece.begins
        number = paragraph if piece.begins else None
        rows.append(Row(kind=piece.block.kind.value, is_article=True, number=number, texts=[markup], notes=notes, goes_on=not piece.ends))
    return rows


def _elsewhere(cut: list[list[Piece]], part: int, place: int, anchor: str) -> str:
    """The address of what stands at a place of the text: on this part, or another one."""
    found = next((number for number, pieces in enumerate(cut) if pieces and place < pieces[-1].span.end), part)
    return f"#{anchor}" if found == part else f"?part={found + 1}#{anchor}"


def _set_aside(rows: list[Row], block: Block, markup: Markup, notes: list[dict[str, Any]]) -> None:
    if not rows or rows[-1].is_article:
        rows.append(Row(kind="aside", is_article=False, number=None, texts=[]))
    rows[-1].texts.append(markup)
    rows[-1].notes += notes
    if block.kind.value not in rows[-1].kinds:
        rows[-1].kinds.append(block.kind.value)


def _note(attribution: Attribution, resolution: Resolution, numbers: dict[str, int], claims: dict[str, tuple[str, int]]) -> dict[str, Any]:
    return {
        "number": numbers[attribution.id],
        "attribution": attribution,
        "resolution": resolution,
        "claimant": resolution.claimant,
        "parent": numbers.get(attribution.parent or ""),
        "claim": claims.get(attribution.id),
        "is_sure": resolution.confidence >= 0.8 and resolution.claimant is not None,
    }


def _counts(reading: Reading) -> dict[str, int]:
    said = reading.attributions
    return {
        "source": sum(one.source is not None for one in said),
        "cue": sum(one.cue is not None for one in said),
        "content": sum(len(one.content) for one in said),
        "nested": sum(one.parent is not None for one in said),
        "aside": sum(block.kind not in _SPOKEN for block in reading.article.blocks),
    }


def _voices(reading: Reading) -> dict[str, int]:
    known = {one.claimant.id for one in reading.resolutions if one.claimant}
    return {"known": len(known), "open": sum(one.claimant is None for one in reading.resolutions)}
