"""Tokens of a passage with light knowledge of what they are.

A passage is a stretch of text in which one grammar is applied: a block, or the inside of a quotation. The quotations in it are one
token each, opaque; punctuation is a token too. A form may be of several kinds ("le" is a determiner and a clitic); what it is in its
place is told by forms.py.
Not done yet: disambiguation of nouns and adjectives; verbs that no table and no ending knows.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from selon.attribute.lexicon import Lexicon
from selon.attribute.phrases import Phrases
from selon.attribute.quotation import Quotation
from selon.model.span import Span

MARGIN = 8  # empty tokens behind the last: the neighbours of the first (at -1, -2, …) and of the last may be asked for
_WORDS = ("#", "@", "%")  # marks with which a word begins, or that are one: "60 % des usagers"
BETWEEN = frozenset({"inverted", "adverb", "not"})  # kinds of words that may stand between a verb and those that belong to it
NAME_WORDS = 5  # words of a name that stands in marks: more are words of somebody
_MOST_WORDS = 10  # counted: no threshold is higher


@dataclass(slots=True, eq=False)
class Passage:
    """A stretch of text with its tokens, as parallel sequences. Never changed once made; not frozen, because that would make it slower."""

    text: str  # of the whole article
    plain: str  # the passage alone, of the same length: quotations masked, apostrophes straight
    origin: int  # where the passage begins in the text
    span: Span
    lexicon: Lexicon
    starts: list[int]
    forms: list[str]  # lower case; like the kinds with a margin of empty ones behind
    kinds: list[frozenset[str]]
    quote_at: dict[int, Quotation]  # token -> quotation, the outermost of the passage
    marked: list[int]  # these tokens, in order
    heads: list[int]  # the tokens with which a verb group may begin, in order; none behind the last of `verbs`
    verbs: list[int]  # those that may be its cue verb
    cued: frozenset[int]  # the same
    hands: list[int]  # those of nouns and prepositions that may be a cue
    finite: dict[int, bool]  # what `is_finite` has told already: it is asked of the same tokens many times
    subjects: dict[tuple[int, int], Span | None]  # and what `subject` has told
    counted: dict[int, int]  # and how many words `quoted_words` has counted

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def end(self, at: int) -> int:
        """The offset at which a token ends: no form is shorter or longer than what stands in the text."""
        return self.starts[at] + len(self.forms[at])

    def before(self, offset: int) -> int:
        """The first token that starts after an offset."""
        return bisect_right(self.starts, offset)

    def after(self, phrases: Phrases, at: int) -> int | None:
        """The token after a phrase that begins at a token; None where there is no such phrase."""
        end = self.reach(phrases, at)
        return None if end is None else bisect_left(self.starts, end, at)

    def reach(self, phrases: Phrases, at: int) -> int | None:
        """The offset at which a phrase ends that begins at a token; None where there is no such phrase."""
        try:
            beginning = phrases.opened[self.forms[at]]
        except IndexError:
            return None
        if beginning is None or not 0 <= at < len(self.starts) or not beginning.goes_on[self.forms[at + 1]]:
            return None  # as most are
        match = beginning.pattern.match(self.plain, self.starts[at] - self.origin)
        if match is None:
            return None
        end = match.end() + self.origin
        return end if end > self.starts[at] else None

    def named(self, phrases: Phrases, at: int) -> str | None:
        """The name of the row whose phrase begins at a token."""
        beginning = phrases.opened[self.forms[at]]
        if beginning is None or not beginning.goes_on[self.forms[at + 1]]:
            return None
        match = beginning.pattern.match(self.plain, self.starts[at] - self.origin)
        return phrases.names[int(match.lastgroup[1:])] if match and match.lastgroup else None

    def span_of(self, first: int, end: int) -> Span:
        """The span of the tokens [first, end)."""
        return Span(self.starts[first], self.starts[end - 1] + len(self.forms[end - 1]))

    def has(self, at: int, *kinds: str) -> bool:
        """Is the token of one of these kinds?"""
        try:
            return not self.kinds[at].isdisjoint(kinds)
        except IndexError:
            return False

    def quoted(self, first: int, end: int) -> list[int]:
        """The tokens in [first, end) that are quotations."""
        if not self.marked:
            return []
        return self.marked[bisect_left(self.marked, first) : bisect_left(self.marked, end)]

    def opening(self, first: int, end: int) -> list[int]:
        """The tokens in [first, end) with which a verb group may begin: up to the last that may be its cue verb."""
        last = bisect_left(self.verbs, end)
        behind = self.verbs[last - 1] + 1 if last else first
        return self.heads[bisect_left(self.heads, first) : bisect_left(self.heads, behind)] if behind > first else []

    def handing(self, first: int, end: int) -> list[int]:
        """The tokens in [first, end) with which a noun or a preposition begins that may be a cue."""
        return self.hands[bisect_left(self.hands, first) : bisect_left(self.hands, end)]

    def form(self, at: int) -> str:
        """The form of a token; empty outside the passage."""
        try:
            return self.forms[at]
        except IndexError:
            return ""

    def is_capital(self, at: int) -> bool:
        """Does the token begin with a capital?"""
        if at < 0 or at >= len(self.starts):
            return False
        first = self.text[self.starts[at]]
        return first.isupper() or (first in "#@" and at not in self.quote_at)

    def is_word(self, at: int) -> bool:
        """Is the token a word or a quotation, no punctuation?"""
        try:
            first = self.forms[at][:1]
        except IndexError:
            return False
        return first.isalnum() or first in _WORDS

    def words(self, first: int, end: int) -> int:
        """How many words stand in [first, end), those inside quotations too; nobody asks beyond `_MOST_WORDS`."""
        count, quote_at = 0, self.quote_at
        for at, form in enumerate(self.forms[max(0, first) : min(end, len(self.starts))], max(0, first)):
            if at in quote_at:
                count += self.quoted_words(at)
            elif form[0].isalnum() or form[0] in _WORDS:
                count += 1
            if count >= _MOST_WORDS:
                break
        return count

    def loose_words(self, first: int, end: int) -> int:
        """How many words stand in [first, end) outside quotations."""
        forms = enumerate(self.forms[first : min(end, len(self.starts))], first)
        return sum([(form[0].isalnum() or form[0] in _WORDS) and at not in self.quote_at for at, form in forms])

    def quoted_words(self, at: int) -> int:
        """How many words the quotation at a token holds; 0 where there is none."""
        if at not in self.quote_at:
            return 0
        if at not in self.counted:
            inner = self.quote_at[at].inner
            self.counted[at] = len(self.text[inner.start : inner.end].split())
        return self.counted[at]

    def chain(self, at: int, end: int) -> int:
        """The token after a row of quotations that begins at a token: "« A », « B » ou encore « C »"."""
        while at in self.quote_at and at < end:
            after = at + 1
            while after < min(end, at + 5) and (self.form(after) == "," or self.has(after, "and", "adverb")):
                after += 1
            if after not in self.quote_at or after >= end:
                return at + 1
            at = after
        return at
