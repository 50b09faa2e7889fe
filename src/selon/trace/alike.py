"""How much two stretches of text speak of the same thing, by their content words. Source: overlap coefficient (Szymkiewicz-Simpson).

A measure for spans inside one article, where words are repeated; claims across articles are matched in `match`.
"""

from functools import cache, lru_cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.base import Profile
from selon.languages.words import matches
from selon.model.span import Span

_STEM_CHARS = 5  # a stem of five letters joins "provocation" and "provoquer", and parts "belge" and "bilan"
_LEAST_WORDS = 2


@cache
def function_words(language: Language) -> frozenset[str]:
    """The most frequent words of the language, folded."""
    return frozenset(fold(word) for profile in language.rows(Profile) for word in profile.function_words)


def stems(text: str, spans: tuple[Span, ...], language: Language) -> frozenset[str]:
    """The stems of the content words of some spans: folded, cut to five letters, numbers whole."""
    forms = [match[0] for span in spans for match in matches(text, span.start, span.end)]
    return frozenset([stem for form in forms if (stem := _stem(form, language))])


@lru_cache(maxsize=1 << 16)
def _stem(written: str, language: Language) -> str:
    """The stem of a word; empty for one that is no content word."""
    form = fold(written).strip("'")
    return form[:_STEM_CHARS] if (len(form) > 3 or form.isdigit()) and form not in function_words(language) else ""


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that the larger one holds, in [0, 1]; 0 where one holds fewer than two stems."""
    if min(len(a), len(b)) < _LEAST_WORDS:
        return 0.0
    return len(a & b) / min(len(a), len(b))
