"""Words that two texts quote otherwise: others inside the quotation marks, or fewer where no mark shows that some were cut.

Two stretches in quotation marks are set against each other word by word. What differs is told only between words that both have in a row,
or up to the marks that close both: a quotation may begin later and end sooner than another one, and says nothing wrong by that. What
brackets or points of omission beside it show as an editor's is no change, nor is a word written otherwise or put elsewhere, nor numbers or
small words alone; nor what is said to an agency or outlet that the other text does not name, which may be another talk.
Source: Levenshtein 1966; rapidfuzz computes it. Not done yet: what is said twice, in two talks of which no text says so, differs.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product

from rapidfuzz.distance import Levenshtein

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Light
from selon.languages.words import Word, words
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.changes.numerals import values
from selon.trace.changes.quoted import QUOTED
from selon.trace.changes.relays import is_said_elsewhere
from selon.trace.changes.tellings import Telling
from selon.trace.changes.times import is_dated
from selon.trace.changes.told import change, said
from selon.trace.moments import begins

_LEAST_SAME, _SAME_SHARE = 6, 0.6  # words that both stretches have, and their share of the shorter one's
_ANCHOR_WORDS = 3  # in a row, that both have on a side of what differs
_MOST_OTHER, _MOST_CUT, _MOST_CLOSING = 6, 30, 2  # words in the place of others, words cut, and others right before the closing marks
_BEGIN_CHARS, _ONE_WORD = 2, 0.6  # letters with which two ways to write one word begin, and their likeness
_SHORT_CHARS = 3  # of a word that stands for a longer one ("M", "Pr")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})
_AFTER_A_NUMBER = re.compile(r"\d$")
_SENTENCE_END = re.compile(r"[.!?]\s")
_EDITED = re.compile(r"[][(){}…*]|\.(?:\s?\.){2}")  # brackets and points of omission


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words of one stretch in the place of others, with the words around them; either side may be empty."""

    mine: Sequence[Word]
    theirs: Sequence[Word]
    around: tuple[tuple[int, int], tuple[int, int]]  # from the end of the words before to the beginning of those behind, on each side
    beside: tuple[tuple[int, int], tuple[int, int]]  # the same, as far as the words in a row that both have
    moved: frozenset[str]  # the stems that both stretches hold as often: told in another place


def wording(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the first thing that two quotations of one speaker, in one language, have otherwise."""
    if a.language is not b.language or (a.claimant and b.claimant and a.claimant.id != b.claimant.id) or _may_be_two_notices(a, b):
        return
    found = next((edit for one, other in product(_quoted(a), _quoted(b)) for edit in _edits(a, one, b, other)), None)
    if found is not None and not (is_said_elsewhere(a, b) or is_said_elsewhere(b, a)):
        verb = "wording changed" if directed else "wording differs"
        mine, theirs = _shown(a, found.mine, found.around[0]), _shown(b, found.theirs, found.around[1])
        told = [f"«{said(one, span)}» in {one.article.id}" if some else f"nothing in {one.article.id}"
                for one, some, span in ((a, found.mine, mine), (b, found.theirs, theirs))]  # fmt: skip
        yield change(a, b, "wording_changed", (mine, theirs), f"{verb} inside the quotation marks: {told[0]}, {told[1]}", directed)


def _may_be_two_notices(a: Telling, b: Telling) -> bool:
    """Is it no person who says it, and in texts that may be of two days: a body announces the next thing in the words of the last one?"""
    if any(one.claimant is not None and one.claimant.kind is ClaimantKind.PERSON for one in (a, b)):
        return False
    return not (is_dated(a) and is_dated(b)) or begins(a.article.published).date() != begins(b.article.published).date()


def _quoted(telling: Telling) -> Iterator[Span]:
    """Yield what of a telling stands in quotation marks, without these."""
    for span in telling.spans:
        if telling.is_direct:
            yield span
        else:
            inside = (one.span() for one in QUOTED.finditer(telling.article.text, span.start, span.end))
            yield from (Span(start + 1, end - 1) for start, end in inside if end - start > len("«»"))  # marks may hold nothing


def _edits(a: Telling, mine: Span, b: Telling, theirs: Span) -> Iterator[_Edit]:
    """Yield what differs between two stretches, where they are one quotation."""
    own, others = words(a.article.text, mine.start, mine.end), words(b.article.text, theirs.start, theirs.end)
    if min(len(own), len(others)) < _LEAST_SAME or [word.form for word in own] == [word.form for word in others]:
        return
    runs = _runs([_form(word) for word in own], [_form(word) for word in others])
    same = [run.stop - run.start if is_same else 0 for is_same, run, _ in runs]
    if sum(same) < max(_LEAST_SAME, _SAME_SHARE * min(len(own), len(others))):
        return
    moved = _as_often(_stems_of(a, own), _stems_of(b, others))
    for place, (is_same, here, there) in enumerate(runs):
        if is_same or max(same[:place], default=0) < _ANCHOR_WORDS:
            continue
        around = _between(own, here, mine), _between(others, there, theirs)
        held, kept = _as_far_as_both(runs, same, place)
        told, put = own[here.start : here.stop], others[there.start : there.stop]
        beside = _between(own, _wider(held, own, put), mine), _between(others, _wider(kept, others, told), theirs)
        edit = _Edit(told, put, around, beside, moved)
        closing = max(same[place:]) < _ANCHOR_WORDS
        if closing and not all(kept for kept, *_ in runs[place + 1 :]):
            continue  # what follows differs too
        if _is_small(edit, closing=closing) and _is_other(a, b, edit) and not _slips(own, here, others, there):
            yield edit


def _stems_of(telling: Telling, some: Sequence[Word]) -> list[str]:
    """The stems of some words, each as often as it stands there."""
    each = (stems(telling.article.text, (Span(word.start, word.end),), telling.language) for word in some)
    return [stem for found in each for stem in found]


def _as_often(mine: Sequence[str], theirs: Sequence[str]) -> frozenset[str]:
    counts = Counter(mine), Counter(theirs)
    return frozenset(stem for stem, count in counts[0].items() if counts[1][stem] == count)


def _as_far_as_both(runs: Sequence[tuple[bool, range, range]], same: Sequence[int], place: int) -> tuple[range, range]:
    """What stands in both stretches between the words in a row that both have, before a place and behind it."""
    before = next(at for at in range(place - 1, -1, -1) if same[at] >= _ANCHOR_WORDS)
    behind = next((at for at in range(place + 1, len(runs)) if same[at] >= _ANCHOR_WORDS), None)
    (_, here, there), (_, last, end) = runs[before], runs[-1] if behind is None else runs[behind]
    return (
        range(here.stop, last.stop if behind is None else last.start),
        range(there.stop, end.stop if behind is None else end.start),
    )


def _wider(inside: range, told: Sequence[Word], more: Sequence[Word]) -> range:
    """Some words, with those beside them that stand again in what the other stretch has more: either may be what was cut.

    The mark of a cut stands before the first of them, or behind the last; the word before is taken in any case.
    """
    cut, before, behind = ([_form(word) for word in some] for some in (more, told[: inside.start], told[inside.stop :]))
    again = next((size for size in range(min(len(cut), len(before)), 1, -1) if cut[-size:] == before[-size:]), 1)
    ahead = next((size for size in range(min(len(cut), len(behind)), 0, -1) if cut[:size] == behind[:size]), 0)
    return range(max(0, inside.start - again), min(len(told), inside.stop + ahead))


def _slips(own: Sequence[Word], here: range, others: Sequence[Word], there: range) -> bool:
    """Does a stretch only begin later or end sooner, with words that stand twice ("I saw the port. I saw the quay": "I saw the quay")?"""
    (short, at), (long, put) = sorted(((own, here), (others, there)), key=lambda side: len(side[1]))
    before, behind = [_form(word) for word in short[: at.start]], [_form(word) for word in short[at.stop :]]
    more = [_form(word) for word in long[put.start : put.stop]]
    return not at and (more[-len(before) :] == before or more[: len(behind)] == behind)


def _runs(own: Sequence[str], others: Sequence[str]) -> list[tuple[bool, range, range]]:
    """Both stretches cut into words that are the same and words that are not, in turns."""
    codes = groupby(Levenshtein.opcodes(own, others), key=lambda code: code.tag == "equal")
    parts = [(is_same, list(some)) for is_same, some in codes]
    return [(is_same, range(some[0].src_start, some[-1].src_end), range(some[0].dest_start, some[-1].dest_end)) for is_same, some in parts]


def _form(word: Word) -> str:
    return fold(word.form.lower().translate(_LIGATURES))


def _between(told: Sequence[Word], inside: range, stretch: Span) -> tuple[int, int]:
    """From the word before some words to the one behind them, or to the marks."""
    start, stop = inside.start, inside.stop
    return told[start - 1].end if start else stretch.start, told[stop].start if stop < len(told) else stretch.end


def _is_small(edit: _Edit, *, closing: bool) -> bool:
    """Is it a few words in the place of others, or words that were cut between two that were kept?"""
    fewer, more = sorted((len(edit.mine), len(edit.theirs)))
    if closing:
        return fewer > 0 and more <= _MOST_CLOSING
    return more <= (_MOST_OTHER if fewer else _MOST_CUT)


def _is_other(a: Telling, b: Telling, edit: _Edit) -> bool:
    """Do the content words of both sides differ, in more than how one is written, and is no side an editor's?"""
    told, near = ([one.article.text[slice(*span)] for one, span in zip((a, b), spans, strict=True)] for spans in (edit.around, edit.beside))
    if _is_in_letters(edit.mine, edit.theirs) or _is_in_letters(edit.theirs, edit.mine):
        return False
    if all(_AFTER_A_NUMBER.search(one.article.text, max(0, span[0] - 1), span[0]) for one, span in zip((a, b), edit.around, strict=True)):
        return False  # "14 heures", "14H00"
    if any(map(_EDITED.search, near)) or _letters(told[0]) == _letters(told[1]):
        return False
    if edit.mine and edit.theirs and _ends_inside(a, edit.mine) != _ends_inside(b, edit.theirs):
        return False  # one sentence in the place of two: more than some words are others
    mine, theirs = (frozenset(_stems_of(one, some)) - _light(one.language) for one, some in ((a, edit.mine), (b, edit.theirs)))
    other = mine ^ theirs
    if not other.isdisjoint(edit.moved) or all(stem.isdigit() or stem in _numbers(a.language) for stem in other):
        return False
    pairs = zip(map(_form, edit.mine), map(_form, edit.theirs), strict=False)
    return len(edit.mine) != len(edit.theirs) or not all(map(_is_one_word, *zip(*pairs, strict=True)))


def _ends_inside(telling: Telling, some: Sequence[Word]) -> bool:
    """Does a sentence end between some words?"""
    return _SENTENCE_END.search(telling.article.text, some[0].start, some[-1].end) is not None


def _is_in_letters(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Is one side the first letters of the words of the other ("EUN" for "Entente des usagers du Nord")?"""
    if len(short) != 1 or len(long) < len(short[0].form) or not short[0].form.isupper():
        return False
    letters = iter("".join(word.form[0] for word in long).upper())
    return all(letter in letters for letter in short[0].form)


def _is_one_word(a: str, b: str) -> bool:
    """Is it one word in two forms, or written in two ways ("pied", "pieds"), or in short ("M", "monsieur")?"""
    if a == b or (a[:_BEGIN_CHARS] == b[:_BEGIN_CHARS] and Levenshtein.normalized_similarity(a, b) >= _ONE_WORD):
        return True
    short, long = sorted((a, b), key=len)
    letters = iter(long)
    return len(short) <= _SHORT_CHARS and short[:1] == long[:1] and all(letter in letters for letter in short)


@cache
def _light(language: Language) -> frozenset[str]:
    """The stems of words that only link ("cela", "aussi")."""
    forms = " ".join(form for row in language.rows(Light) if row.kind == "function" for form in row.forms)
    return stems(forms, (Span(0, len(forms)),), language) if forms else frozenset()


@cache
def _numbers(language: Language) -> frozenset[str]:
    """The stems of words that are numbers."""
    forms = " ".join(values(language))
    return stems(forms, (Span(0, len(forms)),), language) if forms else frozenset()


def _letters(words_told: str) -> str:
    """Words without what stands between them: "jamais-vu" and "jamais vu" are one."""
    return "".join(filter(str.isalnum, fold(words_told)))


def _shown(telling: Telling, some: Sequence[Word], around: tuple[int, int]) -> Span:
    """The words themselves; where there are none, those on both sides of their place."""
    if some:
        return Span(some[0].start, some[-1].end)
    text = telling.article.text
    return Span(text.rfind(" ", 0, around[0]) + 1, next((at for at in range(around[1], len(text)) if text[at].isspace()), len(text)))
