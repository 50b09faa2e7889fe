"""What is forgotten is gone from every byte of the collection, and stays away."""

import gzip
import json
import random
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pytest

from selon import api, read
from selon.engine import Local
from selon.errors import NotFound, UsageError
from selon.model.capture import Capture
from selon.model.ruling import Gesture, Thing, Value
from selon.store import Wanted
from support.warcs import gzipped, response

PAGE = '<html lang="fr"><head><title>{title}</title></head><body><article><p>{words}</p></article></body></html>'
SECRET = "Zénobie Wollstrand"
WORDS = f"{SECRET} a déclaré que le phare d'Ormelle serait repeint en bleu outremer."
OTHER = "Ada Brynn a déclaré que la barrière serait rouverte en juin."


@pytest.fixture
def collection(tmp_path: Path) -> api.Collection:
    one = api.made(tmp_path / "harbour")
    captures = one.folder / "captures"
    (captures / "phare.html").write_text(PAGE.format(title="Le phare repeint", words=WORDS), encoding="utf-8")
    (captures / "quai.txt").write_text(f"Le quai\n\n{OTHER}\n", encoding="utf-8")
    lines = [{"id": f"fil{at}", "text": text} for at, text in enumerate((OTHER, WORDS, f"{OTHER} Le bac attend."))]
    (captures / "fil.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    one.run(engine=Local())
    return one


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file as it stands and, of what is packed in it, every part unpacked."""
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        held = path.read_bytes()
        yield path.name, held
        if held.startswith(b"\x1f\x8b"):
            with suppress(EOFError):
                yield path.name, gzip.decompress(held)
        for at in range(len(held) - 2):
            if held[at] == 0x78 and held[at + 1] in (0x01, 0x5E, 0x9C, 0xDA):
                try:
                    yield f"{path.name}@{at}", zlib.decompressobj().decompress(held[at:])
                except zlib.error:
                    continue


def holding(folder: Path, words: str) -> list[str]:
    """The files that hold some words, in any of the letters they are written in here."""
    forms = [form.encode() for word in words.split() for form in (word, word.lower(), word.encode("ascii", "ignore").decode().lower())]
    forms += [json.dumps(word)[1:-1].encode() for word in words.split()]
    return [name for name, held in everything(folder) if any(form and len(form) > 4 and form in held for form in forms)]


def test_the_words_are_found_before(collection: api.Collection) -> None:
    assert holding(collection.folder, SECRET)


def test_an_article_is_gone_from_every_byte(collection: api.Collection) -> None:
    told = collection.forget("phare", preview=True)
    assert (told.files, told.is_kept, collection.counts().readings) == (("captures/phare.html",), False, 5)
    collection.forget("phare")
    collection.forget("fil1")
    assert holding(collection.folder, "Wollstrand outremer repeint") == []
    assert {one.article.id for one in collection.answer().readings} == {"quai", "fil0", "fil2"}
    assert collection.unread() == []
    assert collection.faults() == []
    assert collection.run(engine=Local()).made == 0
    assert collection.search(Wanted(words="outremer")) == []


def test_a_person_is_gone_with_the_rulings_that_name_them(collection: api.Collection) -> None:
    said = next(one for reading in collection.answer().readings if reading.article.id == "phare" for one in reading.attributions)
    quay = next(one for reading in collection.answer().readings if reading.article.id == "quai" for one in reading.attributions)
    for target, why, value in (
        (said.id, "read on the page", Value(name="Zénobie W.")),
        (quay.id, f"not {SECRET}, as it says", Value(name="Ada Brynn")),
        (quay.id, "the captain herself", Value(name="Ada Brynn, capitaine")),
    ):
        about = collection.target(Thing.ATTRIBUTION, target)
        collection.rule(collection.draft(who="Bo", why=why, gesture=Gesture.SPEAKER, target=about, value=value))
    done = collection.forget("zenobie wollstrand")
    assert (done.rulings, done.captures) == (2, 2)
    assert holding(collection.folder, SECRET) == []
    assert [one.ruling.why for one in collection.rulings()] == ["the captain herself"]
    assert {one.article.id for one in collection.answer().readings} == {"quai", "fil0", "fil2"}


def test_what_was_forgotten_is_not_read_again(collection: api.Collection, tmp_path: Path) -> None:
    page = collection.folder / "captures" / "phare.html"
    held = page.read_bytes()
    collection.forget("phare")
    page.write_bytes(held)
    (collection.folder / "captures" / "again.txt").write_text(f"Le phare repeint\n\n{WORDS}\n", encoding="utf-8")
    assert collection.run(engine=Local()).made == 1
    assert "phare" not in {one.article.id for one in collection.answer().readings}
    away = tmp_path / "phare.html"
    away.write_bytes(held)
    (addition,) = read.fetch.additions(
        [str(away)],
        collection.folder / "captures",
        settings=read.fetch.settings(contact=None, pause_seconds=None),
        choice=read.fetch.Choice(),
        erased=collection.erased(),
    )
    assert addition.outcome == "refused"
    assert "erased from this collection" in (addition.reason or "")


@pytest.mark.parametrize("many", [1, 2, 3])
def test_a_file_that_holds_what_was_forgotten_is_not_added_again(collection: api.Collection, tmp_path: Path, many: int) -> None:
    """Whether it is the very same file, or another one with the same record."""
    lines = [{"id": f"neu{at}", "text": f"{WORDS} {at}."} for at in range(many)] + [{"id": "gut", "text": f"{OTHER} Le bac."}]
    held = "".join(f"{json.dumps(line)}\n" for line in lines)
    (collection.folder / "captures" / "neu.jsonl").write_text(held, encoding="utf-8")
    collection.run(engine=Local())
    collection.forget(SECRET)
    assert holding(collection.folder, SECRET) == []
    (tmp_path / "neu.jsonl").write_text(held, encoding="utf-8")
    (tmp_path / "other.jsonl").write_text(held + json.dumps({"id": "mehr", "text": OTHER}), encoding="utf-8")
    done = list(
        read.fetch.additions(
            [str(tmp_path / "neu.jsonl"), str(tmp_path / "other.jsonl")],
            collection.folder / "captures",
            settings=read.fetch.settings(contact=None, pause_seconds=None),
            choice=read.fetch.Choice(),
            erased=collection.erased(),
        )
    )
    assert [one.outcome for one in done] == ["refused", "refused"]
    assert "neu0" in (done[1].reason or "")
    assert holding(collection.folder, SECRET) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_name_goes_from_what_could_not_be_read(collection: api.Collection, encoding: str) -> None:
    """A broken line, escaped or not, in any encoding that is read."""
    broken = [f'{{"id": "x", "text": "{WORDS}', json.dumps({"id": "y", "text": WORDS})[:-2], json.dumps({"id": "z", "text": OTHER})]
    (collection.folder / "captures" / "bad.jsonl").write_bytes("\n".join(broken).encode(encoding))
    collection.run(engine=Local())
    collection.forget(SECRET)
    left = (collection.folder / "captures" / "bad.jsonl").read_bytes()
    assert not any(form in left for name in ("nobie", "Wollstrand") for form in (name.encode(), name.encode("utf-16-le")))
    assert [one.id for one in read.captures([collection.folder / "captures" / "bad.jsonl"]) if isinstance(one, Capture)] == ["z"]


@pytest.mark.parametrize("mark", ["\u00ad", "\u200e", "\u2066"])
def test_a_name_goes_with_the_characters_that_no_reader_sees(collection: api.Collection, mark: str) -> None:
    text = f"« Le bac est vide », a déclaré Zéno{mark}bie Woll{mark}strand."
    (collection.folder / "captures" / "marked.txt").write_text(text, encoding="utf-8")
    collection.run(engine=Local())
    collection.forget("zenobie wollstrand")
    assert not (collection.folder / "captures" / "marked.txt").exists()


@pytest.mark.parametrize("name", ["web.warc.gz", "web.warc"])
def test_an_archive_is_written_without_its_records(collection: api.Collection, name: str) -> None:
    captures = collection.folder / "captures"
    pages = [response(at, PAGE.format(title="x", words=words).encode()) for at, words in enumerate((OTHER, WORDS))]
    (captures / name).write_bytes(gzipped(*pages) if name.endswith("gz") else b"".join(pages))
    collection.run(engine=Local())
    assert collection.counts().readings == 7
    assert len(collection.forget("https://x.example/1").files) == 2  # the wire has the very same text
    collection.forget("phare")
    assert holding(collection.folder, "Wollstrand outremer") == []
    collection.run(engine=Local(), again=True)
    assert [one.article.url for one in collection.answer().readings if one.article.url] == ["https://x.example/0"]
    assert collection.rejected() == []


def test_a_table_that_cannot_be_cut_is_left_whole_or_goes_whole(collection: api.Collection) -> None:
    table = collection.folder / "captures" / "table.csv"
    table.write_text(f'id,text\na,"{OTHER}"\nb,"{WORDS}"\n', encoding="utf-8")
    collection.run(engine=Local())
    with pytest.raises(UsageError, match="cannot be rewritten"):
        collection.forget("b")
    assert collection.counts().readings == 7
    collection.forget("b", whole_files=True)
    assert not table.exists()
    assert collection.counts().readings == 4  # with the wire, which has the very same text


def test_who_is_not_there_is_not_forgotten(collection: api.Collection) -> None:
    with pytest.raises(NotFound):
        collection.forget("Nobody Anywhere")


def test_tombstones_hold_no_content(collection: api.Collection) -> None:
    collection.forget(SECRET)
    base = sqlite3.connect(collection.folder / "selon.db")
    rows = base.execute("SELECT sha256, day FROM tombstone").fetchall()
    base.close()
    assert rows
    assert all(len(sha256) == 64 and set(sha256) <= set("0123456789abcdef") for sha256, _ in rows)


# ---- what nobody can read


def _zstd(*records: bytes) -> bytes:
    packed: list[bytes] = [pa.compress(one, codec="zstd", asbytes=True) for one in records]
    return b"".join(packed)


def _noise(number: int) -> str:
    return " ".join(str(random.Random(number * 1_000 + at).random()) for at in range(400))


def _broken_archive(pack: Callable[..., bytes]) -> bytes:
    """Of three records, the second is damaged in its head: nobody can say which page it was."""
    first, second, third = (
        pack(response(at, PAGE.format(title=f"Page {at}", words=f"{words} {_noise(at)}").encode()))
        for at, words in enumerate((OTHER, WORDS, OTHER))
    )
    return first + second[:14] + bytes(40) + second[54:] + third


@pytest.mark.parametrize("name", ["web.warc.gz", "web.warc.zst", "web.warc"])
@pytest.mark.parametrize("whom", ["phare", SECRET])
def test_what_nobody_can_read_of_an_archive_goes_too_and_is_counted(collection: api.Collection, name: str, whom: str) -> None:
    pack = {"gz": gzipped, "zst": _zstd, "warc": lambda *records: b"".join(records)}[name.rpartition(".")[2]]
    archive = collection.folder / "captures" / name
    archive.write_bytes(_broken_archive(pack))
    collection.run(engine=Local())
    told = collection.forget(whom, preview=True)
    assert (told.unread, f"captures/{name}" in told.files) == (1, True)
    assert archive.read_bytes() == _broken_archive(pack)
    done = collection.forget(whom)
    assert (done.unread, done.unread_bytes) == (told.unread, told.unread_bytes)
    assert done.unread_bytes > 1_000
    assert archive.read_bytes() == pack(
        *(response(at, PAGE.format(title=f"Page {at}", words=f"{OTHER} {_noise(at)}").encode()) for at in (0, 2))
    )
    assert collection.unread() == []
    assert collection.run(engine=Local()).made == 0
    assert {one.article.url for one in collection.answer().readings if one.article.url} == {"https://x.example/0", "https://x.example/2"}


def test_an_article_that_was_read_in_part_stays_and_is_named(collection: api.Collection) -> None:
    page = PAGE.format(title="Page", words=f"{OTHER} {'Le quai attend. ' * 900}{_noise(1)}").encode()
    whole = gzipped(response(7, page))
    (collection.folder / "captures" / "web.warc.gz").write_bytes(whole[:-200])
    collection.run(engine=Local())
    assert any(one.article.url == "https://x.example/7" for one in collection.answer().readings)
    done = collection.forget(SECRET)
    assert (done.unread, done.half_read) == (0, ("https://x.example/7",))
    assert any(one.article.url == "https://x.example/7" for one in collection.answer().readings)
    done = collection.forget("https://x.example/7")
    assert done.half_read == ()
    assert not (collection.folder / "captures" / "web.warc.gz").exists()


@pytest.mark.parametrize("name", ["web.warc.zst", "web.warc.gz"])
def test_records_that_were_packed_together_are_parted(collection: api.Collection, name: str) -> None:
    pages = [response(at, PAGE.format(title="x", words=words).encode()) for at, words in enumerate((OTHER, WORDS, f"{OTHER} Le bac."))]
    packed = _zstd(b"".join(pages)) if name.endswith("zst") else gzip.compress(b"".join(pages))
    (collection.folder / "captures" / name).write_bytes(packed)
    collection.run(engine=Local())
    collection.forget(SECRET)
    assert [one.address[-1] for one in read.captures([collection.folder / "captures" / name]) if isinstance(one, Capture)] == ["0", "2"]


@pytest.mark.parametrize("name", ["dictionary.warc.zst", "packed_dictionary.warc.zst"])
def test_frames_with_a_dictionary_stay_readable(collection: api.Collection, name: str) -> None:
    archive = collection.folder / "captures" / name
    archive.write_bytes(Path(__file__).parents[1].joinpath("read", "archives", name).read_bytes())
    collection.run(engine=Local())
    collection.forget("https://x.example/2")
    found = [one for one in read.captures([archive]) if isinstance(one, Capture)]
    assert [one.address[-1] for one in found] == ["1", "3", "4"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("noise.bin", bytes(range(256)) * 10),
        ("cut.pdf", b"%PDF-1.7 nothing"),
        ("cut.wacz", b"PK\x03\x04nothing"),
        ("cut.html.gz", b"\x1f\x8b\x08nothing"),
    ],
)
def test_a_file_that_cannot_be_read_stops_no_erasing_and_is_named(collection: api.Collection, name: str, content: bytes) -> None:
    (collection.folder / "captures" / name).write_bytes(content)
    collection.run(engine=Local())
    done = collection.forget(SECRET)
    assert holding(collection.folder, SECRET) == []
    assert [file for file, _ in done.not_searched] == ([f"captures/{name}"] if content else [])
    assert any(name in one.where for one in collection.rejected())  # kept and shown as before


def test_a_file_that_cannot_be_read_and_holds_it_goes(collection: api.Collection) -> None:
    (collection.folder / "captures" / "cut.pdf").write_bytes(b"%PDF-1.7 " + WORDS.encode())
    (collection.folder / "captures" / "noise.bin").write_bytes(bytes(range(256)) * 9 + WORDS.encode())
    collection.run(engine=Local())
    assert not collection.forget(SECRET).not_searched
    assert holding(collection.folder, SECRET) == []


def test_a_row_that_cannot_be_read_and_holds_it_is_not_passed_over(collection: api.Collection) -> None:
    table = collection.folder / "captures" / "table.csv"
    table.write_bytes(f'id,text\na,"{OTHER}"\nb,\n"{WORDS}'.encode())
    collection.run(engine=Local())
    with pytest.raises(UsageError, match="cannot be rewritten"):
        collection.forget(SECRET)
    assert [file for file, _ in collection.forget("phare").not_searched] == ["captures/table.csv"]


def test_lines_that_are_no_article_go_with_the_article_that_they_hold(collection: api.Collection) -> None:
    cut = f'{{"id": "c", "url": "https://x.example/9", "text": "{WORDS}'
    lines = [json.dumps({"id": "a", "text": f"{OTHER} Un."}), cut, json.dumps({"id": "q", "text": f"Cité: {WORDS} Deux."})]
    (collection.folder / "captures" / "bad.jsonl").write_text("\n".join(lines), encoding="utf-8")
    packed = gzip.compress("\n".join(json.dumps({"id": f"z{at}", "text": f"{OTHER} {_noise(at)}"}) for at in range(9)).encode())
    (collection.folder / "captures" / "cut.jsonl.gz").write_bytes(packed[:-1_000])
    collection.run(engine=Local())
    collection.forget("phare")
    left = (collection.folder / "captures" / "bad.jsonl").read_text(encoding="utf-8").splitlines()
    assert left == [lines[0], "", lines[2]]  # another article that quotes it stays


def test_what_was_set_aside_elsewhere_is_still_shown(collection: api.Collection) -> None:
    (collection.folder / "captures" / "none.txt").write_text("", encoding="utf-8")
    (collection.folder / "captures" / "fil.jsonl").write_text(
        (collection.folder / "captures" / "fil.jsonl").read_text(encoding="utf-8") + "no line\n", encoding="utf-8"
    )
    collection.run(engine=Local())
    before = collection.rejected()
    assert len(before) == 2
    collection.forget("fil1")
    assert collection.rejected() == before
