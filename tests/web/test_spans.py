"""Marks in a text: nested ones nest, crossing ones are cut, and no character is lost or becomes markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from selon.model.span import Span
from selon.web.spans import Mark, marked

TEXT = 'Le maire <b>a dit</b> & « l\'ordre "x" » \u202e fin'


def mark(start: int, end: int, meaning: str = "content", number: int | None = None, **more: bool) -> Mark:
    return Mark(span=Span(start, end), meaning=meaning, number=number, **more)


@pytest.mark.parametrize(
    ("marks", "wanted"),
    [
        ([mark(0, 4), mark(1, 2, "cue")], '<span class="m content">a<span class="m cue">b</span>cd</span>'),
        ([mark(0, 3), mark(2, 4, "cue")], '<span class="m content">ab<span class="m cue">c</span></span><span class="m cue">d</span>'),
        ([mark(1, 3, "at")], 'a<mark class="m at">bc</mark>d'),
        ([], "abcd"),
    ],
    ids=["nested", "crossing", "one", "none"],
)
def test_nesting(marks: list[Mark], wanted: str) -> None:
    assert marked("abcd", Span(0, 4), marks) == wanted


def test_a_number_stands_once_at_the_end_of_its_mark() -> None:
    markup = marked("abcd", Span(0, 4), [mark(0, 4, number=1, is_last=True), mark(1, 3, number=2, is_last=True)])
    assert [sup.text_content() for sup in html.fromstring(f"<p>{markup}</p>").xpath("//sup")] == ["2", "1"]


marks = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)), st.sampled_from(["source", "cue", "content", "at", "del"]))
    .filter(lambda one: one[0] < one[1])
    .map(lambda one: mark(*one)),
    max_size=8,
)


@given(marks=marks, around=st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).filter(lambda one: one[0] < one[1]))
def test_the_words_stay_the_words(marks: list[Mark], around: tuple[int, int]) -> None:
    part = html.fromstring(f"<p>{marked(TEXT, Span(*around), marks)}</p>")
    assert part.text_content() == Span(*around).of(TEXT)
    assert {one.tag for one in part.iter()} <= {"p", "span", "mark", "del", "ins"}


@given(marks=marks)
def test_each_character_lies_in_all_its_marks(marks: list[Mark]) -> None:
    part = html.fromstring(f"<p>{marked(TEXT, Span(0, len(TEXT)), marks)}</p>")
    found: list[list[str]] = []

    def walk(node: html.HtmlElement, above: list[str]) -> None:
        mine = [*above, node.get("class", "").split()[-1]] if node.tag != "p" else above
        found.extend(sorted(mine) for _ in node.text or "")
        for child in node:
            walk(child, mine)
            found.extend(sorted(mine) for _ in child.tail or "")

    walk(part, [])
    assert found == [sorted(one.meaning for one in marks if one.span.start <= at < one.span.end) for at in range(len(TEXT))]
