"""Where a text may hold a date at all: figures, and words of which every expression has one. Most sentences have neither."""

import re
from collections.abc import Iterable
from functools import cache

from selon.languages import Language
from selon.languages.rows.when import TimeShape
from selon.resolve.when.lexicon import CORE, NOTHING, Lexicon, characters, lexicon

_FIGURES = r"(?<=\d)(?:\d{3}|\d?/\d|0[^\W\d_])"  # behind the first of them


def signs(low: str, language: Language) -> list[int]:
    """The places of such figures and words in a plain text, in order."""
    bound = _bound(language)
    found = []
    for match in _telling(language).finditer(f"\n{low}"):
        begin, end = match.start(), match.end() - 1
        if low[begin:end] not in bound or _has_company(low, begin, end, language):
            found.append(end - 1)
    return found


@cache
def _telling(language: Language) -> re.Pattern[str]:
    """Begins with what stands before a word: so most letters are passed over quickly."""
    whole = _any(sorted(word for word in lexicon(language).core if word.isalpha()))
    return re.compile(rf"[^a-zß-öø-ÿœ](?:{whole}(?![^\W\d_])|{_FIGURES})")


def _any(words: Iterable[str]) -> str:
    """A pattern for one of the words that tries each letter once: "(?:ma(?:i|rs))"."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    longer = "|".join(f"{re.escape(letter)}{_any(rest)}" for letter, rest in behind.items() if letter)
    return f"(?:{longer})" + "?" * ("" in behind) if longer else ""


@cache
def _bound(language: Language) -> frozenset[str]:
    """The words that are a date only beside others: a season ("été", which is a participle too), a unit."""
    words, alone = lexicon(language), _alone(language)
    longer = {piece for found in words.entries.values() for cut, _ in found if len(cut) > 1 for piece in cut}
    kinds = {form: {row.kind for cut, row in found if len(cut) == 1} for form, found in words.entries.items()}
    return frozenset(form for form in words.core if form not in longer and kinds.get(form, alone).isdisjoint(alone))


def _alone(language: Language) -> set[str]:
    """The kinds that are a shape without another word."""
    alone: set[str] = set(CORE) - {slot.split(".")[0] for row in language.rows(TimeShape) for form in row.forms for slot in _kinds(form)}
    for form in (form for row in language.rows(TimeShape) for form in row.forms):
        needed = [slot for slot in form.split() if not slot.startswith("[")]
        if len(needed) < 2:
            alone |= {kind.split(".")[0] for kind in _kinds(needed[0] if needed else form)}
    return alone


def _kinds(form: str) -> list[str]:
    return re.findall(r"[^\s|\[\]]+", form)


def _has_company(low: str, begin: int, end: int, language: Language) -> bool:
    """May one of the words beside it belong to an expression? So may all but plain words that the tables do not know."""
    before = low[low.rfind(" ", 0, max(0, begin - 1)) + 1 : begin]
    space = low.find(" ", end + 1)
    after = low[end + 1 : space if space >= 0 else len(low)]
    return not (low[end : end + 1] == " " and before[-1:] == " " and _is_plain(before[:-1], language) and _is_plain(after, language))


def _is_plain(form: str, language: Language) -> bool:
    words = lexicon(language)
    return form.isalpha() and form not in _further(words) and characters(words)[form] == NOTHING


@cache
def _further(words: Lexicon) -> frozenset[str]:
    """The pieces of entries but the first."""
    return frozenset(piece for found in words.entries.values() for cut, _ in found for piece in cut[1:])
