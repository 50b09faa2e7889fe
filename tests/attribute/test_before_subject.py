"""What stands in front of a subject and is no part of it."""

import attribute_staged as staged
import pytest


def source(text: str) -> str | None:
    (found,) = [one for one in staged.found(text, "en") if one.cue is not None]
    told = staged.as_words(text, found)["source"]
    assert told is None or isinstance(told, str)
    return told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bridge is closed in Norr, Talmaria, Ada Orme said.", "Ada Orme"),
        ("The line was cut near Ormel, Talmaria, and at Norr, Valdor, officials said.", "officials"),
        ("The bridge is closed in Ormel, Talmaria, Mayor Orme said.", "Mayor Orme"),
    ],
)
def test_the_state_behind_a_town_says_nothing(text: str, who: str) -> None:
    assert source(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The bridge is closed in Norr, Ada Bry, the mayor, said.", "Ada Bry, the mayor"),
        ("The bridge is closed in Norr, Ada Bry, Minister of Tides, said.", "Ada Bry, Minister of Tides"),
        ("The bridge is closed in Norr, Ada Bry, minister of tides said.", "Ada Bry, minister of tides"),
    ],
)
def test_somebody_with_an_office_is_no_state(text: str, who: str) -> None:
    assert source(text) == who


@pytest.mark.parametrize("word", ["However", "Nevertheless", "Similarly", "Unfortunately", "Elsewhere"])
def test_a_word_that_links_a_sentence_is_no_part_of_a_name(word: str) -> None:
    assert source(f"{word} Ada Bry said the bridge was closed.") == "Ada Bry"
