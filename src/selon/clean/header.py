"""The line at a headline that says who published, and when: "Le Phare | Publié le 3 mai 2021 à 17h40", "The Harbour Post, 3 May 2021".

A line is such a header only where nothing else stands in it: a date with its year, at most one hour, names, "4 min read". A name is that
of an outlet where it shows it ("Le Brin", "Courrier du Vallon", "Vallon 24", "vallon.example"), that of a person where the table knows
the given name; of any other name nothing is said. Not done yet: days without a year, time zones but UTC.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from selon.clean.credit_words import credit_words
from selon.clean.names import is_name, trim
from selon.clean.stamps import HeaderWords, header_words
from selon.languages.fold import fold

_LINE_CHARS = 200
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIELD = re.compile(r"\s*[|·•\n,/()*_]\s*|\s+-+\s+|^\s*-+\s*|\s*-+\s*$")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,7}")
_NUMBERED = re.compile(r"[A-ZÀ-Ý][\w'’-]+ \d{1,3}")
_COUNTED = re.compile(r"\s+\d+\s+[a-zà-ÿ]")  # "12 commentaires" beside a name
_MOST_FIELDS = 4
_NAME_WORDS = 7
_ASIDE_WORDS = 7
_PERSON_WORDS = range(2, 5)
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Said:
    """A value and where it stands in the line."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a header says."""

    stamp: int  # where its first date begins, with the words before it
    announced: bool  # a word says that it was published then
    published: Said | None  # ISO 8601, a day or an instant as the page tells it; None: only a change is dated
    unsure: bool  # day and month could change places
    outlet: Said | None
    author: Said | None
    strange: bool  # it holds a name of which nothing is known: only its place can tell whether the line is a header


def header(line: str) -> Header | None:
    """What a line says as a header; None where it is something else."""
    if len(line) > _LINE_CHARS or not _YEAR.search(line) or "@" in line:  # a handle signs a post
        return None
    words, folded = header_words(), fold(line)
    dates = list(words.region.finditer(folded))
    if not dates:
        return None
    told = [match for match in dates if not (match["said"] and words.updated.fullmatch(match["said"]))]
    announced = any(match["said"] for match in told) or bool(words.published.match(folded.lstrip()))
    names, when = _names(line, folded, dates, words, announced), _when(told[0], words) if told else None
    if names is None or (told and when is None):
        return None
    return Header(
        stamp=dates[0].start(),
        announced=announced,
        published=Said(told[0].start("date"), told[0].end(), when[0]) if when else None,
        unsure=bool(when and when[1]),
        outlet=names.get("outlet"),
        author=names.get("author"),
        strange="name" in names,
    )


def goes_on(line: str) -> bool:
    """Does a sentence go on behind the date that opens a line ("Publié le 3 mai après une plainte")?"""
    return header_words().onward.search(fold(line[:_LINE_CHARS])) is not None


def _names(line: str, folded: str, dates: list[re.Match[str]], words: HeaderWords, announced: bool) -> dict[str, Said] | None:
    """The names of a line by what they name, the first of each; None where the line holds something else."""
    fields = list(_fields(folded, dates))
    if len(fields) > _MOST_FIELDS:
        return None
    names: dict[str, Said] = {}
    for start, end in fields:
        found = _kind(line[start:end], folded[start:end], words, sure=announced or not _by_comma(folded, start, end))
        if found is None:
            return None
        names.setdefault(found[0], _trimmed(line, start + found[1], end))
    return names


def is_outlet(name: str) -> bool:
    """Does a name that stands alone beside a date show that it is an outlet's?"""
    said = trim(name)
    return is_name(said) and _name_kind(said, fold(said), header_words(), sure=True) == "outlet"


def _fields(folded: str, dates: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """What stands around the dates, cut at bars, commas and dashes."""
    begin = 0
    for end, after in [*(match.span() for match in dates), (len(folded), 0)]:
        at = begin
        for cut in [*((match.start(), match.end()) for match in _FIELD.finditer(folded[begin:end])), (end - begin, 0)]:
            if trim(folded[at : begin + cut[0]]).strip("-"):
                yield at, begin + cut[0]
            at = begin + cut[1]
        begin = after


def _by_comma(folded: str, start: int, end: int) -> bool:
    """Does only a comma, or nothing, part a name from the date? So do datelines: "Valdor, 3 May 2021"."""
    around = (folded[:start].rstrip()[-1:], folded[end:].lstrip()[:1])
    return not any(sign and sign in "|·•-/*_" for sign in around) and "\n" not in folded[end : end + 2]


def _kind(said: str, folded: str, words: HeaderWords, *, sure: bool) -> tuple[str, int] | None:
    """What a field holds, "outlet", "author" or something of no consequence, and where its name begins; None: it is no part of a header."""
    lead = len(folded) - len(folded.lstrip())
    bare = folded.strip(" .:;-")
    size = len(bare.split())
    if words.updated.match(bare) and size <= _ASIDE_WORDS:
        return "aside", 0
    if words.published.fullmatch(bare) or words.hour.fullmatch(bare) or (words.aside.search(bare) and size <= _ASIDE_WORDS):
        return "aside", 0
    if opening := words.by.match(folded, lead):
        name = trim(_COUNTED.split(said[opening.end() :], maxsplit=1)[0])
        if not is_name(name) or len(name.split()) > _NAME_WORDS:
            return None
        return (_name_kind(name, fold(name), words, sure=True) or "author"), opening.end()
    name = trim(said)
    if folded.rstrip().endswith(":") or name in credit_words().agencies:
        return None
    if not is_name(name) or size > _NAME_WORDS:
        return ("outlet", 0) if _DOMAIN.fullmatch(name) else None
    return (_name_kind(name, fold(name), words, sure=sure) or "name"), 0


def _name_kind(name: str, folded: str, words: HeaderWords, *, sure: bool) -> str | None:
    """What a name shows that it is the name of; None: it shows nothing.

    Args:
        name: as it stands.
        folded: the same, folded.
        words: the tables.
        sure: more than a comma ties it to the date, so that it is no town's.
    """
    tokens = re.findall(r"[\w.-]+'?", folded)
    if not tokens or folded in words.towns or any(token in words.desks for token in tokens):
        return None
    if name.split()[-1][0].islower() and not _DOMAIN.fullmatch(name):
        return None  # the end of a sentence
    opened = folded.startswith(words.articles)
    rest = tokens[1:] if opened else tokens
    nouns = sum(token in words.nouns for token in rest)
    if not opened and tokens[0] in words.given and len(tokens) in _PERSON_WORDS:
        return "author"
    capitals = {fold(token) for token in re.findall(r"[\w.-]+", name) if token[0].isupper()}
    if nouns and (opened or capitals - words.nouns):
        return "outlet"
    if sure and (_DOMAIN.fullmatch(name) or _NUMBERED.fullmatch(name) or (opened and rest)):
        return "outlet"
    return None


def _trimmed(line: str, start: int, end: int) -> Said:
    value = trim(_COUNTED.split(line[start:end], maxsplit=1)[0])
    begin = line.index(value, start) if value else start
    return Said(begin, begin + len(value), value)


def _when(match: re.Match[str], words: HeaderWords) -> tuple[str, bool] | None:
    """The day or instant of a match as ISO 8601, and whether day and month could change places; None: no such day."""
    unsure = False
    if match["month"] or match["month2"]:
        year, month, day = match["year"] or match["year2"], words.months[match["month"] or match["month2"]], match["day"] or match["day2"]
    elif match["year3"]:
        year, month, day = match["year3"], int(match["month3"]), match["day3"]
    else:
        year, first, second = match["year4"], int(match["first"]), int(match["second"])
        unsure = "/" in match["date"] and first <= _LAST_MONTH and second <= _LAST_MONTH and first != second
        day, month = (str(first), second) if second <= _LAST_MONTH else (str(second), first)
    iso = f"{year}-{month:02}-{int(day):02}{_clock(match)}"
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return None
    return iso, unsure


def _clock(match: re.Match[str]) -> str:
    if not match["hour"]:
        return ""
    hour = int(match["hour"]) % (12 if match["half"] else 24) + (12 if match["half"] == "p" else 0)
    return f"T{hour:02}:{match['minute'] or '00'}:00{'+00:00' if match['zone'] else ''}"
