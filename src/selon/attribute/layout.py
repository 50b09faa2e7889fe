"""What the layout says: block quotations under an announced speaker, embedded posts with their author.

A block quotation has no source of its own; who announced it is told in the reasons ("announced at 12:30", offsets of the mention).
Not done yet: an announcement further off than the paragraph before the first quotation of a run.
"""

import re
from collections.abc import Callable, Iterator

from selon.attribute.announced import Announced
from selon.attribute.choose import Candidate
from selon.attribute.lexicon import Lexicon
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Span

_SEARCHED = (BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.HEADING, BlockKind.BLOCKQUOTE, BlockKind.CAPTION, BlockKind.EMBED)
_AUTHOR = re.compile(r"(?:[—–-]|&[mn]dash;|&#821[12];)\s*(?P<name>[^\n()@]{2,80}?)\s*\(?(?P<handle>@\w+)\)?")
_TAGS = re.compile(r"(?:\s*<[^<>]*>)+\s*")  # of a post that stands in Markdown as HTML
_WORDS_END = re.compile(r"\s*(?:pic\.\w+\.\w+|https?://|<)")
_HANDLE = re.compile(r"(?:RT )?@\w+\s?:\s?")  # with which a copied post opens
_TAGGED = re.compile(r"(?<![\w/])[#@]\w")
_WORD = re.compile(r"[^\W\d_]+'?")
_LEAST_WORDS = 3  # of a block quotation or an announced post
_PLACE_SAID = re.compile(r"announced at (\d+):(\d+)")
_QUOTED_LINE = re.compile(r"[ \t]*>[ \t]?")


def block_quotation(article: Article, block: Block, announced: Span | None, before: Announced | None = None) -> Iterator[Candidate]:
    """The reading of one block quotation: one relation, all of it; `before` is who the paragraph before announces with a colon."""
    start, end = _inner(article.text, block.span)
    if start >= end or len(article.text[start:end].split()) < _LEAST_WORDS:
        return
    reasons = ["inferred from layout" if announced is None else "inferred from layout and link"]
    if announced is not None:
        reasons.append(_place_said(announced))
    source, cue = (before.source, before.cue) if before is not None else (None, None)
    yield Candidate(rule="layout.blockquote", source=source, cue=cue, content=(Span(start, end),), reasons=tuple(reasons), reach=end)


def announced_elsewhere(reason: str, moved: Callable[[Span], Span]) -> str:
    """A reason of a block quotation whose announcement stands at another place of the text; any other as it is."""
    found = _PLACE_SAID.fullmatch(reason)
    return _place_said(moved(Span(int(found[1]), int(found[2])))) if found else reason


def _place_said(span: Span) -> str:
    return f"announced at {span.start}:{span.end}"


def _inner(text: str, span: Span) -> tuple[int, int]:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    if match := _QUOTED_LINE.match(text, start, end):
        start = match.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def announcer(article: Article, block: Block) -> Span | None:
    """Who a paragraph announces: the words of the first link in it, when they begin with a capital."""
    for link in article.links:
        if block.span.covers(link.span) and article.text[link.span.start].isupper():
            return link.span
    return None


def embedded(article: Article, block: Block, before: Announced | None = None) -> Iterator[Candidate]:
    """The reading of one embedded post: its author, its words; `before` is who the paragraph before announces with a colon."""
    text = article.text
    match = max(_AUTHOR.finditer(text, block.span.start, block.span.end), key=lambda found: found.start(), default=None)
    if match is None:
        yield from _announced(text, block, before)
        return
    start, end = _inner(text, Span(block.span.start, max(block.span.start + 1, match.start())))
    if tags := _TAGS.match(text, start, end):
        start = tags.end()
    if cut := _WORDS_END.search(text, start, end):
        end = cut.start()
    if end > start:
        name = Span(*match.span("name"))
        yield Candidate(
            rule="layout.embed",
            source=name,
            cue=None,
            content=(Span(start, end),),
            reasons=("an embedded post and its author",),
            reach=match.end(),
        )


def _announced(text: str, block: Block, before: Announced | None) -> Iterator[Candidate]:
    """The reading of a post that the paragraph before announces: "Ada Bry écrit :", and "@adabry: …" on a line of its own."""
    start, end = _inner(text, block.span)
    if handle := _HANDLE.match(text, start, end):
        start = handle.end()
    if before is not None and len(text[start:end].split()) >= _LEAST_WORDS:
        reasons = ("a post announced by the paragraph before",)
        yield Candidate(rule="layout.embed", source=before.source, cue=before.cue, content=(Span(start, end),), reasons=reasons, reach=end)


def is_own_words(text: str, block: Block, before: Announced | None, words: Lexicon) -> bool:
    """Is a paragraph without marks the words that the one before announces: does it say "I" or "we", or carry a tag as posts do?

    Where weights.toml says so ("announced.paragraph"): of 39 read in French 36 were, in English, whose pages set polls there, 48 of 57.
    """
    if before is None or before.cue is None or not before.is_person or words.weights.get("announced.paragraph", 0.0) <= 0:
        return False
    told = text[block.span.start : block.span.end]
    forms = _WORD.findall(told.lower().replace("’", "'"))
    return _TAGGED.search(told) is not None or any("first" in words.kinds.get(form, ()) for form in forms)


def is_searched(block: Block) -> bool:
    """Is a block of this kind read at all? Credits, related links, debris, notices and metadata are not."""
    return block.kind in _SEARCHED
