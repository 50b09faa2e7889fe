"""The words of an article's own text: those with a capital, where a name may begin, and the stretches that they stand in.

Most of a text is nobody's name: one search finds the capitals, and words are made only of the stretches in which a name may stand.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from functools import cache, cached_property
from itertools import chain

from msgspec import Struct

from selon.languages.fold import fold
from selon.model.article import Article, BlockKind
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, beginning, word_tokens

SET_ASIDE = frozenset({BlockKind.DEBRIS, BlockKind.RELATED, BlockKind.DISCLAIMER, BlockKind.METADATA})
_REST = r"[a-zà-öø-ÿ]*+[^\W\d_]*+(?:(?<![^\W\d_]{8})['’](?=\w)|(?:[-‑][^\W_]+)*+)"  # of a word, as words.py has it
_TOGETHER = r"(?:(?<![^\W\d_]{2})\.)?[ \u00a0\u202f'’#@\u00ad-]*+|/"  # what may stand between the words of one name
_ABLE = "A-ZÀ-ÖØ-Þ\u0100-\u024f\u0370-\u058f\u10a0-\u10ff\u1e00-\u1fff"  # where the capitals of all scripts that have them stand
_CAPITAL = re.compile(  # a word that may begin with a capital, its genitive, and the word close behind it
    rf"([{_ABLE}](?<![^\W_].)(?<![^\W_][-‑].){_REST}(?:['’]?[sS](?!\w))?)(?: (?=\w)|{_TOGETHER})(?=([^\W\d_]{_REST})?)"
)
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)(?![a-zß-öø-ÿ])|(?<!\n)[»”\"]?\s)")  # a line that goes on in small letters is broken, not ended
_GENITIVE = re.compile(r"(?<=.)['’]+[sS]$")
_COMMA_NUMBER = re.compile(r",\s\d")
_MOST_FORMS = 65536


class _Forms(dict[str, tuple[str, bool, bool, bool]]):
    """Words folded; has it a capital, may it begin a name alone, or go on with one? Made when asked for, forgotten when too many."""

    def __init__(self, told: Lexicon) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, form: str) -> tuple[str, bool, bool, bool]:
        if len(self) >= _MOST_FORMS:
            self.clear()
        word = _GENITIVE.sub("", form)
        folded, capital = fold(word), word[0].isupper()
        alone = folded in self._told.given or folded in self._told.titles.reach
        self[form] = found = folded, capital, alone, capital or folded in self._told.particles
        return found


@cache
def _forms(told: Lexicon) -> _Forms:
    return _Forms(told)


class Line(Struct, frozen=True, gc=False):
    """The words of a stretch of text over whose ends no name and no role beside it reaches."""

    text: str
    tokens: list[Token]
    told: Lexicon


class Lines:
    """The stretches of one article; the words of each are made when one of them is first asked for."""

    def __init__(self, article: Article, told: Lexicon) -> None:
        self.text, self.told = article.text, told
        self._runs = [(run[0].start, run[-1].end) for run in own_runs(article)]
        self._bounds = [bounds for start, end in self._runs for bounds in self._stretches(start, end)]
        self._made: dict[int, Line] = {}

    def _stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches between two places: one ends at a line's end, or behind a stop whose word has no capital (no "Prof. Talmar")."""
        text, found = self.text, []
        for match in _STOP.finditer(text, start, end):
            at = match.start()
            if text[at] == "\n" or text[max(start, text.rfind(" ", start, at) + 1)].islower():
                found.append((start, start := match.end()))
        return [*found, (start, end)]

    def capitals(self, besides: Container[int]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
        """The words with a capital that may be the first of a name, and those that may not: where each begins, folded, in text order.

        A given name may be, a form of address, what stands close before another capital or a particle, or before an age, and what
        begins at one of the places `besides`.
        """
        forms, particles, text = _forms(self.told), self.told.particles, self.text
        leading: list[tuple[int, str]] = []
        lone: list[tuple[int, str]] = []
        for match in chain.from_iterable([_CAPITAL.finditer(text, start, end) for start, end in self._runs]):
            form, after = match.groups()
            folded, capital, leads, _ = forms[form]
            if not capital:
                continue
            if not leads:
                at = match.end()
                if after is None:
                    leads = text.startswith(",", at) and _COMMA_NUMBER.match(text, at) is not None
                else:
                    leads = after in particles if after.isascii() and after.islower() else forms[after][3]
            at = match.start()
            if leads or at in besides:
                leading.append((at, folded))
            else:
                lone.append((at, folded))
        return leading, lone

    def at(self, place: int) -> tuple[Line, int]:
        """The stretch that holds a place, and which of its words begins there or first behind it."""
        number = bisect_right(self._bounds, (place, len(self.text) + 1)) - 1
        line = self._made.get(number)
        if line is None:
            self._made[number] = line = Line(self.text, word_tokens(self.text, *self._bounds[number]), self.told)
        return line, bisect_left(line.tokens, place, key=beginning)

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    def holding(self, word: str) -> Iterator[tuple[Line, int]]:
        """The places where a folded word stands, in text order: each with its stretch."""
        folded, size = self._folded, len(word)
        for start, end in self._runs:
            at = folded.find(word, start, end)
            while at >= 0:
                if not _is_inside(folded, at, at + size, start, end):
                    line, here = self.at(at)
                    if here < len(line.tokens) and line.tokens[here].folded == word and line.tokens[here].start == at:
                        yield line, here
                at = folded.find(word, at + size, end)


def _is_inside(folded: str, at: int, stop: int, start: int, end: int) -> bool:
    """Is what stands between two places only a part of a word ("port" in "rapport")?"""
    if start < at and folded[at - 1].isalpha():
        return True
    return stop < end and folded[stop].isalpha() and folded[stop - 1].isalpha()


def own_runs(article: Article) -> list[list[Span]]:
    """The article's own blocks; those that only a line's end parts stand together."""
    runs: list[list[Span]] = []
    for block in article.blocks:
        if block.kind in SET_ASIDE:
            continue
        span = block.span
        if runs and runs[-1][-1].end == span.start and article.text[span.start - 1] == "\n":
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs
