"""What happens, by the concepts of a language: "killed", "died" and "left dead" are one."""

from collections.abc import Iterator
from functools import cache, lru_cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Concept
from selon.languages.words import matches
from selon.model.span import Span


def predicates(text: str, span: Span, language: Language) -> frozenset[str]:
    """The names of the concepts of what happens whose words stand in a stretch; of one that is a kind of another, the other's."""
    return frozenset(name for match in matches(text, span.start, span.end) for name in _of(match[0], language))


@lru_cache(maxsize=1 << 14)
def _of(written: str, language: Language) -> tuple[str, ...]:
    form, (whole, begins) = fold(written).strip("'"), _forms(language)
    if form in whole:
        return whole[form]
    found = (begins[form[:size]] for size in range(len(form), 1, -1) if form[:size] in begins)
    return next(found, ())


@cache
def _forms(language: Language) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Whole words, and the beginnings of words, with the concepts they stand for."""
    whole: dict[str, tuple[str, ...]] = {}
    begins: dict[str, tuple[str, ...]] = {}
    for form, names in _rows(language):
        place = begins if form.endswith("*") else whole
        form = form.rstrip("*")
        place[form] = tuple(sorted({*place.get(form, ()), *names}))
    return whole, begins


def _rows(language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in language.rows(Concept):
        if row.kind == "predicate":
            yield from ((fold(form), row.broader or (row.name,)) for form in row.forms if " " not in form and not form.startswith("*"))
