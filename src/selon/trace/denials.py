"""Who denies a claim: explicit, declined, unconfirmed, second-hand; tied to the claim, or left open and said so.

A denial has somebody who denies: in a word of denial (here; in his own mouth: `own_words`), of rejecting an accusation (`rejections`) or an
account (`contests`), or who says of himself or of somebody (`disavowals`, `contradictions`) that it was not so. Who is asked and evades
(`evasions`), or says that nothing shows it (`unproven`), has declined. Negations alone, which `match` links, err too often to be shown.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import Attribution
from selon.model.claim import Claim
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.lineage import Denial, Unmentioned
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.accusations import Accusations
from selon.trace.afar import Afar
from selon.trace.collection import Collection, whole
from selon.trace.comments import Comments
from selon.trace.contests import Contests
from selon.trace.contradictions import Contradictions
from selon.trace.denying import kind_of_denial
from selon.trace.disavowals import Disavowals
from selon.trace.dismissals import Dismissals
from selon.trace.evasions import Evasions
from selon.trace.farther import relatives
from selon.trace.grammar import RELATIVE
from selon.trace.markers import markers
from selon.trace.moments import begins, ends, is_before
from selon.trace.own_words import OwnWords
from selon.trace.rejections import Rejections
from selon.trace.rests import Rests
from selon.trace.retold import with_retold
from selon.trace.retorts import Retorts
from selon.trace.sayings import Against, Saying, against, sayings
from selon.trace.sides import names
from selon.trace.standing import opened
from selon.trace.statements import INFINITIVES, Statements
from selon.trace.ties import Ties
from selon.trace.unproven import Unproven

_OF_CHARS = 10  # before a name, where a word may make it a complement

_Finder = tuple[Callable[[Sequence[Saying], Language], Iterable[Against]], str]  # what it finds in what is said, and of which kind that is
_Denials = tuple[Denial, ...]


def denials(collection: Collection, claims: Sequence[Claim], rests: Rests) -> tuple[Denial, ...]:
    """Every denial of the collection, in the order of articles and texts."""
    statements = Statements(collection, claims)
    ties, afar = Ties(collection, claims, statements), Afar(statements)
    finders: tuple[_Finder, ...] = (
        (Rejections(Accusations(collection, claims)).of, "explicit"),
        (partial(against, finder=OwnWords(ties)), "explicit"),
        (partial(against, finder=Contests(statements)), "explicit"),
        (partial(against, finder=Dismissals(ties)), "explicit"),
        (partial(against, finder=Retorts(ties)), "explicit"),
        (partial(against, finder=Disavowals(statements)), "explicit"),
        (partial(against, finder=Comments(ties)), "declined"),
        (partial(against, finder=Evasions(collection, statements)), "declined"),
        (partial(against, finder=Unproven(afar)), "declined"),
        (partial(against, finder=Contradictions(afar)), "explicit"),
    )
    found = list(chain.from_iterable(_kept(reading, collection, ties, finders, rests) for reading in collection.readings.values()))
    kept = [opened(one, statements, collection) for one in with_retold(found, statements)]
    return tuple(sorted(kept, key=lambda denial: (denial.article_id, denial.span, denial.attribution_id)))


def _kept(reading: Reading, collection: Collection, ties: Ties, finders: Sequence[_Finder], rests: Rests) -> tuple[Denial, ...]:
    return collection.memo.of(
        "denials",
        lambda: rests.of_denials(reading, ties.linked(reading), ties.neighbours(reading)),
        _Denials,
        lambda: tuple(_of_article(reading, collection, ties, finders)),
    )


def _of_article(reading: Reading, collection: Collection, ties: Ties, finders: Sequence[_Finder]) -> list[Denial]:
    found, language = [*_denials(reading, collection, ties)], collection.language(reading.article.id)
    told = list(sayings(reading, language))
    for finder, kind in finders:
        found += _new(reading, collection, finder(told, language), kind, found)
    return found


def unmentioned(claim: Claim, tied: Sequence[Denial], collection: Collection) -> tuple[Unmentioned, ...]:
    """The whole articles that carry the claim after a held denial of it, and say nothing of any."""
    spoken = {denial.article_id for denial in tied}
    found = []
    for article_id in sorted({one.article_id for one in claim.appearances} - spoken):
        article = collection.article(article_id)
        earlier = [
            denial
            for denial in tied
            if denial.kind == "explicit" and is_before(collection.article(denial.article_id).published, article.published)
        ]
        if earlier and article.degraded is None:
            first = min(earlier, key=lambda denial: (ends(collection.article(denial.article_id).published), denial.article_id))
            lag = (begins(article.published).date() - ends(collection.article(first.article_id).published).date()).days
            found.append(
                Unmentioned(article_id=article_id, denial_article_id=first.article_id, denial_span=first.span, lag_days=max(0, lag))
            )
    return tuple(found)


def _denials(reading: Reading, collection: Collection, ties: Ties) -> Iterator[Denial]:
    for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
        kind = kind_of_denial(reading, attribution, resolution, collection)
        if kind is None:
            continue
        claim_id, tie = ties.of(reading, attribution)
        claimant = None if _is_only_a_pronoun(reading, attribution, resolution, collection) else resolution.claimant
        if kind == "second-hand" and ties.is_told_by(claim_id, attribution.parent, reading.article.id):
            kind = "explicit"  # who tells what is denied tells no denial of it
        yield Denial(
            article_id=reading.article.id,
            span=whole(attribution),
            by=_by(reading, attribution, claimant, collection.language(reading.article.id)),
            kind=kind,
            attribution_id=attribution.id,
            claim_id=claim_id,
            tie=tie,
        )


def _new(reading: Reading, collection: Collection, found: Iterable[Against], kind: str, before: Sequence[Denial]) -> list[Denial]:
    """The denials of what was found in an article, where none was found before."""
    made = (
        Denial(
            article_id=reading.article.id,
            span=one.span,
            by=_by(reading, one.attribution, collection.claimant(one.attribution.id), collection.language(reading.article.id)),
            kind=kind,
            attribution_id=one.attribution.id,
            claim_id=one.claim_id,
            tie=one.tie,
            is_of_measure=one.is_of_measure,
        )
        for one in found
    )
    return [one for one in made if not any(_is_one(one, other) for other in before)]


def _is_one(one: Denial, other: Denial) -> bool:
    """Do two denials stand in the same words: of one attribution, or of one claim by one person ("denied it, and called it a lie")?"""
    same = one.attribution_id == other.attribution_id or (one.claim_id, one.by) == (other.claim_id, other.by)
    return same and one.span.overlaps(other.span)


def _is_only_a_pronoun(reading: Reading, attribution: Attribution, resolution: Resolution, collection: Collection) -> bool:
    """Was a pronoun taken for an unnamed source, which is nobody's "he", or for a body where a deed is denied ("he denies having lit")?

    Behind a clause ("…, which he denies") it is for whom that clause names, and else for nobody who is known.
    """
    claimant = resolution.claimant
    if claimant is None or not resolution.how.startswith("pronoun"):
        return False
    if attribution.rule in RELATIVE:
        language = collection.language(reading.article.id)
        named = names(claimant, language)
        return not any(_is_named_first(named, span.of(reading.article.text), language) for span in attribution.content)
    return claimant.kind is ClaimantKind.ANONYMOUS or (claimant.kind is ClaimantKind.BODY and attribution.rule in INFINITIVES)


def _is_named_first(named: re.Pattern[str], clause: str, language: Language) -> bool:
    """Is somebody named in a clause, and more than as what another one is of ("the party, an ally of Brel, is accused")?"""
    found = named.search(fold(clause))
    if found is None:
        return False
    before = Span(max(0, found.start() - _OF_CHARS), found.start()) if found.start() else None
    of = markers("of what", clause, before, language) if before else []
    return not any(
        len(rest) <= 1 and all(word[0].isupper() for word in rest) for one in of for rest in [clause[one.end : found.start()].split()]
    )


def _by(reading: Reading, attribution: Attribution, claimant: Claimant | None, language: Language) -> str | None:
    """Who denies: a name, else the words that stand for one, without the "who" of a clause about him."""
    if claimant or attribution.source is None:
        return claimant.name if claimant else None
    words, pronouns = attribution.source.of(reading.article.text), relatives(language)
    before, _, last = words.rpartition(" ")
    return before.rstrip(" ,") if before and fold(last) in pronouns else words
