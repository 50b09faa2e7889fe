"""Cuts a page into blocks of our own: one walk over the tree, whose blocks, put together, are the canonical text.

White space is folded as a browser folds it (U+00A0 stays); each block ends in an empty line. Source: HTML Living Standard, 15.3 for
which elements are blocks; Kohlschütter et al. 2010, WSDM, for link density. Limits are counts; what they take away is said. Not done
yet: tables as tables, text that only a script writes, the source range of each block.
"""

import re
from itertools import islice

from lxml import etree

from selon.clean.credits import line_credits
from selon.clean.fields import fields, time
from selon.clean.marks import TELLING_TAGS, Marks, marks_of
from selon.clean.segment import Cut
from selon.clean.walk import BLANKS, Walk
from selon.clean.zones import zoned
from selon.errors import Empty, LimitExceeded
from selon.model.article import BlockKind

MAX_ELEMENTS = 200_000
MAX_DEPTH = 2_000
MAX_BLOCKS = 20_000


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
_PICTURE_PARTS = _set("span small cite em i strong b")
_CREDIT_CHARS = 120  # the credit of a picture is shorter
_FEW_TEXTS = 8
PATH_LENGTH = 3  # an element and two around it: enough to know the same kind of box again
_GLUED = re.compile(r"\w$")
_CAPITAL = re.compile(r"\s*[A-ZÀ-Ý«“\"\d]")
_SENTENCE_END = re.compile(r"[.!?…»”][\"”»]?$")
_ENCODING = re.compile(r"^\s*<\?xml[^>]*\?>")
_ALT_CHARS = 25  # a shorter alternative text may be anybody's words


def cut_html(text: str, *, where: str) -> Cut:
    """A page, cut into blocks with what its mark-up says of them, its links and what it says of itself.

    Raises:
        Empty: the page holds no text.
        LimitExceeded: none that the limits allow to be read.
    """
    root = _tree(text, where)
    walk = Walk()
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


def _walk(root: etree._Element, walk: Walk) -> dict[int, tuple[int, int]]:
    """Read the tree; what comes out: for each block element, by its number, the range of its pieces, half-open."""
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            _leave(walk, element)
        elif not _enter(walk, element):
            events.skip_subtree()
    walk.end_block(*walk.stack[0][:2])
    return walk.ranges


def _enter(walk: Walk, element: etree._Element) -> bool:
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
    if text and not (walk.spaced and not text.strip(BLANKS)):
        walk.say(text, inside)
    return True


def _numbered(walk: Walk, tag: str, attributes: dict[str, str], parents: tuple[int, ...]) -> tuple[int, ...]:
    """The block elements around what is inside a new one, whose path is kept."""
    number = next(walk.numbers)
    named = attributes.get("class")
    around = walk.paths[parents[-1]] if parents else ()
    walk.paths[number] = (*around[1 - PATH_LENGTH :], f"{tag}.{named}" if named else tag)
    return (*parents[-3:], number)


def _in_line(walk: Walk, element: etree._Element, inside: Marks) -> None:
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


def _leave(walk: Walk, element: etree._Element) -> None:
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
    if tail and not (walk.spaced and not tail.strip(BLANKS)):
        walk.say(tail, around)


def _end_link(walk: Walk) -> None:
    for at in range(len(walk.links) - 1, -1, -1):
        start, end, url, title = walk.links[at]
        if end == -1:
            walk.links[at] = (start, walk.chars, url, title)
            return


def _is_hidden(attributes: dict[str, str]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and "display:none" in style.replace(" ", "").lower())
