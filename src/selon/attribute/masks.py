"""A stretch of text as its grammar is read: straight apostrophes, plain hyphens, codes bracketed; quotations, addresses of links masked."""

import re
from collections.abc import Sequence
from functools import lru_cache

from selon.attribute.lexicon import PART, Lexicon
from selon.attribute.quotation import Quotation
from selon.model.span import Span

QUOTE_A, QUOTE_B = QUOTES = "ꙁ", "ꙃ"  # letters of no press, in lower case: a quotation stands as a run of one of them
_LINK = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_CODE = re.compile(r"<([A-Z0-9][A-Z0-9.]{0,11})>")  # the code of a firm behind its name, as wires have it: set aside like "(TSMR.L)"
_CURLY = {"’": "'", "ʼ": "'", "‘": "'", "\u2011": "-", "\u2010": "-"}


def masked(text: str, span: Span, quotes: Sequence[Quotation]) -> tuple[str, str]:
    """The stretch, and that in lower case; both as long as it is. A quotation is a run of capitals, two in a row of different ones."""
    straight, low = _straight(text)
    linked = text.find("](", span.start, span.end) >= 0
    if not quotes and not linked:
        return straight[span.start : span.end], low[span.start : span.end]
    pieces: list[str] = []
    lows: list[str] = []
    at = span.start
    for number, quote in enumerate(quotes):
        run = _run(text, quote, QUOTE_B if number % 2 else QUOTE_A)
        pieces += straight[at : quote.outer.start], run.upper()
        lows += low[at : quote.outer.start], run
        at = quote.outer.end
    pieces.append(straight[at : span.end])
    lows.append(low[at : span.end])
    both = "".join(pieces), "".join(lows)
    return (_unlinked(both[0]), _unlinked(both[1])) if linked else both


def may_hold_cue(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Does a stretch hold any word with which a cue is told? Quicker than to cut it into tokens."""
    return not lexicon.hints.isdisjoint(PART.findall(_straight(text)[1], span.start, span.end))


def _unlinked(text: str) -> str:
    return _LINK.sub(lambda match: " " * len(match.group()), text)


def _run(text: str, quote: Quotation, letter: str) -> str:
    """What stands for a quotation: a run of one letter; one that ends its sentence keeps the mark that does."""
    length, last = len(quote.outer), text[quote.inner.end - 1]
    return letter * (length - 2) + last + '"' if last in ".!?…" and length > 4 else letter * length


@lru_cache(maxsize=2)
def _straight(text: str) -> tuple[str, str]:
    """A whole text with straight apostrophes, plain hyphens and bracketed codes, and that in lower case; both as long as the text."""
    for char, plain in _CURLY.items():
        text = text.replace(char, plain)
    if "<" in text:
        text = _CODE.sub(r"(\1)", text)
    return text, _lower(text)


def _lower(text: str) -> str:
    """In lower case, of the same length: a letter that would grow stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
