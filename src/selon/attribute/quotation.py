"""Which stretches of a paragraph stand in quotation marks.

A stack over all mark families of the language: nested, mixed (an English close after a straight open), unbalanced. A mark that may open
and close is told by what stands on its two sides, then by the next one of its kind. What goes wrong in a paragraph stays in it:
forgotten   a mark that never closes, and one that closes what is not open
carried     the paragraph opens with a mark that never closes: a quotation that goes on, and is opened again by the next paragraph;
            the first of its paragraphs may open it anywhere
closed late a mark stays open, and the next paragraph closes what it did not open: both have their part
re-opened   a closing mark opens the paragraph, as French books repeat it at each new one
Not done yet: a quotation over three paragraphs whose middle one has no mark; one apostrophe inside a word of slang ("l'p'tit").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from selon.languages import Language
from selon.languages.rows.attribute import Marks
from selon.model.span import Span

_DEEPEST = 8  # no text nests deeper: so far down the stack a mark looks for what it closes, and deeper ones are left out
_NEAR = 400  # characters in which the least words of a quotation stand; a limit keeps the cost of nested ones linear
_APOSTROPHES = frozenset("'‘’‚")  # these need a clear side
_LEFT = frozenset("([{«“„‘‚‹\"'—–-/")  # what may stand right before a quotation, beside space
_RIGHT = frozenset(",;:!?)]}")  # what never begins one
_DASH = re.compile(r"\s*[—–](?=\s)\s*(?=\S)")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: with its marks, without them, and how many others it stands in."""

    outer: Span
    inner: Span
    depth: int  # 0: in no other


# Plain tuples, because a text may hold a hundred thousand: the collector of garbage soon leaves them out of its rounds.
_Form = tuple[int, int, str]  # start, end, form
_Mark = tuple[int, int, str, str]  # start, end, form, side: "open", "close", or "" where both sides look alike
_Pair = tuple[int, int, str, int, int]  # what opens: start, end and form; where what closes begins and ends


@dataclass(slots=True)
class _Scan:
    """One paragraph: its pairs, the outermost mark left open, and the mark that closes what it did not open before any other opens."""

    pairs: list[_Pair]
    left: _Mark | None = None
    orphan: _Mark | None = None


@dataclass(frozen=True, slots=True)
class _Family:
    pattern: re.Pattern[str]
    closes: dict[str, tuple[str, ...]]  # what opens -> what closes it
    ends: dict[str, str]  # what closes -> the first that it closes
    least: dict[str, int]  # words


@cache
def _family(language: Language) -> _Family:
    rows = language.rows(Marks)
    every = sorted({mark for row in rows for mark in (row.open, *row.close)}, key=len, reverse=True)
    ends: dict[str, str] = {}
    for row in rows:
        for mark in row.close:
            ends.setdefault(mark, row.open)
    forms = [rf"{mark}(?:(?<!\w{mark})|(?!\w))" if mark in _APOSTROPHES else re.escape(mark) for mark in every]  # each begins with its mark
    closes, least = {row.open: row.close for row in rows}, {row.open: row.least for row in rows}
    return _Family(re.compile("|".join(forms) if every else r"(?!)"), closes, ends, least)


def quotations(text: str, span: Span, language: Language) -> list[Quotation]:
    """The quotations of one paragraph, in text order, outer ones before inner ones."""
    return quoted_in(text, [span], language)[0]


def quoted_in(text: str, spans: Sequence[Span], language: Language) -> list[list[Quotation]]:
    """The quotations of each of some paragraphs that follow one another."""
    family = _family(language)
    scans = [_scan(text, span, family) for span in spans]
    for number in range(1, len(scans)):
        if scans[number].orphan is not None:
            _close_late(scans[number - 1], spans[number - 1], scans[number], spans[number], family)
        if scans[number - 1].left is not None:
            _opened_again(text, scans[number - 1], spans[number - 1], spans[number], family)
    return [_nested(text, scan.pairs, family) for scan in scans]


def dialogue(text: str, span: Span) -> int:
    """Where the words begin of a paragraph that a dash of dialogue may open; -1 where no dash opens it."""
    match = _DASH.match(text, span.start, span.end)
    return match.end() if match else -1


def _opened_again(text: str, before: _Scan, first: Span, second: Span, family: _Family) -> None:
    """A quotation left open reaches the end of its paragraph where the next one opens with the same mark."""
    left, mark = before.left, family.pattern.search(text, second.start, second.end)
    if left is None or mark is None or mark[0] != left[2] or text[second.start : mark.start()].strip():
        return
    if not any(pair[:2] == left[:2] or pair[0] > left[0] for pair in before.pairs):
        before.pairs.append((*left[:3], first.end, first.end))


def _close_late(before: _Scan, first: Span, after: _Scan, second: Span, family: _Family) -> None:
    left, orphan = before.left, after.orphan
    if left is not None and orphan is not None and orphan[2] in family.closes[left[2]]:
        if not any(pair[:2] == left[:2] for pair in before.pairs):
            before.pairs.append((*left[:3], first.end, first.end))
        after.pairs.append((second.start, second.start, left[2], *orphan[:2]))


def _plain_pairs(text: str, span: Span, forms: Sequence[_Form], family: _Family) -> list[_Pair] | None:
    """The pairs of marks that open and close in turn, as most do; None where any mark may be read otherwise."""
    if len(forms) % 2:
        return None
    pairs: list[_Pair] = []
    for (start, opened, form), (close, end, after) in zip(forms[::2], forms[1::2], strict=True):
        if after not in family.closes.get(form, ()):
            return None
        if (form in family.ends or form in _APOSTROPHES) and _side(text, start, opened, span) != "open":
            return None
        if (after in family.closes or after in _APOSTROPHES) and _side(text, close, end, span) != "close":
            return None
        pairs.append((start, opened, form, close, end))
    return pairs


def _side(text: str, start: int, end: int, span: Span) -> str:
    """Does a mark stand like one that opens, like one that closes, or like neither?"""
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    if before.isspace() or before in _LEFT:
        return "" if after.isspace() or after in _RIGHT or (after == "." and text[end + 1 : end + 2] != ".") else "open"
    return "" if after.isalnum() else "close"


def _scan(text: str, span: Span, family: _Family) -> _Scan:
    scan = _Scan([])
    if not (forms := [(*match.span(), match[0]) for match in family.pattern.finditer(text, span.start, span.end)]):
        return scan
    if (pairs := _plain_pairs(text, span, forms, family)) is not None:
        scan.pairs = pairs
        return scan
    found = [(start, end, form, _side(text, start, end, span)) for start, end, form in forms]
    marks = _without_slips(_reopened(text, span, found, family), family)
    stack: list[_Mark] = []
    for mark, after in zip(marks, _next_of_kind(marks), strict=True):
        at = _closed(stack, mark, family)
        if _opens(mark, after, None if at is None else stack[at], family):
            stack.append(mark)
        elif at is not None:
            scan.pairs.append((*stack[at][:3], *mark[:2]))
            del stack[at:]
        elif not stack and not scan.pairs and scan.orphan is None and _is_end(mark, family):
            scan.orphan = mark
    scan.left = stack[0] if stack else None
    if scan.left is not None and not text[span.start : scan.left[0]].strip() and not _is_repeated(scan.left, scan.pairs, family):
        scan.pairs.append((*scan.left[:3], span.end, span.end))
    return scan


def _reopened(text: str, span: Span, marks: Sequence[_Mark], family: _Family) -> Sequence[_Mark]:
    """The marks; one that only closes and begins the paragraph stands for the one that it closes."""
    start, end, form, _ = marks[0]
    if form in family.closes or text[span.start : start].strip():
        return marks
    return [(start, end, family.ends[form], "open"), *marks[1:]]


def _without_slips(marks: Sequence[_Mark], family: _Family) -> Sequence[_Mark]:
    """The marks without those that only close, stand like one that opens, and are followed by one that closes as well."""
    clear = [mark for mark in marks if mark[2] not in _APOSTROPHES]
    slips = {
        start
        for (start, _, form, side), (_, _, after, _) in pairwise(clear)
        if side == "open" and form == after and form not in family.closes
    }
    return [mark for mark in marks if mark[0] not in slips] if slips else marks


def _next_of_kind(marks: Sequence[_Mark]) -> list[_Mark | None]:
    """For each mark the next one of the same form."""
    after: dict[str, _Mark] = {}
    found: list[_Mark | None] = []
    for mark in reversed(marks):
        found.append(after.get(mark[2]))
        after[mark[2]] = mark
    return found[::-1]


def _closed(stack: list[_Mark], mark: _Mark, family: _Family) -> int | None:
    """What a mark may close: the place in the stack."""
    _, _, form, side = mark
    if form not in family.ends or (form in _APOSTROPHES and side != "close"):
        return None
    for at in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if form in family.closes[stack[at][2]]:
            return at
    return None


def _opens(mark: _Mark, after: _Mark | None, open_: _Mark | None, family: _Family) -> bool:
    """Does a mark open, where `open_` is what it could close and `after` is the next of its form?"""
    _, _, form, side = mark
    if form not in family.closes or (form in _APOSTROPHES and side != "open"):
        return False
    if form not in family.ends:
        return True
    if side == "open":
        return open_ is None or open_[2] != form or (after is not None and after[3] == "close")
    return open_ is None and (side == "" or (after is not None and after[3] == ""))


def _is_end(mark: _Mark, family: _Family) -> bool:
    _, _, form, side = mark
    return form in family.ends and form not in _APOSTROPHES and (side == "close" or form not in family.closes)


def _is_repeated(left: _Mark, pairs: Sequence[_Pair], family: _Family) -> bool:
    """Does a mark that opens as it closes come again, in a pair: was the end of the first one forgotten?"""
    form = left[2]
    return form in family.closes[form] and any(pair[2] == form for pair in pairs)


def _nested(text: str, pairs: Sequence[_Pair], family: _Family) -> list[Quotation]:
    kept: list[Quotation] = []
    ends: list[int] = []  # of those that stand around the one at hand
    for start, opened, form, close, end in sorted(pairs, key=lambda pair: (pair[0], -pair[4])):
        while ends and ends[-1] <= start:
            ends.pop()
        inner = _inner(text, opened, close, family.least.get(form, 0)) if len(ends) <= _DEEPEST else None
        if inner is not None:
            kept.append(Quotation(Span(start, end), inner, len(ends)))
            ends.append(end)
    return kept


def _inner(text: str, start: int, end: int, least: int) -> Span | None:
    """What stands between two marks, without the space at its edges; None where it is shorter than `least` words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end or (least > 1 and _is_shorter(text, start, end, least)):
        return None
    return Span(start, end)


def _is_shorter(text: str, start: int, end: int, least: int) -> bool:
    """Are there fewer words? So many of them stand near the opening mark, or nowhere."""
    return sum(1 for _ in islice(_WORD.finditer(text, start, min(end, start + _NEAR)), least)) < least
