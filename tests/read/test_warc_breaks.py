"""Archives with a broken record in their middle: it is said and counted, and every record around it is read, and can be erased."""

import gzip
import os
import random
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures, holds_any, sources, without
from selon.read.first_bytes import ZSTD
from support.warcs import response

_RECORDS = 7
_IN_DICTIONARY = 4
_BROKEN = 3  # the number of the record that is damaged


def _page(number: int, words: int = 60) -> bytes:
    chance = random.Random(number)
    return f"<html><body><p>Page {number} {' '.join(str(chance.random()) for _ in range(words))}</p></body></html>".encode()


def _records(words: int = 60) -> list[bytes]:
    return [response(number, _page(number, words)) for number in range(_RECORDS)]


def _zstd(content: bytes) -> bytes:
    packed: bytes = pa.compress(content, codec="zstd", asbytes=True)
    return packed


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


Pack = Callable[[bytes], bytes]
_PACKINGS = pytest.mark.parametrize("pack", [_gzip, bytes, _zstd], ids=["gzip", "plain", "zstd"])


def _damaged(how: str, record: bytes, pack: Pack) -> bytes:
    """The bytes of a record in the file, damaged."""
    if how == "length":
        record = re.sub(rb"(\r\nContent-Type: application/http[^\r]*\r\nContent-Length: )\d+", rb"\g<1>99999999", record)
    if how == "no length":
        record = re.sub(rb"(\r\nContent-Type: application/http[^\r]*\r\nContent-Length: )\d+", rb"\g<1>abc", record)
    raw = pack(record)
    middle = len(raw) // 2
    return {
        "first bytes": b"\0\0\0\0" + raw[4:],
        "head": raw[:12] + b"\xff" * 40 + raw[52:],
        "all": bytes(len(raw)),
        "cut out": raw[40:],
        "half": raw[:middle],
        "between": raw + b"\r\nnothing of an archive\r\n",
        "middle": raw[:middle] + b"\xff" * 9 + raw[middle + 9 :],
    }.get(how, raw)


def _file(path: Path, how: str, pack: Pack, *, words: int = 60, broken: int = _BROKEN) -> Path:
    records = _records(words)
    raw = [pack(one) for one in records]
    raw[broken] = _damaged(how, records[broken], pack)
    path.write_bytes(b"".join(raw))
    return path


def _through_a_pipe(path: Path) -> list[Capture | Rejected]:
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(path.read_bytes()))
    writer.start()
    found = list(captures([pipe]))
    writer.join(timeout=30)
    return found


def _one_is_lost(found: list[Capture | Rejected], broken: int) -> None:
    read = [int(one.address.rpartition("/")[2]) for one in found if isinstance(one, Capture)]
    refused = [one for one in found if isinstance(one, Rejected)]
    assert [number for number in read if number != broken] == [number for number in range(_RECORDS) if number != broken]
    assert len(refused) <= 1
    assert refused or broken in read
    assert all("record" in one.where or f"x.example/{broken}" in one.where or f"#{broken + 1}" in one.where for one in refused)


@_PACKINGS
@pytest.mark.parametrize("words", [60, 20_000])
@pytest.mark.parametrize("how", ["first bytes", "head", "all", "cut out", "half", "between", "middle", "length", "no length"])
def test_one_broken_record_costs_itself(tmp_path: Path, how: str, pack: Pack, words: int) -> None:
    path = _file(tmp_path / "a.warc", how, pack, words=words)
    _one_is_lost(list(captures([path])), _BROKEN)
    _one_is_lost(_through_a_pipe(path), _BROKEN)


@_PACKINGS
@pytest.mark.parametrize("how", ["first bytes", "head", "all", "cut out", "half", "middle"])
def test_the_very_first_record_is_broken(tmp_path: Path, how: str, pack: Pack) -> None:
    _one_is_lost(list(captures([_file(tmp_path / "a.warc", how, pack, broken=0)])), 0)


def test_where_an_archive_is_broken_is_said(tmp_path: Path) -> None:
    (said,) = [one for one in captures([_file(tmp_path / "a.warc", "all", bytes)]) if isinstance(one, Rejected)]
    sizes = [len(one) for one in _records()]
    assert f"between its bytes {sum(sizes[:2])} and {sum(sizes[:4])}" in said.what


@pytest.mark.parametrize("name", ["dictionary.warc.zst", "packed_dictionary.warc.zst"])
def test_behind_a_break_frames_are_unpacked_with_the_dictionary(tmp_path: Path, name: str) -> None:
    whole = Path(__file__).with_name("archives").joinpath(name).read_bytes()
    places = [found.start() for found in re.finditer(re.escape(ZSTD[0]), whole)][-_IN_DICTIONARY:]
    assert len(places) == _IN_DICTIONARY
    (tmp_path / "a.warc.zst").write_bytes(whole)
    addresses = [one.address for one in captures([tmp_path / "a.warc.zst"]) if isinstance(one, Capture)]
    at = places[_IN_DICTIONARY // 2]
    (tmp_path / "a.warc.zst").write_bytes(whole[:at] + bytes(9) + whole[at + 9 :])
    for found in (list(captures([tmp_path / "a.warc.zst"])), _through_a_pipe(tmp_path / "a.warc.zst")):
        read = [one.address for one in found if isinstance(one, Capture)]
        assert len(addresses) - 1 <= len(read) <= len(addresses)
        assert read[-1] == addresses[-1]
        assert len([one for one in found if isinstance(one, Rejected)]) == 1


def test_out_of_a_pipe_no_more_is_held_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.rewinding.MAX_HELD_BYTES", 1_100_000)
    _one_is_lost(_through_a_pipe(_file(tmp_path / "a.warc", "middle", _gzip, words=150_000)), _BROKEN)


def test_a_large_record_that_breaks_in_its_middle_is_counted_once(tmp_path: Path) -> None:
    found = list(captures([_file(tmp_path / "a.warc.gz", "middle", _gzip, words=60_000)]))
    assert len([one for one in found if isinstance(one, Rejected) or one.degraded]) == 1
    assert len([one for one in found if isinstance(one, Capture) and not one.degraded]) == _RECORDS - 1


def test_two_broken_records_apart_are_two(tmp_path: Path) -> None:
    raw = [_gzip(one) for one in _records()]
    raw[1] = raw[1][:30] + bytes(40) + raw[1][70:]
    raw[4] = bytes(len(raw[4]))
    (tmp_path / "a.warc.gz").write_bytes(b"".join(raw))
    found = list(captures([tmp_path / "a.warc.gz"]))
    assert ["R" if isinstance(one, Rejected) else one.address[-1] for one in found] == ["0", "R", "2", "3", "R", "5", "6"]


def test_what_a_page_holds_begins_no_record(tmp_path: Path) -> None:
    """A page that shows an archive, whole: a break behind it makes no record of its words."""
    records = [response(1, b"<p>So it looks:</p><pre>\n" + response(9) + b"</pre>"), b"XXXX" + response(2)[4:], response(3)]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    found = list(captures([tmp_path / "a.warc"]))
    assert ["R" if isinstance(one, Rejected) else one.address[-1] for one in found] == ["1", "R", "3"]


@_PACKINGS
@pytest.mark.parametrize("how", ["first bytes", "head", "all", "half", "between", "middle", "length", "no length"])
def test_a_page_is_erased_from_a_broken_archive_and_the_others_stay(tmp_path: Path, how: str, pack: Pack) -> None:
    path = _file(tmp_path / "a.warc", how, pack)
    (source,) = sources([path])
    assert not isinstance(source, Rejected)
    assert without(source, lambda one: one.address.endswith("/5"), lambda held: b"Page 1 " in held)
    assert not holds_any(source, lambda held: b"Page 5 " in held or b"Page 1 " in held)
    assert all(holds_any(source, lambda held, number=number: b"Page %d " % number in held) for number in (0, 2, 4, 6))


@_PACKINGS
@pytest.mark.parametrize("how", ["head", "half", "length", "no length"])
def test_a_broken_record_that_holds_what_is_to_go_goes(tmp_path: Path, how: str, pack: Pack) -> None:
    path = _file(tmp_path / "a.warc", how, pack, words=60 if pack is bytes else 2_000)
    (source,) = sources([path])
    assert not isinstance(source, Rejected)
    if pack is not bytes and how == "head":
        pytest.skip("nothing of it can be unpacked")
    assert without(source, lambda _: False, lambda held: b"Page 3 " in held)
    assert not holds_any(source, lambda held: b"Page 3 " in held)
    assert all(holds_any(source, lambda held, number=number: b"Page %d " % number in held) for number in (0, 1, 2, 4, 5, 6))
