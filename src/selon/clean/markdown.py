"""Markdown, as it was written: front matter, headings, block quotations, shortcodes, links, HTML; the text stays raw.

Front matter in YAML (---), TOML (+++) or JSON ({ ... }). Source: CommonMark 0.31 for headings, block quotations and links; the front
matter is a custom of Jekyll and Hugo. Not done yet: lists as blocks, fenced code.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import yaml

from selon.clean.lines import lines, too_many_lines
from selon.clean.segment import Anchor, Cut, Field, Segment
from selon.clean.shortcodes import quoted
from selon.clean.tags import elements, hint_of_tags, tag_anchors
from selon.clean.text import hint_of_line
from selon.model.article import BlockKind

_FRONT = re.compile(r"\ufeff?(?:(---)[ \t]*\r?\n(.*?)^---|(\+\+\+)[ \t]*\r?\n(.*?)^\+\+\+)[ \t]*\r?(?:\n\s*|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+\S")
_QUOTE = re.compile(r" {0,3}>")
_PICTURE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*\|?\s*")
_LINK = re.compile(
    r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\]){1,300})\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)*)>?(?:\s+[\"']([^\n]{0,300}?)[\"'])?\s*\)"
)
_REFERENCE = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\]){1,300})\](?:[ \n]?\[([^\[\]\n]{0,100})\])?(?![(\[:])")
_DEFINITION = re.compile(
    r"^ {0,3}\[([^\[\]\n^]{1,100})\]:[ \t]*<?(\S+?)>?(?:[ \t]+(?:\"([^\"\n]{0,300})\"|'([^'\n]{0,300})'|\(([^()\n]{0,300})\)))?[ \t]*$",
    re.MULTILINE,
)
_FRONT_CHARS = 200_000  # more is no front matter


def cut_markdown(text: str) -> Cut:
    """Markdown, cut into lines with what their marks say, its links, and the fields of its front matter."""
    front = _front(text)
    begin = front[0] if front else 0
    segments = [Segment(start=0, end=begin, hint=BlockKind.METADATA)] if begin else []
    segments += quoted(text, [_segment(text, start, end) for start, end in elements(text, lines(text, begin))])
    return Cut(
        text=text,
        segments=tuple(segments),
        anchors=tuple(sorted(_anchors(text, begin), key=lambda anchor: anchor.start)),
        fields=front[1] if front else (),
        degraded=too_many_lines(text, begin),
    )


def _anchors(text: str, begin: int) -> Iterator[Anchor]:
    for match in _LINK.finditer(text, begin):
        yield Anchor(start=match.start(1), end=match.end(1), url=match.group(2), title=match.group(3))
    yield from _references(text, begin)
    yield from tag_anchors(text, begin)


def _references(text: str, begin: int) -> Iterator[Anchor]:
    """Yield the links whose address stands on a line of its own: "[words][label]", "[label][]", "[label]"; "[label]: address"."""
    if "]:" not in text:
        return
    known = {_label(match[1]): match for match in reversed(list(_DEFINITION.finditer(text, begin)))}  # of two, the first counts
    for match in _REFERENCE.finditer(text, begin) if known else ():
        defined = known.get(_label(match[2] or match[1]))
        if defined:
            title = defined[3] or defined[4] or defined[5]
            yield Anchor(start=match.start(1), end=match.end(1), url=defined[2], title=title)


def _label(said: str) -> str:
    return " ".join(said.casefold().split())


def _segment(text: str, start: int, end: int) -> Segment:
    line = text[start:end]
    if _PICTURE.fullmatch(line) or _DEFINITION.fullmatch(line.strip("\n")):
        return Segment(start=start, end=end, hint=BlockKind.DEBRIS, picture=True)
    return Segment(start=start, end=end, hint=hint_of_line(line) or _mark(line) or hint_of_tags(line))


def _mark(line: str) -> BlockKind | None:
    if heading := _HEADING.match(line):
        return BlockKind.TITLE if len(heading.group(1)) == 1 else BlockKind.HEADING
    return BlockKind.BLOCKQUOTE if _QUOTE.match(line) else None


def _front(text: str) -> tuple[int, tuple[Field, ...]] | None:
    match = _FRONT.match(text[:_FRONT_CHARS])
    if match:
        table = _yaml(match.group(2)) if match.group(1) else _toml(match.group(4))
        return match.end(), _fields(table)
    if text[:40].lstrip().startswith('{"') or text[:40].lstrip().startswith("{\n"):
        return _json(text)
    return None


def _yaml(source: str) -> Any:
    try:
        return yaml.load(source, Loader=yaml.BaseLoader)  # only strings, lists and maps: safe, and a date stays as it is written
    except yaml.YAMLError:
        return {}


def _toml(source: str) -> Any:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        return {}


def _json(text: str) -> tuple[int, tuple[Field, ...]] | None:
    lead = len(text) - len(text.lstrip())
    try:
        table, end = json.JSONDecoder().raw_decode(text[:_FRONT_CHARS], lead)
    except ValueError:
        return None
    while end < len(text) and text[end].isspace():
        end += 1
    return (end, _fields(table)) if isinstance(table, dict) else None


def _fields(table: Any) -> tuple[Field, ...]:
    if not isinstance(table, dict):
        return ()
    pairs = [(str(key), item) for key, value in table.items() for item in (value if isinstance(value, list) else [value])]
    return tuple(
        Field(name=f"front:{key.lower()}", value=str(value).strip(), where=f"front matter: {key}")
        for key, value in pairs
        if not isinstance(value, dict | list) and str(value).strip()  # aliases of lists of lists grow without end
    )
