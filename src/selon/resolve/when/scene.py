"""What a rule may look at beside the words themselves: the publication, the tense, and the dates told before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from selon.languages import Language
from selon.languages.rows.when import Counted
from selon.model.span import Span
from selon.resolve.when import tense
from selon.resolve.when.days import Stretch
from selon.resolve.when.lexicon import NOTHING, REST, STOP, Lexicon
from selon.resolve.when.pieces import plain
from selon.resolve.when.shapes import Hit

REACH_LINES = 2  # paragraphs back in which "the next day" looks for its day


@dataclass(frozen=True, slots=True)
class Told:
    """A date told in the text, with its place."""

    span: Span
    line: int  # number of the paragraph
    inner: Stretch  # the days named
    outer: Stretch  # the days meant: "depuis mars" leaves an end open
    opener: str | None
    text: str


@dataclass(slots=True)
class Scene:
    """One reading of one article, as far as it has come."""

    language: Language
    words: Lexicon
    text: str
    published: date | None
    full: tuple[Told, ...] = ()  # the dates of the whole text that have their year; looked at only without a publication date
    told: list[Told] = field(default_factory=list)
    line: int = 0

    def side(self, hit: Hit) -> str | None:
        """past, future, either, or None: what the nearest verb form tells; "pour lundi" looks ahead."""
        if hit.has("for"):
            return "future"
        return self.side_near(hit)[0]

    def side_near(self, hit: Hit) -> tuple[str | None, int]:
        """The same, with the distance of the verb form in words."""
        return tense.side(hit, self.text, tense.tenses(self.language))

    def last(self, wanted: Callable[[Stretch], bool], *, lines: int = REACH_LINES) -> Told | None:
        """The date told last, of those that are wanted and open no end, in this paragraph or the ones before it."""
        for told in reversed(self.told):
            if self.line - told.line > lines:
                return None
            if told.opener is None and wanted(told.inner):
                return told
        return None

    def follows(self, hit: Hit, *kinds: str) -> bool:
        """Does a word of one of these kinds stand right after?"""
        if hit.end >= len(hit.line.kinds):
            return False
        return hit.line.kinds[hit.end] in {self.words.codes.get(kind) for kind in kinds}

    def is_in_address(self, hit: Hit) -> bool:
        """Is the expression a part of the path of an address ("/module/1892/video")?"""
        start, end = hit.line.starts[hit.start], hit.line.end(hit.end - 1)
        return self.text[start - 1 : start] == "/" == self.text[end : end + 1]

    def is_closed(self, hit: Hit) -> bool:
        """Does "après", "before", "later" stand alone, not before what it is counted from ("deux ans après la crise")?"""
        word = hit.line.kinds[hit.slots["later"]]
        if word == self.words.codes["later"]:
            return not self.follows(hit, "of", "of_the", "where")
        return hit.end >= len(hit.line.kinds) or hit.line.kinds[hit.end] == STOP or self.follows(hit, "comma", "close", "dot")

    def is_told_later(self, hit: Hit, kind: str) -> bool:
        """Does the sentence name its day only after the expression ("comme la veille, il a redit lundi")?"""
        begin, code = hit.line.starts[hit.start], self.words.codes.get(kind, "")
        ahead = hit.line.kinds[hit.end :].split(STOP, 1)[0]
        is_before = any(told.line == self.line and hit.line.starts[0] <= told.span.start < begin for told in self.told)
        return bool(code) and code in ahead and not is_before

    def precedes(self, hit: Hit, *kinds: str) -> bool:
        """Does a word of one of these kinds stand right before?"""
        before = hit.line.kinds[: hit.start].rstrip(REST)[-1:]
        return before in {self.words.codes.get(kind) for kind in kinds}

    def is_counted(self, hit: Hit) -> bool:
        """Does the numeral at the end count what stands after it ("1984 manifestants", "2000 %")?"""
        if hit.end >= len(hit.line.pieces):
            return False
        form = hit.line.form(hit.end)
        things = _counted(self.language)
        if form in things.words:
            return True
        return hit.line.kinds[hit.end] == NOTHING and form not in things.but and len(form) > 3 and form.endswith(things.endings)


@dataclass(frozen=True, slots=True)
class _Things:
    endings: tuple[str, ...]
    words: frozenset[str]
    but: frozenset[str]


@cache
def _counted(language: Language) -> _Things:
    rows = language.rows(Counted)
    return _Things(
        tuple(plain(ending) for row in rows for ending in row.endings),
        frozenset(plain(word) for row in rows for word in row.words),
        frozenset(plain(word) for row in rows for word in row.but),
    )
