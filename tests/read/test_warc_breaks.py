"""Archives with a broken record in their middle: it is said and counted, and every record around it is read, and can be erased."""

import gzip
import random
import re
from pathlib import Path

import pytest

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures, holds_any, sources, without
from support.warcs import gzipped, response

_RECORDS = 7
_BROKEN = 3  # the number of the record that is damaged


def _page(number: int, words: int = 60) -> bytes:
    chance = random.Random(number)
    return f"<html><body><p>Page {number} {' '.join(str(chance.random()) for _ in range(words))}</p></body></html>".encode()


def _records(words: int = 60) -> list[bytes]:
    return [response(number, _page(number, words)) for number in range(_RECORDS)]


def _damaged(how: str, record: bytes, *, packed: bool) -> bytes:
    """The bytes of a record in the file, damaged."""
    if how == "length":
        record = re.sub(rb"(\r\nContent-Type: application/http[^\r]*\r\nContent-Length: )\d+", rb"\g<1>99999999", record)
    if how == "no length":
        record = re.sub(rb"(\r\nContent-Type: application/http[^\r]*\r\nContent-Length: )\d+", rb"\g<1>abc", record)
    raw = gzip.compress(record, mtime=0) if packed else record
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


def _file(path: Path, how: str, *, packed: bool, words: int = 60) -> Path:
    records = _records(words)
    raw = [gzipped(one) if packed else one for one in records]
    raw[_BROKEN] = _damaged(how, records[_BROKEN], packed=packed)
    path.write_bytes(b"".join(raw))
    return path


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("how", ["first bytes", "head", "all", "cut out", "half", "between", "middle", "length", "no length"])
def test_one_broken_record_costs_itself(tmp_path: Path, how: str, packed: bool) -> None:
    found = list(captures([_file(tmp_path / "a.warc", how, packed=packed)]))
    read = [int(one.address.rpartition("/")[2]) for one in found if isinstance(one, Capture)]
    refused = [one for one in found if isinstance(one, Rejected)]
    assert [number for number in read if number != _BROKEN] == [number for number in range(_RECORDS) if number != _BROKEN]
    assert len(refused) <= 1
    assert refused or _BROKEN in read
    assert all("record" in one.where or "x.example/3" in one.where or "#4" in one.where for one in refused)


def test_a_large_record_that_breaks_in_its_middle_is_counted_once(tmp_path: Path) -> None:
    found = list(captures([_file(tmp_path / "a.warc.gz", "middle", packed=True, words=60_000)]))
    assert len([one for one in found if isinstance(one, Rejected) or one.degraded]) == 1
    assert len([one for one in found if isinstance(one, Capture) and not one.degraded]) == _RECORDS - 1


def test_two_broken_records_apart_are_two(tmp_path: Path) -> None:
    raw = [gzipped(one) for one in _records()]
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


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("how", ["first bytes", "head", "all", "half", "between", "middle", "length", "no length"])
def test_a_page_is_erased_from_a_broken_archive_and_the_others_stay(tmp_path: Path, how: str, packed: bool) -> None:
    path = _file(tmp_path / "a.warc", how, packed=packed)
    (source,) = sources([path])
    assert not isinstance(source, Rejected)
    assert without(source, lambda one: one.address.endswith("/5"), lambda held: b"Page 1 " in held)
    assert not holds_any(source, lambda held: b"Page 5 " in held or b"Page 1 " in held)
    assert all(holds_any(source, lambda held, number=number: b"Page %d " % number in held) for number in (0, 2, 4, 6))


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("how", ["head", "half", "length", "no length"])
def test_a_broken_record_that_holds_what_is_to_go_goes(tmp_path: Path, how: str, packed: bool) -> None:
    path = _file(tmp_path / "a.warc", how, packed=packed, words=2_000 if packed else 60)
    (source,) = sources([path])
    assert not isinstance(source, Rejected)
    if packed and how == "head":
        pytest.skip("nothing of it can be unpacked")
    assert without(source, lambda _: False, lambda held: b"Page 3 " in held)
    assert not holds_any(source, lambda held: b"Page 3 " in held)
    assert all(holds_any(source, lambda held, number=number: b"Page %d " % number in held) for number in (0, 1, 2, 4, 5, 6))
