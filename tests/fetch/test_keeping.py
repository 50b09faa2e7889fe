"""What is kept: WARC records with right digests, once for each version of a page; and what a run that was killed leaves."""

import fcntl
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from fetch.site import Answer, Clock, Site, moved, page, public
from selon.errors import UsageError
from selon.model.addition import Addition
from selon.model.capture import Capture
from selon.read import captures
from selon.read.fetch import Choice, Settings, additions
from selon.read.fetch.archive import mended

HOME = "http://phare.example/"


@pytest.fixture
def site() -> Iterator[Site]:
    with Site({"/": page("Le phare")}) as one:
        yield one


@pytest.fixture
def clock() -> Clock:
    return Clock()


class Collection:
    """A folder that pages of one site are added to."""

    def __init__(self, folder: Path, site: Site, clock: Clock) -> None:
        self.folder, self.site, self.clock = folder, site, clock
        self.said: list[str] = []

    def add(self, *sources: str, again: bool = False) -> list[Addition]:
        self.clock.seconds += 60  # another run, another minute
        world = public({"phare.example": self.site}, clock=self.clock)
        return list(additions(sources, self.folder, settings=Settings(), choice=Choice(again=again), world=world, say=self.said.append))

    @property
    def archives(self) -> list[Path]:
        return sorted(self.folder.glob("*.warc.gz"))

    def pages(self) -> list[Capture]:
        return [record for record in captures([self.folder]) if isinstance(record, Capture)]


@pytest.fixture
def collection(tmp_path: Path, site: Site, clock: Clock) -> Collection:
    return Collection(tmp_path, site, clock)


def records(path: Path) -> list[tuple[str, dict[str, str], bytes]]:
    with path.open("rb") as stream:
        return [
            (one.rec_type, dict(one.rec_headers.headers), one.raw_stream.read()) for one in ArchiveIterator(stream, no_record_parse=True)
        ]


def is_sound(path: Path) -> bool:
    checker = Checker(type("Command", (), {"inputs": [str(path)], "verbose": False})())
    return checker.process_all() == 0


# ---- records


def test_a_page_is_kept_as_records_with_right_digests(collection: Collection) -> None:
    (one,) = collection.add(HOME)
    assert (one.outcome, one.status, one.final_url) == ("added", 200, HOME)
    (path,) = collection.archives
    assert is_sound(path)
    found = records(path)
    assert [kind for kind, _, _ in found] == ["warcinfo", "response", "request", "metadata"]
    (_, response, block), (_, request, asked), (_, metadata, notes) = found[1:]
    assert all(about["WARC-Block-Digest"].startswith("sha256:") for _, about, _ in found)
    assert found[0][1]["WARC-Filename"] == path.name
    assert response["WARC-Record-ID"] == f"<{one.capture}>"
    assert response["WARC-IP-Address"] == "93.184.216.1"
    assert response["WARC-Target-URI"] == HOME
    assert response["WARC-Payload-Digest"].startswith("sha256:")
    assert response["WARC-Block-Digest"].startswith("sha256:")
    assert request["WARC-Concurrent-To"] == metadata["WARC-Concurrent-To"] == response["WARC-Record-ID"]
    assert block.startswith(b"HTTP/1.1 200 OK\r\n")
    assert asked.startswith(b"GET / HTTP/1.1\r\n")
    assert b"robots: not asked for: a person named this page" in notes
    assert f"content-sha256: {one.sha256}".encode() in notes


def test_digests_of_chunked_and_packed_pages_are_right(collection: Collection) -> None:
    packed = gzip.compress(b"<p>Oui</p>", mtime=0)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    collection.site.answers["/"] = Answer(write=lambda write: write(head + b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)))
    collection.add(HOME)
    assert is_sound(collection.archives[0])
    assert [one.content for one in collection.pages()] == [b"<p>Oui</p>"]


def test_a_digest_that_is_not_right_would_be_seen(collection: Collection) -> None:
    collection.add(HOME)
    (path,) = collection.archives
    plain = gzip.decompress(path.read_bytes()).replace(b"Le phare", b"La phare")
    path.with_name("other.warc").write_bytes(plain)
    assert not is_sound(path.with_name("other.warc"))


def test_each_hop_of_a_redirect_is_kept(collection: Collection) -> None:
    collection.site.answers |= {"/old": moved("/"), "/older": moved("/old")}
    (one,) = collection.add(f"{HOME}older")
    assert one.final_url == HOME
    found = records(collection.archives[0])
    assert [about["WARC-Target-URI"] for kind, about, _ in found if kind == "response"] == [f"{HOME}older", f"{HOME}old", HOME]
    notes = [block for kind, _, block in found if kind == "metadata"]
    ids = [about["WARC-Record-ID"].encode() for kind, about, _ in found if kind == "response"]
    assert [b"led-from: " + before in after for before, after in zip(ids, notes[1:], strict=False)] == [True, True]
    assert is_sound(collection.archives[0])


def test_what_is_kept_is_read_by_the_other_commands(collection: Collection) -> None:
    (one,) = collection.add(HOME)
    (found,) = collection.pages()
    assert (found.id, found.address, found.sha256, found.charset) == (one.capture, HOME, one.sha256, "utf-8")


# ---- once each


def test_an_unchanged_page_is_not_kept_twice(collection: Collection) -> None:
    (first,), (second,) = collection.add(HOME), collection.add(HOME)
    assert (second.outcome, second.capture, second.sha256) == ("unchanged", first.capture, first.sha256)
    assert len(collection.archives) == 1
    assert len(collection.pages()) == 1


def test_a_page_that_is_packed_in_another_way_is_unchanged(collection: Collection) -> None:
    collection.add(HOME)
    packed = gzip.compress(collection.site.answers["/"].body)
    collection.site.answers["/"] = Answer(body=packed, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"})
    assert [one.outcome for one in collection.add(HOME)] == ["unchanged"]


def test_a_changed_page_is_a_new_capture_and_both_are_kept(collection: Collection) -> None:
    (first,) = collection.add(HOME)
    collection.site.answers["/"] = page("Le phare, corrigé")
    (second,) = collection.add(HOME)
    assert second.outcome == "added"
    assert second.capture != first.capture
    assert [one.sha256 for one in collection.pages()] == [first.sha256, second.sha256]
    collection.site.answers["/"] = page("Le phare")
    assert [one.outcome for one in collection.add(HOME)] == ["added"]  # changed back: a third one


def test_a_host_is_asked_whether_its_page_has_changed(collection: Collection) -> None:
    collection.site.answers["/"] = page("Le phare", ETag='"un"', Last_Modified="Sun, 03 May 2026 08:00:00 GMT")
    collection.site.answers["/old"] = moved("/")
    (first,), (second,) = collection.add(f"{HOME}old"), collection.add(f"{HOME}old")
    assert (second.outcome, second.status, second.capture) == ("unchanged", 304, first.capture)
    asked = collection.site.asked[-1][1]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"un"', "Sun, 03 May 2026 08:00:00 GMT")
    assert len(collection.archives) == 1


def test_an_error_is_kept_once_and_is_no_page(collection: Collection) -> None:
    for _ in range(2):
        (one,) = collection.add(f"{HOME}gone")
        assert (one.outcome, one.status) == ("failed", 404)
        assert "404" in str(one.reason)
    assert [kind for kind, _, _ in records(collection.archives[0])].count("response") == 1
    assert len(collection.archives) == 1
    assert list(captures([collection.folder])) == []  # and nothing is wrong with that


def test_an_empty_page_is_no_page_and_is_asked_again(collection: Collection) -> None:
    full = collection.site.answers["/"]
    collection.site.answers["/"] = Answer(headers={"Content-Type": "text/html"})
    for _ in range(2):
        (one,) = collection.add(HOME)
        assert (one.outcome, one.status) == ("failed", 200)
    collection.site.answers["/"] = full
    assert [one.outcome for one in collection.add(HOME)] == ["added"]


def test_an_address_that_is_named_twice_is_asked_once(collection: Collection) -> None:
    assert len(collection.add(HOME, f"{HOME}#a", "HTTP://phare.example")) == 1
    assert collection.site.paths == ["/"]


# ---- the index, and what a run leaves that was killed


def test_the_index_can_be_made_again(collection: Collection) -> None:
    collection.site.answers["/old"] = moved("/")
    (first,) = collection.add(f"{HOME}old")
    index = collection.folder / ".index.jsonl"
    before = index.read_bytes()
    for spoil in (index.unlink, lambda: index.write_bytes(b'{"file": 1}\n\xff'), lambda: index.write_bytes(before[:-9])):
        spoil()
        (one,) = collection.add(f"{HOME}old")
        assert (one.outcome, one.capture) == ("unchanged", first.capture)
        assert index.read_bytes() == before
    assert [json.loads(line)["file"] for line in before.splitlines()] == [path.name for path in collection.archives]


@pytest.mark.parametrize("left", [0.02, 0.3, 0.5, 0.75, 0.9, 0.999])
def test_an_archive_that_is_cut_short_is_mended(collection: Collection, left: float) -> None:
    collection.site.answers["/autre"] = page("Un autre")
    collection.add(HOME, f"{HOME}autre")
    (path,) = collection.archives
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * left)])
    found = collection.add(HOME, f"{HOME}autre")
    assert {one.outcome for one in found} <= {"added", "unchanged"}
    assert any("cut short" in words for words in collection.said)
    assert all(is_sound(path) for path in collection.archives)
    assert len({one.address for one in collection.pages()}) == 2
    assert [one.outcome for one in collection.add(HOME, f"{HOME}autre")] == ["unchanged", "unchanged"]


def test_an_archive_that_another_run_writes_is_left_alone(collection: Collection) -> None:
    collection.add(HOME)
    (path,) = collection.archives
    with path.open("ab") as stream:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX)
        stream.write(b"\x1f\x8b\x08")
        stream.flush()
        assert mended(path) == 0
        assert path.read_bytes().endswith(b"\x1f\x8b\x08")
        assert [one.outcome for one in collection.add(HOME)] == ["unchanged"]
    assert mended(path) == 3


def test_a_damaged_archive_is_said_and_left_as_it_is(collection: Collection) -> None:
    collection.site.answers["/autre"] = page("Un autre")
    collection.add(HOME, f"{HOME}autre")
    (path,) = collection.archives
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2 : len(damaged) // 2 + 40] = bytes(40)
    path.write_bytes(damaged)
    (collection.folder / ".index.jsonl").unlink()
    collection.add(HOME)
    assert any("damaged" in words for words in collection.said)
    assert path.read_bytes() == damaged


def test_two_runs_at_one_time_write_two_files(collection: Collection) -> None:
    world = public({"phare.example": collection.site}, clock=collection.clock)
    collection.site.answers["/autre"] = page("Un autre")
    runs = [
        additions([url], collection.folder, settings=Settings(), choice=Choice(), world=world) for url in (HOME, f"{HOME}autre")
    ]  # fmt: skip
    assert [next(run).outcome for run in runs] == ["added", "added"]
    assert [next(run, None) for run in runs] == [None, None]
    assert len(collection.archives) == 2
    assert [one.outcome for one in collection.add(HOME, f"{HOME}autre")] == ["unchanged", "unchanged"]


def test_a_full_disk_is_said_and_leaves_whole_records(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    collection.site.answers["/autre"] = page("Un autre")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    world = public({"phare.example": collection.site}, clock=collection.clock)
    run = additions([HOME, f"{HOME}autre"], collection.folder, settings=Settings(), choice=Choice(), world=world)
    assert next(run).outcome == "added"
    monkeypatch.setattr("selon.read.fetch.archive.os.fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        list(run)
    assert is_sound(collection.archives[0])
    assert [one.address for one in collection.pages()] == [HOME]
