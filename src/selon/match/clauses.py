"""The clauses of a statement that state something of their own: "no one was hurt, but two boats were damaged" is two statements.

A clause begins after a comma with a word that joins; both sides need a verb that a table knows, or a word for something that happens, and
four words. Marks that were opened are closed on each side. Not done yet: relative clauses, clauses joined without a comma.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from selon.languages import Language
from selon.languages.rows.match import Clause
from selon.languages.words import forms, matches
from selon.match.lexicon import folded, kinds, meaning
from selon.model.span import Span

_LEAST_WORDS = 4
_PAIRS = ("«»", "“”", "()", "[]")


def clauses(text: str, span: Span, language: Language) -> list[Span]:
    """The clauses of a stretch, in order: the stretch alone where it is one."""
    found: list[Span] = []
    start = span.start
    for match in _joints(language).finditer(text, span.start, span.end):
        if _stands(text, start, match.start(), language) and _stands(text, match.end(), span.end, language):
            found.append(Span(start, match.start()))
            start = match.end()
    return [*found, Span(start, span.end)] if found else [span]


def _stands(text: str, start: int, end: int, language: Language) -> bool:
    """Is it a clause: enough words, a verb, and no mark that is closed elsewhere?"""
    if not _is_balanced(text[start:end]):
        return False
    inside = forms(text, start, end)
    return len(inside) >= _LEAST_WORDS and any(_is_verb(word, language) for word in inside)


def _is_balanced(chars: str) -> bool:
    return chars.count('"') % 2 == 0 and all(chars.count(pair[0]) == chars.count(pair[1]) for pair in _PAIRS)


def is_adjunct(text: str, spans: Sequence[Span], language: Language) -> bool:
    """Does what is left of a sentence only say when, where or how, or what somebody is asked about?

    A preposition opens it, and no verb that the table knows follows; or a word for asking opens it.
    """
    first = next((word[0] for span in spans for word in matches(text, span.start, span.end)), None)
    if first is None:
        return False
    opening = folded(first)
    if opening in _opening("asked", language):
        return True
    if opening not in _opening("adjunct", language):
        return False
    return _verbs(language).isdisjoint([folded(form) for span in spans for form in forms(text, span.start, span.end)])


@lru_cache(maxsize=1 << 16)
def _is_verb(word: str, language: Language) -> bool:
    known, form = kinds(language.code), folded(word)
    return form in _verbs(language) or any(known[f"c:{name}"] == "predicate" for name in meaning(form, language.code).concepts)


@cache
def _verbs(language: Language) -> frozenset[str]:
    return frozenset(folded(form) for row in language.rows(Clause) if row.kind == "verb" for form in row.forms)


@cache
def _opening(kind: str, language: Language) -> frozenset[str]:
    return frozenset(folded(form) for row in language.rows(Clause) if row.kind == kind for form in row.forms)


@cache
def _joints(language: Language) -> re.Pattern[str]:
    forms = sorted(
        (form for row in language.rows(Clause) if row.kind == "joint" for form in row.forms), key=lambda form: (-len(form), form)
    )
    joined = "|".join(re.escape(form) + ("" if form.endswith("'") else r"\s+") for form in forms).replace("'", "['’]")
    return re.compile(rf"[,;]\s+(?:{joined})" if forms else r"(?!)")
