"""Tokens of a passage with light knowledge of what they are.

A passage is a stretch of text in which one grammar is applied: a block, or the inside of a quotation. The quotations in it are one
token each, opaque; punctuation is a token too. An inverted pronoun ("a-t-il") is a token of its own. A form may be of several kinds
("le" is a determiner and a clitic); what it is in its place is told by forms.py.
Not done yet: disambiguation of nouns and adjectives; verbs that no table and no ending knows.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate, compress, count, repeat
from operator import add

from selon.attribute.lexicon import Lexicon, compound_kinds
from selon.attribute.phrases import Phrases
from selon.attribute.quotation import Quotation
from selon.model.span import Span

_QUOTE_A, _QUOTE_B = "Ꙁ", "Ꙃ"  # letters of no press: a quotation stands as a run of one of them
_LINK = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_NOTHING: frozenset[str] = frozenset()
_QUOTES = (_QUOTE_A.lower(), _QUOTE_B.lower())
_QUOTE: frozenset[str] = frozenset({"quotation"})
_MARGIN = 8  # empty tokens behind the last: the neighbours of the first (at -1, -2, …) and of the last may be asked for
_WORDS = ("#", "@", "%")  # marks with which a word begins, or that are one: "60 % des usagers"
_BETWEEN = frozenset({"inverted", "adverb", "not"})  # kinds of words that may stand between a verb and those that belong to it
_MOST_WORDS = 10  # counted: no threshold is higher
_MARKUP = "[]*"
_ODD = frozenset((*_MARKUP, "."))  # tokens that may have to go
_CURLY = {"’": "'", "ʼ": "'", "‘": "'", "\u2011": "-", "\u2010": "-"}


_Token = tuple[int, int, str, frozenset[str]]  # start, end, form, kinds


@dataclass(slots=True, eq=False)
class Passage:
    """A stretch of text with its tokens, as parallel sequences. Never changed once made; not frozen, because that would make it slower."""

    text: str  # of the whole article
    plain: str  # the passage alone, of the same length: quotations masked, apostrophes straight
    origin: int  # where the passage begins in the text
    span: Span
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    forms: list[str]  # lower case; like the kinds with a margin of empty ones behind
    kinds: list[frozenset[str]]
    quote_at: dict[int, Quotation]  # token -> quotation, the outermost of the passage
    marked: list[int]  # these tokens, in order
    heads: list[int]  # the tokens with which a verb group may begin, in order; none behind the last of `verbs`
    verbs: list[int]  # those that may be its cue verb
    hands: list[int]  # those of nouns and prepositions that may be a cue
    finite: dict[int, bool]  # what `is_finite` has told already: it is asked of the same tokens many times
    subjects: dict[tuple[int, int], Span | None]  # and what `subject` has told

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, offset: int) -> int:
        """The first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def before(self, offset: int) -> int:
        """The first token that starts after an offset."""
        return bisect_right(self.starts, offset)

    def after(self, phrases: Phrases, at: int) -> int | None:
        """The token after a phrase that begins at a token; None where there is no such phrase."""
        end = self.reach(phrases, at)
        return None if end is None else bisect_left(self.starts, end, at)

    def reach(self, phrases: Phrases, at: int) -> int | None:
        """The offset at which a phrase ends that begins at a token; None where there is no such phrase."""
        if not 0 <= at < len(self.starts) or (pattern := phrases.opened[self.forms[at]]) is None:
            return None
        start = self.starts[at]
        match = pattern.match(self.plain, start - self.origin)
        end = match.end() + self.origin if match else start
        return end if end > start else None

    def named(self, phrases: Phrases, at: int) -> str | None:
        """The name of the row whose phrase begins at a token."""
        if (pattern := phrases.opened[self.forms[at]]) is None:
            return None
        match = pattern.match(self.plain, self.starts[at] - self.origin)
        return phrases.names[int(match.lastgroup[1:])] if match and match.lastgroup else None

    def span_of(self, first: int, end: int) -> Span:
        """The span of the tokens [first, end)."""
        return Span(self.starts[first], self.ends[end - 1])

    def has(self, at: int, *kinds: str) -> bool:
        """Is the token of one of these kinds?"""
        try:
            return not self.kinds[at].isdisjoint(kinds)
        except IndexError:
            return False

    def quoted(self, first: int, end: int) -> list[int]:
        """The tokens in [first, end) that are quotations."""
        return self.marked[bisect_left(self.marked, first) : bisect_left(self.marked, end)]

    def opening(self, first: int, end: int) -> list[int]:
        """The tokens in [first, end) with which a verb group may begin: up to the last that may be its cue verb."""
        last = bisect_left(self.verbs, end)
        behind = self.verbs[last - 1] + 1 if last else first
        return self.heads[bisect_left(self.heads, first) : bisect_left(self.heads, behind)] if behind > first else []

    def is_cue_verb(self, at: int) -> bool:
        """May the token be the cue verb of a group?"""
        here = bisect_left(self.verbs, at)
        return here < len(self.verbs) and self.verbs[here] == at

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
        if not 0 <= at < len(self.starts):
            return False
        start = self.starts[at]
        return self.text[start].isupper() or (self.text[start] in "#@" and at not in self.quote_at)

    def is_word(self, at: int) -> bool:
        """Is the token a word or a quotation, no punctuation?"""
        try:
            first = self.forms[at][:1]
        except IndexError:
            return False
        return first.isalnum() or first in _WORDS

    def words(self, first: int, end: int) -> int:
        """How many words stand in [first, end), those inside quotations too; nobody asks beyond `_MOST_WORDS`."""
        count = 0
        for at in range(max(0, first), min(end, len(self.starts))):
            if at in self.quote_at:
                count += self.quoted_words(at)
            else:
                count += self.is_word(at)
            if count >= _MOST_WORDS:
                break
        return count

    def loose_words(self, first: int, end: int) -> int:
        """How many words stand in [first, end) outside quotations."""
        return sum(self.is_word(at) and at not in self.quote_at for at in range(first, min(end, len(self.starts))))

    def quoted_words(self, at: int) -> int:
        """How many words the quotation at a token holds; 0 where there is none."""
        quote = self.quote_at.get(at)
        return len(quote.inner.of(self.text).split()) if quote else 0

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


def mask(text: str, span: Span, quotes: Sequence[Quotation]) -> str:
    """The characters of a stretch with its quotations, and the addresses of links, masked; of the same length."""
    pieces: list[str] = []
    at = span.start
    for number, quote in enumerate(quotes):
        pieces.append(text[at : quote.outer.start])
        length = len(quote.outer)
        letter = _QUOTE_A if number % 2 == 0 else _QUOTE_B
        last = text[quote.inner.end - 1]
        pieces.append(letter * (length - 2) + last + '"' if last in ".!?…" and length > 4 else letter * length)
        at = quote.outer.end
    pieces.append(text[at : span.end])
    masked = "".join(pieces)
    for char in _CURLY:
        if char in masked:
            masked = masked.replace(char, _CURLY[char])
    return _LINK.sub(lambda match: " " * len(match.group()), masked) if "](" in masked else masked


@lru_cache(maxsize=64)
def _pattern(elisions: tuple[str, ...], *, bound: bool) -> re.Pattern[str]:
    """A token with the space behind it.

    A word of plain letters with one space (most are so, and are told quickest), another of plain letters, a quotation, an elided word with
    its apostrophe, a number, any other word (hyphens and apostrophes bind), or one mark. `bound`: a number is a part of the noun that a
    hyphen ties to it ("34-Jährige").
    """
    a, b = _QUOTES
    letter = rf"[^\W{a}{b}]"
    elided = "(?:" + "|".join(sorted(map(re.escape, elisions), key=len, reverse=True)) + r")'(?=\w)|" if elisions else ""
    number_end = rf"(?!\w|-{letter})" if bound else r"(?!\w)"
    return re.compile(
        rf"[a-zß-öø-ÿ]++ (?!\s)|(?:[^\W\d_{a}{b}]++(?![\w'-])|[,.]|{a}+(?:[.!?…]\")?|{b}+(?:[.!?…]\")?"
        rf"|{elided}\d+(?:[.,\u00a0\u202f]\d+)*{number_end}|[#@]?{letter}+(?:['-]{letter}+)*|[^\w\s])\s*"
    )


def passage(text: str, span: Span, quotes: Sequence[Quotation], lexicon: Lexicon) -> Passage:
    """A stretch of text, cut into tokens; `quotes` are the outermost quotations in it."""
    plain = mask(text, span, quotes)
    low = _lower(plain)
    starts, forms = _cut(low, span.start, lexicon)
    kinds_of = partial(compound_kinds, lexicon) if lexicon.compounds else lexicon.kinds.get
    kinds = list(map(kinds_of, forms, repeat(_NOTHING)))
    ends = list(map(add, starts, map(len, forms)))
    if _needs_mending(forms, low, lexicon):
        starts, ends, forms, kinds = _mended(zip(starts, ends, forms, kinds, strict=True), lexicon, plain, span.start)
    quote_at = {}
    for quote in quotes:
        at = bisect_left(starts, quote.outer.start)
        if at < len(starts) and starts[at] == quote.outer.start:  # not so in the address of a link
            quote_at[at], ends[at], kinds[at] = quote, quote.outer.end, _QUOTE
    forms += [""] * _MARGIN
    kinds += [_NOTHING] * _MARGIN
    cues = _spots(list(compress(count(), map(lexicon.spots.__contains__, forms))), forms, kinds, lexicon)
    return Passage(text, plain, span.start, span, lexicon, starts, ends, forms, kinds, quote_at, list(quote_at), *cues, {}, {})


def _spots(
    spots: Sequence[int], forms: Sequence[str], kinds: Sequence[frozenset[str]], lexicon: Lexicon
) -> tuple[list[int], list[int], list[int]]:
    """The tokens with which a verb group may begin, those that may be its cue verb, and those of nouns and prepositions."""
    verbs = [at for at in spots if forms[at] in lexicon.verbs and not _lacks_words(forms[at], forms[at + 1], kinds[at + 1], lexicon)]
    last = verbs[-1] if verbs else -1
    heads = [at for at in spots if at <= last and forms[at] in lexicon.openers]
    hands = [at for at in spots if forms[at] in lexicon.handing and _is_followed(forms[at + 1], lexicon.handing[forms[at]])]
    return heads, verbs, hands


def _lacks_words(form: str, after: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Is a form only with other words a cue verb ("est d'avis"), and do they not follow it?"""
    words = lexicon.belongings.get(form)
    return words is not None and after not in words and kinds.isdisjoint(_BETWEEN)


def _is_followed(after: str, words: frozenset[str] | None) -> bool:
    return words is None or after in words


def _cut(low: str, origin: int, lexicon: Lexicon) -> tuple[list[int], list[str]]:
    """Where each token begins, and its form. Only space stands between two tokens, so lengths tell where they begin."""
    pieces = _pattern(lexicon.elisions, bound=lexicon.order.nouns_capital).findall(low)
    starts = list(accumulate(map(len, pieces), initial=origin + len(low) - len(low.lstrip())))
    starts.pop()
    return starts, list(map(str.rstrip, pieces))


def _needs_mending(forms: Sequence[str], low: str, lexicon: Lexicon) -> bool:
    if any(map(low.__contains__, _MARKUP)) or lexicon.order.ordinal_stop or not lexicon.titles.isdisjoint(forms):
        return True
    return "-" in low and any("-" in form and _inverted(form, lexicon) for form in forms)


def _mended(
    tokens: Iterable[_Token], lexicon: Lexicon, plain: str, origin: int
) -> tuple[list[int], list[int], list[str], list[frozenset[str]]]:
    """Without marks of Markdown and full stops of titles and ordinals; inverted pronouns parted from their verbs."""
    kept: list[_Token] = []
    keep = kept.append
    for token in tokens:
        start, end, form, _ = token
        if form in _ODD and (form != "." or (kept and _is_short(kept[-1], lexicon, plain, end - origin))):
            continue
        if "-" in form and (tail := _inverted(form, lexicon)):
            stem, pronoun = form[: -len(tail)], tail.rpartition("-")[2]
            keep((start, end - len(tail), stem, lexicon.kinds.get(stem, _NOTHING)))
            token = (end - len(pronoun), end, pronoun, lexicon.kinds[tail])
        keep(token)
    starts, ends, forms, kinds = map(list, zip(*kept, strict=True)) if kept else ([], [], [], [])
    return starts, ends, forms, kinds


def _is_short(before: _Token, lexicon: Lexicon, plain: str, end: int) -> bool:
    """Does a full stop after a token make it a title, or an ordinal where the language writes them so?"""
    return "title" in before[3] or (lexicon.order.ordinal_stop and _is_ordinal(plain, before[2], end))


def _is_ordinal(plain: str, before: str, end: int) -> bool:
    """Does the stop before an offset make an ordinal of the number before it: something follows in the sentence?"""
    return before.isdigit() and len(before) <= 2 and plain[end : end + 2].strip() != ""


def _lower(text: str) -> str:
    """In lower case, of the same length: a letter that would grow stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _inverted(form: str, lexicon: Lexicon) -> str | None:
    tail = form[form.rindex("-") :]
    if "-t" + tail in lexicon.kinds and form.endswith("-t" + tail):
        tail = "-t" + tail
    return tail if "inverted" in lexicon.kinds.get(tail, _NOTHING) and len(tail) < len(form) else None
