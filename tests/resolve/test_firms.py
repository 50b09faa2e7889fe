"""What is short for a firm that the text names in full."""

import pytest

from selon.languages import load
from selon.resolve.firms import full_firm
from selon.resolve.lexicon import lexicon


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Valdor rose. Valdor Mills Holdings fell, and Valdor Mills Holdings rose.", "Valdor Mills Holdings"),
        ("The ferry of Valdor\nHoldings sank, Valdor said.", "Valdor\nHoldings"),
        ("Valdor said Neuvaldor Holdings fell.", None),  # another word
        ("Valdor said NeuValdor Holdings fell.", None),  # within a word
        ("Valdor said Great Valdor Holdings fell.", None),  # within a longer name
        ("Valdor Holdings fell, Valdor Bay Holdings rose, Valdor said.", None),  # one of two
        ("Valdor Bay was empty, Valdor said.", None),  # nothing shows a firm
    ],
)
def test_one_firm_of_the_text_begins_with_the_word(text: str, wanted: str | None) -> None:
    found = full_firm("Valdor", text, lexicon(load("en")))
    assert (None if found is None else found.of(text)) == wanted
