"""The rulings of two people -> one book, and where they contradict each other. The order of the two changes nothing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.ruling import Gesture, Ruling
from selon.rulings.book import Book, says, subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two people say two things of one."""

    a: Ruling
    b: Ruling  # the later one: it is in force until somebody decides


def merged(mine: Sequence[Ruling], theirs: Sequence[Ruling]) -> tuple[tuple[Ruling, ...], tuple[Conflict, ...]]:
    """All rulings of both, by instant, and the contradictions between what stands in one file only and what stands in the other only."""
    book = Book([*mine, *theirs])
    here, there = {one.id for one in mine}, {one.id for one in theirs}
    by: dict[tuple[str, ...], list[Ruling]] = defaultdict(list)
    for ruling in book.rulings:
        if ruling.gesture is not Gesture.UNDO and not book.is_undone(ruling):
            by[subject(ruling)].append(ruling)
    found = []
    for told in by.values():
        last = told[-1]
        for one in reversed(told[:-1]):
            sides = ({one.id in here, last.id in here} == {True, False}) and ({one.id in there, last.id in there} == {True, False})
            if says(one) != says(last) and one.who != last.who and sides:
                found.append(Conflict(a=one, b=last))
                break
    return tuple(book.rulings), tuple(sorted(found, key=lambda conflict: (conflict.b.when, conflict.b.id)))
