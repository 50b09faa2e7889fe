"""The digits and words that make a number: "1 300", "4,5 millions", "dix-sept mille", "ten thousand", "des dizaines" (20 to 99).

Not done yet: "neuf sur dix" as 90 %, "un demi-point", ordinals in words.
"""

import re
from collections.abc import Sequence
from functools import cache

from selon.languages.fold import fold
from selon.languages.rows.match import NumberWord
from selon.match.lexicon import lexicon

_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*$")
_SPACES = re.compile(r"[\u00a0\u202f]")
_POINTS = re.compile(r"[.,]")

Row = tuple[str, float, float]  # kind, the least and the most that is meant


def is_digits(written: str) -> bool:
    """Is the word a number in digits?"""
    return written[0].isdigit() and bool(_DIGITS.match(written))


def number_parts(flat: str, code: str) -> tuple[Row, ...]:
    """What the parts of a number word are: ("dix-sept" is 10 and 7); empty where one is no number."""
    table = number_words(code)
    if "-" not in flat:
        part = table.get(flat)
        return (part,) if part and part[0] != "part" else ()
    found = [table.get(part) for part in flat.split("-")]
    known = tuple([part for part in found if part and (part[0] != "part" or len(found) > 1)])
    return known if len(known) == len(found) else ()


def digits(written: Sequence[str], starts: Sequence[int], at: int, stop: int) -> tuple[float, int] | None:
    """A number in digits that begins at one word, and the index after it; groups of three may stand apart ("17 000")."""
    if not is_digits(written[at]):
        return None
    form, end = written[at], at + 1
    while form.isdecimal() and len(written[at]) <= 3 and end < stop and starts[end] == starts[end - 1] + len(written[end - 1]) + 1:
        if len(written[end]) != 3 or not written[end].isdecimal():
            break
        form += written[end]
        end += 1
    return _value(form), end


def _value(form: str) -> float:
    """Digits with separators: the last one is decimal unless three digits follow."""
    if form.isdecimal():
        return float(form)
    plain = _SPACES.sub("", form)
    groups = _POINTS.split(plain)
    if len(groups) > 1 and len(groups[-1]) != 3:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float("".join(groups))


@cache
def number_words(code: str) -> dict[str, Row]:
    """The words that make numbers, folded."""
    rows = lexicon(code).language.rows(NumberWord)
    return {fold(row.form): (row.kind, row.low, row.low if row.high is None else row.high) for row in rows}
