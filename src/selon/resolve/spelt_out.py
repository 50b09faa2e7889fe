"""Acronyms in many articles, each under the key of the name that it stands for.

In an article that gives it that name is meant; in another one the one name for which several articles give it; where one article gives it,
or they give it for several names, the one that those of a month give it for.
"""

from collections import defaultdict
from dataclasses import replace

from selon.resolve.nodes import Node


def named_in_full(nodes: list[Node]) -> list[Node]:
    """The nodes; those that bear an acronym have the key of the name that it stands for."""
    given: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.short is not None:
            given[node.short[0]].append(node)
    usual = {short: name for short, found in given.items() if (name := _usual(found)) is not None}
    return [_in_full(node, given, usual) for node in nodes] if given else nodes


def _usual(given: list[Node]) -> str | None:
    """The key of the only name for which several articles give an acronym."""
    names = {node.short[1] for node in given if node.short is not None}
    return next(iter(names)) if len(names) == 1 and len({node.article for node in given}) > 1 else None


def _in_full(node: Node, given: dict[str, list[Node]], usual: dict[str, str]) -> Node:
    if node.key is None or node.key not in given:
        return node
    if node.short is not None:
        return replace(node, key=node.short[1], forms=())  # what an acronym is spelt like is no spelling of the name
    near = {other.short[1] for other in given[node.key] if other.short is not None and node.is_near(other)}
    name = usual.get(node.key) or (next(iter(near)) if len(near) == 1 else None)
    return replace(node, key=name, forms=()) if name is not None else node
