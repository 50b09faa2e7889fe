"""All rulings of a collection -> those in force, and what becomes of each.

A ruling that is taken back, or that a later one of the same thing contradicts, has no effect; both stay in the book and are said. The
order is that of the instants, then of the ids, so that two people's files give one book in whichever order they are merged.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from selon.model.ruling import Fit, Gesture, Place, Ruling, State, Thing

_TAKES_TWO = frozenset({Gesture.ACCEPT, Gesture.MERGE, Gesture.ADD})
_LINKING = frozenset({Thing.LINK, Thing.EDGE, Thing.CLAIMANT})
_ASPECT = {Gesture.ACCEPT: "is", Gesture.REJECT: "is", Gesture.MERGE: "is", Gesture.SPLIT: "is"}
Subject = tuple[str, ...]


class Book:
    """The rulings of a collection, with the fit of each as it is found out."""

    def __init__(self, rulings: Iterable[Ruling], *, persons: int = 1) -> None:
        """`persons` must say the same before a link counts as confirmed."""
        unique = {ruling.id: ruling for ruling in rulings}
        self.rulings = sorted(unique.values(), key=lambda ruling: (ruling.when, ruling.id))
        self._persons = persons
        self._fits: dict[str, Fit] = {}
        self._undone = _undone(self.rulings)
        self._said = {ruling.id: (subject(ruling), says(ruling)) for ruling in self.rulings if ruling.gesture is not Gesture.UNDO}
        self._last: dict[Subject, Ruling] = {}
        self._alike: dict[tuple[Subject, str], list[Ruling]] = defaultdict(list)
        for ruling in self.rulings:
            if ruling.id in self._said and ruling.id not in self._undone:
                self._last[self._said[ruling.id][0]] = ruling
                self._alike[self._said[ruling.id]].append(ruling)

    def __bool__(self) -> bool:
        return bool(self.rulings)

    def in_force(self, *things: Thing) -> Iterator[Ruling]:
        """The rulings of these things that have an effect, in their order; of two that say the same, the first."""
        for ruling in self.rulings:
            if ruling.target.thing not in things or ruling.id not in self._said or ruling.id in self._undone:
                continue
            said = self._said[ruling.id]
            last = self._last[said[0]]
            if self._said[last.id] != said:
                self.note(ruling, State.OVERRULED, f"{last.who} says otherwise later ({last.when[:10]})")
            elif self._alike[said][0] is ruling:
                yield ruling

    def is_undone(self, ruling: Ruling) -> bool:
        """Was it taken back?"""
        return ruling.id in self._undone

    def is_confirmed(self, ruling: Ruling) -> bool:
        """Have as many persons said so as are asked for?"""
        voices = {one.who for one in self._alike[self._said[ruling.id]]}
        return ruling.gesture not in _TAKES_TWO or len(voices) >= self._persons

    def waits(self, ruling: Ruling) -> bool:
        """Does a link that no rule suggests wait for a second person? Then it is not made; that is noted."""
        if ruling.target.thing in _LINKING and not self.is_confirmed(ruling):
            self.note(ruling, State.WAITING, "a second person has not said the same yet")
            return True
        return False

    def note(self, ruling: Ruling, state: State, reason: str = "") -> None:
        """Note what became of a ruling, and of those that say the same of the same."""
        for one in self._alike[self._said[ruling.id]]:
            self._fits[one.id] = Fit(ruling_id=one.id, state=state, reason=reason)

    def fits(self) -> tuple[Fit, ...]:
        """What became of each ruling, in their order."""
        return tuple(self._fit(ruling) for ruling in self.rulings)

    def _fit(self, ruling: Ruling) -> Fit:
        if ruling.id in self._undone:
            by = self._undone[ruling.id]
            return Fit(ruling_id=ruling.id, state=State.UNDONE, reason=f"{by.who}, {by.when[:10]}: {by.why}")
        if ruling.gesture is Gesture.UNDO:
            known = any(one.id == ruling.inverse_of for one in self.rulings)
            reason = "" if known else f"the ruling {ruling.inverse_of} is not here"
            return Fit(ruling_id=ruling.id, state=State.APPLIED if known else State.OPEN, reason=reason)
        return self._fits.get(ruling.id, Fit(ruling_id=ruling.id, state=State.APPLIED))


def subject(ruling: Ruling) -> Subject:
    """What a ruling decides: two of one subject say the same, or contradict each other."""
    target, value = ruling.target, ruling.value
    places, others = _keys(target.places), _keys(target.others)
    if target.thing is Thing.LINK and ruling.gesture is not Gesture.SPLIT:
        places, others = sorted((places, others))
    kind = (target.kind or "") if ruling.gesture is not Gesture.ADD else (value.kind or value.stance or "")
    if ruling.gesture is Gesture.TIE:  # one denial is about one claim: another tie contradicts the first
        others = ""
    if ruling.gesture is Gesture.ADD and target.thing is not Thing.EDGE:
        others = repr((value.source, value.cue, value.content))
    return (target.thing, _ASPECT.get(ruling.gesture, ruling.gesture), value.field or "", kind, places, others)


def _keys(places: Sequence[Place]) -> str:
    return repr([(place.outside, place.text, [(one.words, one.nth) for one in place.quotes]) for place in places])


def says(ruling: Ruling) -> str:
    """What a ruling says of its subject."""
    yes = ruling.gesture in (Gesture.ACCEPT, Gesture.MERGE)
    others = _keys(ruling.target.others) if ruling.gesture is Gesture.TIE else ""
    return repr(("yes" if yes else ruling.gesture.value, None if yes else ruling.value, others))


def _undone(rulings: Sequence[Ruling]) -> dict[str, Ruling]:
    """The rulings that are taken back, with the one that does so; what takes back may be taken back itself."""
    by = defaultdict(list)
    for ruling in rulings:
        if ruling.inverse_of is not None:
            by[ruling.inverse_of].append(ruling)
    known: dict[str, Ruling | None] = {}

    def inverse(name: str) -> Ruling | None:
        if name not in known:
            known[name] = next((one for one in by.get(name, ()) if inverse(one.id) is None), None)
        return known[name]

    backwards = [(ruling, inverse(ruling.id)) for ruling in reversed(rulings)]  # what takes back comes later: no long recursion
    return {ruling.id: one for ruling, one in backwards if one is not None}
