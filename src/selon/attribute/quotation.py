"""Which stretches of a block stand in quotation marks.

A stack over all mark families of the language: nested, mixed (an English close after a straight open) and unbalanced marks.
What goes wrong in a block stays in that block: a mark that never closes runs to the block's end when it opens the block (a
quotation that goes on in the next paragraph), else it is forgotten.
Not done yet: single marks inside words of slang ("l'p'tit"), and dashes of dialogue.
"""

import re
from dataclasses import dataclass
from functools import cache

from selon.languages import Language
from selon.languages.rows.attribute import Marks
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: with its marks, without them, and how many others it stands in."""

    outer: Span
    inner: Span
    depth: int  # 0: in no other


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    end: int
    mark: str


@cache
def _pairs(language: Language) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], frozenset[str], dict[str, int]]:
    closes = {row.open: row.close for row in language.rows(Marks)}
    every = sorted({mark for row in language.rows(Marks) for mark in (row.open, *row.close)}, key=len, reverse=True)
    ends = frozenset(mark for marks in closes.values() for mark in marks)
    least = {row.open: row.least for row in language.rows(Marks)}
    return re.compile("|".join(map(re.escape, every)) or r"(?!)"), closes, ends, least


def quotations(text: str, span: Span, language: Language) -> list[Quotation]:
    """The quotations of one block, in text order, outer ones before inner ones."""
    pattern, closes, ends, least = _pairs(language)
    stack: list[_Open] = []
    found: list[tuple[_Open, int, int]] = []
    marks = [match for match in pattern.finditer(text, span.start, span.end) if not _is_apostrophe(text, *match.span(), span)]
    for number, match in enumerate(marks):
        mark, start, end = match.group(), match.start(), match.end()
        if number + 1 < len(marks) and _is_stray(text, match, marks[number + 1], closes):
            continue
        at = _closed(stack, mark, closes) if mark in ends and not _must_open(text, start, end, mark, closes, stack, span) else None
        if at is not None:
            found.append((stack[at], start, end))
            del stack[at:]
        elif mark in closes and end < span.end and _may_open(text, start, end, span):
            stack.append(_Open(start, end, mark))
    found += [(mark, span.end, span.end) for mark in stack[:1] if not text[span.start : mark.start].strip()]
    return _nested(text, sorted((item for item in found if _is_long(text, item, least)), key=lambda item: (item[0].start, -item[2])))


def _is_apostrophe(text: str, start: int, end: int, span: Span) -> bool:
    if text[start:end] not in ("'", "’"):
        return False
    before = start > span.start and text[start - 1].isalnum()
    after = end < span.end and text[end].isalnum()
    return before and after


def _is_stray(text: str, match: re.Match[str], after: re.Match[str], closes: dict[str, tuple[str, ...]]) -> bool:
    """A mark that can only close, set before a word like an opening one, where the next mark closes too: a slip of the pen."""
    mark, start, end = match.group(), match.start(), match.end()
    if mark in closes or mark != after.group() or start == 0 or end >= len(text):
        return False
    return text[start - 1].isspace() and text[end].isalnum()


def _must_open(text: str, start: int, end: int, mark: str, closes: dict[str, tuple[str, ...]], stack: list[_Open], span: Span) -> bool:
    """A mark that opens and closes, after a space and before a letter, inside no quotation of its own."""
    if mark not in closes or end >= span.end:
        return False
    if stack and mark in closes[stack[-1].mark] and stack[-1].mark == mark:
        return False
    return (start == span.start or text[start - 1] in " \u00a0\u202f\n([«“'’") and not text[end].isspace()


def _may_open(text: str, start: int, end: int, span: Span) -> bool:
    if text[start:end] in ("'", "‘", "’"):
        return (start == span.start or not text[start - 1].isalnum()) and text[end].isalnum()
    return True


def _closed(stack: list[_Open], mark: str, closes: dict[str, tuple[str, ...]]) -> int | None:
    for at in range(len(stack) - 1, max(-1, len(stack) - 8), -1):  # eight deep is deeper than any text nests: keeps it linear
        if mark in closes[stack[at].mark]:
            return at
    return None


def _is_long(text: str, item: tuple[_Open, int, int], least: dict[str, int]) -> bool:
    mark, start, _ = item
    inside = text[mark.end : start]
    return bool(inside.strip()) and len(inside.split()) >= least.get(mark.mark, 0)


def _nested(text: str, found: list[tuple[_Open, int, int]]) -> list[Quotation]:
    kept: list[Quotation] = []
    ends: list[int] = []
    for mark, close, end in found:
        while ends and ends[-1] <= mark.start:
            ends.pop()
        inner = _stripped(text, mark.end, close)
        if inner is not None:
            kept.append(Quotation(Span(mark.start, end), inner, len(ends)))
            ends.append(end)
    return kept


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
