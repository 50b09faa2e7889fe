"""What stands in front of a subject and is no part of it."""

import attribute_staged as staged
import pytest


def source(text: str) -> str | None:
    (found,) = [one for one in staged.found(text, "en") if one.cue is not None]
    told = staged.as_words(text, found)["source"]
    assert told is None or isinstance(told, str)
    return told


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Norr, Talmaria, ", "Ada Orme"),
        ("Norr, Talmaria, and in Ormel, Valdor, ", "officials"),
        ("Ormel, Talmaria, ", "Mayor Orme"),
        ("Norr, ", "Ada Bry, the mayor"),  # somebody with an office is no state
        ("Norr, ", "Ada Bry, Minister of Tides"),
        ("Norr, ", "Ada Bry, minister of tides"),
    ],
)
def test_the_state_behind_a_town_says_nothing(before: str, who: str) -> None:
    assert source(f"The bridge is closed in {before}{who} said.") == who


@pytest.mark.parametrize("word", ["However", "Nevertheless", "Similarly", "Unfortunately", "Elsewhere"])
def test_a_word_that_links_a_sentence_is_no_part_of_a_name(word: str) -> None:
    assert source(f"{word} Ada Bry said the bridge was closed.") == "Ada Bry"
