"""Credit lines: who is said to have written, sent, translated or pictured it.

A credit is told by its words ("Source :", "Traduction :", "Par", "Reprinted from"), by the name of an agency that stands alone or in
brackets, or by a sign (©, a dash before a name). An agency in a dateline is a credit inside its paragraph. Not done yet: several labels
on one line, names that go on over two lines, agencies that no table knows and no word announces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selon.clean.agencies import LABELLED_WORDS, PARTS, is_agency, is_picture_name, joined, joints, listed, may_name
from selon.clean.authors import CLAUSE, DATED, authors
from selon.clean.credit_words import Credits, agency_end, credit_words
from selon.clean.header import is_outlet
from selon.clean.names import NAME_WORDS, is_name, trim
from selon.clean.signed import INITIALS, closes, is_desk, looks_signed, signs
from selon.clean.tables import sentence_starts
from selon.languages.fold import fold
from selon.model.article import CreditKind

_LINE_CHARS = 200  # a credit line is short
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b\s*(?:©|\(c\))?)[\s:]*(?P<year>\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,:]*(?P<name>.*)$", re.IGNORECASE
)
_SLUG = re.compile(r"(?:[\w.-]+(?:/[\w.-]+)?\s+)?\d{2}/\d{2}/\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s*[-–—]\s*")
_PLACE = r"[A-ZÀ-Ý][\w'’ÿ.-]*(?:[ -][\w'’.-]+){0,4}(?:\s\([\w '’-]{2,30}\))?"
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Ý][^()!?\n]{1,60}?(?:\s\([^()\n]{2,30}\))?\s?)?\((?P<name>[\w /-]{2,24})\)\s*(?P<dash>[-–—.:]*)\s*"
)
_DATELINE_CHARS = 100  # at most, before the bracket around the name
_PLAIN_DATELINE = re.compile(rf"{_PLACE}(?:[,.]\s*{_PLACE})?[,.–—/-]\s?(?P<name>[\w-]{{2,12}})\s?[.:]?\s?[-–—]+\s*")
_DOTTED = re.compile(r"(?:[A-ZÀ-Ý]\w+[.,]\s*){1,3}(?P<name>[A-Z][\w-]{1,12})[\s.–—-]*$")
_COPY_TAIL = re.compile(r"(?<=\S)\s*[-–—]\s*©\s*\d{4}\s+[\w ]{2,20}$")
_STAMPED = re.compile(r"[\s/(–—-]+\d{1,2}(?:er)?\.?\s+[^\W\d]+\s+\d{4}.*$")
_TRANSLATOR_WORDS = 7
_OFFICE_WORDS = 4  # of a name: in a longer one an office follows after a comma
_CAPTION_WORDS = 45


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
        inner, bracketed = said[1:].rstrip(")") if said.startswith("(©") else said, False
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
    if is_agency(said, words, lower=False):
        return listed(said, words, lower=False, picture=picture)
    slug, agencies = bracketed or ("/" in said and (last or said.islower())), may_name(said, words)
    readings = (
        _joint(said, folded, words, loose=byline) if agencies or byline else (),
        _of_lead(said, folded, words, last=last or byline, picture=picture),
        _of_trail(said, folded, words),
        listed(said, words, lower=slug, picture=picture, byline=byline) if agencies else (),
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
    if match := ((_DATELINE.fullmatch(said) if "(" in said else None) or _DOTTED.match(said)):
        yield from listed(match.group("name"), words, lower=False, picture=False)


def _name_alone(said: str, *, last: bool, byline: bool, bracketed: bool, dashed: bool) -> Iterator[tuple[CreditKind, str]]:
    """A bare name, where the mark-up or its place says that somebody signs."""
    if not (last or byline):
        return
    name = trim(said)
    size = len(name.split())
    if fold(name) in credit_words().leads or fold(name) in credit_words().label_forms or name[:1].isdigit():
        return
    if is_desk(name):
        yield CreditKind.AUTHOR, name
    elif last and "." in said and INITIALS.match(trim(said, keep_dot=True)):
        yield CreditKind.AUTHOR, trim(said, keep_dot=True)
    elif is_name(name):
        closing = last and ((bracketed and size <= 4) or (dashed and len(name) < 30 and (size == 1 or name.startswith("The "))))
        if closing or (byline and not last and len(name) < 40 and (size == 1 or name.isupper())):
            yield CreditKind.SOURCE, name
        elif (byline and looks_signed(said)) or (last and not dashed and said[:1] != "-" and closes(said)):
            yield CreditKind.AUTHOR, name


def _of_copyright(match: re.Match[str], words: Credits, picture: bool) -> Iterator[tuple[CreditKind, str]]:
    said = match.group("name")
    if rights := words.rights.search(fold(said)):
        said = said[: rights.start()] if trim(said[: rights.start()]) else said[rights.end() :]
    name = trim(_STAMPED.sub("", said))
    if (end := agency_end(name, 0)) > 0 and name[end : end + 1] in ("", ".", ","):
        name = name[:end]
    if name in words.agencies and not picture:
        yield CreditKind.SOURCE, name
    elif 0 < len(name.split()) <= NAME_WORDS and (picture or (not match.group("year") and ("/" in name or is_picture_name(name, words)))):
        yield CreditKind.PHOTO, name


def _of_label(
    said: str, folded: str, match: re.Match[str], words: Credits, *, picture: bool, bracketed: bool
) -> Iterator[tuple[CreditKind, str]]:
    kind = words.labels[" ".join(match.group().split())]
    rest = said[match.end() :].lstrip(" \u00a0\u202f:")
    if _too_long(rest):
        return
    if kind in (CreditKind.AUTHOR, CreditKind.SOURCE) and (joint := tuple(_joint(rest, fold(rest), words))):
        yield from joint
    elif kind is CreditKind.AUTHOR:
        yield from authors(rest, words, placed=False)
    elif trim(rest) and (_pictures(trim(rest), words) if kind is CreditKind.PHOTO else _may_be_source(rest, words)):
        photo = kind is CreditKind.SOURCE and bracketed and picture
        yield (CreditKind.PHOTO if photo else kind), trim(re.sub(r"^(?:©|\([cC]\))\s*", "", rest))


def _may_be_source(rest: str, words: Credits) -> bool:
    return rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in '©@«"“' or rest.startswith("http") or trim(rest) in words.agencies


def _pictures(name: str, words: Credits) -> bool:
    """May it be the name of who made a picture, rather than what the picture shows?"""
    if "/" in name or name[:1] in "©@" or len(name.split()) == 1 or any(is_agency(part, words, lower=True) for part in PARTS.split(name)):
        return True
    tokens = re.split(r"[\s'’]+", name)
    low = sum(len(token) > 3 and token[0].islower() for token in tokens)
    said = fold(tokens[0]) in sentence_starts() and tokens[1][:1].islower()  # "L'intervention", "Le pont"
    return name[:1].isupper() and not said and low <= len(tokens) // 4


def is_about_picture(line: str) -> bool:
    """Does a line open with a label of pictures ("Photo : ...") and say what one shows?"""
    start, end = _bare(line) if ":" in line else (0, 0)
    said = line[start:end]
    words, folded = credit_words(), fold(said[:_LINE_CHARS])
    match = words.label.match(folded) if said else None
    if match is None or len(said.split()) > _CAPTION_WORDS:
        return False
    return words.labels[" ".join(match.group().split())] is CreditKind.PHOTO


def _too_long(rest: str) -> bool:
    return len(rest.split()) > LABELLED_WORDS or bool(re.search(r"[.!?]\s+[A-ZÀ-Ý]\w+\s\w+\s\w+", rest))


def _of_lead(said: str, folded: str, words: Credits, *, last: bool, picture: bool) -> Iterator[tuple[CreditKind, str]]:
    match = words.lead.match(folded)
    kind = words.leads[" ".join(match.group().split())] if match else None
    closes_text = match is None and last
    if closes_text and (match := words.closing.match(folded)):
        kind = words.closings[" ".join(match.group().split())]
    if match is None or kind is None:
        return
    rest = said[match.end() :].strip()
    if kind is CreditKind.AUTHOR:
        yield from authors(rest, words, placed=" " in match.group().strip())
        return
    if kind is CreditKind.TRANSLATION and (by := words.translator.search(fold(rest))) and by.group().strip(" :,-").isalpha():
        rest = rest[by.end() :]
    rest = DATED.split(CLAUSE.split(rest)[0], maxsplit=1)[0]
    for ending in (words.stamp, words.numbered, words.name_end):
        if (found := ending.search(fold(rest))) and found.start():
            rest = rest[: found.start()]
    name = trim(rest)
    if not is_name(name) or (closes_text and len(name.split()) > 4):
        return
    if kind is CreditKind.SOURCE and not picture and (several := tuple(listed(name, words, lower=False, picture=False))):
        yield from several
    else:
        yield (CreditKind.PHOTO if picture and kind is CreditKind.SOURCE else kind), name


def _of_trail(said: str, folded: str, words: Credits) -> Iterator[tuple[CreditKind, str]]:
    """Who is said to have helped, after the name: "X contributed to this report"."""
    match = words.trail.search(folded) if any(sign in folded for sign in words.trail_signs) else None
    if match is None or not match.start():
        return
    name = trim(said[: match.start()])
    name = name.split(",")[0] if len(name.split()) > _OFFICE_WORDS else name
    several = tuple(listed(name, words, lower=False, picture=False))
    if several:
        yield from several
    elif is_name(name):
        yield CreditKind.AUTHOR, name


def _joint(said: str, folded: str, words: Credits, *, loose: bool = False) -> Iterator[tuple[CreditKind, str]]:
    """X wrote it, after an agency: "X avec AFP"."""
    for match in joints(folded, words):
        right = trim(said[match.end() :].strip(" ()"))
        sources = joined(right, words)
        if not sources and loose and is_name(right) and len(right.split()) <= 4 and (is_outlet(right) or not signs(right)):
            sources = ((CreditKind.SOURCE, right),)
        if not sources or any(kind is not CreditKind.SOURCE for kind, _ in sources):
            continue
        left = said[: match.start()].rstrip(" (\u00a0,")
        if lead := words.lead.match(fold(left)):
            left = left[lead.end() :]
        if parted := words.author_for.search(fold(left)):
            left = left[: parted.start()]
        left = trim(left, keep_dot=bool(INITIALS.match(left.strip())))
        if left in words.agencies:
            yield CreditKind.SOURCE, left
        elif left and not is_name(left) and not INITIALS.match(left) and not is_desk(left):
            return
        elif left:
            yield CreditKind.AUTHOR, left
        yield from sources
        return


def dateline(line: str) -> tuple[Found, ...]:
    """The agency in the dateline that opens a paragraph: "Paris (AFP) - ...", "MOSCOU, 3 mai (Tass) — ...", "(AFP) - ..."."""
    words = credit_words()
    lead = len(line) - len(line.lstrip())
    for pattern in (_DATELINE, _PLAIN_DATELINE) if "(" in line[lead : lead + _DATELINE_CHARS] else (_PLAIN_DATELINE,):
        match = pattern.match(line, lead)
        if match and len(line) > match.end() + 20 and (match.groupdict().get("dash", "-") or line[match.end()].isupper()):
            pairs = tuple(listed(match.group("name"), words, lower=False, picture=False))
            return tuple(Found(match.start("name"), match.end("name"), kind, name) for kind, name in pairs if kind is CreditKind.SOURCE)
    return ()
