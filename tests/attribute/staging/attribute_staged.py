"""An article made of plain paragraphs, and what was found in it, as words."""

from typing import Any

from selon.attribute import attributions
from selon.languages import load
from selon.model.article import Article, Block, BlockKind, Link
from selon.model.attribution import Attribution
from selon.model.span import Span


def article(text: str, lang: str = "fr", kind: BlockKind = BlockKind.PARAGRAPH, links: tuple[Link, ...] = ()) -> Article:
    """One block a line; lines that begin with ">" are block quotations, with "#" headings."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True) or [text]:
        which = {">": BlockKind.BLOCKQUOTE, "#": BlockKind.HEADING}.get(line[:1], kind)
        if line:
            blocks.append(Block(span=Span(at, at + len(line)), kind=which))
        at += len(line)
    return Article(
        id="a", digest="0" * 16, text_digest="0" * 16, address="a.txt", url=None, outlet=None, title=None, authors=(), lang=lang,
        published=None, text=text, blocks=tuple(blocks), credits=(), links=links, metadata=(), degraded=None,
    )  # fmt: skip


def found(text: str, lang: str = "fr") -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return attributions(article(text, lang), load(lang))


def as_words(text: str, attribution: Attribution) -> dict[str, Any]:
    """Source, cue and content as the text has them."""
    return {
        "source": attribution.source.of(text) if attribution.source else None,
        "cue": attribution.cue.of(text) if attribution.cue else None,
        "content": [span.of(text) for span in attribution.content],
    }
