"""How much two stretches of text speak of the same thing, by their content words. Source: overlap coefficient (Szymkiewicz-Simpson).

A measure for spans inside one article, where words are repeated; claims across articles are matched in `match`.
"""

from functools import cache
from itertools import chain

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.base import Profile
from selon.languages.words import forms as cut
from selon.model.span import Span

_STEM_CHARS = 5  # a stem of five letters joins "provocation" and "provoquer", and parts "belge" and "bilan"
_LEAST_WORDS = 2
_MOST_WORDS = 1 << 16  # of one language that are kept; beyond, all are found anew
_NONE = ("",)


@cache
def function_words(language: Language) -> frozenset[str]:
    """The most frequent words of the language, folded."""
    return frozenset(fold(word) for profile in language.rows(Profile) for word in profile.function_words)


def stems(text: str, spans: tuple[Span, ...], language: Language) -> frozenset[str]:
    """The stems of the content words of some spans: folded, cut to five letters, numbers whole."""
    forms = chain.from_iterable([cut(text, span.start, span.end) for span in spans])
    return frozenset(map(_stems(language).__getitem__, forms)).difference(_NONE)


class _Stems(dict[str, str]):
    """The stem of each word as it is written, found when it is first met; empty for one that is no content word."""

    def __init__(self, function_words: frozenset[str]) -> None:
        super().__init__()
        self._function_words = function_words

    def __missing__(self, written: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        form = fold(written).strip("'")
        stands = (len(form) > 3 or form.isdigit()) and form not in self._function_words
        stem = self[written] = form[:_STEM_CHARS] if stands else ""
        return stem


@cache
def _stems(language: Language) -> _Stems:
    return _Stems(function_words(language))


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that the larger one holds, in [0, 1]; 0 where one holds fewer than two stems."""
    if min(len(a), len(b)) < _LEAST_WORDS:
        return 0.0
    return len(a & b) / min(len(a), len(b))
