"""WACZ with damaged bytes: a record, a member, the list of its members. What is whole is read, and what is lost is said."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures
from support.warcs import gzipped, response, wacz

_ONE, _TWO = "archive/a.warc.gz", "archive/b.warc.gz"
_PAGES = [{"url": f"https://x.example/{number}", "title": f"Page {number}"} for number in range(10)]


def _page(number: int, words: int = 60) -> bytes:
    chance = random.Random(number)
    return f"<html><body><p>Page {number} {' '.join(str(chance.random()) for _ in range(words))}</p></body></html>".encode()


def _archives(words: int = 60) -> dict[str, bytes]:
    return {
        _ONE: gzipped(*[response(number, _page(number, words)) for number in range(5)]),
        _TWO: gzipped(*[response(number, _page(number, words)) for number in range(5, 8)]),
    }


def _told(content: bytes, tmp_path: Path) -> tuple[str, list[Rejected]]:
    (tmp_path / "a.wacz").write_bytes(content)
    found = list(captures([tmp_path / "a.wacz"]))
    read = "".join(one.address[-1] for one in found if isinstance(one, Capture))
    return read, [one for one in found if isinstance(one, Rejected)]


def _deflated(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_broken_record_costs_itself(tmp_path: Path) -> None:
    whole = wacz(_archives(), _PAGES)
    at = whole.index(gzipped(response(2, _page(2)))) + 300
    read, said = _told(whole[:at] + bytes(40) + whole[at + 40 :], tmp_path)
    assert read == "0134567"
    assert [("broken" in one.what, _ONE in one.where) for one in said] == [(True, True), (False, True)]
    assert "between its bytes" in said[0].what
    assert "not what its checksum says" in said[1].what


@pytest.mark.parametrize("left", [0.3, 0.6, 0.8, 0.95, 0.999])
def test_one_that_was_cut_off_gives_what_came_before(tmp_path: Path, left: float) -> None:
    whole = wacz(_archives(), _PAGES)
    at = int(len(whole) * left)
    read, said = _told(whole[:at], tmp_path)
    wanted = [number for number in range(8) if whole.index(gzipped(response(number, _page(number)))) + 900 < at]
    assert read.startswith("".join(map(str, wanted)))
    assert "the list of its members is broken or cut off" in said[0].what


@pytest.mark.parametrize("member", ["pages/pages.jsonl", "datapackage.json", "datapackage-digest.json"])
def test_a_broken_description_costs_no_page(tmp_path: Path, member: str) -> None:
    content = _deflated(
        {
            **_archives(),
            "pages/pages.jsonl": b'{"title": "x"}\n' * 99,
            "datapackage.json": b"{} " * 99,
            "datapackage-digest.json": b"{} " * 99,
        }
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        at = archive.getinfo(member).header_offset + 30 + len(member)
    read, said = _told(content[:at] + b"\xff" * 8 + content[at + 8 :], tmp_path)
    assert read == "01234567"
    assert said


def test_a_member_that_cannot_be_unpacked_costs_no_other(tmp_path: Path) -> None:
    content = _deflated(
        {_ONE: b"".join(response(n, _page(n, 2_000)) for n in range(5)), _TWO: gzipped(response(7)), "datapackage.json": b"{}"}
    )
    at = 60_000
    read, said = _told(content[:at] + b"\xff" * 64 + content[at + 64 :], tmp_path)
    assert read.startswith("01")
    assert read.endswith("7")
    assert any(_ONE in one.where for one in said)


def test_a_member_whose_head_is_damaged_is_found_by_the_list(tmp_path: Path) -> None:
    whole = wacz(_archives(), _PAGES)
    at = whole.index(b"PK\x03\x04", 4)
    read, _ = _told(whole[:at] + bytes(20) + whole[at + 20 :], tmp_path)
    assert read == "01234567"


def test_members_whose_sizes_stand_behind_them(tmp_path: Path) -> None:
    class Forward(io.RawIOBase):
        """A stream that cannot go back."""

        def __init__(self) -> None:
            self.held = b""

        def writable(self) -> bool:
            return True

        def write(self, part: bytes) -> int:  # type: ignore[override]
            self.held += bytes(part)
            return len(part)

    out = Forward()
    with zipfile.ZipFile(out, "w") as archive:  # type: ignore[call-overload]
        for name, content in {"datapackage.json": b"{}", **_archives()}.items():
            archive.writestr(name, content)
    read, said = _told(out.held, tmp_path)
    assert (read, said) == ("01234567", [])
    read, said = _told(out.held[: out.held.index(b"PK\x01\x02")], tmp_path)
    assert read == "01234567"
    assert len(said) == 1


def test_a_zip_of_noise_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(b"PK\x03\x04" + random.Random(1).randbytes(50_000))
    (said, *_) = [one for one in captures([tmp_path / "a.wacz"]) if isinstance(one, Rejected)]
    assert "the ZIP archive is broken" in said.what


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_damaged_nothing_is_raised(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(wacz(_archives(), _PAGES) if seed % 2 else _deflated(_archives()))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(4, len(content))
        content[at : at + chance.randint(1, 60)] = chance.randbytes(chance.randint(0, 60))
    read, said = _told(bytes(content[: chance.choice([len(content), chance.randrange(100, len(content))])]), tmp_path)
    assert said
    assert len(set(read)) == len(read)
