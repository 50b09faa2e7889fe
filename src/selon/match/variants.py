"""What one appearance of a claim tells otherwise than another: numbers, their precision, dates."""

from collections.abc import Iterator

from selon.match.evidence import Statement
from selon.match.factors import days_apart
from selon.match.quantities import meet
from selon.model.claim import Variant


def variants(label: Statement, other: Statement) -> Iterator[Variant]:
    """Yield what `other` tells otherwise than `label`, in the order of the label's numbers; "label | other"."""
    for what in dict.fromkeys((*_numbers(label, other), *_dates(label, other))):
        yield Variant(appearance_id=other.appearance.id, what=what)


def _numbers(label: Statement, other: Statement) -> Iterator[str]:
    mine, theirs = label.facts.numbers, other.facts.numbers
    for number in mine:
        same = [x for x in theirs if x.unit == number.unit != ""]
        if not same or any((x.low, x.high, x.bound) == (number.low, number.high, number.bound) for x in same):
            continue
        kind = "precision" if any(meet(number, x) for x in same) else "number"
        yield f"{kind}: {number.text} | {same[0].text}"


def _dates(label: Statement, other: Statement) -> Iterator[str]:
    if days_apart(label.facts, other.facts):
        yield f"date: {_range(*label.facts.days[0])} | {_range(*other.facts.days[0])}"


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
