"""Parts a line that holds two or three blocks: "...»© Agence / X", "légende (Source : A/B) |", "AFP, publié le 3 mai", "... (afp/abc)".

A script between words parts them too. Not done yet: a list of other headlines that ran into the paragraph before or after it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from selon.clean.credit_words import agency_end, credit_words, stamp_start, words_before_colons
from selon.clean.credits import line_credits
from selon.clean.header import header
from selon.clean.names import trim
from selon.clean.notices import notices
from selon.clean.program import program
from selon.clean.segment import Segment, Zone
from selon.clean.tables import sentence_starts
from selon.clean.typed import is_sentence
from selon.languages.fold import fold
from selon.model.article import BlockKind, CreditKind

_BRACKETED = re.compile(r"\(([^()]{2,80})\)[\s|.]*$")
_PICTURE_NOTE = re.compile(r"[\w ]{0,24}(?:photo|vid[eé]o|foto|image)[\w ]{0,24}\s?:\s?\S", re.IGNORECASE)
_SIGNED = re.compile(r"(?:©|\s/\s\([cC]\)\s)[^.!?©\n]{2,100}[\s|]*$")
_DASHED = re.compile(r"(?<=[.!?»”\"…])\s*[–—-]?\s?([A-Z][\w ]{1,24})\.?\s*$")
_BARRED = re.compile(r"\s*\|\s*([A-ZÀ-Ý][^|\n]{1,60})$")
_TWEET = re.compile(r"(?:^|\s)[—–-]\s?[^—–\n(]{1,80}\(@\w{1,20}\)\s*(?:\w+\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+\w+\.?\s+\d{4})\.?\s*$")
_LOST_BREAK = re.compile(r"(?<=[.!?…»”\"])\s{2,}(?=\S)")
_OPENS = re.compile(r"\s*(?P<word>[«“\"]?[A-ZÀ-Ý0-9])")
_STOP = re.compile(r"[.!?…](?=\s|$)\s*")
_OPENING = re.compile(r"(?<=[a-zà-ÿ0-9] )[A-ZÀ-Ý]\w*")
_HEADING_WORDS = range(2, 13)
_CAPTION_WORDS = 45
_TOLD_WORDS = 30
_STAMPED_CHARS = 200  # a longer line is no credit and date
_STAMP_CHARS = 160
_LABEL_CHARS = 2
_CLOSING_CHARS = 300  # what closes a line is shorter
_CAPTION_CHARS = 500
_SENTENCE_CHARS = 30
_MOST_CHARS = 40_000  # of one line: a longer one is read as it is after so much
_MOST_DEPTH = 20  # announced headlines and captions parted from one line
_MOST_PARTS = 200  # of one line whose breaks were lost
_RELATED_WORDS = 40  # two or three headlines


def tweet_signature(line: str) -> re.Match[str] | None:
    """Where the signature of an embedded post begins: "— Name (@handle) 27 septembre 2016"."""
    return _TWEET.search(line) if "(@" in line else None


def parted(text: str, segments: tuple[Segment, ...]) -> Iterator[Segment]:
    """Yield the segments, those that hold several blocks in parts; they still tile the text."""
    before: Segment | None = None
    for segment in segments:
        for part in _parts(text, segment, before):
            if part.start < part.end:  # nothing stands before what a line opens with
                before = part
                yield part


def _parts(text: str, segment: Segment, before: Segment | None, depth: int = 0) -> Iterator[Segment]:
    if segment.hint in (BlockKind.METADATA, BlockKind.DEBRIS, BlockKind.EMBED, BlockKind.TITLE) or segment.zone is Zone.OUTSIDE:
        yield segment
        return
    line = text[segment.start : segment.end]
    if depth < _MOST_DEPTH and (code := program(line)) and not tweet_signature(line):
        yield from _beside(text, segment, code, before, depth)
    else:
        yield from _of_words(text, segment, before, depth)


def _beside(text: str, segment: Segment, code: tuple[int, int], before: Segment | None, depth: int) -> Iterator[Segment]:
    """The parts of a line with a program in it, which is debris."""
    begin, end = segment.start + code[0], segment.start + code[1]
    if segment.start < begin:
        yield from _parts(text, replace(segment, end=begin), before, depth + 1)
    yield replace(segment, start=begin, end=end, hint=BlockKind.DEBRIS)
    if end < segment.end:
        yield from _parts(text, replace(segment, start=end), None, depth + 1)


def _of_words(text: str, segment: Segment, before: Segment | None, depth: int) -> Iterator[Segment]:
    line = text[segment.start : segment.end]
    at = _credit_then_stamp(line)
    if at:
        yield replace(segment, end=segment.start + at, hint=BlockKind.CREDIT, byline=True)
        yield replace(segment, start=segment.start + at, hint=BlockKind.METADATA)
        return
    if depth < _MOST_DEPTH and (inner := _inner(line)):
        label, rest = inner
        yield replace(segment, end=segment.start + label, hint=BlockKind.CAPTION)
        yield replace(segment, start=segment.start + label, end=segment.start + rest, hint=BlockKind.CREDIT, picture=True)
        yield from _parts(text, replace(segment, start=segment.start + rest), None, depth + 1)
        return
    if depth < _MOST_DEPTH and len(line) <= _MOST_CHARS and (related := _lost_related(line)):
        begin, end = related
        yield from _parts(text, replace(segment, end=segment.start + begin), before, depth + 1)
        yield replace(segment, start=segment.start + begin, end=segment.start + end, hint=BlockKind.RELATED)
        if segment.start + end < segment.end:
            yield from _parts(text, replace(segment, start=segment.start + end), None, depth + 1)
        return
    cut = _tail(line, pictured=segment.picture or (before is not None and before.picture))
    if cut is None:
        yield from _lost_headings(text, segment)
        return
    start, pictured = cut
    end = _bar(line)
    front = replace(
        segment,
        end=segment.start + start,
        hint=BlockKind.CAPTION if pictured and segment.hint is not BlockKind.BLOCKQUOTE and not _is_told(line[:start]) else segment.hint,
    )
    yield from _lost_headings(text, front)
    yield Segment(start=front.end, end=segment.start + end, hint=BlockKind.CREDIT, zone=segment.zone, picture=pictured)
    if end < len(line):
        yield Segment(start=segment.start + end, end=segment.end, hint=BlockKind.DEBRIS, zone=segment.zone)


def _credit_then_stamp(line: str) -> int:
    """Where the date begins in "AFP, publié le 3 mai": 0 where there is no such thing."""
    if len(line) >= _STAMPED_CHARS:
        return 0
    said, at = header(line), stamp_start(fold(line[:_STAMP_CHARS]))
    at = said.stamp if at < 0 and said and said.author else at
    if at <= _LABEL_CHARS:
        return 0
    if said and said.outlet and said.author:
        return 0
    named = line_credits(line[:at]) or _announced(line[:at]) or (not (said and said.outlet) and line_credits(line[:at], byline=True))
    return at if named else 0  # else an outlet and a date are one header


def _announced(said: str) -> bool:
    """Does a word that closes texts ("Source X") stand before a name?"""
    found = line_credits(said, last=True)
    return bool(found) and found[0].kind is CreditKind.SOURCE and len(found[0].name) < len(trim(said))


def _tail(line: str, pictured: bool) -> tuple[int, bool] | None:
    """Where the credit begins that closes a line, and whether it credits a picture."""
    body = line.rstrip()
    late = max(0, len(body) - _CLOSING_CHARS)
    if match := _BRACKETED.search(body, late):
        told = match.group(1)
        found = line_credits(f"({told})", picture=pictured or body.endswith("|"))
        if match.start() and (found or (_PICTURE_NOTE.match(told))):
            photo = not found or any(credit.kind is CreditKind.PHOTO for credit in found)
            return (match.start(), photo) if not photo or len(line.split()) <= _CAPTION_WORDS else None
    signed = "©" in body or "(c)" in body or "(C)" in body
    if (
        signed
        and (match := _SIGNED.search(body))
        and any(map(str.isalnum, body[: match.start()]))
        and (found := line_credits(body[match.start() :].strip(" /"), picture=pictured))
    ):
        return match.start(), found[0].kind is CreditKind.PHOTO
    if pictured and (match := _BARRED.search(body, late)) and match.start() and line_credits(f"© {match.group(1)}", picture=True):
        return match.start(), True
    if (match := _DASHED.search(body, late)) and match.start() and match.group(1).strip() in credit_words().agencies:
        return match.start(), False
    return _labelled(body)


def _labelled(body: str) -> tuple[int, bool] | None:
    """A label at the end of a short line: "..., photo: X"."""
    if ":" not in body or len(body.split()) > _CAPTION_WORDS:
        return None
    for _, start, _ in words_before_colons(body, credit_words().label_forms, len(body)):
        found = line_credits(body[start:]) if start else ()
        if found and found[0].kind is CreditKind.PHOTO:
            return start, True
    return None


def _inner(line: str) -> tuple[int, int] | None:
    """A picture's credit between its caption and the text: where it begins and ends. Only a known agency ends it surely."""
    words = credit_words()
    for form, start, colon in words_before_colons(line, words.label_forms, _CAPTION_CHARS):
        if words.labels[form] is not CreditKind.PHOTO or not start:
            continue
        end = agency_end(line, colon + 1 + len(line[colon + 1 :]) - len(line[colon + 1 :].lstrip()))
        if end > 0 and (opening := _OPENS.match(line, end)):
            return (start, opening.start("word")) if len(line[:start].split()) <= _CAPTION_WORDS else None
    return None


def _lost_related(line: str) -> tuple[int, int] | None:
    """Headlines that ran into a text, from the words that announce them: "... la fin. Lire aussi: Un titre Le texte reprend."."""
    for _, start, colon in words_before_colons(line, notices().announcing, _MOST_CHARS):
        before = line[:start].strip()
        if before[-1:] in '.!?»”")…' if before else len(line.split()) > _RELATED_WORDS:
            return start, _end_of_headlines(line, colon + 1)
    return None


def _end_of_headlines(line: str, begin: int) -> int:
    """Where headlines end that ran into a sentence: at its opening word, at once where no headline is left, else at the first stop."""
    first = line[begin:].split(maxsplit=1)[0] if line[begin:].strip() else ""
    opening = re.split(r"[,'’]", first)[0]
    stop = _STOP.search(line, begin)
    limit = stop.start() if stop else len(line)
    announced = first.endswith(",") or fold(opening) in sentence_starts()
    if first[:1] in '"«“' or (announced and len(line[begin:limit].split()) > _RELATED_WORDS // 2):
        return begin + len(line[begin:]) - len(line[begin:].lstrip())
    words = line[begin:limit].split(" ")
    last = begin + len(" ".join(words[:_RELATED_WORDS]))
    ends = [at.start() for at in _OPENING.finditer(line, begin, last) if fold(at.group()) in sentence_starts()]
    if not ends and len(line[begin:limit].split()) > _RELATED_WORDS // 2:
        return begin + len(line[begin:]) - len(line[begin:].lstrip())  # a sentence, not a headline: the headline itself was lost
    return ends[-1] if ends else (stop.end() if stop else len(line))


def _is_told(front: str) -> bool:
    """Is it too long a sentence for a caption?"""
    return len(front.split()) >= _TOLD_WORDS and is_sentence(front)


def _bar(line: str) -> int:
    """Where a table's bar closes a line; the line's length where none does."""
    body = line.rstrip()
    return len(body[:-1].rstrip()) if body.endswith("|") else len(line)


def _lost_headings(text: str, segment: Segment) -> Iterator[Segment]:
    """A line whose breaks were lost: after a sentence and two spaces, a few words without a stop, then the opening of a sentence."""
    line = text[segment.start : segment.end]
    if segment.zone is not Zone.LINE or "  " not in line or segment.hint is not None:
        yield segment
        return
    begin = 0
    for gap in islice(_LOST_BREAK.finditer(line), _MOST_PARTS):
        if gap.end() >= len(line):
            break
        if gap.start() - begin < _SENTENCE_CHARS:
            continue
        yield replace(segment, start=segment.start + begin, end=segment.start + gap.end())
        begin = gap.end()
        if size := _heading_chars(line[begin : begin + 120]):
            yield replace(segment, start=segment.start + begin, end=segment.start + begin + size, hint=BlockKind.HEADING)
            begin += size
    if begin < len(line):
        yield replace(segment, start=segment.start + begin)


def _heading_chars(rest: str) -> int:
    """Length of a heading that runs into a sentence: it ends before the first capitalised opening word after a word in lower case."""
    tokens = list(re.finditer(r"\S+\s*", rest))
    for at, token in enumerate(tokens):
        word = re.split(r"['’]", token.group().strip())[0]
        if at and re.search(r"[.!?:;,]\s*$", tokens[at - 1].group()):
            return 0
        if at in _HEADING_WORDS and word[:1].isupper() and fold(word) in sentence_starts() and tokens[at - 1].group()[0].islower():
            return token.start()
    return 0


def is_picture_note(line: str) -> bool:
    """Does a bracketed line say where a picture or a film comes from, in words no table knows: "(fonte video: X)"?"""
    match = _BRACKETED.match(line.strip())
    return bool(match and _PICTURE_NOTE.match(match.group(1))) and not notices().of(line)
