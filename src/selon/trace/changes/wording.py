"""Words that two texts quote otherwise: others inside the quotation marks, or fewer where no mark shows that some were cut.

Two stretches in quotation marks are set against each other word by word. What differs is told only between words that both have in a row,
or up to the marks that close both: a quotation may begin later and end sooner than another one, and says nothing wrong by that. What
brackets or points of omission show as an editor's is no change, nor is a word written otherwise, nor small words alone.
Source: Levenshtein 1966; rapidfuzz computes it. Not done yet: where one thing is said twice, in two interviews, it is told as a difference.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product

from rapidfuzz.distance import Levenshtein

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Light
from selon.languages.words import Word, words
from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.changes.quoted import QUOTED
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change, said

_LEAST_SAME, _SAME_SHARE = 6, 0.6  # words that both stretches have, and their share of the shorter one's
_ANCHOR_WORDS = 3  # in a row, that both have on a side of what differs
_MOST_OTHER, _MOST_CUT, _MOST_CLOSING = 6, 30, 2  # words in the place of others, words cut, and others right before the closing marks
_BEGIN_CHARS, _ONE_WORD = 2, 0.6  # letters with which two ways to write one word begin, and their likeness
_EDITED = re.compile(r"[][(){}…]|\.{3}")  # brackets and points of omission


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words of one stretch in the place of others, with the words around them; either side may be empty."""

    mine: Sequence[Word]
    theirs: Sequence[Word]
    around: tuple[tuple[int, int], tuple[int, int]]  # from the end of the words before to the beginning of those behind, on each side


def wording(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the first thing that two quotations of one speaker, in one language, have otherwise."""
    if a.language is not b.language or (a.claimant and b.claimant and a.claimant.id != b.claimant.id):
        return
    found = next((edit for one, other in product(_quoted(a), _quoted(b)) for edit in _edits(a, one, b, other)), None)
    if found is not None:
        verb = "wording changed" if directed else "wording differs"
        mine, theirs = _shown(a, found.mine, found.around[0]), _shown(b, found.theirs, found.around[1])
        told = [f"«{said(one, span)}» in {one.article.id}" if some else f"nothing in {one.article.id}"
                for one, some, span in ((a, found.mine, mine), (b, found.theirs, theirs))]  # fmt: skip
        yield change(a, b, "wording_changed", (mine, theirs), f"{verb} inside the quotation marks: {told[0]}, {told[1]}", directed)


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
    if min(len(own), len(others)) < _LEAST_SAME:
        return
    runs = _runs([_form(word) for word in own], [_form(word) for word in others])
    same = [run.stop - run.start if is_same else 0 for is_same, run, _ in runs]
    if sum(same) < max(_LEAST_SAME, _SAME_SHARE * min(len(own), len(others))):
        return
    for place, (is_same, here, there) in enumerate(runs):
        if is_same or max(same[:place], default=0) < _ANCHOR_WORDS:
            continue
        around = _between(own, here, mine), _between(others, there, theirs)
        edit = _Edit(own[here.start : here.stop], others[there.start : there.stop], around)
        if _is_small(edit, closing=max(same[place:]) < _ANCHOR_WORDS) and _is_other(a, b, edit) and not _slips(own, here, others, there):
            yield edit


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
    return fold(word.form).replace("’", "'")


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
    told = [one.article.text[slice(*around)] for one, around in zip((a, b), edit.around, strict=True)]
    if any(map(_EDITED.search, told)) or _letters(told[0]) == _letters(told[1]):
        return False
    mine, theirs = (
        stems(one.article.text, tuple(Span(word.start, word.end) for word in some), one.language) - _light(one.language)
        for one, some in ((a, edit.mine), (b, edit.theirs))
    )
    if mine == theirs:
        return False
    pairs = zip(map(_form, edit.mine), map(_form, edit.theirs), strict=False)
    return len(edit.mine) != len(edit.theirs) or not all(map(_is_one_word, *zip(*pairs, strict=True)))


def _is_one_word(a: str, b: str) -> bool:
    """Is it one word in two forms, or written in two ways ("pied", "pieds")?"""
    return a == b or (a[:_BEGIN_CHARS] == b[:_BEGIN_CHARS] and Levenshtein.normalized_similarity(a, b) >= _ONE_WORD)


@cache
def _light(language: Language) -> frozenset[str]:
    """The stems of words that only link ("cela", "aussi")."""
    forms = " ".join(form for row in language.rows(Light) if row.kind == "function" for form in row.forms)
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
