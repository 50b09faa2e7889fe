"""The claim of a whole story that says what is denied, wherever it stands: in the article of the denial, else in others of its story.

A statement says what is denied where it holds most of its words without a capital, in the same words or in others that stand for the same,
and most of its names. Of several that do the claim is meant that most articles tell.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selon.languages.fold import fold
from selon.model.attribution import Stance
from selon.model.span import Span
from selon.trace.alike import overlap
from selon.trace.blame import accusing, blames, charges
from selon.trace.denier import Denier
from selon.trace.hands import accuses_another
from selon.trace.markers import markers
from selon.trace.meanings import Words
from selon.trace.statements import LEAST_STEMS, Statement, Statements

_SHARE, _LEAST_WORDS = 0.7, 3  # of all words, and how many
_SHARE_ELSEWHERE = 0.8  # of all words, in another article, which may tell of another raid in the same ones
_OWN_SHARE = 0.5  # where `match` took what is denied for the same
_LEAST_COMMON = 2  # words without a capital: names alone tell what is spoken of, and not what is said of it
_COMMON = 0.5  # of the words without a capital
_BESIDE_CHARS = 40  # between a word that accuses and who is accused
_LEAST_OBJECT = 1  # words of what somebody denies a hand in: with more, the statement must hold one
_NAMES = 0.5  # of the names
_TOLD_SO = 0.7  # of a claim's tellings: a claim of which so many hold the words is of what they name
_POLAR_CHARS = 12  # before a word for a hand in something
_OPENING_CHARS = 60  # of a statement
_SHOWN = 0.2  # of the stems of the shorter one, in common
_HALF = 0.5  # of the words denied
_NEARLY = 0.2  # below the best share: as good
_NOT_TOLD = {Stance.DEMANDED, Stance.DENIED, Stance.UNCONFIRMED}


@dataclass(frozen=True, slots=True)
class Sought:
    """What a denial says is not so."""

    article_id: str
    denial: Span
    denier: str | None  # the claimant's id
    words: Words


@dataclass(frozen=True, slots=True)
class Afar:
    """The statements of a collection's stories."""

    statements: Statements

    def told(self, sought: Sought, fits: Callable[[Statement], bool]) -> Statement | None:
        """The statement that says what is denied; of several, one of the claim that most articles tell."""
        if not sought.words.common:
            return None
        own = {one.claim_id for one in self.statements.of(sought.article_id) if one.span.overlaps(sought.denial)}
        found = [(sought.words.share(one.meanings), one) for one in self.others(sought) if fits(one)]
        found = [(share, one) for share, one in found if share >= self._least_share(one, sought, own)]
        found = [(share, one) for share, one in found if sought.words.shared(one.meanings) >= _least_words(one, sought)]
        least = min(_LEAST_COMMON, len(sought.words.common))
        found = [(share, one) for share, one in found if sought.words.shared_common(one.meanings) >= least]
        found = [(share, one) for share, one in found if sought.words.share_of_common(one.meanings) >= _COMMON]
        found = [(share, one) for share, one in found if self._is_near(one, sought)]
        best = max((share for share, _ in found), default=0.0)
        meant = self.most_told((one for share, one in found if share >= best - _NEARLY), sought)
        return meant if meant and self._is_worded_so(meant.claim_id, sought.words) else None

    def _least_share(self, one: Statement, sought: Sought, own: set[str]) -> float:
        if one.claim_id in own:
            return _OWN_SHARE
        return _SHARE if one.appearance.article_id == sought.article_id else _SHARE_ELSEWHERE

    def laid_to_one_of(self, sought: Sought) -> Statement | None:
        """The statement that lays what is sought at the door of one of those whom it names."""
        here = {one.claim_id for one in self.statements.of(sought.article_id)}
        found = [one for one in self.others(sought) if one.claim_id in here and lays(one) and is_so(one) and sought.words.names]
        found = [one for one in found if sought.words.share_of_names(one.meanings) >= _NAMES]
        found = [one for one in found if sought.words.shared_common(one.meanings) >= _LEAST_COMMON]
        return self.most_told(found, sought)

    def accuses_alone(self, sought: Sought, denier: Denier) -> Statement | None:
        """The statement of the article that accuses the denier, where it is the only one, or told by most articles."""
        here = [one for one in self.others(sought) if one.appearance.article_id == sought.article_id and denier.is_named(one)]
        here = [one for one in here if not accuses_another(one, denier, one.language)]
        here = [one for one in here if (_is_accusing(one) if one.told else _opens_with_a_charge(one))]
        here = [one for one in here if one.span.start < sought.denial.start] or here  # what points back means what stands before
        counts = {one.claim_id: self.statements.articles(one.claim_id) for one in here}
        best = [claim_id for claim_id, count in counts.items() if count == max(counts.values())]
        return next((one for one in here if one.claim_id == best[0]), None) if len(best) == 1 else None

    def named(self, sought: Sought) -> Statement | None:
        """The statement of the same article that tells what few words name, of a claim whose tellings nearly all have these words."""
        if not sought.words.common or len(sought.words.common | sought.words.names) >= _LEAST_WORDS:
            return None
        here = [one for one in self.others(sought) if one.appearance.article_id == sought.article_id]
        here = [one for one in here if is_so(one) and one.speaker is not None and sought.words.share(one.stems) >= 1]
        return self.most_told((one for one in here if self._is_told_so(one.claim_id, sought.words)), sought)

    def _is_told_so(self, claim_id: str, words: Words) -> bool:
        told = list(self.statements.each_of(claim_id))
        held = sum(words.share(one.stems) >= 1 for one in told)
        return self.statements.articles(claim_id) > 1 and held >= _TOLD_SO * len(told)

    def _is_worded_so(self, claim_id: str, words: Words) -> bool:
        """Do the words that stand for a claim, more than a scrap, say what is denied, and most of its tellings half of it?"""
        told = [words.share(one.meanings) >= _HALF for one in self.statements.each_of(claim_id)]
        worded = [one for one in self.statements.worded(claim_id) if len(one.stems) >= _LEAST_WORDS]
        worded = [one for one in worded if not markers("condition", one.text, one.span, one.language)]
        return 2 * sum(told) >= len(told) and any(words.share(one.meanings) >= _HALF for one in worded)

    def _is_near(self, one: Statement, sought: Sought) -> bool:
        """Does a statement hold half of the names, and where it stands in another article one at least?"""
        if sought.words.names:
            return sought.words.share_of_names(one.meanings) >= _NAMES
        return one.appearance.article_id == sought.article_id

    def laid_to(self, sought: Sought, side: re.Pattern[str], object_of_it: Words, cue: frozenset[str]) -> Statement | None:
        """The statement that lays something at the door of whom some words name, in words of accusing or of a hand in it.

        Args:
            sought: the denial.
            side: the words that name the denier's side.
            object_of_it: what a hand is denied in.
            cue: the stems of the word of denial: a statement that holds one tells the denial once more.
        """
        here = {one.claim_id for one in self.statements.of(sought.article_id)}
        found = [one for one in self.others(sought) if one.claim_id in here and _lays_to(one, side)]
        found = [one for one in found if cue.isdisjoint(one.stems) and not accuses_another(one, Denier(sought.denier, side), one.language)]
        if len(object_of_it.common) >= _LEAST_OBJECT:
            found = [one for one in found if object_of_it.shared(one.meanings)]
        meant = self.most_told(found, sought)
        return meant if meant and self._names_in_short(meant, side) else None

    def _names_in_short(self, one: Statement, side: re.Pattern[str]) -> bool:
        """Do the words that stand for a claim name a side too, and tell some of what its statement tells?"""
        shown = [other for other in self.statements.worded(one.claim_id) if side.search(fold(other.span.of(other.text)))]
        return any(overlap(one.stems, other.stems) >= _SHOWN for other in shown)

    def others(self, sought: Sought) -> Iterable[Statement]:
        """The statements of the story by others that deny nothing, as far as the denial's own words go."""
        return (one for one in self.statements.of_story(sought.article_id) if self._may_be(one, sought))

    def _may_be(self, one: Statement, sought: Sought) -> bool:
        if one.appearance.article_id == sought.article_id and one.span.overlaps(sought.denial):
            return False
        if one.speaker is not None and one.speaker == sought.denier:
            return False
        if one.denies or self.statements.is_denied(one) or one.appearance.stance in _NOT_TOLD or len(one.stems) < LEAST_STEMS:
            return False
        return not markers("unproven", one.text, one.span, one.language)

    def most_told(self, found: Iterable[Statement], sought: Sought) -> Statement | None:
        """The statement of the claim that most articles tell; of as many the nearest, in the article of the denial first."""

        def order(one: Statement) -> tuple[int, bool, float, str]:
            own = one.appearance.article_id == sought.article_id
            gap = -abs(one.span.start - sought.denial.start) if own else 0
            return self.statements.articles(one.claim_id), own, gap, one.claim_id

        return max(found, key=order, default=None)


def _least_words(one: Statement, sought: Sought) -> int:
    """How many of the words a statement must hold: of an accusation of the same article all, be they two."""
    accuses = one.appearance.article_id == sought.article_id and blames(one, one.language)
    return _LEAST_COMMON if accuses and sought.words.share(one.meanings) >= 1 else _LEAST_WORDS


def _is_accusing(one: Statement) -> bool:
    """Does a statement accuse by how it is told, or say what somebody is accused of, and not only mention accusations?"""
    return charges(one, one.language) or any(accusing(one.text, cue, one.language) for cue in one.telling)


def _opens_with_a_charge(one: Statement) -> bool:
    """Does what the text tells as its own begin with what somebody is accused of, and not only mention it?"""
    opening = Span(one.span.start, min(one.span.end, one.span.start + _OPENING_CHARS))
    return charges(one, one.language) and bool(accusing(one.text, opening, one.language))


def is_so(one: Statement) -> bool:
    """Is a statement on somebody's word or given as possible, and does it negate nothing?"""
    told = one.told or blames(one, one.language)
    return told and not markers("negation", one.text, one.span, one.language)


def _lays_to(one: Statement, side: re.Pattern[str]) -> bool:
    """Does a statement name a side right beside a word that accuses, or for a hand in something?"""
    if markers("negation", one.text, one.span, one.language):
        return False  # "has never accused"
    named = [match.span() for match in side.finditer(fold(one.span.of(one.text)))]
    hands = [word for word in markers("involvement", one.text, one.span, one.language) if not _is_polar(word, one)]
    words = [*accusing(one.text, one.span, one.language), *hands]
    places = [(word.start - one.span.start, word.end - one.span.start) for word in words]
    if any(accusing(one.text, cue, one.language) for cue in one.telling):
        places.append((0, 0))
    return any(max(a - end, start - b) <= _BESIDE_CHARS for start, end in named for a, b in places)


def _is_polar(word: Span, one: Statement) -> bool:
    """Is it "any" hand in something, which is told only where it is denied?"""
    start = max(one.span.start, word.start - _POLAR_CHARS)
    return any(found.end >= word.start - 1 for found in markers("polar", one.text, Span(start, word.end), one.language))


def lays(one: Statement) -> bool:
    """Does a statement accuse, or say that somebody has a hand in something?"""
    return blames(one, one.language) or bool(markers("involvement", one.text, one.span, one.language))
