"""The agency that one text credits, and the other, a good part of which is its words, does not name."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.clean import Agency
from selon.languages.sentences import sentences
from selon.languages.unseen import seen
from selon.model.article import Article, Credit, CreditKind
from selon.model.lineage import Change, Edge
from selon.model.passage import Reuse
from selon.model.span import Span
from selon.trace.changes.quoted import QUOTED, is_inside_marks
from selon.trace.changes.surroundings import sentence_of
from selon.trace.collection import Collection
from selon.trace.credit_lines import lineage_credits
from selon.trace.markers import markers
from selon.trace.names import key

_LEAST_COPIED, _COPIED_SHARE = 80, 0.25  # words of an article outside quotation marks, and share of all, that are another's
_LEAST_TOLD, _OWN_SHARE = 8, 0.5  # words outside quotation marks of the sentence that is shown, and their share
_OPENED = re.compile(r'[«“"].*', re.DOTALL)  # a quotation that goes on in the next sentence
_TEXTS = (CreditKind.SOURCE, CreditKind.VIA)
_QUESTION = "?"
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
    if not _is_copied(copied, b):
        return
    longest = sorted(copied, key=lambda reuse: (_own_words(reuse, b), reuse.a.span, reuse.b.span), reverse=True)
    shown = (_shown(_passage(reuse, b), b, collection.language(b.id)) for reuse in longest)
    passage = next((one for one in shown if one), None)
    if passage is None:
        return
    verb = "attribution dropped" if edge.directed else "attribution differs"
    yield Change(
        from_article=a.id,
        to_article=b.id,
        kind="attribution_dropped",
        from_span=credit.span,
        to_span=passage,
        sentence=f"{verb}: {a.id} credits {credit.name} for its text, {b.id} tells the same words and credits nobody",
        directed=edge.directed,
    )


def _shown(passage: Span, article: Article, language: Language) -> Span | None:
    """The first whole sentence of a passage that is told in the article's own words, else its beginning; None where both are somebody's."""
    whole = (sentence_of(article, one, language) for one in sentences(article.text, passage, language))
    found = next((one for one in whole if passage.covers(one) and _is_its_own(one, article)), None)
    if found is not None:
        return found
    opening = sentence_of(article, Span(passage.start, passage.start + 1), language)
    begins = Span(passage.start, min(passage.end, max(opening.end, passage.start + 1)))
    return begins if _is_its_own(begins, article) else None


def _is_its_own(span: Span, article: Article) -> bool:
    """Are more words of a stretch the article's own than somebody's in quotation marks?"""
    words = span.of(article.text)
    if words.rstrip().endswith(_QUESTION):
        return False  # which tells nothing that somebody should be credited for
    own = len(_OPENED.sub(" ", QUOTED.sub(" ", words)).split())
    return own >= max(_LEAST_TOLD, _OWN_SHARE * len(words.split())) and not is_inside_marks(article.text, span.start)


def _is_of_the_text(credit: Credit, article: Article, language: Language) -> bool:
    """Is a credit one of a whole text, and not of a photo or of some help with it?"""
    written = credit.span.of(article.text)
    return credit.kind in _TEXTS and _PHOTOGRAPHER not in written and not markers("contributed", article.text, credit.span, language)


def is_named(name: str, article: Article, language: Language) -> bool:
    """Does a text name an agency anywhere, under any of its names?"""
    return set(key(name)) <= set(key(article.text)) or is_called(name, article.text, language)


def is_called(name: str, words: str, language: Language) -> bool:
    """Do some words hold one of the names of an agency?"""
    text = fold(seen(words))
    return any(re.search(rf"\b{re.escape(fold(form))}\b", text) for form in _also_called(fold(name), language))


@cache
def _also_called(name: str, language: Language) -> tuple[str, ...]:
    return tuple(form for folded, forms in _agencies(language) if name in folded for form in forms)


@cache
def _agencies(language: Language) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """The names of each agency, folded, and as they stand."""
    return tuple((frozenset(map(fold, (row.name, *row.forms))), (row.name, *row.forms)) for row in language.rows(Agency))


def _is_copied(copied: Sequence[Reuse], article: Article) -> bool:
    """Are so many of an article's own words the other's that somebody should be credited for them?"""
    shared, own = sum(reuse.tokens for reuse in copied), sum(_own_words(reuse, article) for reuse in copied)
    return own >= _LEAST_COPIED and shared >= _COPIED_SHARE * len(article.text.split())


def _own_words(reuse: Reuse, article: Article) -> int:
    """How many words of a passage are not in quotation marks, and so the article's own; no more than are shared."""
    return min(reuse.tokens, len(QUOTED.sub(" ", _passage(reuse, article).of(article.text)).split()))


def _passage(reuse: Reuse, article: Article) -> Span:
    return (reuse.a if reuse.a.article_id == article.id else reuse.b).span
