"""The house has no word that judges a claim, a person or an outlet: not in a name, a label, a help text, a page."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from wording import surfaces
from wording.judging import WORDS, in_name, in_prose
from wording.surfaces import Wording


@pytest.fixture(scope="module")
def allowed(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "tools/wording/allowed.toml").read_text(encoding="utf-8"))


def not_allowed(wording: Wording, allowed: dict[str, Any]) -> list[str]:
    """The words of judgement that no entry of allowed.toml covers."""
    text = wording.text if wording.is_name else " ".join(wording.text.split())
    for entry in allowed["sentence"]:
        text = text.replace(entry["text"], " ")
    found = in_name(text) if wording.is_name else in_prose(text)
    names = {form for entry in allowed["name"] if wording.where.startswith(tuple(entry["files"])) for form in entry["forms"]}
    return [word for word in found if word not in names]


def test_no_word_of_judgement(root: Path, allowed: dict[str, Any]) -> None:
    found = [f"{one.where}: {words} in {one.text[:80]!r}" for one in surfaces.everything(root) if (words := not_allowed(one, allowed))]
    advice = "say it in another way (a passage stands inside another), or list the sentence with its reason in tools/wording/allowed.toml"
    assert not found, "\n".join([*found, advice])


def test_every_exception_is_still_needed(root: Path, allowed: dict[str, Any]) -> None:
    everything = list(surfaces.everything(root))
    prose = [" ".join(one.text.split()) for one in everything if not one.is_name]
    names = {(word, one.where) for one in everything for word in one.judgements()}
    idle = [entry["text"] for entry in allowed["sentence"] if not any(entry["text"] in text for text in prose)]
    idle += [
        f"{entry['forms']} in {file}"
        for entry in allowed["name"]
        for file in entry["files"]
        if not any(word in entry["forms"] and where.startswith(file) for word, where in names)
    ]
    assert not idle


def test_the_walk_reaches_every_kind_of_wording(root: Path) -> None:
    where = {re.sub(r"[:,].*", "", one.where) for one in surfaces.everything(root)}
    for place in (
        "src/selon/model/attribution.py", "src/selon/show/lines/claims.py", "src/selon/languages/fr/language.toml",
        "src/selon/demo/truth.json",
        "docs/schemas/line-claims.json", "docs/records.md", "README.md", "selon claims", "tests/house/test_words.py",
    ):  # fmt: skip
        assert place in where


@pytest.mark.parametrize("word", WORDS)
def test_a_planted_word_is_found_in_every_kind_of_wording(word: str, tmp_path: Path) -> None:
    plain = word.replace("è", "e").replace("é", "e")
    (tmp_path / "src" / "web").mkdir(parents=True)
    (tmp_path / "src" / "web" / f"{plain}_badge.html").write_text(f"<b class='{plain}'>{word.upper()}</b>", encoding="utf-8")
    (tmp_path / "README.md").write_text(f"This one is {word}.", encoding="utf-8")
    planted = [
        *surfaces.code(f"class A:\n    is_{plain}: bool = True\n", "field"),
        *surfaces.code(f"def {plain}_score(article): ...\n", "function"),
        *surfaces.code(f"LABEL = f'{{name}}: {word}'\n", "label"),
        *surfaces.table({"cue": [{f"is_{plain}": 1}]}, "column"),
        *surfaces.table({"example": [{"label": f"this is {word}"}]}, "example"),
        *surfaces.schema({"properties": {plain: {"description": "x"}}}, "key"),
        *surfaces.schema({"enum": ["open", word]}, "value"),
        *surfaces.pages(tmp_path),
        *surfaces.file_names(tmp_path),
        Wording(where="page", text=f"Cette source est {word} !"),
    ]
    caught = {one.where for one in planted if one.judgements()}
    page = f"src/web/{plain}_badge.html"
    assert caught >= {"field:2", "function:1", "label:1", "column", "example, label", "key", "value, enum", page, "page"}


@pytest.mark.parametrize(
    "source",
    [
        "flag = True\nreturn_value = False\n",  # the language's own constants are no labels
        '"""A docstring may say that a passage lies inside another."""\n',
        "believe = untouched = applied = Trueness = 1\n",  # parts of other words
    ],
)
def test_what_is_no_judgement_is_left_alone(source: str) -> None:
    assert not [one for one in surfaces.code(source, "here") if one.judgements()]


def test_the_words_of_a_language_are_not_ours() -> None:
    sheet = {
        "cue": [{"form": "propagande", "kind": "noun"}],
        "example": [{"label": 'no source in "selon un faux ami"', "text": "Un faux."}],
    }
    assert not [one for one in surfaces.table(sheet, "here") if one.judgements()]
