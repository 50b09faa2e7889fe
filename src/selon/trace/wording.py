"""What a denial says is not so, and which statement says the same in like words.

A statement is what is denied if it holds the word that the denial turns on ("denied the sale of the port": "sale"), and nearly all of its
others. Where somebody denies having done something, the statement must name him or leave open who did it, else it is of others.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from selon.languages import Language
from selon.languages.words import matches
from selon.model.attribution import Attribution, SpeechKind
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.blame import blames
from selon.trace.denier import Denier
from selon.trace.markers import markers
from selon.trace.statements import INFINITIVES, Statement

_TIED, _LEAST_WORDS = 0.8, 4  # of a denial's content words in a claim of its article: with .75 or 3 eight of ten real ties were wrong
_OF_IT = 0.4  # of the words of such a claim, which the denial holds: else it only names in passing what is denied
_OPENING_CHARS = 20  # of a statement, within which a word stands that opens what is only supposed
_ACCOUNT_CHARS = 30  # of a content, within which the word for an account opens it
_CLAUSES = ("verb.that",)  # rules whose content is a clause with a verb
_LEAST_LINKED, _LINKED = 2, 0.6  # stems, and their share, in what `match` links


@dataclass(frozen=True, slots=True)
class Denied:
    """What is denied, as far as its words go."""

    stems: frozenset[str]
    own: frozenset[str]  # without names, and the word for an account: what is said to be not so
    head: str | None  # the stem it turns on
    negated: bool
    in_his_words: bool  # a quotation: with a negation it says what is so, not what is denied
    of_himself: bool  # that he did something
    of_being: bool  # that somebody is something: what he does tells no more than that he is called so
    of_knowing: bool  # that he knew of something, and not that it was so
    denier: Denier

    @classmethod
    def of(cls, attribution: Attribution, denier: Denier, text: str, language: Language) -> "Denied":
        """What somebody denies in an attribution."""
        return cls(
            stems=stems(text, attribution.content, language),
            own=own_stems(text, attribution.content, language),
            head=_head(text, attribution.content[0], language),
            negated=any(bool(markers("negation", text, span, language)) for span in attribution.content),
            in_his_words=attribution.kind is SpeechKind.DIRECT,
            of_himself=attribution.rule in INFINITIVES,
            of_being=attribution.rule in _CLAUSES and bool(markers("being", text, attribution.content[0], language)),
            of_knowing=is_of_knowing(text, attribution.content, language),
            denier=denier,
        )

    def nearest(self, others: Iterable[Statement], at: int) -> tuple[float, str] | None:
        """The share of its words and the claim of the statement of its article that holds most of them."""
        near = [
            (len(self.stems & one.stems) / len(self.stems), -abs(one.span.start - at), one.claim_id)
            for one in others
            if self.own and len(self.stems & one.stems) >= max(_LEAST_WORDS, _OF_IT * len(one.stems))
            if self.head in one.stems and self.may_be(one)
            if self.negated == bool(markers("negation", one.text, one.span, one.language))
        ]
        share, _, claim_id = max(near, default=(0.0, 0, ""))
        return (share, claim_id) if share >= _TIED else None

    def is_linked(self, one: Statement) -> bool:
        """May a statement that `match` linked be what is denied?"""
        shared = len(self.stems & one.stems)
        turns_on_it = self.head in one.stems or shared >= _LEAST_WORDS
        return bool(self.own) and shared >= max(_LEAST_LINKED, _LINKED * len(self.stems)) and turns_on_it and self.may_be(one)

    def may_be(self, one: Statement) -> bool:
        """May a statement be what is denied: by another, not supposed, and of the denier where he denies a deed of his own?"""
        if (one.speaker is not None and one.speaker == self.denier.id) or _is_supposed(one):
            return False
        if self.in_his_words and self.negated and markers("negation", one.text, one.span, one.language):
            return False  # the same once more
        if self.of_knowing and not knows(one):
            return False  # "profits were diverted", where it is denied that he knew of it
        if self.of_being and not markers("being", one.text, one.span, one.language):
            return False  # "the gang bought the port", where it is denied that it is a gang
        return not self.of_himself or len(self.stems & one.stems) >= _LEAST_WORDS or self._is_of_him(one)

    def _is_of_him(self, one: Statement) -> bool:
        """Does a statement name the denier, or nobody ("the order was sent"), or, where nobody knows who he is, accuse somebody?"""
        if self.denier.is_named(one) or markers("passive", one.text, one.span, one.language):
            return True
        return self.denier.named is None and blames(one, one.language)


def own_stems(text: str, content: Iterable[Span], language: Language) -> frozenset[str]:
    """The stems of the words without a capital, those aside that only call it an account ("the palace's version")."""
    found = [Span(*match.span()) for span in content for match in matches(text, span.start, span.end) if match[0].islower()]
    accounts = [one for span in content for one in markers("account", text, span, language)]
    return stems(text, tuple([one for one in found if not any(one.overlaps(other) for other in accounts)]), language)


def is_of_knowing(text: str, spans: Iterable[Span], language: Language) -> bool:
    """Does a stretch tell that somebody knew of something?"""
    return any(markers("knowing", text, span, language) for span in spans)


def knows(one: Statement) -> bool:
    """Does a statement tell that somebody knew of something?"""
    return is_of_knowing(one.text, (one.span,), one.language)


def denied_spans(attribution: Attribution, text: str, language: Language) -> tuple[Span, ...]:
    """What is said to be not so: the content, without the word for an account that opens it ("the allegation that …")."""
    first = attribution.content[0]
    account = next(iter(markers("account", text, first, language)), None)
    if account is None or account.end >= first.end or account.start - first.start > _ACCOUNT_CHARS:
        return attribution.content
    if account.start > first.start and stems(text, (Span(first.start, account.start),), language):
        return attribution.content
    return (Span(account.end, first.end), *attribution.content[1:])


def _is_supposed(one: Statement) -> bool:
    """Does a statement open with what only supposes it ("if it is true that …")? One that asks may tell what is rumoured."""
    opening = Span(one.span.start, min(one.span.end, one.span.start + _OPENING_CHARS))
    supposed = any(found.start == opening.start for found in markers("condition", one.text, opening, one.language))
    return supposed and not one.span.of(one.text).rstrip().endswith("?")


def _head(text: str, content: Span, language: Language) -> str | None:
    """The stem of the first content word, behind what only opens it ("reports that …")."""
    start = content.start
    account = next(iter(markers("account", text, content, language)), None)
    if account and account.end < content.end:
        opening = [one for kind in ("complement", "of what") for one in markers(kind, text, Span(account.end, content.end), language)]
        start = min((one.end for one in opening if one.start - account.end <= 1), default=start)
    found = (stems(text, (Span(*match.span()),), language) for match in matches(text, start, content.end))
    return next((stem for some in found for stem in some), None)
