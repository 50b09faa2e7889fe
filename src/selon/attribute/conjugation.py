"""Verb forms, made from a lemma and the paradigms of a language.

Only what the press needs: third persons of the tenses in the tables, participles, gerunds. Moods are universal names; a language
without gerunds leaves the column empty.
"""

import re
from collections.abc import Iterator
from functools import cache

from selon.languages import Language
from selon.languages.rows.attribute import Irregular, Paradigm

FINITE, PARTICIPLE, GERUND, INFINITIVE, BASE, REPORTED = "finite", "participle", "gerund", "infinitive", "base", "reported"


@cache
def _irregular(language: Language) -> dict[str, Irregular]:
    return {row.lemma: row for row in language.rows(Irregular)}


@cache
def _paradigms(language: Language) -> tuple[tuple[re.Pattern[str], Paradigm], ...]:
    return tuple((re.compile(row.lemma), row) for row in language.rows(Paradigm))


def forms(lemma: str, language: Language) -> Iterator[tuple[str, str]]:
    """Each form of a lemma with its mood; the lemma itself is the infinitive (in English also the base form)."""
    yield lemma, INFINITIVE
    row: Irregular | Paradigm | None = _irregular(language).get(lemma)
    stems: tuple[str, ...] = ()
    if row is None:
        for pattern, paradigm in _paradigms(language):
            if match := pattern.fullmatch(lemma):
                row, stems = paradigm, match.groups()
                break
    if row is None:
        return
    for mood, endings in ((FINITE, row.finite), (PARTICIPLE, row.participle), (GERUND, row.gerund), (BASE, row.base)):
        for ending in endings:
            yield ending.format(*stems), mood
    for ending in row.reported:  # finite, too
        yield ending.format(*stems), FINITE
        yield ending.format(*stems), REPORTED
