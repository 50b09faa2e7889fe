"""Marks on a stretch of text: hostile characters are shown, never obeyed; every character stands once."""

from hypothesis import given
from hypothesis import strategies as st

from selon.model.span import Span
from selon.show.listing.marks import marked, place, visible
from selon.show.tsv import row
from selon.show.visible import visible as whole


def test_control_and_bidirectional_characters_are_shown() -> None:
    assert visible("a\u202eb\x1b[31mc\u2066d") == "a⟨U+202E⟩b⟨U+001B⟩[31mc⟨U+2066⟩d"
    assert visible("une\nligne\tdeux\u00a0: trois\u202f!") == "une ligne deux\u00a0: trois\u202f!"


@given(st.text(min_size=1), st.data())
def test_marks_lose_no_character(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert marked(text, Span(0, len(text)), [(Span(start, end), "source")]).plain == visible(text)


def test_a_place_is_article_and_characters() -> None:
    assert place("a", Span(3, 7)).plain == "a:3-7"


@given(st.lists(st.text(), min_size=1))
def test_a_row_is_one_line_with_its_columns(cells: list[str]) -> None:
    written = row(cells)
    assert written.count("\t") == len(cells) - 1
    assert len(written.splitlines()) <= 1


def test_what_is_made_to_be_kept_is_never_cut() -> None:
    """Reports, pictures and what is pasted take the whole; listings its ends."""
    assert whole("x" * 50_000) == "x" * 50_000
    assert "48800 characters left out" in visible("x" * 50_000)
