"""Tokens of a passage with light knowledge of what they are.

A passage is a stretch of text in which one grammar is applied: a block, or the inside of a quotation. The quotations in it are one
token each, opaque; punctuation is a token too. An inverted pronoun ("a-t-il") is a token of its own. A form may be of several kinds
("le" is a determiner and a clitic); what it is in its place is told by forms.py.
Not done yet: disambiguation of nouns and adjectives; verbs that no table and no ending knows.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, repeat

from selon.attribute.lexicon import BOUND, HANDING, OPENER, PART, VERB, Lexicon, compound_kinds
from selon.attribute.phrases import Phrases
from selon.attribute.quotation import Quotation
from selon.model.span import Span

_QUOTE_A, _QUOTE_B = "Ꙁ", "Ꙃ"  # letters of no press: a quotation stands as a run of one of them
_LINK = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_NOTHING: frozenset[str] = frozenset()
QUOTES = (_QUOTE_A.lower(), _QUOTE_B.lower())  # in lower case
_QUOTE: frozenset[str] = frozenset({"quotation"})
_MARGIN = 8  # empty tokens behind the last: the neighbours of the first (at -1, -2, …) and of the last may be asked for
_WORDS = ("#", "@", "%")  # marks with which a word begins, or that are one: "60 % des usagers"
BETWEEN = frozenset({"inverted", "adverb", "not"})  # kinds of words that may stand between a verb and those that belong to it
_MOST_WORDS = 10  # counted: no threshold is higher
_ODD = frozenset("[]*.")  # tokens that may have to go
_CURLY = {"’": "'", "ʼ": "'", "‘": "'", "\u2011": "-", "\u2010": "-"}


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
        try:
            if phrases.opened[self.forms[at]] is None:
                return None  # as most are
        except IndexError:
            return None
        end = self.reach(phrases, at)
        return None if end is None else bisect_left(self.starts, end, at)

    def reach(self, phrases: Phrases, at: int) -> int | None:
        """The offset at which a phrase ends that begins at a token; None where there is no such phrase."""
        try:
            pattern = phrases.opened[self.forms[at]]
        except IndexError:
            return None
        if pattern is None or not 0 <= at < len(self.starts) or (match := pattern.match(self.plain, self.starts[at] - self.origin)) is None:
            return None
        end = match.end() + self.origin
        return end if end > self.starts[at] else None

    def named(self, phrases: Phrases, at: int) -> str | None:
        """The name of the row whose phrase begins at a token."""
        if (pattern := phrases.opened[self.forms[at]]) is None:
            return None
        match = pattern.match(self.plain, self.starts[at] - self.origin)
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

    def is_cue_verb(self, at: int) -> bool:
        """May the token be the cue verb of a group?"""
        return at in self.cued

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


@lru_cache(maxsize=2)
def _straight(text: str) -> tuple[str, str]:
    """A whole text with straight apostrophes and plain hyphens, and that in lower case; both as long as the text."""
    for char, plain in _CURLY.items():
        text = text.replace(char, plain)
    return text, _lower(text)


def _masked(text: str, span: Span, quotes: Sequence[Quotation]) -> tuple[str, str]:
    """A stretch of text with its quotations, and the addresses of links, masked, and that in lower case; both as long as the stretch."""
    straight, low = _straight(text)
    if not quotes and text.find("](", span.start, span.end) < 0:
        return straight[span.start : span.end], low[span.start : span.end]
    pieces: list[str] = []
    at = span.start
    for number, quote in enumerate(quotes):
        pieces += straight[at : quote.outer.start], _run(text, quote, _QUOTE_A if number % 2 == 0 else _QUOTE_B)
        at = quote.outer.end
    pieces.append(straight[at : span.end])
    masked = "".join(pieces)
    masked = _LINK.sub(lambda match: " " * len(match.group()), masked) if "](" in masked else masked
    return masked, _lower(masked)


def may_hold_cue(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Does a stretch hold any word with which a cue is told? Quicker than to cut it into tokens."""
    return not lexicon.hints.isdisjoint(PART.findall(_straight(text)[1], span.start, span.end))


def _run(text: str, quote: Quotation, letter: str) -> str:
    """What stands for a quotation: a run of one letter; one that ends its sentence keeps the mark that does."""
    length, last = len(quote.outer), text[quote.inner.end - 1]
    return letter * (length - 2) + last + '"' if last in ".!?…" and length > 4 else letter * length


@lru_cache(maxsize=64)
def _pattern(elisions: tuple[str, ...], *, bound: bool) -> re.Pattern[str]:
    """A token with the space behind it.

    A word of plain letters with one space (most are so, and are told quickest), another of plain letters, a quotation, an elided word with
    its apostrophe, a number, any other word (hyphens and apostrophes bind), or one mark. `bound`: a number is a part of the noun that a
    hyphen ties to it ("34-Jährige").
    """
    a, b = QUOTES
    letter = rf"[^\W{a}{b}]"
    elided = "(?:" + "|".join(sorted(map(re.escape, elisions), key=len, reverse=True)) + r")'(?=\w)|" if elisions else ""
    number_end = rf"(?!\w|-{letter})" if bound else r"(?!\w)"
    return re.compile(
        rf"[a-zß-öø-ÿ]++ (?!\s)|(?:[^\W\d_{a}{b}]++(?![\w'-])|[,.]|{a}+(?:[.!?…]\")?|{b}+(?:[.!?…]\")?"
        rf"|{elided}\d+(?:[.,\u00a0\u202f]\d+)*{number_end}|[#@]?{letter}+(?:['-]{letter}+)*|[^\w\s])\s*"
    )


def passage(text: str, span: Span, quotes: Sequence[Quotation], lexicon: Lexicon) -> Passage:
    """A stretch of text, cut into tokens; `quotes` are the outermost quotations in it."""
    plain, low = _masked(text, span, quotes)
    known = lexicon.classes
    starts, forms = _cut(low, span.start, lexicon)
    classes = list(map(known.number.get, forms, repeat(0)))
    parted: dict[int, str] = {}
    if _needs_mending(classes, low, lexicon):
        starts, forms, parted = _mended(starts, forms, lexicon, plain, span.start)
        classes = list(map(known.number.get, forms, repeat(0)))
    kinds = list(map(known.kinds.__getitem__, classes))
    if lexicon.compounds:
        kinds = list(map(compound_kinds, repeat(lexicon), forms, kinds))
    for at, tail in parted.items():
        kinds[at] = lexicon.kinds[tail]
    quote_at = {}
    for quote in quotes:
        at = bisect_left(starts, quote.outer.start)
        if at < len(starts) and starts[at] == quote.outer.start:  # not so in the address of a link
            quote_at[at], kinds[at] = quote, _QUOTE
    forms += [""] * _MARGIN
    kinds += [_NOTHING] * _MARGIN
    cues = _spots(_flagged(classes, known.flagged), classes, forms, kinds, lexicon)
    return Passage(text, plain, span.start, span, lexicon, starts, forms, kinds, quote_at, list(quote_at), *cues, {}, {})


def _flagged(classes: Sequence[int], least: int) -> list[int]:
    """The tokens of which the tables tell more than their kinds."""
    return [at for at, number in enumerate(classes) if number >= least]


def _spots(
    flagged: Sequence[int], classes: Sequence[int], forms: Sequence[str], kinds: Sequence[frozenset[str]], lexicon: Lexicon
) -> tuple[list[int], list[int], frozenset[int], list[int]]:
    """The tokens with which a verb group may begin, those that may be its cue verb, twice, and those of nouns and prepositions."""
    flags, handing = lexicon.classes.flags, lexicon.handing
    heads, verbs, hands = [], [], []
    for at in flagged:
        flag = flags[classes[at]]
        if flag & VERB and not (flag & BOUND and _lacks_words(forms[at], forms[at + 1], kinds[at + 1], lexicon)):
            verbs.append(at)
        if flag & OPENER:
            heads.append(at)
        if flag & HANDING and ((rest := handing[forms[at]]) is None or forms[at + 1] in rest):
            hands.append(at)
    del heads[bisect_right(heads, verbs[-1] if verbs else -1) :]
    return heads, verbs, frozenset(verbs), hands


def _lacks_words(form: str, after: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Is a form only with other words a cue verb ("est d'avis"), and do they not follow it?"""
    return after not in lexicon.belongings[form] and kinds.isdisjoint(BETWEEN)


def _cut(low: str, origin: int, lexicon: Lexicon) -> tuple[list[int], list[str]]:
    """Where each token begins, and its form. Only space stands between two tokens, so lengths tell where they begin."""
    pieces = _pattern(lexicon.elisions, bound=lexicon.order.nouns_capital).findall(low)
    starts = list(accumulate(map(len, pieces), initial=origin + len(low) - len(low.lstrip())))
    starts.pop()
    return starts, list(map(str.rstrip, pieces))


def _needs_mending(classes: Sequence[int], low: str, lexicon: Lexicon) -> bool:
    if lexicon.order.ordinal_stop or "*" in low or "[" in low or "]" in low or max(classes, default=0) >= lexicon.classes.titled:
        return True
    return "-" in low and _tails(lexicon).search(low) is not None


@cache
def _tails(lexicon: Lexicon) -> re.Pattern[str]:
    """A pronoun that may be inverted, with its hyphen."""
    tails = sorted(form for form, kinds in lexicon.kinds.items() if "inverted" in kinds and form.startswith("-"))
    return re.compile(rf"-(?:{'|'.join(re.escape(tail[1:]) for tail in tails)})(?!\w)" if tails else r"(?!)")


def _mended(starts: list[int], forms: list[str], lexicon: Lexicon, plain: str, origin: int) -> tuple[list[int], list[str], dict[int, str]]:
    """Without marks of Markdown and full stops of titles and ordinals; inverted pronouns, which are told, parted from their verbs."""
    begun: list[int] = []
    kept: list[str] = []
    parted: dict[int, str] = {}  # token -> the pronoun with its hyphens
    past = 0
    for at in [at for at, form in enumerate(forms) if not form.isalpha()]:
        form, before = forms[at], forms[at - 1] if at > past else kept[-1] if kept else ""
        tail = _inverted(form, lexicon) if "-" in form else None
        goes = form in _ODD and (form != "." or _is_short(before, lexicon, plain, starts[at] + 1 - origin))
        if not goes and tail is None:
            continue
        begun += starts[past:at]
        kept += forms[past:at]
        past = at + 1
        if tail is not None:
            pronoun = tail.rpartition("-")[2]
            begun += starts[at], starts[at] + len(form) - len(pronoun)
            kept += form[: -len(tail)], pronoun
            parted[len(kept) - 1] = tail
    return begun + starts[past:], kept + forms[past:], parted


def _is_short(before: str, lexicon: Lexicon, plain: str, end: int) -> bool:
    """Does a full stop after a token make it a title, or an ordinal where the language writes them so?"""
    return before in lexicon.titles or (lexicon.order.ordinal_stop and _is_ordinal(plain, before, end))


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
