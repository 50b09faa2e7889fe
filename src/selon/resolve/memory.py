"""Who has spoken so far in an article: turns, and riddles where nobody could be named."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter

from msgspec import Struct

from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.persons import Cast, Person
from selon.resolve.voices import Voice

FAR_TURNS = 40  # turns back that a pronoun or a short name may mean; on fr_dev and fr_dev2 three are enough


class Turn(Struct, frozen=True, gc=False):
    """One attribution that found its voice."""

    at: int  # where its source stands
    voice: Voice
    attribution: Attribution

    @property
    def end(self) -> int:
        """Where its source ends; names in it are of nobody who comes in after it."""
        source = self.attribution.source
        return max(self.at, source.end - 1) if source is not None else self.at


class Riddle(Struct, frozen=True, gc=False):
    """One attribution whose singular source stayed open: a pronoun after it may mean the one who is not known."""

    at: int
    gender: str
    parent: str | None
    end: int = -1  # of the source's words, in which a name may stand


class Stretches:
    """Stretches of a text that may overlap: does one of them hold a place?"""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans, self._starts, self._reach = spans, list[int](), list[int]()

    def hold(self, at: int) -> bool:
        """Does one of them hold that place?"""
        if not self._starts:  # put in order when this is first asked
            ordered = sorted(self._spans, key=attrgetter("start"))
            self._starts = [span.start for span in ordered]
            self._reach = list(accumulate((span.end for span in ordered), max))
        place = bisect_right(self._starts, at)
        return place > 0 and self._reach[place - 1] > at


class Memory:
    """The turns of one article; those of one content, and those of one depth, are kept in the order of their sources."""

    def __init__(self, cast: Cast, text: str, lexicon: Lexicon, quoted: Iterable[Span], told: Iterable[Span]) -> None:
        self.cast, self.text, self.lexicon = cast, text, lexicon
        self._turns: defaultdict[str | None, list[Turn]] = defaultdict(list)
        self._levels: list[list[Turn]] = []
        self._spoke: defaultdict[int, int] = defaultdict(int)
        self._riddles: defaultdict[str | None, list[Riddle]] = defaultdict(list)
        self._open: list[tuple[int, str]] = []
        self.sentences: dict[tuple[int, int], list[int]] = {}  # where they begin, by the places between which that was asked
        self._quotes, self._contents = Stretches(quoted), Stretches(told)

    def keep(self, turn: Turn, depth: int) -> None:
        """Keep a turn; they come by depth and, inside a content, in the order of their sources."""
        self._turns[turn.attribution.parent].append(turn)
        self._spoke[id(turn.voice.person)] += 1
        while len(self._levels) <= depth:
            self._levels.append([])
        self._levels[depth].append(turn)

    def spoke(self, person: Person) -> int:
        """How often the person has spoken so far."""
        return self._spoke.get(id(person), 0)

    def wonder(self, riddle: Riddle) -> None:
        """Keep a riddle; they come in the same order."""
        self._riddles[riddle.parent].append(riddle)

    def keep_open(self, at: int, number: str) -> None:
        """Keep where a source stands that nothing tells apart ("une source", "des sources"), and its number."""
        self._open.append((at, number))

    def left_open(self, since: int, at: int, number: str) -> bool:
        """Does such a source of that number stand between two places?"""
        return any(since < place < at and number == kept for place, kept in self._open)

    def before(self, at: int, parent: str | None) -> list[Turn]:
        """Turns before that place, the last first; inside a content only that content's own."""
        return _until(self._turns[parent], at)

    def anywhere(self, at: int) -> list[Turn]:
        """Turns before that place in any content, the innermost first."""
        return [turn for level in reversed(self._levels) for turn in _until(level, at)]

    def riddle(self, since: int, at: int, gender: str, parent: str | None) -> Riddle | None:
        """Who of that gender, not known, spoke last between two places."""
        told = self._riddles[parent]
        first = bisect_right(told, since, key=lambda one: one.at)
        last = bisect_left(told, at, key=lambda one: one.at)
        near = reversed(told[max(first, last - FAR_TURNS) : last])
        return next((one for one in near if not (gender and one.gender and gender != one.gender)), None)

    def in_quotes(self, at: int) -> bool:
        """Does that place lie inside somebody's quoted words?"""
        return self._quotes.hold(at)

    def in_contents(self, at: int) -> bool:
        """Does that place lie inside what somebody says, quoted or not?"""
        return self._contents.hold(at)


def _until(turns: list[Turn], at: int) -> list[Turn]:
    asked_inside = bool(turns) and turns[-1].at >= at  # mostly it is asked behind all of them
    last = bisect_left(turns, at, key=lambda turn: turn.at) if asked_inside else len(turns)
    return turns[max(0, last - FAR_TURNS) : last][::-1]
