"""Why a ruling cannot be taken back: later ones rest on it.

A later one rests on an earlier one if it fits nothing any more without it, or if both speak of the claimant that the earlier one made.
"""

from collections.abc import Sequence

from selon.model.ruling import Fit, Gesture, Place, Ruling, State, Thing

_GONE = frozenset({State.OPEN})
_MADE = frozenset({Gesture.MERGE, Gesture.SPLIT})


def dependents(ruling: Ruling, book: Sequence[Ruling], before: Sequence[Fit], after: Sequence[Fit]) -> tuple[Ruling, ...]:
    """The later rulings that rest on one, from what becomes of all with it and without it."""
    now = {fit.ruling_id: fit.state for fit in before}
    then = {fit.ruling_id: fit.state for fit in after}
    later = [one for one in book if (one.when, one.id) > (ruling.when, ruling.id) and now.get(one.id) in (State.APPLIED, State.MOVED)]
    return tuple(one for one in later if one.gesture is not Gesture.UNDO and (then.get(one.id) in _GONE or _is_of_its_making(one, ruling)))


def _is_of_its_making(one: Ruling, ruling: Ruling) -> bool:
    if ruling.target.thing is not Thing.CLAIMANT or one.target.thing is not Thing.CLAIMANT or ruling.gesture not in _MADE:
        return False
    return bool(_places(one) & _places(ruling))


def _places(ruling: Ruling) -> set[Place]:
    return {*ruling.target.places, *ruling.target.others}
