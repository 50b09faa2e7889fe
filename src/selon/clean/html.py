"""Cuts a page into blocks of our own: one walk over the tree, whose blocks, put together, are the canonical text.

White space is folded as a browser folds it (U+00A0 stays); each block ends in an empty line. Source: HTML Living Standard, 15.3 for
which elements are blocks; Kohlschütter et al. 2010, WSDM, for link density. Limits are counts; what they take away is said. Not done
yet: tables as tables, text that only a script writes, the source range of each block.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, islice

from lxml import etree

from selon.clean.body import Piece
from selon.clean.credits import line_credits
from selon.clean.fields import fields, time
from selon.clean.marks import TELLING_TAGS, Known, Marks, marks_of
from selon.clean.segment import Anchor, Cut, Field
from selon.clean.zones import zoned
from selon.errors import Empty, LimitExceeded
from selon.model.article import BlockKind

MAX_ELEMENTS = 200_000
MAX_DEPTH = 2_000
MAX_BLOCKS = 20_000
MAX_BLOCK_CHARS = 1_000_000


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _set(
    """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option p pre section summary table tbody td
    tfoot th thead tr ul video audio picture
    """
)
_UNSEEN = _set("script style noscript template svg iframe head select textarea object embed canvas math datalist")
_BLANKS = " \t\r\n\f"
_SPACES = re.compile(r"[ \t\r\n\f]+")
_PICTURE_PARTS = _set("span small cite em i strong b")
_CREDIT_CHARS = 120  # the credit of a picture is shorter
_FEW_TEXTS = 8
PATH_LENGTH = 3  # an element and two around it: enough to know the same kind of box again
_GLUED = re.compile(r"\w$")
_CAPITAL = re.compile(r"\s*[A-ZÀ-Ý«“\"\d]")
_SENTENCE_END = re.compile(r"[.!?…»”][\"”»]?$")
_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")
_ALT_CHARS = 25  # a shorter alternative text may be anybody's words


@dataclass(slots=True)
class _Walk:
    """What the walk has gathered so far."""

    out: list[str] = field(default_factory=list)
    at: int = 0  # characters in `out`
    pieces: list[Piece] = field(default_factory=list)
    line: list[str] = field(default_factory=list)  # the block that is being read
    chars: int = 0  # characters in `line`
    link_chars: int = 0
    bold_chars: int = 0
    spaced: bool = True  # `line` is empty or ends in a space
    links: list[tuple[int, int, str, str | None]] = field(default_factory=list)  # in `line`
    anchors: list[Anchor] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    stack: list[tuple[Marks, tuple[int, ...], int, bool]] = field(
        default_factory=lambda: [(Marks(), (), 0, False)]
    )  # marks, block elements, first piece (-1: what is inside is not read), does it end lines
    paths: dict[int, tuple[str, ...]] = field(default_factory=dict)  # of each block element, by its number: it and those around it
    ranges: dict[int, tuple[int, int]] = field(default_factory=dict)  # of the pieces of each block element, by its number
    numbers: Iterator[int] = field(default_factory=lambda: count(1))  # of block elements
    elements: int = 0
    known: Known = field(default_factory=dict)  # marks of the elements met so far
    pictured: set[str] = field(default_factory=set)  # alternative texts met so far
    degraded: str | None = None

    def say(self, raw: str, marks: Marks) -> None:
        """Add some characters to the block."""
        words = raw.lstrip(_BLANKS) if self.spaced else raw
        words = _SPACES.sub(" ", words) if words else words
        if not words or self.chars > MAX_BLOCK_CHARS:
            self.degraded = self.degraded or (f"a block of over {MAX_BLOCK_CHARS} characters was cut" if words else None)
            return
        self.line.append(words)
        self.chars += len(words)
        self.link_chars += len(words) if marks.link else 0
        self.bold_chars += len(words) if marks.bold else 0
        self.spaced = words[-1] == " "

    def turn(self) -> None:
        """A line break; two of them end the block."""
        if self.line and self.line[-1] == "\n":
            return
        if self.line:
            bare = self.line[-1].rstrip(" ")
            self.chars += len(bare) - len(self.line[-1]) + 1
            self.line[-1] = bare
            self.line.append("\n")
            self.spaced = True

    def end_block(self, marks: Marks, parents: tuple[int, ...]) -> None:
        """The block is over: it becomes a piece of the text, if it holds more than white space."""
        if not self.line:
            return
        text = "".join(self.line).rstrip(" \n")
        if text.strip():
            size = max(1, len(text))
            self.pieces.append(
                Piece(
                    self.at,
                    self.at + len(text) + 2,
                    text,
                    marks,
                    parents,
                    self.paths[parents[-1]] if parents else (),
                    min(1.0, self.link_chars / size),
                    min(1.0, self.bold_chars / size),
                    bool(self.pictured) and " ".join(text.split()) in self.pictured,
                )
            )
            self.anchors += [
                Anchor(start=self.at + start, end=self.at + min(end, len(text)), url=url, title=title)
                for start, end, url, title in self.links
                if start < min(end, len(text))
            ]
            self.out.append(text + "\n\n")
            self.at += len(text) + 2
        self.line, self.links = [], []
        self.chars = self.link_chars = self.bold_chars = 0
        self.spaced = True


def cut_html(text: str, *, where: str) -> Cut:
    """A page, cut into blocks with what its mark-up says of them, its links and what it says of itself.

    Raises:
        Empty: the page holds no text.
        LimitExceeded: none that the limits allow to be read.
    """
    root = _tree(text, where)
    walk = _Walk()
    walk.fields += fields(root)
    ranges = _walk(root, walk)
    if not walk.pieces and walk.degraded:
        raise LimitExceeded(f"nothing could be read: {walk.degraded}", where=where, fix="give the article alone")
    if not walk.pieces:
        raise Empty("the page holds no text", where=where, fix="save it again when it has loaded, or give its text")
    return Cut(
        text="".join(walk.out),
        segments=zoned(walk.pieces, ranges, [entry.value for entry in walk.fields if entry.name in ("og:title", "title")]),
        anchors=tuple(walk.anchors),
        fields=tuple(walk.fields),
        degraded=walk.degraded,
    )


def _tree(text: str, where: str) -> etree._Element:
    source = _ENCODING.sub("", text, count=1).replace("\x00", "")
    try:
        root = etree.fromstring(
            source.encode("utf-8", "replace"),
            parser=etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True),
        )
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Empty(f"the page holds nothing that can be read: {error}", where=where, fix="save it again") from error
    if root is None:
        raise Empty("the page holds no text", where=where, fix="save it again when it has loaded, or give its text")
    return root


def _walk(root: etree._Element, walk: _Walk) -> dict[int, tuple[int, int]]:
    """Read the tree; what comes out: for each block element, by its number, the range of its pieces, half-open."""
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            _leave(walk, element)
        elif not _enter(walk, element):
            events.skip_subtree()
    walk.end_block(*walk.stack[0][:2])
    return walk.ranges


def _enter(walk: _Walk, element: etree._Element) -> bool:
    """An element begins. False: what is inside it is not read."""
    tag = element.tag
    attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]
    stack = walk.stack
    marks, parents, _, _ = stack[-1]
    walk.elements += 1
    if walk.elements > MAX_ELEMENTS or len(stack) > MAX_DEPTH or len(walk.pieces) >= MAX_BLOCKS:
        walk.degraded = f"only the first {MAX_BLOCKS} blocks of {MAX_ELEMENTS} elements, {MAX_DEPTH} deep, were read"
        stack.append((marks, parents, -1, False))
        return False
    if tag in _UNSEEN or (attributes and _is_hidden(attributes)):
        stack.append((marks, parents, -1, False))
        return False
    custom = "-" in tag
    inside = marks_of(tag, attributes, marks, walk.known) if attributes or custom or tag in TELLING_TAGS else marks
    breaks = tag in _BLOCKS or (custom and not walk.line)  # an element of the page's own making is a box where no line is open
    if breaks:
        if walk.line:
            walk.end_block(marks, parents)
        parents = _numbered(walk, tag, attributes, parents)
    elif walk.line:
        _in_line(walk, element, inside)
    stack.append((inside, parents, len(walk.pieces), breaks))
    if attributes and (tag == "time" or "itemprop" in attributes or (tag == "abbr" and "title" in attributes)):
        walk.fields += time(tag, attributes, walk.at)
    if tag == "a":
        walk.links.append((walk.chars, -1, attributes.get("href") or "", attributes.get("title")))
    elif tag == "img" and len(said := " ".join(attributes.get("alt", "").split())) > _ALT_CHARS:
        walk.pictured.add(said)
    text = element.text
    if text and not (walk.spaced and not text.strip(_BLANKS)):
        walk.say(text, inside)
    return True


def _numbered(walk: _Walk, tag: str, attributes: dict[str, str], parents: tuple[int, ...]) -> tuple[int, ...]:
    """The block elements around what is inside a new one, whose path is kept."""
    number = next(walk.numbers)
    named = attributes.get("class")
    around = walk.paths[parents[-1]] if parents else ()
    walk.paths[number] = (*around[1 - PATH_LENGTH :], f"{tag}.{named}" if named else tag)
    return (*parents[-3:], number)


def _in_line(walk: _Walk, element: etree._Element, inside: Marks) -> None:
    """An element that is no block begins in the middle of a line: it may end it."""
    marks, parents, _, _ = walk.stack[-1]
    tag = element.tag
    if (
        _is_apart(inside, marks)
        or (tag == "br" and walk.line[-1] == "\n")
        or (tag == "span" and _SENTENCE_END.search(walk.line[-1]))  # two boxes with nothing between them: no sentence goes on so
        or (
            (marks.heading or marks.byline or inside.byline)
            and tag == "span"
            and _GLUED.search(walk.line[-1])
            and _CAPITAL.match(element.text or "")
        )
        or (inside.picture and tag in _PICTURE_PARTS and _credits_picture(element))
    ):
        walk.end_block(marks, parents)
    elif tag == "br":
        walk.turn()


def _is_apart(inside: Marks, around: Marks) -> bool:
    """Does an element in the middle of a line say that it is a caption or a credit, as nothing around it does?"""
    return inside is not around and inside.hint is not around.hint and inside.hint in (BlockKind.CAPTION, BlockKind.CREDIT)


def _credits_picture(element: etree._Element) -> bool:
    """Does a part of a caption hold a credit and nothing else?"""
    said = "".join(map(str, islice(element.itertext(), _FEW_TEXTS)))
    return len(said) <= _CREDIT_CHARS and bool(line_credits(" ".join(said.split()), picture=True))


def _leave(walk: _Walk, element: etree._Element) -> None:
    """An element ends; the text after it belongs to the one around it."""
    marks, parents, first, breaks = walk.stack.pop()
    around = walk.stack[-1][0]
    if first >= 0:
        tag = element.tag
        if breaks:
            if walk.line:
                walk.end_block(marks, parents)
            walk.ranges[parents[-1]] = (first, len(walk.pieces))
        elif tag == "a":
            _end_link(walk)
        elif walk.line and (_is_apart(marks, around) or (marks.picture and tag in _PICTURE_PARTS and _credits_picture(element))):
            walk.end_block(marks, parents)
    tail = element.tail
    if tail and not (walk.spaced and not tail.strip(_BLANKS)):
        walk.say(tail, around)


def _end_link(walk: _Walk) -> None:
    for at in range(len(walk.links) - 1, -1, -1):
        start, end, url, title = walk.links[at]
        if end == -1:
            walk.links[at] = (start, walk.chars, url, title)
            return


def _is_hidden(attributes: dict[str, str]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and "display:none" in style.replace(" ", "").lower())
