"""Reasons as the stages write them, in English, told in the reader's language: one form a sentence, what it quotes as it stands.

A reason that no form fits stays as it is, and is said to be English where it is shown. Sentences in a row are parted by "; ".
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, reduce

from babel.core import Locale
from babel.dates import get_day_names

from selon.languages import load
from selon.languages.rows.match import Concept
from selon.show.wording.catalogue import Wording
from selon.show.wording.forms import FORMS
from selon.show.wording.terms import TERMS

_VALUE = re.compile(r"%\((\w+)\)s")
_AGAIN = ("reason", "reasons")  # values that are reasons themselves
_JOINT = "; "
_MOST_JOINTS = 3  # within what one reason quotes
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e\+?\d+)?")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def reason(text: str, words: Wording) -> str | None:
    """A reason, or several, in the reader's language; None where a part of it is in none of these forms.

    >>> from selon.show.wording import wording
    >>> reason("shared passage of 24 words; dates meet", wording("en"))
    'shared passage of 24 words; dates meet'
    >>> reason("seen in a dream", wording("en")) is None
    True
    """
    told = _in_a_row(text.split(_JOINT), words)
    return reduce(lambda more, one: words.say("%(one)s; %(more)s", one=one, more=more), reversed(told)) if told else None


def _in_a_row(parts: list[str], words: Wording) -> list[str] | None:
    """Each reason of a row; what one quotes may hold the joint itself, so that several ways to part it are tried, the shortest first."""
    rows: list[list[str] | None] = [[]]  # of all that stands behind a part, from the end
    for start in reversed(range(len(parts))):
        rows.append(_begun(parts[start : start + _MOST_JOINTS + 1], rows[::-1], words))
    return rows[-1]


def _begun(parts: list[str], rests: list[list[str] | None], words: Wording) -> list[str] | None:
    for size, rest in zip(range(1, len(parts) + 1), rests, strict=False):
        if rest is not None and (one := _one(_JOINT.join(parts[:size]), words)) is not None:
            return [one, *rest]
    return None


def _one(text: str, words: Wording) -> str | None:
    for message, form in _forms():
        if found := form.fullmatch(text):
            values = {name: _value(name, value, words) for name, value in found.groupdict().items()}
            if None not in values.values():
                return words.say(message, **values)
    return None


def _value(name: str, value: str, words: Wording) -> str | None:
    if name in _AGAIN:
        return reason(value, words)
    return _KINDS[name].told(value, words) if name in _KINDS else value


def _concept(name: str, words: Wording) -> str:
    """A concept in the reader's language: the first word of its row there, or what several are a kind of; else it is a word of a text."""
    return _worded(words).get(name) or (words.term("concept", name) if name in TERMS["concept"] else _stem(name, words))


def _stem(form: str, words: Wording) -> str:
    """The beginning of a word of a text, whatever its ending is there."""
    return words.say("“%(words)s”", words=f"{form}…")


@cache
def _worded(words: Wording) -> Mapping[str, str]:
    """Name of a concept -> the word that comes first in its row, a beginning with a sign that it goes on."""
    return {row.name: words.say("“%(words)s”", words=row.forms[0].replace("*", "…")) for row in load(words.lang).rows(Concept)}


def _country(code: str, words: Wording) -> str:
    return str(Locale(words.lang).territories.get(code, code))


def _number(digits: str, words: Wording) -> str:
    return words.number(float(digits)) if _NUMBER.fullmatch(digits) else digits


def _weekday(name: str, words: Wording) -> str:
    return str(get_day_names("wide", locale=words.lang)[_WEEKDAYS.index(name)]) if name in _WEEKDAYS else name


def _credit(kind: str, words: Wording) -> str:
    return words.term("credit", kind)


def _day(iso: str, words: Wording) -> str:
    return words.day(iso)


def _moment(iso: str, words: Wording) -> str:
    """A day, and the hour with its offset where it is known."""
    return f"{words.day(iso)}, {iso[11:16]} {iso[19:]}".rstrip() if len(iso) > len("2031-03-13T19:05") else words.day(iso)


def _as_it_stands(value: str, words: Wording) -> str:
    return value


class _Kind:
    """A kind of value: which characters it has, and how it is told."""

    def __init__(self, shape: str, told: Callable[[str, Wording], str]) -> None:
        self.shape, self.told = shape, told


_KINDS = {
    "concept": _Kind(r"[^\s;|,]+", _concept),
    "contrary": _Kind(r"[^\s;|,]+", _concept),
    "country": _Kind(r"[A-Z]{2}", _country),
    "number": _Kind(r"[^\s;|]+", _number),
    "toll": _Kind(r"[^\s;|]+", _number),
    "kind": _Kind(r"[^)]+", _credit),
    "weekday": _Kind(r"[A-Z][a-z]+", _weekday),
    "day": _Kind(r"[\d-]+", _day),
    "earliest": _Kind(r"[\dT:.+Z-]+", _moment),
    "latest": _Kind(r"[\dT:.+Z-]+", _moment),
    "stem": _Kind(r"[^\s;]+", _stem),
    "key": _Kind(r"[^\s;]+", _as_it_stands),
    "written": _Kind(r"[^;]+", _as_it_stands),
}


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms as patterns: those that hold reasons first, which fit nothing but reasons; then those of most fixed words."""
    ordered = sorted(FORMS, key=lambda one: (not set(_VALUE.findall(one)) & set(_AGAIN), -len(_VALUE.sub("", one)), one))
    return tuple((one, re.compile(_pattern(one), re.DOTALL)) for one in ordered)


def _pattern(message: str) -> str:
    """A form as a pattern: a value has the shape of its kind, else it is some characters."""
    fixed = _VALUE.split(message)  # words, name of a value, words, ...
    return "".join(re.escape(part) if at % 2 == 0 else f"(?P<{part}>{_shape(part)})" for at, part in enumerate(fixed))


def _shape(name: str) -> str:
    return _KINDS[name].shape if name in _KINDS else ".+"
