"""`selon sample`, `score`, `stats`, `manifest`, `replay`, `diff`, `watch`."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from selon.show.research.differing import differences

Run = Callable[..., tuple[int, str, str]]


def validated(out: str, command: str, root: Path) -> list[dict[str, object]]:
    schema = json.loads((root / "docs" / "schemas" / f"line-{command}.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in out.splitlines()]
    for line in lines:
        jsonschema.Draft202012Validator(schema).validate(line)
    return lines


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def test_a_sample_is_labelled_and_scored(selon: Run, harbour: Path, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "labels.csv"
    assert selon("sample", 20, harbour, "--stratify", "lang", "-o", file)[0] == 0
    rows = rows_of(file)
    assert len(rows) == 20
    assert selon("score", file)[0] == 4  # nothing is labelled yet
    with file.open("w", encoding="utf-8", newline="") as out:  # as a spreadsheet program may save it
        table = csv.DictWriter(out, list(rows[0]), delimiter=";")
        table.writeheader()
        table.writerows({**row, "content_ok": "oui", "claimant_ok": "n" if number % 4 == 0 else "y"} for number, row in enumerate(rows))
    code, out_, err = selon("score", file, "--json")
    assert (code, err) == (0, "")
    scores = {(line["measure"], line["group"]): line for line in validated(out_, "score", root)}
    assert scores["precision of the content", "all"]["value"] == 1.0
    assert 0.4 < float(str(scores["precision of the claimant", "all"]["value"])) < 0.95


def test_sentences_are_drawn_blind(selon: Run, harbour: Path, tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    assert selon("sample", 25, harbour, "--task", "sentence", "-o", file)[0] == 0
    text = file.read_text(encoding="utf-8-sig")
    assert "found" not in text.split("\n")[0]
    key = {row["id"]: row["found"] for row in rows_of(tmp_path / "s.key.csv")}
    rows = rows_of(file)
    assert set(key) == {row["id"] for row in rows}
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, list(rows[0]))
        table.writeheader()
        table.writerows({**row, "attribution": "y" if key[row["id"]] == "true" else "n"} for row in rows)
    assert "recall of sentences\tall\t1.0000" in selon("score", file)[1]


@pytest.mark.parametrize("by", ["outlet", "lang", "month", "claimant"])
def test_stats(selon: Run, harbour: Path, root: Path, by: str) -> None:
    code, out, err = selon("stats", harbour, "--by", by, "--json")
    assert (code, err) == (0, "")
    assert validated(out, "stats", root)
    assert selon("stats", harbour, "--by", by)[1].count("\n") == out.count("\n")


def test_a_manifest_is_replayed(selon: Run, harbour: Path, root: Path, tmp_path: Path) -> None:
    file = tmp_path / "m.json"
    assert selon("manifest", harbour, "-o", file, "--day", "2031-03-20")[0] == 0
    told = json.loads(file.read_text(encoding="utf-8"))
    assert {"selon", "python", "libraries", "rules", "languages", "articles", "counts", "answer"} <= set(told)
    code, out, err = selon("replay", file, harbour)
    assert (code, out) == (0, "")
    assert "all is as it was: 20 articles, 14 tables" in err
    told["answer"]["claims"] = "0" * 64
    told["articles"]["gone"] = "1"
    file.write_text(json.dumps(told), encoding="utf-8")
    code, out, err = selon("replay", file, harbour, "--json")
    assert code == 4
    assert [line["what"] for line in validated(out, "replay", root)] == ["articles: gone", "answer: claims"]


def test_what_changed_between_two_exports(selon: Run, harbour: Path, root: Path, tmp_path: Path) -> None:
    before, after = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    selon("export", "jsonl", harbour, "-o", before)
    assert selon("diff", before, harbour)[1:] == ("", "selon: 0 differences\n")
    rows = [json.loads(line) for line in before.read_text(encoding="utf-8").splitlines()]
    claims = [row for row in rows if row["table"] == "claims"]
    claims[0]["max_origins"] += 1
    rows.remove(claims[1])
    after.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    code, out, _ = selon("diff", before, after, "--json")
    assert code == 0
    assert [(line["what"], line["column"]) for line in sorted(validated(out, "diff", root), key=lambda line: str(line["what"]))] == [
        ("changed", "max_origins"),
        ("removed", None),
    ]


def test_what_is_not_there_is_no_difference(selon: Run, harbour: Path, tmp_path: Path) -> None:
    for arguments in ((harbour, tmp_path / "nowhere"), (tmp_path / "nowhere", harbour)):
        code, out, err = selon("diff", *arguments)
        assert (code, out) == (2, "")
        assert "nowhere: there is no such file" in err and "difference" not in err
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("« Le port est fermé », a déclaré Ada Valdor.\n", encoding="utf-8")
    (tmp_path / "pages" / "b.jsonl").write_text("{broken\n", encoding="utf-8")
    code, _, err = selon("diff", tmp_path / "pages", tmp_path / "pages")
    assert code == 3
    assert "selon: 0 differences" in err and "b.jsonl, line 1" in err


def test_what_changed_between_two_results(selon: Run, harbour: Path, root: Path, tmp_path: Path) -> None:
    story = root / "src" / "selon" / "demo" / "story"
    for name in ("one", "two"):
        assert selon("run", "--in", story, "--out", tmp_path / name)[0] == 0
    one, two = tmp_path / "one", tmp_path / "two"
    assert selon("diff", one, two)[1:] == ("", "selon: 0 differences\n")
    (tmp_path / "pages").mkdir()
    for page in sorted(story.glob("*.html"))[1:]:
        (tmp_path / "pages" / page.name).write_bytes(page.read_bytes())
    selon("run", "--in", tmp_path / "pages", "--out", tmp_path / "three")
    code, out, _ = selon("diff", one, tmp_path / "three", "--table", "articles", "--json")
    assert code == 0
    assert {line["what"] for line in validated(out, "diff", root)} == {"removed"}
    for arguments in ((one, harbour), (harbour, one)):
        code, out, err = selon("diff", *arguments)
        assert (code, out) == (2, "")
        assert f"selon load {one}" in err
    assert "there is no table 'gaps'" in selon("diff", one, two, "--table", "gaps")[2]


@pytest.mark.parametrize("command", [["claims"], ["lineage"], ["attributions"], ["add", "--to", "c"], ["export", "csv"]])
def test_a_result_is_not_read_as_texts(selon: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "result.json").write_text("{}", encoding="utf-8")
    code, out, err = selon(command[0], *command[1:], "results")
    assert (code, out) == (2, "")
    assert "selon load results" in err


def test_rows_of_one_key_take_no_square_of_time() -> None:
    rows = [{"table": "reuses", "a_article": "a", "tokens": number} for number in range(60_000)]
    assert list(differences(rows, rows)) == []


def test_feeds_are_asked_once(selon: Run, root: Path, tmp_path: Path) -> None:
    listed = tmp_path / "feeds.opml"
    listed.write_text(
        '<opml><body><outline text="x"><outline xmlUrl="http://127.0.0.1/feed"/></outline><outline xmlUrl="http://127.0.0.1/feed"/>'
        '<outline xmlUrl="javascript:alert(1)"/></body></opml>',
        encoding="utf-8",
    )
    code, out, err = selon("watch", listed, "--to", tmp_path / "c", "--json")
    assert code == 2  # all of it is missing, as `selon add` says it
    (line,) = validated(out, "watch", root)
    assert line["outcome"] == "refused"
    assert "1 refused" in err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["score", "nothing.csv"], 2, "labels cannot be read"),
        (["replay", "nothing.json"], 2, "manifest cannot be read"),
        (["watch", "nothing.opml"], 2, "list cannot be read"),
    ],
)
def test_what_is_missing_is_told(selon: Run, harbour: Path, arguments: list[str], code: int, said: str) -> None:
    done, out, err = selon(*arguments, *([harbour] if arguments[0] == "replay" else []))
    assert (done, out) == (code, "")
    assert said in err


@pytest.mark.parametrize(
    ("command", "name", "content", "said"),
    [
        ("score", "a.csv", "x,y\n1,2\n", "no labels of a sample"),
        ("replay", "a.json", "[]", "no manifest"),
        ("watch", "a.opml", "<opml><body>", "no OPML"),
        ("watch", "b.opml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><opml><outline xmlUrl='&e;'/></opml>", "no OPML"),
        ("diff", "a.jsonl", "not json\n", "no row of an export"),
    ],
    ids=["labels", "manifest", "opml", "entity", "export"],
)  # fmt: skip
def test_what_is_of_another_kind_is_told(
    selon: Run, harbour: Path, tmp_path: Path, command: str, name: str, content: str, said: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    more = [harbour] if command in ("replay", "diff") else []
    code, out, err = selon(command, tmp_path / name, *more)
    assert (code, out) == (2, "")
    assert said in err
