"""One language's messages, plurals and numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.core import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from selon.model.span import Interval
from selon.show.wording import days
from selon.show.wording.terms import TERMS, Term

LANGS = ("fr", "en")
"""The languages of the interface; the first is the one for readers who ask for neither."""

_NARROW, _WIDE = "\u202f", "\u00a0"
_SPACED = re.compile(r"« | »| (?=[;!?])| (?=:(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Wording:
    """What one language says. Use `wording`."""

    lang: str  # ISO 639-1
    messages: NullTranslations = field(repr=False)

    def say(self, message: str, **values: object) -> str:
        """A message, with its values: `say("%(n)s pages", n=3)`."""
        return _filled(self.messages.gettext(message), values)

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """The form of a message for a number, which it may hold as `%(n)s`."""
        return _filled(self.messages.ngettext(one, many, number), {"n": self.number(number), **values})

    def number(self, number: float) -> str:
        """A number with the marks of the language: 12,000 or 12 000."""
        return str(format_decimal(number, locale=self.lang))

    def percent(self, share: float) -> str:
        """A share in [0, 1] as whole hundredths."""
        return str(format_percent(share, locale=self.lang))

    def day(self, iso: str | None) -> str:
        """A day or an instant, or a day known in part: 13 March 2031."""
        return days.day(iso, self.lang) if iso else self.say("undated")

    def when(self, interval: Interval | None) -> str:
        """An interval: one day, two ends, or an open one."""
        return self.between(interval.earliest, interval.latest) if interval else self.say("undated")

    def between(self, earliest: str | None, latest: str | None) -> str:
        """The same, by its two ends."""
        if earliest and latest:
            return days.between(earliest, latest, self.lang)
        if latest:
            return self.say("by %(day)s", day=days.day(latest, self.lang))
        return self.say("on or after %(day)s", day=days.day(earliest, self.lang)) if earliest else self.say("undated")

    def term(self, group: str, kind: str) -> str:
        """The name of a kind, as `terms.TERMS` has it: `term("denial", "second-hand")`."""
        found = self.sign(group, kind)
        return self.say(found.words) if found else kind

    def sign(self, group: str, kind: str) -> Term | None:
        """The kind with its sign; None where it has no entry."""
        return TERMS[group].get(kind)

    def language(self, code: str) -> str:
        """The name of a language: "fr" is "French"."""
        return str(Locale(self.lang).languages.get(code, code if code != "und" else self.say("language not known")))


@cache
def wording(lang: str) -> Wording:
    """The wording of a language of LANGS."""
    return Wording(lang, NullTranslations() if lang == "en" else _translations(lang))


def _translations(lang: str) -> GNUTranslations:
    with (files("selon.show.wording") / f"{lang}.po").open("rb") as file:
        catalogue = read_po(file, locale=lang)
    for message in catalogue:
        if message.id:
            words = message.string
            message.string = tuple(_spaced(word or "") for word in words) if isinstance(words, tuple | list) else _spaced(words or "")
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    return GNUTranslations(made)


def _spaced(words: str) -> str:
    """French spaces before ; ! ? : and inside « ». Source: Lexique des règles typographiques, Imprimerie nationale, 2002."""
    return _SPACED.sub(
        lambda found: found.group().replace(" ", _WIDE if found.end() < len(words) and words[found.end()] == ":" else _NARROW), words
    )


def _filled(message: str, values: Mapping[str, object]) -> str:
    return message % values if values else message.replace("%%", "%")
