"""People's decisions on the command line, from an attribution to the queue."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from selon import api
from selon.engine import Local

Run = Callable[..., tuple[int, str, str]]

QUAY = "La barrière du port\n\nAda Brynn a déclaré lundi que la barrière serait rouverte en juin.\n"
PHARE = "Le phare\n\nSelon Lucas Ferrand, la barrière serait rouverte en juin.\n"


@pytest.fixture
def quay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection of two articles, in which we are."""
    collection = api.made(tmp_path / "quay")
    for name, text in (("quai", QUAY), ("phare", PHARE)):
        (collection.folder / "captures" / f"{name}.txt").write_text(text, encoding="utf-8")
    collection.run(engine=Local())
    monkeypatch.chdir(collection.folder)
    monkeypatch.setenv("SELON_WHO", "Ada")
    return collection.folder


def lines(selon: Run, *arguments: object) -> list[dict[str, object]]:
    code, out, err = selon(*arguments, "--json")
    assert (code, err) == (0, ""), err
    return [json.loads(line) for line in out.splitlines()]


def attribution(selon: Run, article: str) -> str:
    found = next(line for line in lines(selon, "attributions") if line["id"] == article)
    return str(found["attributions"][0]["id"])  # type: ignore[index]


def validated(root: Path, command: str, line: dict[str, object]) -> dict[str, object]:
    schema = json.loads((root / "docs" / "schemas" / f"line-{command}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(line)
    return line


def test_a_preview_keeps_nothing_and_undo_leaves_no_trace(selon: Run, quay: Path, root: Path) -> None:
    before = [selon(command, "--json")[1] for command in ("claims", "attributions", "lineage")]
    ident = attribution(selon, "quai")
    (told,) = lines(selon, "reject", ident, "--why", "a caption", "--preview")
    assert (told["kept"], told["state"]) == (False, "applied")
    assert not (quay / "rulings.jsonl").exists()
    (told,) = lines(selon, "reject", ident, "--why", "a caption")
    validated(root, "rule", told)
    assert told["claims"]
    assert [selon(command, "--json")[1] for command in ("claims", "attributions", "lineage")] != before
    (kept,) = lines(selon, "rulings")
    validated(root, "rulings", kept)
    assert (kept["who"], kept["why"], kept["state"]) == ("Ada", "a caption", "applied")
    assert selon("undo", kept["id"], "--why", "it was none")[0] == 0
    assert [selon(command, "--json")[1] for command in ("claims", "attributions", "lineage")] == before
    assert [line["state"] for line in lines(selon, "rulings")] == ["undone", "applied"]
    assert selon("undo", kept["id"], "--why", "again")[0] == 2


def test_each_small_command(selon: Run, quay: Path) -> None:
    ident = attribution(selon, "quai")
    for arguments in (
        ("accept", ident),
        ("rename", ident, "Ada Brynn-Sorel", "--role", "capitaine"),
        ("merge", ident, attribution(selon, "phare")),
        ("split", ident, "--name", "Une autre"),
        ("rule", "set", "quai", "outlet", "Le Quai"),
        ("rule", "set", ident, "stance", "hedged"),
        ("rule", "speaker", ident, "Ida Sorel"),
        ("rule", "respan", ident, "--content", "serait rouverte en juin"),
        ("rule", "leave-out", "quai", "--passage", "La barrière du port"),
        ("rule", "add-attribution", "phare", "--content", "serait rouverte", "--name", "Ida Sorel"),
        ("rule", "add-denial", "phare", "--content", "1-9", "--name", "Ida Sorel"),
        ("rule", "add-edge", "ext:AFP", "phare", "--kind", "credit"),
    ):
        code, out, err = selon(*arguments, "--why", "seen", "--preview")
        assert (code, err) == (0, ""), (arguments, err)
        assert out.startswith("ruling\t"), arguments
    assert selon("rulings")[1] == ""


def test_what_does_not_fit_is_in_the_queue_and_in_the_status(selon: Run, quay: Path, root: Path) -> None:
    assert selon("rule", "set", "quai", "published", "2031-03", "--why", "its address")[0] == 0
    (quay / "captures" / "quai.txt").unlink()
    assert selon("run")[0] == 0
    (queued,) = lines(selon, "rulings", "--open")
    assert "no article of this collection" in str(queued["reason"])
    (status,) = lines(selon, "status")
    validated(root, "status", status)
    assert (status["rulings"], status["open_rulings"]) == (1, 1)


def test_another_persons_rulings_come_in(selon: Run, quay: Path, tmp_path: Path) -> None:
    ident, mine, theirs = attribution(selon, "quai"), tmp_path / "mine.jsonl", tmp_path / "theirs.jsonl"
    selon("accept", ident, "--why", "read it")
    selon("rulings", "--export", mine)
    (quay / "rulings.jsonl").unlink()
    selon("run")
    selon("reject", ident, "--why", "a caption", "--who", "Bo")
    selon("rulings", "--export", theirs)
    code, out, err = selon("rulings", "--merge", mine, "--preview")
    assert (code, len(out.splitlines())) == (0, 2)
    assert "1 contradiction\n" in err
    assert len(lines(selon, "rulings")) == 1
    selon("rulings", "--merge", mine)
    assert [(line["who"], line["state"]) for line in lines(selon, "rulings")] == [("Ada", "overruled"), ("Bo", "applied")]
    assert "0 new" in selon("rulings", "--merge", theirs)[2]
    theirs.write_bytes(theirs.read_bytes()[:-20])  # a copy that lost its end: whose ruling it was is not dropped in silence
    code, out, err = selon("rulings", "--merge", theirs)
    assert (code, out) == (2, "")
    assert "the last line is cut short" in err


def test_the_second_person_is_asked_for(selon: Run, quay: Path) -> None:
    settings = quay / "selon.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "second_person = true\n", encoding="utf-8")
    ident = attribution(selon, "quai")
    assert selon("run")[0] == 0
    assert lines(selon, "accept", ident, "--why", "read it")[0]["state"] == "waiting"
    assert lines(selon, "accept", ident, "--why", "read it too", "--who", "Bo")[0]["state"] == "applied"


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (("accept", "ffff", "--why", "x"), 4, "nothing of this collection has the id"),
        (("rule", "set", "quai", "published", "soon", "--why", "x"), 2, "is no date"),
        (("rule", "set", "quai", "colour", "red", "--why", "x"), 2, "no field"),
        (("rule", "add-attribution", "quai", "--content", "kangourou", "--why", "x"), 4, "do not stand in the text"),
        (("rule", "add-attribution", "quai", "--content", "la", "--why", "x"), 2, "times in the text"),
        (("rule", "add-attribution", "quai", "--content", "5-9999", "--why", "x"), 2, "has no characters"),
        (("rule", "add-edge", "quai", "phare", "--kind", "copy", "--why", "x"), 2, "an edge has a kind"),
        (("undo", "ffff", "--why", "x"), 4, "no ruling has the id"),
        (("rulings", "--merge", "nowhere.jsonl"), 2, "no such file"),
        (("forget", "quai"), 2, "cannot be taken back"),
        (("forget", "nobody", "--yes"), 4, "nobody of this collection"),
        (("article", "nowhere"), 4, "no article of this collection"),
    ],
    ids=lambda value: "_".join(map(str, value[:3])) if isinstance(value, tuple) else "",
)
def test_a_wrong_call_is_told(selon: Run, quay: Path, arguments: tuple[str, ...], code: int, what: str) -> None:
    told, out, err = selon(*arguments)
    assert (told, out) == (code, "")
    assert what in err
    assert "what to do" in err


def test_forget(selon: Run, quay: Path, root: Path) -> None:
    (told,) = lines(selon, "forget", "Lucas Ferrand", "--preview")
    assert validated(root, "forget", told)["articles"] == ["phare"]
    assert lines(selon, "forget", "Lucas Ferrand", "--yes")[0]["kept"] is True
    assert [line["id"] for line in lines(selon, "blocks")] == ["quai"]


def test_a_changed_page_is_two_captures(selon: Run, quay: Path, tmp_path: Path, root: Path) -> None:
    for number, words in enumerate(("Le bac attend.", "Le bac est parti.")):
        page = tmp_path / str(number) / "bac.html"
        page.parent.mkdir()
        link = '<link rel="canonical" href="https://bac.example/1">'
        page.write_text(f'<html lang="fr"><head>{link}</head><body><p>{words}</p><p>La mer monte.</p></body></html>', encoding="utf-8")
        assert selon("add", page, "--to", quay)[0] == 0
    assert selon("run")[0] == 0
    (status,) = lines(selon, "status")
    assert status["changed"] == ["https://bac.example/1"]
    current = next(line["id"] for line in lines(selon, "blocks") if line["url"] == "https://bac.example/1")
    versions = [validated(root, "article-history", line) for line in lines(selon, "article", current, "--history")]
    assert [line["current"] for line in versions] == [False, True]
    assert (versions[1]["added"], versions[1]["removed"]) == (["Le bac est parti."], ["Le bac attend."])
    assert selon("article", current)[0] == 0


def test_search_finds_articles_and_claims_and_goes_on(selon: Run, quay: Path, root: Path) -> None:
    for what, many in (("passages", 3), ("articles", 2), ("claims", 1)):
        found = [validated(root, "search", line) for line in lines(selon, "search", "barriere", "--what", what)]
        assert len(found) == many, what
        last = None
        paged = []
        while len(paged) < many:
            (one,) = lines(selon, "search", "barriere", "--what", what, "--most", 1, *(("--before", last) if last else ()))
            paged.append(one)
            last = one["key"]
        assert paged == found
