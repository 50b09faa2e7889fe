"""All attributions of one article."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.attribute.carried import Read, joined, seams
from selon.attribute.cutting import passage
from selon.attribute.grammar import Memory, read
from selon.attribute.interviews import apart, interview
from selon.attribute.layout import announcer, block_quotation, embedded, is_own_words, is_searched
from selon.attribute.lexicon import Lexicon, lexicon
from selon.attribute.nested import within
from selon.attribute.onward import onward
from selon.attribute.quotation import Quotation, quoted_in
from selon.attribute.records import records
from selon.attribute.topics import without_topics
from selon.collector import resting
from selon.languages import Language
from selon.model.article import Article, Block, BlockKind
from selon.model.attribution import Attribution

_BLOCKQUOTE, _PARAGRAPH, _EMBED = BlockKind.BLOCKQUOTE, BlockKind.PARAGRAPH, BlockKind.EMBED
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)
_LABEL = re.compile(r"\s*((?:[^\W\d_a-zà-öø-ÿ][\w.'’-]*)(?:\s+[\w.'’-]+){0,3})\s?:\s+\S")


def attributions(article: Article, language: Language) -> tuple[Attribution, ...]:
    """The attributions of an article, in text order, parents before children."""
    blocks = [block for block in article.blocks if is_searched(block) and article.text[block.span.start : block.span.end].strip()]
    spans = [block.span for block in blocks]
    structure = quoted_in(article.text, spans, language)
    with resting():
        told = without_topics(list(_read(article, blocks, structure, language)), article.text)
        whole = joined(told, spans, seams(article.text, spans, structure))
        return records(article, onward(whole, article.text, blocks, structure, lexicon(language)), language)


def _read(article: Article, blocks: Sequence[Block], structure: Sequence[list[Quotation]], language: Language) -> Iterator[Read]:
    words = lexicon(language)
    memory, announced, run = Memory(labels=_labels(article)), None, False
    asked = interview(article, blocks, words)
    for block, quotes in zip(blocks, structure, strict=True):
        if block.kind is _BLOCKQUOTE:
            yield from ((None, candidate) for candidate in block_quotation(article, block, announced, memory.announced))
            memory.announced = replace(memory.announced, cue=None) if memory.announced else None  # one cue is told once
            yield from within(article.text, block.span, quotes, 0, language, words)
            run = True
            continue
        if block.kind is _PARAGRAPH:
            announced, run = announcer(article, block) or (None if run else announced), False
        if block.kind is _EMBED or (block.kind is _PARAGRAPH and not quotes and is_own_words(article.text, block, memory.announced, words)):
            yield from ((None, candidate) for candidate in embedded(article, block, memory.announced))
            memory.announced = None
            yield from within(article.text, block.span, quotes, 0, language, words)
            continue
        yield from apart(_block(article, block, quotes, language, words, memory), block, asked)


def _labels(article: Article) -> frozenset[str]:
    """Names before a colon that open two paragraphs or more."""
    text, spans = article.text, [block.span for block in article.blocks]
    if text.find(":") < 0:
        return frozenset()
    named = [_LABEL.match(text, span.start, span.end) for span in spans if text.find(":", span.start, span.end) >= 0]
    told = Counter(match.group(1) for match in named if match)
    return frozenset(label for label, times in told.items() if times >= 2)


def _block(article: Article, block: Block, quotes: list[Quotation], language: Language, words: Lexicon, memory: Memory) -> Iterator[Read]:
    memory.inside.clear()
    outer = [quote for quote in quotes if quote.depth == 0]
    found = passage(article.text, block.span, outer, words)
    heading = block.kind in _HEADINGS
    yield from ((found, candidate) for candidate in read(found, language, memory, is_heading=heading))
    for quote, inner in _with_inner(quotes):
        yield from within(article.text, quote.inner, inner, 1, language, words, memory.inside)


def _with_inner(quotes: list[Quotation]) -> Iterator[tuple[Quotation, list[Quotation]]]:
    """Each outermost quotation with those that stand in it."""
    at = 0
    while at < len(quotes):
        after = at + 1
        while after < len(quotes) and quotes[after].depth > 0:
            after += 1
        yield quotes[at], quotes[at + 1 : after]
        at = after
