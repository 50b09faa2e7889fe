"""Labels of a sample: kept one by one, every other cell as it was, none lost between two people."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from selon.api import samples
from selon.errors import NotFound, UsageError
from selon.show.research import scoring
from selon.show.research.sampling import Drawn
from selon.show.research.sheets import rows, sheet


def drawn(number: int, words: str) -> Drawn:
    return Drawn(
        id=f"{number:04x}", stratum="all", stratum_size=90, stratum_drawn=40, article="quai", outlet="Le Phare; du soir", lang="fr",
        start=0, end=9, context=f'«{words}», dit-il,\nau "port"', words=words, source="=il", cue="dit", claimant="",
        stance="asserted", found=True,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / samples.FOLDER).mkdir()
    path = samples.sheet_path(tmp_path, "attribution", "a/../1")
    assert path.parent == tmp_path / samples.FOLDER
    path.write_bytes(sheet([drawn(number, f"-{number} °C") for number in range(40)], "attribution"))
    (tmp_path / samples.FOLDER / "notes.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    return tmp_path


def test_a_label_changes_its_cell_and_no_other(folder: Path) -> None:
    (one,) = samples.samples(folder)
    path = folder / samples.FOLDER / one.name
    before = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    samples.label(folder, one.name, "0003", {"content_ok": "y", "claimant_ok": "n"})
    after = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    differing = [(line, at) for line, (a, b) in enumerate(zip(before, after, strict=True)) for at in range(len(a)) if a[at] != b[at]]
    assert [(line, after[0][at]) for line, at in differing] == [(4, "content_ok"), (4, "claimant_ok")]
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") and b"'=il" in path.read_bytes()
    samples.label(folder, one.name, "0003", {"content_ok": "", "claimant_ok": ""})
    assert list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))) == before


def test_a_sheet_that_a_spreadsheet_program_has_saved_keeps_its_separator(folder: Path) -> None:
    (one,) = samples.samples(folder)
    path = folder / samples.FOLDER / one.name
    held = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    page = io.StringIO(newline="")
    csv.writer(page, delimiter=";").writerows(held)
    path.write_text(page.getvalue(), encoding="utf-8")
    samples.label(folder, one.name, "0000", dict.fromkeys(one.columns, "oui"))
    found = samples.sample(folder, one.name)
    assert found.labelled == 1 and found.rows[0]["outlet"] == "Le Phare; du soir"
    assert ";" in path.read_text("utf-8-sig").split("\n")[0]


def test_two_who_label_at_the_same_time_lose_nothing(folder: Path) -> None:
    (one,) = samples.samples(folder)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: samples.label(folder, one.name, f"{number:04x}", {"stance_ok": "y"}), range(40)))
    assert all(scoring.labelled(row["stance_ok"]) for row in samples.sample(folder, one.name).rows)


def test_the_next_passage_is_one_that_lacks_a_label(folder: Path) -> None:
    (one,) = samples.samples(folder)
    for ident in ("0000", "0001", "0003"):
        samples.label(folder, one.name, ident, dict.fromkeys(one.columns, "y"))
    found = samples.sample(folder, one.name)
    assert (found.next_after(-1), found.next_after(2), found.next_after(39)) == (2, 4, 2)
    assert samples.has_labels(folder / samples.FOLDER / one.name)
    assert {score.count for score in samples.scores(folder, found)} == {3}


@pytest.mark.parametrize("name", ["../selon.toml", "none.csv", "/etc/passwd", ".csv", ""])
def test_no_other_file_is_a_sample(folder: Path, name: str) -> None:
    with pytest.raises(NotFound):
        samples.sample(folder, name)


def test_what_is_no_label_is_refused(folder: Path) -> None:
    (one,) = samples.samples(folder)
    before = (folder / samples.FOLDER / one.name).read_bytes()
    for ident, labels, error in (("0000", {"words": "y"}, UsageError), ("0000", {"content_ok": "?"}, UsageError), ("zz", {}, NotFound)):
        with pytest.raises(error):
            samples.label(folder, one.name, ident, labels)
    assert (folder / samples.FOLDER / one.name).read_bytes() == before
    assert len(rows(before, "here")) == 40
