"""Paragraphs that are one quotation and no more: whose words they go on with, and where they go on with nobody's."""

import attribute_staged as staged
import pytest

from selon.attribute import attributions
from selon.languages import load


def _contents(text: str, code: str = "en") -> list[list[str]]:
    return [[span.of(text) for span in one.content] for one in attributions(staged.article(text), load(code))]


@pytest.mark.parametrize(
    "line",
    [
        "“The bridge holds,” Ada Bry said.",
        "“The bridge holds,” said Ada Bry in a letter to the town.",
        "Ada Bry told the council that the bridge holds.",
    ],
)
def test_a_paragraph_that_is_one_quotation_goes_on_with_who_spoke_last(line: str) -> None:
    (content,) = _contents(f"{line}\n\n“It will hold for years.”\n")
    assert content[-1] == "It will hold for years."


def test_so_do_all_behind_it() -> None:
    (content,) = _contents("“The bridge holds,” Ada Bry said.\n“It will hold for years.”\n“Nobody need fear the flood.”\n")
    assert content == ["The bridge holds,", "It will hold for years.", "Nobody need fear the flood."]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge holds,” Ada Bry said. The ferrymen had come to listen.\n“It will hold for years.”\n",
        "“The bridge holds,” Ada Bry said.\nThe ferrymen had come to listen.\n“It will hold for years.”\n",
        "“The bridge holds,” Ada Bry said.\n“Nooo!”\n",
        "“The bridge holds,” Ada Bry said.\nThe town put up a sign, “a bridge for ever”, last night.\n",
    ],
    ids=["the narrator goes on", "a paragraph between", "a cry", "more than a quotation"],
)
def test_where_the_narrator_goes_on_nobody_does(text: str) -> None:
    assert _contents(text) == [["The bridge holds,"]]


def test_a_paragraph_with_a_speaker_of_its_own_is_that_one_s() -> None:
    text = "“The bridge holds,” Ada Bry said.\n“It will hold for years,” the ferryman said.\n"
    assert _contents(text) == [["The bridge holds,"], ["It will hold for years,"]]


def test_a_language_that_tells_them_apart_keeps_two() -> None:
    text = "« Le pont tient depuis longtemps », a dit Ada Bry.\n« Il tiendra encore des années. »\n"
    assert _contents(text, "fr") == [["Le pont tient depuis longtemps"], ["Il tiendra encore des années."]]
