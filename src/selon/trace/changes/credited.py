"""The agency that one text credits, and the other, a good part of which is its words, does not name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.clean import Agency
from selon.languages.sentences import sentences
from selon.model.article import Article, Credit, CreditKind
from selon.model.lineage import Change, Edge
from selon.model.passage import Reuse
from selon.model.span import Span
from selon.trace.changes.quoted import QUOTED
from selon.trace.changes.surroundings import sentence_of
from selon.trace.collection import Collection
from selon.trace.credit_lines import lineage_credits
from selon.trace.markers import markers
from selon.trace.names import key

_LEAST_COPIED, _COPIED_SHARE = 80, 0.25  # words of an article outside quotation marks, and share of all, that are another's
_LEAST_TOLD = 8  # words outside quotation marks of the sentence that is shown
_TEXTS = (CreditKind.SOURCE, CreditKind.VIA)
_PHOTOGRAPHER = "/"  # "ANNA BREL/AFP" stands below a photo


def credit_dropped(edge: Edge, copied: Sequence[Reuse], collection: Collection) -> Iterator[Change]:
    """One credits an agency, and the other names none; told once, at the longest passage. What both quote is nobody's copy."""
    a, b = collection.article(edge.source), collection.article(edge.target)
    if not edge.directed and not lineage_credits(a):
        a, b = b, a
    credit = next((one for one in lineage_credits(a) if _is_of_the_text(one, a, collection.language(a.id))), None)
    if credit is None or lineage_credits(b) or is_named(credit.name, b, collection.language(b.id)):
        return
    if b.outlet and is_called(credit.name, b.outlet, collection.language(b.id)):
        return  # an agency that signs its own text, or leaves it
    longest = max(copied, key=lambda reuse: (_own_words(reuse, b), reuse.a.span, reuse.b.span))
    if not _is_copied(copied, b):
        return
    verb = "attribution dropped" if edge.directed else "attribution differs"
    yield Change(
        from_article=a.id,
        to_article=b.id,
        kind="attribution_dropped",
        from_span=credit.span,
        to_span=_shown(_passage(longest, b), b, collection.language(b.id)),
        sentence=f"{verb}: {a.id} credits {credit.name} for its text, {b.id} tells the same words and credits nobody",
        directed=edge.directed,
    )


def _shown(passage: Span, article: Article, language: Language) -> Span:
    """The first whole sentence of a passage that tells something in the article's own words; else its beginning."""
    for one in sentences(article.text, passage, language):
        whole = sentence_of(article, one, language)
        if passage.covers(whole) and len(QUOTED.sub(" ", whole.of(article.text)).split()) >= _LEAST_TOLD:
            return whole
    opening = sentence_of(article, Span(passage.start, passage.start + 1), language)
    return Span(passage.start, min(passage.end, max(opening.end, passage.start + 1)))


def _is_of_the_text(credit: Credit, article: Article, language: Language) -> bool:
    """Is a credit one of a whole text, and not of a photo or of some help with it?"""
    written = credit.span.of(article.text)
    return credit.kind in _TEXTS and _PHOTOGRAPHER not in written and not markers("contributed", article.text, credit.span, language)


def is_named(name: str, article: Article, language: Language) -> bool:
    """Does a text name an agency anywhere, under any of its names?"""
    return set(key(name)) <= set(key(article.text)) or is_called(name, article.text, language)


def is_called(name: str, words: str, language: Language) -> bool:
    """Do some words hold one of the names of an agency?"""
    text = fold(words)
    return any(re.search(rf"\b{re.escape(fold(form))}\b", text) for form in _also_called(fold(name), language))


@cache
def _also_called(name: str, language: Language) -> tuple[str, ...]:
    rows = (row for row in language.rows(Agency) if name in {fold(row.name), *map(fold, row.forms)})
    return tuple(form for row in rows for form in (row.name, *row.forms))


def _is_copied(copied: Sequence[Reuse], article: Article) -> bool:
    """Are so many of an article's own words the other's that somebody should be credited for them?"""
    shared, own = sum(reuse.tokens for reuse in copied), sum(_own_words(reuse, article) for reuse in copied)
    return own >= _LEAST_COPIED and shared >= _COPIED_SHARE * len(article.text.split())


def _own_words(reuse: Reuse, article: Article) -> int:
    """How many words of a passage are not in quotation marks, and so the article's own; no more than are shared."""
    return min(reuse.tokens, len(QUOTED.sub(" ", _passage(reuse, article).of(article.text)).split()))


def _passage(reuse: Reuse, article: Article) -> Span:
    return (reuse.a if reuse.a.article_id == article.id else reuse.b).span
