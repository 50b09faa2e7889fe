"""Names in a row of which one at least is an agency: "R. I./Agences", "afp/nxp", "AFP, AP et Reuters"."""

import re
from collections.abc import Iterator

from selon.clean.credit_words import Credits
from selon.clean.names import NAME_WORDS, RUN, is_name, trim
from selon.clean.signed import INITIALS, PERSON
from selon.languages.fold import fold
from selon.model.article import CreditKind

PICTURED = re.compile(r"(?:photo|vid[eé]o|foto|image)\w*", re.IGNORECASE)
PARTS = re.compile(r"\s*(?:/|,|\+|;|&|\s[-–—|]\s|\svia\s)\s*")
LABELLED_WORDS = 12


def is_picture_name(name: str, words: Credits) -> bool:
    """Does a name hold one of a picture agency, or a word for pictures?"""
    return any(part in words.pictures for part in PARTS.split(name)) or bool(PICTURED.search(name))


def listed(said: str, words: Credits, *, lower: bool, picture: bool, byline: bool = False) -> Iterator[tuple[CreditKind, str]]:
    """A list of names one of which at least is an agency: "R. I./Agences", "afp/nxp", "X / AFP"."""
    if not may_name(said, words):
        return
    whole = trim(said)
    parts = [part for part in (trim(part, keep_dot=True) for part in PARTS.split(said)) if part]
    known = [is_agency(part, words, lower) for part in parts]
    if picture and any(known) and len(said.split()) <= LABELLED_WORDS:
        yield CreditKind.PHOTO, whole
        return
    if (
        not any(known)
        or len(said.split()) > NAME_WORDS
        or not all(agency or INITIALS.match(part) or is_name(part) for part, agency in zip(parts, known, strict=True))
    ):
        return
    people = [part for part, agency in zip(parts, known, strict=True) if not agency and PERSON.match(part) and not INITIALS.match(part)]
    if is_picture_name(whole, words) or (people and " / " in said and known[-1] and not byline):
        yield CreditKind.PHOTO, whole
        return
    for part, agency in zip(parts, known, strict=True):
        if not agency and part[:1].isdigit():  # a day or an hour
            continue
        if agency:
            yield CreditKind.SOURCE, trim(part)
        elif lower and part.islower():
            yield CreditKind.VIA, part
        else:
            yield CreditKind.AUTHOR, part


def may_name(said: str, words: Credits) -> bool:
    """Does text hold a word of any agency's name? Most holds none."""
    return not words.agency_signs.isdisjoint(RUN.findall(said.upper()))


def is_agency(part: str, words: Credits, lower: bool) -> bool:
    """Is it an agency of the tables; in small letters too, where `lower` says that the place allows it?"""
    name = trim(part)
    return name in words.agencies or name in words.pictures or (lower and name.islower() and name.upper() in words.agencies)


def joints(folded: str, words: Credits) -> list[re.Match[str]]:
    """Where a word joins two names in a folded line ("avec", "et"), in order."""
    runs = (run for run in RUN.finditer(folded) if run.group() in words.joint_signs)
    return [match for run in runs if (match := words.joint.match(folded, run.start()))]


def joined(right: str, words: Credits) -> tuple[tuple[CreditKind, str], ...]:
    """Sources of a list whose last two are joined by a word: "AFP, AP et Reuters"; none where one part is no agency."""
    begin = 0
    found: list[tuple[CreditKind, str]] = []
    for match in (*joints(fold(right), words), None):
        end = match.start() if match else len(right)
        part = tuple(listed(trim(right[begin:end]), words, lower=False, picture=False))
        if not part:
            return ()
        found.extend(part)
        begin = match.end() if match else end
    return tuple(found)
