"""Words a person types -> a query of the full-text index; what it finds, newest first.

The index holds folded words: without accents, ligatures opened ("œuvre" is "oeuvre"), so that any spelling finds any. Words must all be
there, "…" asks for a phrase, a star at the end for a beginning. A name (a word with a capital, or of a claimant) is also found in its
other spellings. Outlet, language and stance are words of the index too ("tags"), and the day is the upper half of a row's number, so that
every filter is met inside the index and the newest come first without sorting.
"""

import re
import sqlite3
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

from selon.errors import UsageError
from selon.languages.fold import fold
from selon.languages.unseen import UNSEEN
from selon.model.collection import Found
from selon.store.sounds import is_told, names_in, sounds

RUNNING_BITS = 32  # of a row's number, below its day

_OPENED = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "’": " ", "'": " ", "ʼ": " "}
    | dict.fromkeys(UNSEEN)
)
_MOST_CHARS = 2_000  # of a search: each word is a part of the query
_PART = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+)')
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class What(StrEnum):
    """What is looked for."""

    PASSAGES = "passages"  # attributions, and titles
    ARTICLES = "articles"  # by any of their words
    CLAIMS = "claims"  # by the words of any of their appearances


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a search asks for; all of it must hold."""

    words: str = ""
    claimant: str | None = None  # words of the name
    outlet: str | None = None  # its whole name, in any case
    lang: str | None = None  # ISO 639-1
    stance: str | None = None
    since: str | None = None  # YYYY-MM-DD, inclusive; publication of the article
    until: str | None = None
    most: int = 20
    what: What = What.PASSAGES
    before: int | None = None  # the key of the last one that was shown: go on behind it


_TABLES = {
    What.PASSAGES: ("said", "folded", "article, attribution, outlet, lang, day, said.claimant, stance, first, last, said.words, NULL"),
    What.ARTICLES: ("page", "page_words", "article, NULL, outlet, lang, day, NULL, NULL, first, last, title, NULL"),
    What.CLAIMS: ("claim", "claim_words", "article, NULL, outlets, langs, day, claimants, stances, first, last, label, claim"),
}


def found(base: sqlite3.Connection, wanted: Wanted) -> list[Found]:
    """What holds all that is wanted, the newest first, undated last.

    Raises:
        UsageError: a date is none, there is no word in what should be words, or far too many.
    """
    if max(len(wanted.words), len(wanted.claimant or "")) > _MOST_CHARS:
        fix = "ask for the words that matter; selon near finds what is like a whole sentence"
        raise UsageError(f"the search is longer than {_MOST_CHARS} characters", where="the words of the search", fix=fix)
    names = names_in(_plain_words(wanted.words)), names_in(word.title() for word in _plain_words(wanted.claimant or ""))
    kept: list[Found] = []
    while len(kept) < wanted.most:
        some = _rows(base, wanted)
        kept += [one for one in some if wanted.what is not What.PASSAGES or _is_told(one, *names)]
        if len(some) < wanted.most:
            break
        wanted = replace(wanted, before=some[-1].key)
    return kept[: wanted.most]


def _rows(base: sqlite3.Connection, wanted: Wanted) -> list[Found]:
    table, index, columns = _TABLES[wanted.what]
    match = " AND ".join(_asked(wanted))
    low, high = _bounds(wanted)
    source = f"{index} CROSS JOIN {table} ON {table}.id = {index}.rowid" if match else table
    number = f"{index}.rowid" if match else f"{table}.id"
    conditions = [f"{number} >= ?", f"{number} < ?", *([f"{index} MATCH ?"] if match else [])]
    rows = base.execute(
        f"SELECT {columns}, {number} FROM {source} WHERE {' AND '.join(conditions)} ORDER BY {number} DESC LIMIT ?",
        (low, high, *([match] if match else []), wanted.most),
    )
    return [
        Found(
            article=row[0], attribution=row[1], outlet=row[2], lang=row[3], day=row[4], claimant=row[5], stance=row[6], start=row[7],
            end=row[8], words=row[9] or "", claim=row[10], key=row[11],
        )
        for row in rows
    ]  # fmt: skip


def folded(text: str) -> str:
    """The words of a text as the index holds them.

    >>> folded("L’Œuvre d'Élise"), folded("Straße")
    ('l oeuvre d elise', 'strasse')
    """
    return fold(text.translate(_OPENED))


def _is_told(one: Found, words: list[str], claimants: list[str]) -> bool:
    """Does a passage hold the names, and is it said by whom is asked for, in any spelling?"""
    return all(is_told(name, one.words) for name in words) and all(is_told(name, one.claimant or "") for name in claimants)


def _plain_words(words: str) -> list[str]:
    """The words of a search that stand alone and whole."""
    return [match[4] for match in _PART.finditer(words) if match[4] and not match[4].endswith("*")]


def _words_of(phrase: str, forms: list[str], column: str) -> str:
    """What finds one word: itself, or what sounds like it."""
    told = f'{column} : "{" ".join(forms)}"'
    heard = [f"{column[0]}{sound}" for sound in sounds(phrase.title() if column == "claimant" else phrase)]
    return f"({told} OR sounds : ({' OR '.join(heard)}))" if heard and len(forms) == 1 else told


@lru_cache(maxsize=10_000)
def tag(kind: str, value: str | None) -> str:
    """The word of the index that stands for an outlet, a language or a stance."""
    return f"{kind}{sha256(folded(value or '').strip().encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def query(words: str, *, column: str) -> str:
    """The query for words as a person types them.

    Raises:
        UsageError: there is no word in it.

    >>> query('barrière "poste de commande" sirèn*', column="words")
    '(words : "barriere" AND words : "poste de commande" AND words : "siren" *)'
    """
    parts = []
    for match in _PART.finditer(words):
        phrase = next(group for group in match.groups() if group is not None)
        forms = _WORD.findall(folded(phrase))
        if forms and match[4] and not phrase.endswith("*"):
            parts.append(_words_of(phrase, forms, column))
        elif forms:
            parts.append(f'{column} : "{" ".join(forms)}"' + (" *" if phrase.endswith("*") else ""))
    if not parts:
        raise UsageError(f"there is no word in '{words}'", where="the call", fix='give words, or a phrase in "…"')
    return f"({' AND '.join(parts)})"


def floor(day: str | None) -> int:
    """The smallest number of the rows of a day."""
    return date.fromisoformat(day).toordinal() << RUNNING_BITS if day else 0


def _asked(wanted: Wanted) -> list[str]:
    """The parts of the query."""
    asked = [query(words, column=column) for words, column in ((wanted.words, "words"), (wanted.claimant, "claimant")) if words]
    tags = [tag(kind, value) for kind, value in (("o", wanted.outlet), ("l", wanted.lang), ("s", wanted.stance)) if value]
    return [*asked, *(f'(tags : "{one}")' for one in tags)]


def _bounds(wanted: Wanted) -> tuple[int, int]:
    """The numbers of the rows that are wanted; undated ones only where no day is asked for."""
    low = floor(_day(wanted.since, is_end=False)) if wanted.since else (1 << RUNNING_BITS if wanted.until else 0)
    end = _day(wanted.until, is_end=True) if wanted.until else None
    high = floor((date.fromisoformat(end) + timedelta(days=1)).isoformat()) if end and end < "9999-12-31" else 1 << 62
    return low, min(high, wanted.before) if wanted.before is not None else high


def _day(day: str, *, is_end: bool) -> str:
    """The first or last day that a date means."""
    met = _DAY.fullmatch(day)
    try:
        if met is None:
            raise ValueError
        year, month, dom = int(met[1]), int(met[2] or (12 if is_end else 1)), met[3]
        first = date(year, month, int(dom or 1))
    except ValueError as error:
        raise UsageError(f"'{day}' is no date", where="the call", fix="write it YYYY-MM-DD, YYYY-MM or YYYY") from error
    if dom or not is_end:
        return first.isoformat()
    return ((first + timedelta(days=31)).replace(day=1) - timedelta(days=1)).isoformat() if (year, month) != (9999, 12) else "9999-12-31"
