"""Denials of what stands beside them: in one sentence with it, or called untrue. Whole articles are read."""

import json
from pathlib import Path

import pytest

from selon.engine import Local
from selon.model.lineage import Denial
from selon.pipeline import run


@pytest.fixture
def shown(tmp_path: Path) -> "Shown":
    return Shown(tmp_path)


class Shown:
    """The tied denials of an article that is read as a whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, text: str, lang: str = "en") -> list[Denial]:
        """The tied denials of one text."""
        path = self.folder / "article.jsonl"
        path.write_text(json.dumps({"id": "a", "title": "The port", "text": text, "lang": lang, "date": "2021-03-04"}), encoding="utf-8")
        return [denial for story in run([path], engine=Local()).lineage.stories for denial in story.denials]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ('Brel accused Orme’s many supporters of "theft", a claim which was strongly denied by the dockers’ union.', "the dockers’ union"),
        ("Sorne has accused Norr of burning six barges in the port but the claim was swiftly denied by Norr.", "Norr"),
        ("Rumours circulating in Sorne said Una Brel was on her way out of the cabinet, but both she and Ivo Tarn denied this.", None),
        ("Sorne reported dozens of barges had left the port but residents on the quay dismissed the reports as lies.", None),
    ],
)
def test_what_its_own_sentence_tells_before_it_is_denied(shown: Shown, text: str, by: str | None) -> None:
    (denial,) = shown.of(text)
    assert denial.kind == "explicit"
    assert by is None or denial.by == by


@pytest.mark.parametrize(
    "text",
    [
        "Sorne has accused Norr of burning six barges in the port, and Norr denied entry to the ferry.",
        "Sorne said that it regretted that Norr had denied the report.",
        "Una Brel said the port was open and a claim for damages was filed by the dockers.",
    ],
)
def test_what_only_stands_in_its_sentence_is_not_denied(shown: Shown, text: str) -> None:
    assert shown.of(text) == []


TOLD = "Una Brel alleged that Ivo Tarn had sold the ferry Aurore."


@pytest.mark.parametrize(
    "answer",
    [
        "Lawyers for Tarn denounced the report as false.",
        "In a statement, Tarn called the story “totally false and deliberately libelous”.",
        "Tarn called the allegations fabricated and said he would sue.",
        "Tarn branded the claims ridiculous.",
        "Tarn contested the charge but stopped selling barges.",
        "Tarn later disputed that claim, saying the ferry had burned.",
    ],
)
def test_who_calls_an_account_untrue_denies_it(shown: Shown, answer: str) -> None:
    (denial,) = shown.of(f"{TOLD} {answer}")
    assert denial.kind == "explicit"


@pytest.mark.parametrize(
    "answer",
    [
        "Tarn called the report a triumph.",
        "Tarn called the report last week.",
        "Tarn described the report as long.",
        "Tarn called the ferry a false economy.",
        "Tarn described the new harbour rules as absurd.",
        "Tarn called the reports of the false bottom interesting.",
    ],
)
def test_who_says_something_else_of_it_does_not(shown: Shown, answer: str) -> None:
    assert shown.of(f"{TOLD} {answer}") == []


@pytest.mark.parametrize(("answer", "is_shown"), [("juge ces accusations infondées", True), ("juge ces barges infondées", False)])
def test_it_is_called_untrue_in_french(shown: Shown, answer: str, is_shown: bool) -> None:
    assert bool(shown.of(f"Una Brel accuse Ivo Tarn d'avoir vendu le ferry Aurore. Ivo Tarn {answer}.", "fr")) is is_shown


@pytest.mark.parametrize(
    ("told", "is_shown"),
    [
        ("A newspaper reported that Norr sold arms", True),
        ("A spokesman for Sorne, Ivo Orme, said that Norr sold arms", False),  # one who is asked, and no report
    ],
)
def test_several_reports_are_those_of_the_press(shown: Shown, told: str, is_shown: bool) -> None:
    assert bool(shown.of(f"{told} to the rebels. Una Brel denied the reports.")) is is_shown


def test_what_somebody_will_not_do_he_did_not_deny(shown: Shown) -> None:
    told = "The Quill said the mayor Una Brel will raise new taxes on old barges."
    assert shown.of(f"{told} “I will not raise new taxes on old barges,” said Una Brel.") == []
    assert shown.of(f"{told} “I did not raise new taxes on old barges,” said Una Brel.") != []


@pytest.mark.parametrize(("accuser", "is_shown"), [("the Brel", True), ("the Orme", False), ("these", True)])
def test_an_account_that_names_who_made_it_is_his(shown: Shown, accuser: str, is_shown: bool) -> None:
    text = f"Una Brel said the ferry Aurore sank off Kervel. Ivo Tarn said {accuser} claims were unfounded."
    assert bool(shown.of(text)) is is_shown


@pytest.mark.parametrize(
    ("told", "is_shown"),
    [
        ("Traces of oil were found in her alleged hotel room in Kervel", False),
        ("Una Brel alleged that traces of oil were found in a hotel room in Kervel", True),
    ],
)
def test_what_is_only_called_alleged_accuses_nobody(shown: Shown, told: str, is_shown: bool) -> None:
    text = f"{told}. Ivo Tarn denied the allegations."
    assert bool(shown.of(text)) is is_shown


@pytest.mark.parametrize("noun", ["rumor", "suggestion", "story"])
def test_who_is_asked_about_a_rumor_declines_it(shown: Shown, noun: str) -> None:
    text = f"A report in the Quill said Orme Corp had bought five barges. An Orme spokesman would not comment on the {noun}."
    (denial,) = shown.of(text)
    assert denial.kind == "declined"
