"""The statements of articles by their place in canonical order; where there are many, those of few articles are held at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from selon.match.evidence import Statement
from selon.match.tokens import I64

_HELD = 1 << 12  # articles: what is compared is of some months, and the pairs go on with time


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What one article states, and its text."""

    text: str
    statements: Sequence[Statement]


class Stock:
    """The statements of some articles: given one article after the other, asked for by their places in canonical order."""

    def __init__(self, articles: int, telling: Callable[[int], Telling]) -> None:
        """`telling`: of the n-th article; asked for again and again, and the same each time."""
        self._articles, self._made = articles, telling
        self._telling = lru_cache(maxsize=_HELD)(telling)
        self._article, self._within, self._first = (np.empty(0, np.int64) for _ in range(3))
        self._place = self._article

    def each(self) -> Iterator[Statement]:
        """Yield all statements as they are given; where each comes to stand is told to `arrange` then."""
        sizes = np.zeros(self._articles, np.int64)
        for number in range(self._articles):
            told = self._made(number).statements
            sizes[number] = len(told)
            yield from told
        self._first = np.cumsum(sizes) - sizes
        self._article = np.repeat(np.arange(self._articles), sizes)
        self._within = np.arange(len(self._article)) - self._first[self._article]

    def arrange(self, order: I64) -> None:
        """From now on the statements stand in an order: each told by where it stood as it was given."""
        self._article, self._within = self._article[order], self._within[order]
        self._place = np.argsort(order)

    def __len__(self) -> int:
        return len(self._article)

    def __getitem__(self, place: int) -> Statement:
        return self._telling(self._article.item(place)).statements[self._within.item(place)]

    def text(self, place: int) -> str:
        """The text that a statement stands in."""
        return self._telling(int(self._article[place])).text

    def host(self, place: int) -> int | None:
        """The place of the statement that a toll stands in; None: it stands alone, or is no toll."""
        whole, article = self[place].whole, int(self._article[place])
        if whole is None:
            return None
        within = next(at for at, one in enumerate(self._telling(article).statements) if one.appearance.id == whole)
        return int(self._place[self._first[article] + within])
