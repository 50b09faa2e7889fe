"""One named origin of a claim, and the appearances that rest on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.claim import Appearance
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.passage import Passage
from selon.trace.collection import Collection
from selon.trace.names import key, proper
from selon.trace.utterances import FewWords, Marked, Quotations, few_words, marked, quotations

_SURE = 0.6  # of a resolution: below, a description was taken for whoever was named last
_PERSONS = (ClaimantKind.PERSON, ClaimantKind.ANONYMOUS)


@dataclass(frozen=True, slots=True)
class Voice:
    """One named origin and the appearances that rest on it."""

    claimant: Claimant
    appearances: tuple[Appearance, ...]
    quoted: Quotations
    few_words: FewWords
    marked: Marked
    named: int  # appearances under the name that is shown
    called: frozenset[str]  # the words of the sources that stand for it, folded
    doubt: int  # 0: named beside the words; 1: found by a role; 2: by a pronoun; 3: never named; 4: a description that may be another's
    passage: Passage  # the first that gives its word

    @property
    def is_person(self) -> bool:
        """Is it a person, named or not?"""
        return self.claimant.kind in _PERSONS

    @property
    def is_named(self) -> bool:
        """Is it no unnamed source and no group, which are known by what they are?"""
        return self.claimant.kind not in (ClaimantKind.ANONYMOUS, ClaimantKind.GROUP)

    @property
    def is_anonymous(self) -> bool:
        """Is it somebody whom no text names?"""
        return self.claimant.kind is ClaimantKind.ANONYMOUS

    @property
    def is_described(self) -> bool:
        """Is it known by no name of a person?"""
        return self.claimant.kind is not ClaimantKind.PERSON


def voice_of(claimant: Claimant, told: Sequence[Appearance], passage: Passage, collection: Collection, *, alone: bool) -> Voice:
    """The voice of one claimant; where it is `alone`, what it utters is compared with nobody's."""
    called = _called(told, collection)
    return Voice(
        claimant=claimant,
        appearances=tuple(told),
        quoted=() if alone else quotations(told, collection),
        few_words=() if alone else few_words(told, collection),
        marked=frozenset() if alone else marked(told, collection),
        named=len(told),
        called=called,
        doubt=_doubt(claimant, called, told, collection),
        passage=passage,
    )


def _called(told: Sequence[Appearance], collection: Collection) -> frozenset[str]:
    """The words of the sources of some appearances."""
    sources = [(one, collection.attribution(one.attribution_id).source) for one in told if one.attribution_id]
    return frozenset(word for one, source in sources if source for word in key(source.of(collection.article(one.article_id).text)))


def _doubt(claimant: Claimant, called: frozenset[str], told: Sequence[Appearance], collection: Collection) -> int:
    if claimant.kind is ClaimantKind.ANONYMOUS:
        return 3
    if not proper(claimant.name).isdisjoint(called):
        return 0
    if max((collection.sureness(one.attribution_id) for one in told), default=0.0) < _SURE:
        return 4
    return 2 if all(collection.is_by_pronoun(one.attribution_id) for one in told) else 1
