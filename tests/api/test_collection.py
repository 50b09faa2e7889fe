"""A collection lasts: what was read is kept, only what is new is read, a run that was cut short goes on."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from selon import api, read
from selon.api.folder import locked
from selon.engine import Local
from selon.errors import Busy, Damaged, StoreError, UsageError
from selon.model.rejected import Rejected
from selon.store import Wanted, What

A = TypeVar("A")
B = TypeVar("B")

HARBOUR = "La barrière du port\n\nAda Brynn a déclaré lundi que la barrière serait rouverte en juin.\n"
MAYOR = "Le maire d'Ormelle\n\nSelon Lucas Ferrand, l'œuvre de l'écluse durera deux ans.\n"
REPLY = "La réponse\n\n« La barrière tient », a répondu Nora Quill à Ada Brynn.\n"


class Counting:
    """The engine of one process, which counts what it carries and can be stopped."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.carried = 0
        self.stop_after = stop_after

    def each(self, function: Callable[[A], B], records: Iterable[A | Rejected], *, stage: str) -> Iterator[B | Rejected]:
        for record in Local().each(function, records, stage=stage):
            if self.carried == self.stop_after:
                raise KeyboardInterrupt
            self.carried += 1
            yield record

    def apart(self, function: Callable[[A], Iterable[B]], argument: A, *, where: str) -> Iterator[B]:
        return Local().apart(function, argument, where=where)


@pytest.fixture
def collection(tmp_path: Path) -> api.Collection:
    one = api.made(tmp_path / "harbour")
    for name, text in (("harbour", HARBOUR), ("mayor", MAYOR)):
        put(one, f"{name}.txt", text)
    return one


def put(collection: api.Collection, name: str, text: str) -> Path:
    path = collection.folder / "captures" / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_run_keeps_what_it_reads_and_a_second_one_reads_nothing(collection: api.Collection) -> None:
    engine = Counting()
    first = collection.run(engine=engine)
    assert (first.made, first.is_new, engine.carried) == (2, True, 2)
    again = collection.run(engine=engine)
    assert (again.made, again.is_new, engine.carried) == (0, False, 2)
    assert collection.unread() == []


def test_the_answer_is_the_one_of_the_files(collection: api.Collection) -> None:
    from selon import pipeline

    collection.run(engine=Local())
    kept = collection.answer()
    fresh = pipeline.run([collection.folder / "captures"], engine=Local())
    assert sorted(kept.readings, key=lambda one: one.article.id) == sorted(fresh.readings, key=lambda one: one.article.id)
    assert kept.lineage == fresh.lineage
    assert kept.reuses == fresh.reuses


def test_one_more_article_is_read_alone(collection: api.Collection) -> None:
    collection.run(engine=Local())
    put(collection, "reply.txt", REPLY)
    assert collection.unread() == ["reply.txt"]
    engine = Counting()
    assert collection.run(engine=engine).is_new
    assert engine.carried == 1
    assert len(collection.answer().readings) == 3


def test_a_changed_file_is_read_again_and_its_old_reading_goes(collection: api.Collection) -> None:
    collection.run(engine=Local())
    put(collection, "mayor.txt", REPLY)
    collection.run(engine=Local())
    assert collection.counts().readings == 2
    assert not collection.search(Wanted(words="écluse"))
    assert collection.search(Wanted(words="tient"))


def test_a_file_that_is_gone_is_dropped(collection: api.Collection) -> None:
    collection.run(engine=Local())
    (collection.folder / "captures" / "mayor.txt").unlink()
    assert collection.unread() == ["mayor.txt"]
    collection.run(engine=Local())
    assert [one.article.id for one in collection.answer().readings] == ["harbour"]


def test_a_file_that_goes_away_while_its_folder_is_listed_is_one_that_is_gone(
    collection: api.Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection.run(engine=Local())
    gone = min(path for path in (collection.folder / "captures").rglob("*") if path.is_file())
    listed = read.sources
    seen: list[str] = []

    def vanishing(paths: list[Path]) -> Iterator[object]:
        for source in listed(paths):
            if getattr(source, "path", None) == gone:
                seen.append(source.address)
                gone.unlink(missing_ok=True)
            yield source

    held = gone.read_bytes()
    monkeypatch.setattr(read, "sources", vanishing)
    for ask in (collection.unread, collection.faults, collection.expected, lambda: collection.run(engine=Local())):
        gone.write_bytes(held)
        seen.clear()
        ask()
        assert seen
        assert not gone.exists()
    monkeypatch.undo()
    assert collection.faults() == []


def test_a_run_that_was_cut_short_goes_on(collection: api.Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.api.running._BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        collection.run(engine=Counting(stop_after=1))
    with pytest.raises(StoreError, match="cut short"):
        collection.answer()
    engine = Counting()
    collection.run(engine=engine)
    assert engine.carried == 1
    assert len(collection.answer().readings) == 2
    assert collection.faults() == []


def test_while_a_run_is_cut_short_readers_see_the_last_whole_state(collection: api.Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    collection.run(engine=Local())
    before, counts = collection.answer(), collection.counts()
    put(collection, "reply.txt", REPLY)
    put(collection, "mayor.txt", REPLY)
    monkeypatch.setattr("selon.api.running._BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        collection.run(engine=Counting(stop_after=1))
    assert collection.answer() == before
    assert collection.counts().readings == counts.readings
    assert not collection.search(Wanted(words="tient"))
    assert collection.faults() == []
    assert collection.run(engine=Local()).is_new
    assert len(collection.answer().readings) == 3
    assert len(collection.search(Wanted(words="tient"))) == 2


def test_a_file_under_another_name_keeps_its_records(collection: api.Collection) -> None:
    lines = '{"id": "x", "url": "https://quay.example/x", "text": "Ada Brynn a déclaré que le bac attend."}\n'
    put(collection, "one.jsonl", lines).with_suffix(".jsonl")
    collection.run(engine=Local())
    (collection.folder / "captures" / "one.jsonl").rename(collection.folder / "captures" / "two.jsonl")
    collection.run(engine=Local())
    assert collection.counts().readings == 3
    assert collection.unread() == []
    collection.run(engine=Local())
    assert len(collection.answer().readings) == 3


def test_the_newer_of_two_captures_of_one_address_counts(collection: api.Collection) -> None:
    page = '<html lang="fr"><head><link rel="canonical" href="https://harbour.example/1"></head><body><p>{}</p></body></html>'
    for day, words in ((1, "Ada Brynn a déclaré que le bac attend."), (2, "Ada Brynn a déclaré que le bac est parti.")):
        lines = put(collection, f"page{day}.html", page.format(words))
        os.utime(lines, (day, day))
    collection.run(engine=Local())
    counts = collection.counts()
    assert (counts.readings, counts.current) == (4, 3)


def test_what_cannot_be_read_is_kept_as_rejected_and_forgotten_when_mended(collection: api.Collection) -> None:
    bad = put(collection, "bad.jsonl", '{"id": "x"}\n')
    assert collection.run(engine=Local()).counts.rejected == 1
    assert collection.run(engine=Local()).counts.rejected == 1
    bad.write_text('{"id": "x", "text": "Ada Brynn a dit non."}\n', encoding="utf-8")
    assert collection.run(engine=Local()).counts.rejected == 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(words="barriere"), ["harbour", "reply"]),
        (Wanted(words="OEUVRE"), ["mayor"]),
        (Wanted(words='"barrière tient"'), ["reply"]),
        (Wanted(words="rouv*"), ["harbour"]),
        (Wanted(claimant="brynn"), ["harbour"]),
        (Wanted(words="barrière", claimant="quill"), ["reply"]),
        (Wanted(words="kangourou"), []),
        (Wanted(lang="en"), []),
        (Wanted(words="Brin"), []),
        (Wanted(words="Brin", what=What.ARTICLES), ["harbour", "reply"]),
        (Wanted(claimant="Ada brin"), ["harbour"]),
        (Wanted(claimant="brin"), ["harbour"]),
        (Wanted(words="brin"), []),
        (Wanted(stance="asserted", words="barrière tient"), ["reply"]),
    ],
    ids=str,
)
def test_search(collection: api.Collection, wanted: Wanted, found: list[str]) -> None:
    put(collection, "reply.txt", REPLY)
    collection.run(engine=Local())
    met = collection.search(wanted)
    assert sorted({one.article for one in met}) == found
    texts = {one.article.id: one.article.text for one in collection.answer().readings}
    assert all(texts[one.article][one.start : one.end] == one.words for one in met)


@pytest.mark.parametrize("words", ["", "«»", "--", "OR", "NEAR(", 'a" OR "b', "words:", "*"])
def test_words_are_words_and_no_query_language(collection: api.Collection, words: str) -> None:
    collection.run(engine=Local())
    with contextlib.suppress(UsageError):
        collection.search(Wanted(words=words))


def test_only_one_run_at_a_time(collection: api.Collection) -> None:
    with locked(collection.folder), pytest.raises(Busy):
        collection.run(engine=Local())
    collection.run(engine=Local())


def test_readers_go_on_while_a_run_writes(collection: api.Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    collection.run(engine=Local())
    put(collection, "reply.txt", REPLY)
    writer = sqlite3.connect(collection.folder / "selon.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM reading")
    assert len(collection.answer().readings) == 2
    writer.rollback()
    writer.close()


def test_a_damaged_database_is_told(collection: api.Collection) -> None:
    collection.run(engine=Local())
    base = sqlite3.connect(collection.folder / "selon.db")
    base.execute("UPDATE reading SET body = x'00' WHERE article = 'mayor'")
    base.commit()
    base.close()
    assert any("damaged" in fault for fault in collection.faults())
    with pytest.raises(Damaged):
        collection.answer()


def test_a_file_that_is_no_database_is_told(collection: api.Collection) -> None:
    (collection.folder / "selon.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(Damaged):
        collection.run(engine=Local())


def test_a_collection_of_a_later_version_is_left_alone(collection: api.Collection) -> None:
    collection.run(engine=Local())
    base = sqlite3.connect(collection.folder / "selon.db")
    base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(StoreError, match="later version"):
        collection.counts()


def test_a_folder_is_made_a_collection_once(tmp_path: Path) -> None:
    api.made(tmp_path / "a", name='The "barrier"')
    assert api.found(tmp_path / "a") == api.Collection(tmp_path / "a")
    assert api.Collection(tmp_path / "a").name == "The barrier"
    with pytest.raises(UsageError):
        api.made(tmp_path / "a")
    assert api.found(tmp_path) is None
