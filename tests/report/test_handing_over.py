"""`selon report`, `selon retract`, `selon dossier`."""

import hashlib
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

import selon as selon_api
from selon.show.report.dossier import MANIFEST, faults, packed

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def claim(harbour: Path) -> str:
    return max(selon_api.open(harbour).claims(), key=lambda story: len(story.claim.appearances)).claim.id


def test_a_report_is_written_and_retracted(selon: Run, harbour: Path, claim: str, tmp_path: Path) -> None:
    first, second = tmp_path / "r.html", tmp_path / "r2.html"
    code, out, err = selon("report", claim[:8], harbour, "-o", first, "--lang", "en", "--operator", "Ada Brynn", "--day", "2031-03-20")
    assert (code, out, err) == (0, "", f"selon: written: {first}\n")
    assert "Report on one claim" in first.read_text(encoding="utf-8")
    assert selon("retract", first, harbour, "--why", "a wrong <name>", "-o", second, "--day", "2031-04-02")[0] == 0
    page = second.read_text(encoding="utf-8")
    assert "This report replaces an earlier one" in page
    assert "a wrong &lt;name&gt;" in page
    assert hashlib.sha256(first.read_bytes()).hexdigest() in page
    assert "Nothing else is different from it." in page
    assert "Ada Brynn" in page and "2 April 2031" in page


def test_what_is_different_is_listed(selon: Run, harbour: Path, claim: str, tmp_path: Path) -> None:
    first, second = tmp_path / "r.html", tmp_path / "r2.html"
    selon("report", claim, harbour, "-o", first, "--lang", "en")
    pages = tmp_path / "pages"
    shutil.copytree(harbour / "captures", pages)
    (next(pages.rglob("who-closed-it*"))).unlink()
    assert selon("retract", first, pages, "--why", "one text is gone", "-o", second)[0] == 0
    page = second.read_text(encoding="utf-8")
    assert "What is different from it" in page
    assert "articles in the collection" in page


def test_a_claim_that_is_gone_leaves_a_page_that_says_so(selon: Run, harbour: Path, claim: str, tmp_path: Path) -> None:
    selon("report", claim, harbour, "-o", tmp_path / "r.html")
    (tmp_path / "other.txt").write_text("Selon Ada Brynn, maire de Port-Elvane, le phare est éteint.\n", encoding="utf-8")
    assert selon("retract", tmp_path / "r.html", tmp_path / "other.txt", "--why", "erreur", "-o", tmp_path / "r2.html")[0] == 0
    page = (tmp_path / "r2.html").read_text(encoding="utf-8")
    assert "Rapport retiré" in page
    assert "erreur" in page


def test_a_file_that_is_no_report(selon: Run, harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>no</p>", encoding="utf-8")
    code, _, err = selon("retract", tmp_path / "a.html", harbour, "--why", "x", "-o", tmp_path / "b.html")
    assert code == 2
    assert "no report of selon report" in err


@pytest.mark.xdist_group("browser")
@pytest.mark.skipif(not shutil.which("chromium"), reason="no chromium here to print with")
def test_a_report_as_pdf(selon: Run, harbour: Path, claim: str, tmp_path: Path) -> None:
    assert selon("report", claim, harbour, "-o", tmp_path / "r.pdf", "--lang", "en")[0] == 0
    pages = PdfReader(tmp_path / "r.pdf").pages
    assert len(pages) > 2
    assert "Report on one claim" in pages[0].extract_text()


def test_no_browser_is_told(selon: Run, harbour: Path, claim: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, err = selon("report", claim, harbour, "-o", tmp_path / "r.pdf")
    assert code == 2
    assert "no browser" in err


def test_a_dossier_is_whole_and_checked(selon: Run, harbour: Path, claim: str, tmp_path: Path) -> None:
    file = tmp_path / "d.zip"
    assert selon("dossier", claim, harbour, "-o", file, "--day", "2031-03-20")[0] == 0
    again = tmp_path / "d2.zip"
    selon("dossier", claim, harbour, "-o", again, "--day", "2031-03-20")
    assert file.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(file) as parts:
        names = parts.namelist()
        assert names[0] == MANIFEST
        assert {"report.html", "passages.jsonld", "captures.jsonl", "rulings.jsonl"} <= set(names)
        captures = [name for name in names if name.startswith("captures/")]
        assert len(captures) > 5
        held = {path.read_bytes() for path in (harbour / "captures").rglob("*") if path.is_file()}
        assert sum(parts.read(name) in held for name in captures) >= len(captures) - 2  # the others stand in an archive
    code, out, _ = selon("dossier", "--verify", file)
    assert (code, out) == (0, f"{len(names) - 1} parts are as they were packed\n")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"a.txt": b"other"}, "a.txt: it is not what was packed"),
        ({"c.txt": b"new"}, "c.txt: it is not in the list"),
        ({"b.txt": None}, "b.txt: it is listed, and missing"),
    ],
    ids=["changed", "added", "removed"],
)
def test_a_dossier_that_was_changed_is_found_out(change: dict[str, bytes | None], said: str) -> None:
    whole = packed({"a.txt": b"one", "b.txt": b"two"})
    assert faults(whole, where="x") == ([], 2)
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name, content in change.items():
        if content is None:
            del parts[name]
        else:
            parts[name] = content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    assert said in faults(out.getvalue(), where="x")[0][0]


@pytest.mark.parametrize(
    "content", [b"", b"no zip", b"PK\x03\x04broken", b"PK\x05\x06" + bytes(18)], ids=["empty", "text", "broken", "no list"]
)
def test_what_is_no_dossier_is_told(selon: Run, content: bytes, tmp_path: Path) -> None:
    (tmp_path / "d.zip").write_bytes(content)
    code, out, err = selon("dossier", "--verify", tmp_path / "d.zip")
    assert (code, out) == (2, "")
    assert "no dossier" in err


def test_wrong_calls(selon: Run, harbour: Path, tmp_path: Path) -> None:
    assert selon("dossier", "0f07e8", harbour)[0] == 2
    assert selon("report", "ffffffff", harbour, "-o", tmp_path / "x.html")[0] == 4
    assert selon("dossier", "--verify", tmp_path / "nothing.zip")[0] == 2
    code, _, err = selon("dossier", "0f07e8", harbour, "-o", tmp_path / "d.zip", "--verify", tmp_path / "nothing.zip")
    assert code == 2 and "--verify makes no dossier" in err and not (tmp_path / "d.zip").exists()
    for more in (("--paste", "text", "--json"), ("--svg", tmp_path / "x.svg", "--paste", "text"), ("--svg", tmp_path / "x.svg", "--json")):
        code, out, err = selon("trace", "0f07e8", harbour, *more)
        assert (code, out) == (2, "") and "one of --svg, --paste and --json alone" in err


def test_a_report_is_not_written_over_by_the_one_that_replaces_it(selon: Run, harbour: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    claim = json.loads(selon("claims", "--json", harbour)[1].splitlines()[0])["id"]
    assert selon("report", claim, harbour, "-o", path)[0] == 0
    before = path.read_bytes()
    code, _, err = selon("retract", path, harbour, "--why", " ", "-o", tmp_path / "b.html")
    assert code == 2 and "does not say why" in err and not (tmp_path / "b.html").exists()
    code, _, err = selon("retract", path, harbour, "--why", "x", "-o", tmp_path / "." / "a.html")
    assert (code, path.read_bytes()) == (2, before)
    assert "write over the report" in err


def test_where_nothing_was_read_no_report_is_withdrawn(selon: Run, harbour: Path, tmp_path: Path) -> None:
    claim = json.loads(selon("claims", "--json", harbour)[1].splitlines()[0])["id"]
    assert selon("report", claim, harbour, "-o", tmp_path / "a.html")[0] == 0
    code, _, err = selon("retract", tmp_path / "a.html", tmp_path / "nowhere", "--why", "x", "-o", tmp_path / "b.html")
    assert code == 2
    assert "no such file" in err
    assert not (tmp_path / "b.html").exists()
