"""Sentences and their spans.

A sentence ends at . ! ? or … before a space and a capital, a digit, a dash or an opening mark, or at a line's end; not after an
abbreviation or an initial, and closing marks belong to the sentence they close. A line that was only broken because it was full, as in
mail and in the wires of old, ends nothing. In a text that has lost all its capitals a small letter may follow the mark. Not done yet: a
sentence that goes on after a quotation which itself ends in a full stop and a capital ("« Oui. » Paul sourit.") is cut there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from selon.languages import Language
from selon.languages.rows.attribute import Words
from selon.languages.rows.base import Profile
from selon.model.span import Span

# glued: a scraped page has lost the space between two sentences ("la nuit.Le maire")
_GLUED = r"(?<=[^\W\d_][^\W\d_])[.!?…](?=[«“]|[^\W\d_a-zà-ÿœ](?:['’]|[^\W\d_A-ZÀ-Þ]))|(?<=[»”])[.!?…](?=[^\W\d_a-zà-ÿœ])"
_END = re.compile(
    _GLUED + r"|(?<![.!?…])[.!?…]++[\"'”’»›)\]\s]{0,6}?(?:(?<=\s)|[\"”’»›)\]]{1,4}\s*+|\s++)(?=[\"“‘«‹(\[–—-]?\s*[^\W_a-zà-ÿœ])|\n+"
)
_END_SMALL = re.compile(r"(?:(?<=\w\w)|(?<=\w [st]))[.!?…]\s+(?=[a-zà-ÿœ])")  # the same in a text without capitals
_STOP = re.compile(r"[.!?…\n]")  # with which every end begins: looked for first, because that is quick

_CLOSED = '.!?…:;"”»›)]|'  # after these a line has said what it had to say
_FULL_CHARS, _WIDEST_CHARS = 35, 100  # of lines that were broken because they were full
_LINK_CHARS = 2  # words so short close no line: "of", "la", "in"
_LINKING = frozenset({"determiner", "preposition", "of", "to", "and", "title"})  # kinds of the words that close none either
_RAGGED_CHARS = 6  # that may be wanting where a mark of the wire was taken out of a full line
_LISTED = re.compile(r"[a-z]+://|www\.|[-*•|>#@]|\d+[.)] ")  # how a line opens that stands for itself

_LEAST_SMALL = 200  # characters of a text in which no capital stands
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_LONGEST_SHORT = 24  # characters of an abbreviation


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    """The forms behind which a full stop ends nothing, in lower case: those of the language, and what ends a name in short."""
    ends = {form for row in language.rows(Words) if row.kind == "shortened" for form in row.forms}
    return frozenset(form.lower() for profile in language.rows(Profile) for form in profile.abbreviations) | ends


@cache
def _links(language: Language) -> frozenset[str]:
    """The forms that tie what stands before them to what follows."""
    return frozenset(form for row in language.rows(Words) if row.kind in _LINKING for form in row.forms)


def sentences(text: str, span: Span, language: Language) -> list[Span]:
    """The sentences of a stretch of text, in order, without the space around them."""
    return [Span(start, end) for start, end in bounds(text, span.start, span.end, language)]


def bounds(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The same sentences as pairs of offsets, for who makes no spans of them."""
    for stop in ends(text, start, end, language):
        if bare := text[start:stop].strip():
            first = text.index(bare[0], start)
            yield first, first + len(bare)
        start = stop


def ends(text: str, start: int, end: int, language: Language) -> Iterator[int]:
    """The offsets behind the same sentences and the space after each, for who does not ask where they begin; the last is `end`."""
    short, past, begin, widest = _abbreviations(language), start, start, -1
    for stop in _STOP.finditer(text, start, end):
        at = stop.start()
        if at < past:
            continue
        if at + 2 < end and text[at : at + 2] == ". " and text[at + 2].isupper() and text[at - 1].islower():
            past = at + 2  # as most are
        elif (match := _END.match(text, at, end) or (_END_SMALL.match(text, at, end) if _has_no_capitals(text) else None)) is not None:
            past = match.end()
        else:
            continue
        if text[at] == "." and _is_short(text, at, start, short):
            continue
        if past == at + 1 < end and text[at] == "\n":
            widest = max(map(len, text[at + 1 : end].split("\n"))) if widest < 0 else widest
            if _is_broken(text, at, begin, end, (short, _links(language)), widest):
                continue
        yield past
        start = past
    if start < end:
        yield end


@lru_cache(maxsize=16)
def _has_no_capitals(text: str) -> bool:
    """Has a text lost its capitals, as those of some collections have?"""
    return len(text) >= _LEAST_SMALL and text.islower()


def unbroken(text: str, spans: Iterable[Span], language: Language) -> str:
    """The text with a space for each line's end that only broke a full line of one of its stretches: as long, and at the same offsets."""
    known, broken = (_abbreviations(language), _links(language)), list[int]()
    for span in spans:
        at, widest = text.find("\n", span.start, span.end - 1), -1
        while at >= 0:
            widest = max(map(len, text[span.start : span.end].split("\n"))) if widest < 0 else widest
            if _is_broken(text, at, span.start, span.end, known, widest):
                broken.append(at)
            at = text.find("\n", at + 1, span.end - 1)
    if not broken:
        return text
    pieces = [text[start + 1 : end] for start, end in pairwise([-1, *broken, len(text)])]
    return " ".join(pieces)


def _is_broken(text: str, at: int, start: int, end: int, known: tuple[frozenset[str], frozenset[str]], widest: int) -> bool:
    """Was the line that ends here only broken: does it go on in lower case, or would the next word not have fitted?"""
    short, links = known
    opens, closes = text.rfind("\n", start, at) + 1 or start, text.find("\n", at + 1, end)
    line, following = text[opens:at].strip(), text[at + 1 : closes if closes >= 0 else end].strip()
    if not line or not following or _LISTED.match(following):
        return False
    if following[0].islower():
        return line[-1] not in ":;|"
    last = line.rsplit(None, 1)[-1]
    if last[-1] == "," or (last.islower() and (len(last) <= _LINK_CHARS or last in links)):
        return True  # "a deficit of", "president of the", "said that, on the quay,"
    if len(line) < _FULL_CHARS or (
        line[-1] in _CLOSED and not (line[-1] == "." and _is_short(text, text.rfind(".", start, at), start, short))
    ):
        return False
    if len(following) < _FULL_CHARS and following[-1] not in _CLOSED:
        return False  # "Port news"
    ragged = _RAGGED_CHARS if last[0].isalpha() else 0
    return max(widest, len(line)) <= _WIDEST_CHARS and len(line) + len(following.split(None, 1)[0]) + ragged >= widest


def _is_short(text: str, dot: int, start: int, short: frozenset[str]) -> bool:
    word = _word_before(text, dot, max(start, dot - _LONGEST_SHORT))
    if "-" in word and word[0].islower():  # "then-Sen. Orme"
        return word.rpartition("-")[2].lower() in short
    return word.lower() in short or (len(word) == 1 and word.isupper()) or ("." in word and bool(_INITIALS.fullmatch(word)))


def _word_before(text: str, dot: int, start: int) -> str:
    begin = text.rfind(" ", start, dot) + 1
    if begin > start and (word := text[begin:dot]).isalnum():
        return word  # as most are
    begin = dot
    while begin > start and (text[begin - 1].isalnum() or text[begin - 1] in "-."):
        begin -= 1
    return text[begin:dot]
