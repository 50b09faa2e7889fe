"""Whether the words that stand for a claim are what a denial denies: a claim of many tellings is shown in the words of one.

A denial that is tied is opened again, and says why, where its claim is shown in other words than it is told in beside the denial: words
that share none with them, or that deny or negate where those do not; or where who denies the claim tells it himself.
"""

from dataclasses import replace

from selon.languages.sentences import sentences
from selon.languages.words import matches
from selon.model.attribution import Stance
from selon.model.lineage import Denial
from selon.model.span import Span
from selon.trace.alike import overlap, stems
from selon.trace.back import LEAST_BEFORE
from selon.trace.collection import Collection
from selon.trace.markers import markers
from selon.trace.statements import LEAST_STEMS, Statement, Statements
from selon.trace.wording import own_stems

_SHOWN = 0.2  # of the stems of the shorter one, in common
_OWN, _LEAST_OWN = 0.3, 2  # the same of its words without a capital, and how many: names tell what is spoken of, and not what is said of it
_OTHER_WORDS = "the claim it is tied to is told in other words than those that stand for it"
_DENIED = "the words that stand for the claim it is tied to deny it themselves"
_HIS_OWN = "who denies it tells the claim it is tied to himself"


def opened(one: Denial, statements: Statements, collection: Collection) -> Denial:
    """A denial, open where the claim it is tied to is shown in words that it does not deny."""
    why = _why_open(one, statements, collection) if one.claim_id is not None else None
    return replace(one, claim_id=None, tie=f"open: {why}") if why else one


def _why_open(one: Denial, statements: Statements, collection: Collection) -> str | None:
    told = [other for other in statements.of(one.article_id) if other.claim_id == one.claim_id]
    shown = statements.worded(one.claim_id) if one.claim_id is not None else ()
    beside = [other for other in told if not (other.denies or one.span.covers(other.span))]  # not what is declined itself
    nearest = min(beside or told, key=lambda other: (_gap(other, one), other.span), default=None)
    counts = _holds(one, "figures", collection)  # one number may be told of people in any words
    if nearest is not None and not any(_is_alike(nearest, other, counts=counts) for other in shown):
        return _OTHER_WORDS
    if all(other.denies and not _is_told_before(other, one, collection) for other in shown):
        return _DENIED
    by_word = collection.attribution(one.attribution_id).stance is Stance.DENIED  # else a negation is what denies it
    negated = by_word and _holds(one, "negation", collection)
    if all(_is_against(other, nearest, negated=negated) for other in shown):
        return _DENIED
    return _HIS_OWN if _says_it_himself(one, statements, collection) else None


def _gap(other: Statement, one: Denial) -> int:
    return max(other.span.start - one.span.end, one.span.start - other.span.end, 0)


def _is_alike(one: Statement, other: Statement, *, counts: bool) -> bool:
    """Do two tellings of a claim share some of their words, and where they do not count, of those without a capital?"""
    if min(len(one.stems), len(other.stems)) < LEAST_STEMS:
        return True
    counts = counts or one.language is not other.language  # two languages have names in common, and few other words
    own, others = own_stems(one.text, one.appearance.spans, one.language), own_stems(other.text, other.appearance.spans, other.language)
    least, shared = min(len(own), len(others)), len((own | others) & one.stems & other.stems)
    return overlap(one.stems, other.stems) >= _SHOWN and (counts or shared >= max(min(_LEAST_OWN, least), _OWN * least))


def _is_told_before(other: Statement, one: Denial, collection: Collection) -> bool:
    """Does a statement hold the denial behind what it tells ("says that the ferry sank, which the port denies")?"""
    told = collection.attribution(one.attribution_id)
    here = other.appearance.article_id == one.article_id
    if here and other.span.covers(one.span) and one.span.start - other.span.start > LEAST_BEFORE:
        return True
    return here and told.cue is not None and other.span.start <= told.content[0].start < told.cue.start


def _holds(one: Denial, kind: str, collection: Collection) -> bool:
    """Does what is denied hold a marker of some kind?"""
    text, language = collection.article(one.article_id).text, collection.language(one.article_id)
    return any(markers(kind, text, span, language) for span in collection.attribution(one.attribution_id).content)


def _is_against(shown: Statement, told: Statement | None, *, negated: bool) -> bool:
    """Does what is shown negate what is told without a negation, or the other way round, or say that it is not known?

    Of several sentences those are compared that say the same. `negated`: whether the denial negates, where the claim is told in no
    other words of its article.
    """
    if told is None:
        return _holds_in(shown, shown.span, "negation") != negated
    a, b = _sentence_like(shown, told), _sentence_like(told, shown)
    return _holds_in(shown, a, "negation") != _holds_in(told, b, "negation") or _holds_in(shown, a, "unproven")


def _holds_in(one: Statement, span: Span, kind: str) -> bool:
    return bool(markers(kind, one.text, span, one.language))


def _sentence_like(one: Statement, other: Statement) -> Span:
    """The sentence of a statement that shares most stems with another one, up to where each of these was met.

    As in "sank off Norr, and | not off Sorne".
    """
    found = sentences(one.text, one.span, one.language)
    best = max(found, key=lambda span: len(stems(one.text, (span,), one.language) & other.stems), default=one.span)
    met: dict[str, int] = {}  # stem that both have -> where the first word with it ends
    for match in matches(one.text, best.start, best.end):
        word = Span(*match.span())
        for stem in stems(one.text, (word,), one.language) & other.stems:
            met.setdefault(stem, word.end)
    return Span(best.start, max(met.values())) if met else best


def _says_it_himself(one: Denial, statements: Statements, collection: Collection) -> bool:
    """Does who denies a claim tell it himself in the same article, as far as its tellings are brought together?"""
    denier = collection.claimant(one.attribution_id)
    if denier is None or one.is_of_measure:
        return False
    told = (other for other in statements.of(one.article_id) if other.claim_id == one.claim_id and not other.span.overlaps(one.span))
    his_own = (other for other in told if other.speaker == denier.id and other.is_his_own)
    return any(not _speaks_against(other) for other in his_own)


def _speaks_against(one: Statement) -> bool:
    """Does a statement negate or reject something, as the denial does ("he has nothing to reproach himself with")?"""
    return any(markers(kind, one.text, one.span, one.language) for kind in ("negation", "rejection"))
