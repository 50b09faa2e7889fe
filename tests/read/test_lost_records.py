"""One bad record costs itself alone, and none is lost without a word: what goes in comes out, as an article or as rejected."""

import gzip
import json
import os
import threading
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures
from support.warcs import PAGE, gzipped, http, record, response

_TEXT = "Le bac a quitté le port à l'aube, a déclaré mardi la capitaine Una Brel."


def read(*paths: Path) -> tuple[list[Capture], list[Rejected]]:
    found = list(captures(paths))
    return [one for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Rejected)]


def file(folder: Path, name: str, content: bytes) -> tuple[list[Capture], list[Rejected]]:
    (folder / name).write_bytes(content)
    return read(folder / name)


def lines(many: int) -> bytes:
    return b"".join(json.dumps({"id": f"a{at}", "text": f"{_TEXT} {os.urandom(60).hex()}"}).encode() + b"\n" for at in range(many))


def zstd(content: bytes) -> bytes:
    packed: bytes = pa.compress(content, codec="zstd", asbytes=True)
    return packed


# ---- packed, and piped


@pytest.mark.parametrize("frames", [1, 7, 500])
def test_zstd_whose_first_block_is_longer_than_what_shows_a_format(tmp_path: Path, frames: int) -> None:
    whole = lines(2_000).splitlines(keepends=True)
    size = len(whole) // frames
    parts = [b"".join(whole[at : at + size]) for at in range(0, len(whole), size)]
    found, rejected = file(tmp_path, "wire.jsonl.zst", b"".join(map(zstd, parts)))
    assert (len(found), rejected) == (2_000, [])


def test_gzip_whose_first_member_is_empty(tmp_path: Path) -> None:
    found, rejected = file(tmp_path, "wire.jsonl.gz", gzip.compress(b"") + gzip.compress(lines(50)))
    assert (len(found), rejected) == (50, [])


def test_what_is_packed_twice_is_said(tmp_path: Path) -> None:
    found, (said,) = file(tmp_path, "wire.jsonl.gz", gzip.compress(gzip.compress(lines(500))))
    assert not found
    assert "within a packed one" in said.what


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd])
@pytest.mark.parametrize("first", [(1,), (2, 9), (10,)])
def test_a_pipe_that_begins_with_a_few_bytes(tmp_path: Path, pack: Callable[[bytes], bytes], first: Sequence[int]) -> None:
    pipe, content = tmp_path / "wire", pack(lines(300))
    os.mkfifo(pipe)

    def write() -> None:
        with pipe.open("wb", buffering=0) as out:
            at = 0
            for size in first:
                out.write(content[at : at + size])
                at += size
                time.sleep(0.02)
            out.write(content[at:])

    writer = threading.Thread(target=write)
    writer.start()
    found, rejected = read(pipe)
    writer.join()
    assert (len(found), rejected) == (300, [])


# ---- Parquet


def parquet(folder: Path, column: str, values: pa.Array) -> tuple[list[Capture], list[Rejected]]:
    many = len(values)
    told = {"id": [f"a{at}" for at in range(many)], "text": [f"{_TEXT} {at}" for at in range(many)]}
    pq.write_table(pa.table({**told, column: values}), folder / "wire.parquet")
    return read(folder / "wire.parquet")


def broken_utf8(many: int) -> pa.Array:
    values = pa.array([b"caf\xe9" if at == 3 else b"caf\xc3\xa9" for at in range(many)], pa.binary())
    return pa.Array.from_buffers(pa.string(), many, values.buffers())


@pytest.mark.parametrize(
    ("column", "values", "fourth"),
    [
        ("date", pa.array([1_600_000_000] * 3 + [10**17] + [1_600_000_000] * 6, pa.timestamp("ms")), "100000000000000000"),
        ("date", pa.array([18_000] * 3 + [10**8] + [18_000] * 6, pa.date32()), "100000000"),
        ("date", pa.array([10**18] * 10, pa.duration("s")), "1000000000000000000"),
        ("date", pa.array([1_600_000_000] * 10, pa.timestamp("s", "Mars/Olympus")), "2020-09-13T12:26:40+00:00"),
        ("date", pa.array([float("nan")] * 10), None),
        ("outlet", broken_utf8(10), "café"),
    ],
)
def test_a_cell_that_cannot_be_read_costs_no_row(tmp_path: Path, column: str, values: pa.Array, fourth: str | None) -> None:
    found, rejected = parquet(tmp_path, column, values)
    assert (len(found), rejected) == (10, [])
    assert getattr(found[3].declared, column) == fourth


def test_a_text_that_is_no_utf8_is_read_in_its_own_encoding(tmp_path: Path) -> None:
    found, rejected = parquet(tmp_path, "text", broken_utf8(10))
    assert (len(found), rejected) == (10, [])
    assert found[3].content == b"caf\xe9"


def test_missing_ids_as_pandas_writes_them(tmp_path: Path) -> None:
    found, rejected = parquet(tmp_path, "id", pa.array([float("nan")] * 10))
    assert (len({one.id for one in found}), rejected) == (10, [])


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    table = pa.Table.from_arrays([pa.array(["a", "b"]), pa.array([_TEXT] * 2), pa.array(["x"] * 2)], names=["id", "text", "text"])
    pq.write_table(table, tmp_path / "wire.parquet")
    found, rejected = read(tmp_path / "wire.parquet")
    assert ([one.content.decode() for one in found], rejected) == ([_TEXT] * 2, [])


def test_one_text_that_is_far_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.parquet.MAX_LINE_BYTES", 1_000)
    found, (said,) = parquet(tmp_path, "text", pa.array(["oui"] * 3 + ["non " * 500] + ["oui"] * 6))
    assert len(found) == 9
    assert said.where.endswith("row 4")


# ---- CSV and JSON


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_that_is_far_too_long_costs_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr("selon.read.csv.MAX_LINE_BYTES", 1_000)
    rows = [f'{at},"Oui, {at}"' for at in range(100)]
    rows.insert(40, 'x,"' + "non " * 2_000 + '"')
    found, (said,) = file(tmp_path, "wire.csv", "\n".join(["id,text", *rows]).encode(encoding))
    assert len(found) == 100
    assert "longer than" in said.what
    assert "line 42" in said.where


def test_a_cell_of_many_lines_that_is_far_too_long_costs_its_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.csv.MAX_TEXT_BYTES", 1_000)
    rows = [f'{at},"Oui, {at}"' for at in range(100)]
    rows.insert(40, 'x,"' + "non\n" * 2_000 + '"')
    found, (said,) = file(tmp_path, "wire.csv", "\n".join(["id,text", *rows]).encode())
    assert len(found) == 100
    assert "longer than" in said.what


def test_a_long_line_of_utf16_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    begin = time.process_time()
    found, rejected = file(tmp_path, "wire.csv", ("id,text\na," + "mot " * 8_000_000 + "\nb,oui\n").encode("utf-16"))
    assert time.process_time() - begin < timedelta(seconds=5).total_seconds()  # it took 18
    assert (len(found), len(rejected)) == (1, 1)


@pytest.mark.parametrize(("name", "content"), [("a.csv", b"id,text\n"), ("a.jsonl", b"\n \n\xef\xbb\xbf\n"), ("b.jsonl", b"\n" * 9_000)])
def test_a_table_without_a_row_is_said(tmp_path: Path, name: str, content: bytes) -> None:
    found, (said,) = file(tmp_path, name, content)
    assert not found
    assert "holds no r" in said.what


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("name", ["wire.json", "wire.jsonl"])
def test_a_list_of_records_is_no_text(tmp_path: Path, name: str, indent: int | None) -> None:
    told: list[Any] = [{"id": f"a{at}", "text": _TEXT} for at in range(20)]
    told[7] = {"id": "a7"}
    found, (said,) = file(tmp_path, name, json.dumps(told, indent=indent).encode())
    assert len(found) == 19
    assert said.where.endswith("record 8")


def test_a_list_that_is_cut_is_said(tmp_path: Path) -> None:
    found, (said,) = file(tmp_path, "wire.json", json.dumps([{"id": "a", "text": _TEXT}] * 9).encode()[:-20])
    assert not found
    assert "no JSON" in said.what


def test_a_zero_byte_costs_its_record(tmp_path: Path) -> None:
    found, (said,) = file(tmp_path, "wire.jsonl", b'{"id": "z", "text": "oui\x00"}\n' + lines(20))
    assert len(found) == 20
    assert said.where.endswith("line 1")
    found, rejected = file(tmp_path, "wire.csv", b"id,text\nz,oui\x00\na,non\n")
    assert (len(found), rejected) == (2, [])


# ---- the exports of others


def test_one_broken_message_of_telegram(tmp_path: Path) -> None:
    messages: list[Any] = [{"id": at, "type": "message", "text": f"{_TEXT} {at}"} for at in range(1, 21)]
    content = json.dumps({"name": "Le Phare", "type": "public_channel", "id": 9, "messages": messages}).encode()
    found, (said,) = file(tmp_path, "result.json", content.replace(b"Le bac", b"Le \xff bac", 1))
    assert len(found) == 19
    assert said.where.endswith("message 1")


@pytest.mark.parametrize("chats", ["null", "[1]", '{"list": 5}', '{"list": {"a": 1}}'])
def test_an_export_of_telegram_of_another_shape(tmp_path: Path, chats: str) -> None:
    found, (said,) = file(tmp_path, "result.json", b'{"chats": {"list": []}, "chats": ' + chats.encode() + b"}")
    assert not found
    assert said.fix


_HEADING = b"id,indexed_date,language,media_name,media_url,publish_date,title,url\n"


def test_a_long_list_of_media_cloud_is_counted_whole(tmp_path: Path) -> None:
    rows = b"".join(b"%d,,fr,P,p,,t,http://p.example/%d\n" % (at, at) for at in range(50_003))
    _, (said,) = file(tmp_path, "list.csv", _HEADING + rows)
    assert "50003 addresses" in said.what


def test_a_long_title_in_a_list_of_media_cloud(tmp_path: Path) -> None:
    _, (said,) = file(tmp_path, "list.csv", _HEADING + b'1,,fr,P,p,,"' + b"t" * 200_000 + b'",http://p.example/1\n')
    assert "1 addresses" in said.what


def test_a_transcript_in_utf16(tmp_path: Path) -> None:
    (found,), rejected = file(tmp_path, "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nOui.\n".encode("utf-16"))
    assert (found.content, rejected) == (b"Oui.\n", [])


# ---- archives


@pytest.mark.parametrize("kind", ["text/html, text/html; charset=utf-8", "text/html,charset=utf-8", '"text/html"'])
def test_a_page_whose_media_type_is_written_oddly(tmp_path: Path, kind: str) -> None:
    found, rejected = file(tmp_path, "a.warc", response(1) + response(2, kind=kind))
    assert (len(found), rejected) == (2, [])


@pytest.mark.parametrize("kind", ["Application/HTTP; msgtype=response", "application/octet-stream", ""])
def test_an_answer_whose_record_does_not_say_so_as_it_should(tmp_path: Path, kind: str) -> None:
    found, rejected = file(tmp_path, "a.warc", response(1) + record("response", 2, kind, http(PAGE.encode(), "text/html")))
    assert (len(found), rejected) == (2, [])


def test_records_that_were_packed_at_once_are_not_said_to_be_cut(tmp_path: Path) -> None:
    whole = b"".join(response(at, f"{PAGE}{os.urandom(600).hex()}".encode()) for at in range(1, 200))
    found, rejected = file(tmp_path, "a.warc.gz", gzip.compress(whole))
    assert (len(found), rejected) == (199, [])
    found, rejected = file(tmp_path, "a.warc.gz", gzip.compress(whole)[:-600])
    assert rejected or found[-1].degraded
    assert file(tmp_path, "b.warc.gz", gzipped(response(1), response(2)))[1] == []


# ---- folders


def test_a_folder_that_may_not_be_read_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(_TEXT)
    listed = os.listdir

    def shut(folder: Path) -> list[str]:
        if Path(folder).name == "b":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr("selon.read.paths.os.listdir", shut)
    found, (said,) = read(tmp_path)
    assert [one.id for one in found] == ["a", "c"]
    assert said.where.endswith("b")


def test_a_name_that_is_no_utf8_is_written_out(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    try:
        with open(path, "w", encoding="utf-8") as out:
            out.write(_TEXT)
    except OSError:
        pytest.skip("this system allows no such name")
    (found,), rejected = read(tmp_path)
    assert (found.id, found.address, rejected) == ("\\xe9t\\xe9", "\\xe9t\\xe9.txt", [])
