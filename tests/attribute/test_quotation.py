"""Quotation structure: mixed, nested, broken, carried from paragraph to paragraph."""

from itertools import pairwise

import attribute_staged as staged
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.attribute.quotation import quotations, quoted_in
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
    ("straight inside straight", 'dit "le "grand" pont"', [('le "grand" pont', 0), ("grand", 1)]),
    ("an end forgotten", 'Le "pont tient. Puis "il rouvre", dit-elle.', [("il rouvre", 0)]),
    ("an end forgotten, at the start", '"Le pont tient. Puis "il rouvre", dit-elle.', [("il rouvre", 0)]),
    ("a beginning forgotten", 'Le pont tient", dit-elle. "Il rouvre", dit-il.', [("Il rouvre", 0)]),
    ("French spaces around straight marks", 'un " grand " pont', [("grand", 0)]),
    ("a close that lost its space", "« le pont »dit-elle, « la rive »", [("le pont", 0), ("la rive", 0)]),
    ("opened by a close, as books do", "» Il pleut encore. »", [("Il pleut encore.", 0)]),
    ("opened by a close, and not closed", "» Il pleut encore.", [("Il pleut encore.", 0)]),
    ("four families deep", '« a “b ‹c "d" c› b” a »', [('a “b ‹c "d" c› b” a', 0), ('b ‹c "d" c› b', 1), ('c "d" c', 2), ("d", 3)]),
    ("German marks", "le „grand“ pont", [("grand", 0)]),
    ("marks made of brackets", "<<le pont tient>>", [("le pont tient", 0)]),
    ("single marks", "dit 'le pont qui tient' hier", [("le pont qui tient", 0)]),
    ("single marks around a word or two are none", "l'eau des 'ponts levés' monte", []),
    ("an apostrophe ends nothing", "“the workers' bridge”", [("the workers' bridge", 0)]),
    ("crossed: the outer one ends the inner one", "« le “pont » tient”", [("le “pont", 0)]),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_quotations(text: str, wanted: list[tuple[str, int]]) -> None:
    got = quotations(text, Span(0, len(text)), load("fr"))
    assert [(quote.inner.of(text), quote.depth) for quote in got] == wanted


def test_a_mark_does_not_reach_into_the_next_block() -> None:
    text = "« Oui.\nNon »"
    assert [quote.inner.of(text) for quote in quotations(text, Span(0, 7), load("fr"))] == ["Oui."]


PARAGRAPHS = [
    ("opened again", ["« Le pont tient.", "« Il rouvre. »"], [["Le pont tient."], ["Il rouvre."]]),
    ("closed late", ['Elle dit : "le pont tient.', 'Il rouvre", dit-elle.'], [["le pont tient."], ["Il rouvre"]]),
    (
        "closed late, with another behind",
        ["« Le pont tient.", "Il rouvre », dit-elle. « Oui. »"],
        [["Le pont tient."], ["Il rouvre", "Oui."]],
    ),
    (
        "opened in the middle, then again by each",
        ["Elle dit : « Le pont tient.", "« Il rouvre.", "« Il est à nous. »"],
        [["Le pont tient."], ["Il rouvre."], ["Il est à nous."]],
    ),
    ("opened in the middle, another behind", ["Elle dit « le pont.", "Le bac « tient bon »."], [[], ["tient bon"]]),
    ("never closed", ["Elle dit « le pont tient.", "Il rouvre, dit-elle."], [[], []]),
    ("closed two paragraphs later", ["Elle dit « le pont.", "Il pleut.", "Il rouvre », dit-elle."], [[], [], []]),
    ("closed by another family", ["Elle dit « le pont tient.", 'Il rouvre", dit-elle.'], [[], []]),
]


@pytest.mark.parametrize(("paragraphs", "wanted"), [case[1:] for case in PARAGRAPHS], ids=[case[0] for case in PARAGRAPHS])
def test_what_goes_on_in_the_next_paragraph(paragraphs: list[str], wanted: list[list[str]]) -> None:
    text, spans = "\n".join(paragraphs), []
    for paragraph in paragraphs:
        start = spans[-1].end if spans else 0
        spans.append(Span(start, min(len(text), start + len(paragraph) + 1)))
    assert [[quote.inner.of(text) for quote in quotes] for quotes in quoted_in(text, spans, load("fr"))] == wanted


def test_words_after_a_dash_of_dialogue_are_direct() -> None:
    got = staged.found("— Le pont tient depuis trente ans, a dit Ada Bry.\n")
    assert [(one.kind, one.rule) for one in got] == [("direct", "verb.incise")]


WORDS = st.sampled_from(["le", "pont", "tient", "l'eau", "aujourd'hui", "4,5", "monte."])
FAMILIES = [("« ", " »"), ("“", "”"), ("‹", "›"), ('"', '"'), ("„", "“")]


def _tree(level: int) -> st.SearchStrategy[list[object]]:
    """Words, and quotations with words at both ends; each level has a family of its own, as careful writers do."""
    if level == 4:
        return st.lists(WORDS, min_size=1, max_size=4)
    inner = _tree(level + 1)
    parts = st.one_of(WORDS, WORDS, inner)
    return st.lists(parts, max_size=4).flatmap(lambda told: st.tuples(WORDS, st.just(told), WORDS).map(lambda of: [of[0], *of[1], of[2]]))


def _written(tree: list[object], order: list[tuple[str, str]], depth: int = 0) -> tuple[str, list[tuple[str, int]]]:
    """The text of a tree, and its quotations, outer ones first."""
    pieces, quotes = [], []
    for part in tree:
        if isinstance(part, str):
            pieces.append(part)
            continue
        inner, told = _written(part, order, depth + 1)
        pieces.append(order[depth][0] + inner + order[depth][1])
        quotes += [(inner, depth), *told]
    return " ".join(pieces), quotes


@given(_tree(0), st.permutations(FAMILIES))
def test_well_made_quotations_are_all_found(tree: list[object], order: list[tuple[str, str]]) -> None:
    if {("„", "“"), ("“", "”")} <= set(order[:4]):
        order = [pair for pair in order if pair != ("„", "“")]  # the end of one is the beginning of the other
    text, wanted = _written(tree, order)
    assert [(quote.inner.of(text), quote.depth) for quote in quotations(text, Span(0, len(text)), load("fr"))] == wanted


BROKEN = st.lists(
    st.sampled_from(
        ["«", "»", "“", "”", '"', "'", "''", "‹", "›", "„", "‘", "’", "<<", ">>", "``", " ", " ", ".", ",", "le", "pont", "\u00a0"]
    ),
    max_size=40,
).map("".join)


@given(st.lists(BROKEN, min_size=1, max_size=4), st.sampled_from(["fr", "en"]))
def test_any_marks_at_all(paragraphs: list[str], code: str) -> None:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph) + 1))
        text += paragraph + "\n"
    for span, quotes in zip(spans, quoted_in(text, spans, load(code)), strict=True):
        open_: list[Span] = []
        for quote in quotes:
            assert span.covers(quote.outer) and quote.outer.covers(quote.inner) and quote.inner.of(text).strip() == quote.inner.of(text)
            while open_ and open_[-1].end <= quote.outer.start:
                open_.pop()
            assert quote.depth == len(open_) and all(one.covers(quote.outer) for one in open_)
            open_.append(quote.outer)
        assert all(one.outer.start <= other.outer.start for one, other in pairwise(quotes))


@given(st.lists(BROKEN, min_size=3, max_size=3))
def test_a_paragraph_hears_of_its_neighbours_only(paragraphs: list[str]) -> None:
    text, spans = "", []
    for paragraph in ("Il pleut.", *paragraphs):
        spans.append(Span(len(text), len(text) + len(paragraph) + 1))
        text += paragraph + "\n"
    whole = quoted_in(text, spans, load("fr"))
    assert quoted_in(text, spans[2:], load("fr"))[1:] == whole[3:]
    assert quoted_in(text, spans[:3], load("fr"))[:2] == whole[:2]
