"""Rows of tables by their folded words: at the beginning of what is looked at, or anywhere within it."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Forms(dict[str, T]):
    """Rows by their folded words, with how many words the longest form that begins with a word has."""

    def __init__(self, rows: dict[str, T]) -> None:
        super().__init__(rows)
        self.reach: dict[str, int] = {}
        for form in rows:
            first, count = form.partition(" ")[0], form.count(" ") + 1
            self.reach[first] = max(count, self.reach.get(first, 0))


class Within(Generic[T]):
    """Rows whose folded form may stand anywhere inside a phrase, by its first word; of equals the longer form comes first."""

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[int, str, T]]] = {}
        for rank, (form, row) in enumerate(sorted(rows, key=lambda pair: -len(pair[0]))):
            self._by_first.setdefault(form.split()[0], []).append((rank, f"{form} ", row))

    def found(self, flat: str) -> Iterator[tuple[int, str, T]]:
        """Rank, form and row of every form that stands in folded words with one space between."""
        at, whole = 0, f"{flat} "
        for word in flat.split(" "):
            for rank, form, row in self._by_first.get(word, ()):
                if whole.startswith(form, at):
                    yield rank, form[:-1], row
            at += len(word) + 1

    def longest(self, flat: str) -> tuple[str, T] | None:
        """The longest form that stands there, and its row."""
        best = min(self.found(flat), key=lambda item: item[0], default=None)
        return best[1:] if best is not None else None
