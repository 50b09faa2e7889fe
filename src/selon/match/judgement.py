"""What was found between two statements, and the reasons that a reader can check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import intern

from selon.match.both import Both
from selon.match.factors import Factor
from selon.match.facts import Facts
from selon.match.quantities import Quantity

_WHOLE = 0.01  # of pairs with one score, those that are alike as wholes are taken first
_KINDS = {"c": "concept ", "p": "country ", "#": "number ", "w": "word "}  # of keys, as a reason tells them
_MOST_KEYS = 1 << 16  # that are kept; beyond, all are told anew


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found between two statements."""

    kind: str  # same, variant, denial; conflict: alike, but of another time or measure, or barely denied: no link, a voice against
    score: float
    evidence: tuple[str, ...]
    denier: int = 1  # of a denial: 0 where the first denies the second
    strength: float = 0.0  # the score before it is cut at 1, by which pairs are taken in turn: fewer are equal
    joins: bool = True  # False: what both hold is too little to make one claim of them, but speaks for one where others make it


class _Told(dict[str, str]):
    """What a reason tells of a key that is no name, made when it is first met."""

    def __missing__(self, key: str) -> str:
        if len(self) >= _MOST_KEYS:
            self.clear()
        kind, value = key.split(":", 1)
        told = self[key] = intern(_KINDS[kind] + value)
        return told


_TOLD = _Told()


def reasons(a: Facts, b: Facts, both: Both, found: Iterable[Factor]) -> list[str]:
    """What both hold, and the words of the factors that were found."""
    told = [_name(a.named[key], b.named[key]) if key[0] == "n" else _TOLD[key] for key in sorted(both.words)]
    if both.number:
        told.append("numbers that can be one")
    told += [why for _, why in found]
    return told


def same(clashes: Sequence[tuple[Quantity, Quantity]], score: float, why: Sequence[str], whole: float, *, joins: bool = True) -> Judgement:
    """Both are one claim, be it with other numbers; `whole`: how alike they are as wholes, in [0, 1]."""
    return Judgement(
        "variant" if clashes else "same",
        round(min(1.0, score), 4),
        _once([*why, *[f"number: {x.text} | {y.text}" for x, y in clashes]] if clashes else why),
        strength=round(min(1.0, score) + _WHOLE * whole, 6),
        joins=joins,
    )


def denial(against: tuple[int, str], score: float, why: Sequence[str], *, joins: bool) -> Judgement:
    """The denial of one by the other; where both hold too little for that, a voice against one claim alone."""
    if not joins:
        return Judgement("conflict", round(min(1.0, score), 4), (against[1],))
    return Judgement("denial", round(min(1.0, score), 4), _once([*why, against[1]]), against[0], score)


def _once(why: Sequence[str]) -> tuple[str, ...]:
    """The same words, each of them held once for all judgements: there are millions."""
    return tuple(map(intern, why))


def _name(one: str, other: str) -> str:
    return f"name {one}" if one == other else f"name {one} = {other}"
