"""Tokens of a passage with light knowledge of what they are.

A passage is a stretch of text in which one grammar is applied: a block, or the inside of a quotation. The quotations in it are one
token each, opaque; punctuation is a token too. An inverted pronoun ("a-t-il") is a token of its own. A form may be of several kinds
("le" is a determiner and a clitic); what it is in its place is asked by functions such as `is_finite`.
Not done yet: disambiguation of nouns and adjectives; verbs that no table and no ending knows.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from selon.attribute.lexicon import BASE, FINITE, Lexicon, Phrases, compound_kinds
from selon.attribute.quotation import Quotation
from selon.model.span import Span

_QUOTE_A, _QUOTE_B = "Ꙁ", "Ꙃ"  # letters of no press: a quotation stands as a run of one of them
_LINK = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_NOTHING: frozenset[str] = frozenset()
_QUOTES = (_QUOTE_A.lower(), _QUOTE_B.lower())
_QUOTE: frozenset[str] = frozenset({"quotation"})
_CURLY = {"’": "'", "ʼ": "'", "‘": "'", "\u2011": "-", "\u2010": "-"}


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A stretch of text with its tokens, as parallel sequences."""

    text: str  # of the whole article
    plain: str  # the passage alone, of the same length: quotations masked, apostrophes straight
    origin: int  # where the passage begins in the text
    span: Span
    quotes: tuple[Quotation, ...]  # the outermost of this passage, in text order
    lexicon: Lexicon
    starts: list[int]
    ends: list[int]
    forms: list[str]  # lower case
    kinds: list[frozenset[str]]
    quote_at: dict[int, Quotation]  # token -> quotation
    finite: dict[int, bool]  # what `is_finite` has told already: it is asked of the same tokens many times

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
        if not 0 <= at < len(self.forms) or not phrases.may_open(self.forms[at]):
            return None
        match = phrases.pattern.match(self.plain, self.starts[at] - self.origin)
        return self.at(match.end() + self.origin) if match and match.end() > match.start() else None

    def named(self, phrases: Phrases, at: int) -> str | None:
        """The name of the row whose phrase begins at a token."""
        if not phrases.may_open(self.forms[at]):
            return None
        match = phrases.pattern.match(self.plain, self.starts[at] - self.origin)
        return phrases.names[int(match.lastgroup[1:])] if match and match.lastgroup else None

    def span_of(self, first: int, end: int) -> Span:
        """The span of the tokens [first, end)."""
        return Span(self.starts[first], self.ends[end - 1])

    def has(self, at: int, *kinds: str) -> bool:
        """Is the token of one of these kinds?"""
        return 0 <= at < len(self.kinds) and not self.kinds[at].isdisjoint(kinds)

    def form(self, at: int) -> str:
        """The form of a token; empty outside the passage."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def is_capital(self, at: int) -> bool:
        """Does the token begin with a capital?"""
        if not 0 <= at < len(self.starts):
            return False
        start = self.starts[at]
        return self.text[start].isupper() or (self.text[start] in "#@" and at not in self.quote_at)

    def is_word(self, at: int) -> bool:
        """Is the token a word or a quotation, no punctuation?"""
        form = self.form(at)
        return bool(form) and (form[0].isalnum() or form[0] in "#@")

    def words(self, first: int, end: int) -> int:
        """How many words stand in [first, end), those inside quotations too."""
        return sum(self.quoted_words(at) or self.is_word(at) for at in range(first, min(end, len(self.starts))))

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
def _pattern(elisions: tuple[str, ...]) -> re.Pattern[str]:
    """A quotation, an elided word with its apostrophe, a number, a word (hyphens and other apostrophes bind), or one mark."""
    a, b = _QUOTES
    letter = rf"[^\W{a}{b}]"
    elided = "(?:" + "|".join(sorted(map(re.escape, elisions), key=len, reverse=True)) + r")'(?=\w)|" if elisions else ""
    return re.compile(
        rf"{a}+(?:[.!?…]\")?|{b}+(?:[.!?…]\")?|{elided}\d+(?:[.,\u00a0\u202f]\d+)*(?!\w)"
        rf"|[#@]?{letter}+(?:['-]{letter}+)*|[^\w\s]"
    )


def passage(text: str, span: Span, quotes: Sequence[Quotation], lexicon: Lexicon) -> Passage:
    """A stretch of text, cut into tokens; `quotes` are the outermost quotations in it."""
    plain = mask(text, span, quotes)
    found = Passage(text, plain, span.start, span, tuple(quotes), lexicon, [], [], [], [], {}, {})
    starts, ends, forms, kinds, known, origin = found.starts, found.ends, found.forms, found.kinds, lexicon.kinds, span.start
    by_start = {quote.outer.start: quote for quote in quotes}
    ordinals = lexicon.order.ordinal_stop
    add_start, add_end, add_form, add_kind = starts.append, ends.append, forms.append, kinds.append
    kinds_of = partial(compound_kinds, lexicon) if lexicon.compounds else known.get
    for match in _pattern(lexicon.elisions).finditer(_lower(plain)):
        start, form = match.start() + origin, match.group()
        end, kind = start + len(form), kinds_of(form, _NOTHING)
        if start in by_start and form[0] in _QUOTES:
            found.quote_at[len(starts)] = by_start[start]
            end, kind = by_start[start].outer.end, _QUOTE
        elif form in "[]*" or (
            form == "." and kinds and ("title" in kinds[-1] or (ordinals and _is_ordinal(plain, forms[-1], end - origin)))
        ):
            continue
        elif "-" in form and (tail := _inverted(form, lexicon)):
            stem = form[: -len(tail)]
            add_start(start)
            add_end(end - len(tail))
            add_form(stem)
            add_kind(kinds_of(stem, _NOTHING))
            form = tail.rpartition("-")[2]
            start, kind = end - len(form), known[tail]
        add_start(start)
        add_end(end)
        add_form(form)
        add_kind(kind)
    return found


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


def moods(found: Passage, at: int) -> frozenset[str]:
    """The verb moods that a form can have, whatever stands around it."""
    return _moods(found.lexicon, found.form(at))


@lru_cache(maxsize=100_000)
def _moods(lexicon: Lexicon, form: str) -> frozenset[str]:
    if listed := lexicon.plain.get(form):
        return listed
    return frozenset(row.mood for row in lexicon.endings if _ends(form, row.ending, row.least) and form not in row.unless)


def _ends(form: str, ending: str, least: int) -> bool:
    return form.endswith(ending) and len(form) >= len(ending) + least


def is_finite(found: Passage, at: int) -> bool:
    """Is the token a finite verb in its place? A form after an article or a preposition is a noun."""
    told = found.finite.get(at)
    if told is None:
        told = found.finite[at] = _is_finite(found, at)
    return told


def _is_finite(found: Passage, at: int) -> bool:
    if not found.kinds[at].isdisjoint(("auxiliary", "being", "modal")):
        return True
    known = moods(found, at)
    if FINITE not in known and BASE not in known:
        return False
    if found.is_capital(at) and at and not found.has(at - 1, "subject"):
        return False
    return not is_noun(found, at) and (FINITE in known or _has_plural_subject(found, at))


def is_noun(found: Passage, at: int) -> bool:
    """Does what stands before the token make a noun of a form that could be a verb?"""
    if found.has(at - 1, "of", "to", "preposition", "by", "without") and not found.has(at - 1, "clitic"):
        return True
    if not found.has(at - 1, "determiner"):
        return False
    return not (found.has(at - 1, "clitic") and found.has(at - 2, "subject", "who", "not", "clitic", "reflexive", "that", "as"))


def _has_plural_subject(found: Passage, at: int) -> bool:
    return found.has(at - 1, "subject", "first", "adverb", "who") or (found.is_word(at - 1) and found.form(at - 1).endswith("s"))


def has_finite(found: Passage, first: int, end: int) -> bool:
    """Is there a finite verb among the tokens [first, end)?"""
    return any(is_finite(found, at) for at in range(max(0, first), min(end, len(found))))
