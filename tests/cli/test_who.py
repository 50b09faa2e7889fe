"""`selon who`: a claimant over many articles, by name; exit code 4 where nobody bears it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def story(root: Path, tmp_path: Path) -> Path:
    """Three pages of the demo: enough, and soon read."""
    folder = tmp_path / "story"
    folder.mkdir()
    for name in ("barriere-port.html", "la-reponse.txt", "official-reply.html"):
        (folder / name).write_bytes((root / "src" / "selon" / "demo" / "story" / name).read_bytes())
    return folder


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def asked(selon: Run, *arguments: object) -> list[dict[str, Any]]:
    code, out, _ = selon("who", "--json", *arguments)
    assert code == 0
    return lines(out)


@pytest.mark.parametrize("name", ["Valcastel", "Mireille Valcastel", "valkastel"])
def test_a_claimant_under_any_spelling_of_its_name(selon: Run, root: Path, story: Path, name: str) -> None:
    found = asked(selon, name, story)
    schema = json.loads((root / "docs" / "schemas" / "line-who.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found[0])
    assert [one["name"] for one in found] == ["Mireille Valcastel"]


def test_names_roles_and_words_have_their_places(selon: Run, story: Path) -> None:
    texts = {line["id"]: line["text"] for line in lines(selon("blocks", "--json", story)[1])}
    one = asked(selon, "Valcastel", story)[0]
    for name in one["names"]:
        place = name["first"]
        assert " ".join(texts[place["article"]][place["start"] : place["end"]].split()) == name["form"]
    assert {role["article"] for role in one["roles"]} <= set(one["articles"])
    assert [said["day"] or "9999" for said in one["said"]] == sorted(said["day"] or "9999" for said in one["said"])
    for said in one["said"]:
        for span in said["content"]:
            assert texts[said["article"]][span["start"] : span["end"]] == span["text"]


def test_denials_are_told_apart(selon: Run, story: Path) -> None:
    one = asked(selon, "Office du détroit", story)[0]
    assert one["kind"] == "body"
    assert set(one["denials"]) == {said["attribution"] for said in one["said"] if said["stance"] == "denied"} != set()


def test_an_id_asks_for_one(selon: Run, story: Path) -> None:
    one = asked(selon, "Valcastel", story)[0]
    assert asked(selon, one["id"][:8], story) == [one]


def test_rows_and_a_listing(selon: Run, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = selon("who", "Valcastel", story)
    assert code == 0
    assert {row.count("\t") for row in out.splitlines()} == {7}
    monkeypatch.setattr("selon.cli.output.is_for_people", lambda: True)
    assert "Mireille Valcastel" in selon("who", "Valcastel", story)[1]


@pytest.mark.parametrize("name", ["Zzz", "Mireille Torvaux", ""])
def test_nobody_of_that_name(selon: Run, story: Path, name: str) -> None:
    code, out, err = selon("who", name, story)
    assert (code, out) == (4, "")
    assert "nothing is attributed" in err


TEXTS = {
    "a": "Le port rouvre lundi. « La digue tient », a déclaré le capitaine Ivo Talmar, un marin de Sorneville.",
    "b": "La pêche reprend. « Rien ne presse », a déclaré le pêcheur Ivo Talmar, du port de Hestad.",
}


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_one_name_alone_joins_nobody(selon: Run, pages: Path) -> None:
    found = asked(selon, "Talmar", pages)
    assert len(found) == 2
    assert found[0]["possibly"] == [found[1]["id"]]


@pytest.mark.parametrize(
    "table",
    [
        "id,name,kind,aliases,country,role\nq1,Ivo Talmar,person,,,capitaine et marin de Sorneville; pêcheur du port de Hestad\n",
        '{"id": "q1", "schema": "Person", "properties": {"name": ["Ivo Talmar"], "position": ["capitaine, marin de Sorneville", '
        '"pêcheur du port de Hestad"]}}\n',
    ],
    ids=["CSV", "FollowTheMoney"],
)
def test_a_table_of_ones_own_needs_a_second_sign_too(selon: Run, pages: Path, tmp_path: Path, table: str) -> None:
    file = tmp_path / "table"
    file.write_text(table, encoding="utf-8")
    assert asked(selon, "Talmar", pages, "--entities", file)


@pytest.mark.parametrize("table", ["", "name\nIvo\n", "id,name\n,\n", '{"id": 1}\n', "{broken\n"])
def test_a_broken_table_is_said(selon: Run, pages: Path, tmp_path: Path, table: str) -> None:
    file = tmp_path / "table.csv"
    file.write_text(table, encoding="utf-8")
    code, _, err = selon("who", "Talmar", pages, "--entities", file)
    assert code == 2
    assert "what to do" in err
    assert selon("who", "Talmar", pages, "--entities", tmp_path / "none.csv")[0] == 2
