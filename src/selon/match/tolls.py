"""How many were killed, hurt or arrested, as a statement of its own: "strikes hit a market, killing 22" is told on as "22 dead".

Such a number rolls: the next text tells another one, of the same thing, in other words for all the rest. So a sentence that tells more than
a toll has a second statement, of the same characters, that holds the toll, what it counts, and where it was.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from selon.match.evidence import Statement
from selon.match.facts import Facts
from selon.match.lexicon import kinds
from selon.match.quantities import Quantity

FATES = ("c:death", "c:wound", "c:custody", "c:missing")  # what may happen to persons that is counted, and told on
_WHERE = 0.3  # of the weight of names and places: a text tells the village, another the province
_NUMBER = 1.0  # of the weight of the number itself, which rolls
_REST = 0.25  # of the weight of what a sentence tells that is no toll: below it the sentence itself is one


def with_tolls(statement: Statement) -> Iterator[Statement]:
    """Yield a statement, and its toll as one of its own where it tells more than that."""
    facts = statement.facts
    toll = _toll(facts)
    if toll is None:
        yield statement
        return
    rest = facts.content_weight - sum(facts.keys[key] for key in toll.content | {key for key in facts.keys if key[0] == "#"})
    if rest < _REST * facts.content_weight:
        yield replace(statement, facts=toll)
        return
    yield statement
    number = sha256(f"{statement.appearance.id}|toll".encode()).hexdigest()[:16]
    yield Statement(replace(statement.appearance, id=number), toll, part=True)


def _toll(facts: Facts) -> Facts | None:
    """What a statement holds of a toll; None where it tells none."""
    numbers = tuple(number for number in facts.numbers if number.unit in FATES)
    if not numbers:
        return None
    known = kinds(facts.code)
    own = {number.unit for number in numbers} | {key for key in facts.keys if known.get(key) == "counted"}
    keys = {key: weight for key, weight in facts.keys.items() if key in own}
    keys |= {key: _WHERE * weight for key, weight in facts.keys.items() if key[0] in "np" or known.get(key) == "place"}
    keys |= {key: _NUMBER * facts.keys[key] for key in (f"#:{number.low:g}" for number in numbers) if key in facts.keys}
    return _only(facts, keys, numbers)


def _only(facts: Facts, keys: dict[str, float], numbers: tuple[Quantity, ...]) -> Facts:
    content = frozenset(key for key in keys if key in facts.content)
    return replace(
        facts,
        keys=keys,
        negated=facts.negated & keys.keys(),
        numbers=numbers,
        weight=sum(keys.values()),
        names=facts.names & keys.keys(),
        content=content,
        content_weight=sum(keys[key] for key in content),
        contraries=tuple((key, against) for key, against in facts.contraries if key in keys),
    )
