"""Which statements are worth comparing: those that share two keys of weight.

Every statement is filed under each pair of its heaviest keys; under one pair each later statement meets the earliest ones (by known date,
then id), so a pair of words that a thousand share costs a thousand times a constant. Not done yet: character n-grams, for words
that no table and no ending brings together.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from selon.match.evidence import Statement

_HEAVIEST = 12  # keys of one statement that are paired
_HOLDERS = 48  # earliest holders each later one is compared with


def candidates(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs to compare, each once, smaller index first; the statements must stand in canonical order."""
    held: dict[tuple[str, str], list[int]] = {}
    for index, statement in enumerate(statements):
        met: set[int] = set()
        for pair in combinations(_heaviest(statement), 2):
            holders = held.get(pair)
            if holders is None:
                held[pair] = [index]
                continue
            met.update(holders)
            if len(holders) < _HOLDERS:
                holders.append(index)
        yield from ((other, index) for other in sorted(met))


def _heaviest(statement: Statement) -> list[str]:
    keys = statement.facts.keys
    chosen = sorted((key for key in keys if keys[key] > 0.25 and key[0] != "l"), key=lambda key: (-keys[key], key))[:_HEAVIEST]
    return sorted(chosen)
