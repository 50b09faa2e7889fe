"""Labels -> precision and recall, each with an interval.

A share of a simple sample has the interval of Wilson (1927, JASA 22). Over strata the share is weighted by their sizes, and its interval is
drawn again and again from the labels (bootstrap, Efron 1979), with the seed that is stated.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

_Z = 1.959963984540054  # of the normal distribution, for 95 %
DRAWS = 2_000
YES = frozenset(("y", "yes", "o", "oui", "1", "x"))
NO = frozenset(("n", "no", "non", "0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measure."""

    measure: str  # "precision of the claimant"
    group: str  # a stratum, or "all"
    value: float
    low: float
    high: float
    count: int  # labels it rests on
    method: str  # wilson; bootstrap, 2000 draws, seed 7


def wilson(good: int, many: int) -> tuple[float, float]:
    """The interval of a share, at 95 %.

    >>> [round(end, 4) for end in wilson(8, 10)], wilson(0, 0)
    ([0.4902, 0.9433], (0.0, 1.0))
    """
    if not many:
        return 0.0, 1.0
    share, extra = good / many, _Z**2 / many
    middle = (share + extra / 2) / (1 + extra)
    half = _Z * math.sqrt(share * (1 - share) / many + extra / (4 * many)) / (1 + extra)
    return max(0.0, middle - half), min(1.0, middle + half)


def precision(rows: Sequence[Mapping[str, str]], columns: Sequence[str], *, seed: int) -> Iterator[Score]:
    """Yield, for each label of a sample of attributions, the share that was labelled right: over all, then in each stratum."""
    for column in columns:
        told = [(row["stratum"], int(row["stratum_size"]), said) for row in rows if (said := labelled(row.get(column, ""))) is not None]
        if told:
            yield from _shares(f"precision of the {column.removesuffix('_ok')}", told, seed)


def recall(rows: Sequence[Mapping[str, str]], found: Mapping[str, bool], *, seed: int) -> Iterator[Score]:
    """Yield, for sentences, the share of those with an attribution that was found, and of those found that have one."""
    told = [(row, said) for row in rows if (said := labelled(row.get("attribution", ""))) is not None and row["id"] in found]
    missed = [(row["stratum"], int(row["stratum_size"]), found[row["id"]]) for row, said in told if said]
    right = [(row["stratum"], int(row["stratum_size"]), said) for row, said in told if found[row["id"]]]
    if missed:
        yield from _shares("recall of sentences", missed, seed)
    if right:
        yield from _shares("precision of sentences", right, seed)


def labelled(cell: str) -> bool | None:
    """What a person wrote: yes, no, or nothing.

    >>> labelled(" Oui "), labelled("n"), labelled(""), labelled("?")
    (True, False, None, None)
    """
    cell = cell.strip().lower()
    return True if cell in YES else False if cell in NO else None


def _shares(measure: str, told: Sequence[tuple[str, int, bool]], seed: int) -> Iterator[Score]:
    strata: dict[str, list[bool]] = defaultdict(list)
    sizes = {name: size for name, size, _ in told}
    for name, _, said in told:
        strata[name].append(said)
    good = sum(said for _, _, said in told)
    if len(strata) == 1 or good in (0, len(told)):  # labels that are all alike cannot be drawn otherwise
        low, high = wilson(good, len(told))
        yield Score(measure=measure, group="all", value=good / len(told), low=low, high=high, count=len(told), method="wilson")
        return
    chance = Random(f"{seed}|{measure}")
    drawn = sorted(
        _weighted({name: chance.choices(held, k=len(held)) for name, held in sorted(strata.items())}, sizes) for _ in range(DRAWS)
    )
    yield Score(
        measure=measure, group="all", value=_weighted(strata, sizes), low=drawn[int(DRAWS * 0.025)], high=drawn[int(DRAWS * 0.975) - 1],
        count=len(told), method=f"weighted by strata; bootstrap, {DRAWS} draws, seed {seed}",
    )  # fmt: skip
    for name in sorted(strata):
        low, high = wilson(sum(strata[name]), len(strata[name]))
        share = sum(strata[name]) / len(strata[name])
        yield Score(measure=measure, group=name, value=share, low=low, high=high, count=len(strata[name]), method="wilson")


def _weighted(strata: Mapping[str, Sequence[bool]], sizes: Mapping[str, int]) -> float:
    whole = sum(sizes[name] for name in strata)
    return sum(sizes[name] / whole * (sum(held) / len(held)) for name, held in strata.items())
