"""What each command prints: JSON Lines by their schema, rows for a pipe, spans that are the text's own characters."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., tuple[int, str, str]]
COMMANDS = ("blocks", "attributions", "dates", "reuse", "lineage", "claims", "denials", "gaps")


@pytest.fixture
def story(root: Path) -> Path:
    return root / "src" / "selon" / "demo" / "story"


def schema_of(command: str, root: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((root / "docs" / "schemas" / f"line-{command}.json").read_text(encoding="utf-8")))


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_json_follows_its_schema(selon: Run, root: Path, story: Path, command: str) -> None:
    code, out, _ = selon(command, "--json", story)
    assert code == 0
    assert lines(out)
    validator = schema_of(command, root)
    for line in lines(out):
        validator.validate(line)


@pytest.mark.data
@pytest.mark.parametrize("command", ["blocks", "attributions", "dates", "lineage", "claims"])
def test_json_of_the_five_pages_follows_its_schema(selon: Run, root: Path, data: Path, command: str) -> None:
    code, out, _ = selon(command, "--json", data / "seeds")
    assert code == 0
    for line in lines(out):
        schema_of(command, root).validate(line)


@pytest.mark.parametrize("command", COMMANDS)
def test_rows_have_the_same_columns_everywhere(selon: Run, story: Path, command: str) -> None:
    code, out, _ = selon(command, story)
    assert code == 0
    assert len({row.count("\t") for row in out.splitlines()}) == 1


def test_spans_are_the_characters_of_the_text(selon: Run, story: Path) -> None:
    texts = {line["id"]: line["text"] for line in lines(selon("blocks", "--json", story)[1])}
    for line in lines(selon("attributions", "--json", story)[1]):
        for one in line["attributions"]:
            for span in (one["source"], one["cue"], one["via"], *one["content"]):
                assert span is None or texts[line["id"]][span["start"] : span["end"]] == span["text"]
    for line in lines(selon("dates", "--json", story)[1]):
        for one in line["dates"]:
            assert texts[line["id"]][one["start"] : one["end"]] == one["text"]


def test_blocks_tile_the_text(selon: Run, story: Path) -> None:
    for line in lines(selon("blocks", "--json", story)[1]):
        ends = [0, *(block["end"] for block in line["blocks"])]
        assert [block["start"] for block in line["blocks"]] == ends[:-1]
        assert ends[-1] == len(line["text"])


def test_explain_names_rule_and_rows(selon: Run, root: Path, story: Path) -> None:
    one = lines(selon("attributions", "--json", story)[1])[0]["attributions"][0]
    code, out, _ = selon("explain", one["id"], story, "--json")
    assert code == 0
    schema_of("explain", root).validate(lines(out)[0])
    assert lines(out)[0]["attribution"]["rule"] == one["rule"]
    assert any(".toml" in reason for reason in lines(out)[0]["attribution"]["reasons"])


def test_claims_lists_repeated_and_attributed_ones_and_all_lists_every_statement(selon: Run, story: Path) -> None:
    some, every = (lines(selon("claims", "--json", story, *more)[1]) for more in ((), ("--all",)))
    assert all(len(line["appearances"]) > 1 or line["appearances"][0]["attribution"] for line in some)
    assert {line["id"] for line in some} < {line["id"] for line in every}


def test_two_runs_print_the_same(selon: Run, story: Path) -> None:
    assert selon("claims", "--json", story)[1] == selon("claims", "--json", story)[1]


@pytest.mark.parametrize("command", [*COMMANDS])
def test_people_get_a_listing(selon: Run, story: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setattr("selon.cli.output.is_for_people", lambda: True)
    code, out, _ = selon(command, story)
    assert code == 0
    assert any(sign in out for sign in "■─○")
