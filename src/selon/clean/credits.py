"""Credit lines: who is said to have written, sent, translated or pictured it.

A credit is told by its words ("Source :", "Traduction :", "Par", "Reprinted from"), by the name of an agency that stands alone or in
brackets, or by a sign (©, a dash before a name). An agency in a dateline is a credit inside its paragraph. Not done yet: several labels
on one line, names that go on over two lines, agencies that no table knows and no word announces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.clean.names import NAME_WORDS, is_name, trim
from selon.clean.tables import Credits, credit_words, sentence_starts
from selon.languages.fold import fold
from selon.model.article import CreditKind

_LINE_CHARS = 200  # a credit line is short
_LABELLED_WORDS = 12
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b\s*(?:©|\(c\))?)[\s:]*(?P<year>\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,:]*(?P<name>.*)$", re.IGNORECASE
)
_RUN = re.compile(r"[^\W_]+")
_SLUG = re.compile(r"(?:[\w.-]+(?:/[\w.-]+)?\s+)?\d{2}/\d{2}/\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s*[-–—]\s*")
_PLACE = r"[A-ZÀ-Ý][\w'’ÿ.-]*(?:[ -][\w'’.-]+){0,4}(?:\s\([\w '’-]{2,30}\))?"
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Ý][^()!?\n]{1,60}?(?:\s\([^()\n]{2,30}\))?\s?)?\((?P<name>[\w /-]{2,24})\)\s*(?P<dash>[-–—.:]*)\s*"
)
_PLAIN_DATELINE = re.compile(rf"{_PLACE}(?:[,.]\s*{_PLACE})?[,.–—/-]\s?(?P<name>[\w-]{{2,12}})\s?[.:]?\s?[-–—]+\s*")
_DOTTED = re.compile(r"(?:[A-ZÀ-Ý]\w+[.,]\s*){1,3}(?P<name>[A-Z][\w-]{1,12})[\s.–—-]*$")
_COPY_TAIL = re.compile(r"(?<=\S)\s*[-–—]\s*©\s*\d{4}\s+[\w ]{2,20}$")
_PARTS = re.compile(r"\s*(?:/|,|\+|;|&|\s[-–—]\s)\s*")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.?[ -]?){1,4}$|[a-z]{1,5}$")
_PERSON = re.compile(r"(?:[A-ZÀ-Ý](?:\.|[\w'’.-]+)(?:[ -]|$)){2,4}$")
_PICTURED = re.compile(r"(?:photo|vid[eé]o|foto|image)\w*", re.IGNORECASE)
_TRANSLATOR_WORDS = 7


@dataclass(frozen=True, slots=True)
class Found:
    """One credit of a line: where it stands in the line, what it acknowledges, whom."""

    start: int
    end: int
    kind: CreditKind
    name: str  # empty: a translation by whoever publishes it


def line_credits(line: str, *, last: bool = False, picture: bool = False, byline: bool = False) -> tuple[Found, ...]:
    """The credits of a line that is nothing else; none where it is something else.

    Args:
        line: as it stands in the text.
        last: no prose comes after it: a bare name may sign the text there.
        picture: it stands beside a picture or a caption.
        byline: the mark-up says author or source.
    """
    start, end = _bare(line)
    said = line[start:end]
    if not said or len(said) > _LINE_CHARS:
        return ()
    if said[0] == "(" and said[-1] == ")" and "(" not in said[1:] and not said.lower().startswith("(c)"):
        inner, bracketed = said[1:-1].strip(), True
    else:
        inner, bracketed = said, False
    inner = _SLUG.sub("", inner, count=1) if "/" in inner else inner
    inner = _COPY_TAIL.sub("", inner) if "©" in inner else inner
    pairs = tuple(_pairs(inner, last=last, picture=picture, byline=byline, bracketed=bracketed, dashed=line.lstrip()[:1] in "–—"))
    return tuple(Found(start, end, kind, name) for kind, name in pairs if name or kind is CreditKind.TRANSLATION)


def _bare(line: str) -> tuple[int, int]:
    """The span of a line without the space around it and the signs that carry no name."""
    end = len(line.rstrip(" \t\n\r\u00a0\u202f|*_\u200b\ufeff"))
    start = len(line) - len(line.lstrip(" \t\n\r\u00a0\u202f|*_•>/\u200b\ufeff"))
    return start, max(start, end)


def _pairs(said: str, *, last: bool, picture: bool, byline: bool, bracketed: bool, dashed: bool) -> Iterator[tuple[CreditKind, str]]:
    """The first reading that holds: sign, label, joint, lead, list of agencies, dateline, and last a name alone where names sign."""
    words, folded = credit_words(), fold(said)
    if match := _COPYRIGHT.match(said):
        return _of_copyright(match, words, picture)
    if (match := words.translated.match(folded)) and words.tongues.issuperset(filter(None, match.groups())):
        return _of_translation(said, folded, match.end(), words)
    if match := words.label.match(folded):
        return _of_label(said, folded, match, words, picture=picture, bracketed=bracketed)
    readings = (
        _joint(said, folded, words, loose=byline),
        _of_lead(said, folded, words, last=last or byline, picture=picture),
        _list(said, words, lower=bracketed, picture=picture),
        _of_dateline(said, words),
        _name_alone(said, last=last, byline=byline, bracketed=bracketed, dashed=dashed),
    )
    return iter(next((found for found in map(tuple, readings) if found), ()))


def _of_translation(said: str, folded: str, end: int, words: Credits) -> Iterator[tuple[CreditKind, str]]:
    """Who translated it; where nobody is named the name is empty, and who publishes the text is meant: a language is nobody's name."""
    if by := words.translator.match(folded, end):
        name = trim(said[by.end() :])
        if fold(name) in words.selves:
            yield CreditKind.TRANSLATION, ""
        elif is_name(name) and len(name.split()) <= _TRANSLATOR_WORDS:
            yield CreditKind.TRANSLATION, name
    elif not trim(said[end:]):
        yield CreditKind.TRANSLATION, ""


def _of_dateline(said: str, words: Credits) -> Iterator[tuple[CreditKind, str]]:
    """A dateline alone on its line: "Paris (AFP) -", "Moscou. Russie. EFE.-"."""
    if match := (_DATELINE.fullmatch(said) or _DOTTED.match(said)):
        yield from _list(match.group("name"), words, lower=False, picture=False)


def _name_alone(said: str, *, last: bool, byline: bool, bracketed: bool, dashed: bool) -> Iterator[tuple[CreditKind, str]]:
    """A bare name, where the mark-up or its place says that somebody signs."""
    name = trim(said)
    size = len(name.split())
    if not is_name(name):
        return
    closing = last and ((bracketed and size <= 4) or (dashed and len(name) < 30 and (size == 1 or name.startswith("The "))))
    if closing or (byline and not last and len(name) < 40 and (size == 1 or name.isupper())):
        yield CreditKind.SOURCE, name
    elif (byline and _looks_signed(said)) or (last and not dashed and said[:1] != "-" and _signs(said)):
        yield CreditKind.AUTHOR, name


def _of_copyright(match: re.Match[str], words: Credits, picture: bool) -> Iterator[tuple[CreditKind, str]]:
    name = trim(match.group("name"))
    if name in words.agencies and not picture:
        yield CreditKind.SOURCE, name
    elif not match.group("year") and 0 < len(name.split()) <= NAME_WORDS and (picture or "/" in name or _is_picture_name(name, words)):
        yield CreditKind.PHOTO, name


def _is_picture_name(name: str, words: Credits) -> bool:
    return any(part in words.pictures for part in _PARTS.split(name)) or bool(_PICTURED.search(name))


def _of_label(
    said: str, folded: str, match: re.Match[str], words: Credits, *, picture: bool, bracketed: bool
) -> Iterator[tuple[CreditKind, str]]:
    kind = words.labels[" ".join(match.group().split())]
    rest = said[match.end() :].lstrip(" \u00a0\u202f:")
    if _too_long(rest):
        return
    if kind in (CreditKind.AUTHOR, CreditKind.SOURCE) and (joint := tuple(_joint(rest, fold(rest), words))):
        yield from joint
    elif kind is CreditKind.AUTHOR and not is_name(trim(rest)):
        return
    elif trim(rest) and (
        rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in '©@«"“' or kind is CreditKind.PHOTO or rest.startswith("http")
    ):
        photo = kind is CreditKind.SOURCE and bracketed and picture
        yield (CreditKind.PHOTO if photo else kind), trim(re.sub(r"^(?:©|\([cC]\))\s*", "", rest))


def _too_long(rest: str) -> bool:
    return len(rest.split()) > _LABELLED_WORDS or bool(re.search(r"[.!?]\s+[A-ZÀ-Ý]\w+\s\w+\s\w+", rest))


def _of_lead(said: str, folded: str, words: Credits, *, last: bool, picture: bool) -> Iterator[tuple[CreditKind, str]]:
    match = words.lead.match(folded)
    kind = words.leads[" ".join(match.group().split())] if match else None
    if match is None and last and (match := words.closing.match(folded)):
        kind = words.closings[" ".join(match.group().split())]
    if match is None or kind is None:
        return
    rest = said[match.end() :].strip()
    if stamp := words.stamp.search(fold(rest)):
        rest = rest[: stamp.start()]
    if kind is CreditKind.AUTHOR and (parted := words.author_for.search(fold(rest))):
        rest = rest[: parted.start()]
    name = trim(rest)
    if not is_name(name) or (match.re is words.closing and len(name.split()) > 4):
        return
    if kind is CreditKind.AUTHOR and name in words.agencies:
        kind = CreditKind.SOURCE
    yield (CreditKind.PHOTO if picture and kind is CreditKind.SOURCE else kind), name


def _joint(said: str, folded: str, words: Credits, *, loose: bool = False) -> Iterator[tuple[CreditKind, str]]:
    """X wrote it, after an agency: "X avec AFP"."""
    for match in reversed(_joints(folded, words)):
        right = trim(said[match.end() :].strip(" ()"))
        sources = tuple(_list(right, words, lower=False, picture=False))
        if not sources and loose and is_name(right) and len(right.split()) <= 4:
            sources = ((CreditKind.SOURCE, right),)
        if not sources or any(kind is not CreditKind.SOURCE for kind, _ in sources):
            continue
        left = said[: match.start()].rstrip(" (\u00a0,")
        if lead := words.lead.match(fold(left)):
            left = left[lead.end() :]
        if parted := words.author_for.search(fold(left)):
            left = left[: parted.start()]
        left = trim(left, keep_dot=bool(_INITIALS.match(left.strip())))
        if left in words.agencies:
            yield CreditKind.SOURCE, left
        elif left and not is_name(left) and not _INITIALS.match(left):
            return
        elif left:
            yield CreditKind.AUTHOR, left
        yield from sources
        return


def _joints(folded: str, words: Credits) -> list[re.Match[str]]:
    runs = (run for run in _RUN.finditer(folded) if run.group() in words.joint_signs)
    return [match for run in runs if (match := words.joint.match(folded, run.start()))]


def _list(said: str, words: Credits, *, lower: bool, picture: bool) -> Iterator[tuple[CreditKind, str]]:
    """A list of names one of which at least is an agency: "R. I./Agences", "afp/nxp", "X / AFP"."""
    if words.agency_signs.isdisjoint(_RUN.findall(said.upper())):
        return
    whole = trim(said)
    parts = [part for part in (trim(part, keep_dot=True) for part in _PARTS.split(said)) if part]
    known = [_agency(part, words, lower) for part in parts]
    if picture and any(known) and len(said.split()) <= _LABELLED_WORDS:
        yield CreditKind.PHOTO, whole
        return
    if (
        not any(known)
        or len(said.split()) > NAME_WORDS
        or not all(agency or _INITIALS.match(part) or is_name(part) for part, agency in zip(parts, known, strict=True))
    ):
        return
    people = [part for part, agency in zip(parts, known, strict=True) if not agency and _PERSON.match(part) and not _INITIALS.match(part)]
    if _is_picture_name(whole, words) or (people and " / " in said and known[-1]):
        yield CreditKind.PHOTO, whole
        return
    for part, agency in zip(parts, known, strict=True):
        if agency:
            yield CreditKind.SOURCE, trim(part)
        elif lower and part.islower():
            yield CreditKind.VIA, part
        else:
            yield CreditKind.AUTHOR, part


def _agency(part: str, words: Credits, lower: bool) -> bool:
    name = trim(part)
    return name in words.agencies or name in words.pictures or (lower and name.islower() and name.upper() in words.agencies)


def dateline(line: str) -> tuple[Found, ...]:
    """The agency in the dateline that opens a paragraph: "Paris (AFP) - ...", "MOSCOU, 3 mai (Tass) — ...", "(AFP) - ..."."""
    words = credit_words()
    lead = len(line) - len(line.lstrip())
    for pattern in (_DATELINE, _PLAIN_DATELINE):
        match = pattern.match(line, lead)
        if match and len(line) > match.end() + 20 and (match.groupdict().get("dash", "-") or line[match.end()].isupper()):
            pairs = tuple(_list(match.group("name"), words, lower=False, picture=False))
            return tuple(Found(match.start("name"), match.end("name"), kind, name) for kind, name in pairs if kind is CreditKind.SOURCE)
    return ()


def _looks_signed(said: str) -> bool:
    return bool(_PERSON.match(trim(said, keep_dot=True))) or bool(_INITIALS.match(trim(said, keep_dot=True)) and "." in said)


def _signs(said: str) -> bool:
    """Does a line that closes a text hold nothing but a person's name: a family name in capitals, or two or three capitalised words?"""
    tokens = said.split()
    if (
        not 2 <= len(tokens) <= 4
        or said[-1] in '.!?:;,»”"'
        or not _PERSON.match(said)
        or any(token in credit_words().agencies for token in tokens)
    ):
        return False
    if fold(tokens[0]) in sentence_starts():
        return False
    return (len(tokens[-1]) > 2 and tokens[-1].isupper()) or len(tokens) <= 3
