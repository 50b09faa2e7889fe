"""`selon export`."""

import json
from pathlib import Path

import pytest
from export_checks import Run


def test_a_file_and_its_count(selon: Run, harbour: Path, tmp_path: Path) -> None:
    code, out, err = selon("export", "csv", harbour, "-o", tmp_path / "a.csv", "--table", "articles")
    assert (code, out) == (0, "")
    assert err == f"selon: 20 rows in {tmp_path / 'a.csv'}\n"
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle,digest,")


def test_stdout_is_the_file(selon: Run, harbour: Path, tmp_path: Path) -> None:
    code, out, err = selon("export", "gexf", harbour, "--day", "2031-03-20")
    assert (code, err) == (0, "selon: 30 edges\n")
    selon("export", "gexf", harbour, "--day", "2031-03-20", "-o", tmp_path / "l.gexf")
    assert (tmp_path / "l.gexf").read_bytes().decode() == out


def test_a_folder_gets_every_table(selon: Run, harbour: Path, tmp_path: Path) -> None:
    assert selon("export", "parquet", harbour, "-o", f"{tmp_path}/tables/")[0] == 0
    assert len(list((tmp_path / "tables").glob("*.parquet"))) == 14


def test_one_claim_without_text(selon: Run, harbour: Path) -> None:
    listed = selon("claims", harbour, "--json")[1].splitlines()
    claim = max(map(json.loads, listed), key=lambda one: len(one["appearances"]))
    code, out, _ = selon("export", "schemaorg", harbour, "--claim", claim["id"][:6], "--no-text")
    assert code == 0
    assert claim["label"] not in out
    assert [one["@id"] for one in json.loads(out)["@graph"] if one["@type"] == "Claim"] == [f"urn:selon:claim:{claim['id']}"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["csv", "--claim", "ffffff"], 4, "no claim has the id"),
        (["gexf", "--table", "claims"], 2, "holds no single table"),
        (["csv", "--day", "yesterday"], 2, "is no day"),
        (["pdf"], 2, "'pdf' is not one of"),
    ],
    ids=["no such claim", "no such table", "no such day", "no such format"],
)
def test_a_wrong_call_is_told(selon: Run, harbour: Path, arguments: list[str], code: int, said: str) -> None:
    done, out, err = selon("export", *arguments, harbour)
    assert (done, out) == (code, "")
    assert said in err


def test_a_folder_that_cannot_be_written(selon: Run, harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("no folder", encoding="utf-8")
    code, _, err = selon("export", "csv", harbour, "-o", tmp_path / "a" / "b.csv")
    assert code == 2
    assert "the file cannot be written" in err
    assert "Traceback" not in err
    assert err.count("where:") == 1


def test_a_full_disk_leaves_the_old_file(selon: Run, harbour: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    code, _, err = selon("export", "csv", harbour, "-o", full / "x.csv")
    assert code == 2
    assert "the file cannot be written" in err
