"""Who has spoken so far in an article: turns, and riddles where nobody could be named."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.persons import Cast
from selon.resolve.voices import Voice

FAR_TURNS = 40  # turns back that a pronoun or a short name may mean; on fr_dev and fr_dev2 three are enough


@dataclass(frozen=True, slots=True)
class Turn:
    """One attribution that found its voice."""

    at: int  # where its source stands
    voice: Voice
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Riddle:
    """One attribution whose singular source stayed open: a pronoun after it may mean the one who is not known."""

    at: int
    gender: str
    parent: str | None


class Memory:
    """The turns of one article; those of one content, and those of one depth, are kept in the order of their sources."""

    def __init__(self, cast: Cast, text: str, lexicon: Lexicon, quoted: Iterable[Span]) -> None:
        self.cast, self.text, self.lexicon = cast, text, lexicon
        self._turns: defaultdict[str | None, list[Turn]] = defaultdict(list)
        self._levels: list[list[Turn]] = []
        self._riddles: defaultdict[str | None, list[Riddle]] = defaultdict(list)
        spans = sorted(quoted)
        self._quotes = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))

    def keep(self, turn: Turn, depth: int) -> None:
        """Keep a turn; they come by depth and, inside a content, in the order of their sources."""
        self._turns[turn.attribution.parent].append(turn)
        self._levels += [[] for _ in range(depth + 1 - len(self._levels))]
        self._levels[depth].append(turn)

    def wonder(self, riddle: Riddle) -> None:
        """Keep a riddle; they come in the same order."""
        self._riddles[riddle.parent].append(riddle)

    def before(self, at: int, parent: str | None) -> list[Turn]:
        """Turns before that place, the last first; inside a content only that content's own."""
        return _until(self._turns[parent], at)

    def anywhere(self, at: int) -> list[Turn]:
        """Turns before that place in any content, the innermost first."""
        return [turn for level in reversed(self._levels) for turn in _until(level, at)]

    def riddle(self, since: int, at: int, gender: str, parent: str | None) -> bool:
        """Did somebody of that gender, who is not known, speak between two places?"""
        told = self._riddles[parent]
        first = bisect_right(told, since, key=lambda one: one.at)
        last = bisect_left(told, at, key=lambda one: one.at)
        return any(not (gender and one.gender and gender != one.gender) for one in told[max(first, last - FAR_TURNS) : last])

    def in_quotes(self, at: int) -> bool:
        """Does that place lie inside somebody's quoted words?"""
        place = bisect_right(self._quotes, at)
        return place > 0 and self._reach[place - 1] > at


def _until(turns: list[Turn], at: int) -> list[Turn]:
    last = bisect_left(turns, at, key=lambda turn: turn.at)
    return turns[max(0, last - FAR_TURNS) : last][::-1]
