"""People's decisions in a collection: what is in the book, what one would change, what one rests on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from selon import rulings
from selon.errors import Damaged, Missing, NotFound, UsageError
from selon.model.ruling import Effect, Fit, Gesture, Ruled, Ruling, State, Target, Thing, Value
from selon.pipeline import Answer
from selon.store import decisions

_LEAST_CHARS = 3  # of an id: one or two are no name for what is taken back

Joined = Callable[[Sequence[Ruling]], Answer]  # the answer of the collection as these rulings have it


def book(folder: Path) -> list[Ruling]:
    """All rulings of a collection, in the order of its file.

    Raises:
        Damaged: a line is no ruling, or was changed by hand.
    """
    path = folder / decisions.RULINGS
    return checked(decisions.kept(path), where=str(path))


def checked(held: list[Ruling], *, where: str) -> list[Ruling]:
    """The same rulings, each of which says what its id was made of.

    Raises:
        Damaged: one does not.
    """
    for number, ruling in enumerate(held, 1):
        if rulings.hash_of(ruling) != ruling.id:
            raise Damaged(f"the ruling {ruling.id} does not say what it said", where=f"{where}, ruling {number}", fix="put the file back")
    return held


def draft(
    *,
    who: str,
    why: str,
    gesture: Gesture,
    target: Target,
    value: Value | None = None,
    when: str | None = None,
    inverse_of: str | None = None,
) -> Ruling:
    """A ruling that is not kept yet.

    Raises:
        UsageError: it says nothing that can be carried out.
    """
    at = when or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    ruling = rulings.made(who=who, when=at, why=why, gesture=gesture, target=target, value=value, inverse_of=inverse_of)
    fault = rulings.fault(ruling)
    if fault is not None:
        raise UsageError(fault, where="the ruling", fix="selon rule --help shows examples")
    return ruling


def with_fits(held: Sequence[Ruling], fits: Sequence[Fit]) -> tuple[Ruled, ...]:
    """Each ruling with what became of it; those that no run has seen yet are open."""
    known = {fit.ruling_id: fit for fit in fits}
    unseen = "no run has applied it yet: selon run"
    return tuple(Ruled(ruling=one, fit=known.get(one.id, Fit(ruling_id=one.id, state=State.OPEN, reason=unseen))) for one in _ordered(held))


def effect(ruling: Ruling, before: Answer, after: Answer) -> Effect:
    """What a ruling changes."""
    return rulings.effect(ruling, _side(before), _side(after))


def fitting(found: Effect) -> Effect:
    """The same, if the ruling fits.

    Raises:
        UsageError: it fits nothing of the collection.
    """
    if found.fit.state in (State.OPEN, State.OVERRULED):
        raise UsageError(f"the ruling fits nothing: {found.fit.reason}", where="the ruling", fix="look at what it is about again")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Another person's rulings, brought in."""

    new: int
    known: int
    conflicts: tuple[rulings.Conflict, ...]
    ruled: tuple[Ruled, ...]  # all that the collection then has, with what becomes of each


def others(path: Path) -> list[Ruling]:
    """The rulings of another file.

    Raises:
        Missing: there is no such file.
        Damaged: a line is no ruling, or the last one is cut short.
    """
    if not path.is_file():
        raise Missing("there is no such file", where=str(path), fix="selon rulings --export FILE makes one")
    if wrong := decisions.faults(path):  # here a line that was cut short was somebody's ruling: a copy lost its end
        raise Damaged("; ".join(wrong), where=str(path), fix="ask for the file again, whole")
    return checked(decisions.kept(path), where=str(path))


def undoing(ruling_id: str, held: Sequence[Ruling], before: Answer, joined: Joined, *, who: str, why: str) -> Ruling:
    """What takes a ruling back.

    Raises:
        NotFound: there is none.
        UsageError: it is taken back already, or a later one rests on it.
    """
    ruling = _named(ruling_id, held)
    state = next((fit.state for fit in before.standing.fits if fit.ruling_id == ruling.id), None)
    if state is State.UNDONE:
        raise UsageError("it is taken back already", where=f"ruling {ruling.id}", fix="selon rulings shows which are in force")
    target = Target(thing=Thing.RULING, ruling=ruling.id)
    inverse = draft(who=who, why=why, gesture=Gesture.UNDO, target=target, inverse_of=ruling.id)
    after = joined([*held, inverse])
    resting = rulings.dependents(ruling, held, before.standing.fits, after.standing.fits)
    if resting:
        told = "; ".join(f"{one.id} ({one.gesture}, {one.who}, {one.when[:10]}: {one.why})" for one in resting)
        raise UsageError(f"later rulings rest on it: {told}", where=f"ruling {ruling.id}", fix="take those back first")
    return inverse


def _named(ruling_id: str, held: Sequence[Ruling]) -> Ruling:
    found = {one.id: one for one in held if len(ruling_id) >= _LEAST_CHARS and one.id.startswith(ruling_id)}
    if len(found) != 1:
        what = f"'{ruling_id}' begins {len(found)} rulings" if found else f"no ruling has the id '{ruling_id}'"
        raise NotFound(what, where="the call", fix="selon rulings shows the ids")
    return next(iter(found.values()))


def _ordered(held: Sequence[Ruling]) -> list[Ruling]:
    return sorted({one.id: one for one in held}.values(), key=lambda one: (one.when, one.id))


def _side(answer: Answer) -> rulings.Side:
    return rulings.Side(readings=answer.readings, lineage=answer.lineage, standing=answer.standing)
