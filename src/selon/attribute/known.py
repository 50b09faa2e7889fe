"""What a form of a word tells by itself, worked out when first asked: the moods it may be in, and the answer to any one question."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from selon.languages.rows.attribute import Ending

_MOST_FORMS = 200_000  # of which the answers are kept: more than a language has


class Moods(dict[str, frozenset[str]]):
    """Form -> the moods it may be in: those of the tables' verbs, else what its ending tells; what was asked once is kept."""

    def __init__(self, plain: dict[str, frozenset[str]], endings: tuple[Ending, ...]) -> None:
        super().__init__(plain)
        self._plain = plain
        self._endings: defaultdict[str, list[Ending]] = defaultdict(list)
        for row in endings:
            self._endings[row.ending].append(row)
        self._sizes = sorted(set(map(len, self._endings)))

    def __missing__(self, form: str) -> frozenset[str]:
        if len(self) > _MOST_FORMS:
            self.clear()
            self.update(self._plain)
        told = self[form] = frozenset(row.mood for row in self._ends(form) if form not in row.unless)
        return told

    def _ends(self, form: str) -> Iterator[Ending]:
        for size in self._sizes:
            for row in self._endings.get(form[-size:], ()):
                if len(form) >= size + row.least:
                    yield row


class Known(dict[str, bool]):
    """Form -> what a question about it was answered; what was asked once is kept."""

    def __init__(self, asked: Callable[[str], bool]) -> None:
        super().__init__()
        self._asked = asked

    def __missing__(self, form: str) -> bool:
        if len(self) > _MOST_FORMS:
            self.clear()
        told = self[form] = self._asked(form)
        return told
