"""Whom a statement names: a claimant by any of its names, a state by its adjectives and its people too."""

import re
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.resolve import Country
from selon.model.claimant import Claimant, ClaimantKind

_LEAST_LETTERS = 4  # of a part of a name: shorter ones are particles


@cache
def names(claimant: Claimant, language: Language) -> re.Pattern[str]:
    """The words that name a claimant in a folded text."""
    own = (claimant.name, *claimant.aliases)
    forms = {fold(part) for name in own for part in re.findall(r"\w+", name) if len(part) >= _LEAST_LETTERS}
    if claimant.kind in {ClaimantKind.STATE, ClaimantKind.BODY} and claimant.country:
        forms |= _of_country(claimant.country, language)
    return _pattern(forms)


@cache
def side(claimant: Claimant, language: Language) -> re.Pattern[str]:
    """The words that name a claimant, the body it speaks for, and its country, in a folded text."""
    own = (claimant.name, *claimant.aliases, claimant.organisation or "")
    forms = {fold(part) for name in own for part in re.findall(r"\w+", name) if len(part) >= _LEAST_LETTERS}
    return _pattern(forms | _of_country(claimant.country, language) if claimant.country else forms)


def _of_country(code: str, language: Language) -> set[str]:
    return {fold(form) for row in language.rows(Country) if row.code == code for form in row.forms}


def _pattern(forms: set[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(forms)))})(?!\w)" if forms else r"(?!)")
