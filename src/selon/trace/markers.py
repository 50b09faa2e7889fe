"""Where the words of the table `markers` stand in a text."""

import re
from functools import cache, lru_cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.trace import Marker
from selon.model.span import Span


@cache
def _pattern(language: Language, kind: str) -> re.Pattern[str]:
    forms = sorted((fold(row.form) for row in language.rows(Marker) if row.kind == kind), key=lambda form: (-len(form), form))
    alternatives = "|".join(map(_alternative, forms))
    return re.compile(rf"(?<!\w)(?:{alternatives})" if alternatives else r"(?!)")


def _alternative(form: str) -> str:
    """One form as a pattern: * is any ending, and only an elided word ("n'") may stand glued to the next."""
    pattern = re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return pattern if form.endswith("'") else rf"{pattern}(?!\w)"


def markers(kind: str, text: str, span: Span, language: Language) -> list[Span]:
    """The markers of one kind inside a span, in order."""
    folded = _folded(text[span.start : span.end])
    found = [Span(span.start + match.start(), span.start + match.end()) for match in _pattern(language, kind).finditer(folded)]
    return [one for one in found if one.of(text).islower() or fold(one.of(text)) not in _cased(language)]


_folded = lru_cache(maxsize=64)(fold)  # several kinds are looked for in one stretch


@cache
def _cased(language: Language) -> frozenset[str]:
    return frozenset(fold(row.form) for row in language.rows(Marker) if row.cased)
