"""Cuts a text without mark-up into lines. A line that only goes on the one before it (it opens in lower case) belongs to it."""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\n*(?:[^\S\n]*\n+)*")
_OPEN_END = re.compile(r"[.!?…:;»”\"|>*)\]-]\s*$")
_GOES_ON = re.compile(r"[a-zà-öø-ÿœ]")
_WRAPPED_CHARS = (50, 100)  # a text wrapped by hand has lines of about this length
_FEW_WRAPPED = 0.5  # share of lines that must look so


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines of a text, in order; they tile it, each with the blank lines after it."""
    spans = [match.span() for match in _LINE.finditer(text) if match.end() > match.start()]
    wrapped = _is_wrapped(text, spans)
    begin: int | None = None
    for at, (start, end) in enumerate(spans):
        begin = start if begin is None else begin
        following = text[spans[at + 1][0] : spans[at + 1][0] + 1] if at + 1 < len(spans) else ""
        if following and _goes_on(text[start:end], following, wrapped):
            continue
        yield begin, end
        begin = None


def _goes_on(line: str, following: str, wrapped: bool) -> bool:
    if not line.strip() or line.count("\n") != 1 or line.lstrip()[:1] in "#{|-*":
        return False
    if wrapped:
        return following not in "#>-*|{\n" and (len(line) >= _WRAPPED_CHARS[0] or bool(_GOES_ON.match(following)))
    return bool(_GOES_ON.match(following)) and not _OPEN_END.search(line)


def _is_wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    lengths = [end - start for start, end in spans if text[start:end].strip()]
    if len(lengths) < 6 or max(lengths) > _WRAPPED_CHARS[1] + 20:
        return False
    return sum(_WRAPPED_CHARS[0] <= length <= _WRAPPED_CHARS[1] for length in lengths) > _FEW_WRAPPED * len(lengths)
