"""Commands that look one thing up: a claim's story, its changes, near sentences, a quotation against a text."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def story(root: Path) -> Path:
    return root / "src" / "selon" / "demo" / "story"


@pytest.fixture
def denied(selon: Run, story: Path) -> dict[str, Any]:
    """The claim of the demo that most articles carry."""
    first: dict[str, Any] = json.loads(selon("claims", "--json", story)[1].splitlines()[0])
    return first


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def check(command: str, found: list[dict[str, Any]], root: Path) -> None:
    schema = json.loads((root / "docs" / "schemas" / f"line-{command}.json").read_text(encoding="utf-8"))
    assert found
    for line in found:
        jsonschema.Draft202012Validator(schema).validate(line)


def test_trace_shows_the_claim_that_an_id_begins(selon: Run, root: Path, story: Path, denied: dict[str, Any]) -> None:
    code, out, _ = selon("trace", denied["id"][:8], "--json", story)
    assert code == 0
    check("trace", lines(out), root)
    assert lines(out) == [denied]


def test_any_appearance_leads_to_its_claim(selon: Run, story: Path, denied: dict[str, Any]) -> None:
    code, out, _ = selon("trace", denied["appearances"][-1]["id"], "--json", story)
    assert code == 0
    assert lines(out)[0]["id"] == denied["id"]


@pytest.mark.parametrize("name", ["zzzz", "ab", ""])
def test_an_id_that_names_nothing(selon: Run, story: Path, name: str) -> None:
    code, out, err = selon("trace", name, story)
    assert (code, out) == (4, "")
    assert "no claim has the id" in err


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_story_to_paste_has_every_appearance_with_its_place(selon: Run, story: Path, denied: dict[str, Any], form: str) -> None:
    code, out, _ = selon("trace", denied["id"], "--paste", form, story)
    assert code == 0
    assert "\x1b" not in out
    told, bare = denied["appearances"], out.replace("\\", "").replace("\n", "").replace(" ", "")
    placed = [one for one in told if f"{one['article']}:{one['spans'][0][0]}" in bare]
    assert len(placed) >= (len(told) if form == "markdown" else min(8, len(told)))


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_each_station_of_a_chain_that_is_pasted_has_its_words_and_their_place(
    selon: Run, story: Path, denied: dict[str, Any], form: str
) -> None:
    bare = selon("trace", denied["id"], "--paste", form, story)[1].replace("\\", "").replace("\n", "").replace(" ", "")
    ways: dict[tuple[str, ...], list[list[dict[str, Any]]]] = {}  # stations -> the chains through them
    for chain in denied["chains"]:
        if len(chain["hops"]) > 2:
            ways.setdefault(tuple(hop["name"] for hop in chain["hops"]), []).append([hop["passage"] for hop in chain["hops"][1:]])
    assert ways
    for names, chains in ways.items():
        assert all(name.replace(" ", "") in bare for name in names)
        placed = [all(f"{one['article']}:{one['start']}-{one['end']}" in bare for one in passages) for passages in chains]
        assert any(placed)


def test_a_chain_in_a_pipe_has_its_article_and_its_characters(selon: Run, story: Path, denied: dict[str, Any]) -> None:
    rows = [row.split("\t") for row in selon("trace", denied["id"], story)[1].splitlines() if row.startswith("chain\t")]
    articles = {one["id"]: one["article"] for one in denied["appearances"]}
    assert [row[1] for row in rows] == [articles[chain["appearance"]] for chain in denied["chains"]]
    for row, chain in zip(rows, denied["chains"], strict=True):
        assert row[2] == " ".join(f"{hop['passage']['start']}-{hop['passage']['end']}" for hop in chain["hops"] if hop["passage"])


def test_nothing_of_a_text_becomes_markdown(selon: Run, tmp_path: Path) -> None:
    said = "Ada Brynn a déclaré que « [le *port*](https://www.harbour.example) est `fermé` | <b>fini</b> »."
    (tmp_path / "a.txt").write_text(f"Le port\n\n{said}\n", encoding="utf-8")
    claim = lines(selon("claims", "--json", tmp_path)[1])[0]
    out = selon("trace", claim["id"], "--paste", "markdown", tmp_path)[1]
    bare = out.replace("\\\\", "")
    for sign in ("[le", "*port", "`fermé", "<b", "://"):
        assert f"\\{sign}" in bare
        assert bare.count(sign) == bare.count(f"\\{sign}")


def test_changes_carry_the_words_before_and_after(selon: Run, root: Path, story: Path, denied: dict[str, Any]) -> None:
    code, out, _ = selon("changes", denied["id"], "--json", story)
    assert code == 0
    check("changes", lines(out), root)
    texts = {line["id"]: line["text"] for line in lines(selon("blocks", "--json", story)[1])}
    assert len(lines(out)) == len(denied["changes"])
    for one in lines(out):
        for side, article in (("before", one["from"]), ("after", one["to"])):
            assert texts[article][one[side]["start"] : one[side]["end"]] == one[side]["text"]


def test_denials_count_who_repeats_the_claim_in_silence(selon: Run, story: Path) -> None:
    for one in lines(selon("denials", "--json", story)[1]):
        assert len(one["silent"]) <= one["later"]
        assert one["later"] == 0 or one["claim"]


def test_what_is_cited_most_is_looked_for_first(selon: Run, story: Path) -> None:
    found = lines(selon("gaps", "--json", story)[1])
    assert found
    held = {line["id"] for line in lines(selon("blocks", "--json", story)[1])}
    assert not held & {one["name"] for one in found}
    assert all(one["evidence"] for one in found)
    listed = {one["id"] for one in lines(selon("claims", "--json", story)[1])}
    assert any(one["claims"] for one in found)
    assert all(set(one["claims"]) <= listed for one in found)
    assert [one["articles"] for one in found] == sorted((one["articles"] for one in found), reverse=True)


def test_near_finds_a_sentence_in_other_order_and_without_accents(selon: Run, root: Path, story: Path) -> None:
    code, out, _ = selon("near", "sirene retenti barriere refermee", "--json", story, "--most", "3")
    assert code == 0
    check("near", lines(out), root)
    best = lines(out)[0]
    assert "sirène" in best["text"]
    assert best["claims"]
    texts = {line["id"]: line["text"] for line in lines(selon("blocks", "--json", story)[1])}
    assert texts[best["article"]][best["start"] : best["end"]] == best["text"]
    assert {texts[best["article"]][start:end] for start, end in best["words"]} >= {"sirène", "retenti"}


@pytest.mark.parametrize("words", ["", " ", "?!"])
def test_near_to_no_word_there_is_nothing(selon: Run, story: Path, words: str) -> None:
    assert selon("near", words, story)[0] == 4


def test_near_finds_nothing(selon: Run, story: Path) -> None:
    code, out, err = selon("near", "des kangourous mauves jouent au croquet", story)
    assert (code, out) == (4, "")
    assert "no sentence is near" in err


TRANSCRIPT = """La présidente du port ouvre la séance.
Nous avons fermé la barrière à deux heures parce que la mer montait, et nous le referions demain matin.
La séance est levée."""


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    path = tmp_path / "transcript.txt"
    path.write_text(TRANSCRIPT, encoding="utf-8")
    return path


def test_a_quotation_word_for_word(selon: Run, root: Path, transcript: Path) -> None:
    code, out, _ = selon("compare", transcript, "nous avons fermé la barrière à deux heures", "--json")
    assert code == 0
    check("compare", lines(out), root)
    (one,) = lines(out)
    assert (one["share"], one["edits"]) == (1.0, [])
    assert one["passage"]["text"] == "Nous avons fermé la barrière à deux heures"


def test_each_word_that_differs_is_shown(selon: Run, transcript: Path) -> None:
    out = selon("compare", transcript, "Nous avons fermé la barrière à trois heures, et nous le referions")[1]
    rows = [row.split("\t")[3:] for row in out.splitlines()]
    assert rows == [["replace", "trois", "deux"], ["insert", "", "parce que la mer montait"]]


def test_an_omission_that_is_marked_is_no_difference(selon: Run, transcript: Path) -> None:
    found = lines(selon("compare", transcript, "Nous avons fermé la barrière […] nous le referions demain matin", "--json")[1])
    assert [one["edits"] for one in found] == [[], []]
    assert [one["passage"]["text"] for one in found] == ["Nous avons fermé la barrière", "nous le referions demain matin"]


def test_a_quotation_that_nobody_said_there(selon: Run, transcript: Path) -> None:
    code, out, err = selon("compare", transcript, "les kangourous mauves jouent au croquet")
    assert (code, out) == (4, "")
    assert "no passage like this quotation" in err


def test_an_article_of_a_folder_is_named_by_its_id(selon: Run, transcript: Path) -> None:
    assert selon("compare", "transcript", "la séance est levée", transcript.parent)[0] == 0
    assert selon("compare", "nowhere", "la séance est levée", transcript.parent)[0] == 4


@pytest.mark.usefixtures("for_people")
def test_what_is_not_listed_of_a_claim_is_counted(selon: Run, story: Path, denied: dict[str, Any]) -> None:
    told = " ".join(selon("trace", denied["id"], story)[1].split())
    whole = " ".join(selon("trace", denied["id"], story, "--paste", "text")[1].split())
    assert f"… and {len(denied['appearances']) - 8} more appearances" in told
    assert f"… and {len(denied['first']['mentioned']) - 2} more mentions" in told
    assert "more appearances" not in whole
    assert all(f"{one['article']}:{one['start']}" in whole for one in denied["appearances"])


@pytest.fixture
def for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.cli.output.is_for_people", lambda: True)
