"""How files are cut: by counts, alike on any machine."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from selon import read
from selon.api.large import inputs
from selon.engine import Local
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import Source
from support import invented_news

MANY = 700


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("cut")
    invented_news.files(home / "news", many=MANY, each=MANY)  # one large file
    for number in range(5):
        (home / "news" / f"page-{number}.txt").write_text(invented_news.article(number)["text"], encoding="utf-8")
    (home / "news" / "page-9.html").write_text(f"<html><body><p>Une page longue.</p>{'<br>' * 60_000}</body></html>", encoding="utf-8")
    return home


def cut(folder: Path, records: int) -> list[inputs.Slice]:
    found, rejected = inputs.inputs([folder / "news"], folder)
    assert rejected == []
    large = [one.source for one in found if inputs.is_large(one)]
    assert [source.address for source in large] == ["wire-000.jsonl"]  # a long page is one record
    counts = {source.address: inputs.counted(source, Local()) for source in large}
    assert counts == {"wire-000.jsonl": MANY}
    return list(inputs.slices(found, counts, records))


@pytest.mark.parametrize("records", [250, 700, 9_000])
def test_every_record_stands_in_one_slice(folder: Path, records: int) -> None:
    told = [one.id for piece in cut(folder, records) for one in inputs.captures(piece, Local()) if isinstance(one, Capture)]
    assert len(told) == len(set(told)) == MANY + 6


@pytest.mark.parametrize("first", [0, 3, 5, 7, 8])
@pytest.mark.parametrize("name", ["news.jsonl", "news.parquet", "groups.parquet", "news.csv"])
def test_what_stands_behind_some_records_is_what_is_left_of_all(name: str, first: int, tmp_path: Path) -> None:
    rows = [{"id": f"a{number}", "text": "" if number == 4 else f"Le texte {number}."} for number in range(8)]  # one is rejected
    path = tmp_path / name
    if name.endswith("parquet"):
        pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=3 if name.startswith("groups") else None)
    elif name.endswith("csv"):
        path.write_text("id,text\n" + "".join(f"{row['id']},{row['text']}\n" for row in rows))
    else:
        path.write_text("\n" + "\n\n".join(json.dumps(row) for row in rows))
    source = next(one for one in read.sources([path]) if isinstance(one, Source))
    whole = list(read.records(source))
    assert len(whole) == 8 and [isinstance(one, Rejected) for one in whole].count(True) == 1
    assert [one for one in read.records_behind(source, first) if one is not None] == whole[first:]


def test_small_files_stand_together_and_large_ones_are_cut(folder: Path) -> None:
    pieces = cut(folder, 250)
    assert [(len(piece.sources), piece.first, piece.last) for piece in pieces] == [
        (6, 0, None),
        (1, 0, 250),
        (1, 250, 500),
        (1, 500, None),
    ]


def test_a_slice_is_called_by_what_it_holds(folder: Path, tmp_path: Path) -> None:
    first = [piece.inputs for piece in cut(folder, 250)]
    assert len(set(first)) == len(first)
    (folder / "inputs.json").unlink()
    assert [piece.inputs for piece in cut(folder, 250)] == first
    page = folder / "news" / "page-0.txt"
    page.write_text(page.read_text() + " ")
    assert [one == other for one, other in zip((piece.inputs for piece in cut(folder, 250)), first, strict=True)] == [
        False,
        True,
        True,
        True,
    ]
