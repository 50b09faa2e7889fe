"""Quotation structure: mixed, nested, broken."""

import pytest

from selon.attribute.quotation import quotations
from selon.languages import load
from selon.model.span import Span

CASES = [
    ("nested", "« Il a dit “oui” hier »", [("Il a dit “oui” hier", 0), ("oui", 1)]),
    ("straight inside French", '« un "grand" pont »', [('un "grand" pont', 0), ("grand", 1)]),
    ("straight opened, curly closed", 'le "pont” tient', [("pont", 0)]),
    ("never closed in the middle", "Il a dit « oui et parti", []),
    ("never closed at the start", "« Oui, dit-elle, et encore", [("Oui, dit-elle, et encore", 0)]),
    ("a close without an open", "oui » dit-elle", []),
    ("two in a row", "« oui », « non »", [("oui", 0), ("non", 0)]),
    ("apostrophes are no marks", "l'eau d’hier n'est plus", []),
    ("a stray close before a word", "« le pont »Grand arc (Big arch) », dit-elle", [("le pont »Grand arc (Big arch)", 0)]),
    ("nothing inside", "« »", []),
    ("doubled straight marks", "un ''non événement'' de plus", [("non événement", 0)]),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quotations(text: str, wanted: list[tuple[str, int]]) -> None:
    got = quotations(text, Span(0, len(text)), load("fr"))
    assert [(quote.inner.of(text), quote.depth) for quote in got] == wanted


def test_a_mark_does_not_reach_into_the_next_block() -> None:
    text = "« Oui.\nNon »"
    assert [quote.inner.of(text) for quote in quotations(text, Span(0, 7), load("fr"))] == ["Oui."]
