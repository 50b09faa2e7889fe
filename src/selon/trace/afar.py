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
from selon.trace.blame import blames
from selon.trace.markers import markers
from selon.trace.meanings import Words
from selon.trace.statements import LEAST_STEMS, Statement, Statements

_SHARE, _LEAST_WORDS = 0.7, 3  # of all words, and how many
_COMMON = 0.5  # of the words without a capital
_LEAST_OBJECT = 2  # words of what somebody denies a hand in: with more, the statement must hold one
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
        found = [(sought.words.share(one.meanings), one) for one in self.others(sought) if fits(one)]
        found = [(share, one) for share, one in found if share >= _SHARE and sought.words.shared(one.meanings) >= _LEAST_WORDS]
        found = [(share, one) for share, one in found if sought.words.share_of_common(one.meanings) >= _COMMON]
        best = max((share for share, _ in found), default=0.0)
        return self.most_told((one for share, one in found if share >= best - _NEARLY), sought)

    def laid_to(self, sought: Sought, side: re.Pattern[str], object_of_it: Words) -> Statement | None:
        """The statement that lays something at the door of whom some words name, in words of accusing or of a hand in it."""
        here = {one.claim_id for one in self.statements.of(sought.article_id)}
        found = [one for one in self.others(sought) if one.claim_id in here and side.search(fold(one.span.of(one.text))) and _lays(one)]
        if len(object_of_it.common) >= _LEAST_OBJECT:
            found = [one for one in found if object_of_it.shared(one.meanings)]
        return self.most_told(found, sought)

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


def _lays(one: Statement) -> bool:
    """Does a statement accuse, or say that somebody has a hand in something?"""
    return blames(one, one.language) or bool(markers("involvement", one.text, one.span, one.language))
