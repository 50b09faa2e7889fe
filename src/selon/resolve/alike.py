"""Persons under one surname in many articles, joined without comparing each with each.

Nodes that are alike in all but the article and its day are one class; classes are few, so pairs of classes are compared.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

from selon.model.claimant import Claimant
from selon.resolve.nodes import MONTH_DAYS, Node, second_signal

Join = Callable[[str, str], object]


def join_one_name(nodes: Sequence[Node], one_name: Callable[[Claimant, Claimant], bool], join: Join) -> None:
    """Join the nodes that have one name and a second signal, by the rule of `nodes.second_signal`.

    Args:
        nodes: persons whose surnames may be one.
        one_name: can two claimants' names be one person's?
        join: called with the ids of two nodes that are one.
    """
    classes: dict[object, list[Node]] = {}
    for node in nodes:
        alike = (node.claimant.name, node.claimant.aliases, node.signals, node.kinds, node.countries)
        classes.setdefault(alike, []).append(node)
    for members in classes.values():
        _join_alike(members, join)
    for one, other in combinations(classes.values(), 2):
        if _akin(one[0], other[0]) and one_name(one[0].claimant, other[0].claimant):
            _join_classes(one, other, join)
    _join_by_page(nodes, one_name, join)


def _join_by_page(nodes: Sequence[Node], one_name: Callable[[Claimant, Claimant], bool], join: Join) -> None:
    """Who stands in the article at a page with whom a link on the name leads there; one of each name is enough."""
    there: dict[str, dict[str, Node]] = {}
    for node in nodes:
        for page in sorted(node.pages):
            known = there.setdefault(page, {})
            for other in known.values():
                if second_signal(node, other) and one_name(node.claimant, other.claimant):
                    join(node.id, other.id)
            known.setdefault(node.claimant.name, node)


def _join_alike(members: list[Node], join: Join) -> None:
    if members[0].signals or members[0].countries:
        for node in members[1:]:
            join(members[0].id, node.id)
    elif members[0].kinds:
        for (day, node), (later, other) in pairwise(_by_day(members)):
            if later - day <= MONTH_DAYS:
                join(node.id, other.id)


def _akin(a: Node, b: Node) -> bool:
    """Have the two something in common besides the name, and no two states?"""
    if a.countries and b.countries:
        return not a.countries.isdisjoint(b.countries)
    return not (a.signals.isdisjoint(b.signals) and a.kinds.isdisjoint(b.kinds))


def _join_classes(one: list[Node], other: list[Node], join: Join) -> None:
    a, b = one[0], other[0]
    if a.signals & b.signals or a.countries & b.countries:
        pair = next(((x, y) for x in one[:2] for y in other[:2] if x.article != y.article), None)
        if pair is not None:
            join(pair[0].id, pair[1].id)
    else:
        _join_near(_by_day(one), _by_day(other), join)


def _join_near(one: list[tuple[int, Node]], other: list[tuple[int, Node]], join: Join) -> None:
    """Each of one class with those of the other that stand right before and after it in time, within a month."""
    days = [day for day, _ in other]
    for day, node in one:
        at = bisect_left(days, day)
        for near, neighbour in other[max(0, at - 1) : at + 2]:
            if abs(near - day) <= MONTH_DAYS and neighbour.article != node.article:
                join(node.id, neighbour.id)


def _by_day(members: list[Node]) -> list[tuple[int, Node]]:
    return sorted(((node.day.toordinal(), node) for node in members if node.day is not None), key=lambda pair: (pair[0], pair[1].id))
