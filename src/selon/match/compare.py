"""A quotation set against the text it is taken from, word by word.

A quotation with marks of omission is cut at them, and each part is looked for by itself. The place is where the folded characters agree
best, the differences are counted in words. Source: Levenshtein 1966; rapidfuzz computes both.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from selon.languages.fold import fold
from selon.languages.words import Word, words
from selon.model.article import Article
from selon.model.passage import Comparison, Edit, Passage
from selon.model.span import Span

_OMISSION = re.compile(r"\s*[\[(]\s*(?:…|\.\.\.)\s*[\])]\s*|\s*(?:…|\.{3})\s*")
_LEAST_SHARE = 0.5  # of the words: below it, the text has no such passage


def compared(quote: str, article: Article) -> tuple[Comparison, ...]:
    """Each part of the quotation with its passage, in the order of the quotation; a part that the text does not hold is left out."""
    folded = fold(article.text)
    found = (_compared(quote, part, article, folded) for part in _parts(quote))
    return tuple(one for one in found if one is not None and one.share >= _LEAST_SHARE)


def _parts(quote: str) -> Iterator[Span]:
    start = 0
    for match in [*_OMISSION.finditer(quote), None]:
        end = match.start() if match else len(quote)
        if quote[start:end].strip():
            yield Span(start, end)
        start = match.end() if match else end


def _compared(quote: str, part: Span, article: Article, folded: str) -> Comparison | None:
    asked = words(quote, part.start, part.end)
    place = fuzz.partial_ratio_alignment(fold(part.of(quote)), folded)
    start, end = (place.dest_start, place.dest_end) if place else (0, 0)
    around = words(article.text, max(0, start - _margin(part)), min(len(folded), end + _margin(part)))
    inside = _trimmed(asked, around)
    if not inside:
        return None
    codes = Levenshtein.opcodes(_forms(asked), _forms(inside))
    same = sum(code.src_end - code.src_start for code in codes if code.tag == "equal")
    edits = tuple(
        Edit(op=code.tag, a=_span(asked[code.src_start : code.src_end]), b=_span(inside[code.dest_start : code.dest_end]))
        for code in codes
        if code.tag != "equal"
    )
    span = Span(inside[0].start, inside[-1].end)
    return Comparison(quote=part, passage=Passage(article_id=article.id, span=span), share=same / max(1, len(asked)), edits=edits)


def _margin(part: Span) -> int:
    """Characters to each side in which words that were left out of the quotation may stand."""
    return max(40, len(part) // 4)


def _trimmed(asked: list[Word], around: list[Word]) -> list[Word]:
    """The words from the first that the quotation has to the last."""
    blocks = [code for code in Levenshtein.opcodes(_forms(asked), _forms(around)) if code.tag == "equal"]
    return around[blocks[0].dest_start : blocks[-1].dest_end] if blocks else []


def _forms(found: list[Word]) -> list[str]:
    return [fold(word.form) for word in found]


def _span(found: list[Word]) -> Span | None:
    return Span(found[0].start, found[-1].end) if found else None
