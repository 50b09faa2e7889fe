"""A stretch of text -> its tokens: its pieces, what each may be, and where a cue may begin."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat

from selon.attribute.classes import BOUND, HANDING, OPENER, VERB
from selon.attribute.lexicon import Lexicon
from selon.attribute.masks import masked
from selon.attribute.pieces import cut, mended, needs_mending
from selon.attribute.quotation import Quotation
from selon.attribute.tokens import BETWEEN, MARGIN, Passage
from selon.model.span import Span

_NOTHING: frozenset[str] = frozenset()
_MODAL = frozenset({"modal", "conditional"})
_QUOTE: frozenset[str] = frozenset({"quotation"})
_LONGEST_END = 20  # letters of the last word of a compound: quotations stand in a text as one long form


def passage(text: str, span: Span, quotes: Sequence[Quotation], lexicon: Lexicon) -> Passage:
    """A stretch of text, cut into tokens; `quotes` are the outermost quotations in it."""
    plain, low = masked(text, span, quotes)
    known = lexicon.classes
    starts, forms = cut(low, span.start, lexicon)
    if any(words in low for words in lexicon.whole):
        forms = _uncut(forms, lexicon)
    classes = list(map(known.number.get, forms, repeat(0)))
    parted: dict[int, str] = {}
    if needs_mending(classes, low, lexicon):
        starts, forms, parted = mended(starts, forms, lexicon, plain, span.start)
        classes = list(map(known.number.get, forms, repeat(0)))
    kinds = list(map(known.kinds.__getitem__, classes))
    if lexicon.compounds:
        kinds = list(map(_compound_kinds, repeat(lexicon), forms, kinds))
    for at, tail in parted.items():
        kinds[at] = lexicon.kinds[tail]
    for at in _months(forms, kinds, plain, starts, span.start):
        kinds[at] -= _MODAL
    for at in _acronyms(kinds, plain, starts, span.start):
        kinds[at] = _NOTHING
    for at in _named_days(kinds, plain, starts, span.start, lexicon):
        kinds[at], forms[at] = _NOTHING, forms[at].title()  # as no table has it
    quote_at = {}
    for quote in quotes:
        at = bisect_left(starts, quote.outer.start)
        if at < len(starts) and starts[at] == quote.outer.start:  # not so in the address of a link
            quote_at[at], kinds[at] = quote, _QUOTE
    forms += [""] * MARGIN
    kinds += [_NOTHING] * MARGIN
    cues = _spots(_flagged(classes, known.flagged), classes, forms, kinds, lexicon)
    return Passage(text, plain, span.start, span, lexicon, starts, forms, kinds, quote_at, list(quote_at), *cues, {}, {}, {})


def _uncut(forms: list[str], lexicon: Lexicon) -> list[str]:
    """The forms with a word that lost its vowel as it is alone: "s'" of "s'il" as "si", which is no pronoun."""
    return [lexicon.whole.get(form + after, form) if form[-1] == "'" else form for form, after in zip(forms, [*forms[1:], ""], strict=True)]


def _months(forms: Sequence[str], kinds: Sequence[frozenset[str]], plain: str, starts: Sequence[int], origin: int) -> list[int]:
    """The tokens with a capital that are a month or a name, and no modal verb: "Ada May", "in May", "May said"."""
    told = [at for at, form in enumerate(forms) if "month" in kinds[at] and "modal" in kinds[at]]
    return [at for at in told if plain[starts[at] - origin].isupper() and not _asks(forms, kinds, at)]


def _acronyms(kinds: Sequence[frozenset[str]], plain: str, starts: Sequence[int], origin: int) -> list[int]:
    """The tokens in capitals that are a name where other forms of the passage are not: "US officials", "WHO said"."""
    told = [at for at, its in enumerate(kinds) if "acronym" in its and plain[starts[at] - origin : starts[at] - origin + 2].isupper()]
    return [] if not told or plain.isupper() else told


def _named_days(kinds: Sequence[frozenset[str]], plain: str, starts: Sequence[int], origin: int, lexicon: Lexicon) -> list[int]:
    """The days with a capital that belong to a name, where days have none: "Le Journal du | Dimanche"."""
    if lexicon.order.nouns_capital or lexicon.order.days_capital:
        return []
    told = [at for at in range(2, len(kinds)) if "day" in kinds[at] and "of" in kinds[at - 1]]
    told = [at for at in told if plain[starts[at] - origin].isupper() and plain[starts[at - 2] - origin].isupper()]
    return [at for at in told if plain[starts[at] - origin + 1].islower()]


def _asks(forms: Sequence[str], kinds: Sequence[frozenset[str]], at: int) -> bool:
    """Does a form open a sentence, with its subject behind it: "May | we come?"?"""
    opens = at == 0 or not forms[at - 1][:1].isalnum()
    return opens and at + 1 < len(forms) and not kinds[at + 1].isdisjoint(("subject", "first", "determiner"))


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


@lru_cache(maxsize=100_000)
def _compound_kinds(lexicon: Lexicon, form: str, own: frozenset[str]) -> frozenset[str]:
    """The kinds of a form: its own, and those of the word it ends in ("außenminister")."""
    ends = (form[at:] for at in range(max(0, len(form) - _LONGEST_END), len(form) - 1))  # the longest first
    return own | next((lexicon.compounds[end] for end in ends if end in lexicon.compounds), frozenset())
