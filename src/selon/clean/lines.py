"""Cuts a text without mark-up into lines. A line that only goes on the one before it (it opens in lower case) belongs to it."""

import re
from collections.abc import Iterator
from itertools import islice

from selon.clean.credits import line_credits
from selon.clean.header import header
from selon.model.article import CreditKind

MAX_LINES = 20_000  # what comes after so many is one line

_LINE = re.compile(r"[^\n]*\n*(?:[^\S\n]*\n+)*")
_OPEN_END = re.compile(r"[.!?…:;»”\"|>*)\]-]\s*$")
_GOES_ON = re.compile(r"[a-zà-öø-ÿœ]")
_LONGEST_CHARS = 100  # a text that is not wrapped has longer lines than this
_USUAL_CHARS = 40  # and one that is wrapped has few shorter ones
_FULL_CHARS = 35  # a line that is full goes on
_FEW_LINES = 6
_BYLINE_CHARS = 120
_LAST_CHARS = 25  # a shorter line after a full stop stands alone: a credit, a signature


def lines(text: str, begin: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines of a text from `begin` on, in order; they tile it, each with the blank lines after it."""
    spans = [match.span() for match in islice(_LINE.finditer(text, begin), MAX_LINES) if match.end() > match.start()]
    if spans and spans[-1][1] < len(text):
        spans.append((spans[-1][1], len(text)))
    wrapped = _is_wrapped(text, spans)
    first: int | None = None
    for at, (start, end) in enumerate(spans):
        first = start if first is None else first
        following = text[slice(*spans[at + 1])].rstrip("\n") if at + 1 < len(spans) else ""
        if following and _goes_on(text[start:end], following, wrapped):
            continue
        yield first, end
        first = None


def too_many_lines(text: str, begin: int = 0) -> str | None:
    """What the limit on lines takes away; None: nothing."""
    if text.count("\n", begin) < MAX_LINES:
        return None
    spans = (match for match in _LINE.finditer(text, begin) if match.end() > match.start())
    return f"what comes after {MAX_LINES} lines is one line" if next(islice(spans, MAX_LINES, None), None) else None


def _goes_on(line: str, following: str, wrapped: bool) -> bool:
    if not line.strip() or not following.strip() or line.count("\n") != 1 or line.lstrip()[:1] in "#{|-*":
        return False
    if wrapped:
        if following[0] in "#>-*|{" or (len(following) < _LAST_CHARS and _OPEN_END.search(line) and not _GOES_ON.match(following)):
            return False
        return len(line) >= _FULL_CHARS or bool(_GOES_ON.match(following))
    return bool(_GOES_ON.match(following)) and not _OPEN_END.search(line) and not _is_apart(following)


def _is_apart(line: str) -> bool:
    """Is a line that opens in lower case a byline or a date, not the rest of the line before it?"""
    if len(line) > _BYLINE_CHARS:
        return False
    found = line_credits(line)
    return header(line) is not None or (bool(found) and (len(line.split()) == 1 or any(one.kind is CreditKind.AUTHOR for one in found)))


def _is_wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    lengths = sorted(len(text[start:end].strip()) for start, end in spans if text[start:end].strip())
    return len(lengths) >= _FEW_LINES and lengths[-1] <= _LONGEST_CHARS and lengths[len(lengths) // 2] >= _USUAL_CHARS
