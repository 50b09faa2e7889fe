"""Numbers and vague quantities, with the noun they count.

Not done yet: numbers written in words ("seize"), and units that two languages write in their own way.
"""

import re
from typing import NamedTuple

from selon.languages.fold import fold
from selon.languages.words import words
from selon.model.span import Span
from selon.trace.changes.tellings import Telling

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[   .,]\d{3})+(?!\d)|(?<![\w.,])\d+(?:[.,]\d+)?(?![\w])")
_REACH_CHARS = 40  # the counted noun stands this near behind its number
_UNIT_CHARS = 5
_LEAST_NOUN = 4


class Quantity(NamedTuple):
    """One quantity: where it stands, its value (None where it is vague), the stem of what it counts."""

    span: Span
    value: float | None
    unit: str


def quantities(telling: Telling) -> list[Quantity]:
    """The quantities of a telling, dates and years left out, in order."""
    text = telling.article.text
    found = [Quantity(span, None, _unit(text, span)) for span in telling.marked("quantity")]
    for part in telling.spans:
        for match in _NUMBER.finditer(text, part.start, part.end):
            span = Span(*match.span())
            if not any(date.span.overlaps(span) for date in telling.dates):
                found.append(Quantity(span, _value(match.group()), _unit(text, span)))
    return sorted(found)


def is_approximate(quantity: Quantity, telling: Telling) -> bool:
    """Does a word just before the quantity make it less precise ("plus de 20")?"""
    return quantity.value is None or any(0 <= quantity.span.start - near.end <= 1 for near in telling.marked("approximate"))


def _value(written: str) -> float:
    plain = re.sub(r"[   ]", "", written)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    return float(plain.replace(",", "."))


def _unit(text: str, span: Span) -> str:
    near = words(text, span.end, min(len(text), span.end + _REACH_CHARS))
    return next((fold(word.form)[:_UNIT_CHARS] for word in near if len(word.form) >= _LEAST_NOUN), "")
