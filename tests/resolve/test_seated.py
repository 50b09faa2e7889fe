"""The body that opens the sentence of "it", where what it says that something is stands behind: "for what it said was a raid"."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from selon.languages import load
from selon.model.span import Span
from selon.resolve import claimants

sys.path.insert(0, str(Path(__file__).parent))
from staged import article, attribution, unmarked

CASES = {
    "a name that no table knows": ("Valmor expelled ten sailors for what [it] said was a breach.", ""),
    "nobody has the floor but a thing": ("The wreck was searched after what [it] said was a raid.", ""),
    "a body of the tables": ("The council expelled ten sailors of the port for what [it] said was a breach.", ""),
    "a body with its name": ("The Marine Board expelled ten sailors for what [it] said was a breach.", "Marine Board"),
    "a pronoun opens it: whoever spoke goes on": ("It expelled ten sailors for what [it] said was a breach.", "Norr Observatory"),
}


@pytest.mark.parametrize(("marked", "who"), CASES.values(), ids=CASES)
def test_whose_word_it_is(marked: str, who: str) -> None:
    """Never that of who spoke in the sentence before, unless the pronoun goes on with it."""
    text, sources, _ = unmarked(f"[The Norr Observatory] said the dyke was hit. {marked}")
    first, what = (Span(text.index(words), text.index(words) + len(words)) for words in ("the dyke was hit", "what"))
    end = Span(text.rindex("was a"), len(text) - 1)
    told = (
        attribution(0, sources[0], first, text),
        replace(attribution(1, sources[1], what, text), content=(what, end), rule="verb.held"),
    )
    found = claimants(article(text, "en"), told, load("en"))[1].claimant
    assert (found.name if found is not None else "") == who
