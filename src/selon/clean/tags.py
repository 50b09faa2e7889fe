"""HTML inside Markdown: which lines one element takes, and what its tags say of the words in it, as on a page.

Source: CommonMark 0.31, 4.6 (an HTML block ends at a blank line). Not done yet: the words between tags are read with their tags, so
a credit in <p> is a paragraph; elements with blank lines in them.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator

from selon.clean.marks import Known, Marks, marks_of
from selon.clean.segment import Anchor
from selon.model.article import BlockKind

_OPENS = re.compile(r" {0,3}<(?:(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])|/[a-zA-Z]|!--)")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:\s[^<>]{0,2000})?)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"(class|id|role|href|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_LINK = re.compile(r"<a(?P<attributes>\s[^<>]{1,2000})>(?P<words>[^<>]{1,500})</a\s*>", re.IGNORECASE)
_BLANK = re.compile(r"\n\s*\n\s*$")
_WHOLE = frozenset(
    ("blockquote", "figure", "iframe", "script", "style", "svg", "noscript", "video", "audio", "object", "form", "nav", "aside", "table")
)
_PLAYED = frozenset(("iframe", "video", "audio", "object", "embed"))
_UNSEEN = frozenset(("script", "style", "noscript", "svg", "template", "head"))
_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_MOST_LINES = 200  # of one element
_MOST_DEPTH = 50


def elements(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of lines; the lines of one HTML element, up to a blank line, are one."""
    begin, many, wanted = -1, 0, ""
    for start, end in spans:
        if begin < 0:
            opening = _OPENS.match(text, start, end)
            wanted = (opening["tag"] or "").lower() if opening else ""
            begin, many = start, 0
        many += 1
        open_still = wanted in _WHOLE and f"</{wanted}" not in text[start:end].lower()
        if open_still and many < _MOST_LINES and not _BLANK.search(text, start, end):
            continue
        yield begin, end
        begin = -1
    if begin >= 0:
        yield begin, len(text)


def hint_of_tags(line: str) -> BlockKind | None:
    """What the tags of a line, or of the lines of one element, say of most of its words; None: nothing, or there are none."""
    if not _OPENS.match(line):
        return None
    counts, tags = Counter[BlockKind | None](), set[str]()
    for marks, words, tag in _stretches(line):
        tags.add(tag)
        counts[_kind(marks)] += sum(map(str.isalnum, words))
    if not counts.total():
        return BlockKind.EMBED if tags & _PLAYED else BlockKind.DEBRIS
    return max(counts, key=lambda kind: (counts[kind], kind or ""))


def _stretches(line: str) -> Iterator[tuple[Marks, str, str]]:
    """Yield the words between tags with the marks of the elements around them, and the tag before them."""
    stack: list[tuple[str, Marks]] = [("", Marks())]
    known: Known = {}
    at, tag = 0, ""
    for match in _TAG.finditer(line):
        yield stack[-1][1], _seen(line[at : match.start()], stack[-1][0]), tag
        at, tag = match.end(), (match["tag"] or "").lower()
        if match["close"]:
            while len(stack) > 1 and stack.pop()[0] != tag:
                pass
        elif tag and tag not in _VOID and not match["attributes"].endswith("/") and len(stack) < _MOST_DEPTH:
            stack.append((tag, marks_of(tag, _attributes(match["attributes"]), stack[-1][1], known)))
    yield stack[-1][1], _seen(line[at:], stack[-1][0]), tag


def _seen(words: str, tag: str) -> str:
    return "" if tag in _UNSEEN or tag in _PLAYED else html.unescape(words)


def _kind(marks: Marks) -> BlockKind | None:
    if marks.hint is BlockKind.EMBED:
        return marks.hint
    if marks.furniture or marks.comment:
        return BlockKind.DEBRIS
    if marks.related:
        return BlockKind.RELATED
    if marks.heading:
        return BlockKind.TITLE if marks.heading == 1 else BlockKind.HEADING
    return marks.hint


def _attributes(source: str) -> dict[str, str]:
    return {match[1].lower(): html.unescape(match[2] or match[3] or match[4] or "") for match in _ATTRIBUTE.finditer(source)}


def tag_anchors(text: str, begin: int) -> Iterator[Anchor]:
    """Yield the links that stand as <a href> in a text, in order."""
    if "<a" not in text and "<A" not in text:
        return
    for match in _LINK.finditer(text, begin):
        said = _attributes(match["attributes"])
        if said.get("href"):
            yield Anchor(start=match.start("words"), end=match.end("words"), url=said["href"], title=said.get("title"))
