"""What belongs together, in groups that are made one step by step. Source: union-find, Tarjan 1975, J. ACM 22(2)."""

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T", str, int)


class Groups(Generic[T]):
    """Disjoint sets of names or numbers; the root of a set is its smallest member."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {member: member for member in members}

    def __contains__(self, member: T) -> bool:
        return member in self._parent

    def add(self, member: T) -> None:
        """Take a member that may be known, in a group of its own."""
        self._parent.setdefault(member, member)

    def root(self, member: T) -> T:
        """The member that stands for a group."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def unite(self, one: T, other: T) -> bool:
        """Make the groups of two members one; were they two?"""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parent[max(a, b)] = min(a, b)
        return a != b
