"""A segment with its kind, and the plain questions that every typer asks of a line."""

import re
from dataclasses import dataclass, field

from selon.clean.credits import Found
from selon.clean.header import Header
from selon.clean.notices import notices
from selon.clean.segment import Segment
from selon.languages.fold import fold
from selon.model.article import BlockKind

_ENDS = re.compile(r"[.!?…:;][\s\"'”’»)\]*_]*$")
_FEW_FURNITURE = 2
_FURNITURE_SHARE = 0.2  # of the words: measured .2 to .5 in forms and notices, under .1 in prose about them
SLUG = re.compile(r"\s*[a-z]{2,5}(?:-[a-z]{2,5})*(?:/[a-z]{1,5}){1,3}\s*$")  # the desk's initials under a dispatch: "burs-abc/de/fg"
STARRED = re.compile(r"\s*\*[^\s*][^*]*$")
LONG_WORDS = 25  # so many words without a stop are prose
HEADING_WORDS = 14  # a heading has no more


@dataclass(slots=True)
class Typed:
    """A segment with its kind and its credits."""

    segment: Segment
    kind: BlockKind | None = None
    ends: bool = False  # the article is over here
    credits: tuple[Found, ...] = field(default=())
    header: Header | None = None  # what the line says of who published the article, and when


def word_count(line: str) -> int:
    """How many words, by white space."""
    return len(line.split())


def is_furniture(line: str) -> bool:
    """Is it made of words of accounts, forms and settings?"""
    many = notices().furniture_words(line)
    return many >= _FEW_FURNITURE and many >= _FURNITURE_SHARE * word_count(line) and not re.search(r"[«»“”\"]", line)


def is_sentence(line: str) -> bool:
    """Does it end as a sentence, or announce what follows?"""
    return bool(_ENDS.search(line.rstrip()))


def folded(text: str) -> str:
    """A line as titles are compared: without case, accents, white space and full stops around it."""
    return " ".join(fold(text).split()).strip(" .")
