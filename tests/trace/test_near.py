"""Denials of what stands right before them: behind "but", of wrongdoing, of somebody's account, of all comment. Whole articles are read."""

import json
from pathlib import Path

import pytest

from selon.engine import Local
from selon.pipeline import run


@pytest.fixture
def tied(tmp_path: Path) -> "Tied":
    return Tied(tmp_path)


class Tied:
    """Who denies what, in an article that is read as a whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, text: str, lang: str = "en") -> list[tuple[str | None, str, str]]:
        """Who denies, how, and the words of the claim, of the tied denials of one text."""
        path = self.folder / "article.jsonl"
        path.write_text(json.dumps({"id": "a", "title": "The port", "text": text, "lang": lang, "date": "2021-03-04"}), encoding="utf-8")
        answer = run([path], engine=Local())
        read = answer.readings[0].article.text
        return [
            (one.by, one.kind, story.claim.appearances[0].spans[0].of(read)) for story in answer.lineage.stories for one in story.denials
        ]


@pytest.mark.parametrize(
    ("text", "by", "told"),
    [
        (
            "The observatory of Norr said that Talmaria's planes had killed six people in raids but Talmaria denied bombing the port.",
            "Talmaria",
            "Talmaria's planes had killed six people in raids",
        ),
        (
            "Officials in Norr believe Ivo Tarn was responsible for the attack but Tarn has denied involvement.",
            "Ivo Tarn",
            "Ivo Tarn was responsible for the attack",
        ),
    ],
)
def test_what_a_denial_turns_against_ends_before_it(tied: Tied, text: str, by: str, told: str) -> None:
    assert tied.of(text) == [(by, "explicit", told)]


@pytest.mark.parametrize(
    "text",
    [
        "The observatory of Norr said that Talmaria's planes had killed six people in raids but Talmaria denied that a fire broke out.",
        "The observatory of Norr said that Talmaria's planes had killed six people in raids, and the harvest failed.",
    ],
)
def test_what_is_of_something_else_is_not_turned_against(tied: Tied, text: str) -> None:
    assert tied.of(text) == []


ACCUSED = "The company Brel Ferries is accused of having sold six barges twice. "


@pytest.mark.parametrize(
    ("text", "is_tied"),
    [
        (f"{ACCUSED}The company denies any wrongdoing.", True),
        (f"{ACCUSED}Brel Ferries has denied wrongdoing.", True),
        (f"{ACCUSED}Ivo Tarn has denied wrongdoing.", False),
        (f"{ACCUSED}The company fears any wrongdoing.", False),
        ("The company Brel Ferries has sold six barges. The company denies any wrongdoing.", False),
        (f"{ACCUSED}The harvest was good. The market opened late. The mayor of Norr sang. The company denies any wrongdoing.", False),
    ],
)
def test_wrongdoing_is_what_somebody_is_accused_of_right_before(tied: Tied, text: str, *, is_tied: bool) -> None:
    assert bool(tied.of(text)) is is_tied


@pytest.mark.parametrize(
    ("text", "is_tied"),
    [
        ("Una Brel said that the ferry Aurore had been sold in March. Ivo Tarn rejected Brel's claim.", True),
        ("Una Brel said that the ferry Aurore had been sold in March. But unions rejected Ms Brel's claims.", True),
        ("Una Brel said that the ferry Aurore had been sold in March. Ivo Tarn rejected Dorn's claim.", False),
        ("Una Brel said that the ferry Aurore had been sold in March. Ivo Tarn rejected Brel's criticism.", False),
        ("Una Brel said that the ferry Aurore had been sold. Ivo Tarn disputed Brel's claim that the harvest had failed.", False),
    ],
)
def test_an_account_is_what_its_owner_told_right_before(tied: Tied, text: str, *, is_tied: bool) -> None:
    assert bool(tied.of(text)) is is_tied


@pytest.mark.parametrize(
    ("text", "is_tied"),
    [
        ("Traders said Orme Shipping was buying the quay of Norr. Orme Shipping declined to comment.", True),
        ("A report said Orme Shipping had bought the quay of Norr. Orme Shipping would not comment.", True),
        ("Una Brel said Orme Shipping was buying the quay of Norr. Orme Shipping declined to comment.", False),
        ("Traders said the quay of Norr was worth more than all that Orme Shipping owns. Orme Shipping declined to comment.", False),
        ("Traders said Orme Shipping was buying the quay of Norr. Orme Shipping declined to comment on the weather.", False),
        ("Traders said Orme Shipping was buying the quay of Norr. The harvest was good. Orme Shipping declined to comment.", False),
    ],
)
def test_all_comment_is_declined_on_what_unnamed_people_tell(tied: Tied, text: str, *, is_tied: bool) -> None:
    assert [kind for _, kind, _ in tied.of(text)] == (["declined"] if is_tied else [])


@pytest.mark.parametrize(
    ("text", "is_tied"),
    [
        ("Una Brel said that the port had been sold. Yet Norr denies it, and the mayor is silent.", True),
        ("Una Brel said that the port had been sold. Although Norr denies it, the ferry is late.", False),
    ],
)
def test_a_pronoun_in_a_clause_that_opens_its_sentence_points_ahead(tied: Tied, text: str, *, is_tied: bool) -> None:
    assert bool(tied.of(text)) is is_tied


@pytest.mark.parametrize(
    ("text", "is_tied"),
    [
        (
            "A paper reported that the mayor was away. Una Brel claimed that he had sold the port. Tarn denied that claim.",
            True,
        ),
        ("Dockers reportedly beat a clerk on the quay of Norr - though police deny this and say that he fell.", True),
        ("Dockers beat a clerk on the quay of Norr - though police deny entry and say that he fell.", False),
        ("Una Brel is accused of faking a storm to escape a fine. But Brel denied that she had faked the storm.", True),
        ("Una Brel is accused of faking a storm to escape a fine. But Brel denied that she had bought the storm lamp.", False),
        ("Una Brel is accused of faking a storm to escape a fine. Brel disputes that she faked the storm.", True),
        ("Una Brel is accused of faking a storm to escape a fine. Brel rejected the request that she leave the port.", False),
    ],
)
def test_what_words_point_at_and_say_is_found_in_other_forms(tied: Tied, text: str, *, is_tied: bool) -> None:
    assert bool(tied.of(text)) is is_tied
