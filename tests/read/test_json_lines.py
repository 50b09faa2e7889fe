"""JSON Lines whose encoding or line ends are unusual or damaged: the damage costs what it touches."""

import json
from pathlib import Path

import pytest

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures, sources, without
from selon.read.json_lines import lines

_ENDS = {"lf": "\n", "cr": "\r", "crlf": "\r\n", "two cr": "\r\r"}


def _rows(many: int = 6) -> list[str]:
    return [
        json.dumps({"id": str(one), "text": f"La fête numéro {one} du potiron 🎃 a eu lieu."}, ensure_ascii=False) for one in range(many)
    ]


def _read(path: Path, content: bytes) -> list[str]:
    """The ids, R for what is rejected, and a star behind what is not whole."""
    path.write_bytes(content)
    return ["R" if isinstance(one, Rejected) else one.id + ("*" if one.degraded else "") for one in captures([path])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", _ENDS.values(), ids=_ENDS)
def test_any_end_of_a_line_in_any_encoding(tmp_path: Path, end: str, encoding: str) -> None:
    text = ("\ufeff" if "16" in encoding else "") + end.join(_rows())
    assert _read(tmp_path / "a.jsonl", text.encode(encoding)) == list("012345")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_unit_that_is_none_costs_a_character(tmp_path: Path, encoding: str) -> None:
    rows = _rows()
    rows[2] = rows[2].replace("potiron", "pot\ud83diron")
    content = ("\ufeff" + "\n".join(rows)).encode(encoding, "surrogatepass")
    assert _read(tmp_path / "a.jsonl", content) == ["0", "1", "2*", "3", "4", "5"]
    (third,) = [one for one in captures([tmp_path / "a.jsonl"]) if isinstance(one, Capture) and one.id == "2"]
    assert "pot\ufffdiron" in third.content.decode()


def test_half_a_character_that_is_escaped_costs_that_character(tmp_path: Path) -> None:
    """As of a text that was cut within an emoji, and written by a program that minds it not."""
    rows = [
        *_rows(2),
        r'{"id": "cut", "text": "La fête \ud83c\udf83 a eu lieu \\ud83c \ud83c"}',
        r'{"id": "two", "text": "Oui \udf83\ud83c."}',
    ]
    assert _read(tmp_path / "a.jsonl", "\n".join(rows).encode()) == ["0", "1", "cut*", "two*"]
    third = list(captures([tmp_path / "a.jsonl"]))[2]
    assert isinstance(third, Capture)
    assert third.content.decode() == "La fête 🎃 a eu lieu \\ud83c \ufffd"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_byte_that_is_missing_costs_its_line(tmp_path: Path, encoding: str) -> None:
    parts = [("\ufeff" * (not number) + row + "\n").encode(encoding) for number, row in enumerate(_rows())]
    parts[2] = parts[2][:31] + parts[2][32:]
    found = _read(tmp_path / "a.jsonl", b"".join(parts))
    assert [one for one in found if one != "R" and one != "2*"] == list("01345")
    assert _read(tmp_path / "cut.jsonl", b"".join(parts[3:])[:-5]).count("R") <= 1


def test_a_junk_line_among_cr(tmp_path: Path) -> None:
    rows = _rows()
    rows[3] = rows[3][:-9]
    found = _read(tmp_path / "a.jsonl", "\r".join(rows).encode())
    assert [found[0], found[1], found[2], found[-1]] == ["0", "1", "2", "5"]
    assert "R" in found


def test_a_return_within_a_record_parts_nothing(tmp_path: Path) -> None:
    content = b'{"id": "a",\r"text": "Oui, la f\xc3\xaate.", "published":\r{"from": "2021"}}\n{"id": "b", "text": "Non {}\\r{} jamais."}\n'
    assert _read(tmp_path / "a.jsonl", content) == ["a", "b"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r"])
def test_a_line_that_is_far_too_long_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, end: str) -> None:
    monkeypatch.setattr("selon.read.json_lines.MAX_LINE_BYTES", 4_000)
    monkeypatch.setattr("selon.read.json_lines._PART_BYTES", 500)
    rows = _rows(40)
    rows[3] = rows[3].replace("fête", "fête " * 5_000)
    content = (("\ufeff" if "16" in encoding else "") + end.join(rows)).encode(encoding)
    found = _read(tmp_path / "a.jsonl", content)
    assert found[:4] == ["0", "1", "2", "R"]
    assert found.count("R") == 1
    if end == "\n" or "16" not in encoding:
        assert len(found) >= (40 if end == "\n" else 4)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_the_lines_together_are_the_file(encoding: str, end: str) -> None:
    import io

    content = (("\ufeff" if "16" in encoding else "") + end.join(_rows(30)) + end).encode(encoding)[:-1]
    assert b"".join(line.raw for line in lines(io.BytesIO(content))) == content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r"])
@pytest.mark.parametrize("gone", ["0", "3", "5"])
def test_a_line_is_taken_out_and_the_others_stay(tmp_path: Path, encoding: str, end: str, gone: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes((("\ufeff" if "16" in encoding else "") + end.join(_rows())).encode(encoding))
    (source,) = sources([path])
    assert not isinstance(source, Rejected)
    assert without(source, lambda one: one.id == gone, lambda _: False)
    assert [one.id for one in captures([path]) if isinstance(one, Capture)] == [one for one in "012345" if one != gone]
    assert f"numéro {gone}".encode(encoding) not in path.read_bytes()


def test_a_line_in_another_encoding_is_told_by_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"id": "a", "text": "Le bac est amarré."}\n{"id": "b", "text": "Le bac attend."}\n'.encode("latin-1"))
    wrong, good = captures([path])
    assert isinstance(wrong, Rejected) and isinstance(good, Capture)
    assert (wrong.what, wrong.where) == ("the line is no UTF-8: it holds the byte 0xe9", "latin.jsonl, line 1")
