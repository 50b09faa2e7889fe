"""One collection's database: SQLite in WAL mode, one writer, any number of readers beside it.

What was acknowledged is on the disk: each batch is one transaction. A run reads into `fresh`; one transaction then makes the fresh
readings, their answer and the rows of the search what readers see, so that they see the last whole state at every instant.
Source: SQLite, "Write-Ahead Logging".
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from selon.errors import Busy, Damaged
from selon.model.collection import Counts, Found
from selon.model.lineage import Story
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.version import Version
from selon.store.indexing import Rows
from selon.store.indexing import version as indexed
from selon.store.memory import Memory
from selon.store.packing import packed, unpacked
from selon.store.searching import Wanted, found
from selon.store.settling import COLUMNS, COMING, settled
from selon.store.told import told

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One capture that was read: its reading, and where it came from."""

    capture: str  # hash of address and content
    path: str  # the file it stands in, within the collection
    address: str
    fetched: str | None  # ISO 8601, UTC
    reading: Reading
    changed_ns: int = 0  # modification time of its file


class Store:
    """The database of one collection. Use `opened`."""

    def __init__(self, connection: sqlite3.Connection, where: str) -> None:
        self._base = connection
        self._where = where

    # what a run asks and keeps

    def files(self) -> dict[str, tuple[int, int, str]]:
        """The files read whole: path -> size, modification time in ns, version of the stages that read it."""
        return {path: (size, changed, version) for path, size, changed, version in self._base.execute("SELECT * FROM file")}

    def captures(self, version: str) -> set[str]:
        """The captures read by these versions of the stages."""
        rows = self._base.execute(
            "SELECT capture FROM fresh WHERE version = ?1 UNION SELECT capture FROM reading WHERE version = ?1 "
            "AND capture NOT IN (SELECT capture FROM fresh)",
            (version,),
        )
        return {capture for (capture,) in rows}

    def paths(self) -> set[str]:
        """Every file that anything was read from."""
        tables = ("file", "reading", "rejected", "fresh")
        return {path for (path,) in self._base.execute(" UNION ".join(f"SELECT path FROM {table}" for table in tables))}

    def keys_by_path(self) -> dict[str, set[str]]:
        """File -> the captures that were read from it."""
        found: dict[str, set[str]] = {}
        for path, capture in self._base.execute(f"SELECT path, capture FROM ({COMING})"):
            found.setdefault(path, set()).add(capture)
        return found

    def names(self) -> dict[str, str]:
        """The id of every article -> the capture that bears it."""
        return dict(self._base.execute("SELECT article, capture FROM reading UNION ALL SELECT article, capture FROM fresh"))

    def keep(self, found: Sequence[Kept], rejected: Sequence[tuple[str, Rejected]], version: str) -> None:
        """Keep readings and what was rejected, all or nothing; a capture that was read before is replaced."""
        with self._transaction():
            for one in found:
                self._base.execute("DELETE FROM leaving WHERE capture = ?", (one.capture,))
                row = _row(one, version)
                self._base.execute(f"INSERT OR REPLACE INTO fresh ({COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)
            self._base.executemany(
                "INSERT INTO rejected VALUES (?, ?, ?, ?, ?, ?)",
                [(path, one.record, one.stage, one.what, one.where, one.fix) for path, one in rejected],
            )

    def begin_file(self, path: str) -> None:
        """Forget what was rejected of a file, because it is read again."""
        with self._transaction():
            self._base.execute("DELETE FROM rejected WHERE path = ?", (path,))
            self._base.execute("DELETE FROM file WHERE path = ?", (path,))

    def end_file(self, path: str, size: int, changed_ns: int, captures: Iterable[str], version: str) -> None:
        """Note that a file was read whole; the readings of captures that it does not hold any more go with the next answer."""
        held = set(captures)
        with self._transaction():
            for capture in sorted(held):  # a record that stood in another file before
                self._base.execute("UPDATE reading SET path = ? WHERE capture = ? AND path != ?", (path, capture, path))
                self._base.execute("DELETE FROM leaving WHERE capture = ?", (capture,))
            self._leave(capture for capture in self._held_in(path) if capture not in held)
            self._base.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", (path, size, changed_ns, version))

    def drop_file(self, path: str) -> None:
        """All that was read from a file that is no longer there goes with the next answer."""
        with self._transaction():
            self._leave(self._held_in(path))
            self._base.execute("DELETE FROM rejected WHERE path = ?", (path,))
            self._base.execute("DELETE FROM file WHERE path = ?", (path,))

    def coming(self) -> Iterator[tuple[str, Reading]]:
        """The readings that the next answer joins, with their captures, by capture."""
        for capture, body in self._base.execute(f"SELECT capture, body FROM ({COMING}) WHERE is_newest ORDER BY capture"):
            yield capture, unpacked(body, Reading, where=f"{self._where}, reading {capture}")

    def kept_readings(self) -> int:
        """How many captures were read, joined or not."""
        (many,) = self._base.execute(f"SELECT count(*) FROM ({COMING})").fetchone()
        return int(many)

    def coming_captures(self) -> tuple[str, ...]:
        """The captures whose readings the next answer joins, sorted."""
        return tuple(capture for (capture,) in self._base.execute(f"SELECT capture FROM ({COMING}) WHERE is_newest ORDER BY capture"))

    def is_answered(self, inputs: str, version: str) -> bool:
        """Is the answer that is kept the one of these inputs, made by this version, and nothing fresh beside it?"""
        row = self._base.execute("SELECT captures, version FROM answer").fetchone()
        (waiting,) = self._base.execute("SELECT (SELECT count(*) FROM fresh) + (SELECT count(*) FROM leaving)").fetchone()
        return row == (inputs, version) and not waiting and self._note("search") == indexed()

    def memory(self, versions: Mapping[str, str], *, is_anew: bool = False) -> Memory:
        """What the joining before worked out, by kind of the version that is given; `is_anew`: nothing of it is to be taken."""
        return Memory(self._base, self._where, versions, is_anew=is_anew)

    def keep_answer(
        self,
        inputs: str,
        version: str,
        body: bytes,
        *,
        joined: Mapping[str, Reading],
        ruled: Iterable[str],
        stories: Iterable[Story],
        memory: Memory,
    ) -> None:
        """Make the fresh readings and their answer what readers see, at once.

        Args:
            inputs: hash of what the answer was made of.
            version: of the stages.
            body: the answer.
            joined: capture -> its reading as the answer has it.
            ruled: captures whose readings people changed.
            stories: of all claims.
            memory: what was worked out for it.
        """
        with self._transaction():
            memory.settle()
            again = self._note("search") != indexed()
            settled(self._base, joined, set(ruled), is_anew=again, where=self._where)
            Rows(self._base).claims(stories, {one.article.id: one.article for one in joined.values()})
            self._base.execute("INSERT OR REPLACE INTO note VALUES ('search', ?)", (indexed(),))
            self._base.execute("DELETE FROM answer")
            self._base.execute("INSERT INTO answer VALUES (?, ?, ?)", (inputs, version, body))

    # what readers ask

    def readings(self) -> Iterator[Reading]:
        """The newest reading of each address, by capture."""
        for capture, body in self._base.execute("SELECT capture, body FROM reading WHERE is_current ORDER BY capture"):
            yield unpacked(body, Reading, where=f"{self._where}, reading {capture}")

    def reading(self, article: str) -> Reading | None:
        """One article as it was read; None: there is none of that id."""
        row = self._base.execute("SELECT body FROM reading WHERE article = ? AND is_current", (article,)).fetchone()
        return unpacked(row[0], Reading, where=f"{self._where}, article {article}") if row else None

    def versions(self, article: str) -> list[Version]:
        """Every reading of the address of an article, the oldest first; nothing where there is no such article."""
        rows = self._base.execute(
            "SELECT capture, path, fetched, is_current, body FROM reading WHERE address = (SELECT address FROM reading WHERE article = ?) "
            "ORDER BY fetched, changed_ns, path, capture",
            (article,),
        )
        return [
            Version(
                capture=capture,
                path=path,
                fetched=fetched,
                is_current=bool(is_current),
                reading=unpacked(body, Reading, where=f"{self._where}, reading {capture}"),
            )
            for capture, path, fetched, is_current, body in rows
        ]

    def changed_addresses(self) -> list[tuple[str, int]]:
        """The addresses that have several captures, with how many."""
        return list(self._base.execute("SELECT address, count(*) FROM reading GROUP BY address HAVING count(*) > 1 ORDER BY address"))

    def rejected(self) -> list[Rejected]:
        """What was set aside, by file."""
        rows = self._base.execute("SELECT record, stage, what, place, fix FROM rejected ORDER BY path, rowid")
        return [Rejected(record=record, stage=stage, what=what, where=place, fix=fix) for record, stage, what, place, fix in rows]

    def answer(self) -> tuple[str, bytes] | None:
        """The answer of the readings that readers see, with the hash of what it was made of."""
        row: tuple[str, bytes] | None = self._base.execute("SELECT captures, body FROM answer").fetchone()
        return row

    def memos(self, kind: str, shape: type[T]) -> Iterator[T]:
        """All of one kind that the answer was made with."""
        for row, body in self._base.execute("SELECT id, body FROM memo WHERE kind = ? ORDER BY id", (kind,)):
            yield unpacked(body, shape, where=f"{self._where}, memo {row}")

    def counts(self) -> Counts:
        """How much of everything."""
        one = self._base.execute(
            "SELECT count(*), coalesce(sum(attributions), 0), count(degraded), coalesce(sum(is_current), 0) FROM reading"
        ).fetchone()
        files, rejected = (self._base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("file", "rejected"))
        return Counts(files=files, readings=one[0], current=one[3], attributions=one[1], rejected=rejected, degraded=one[2])

    def search(self, wanted: Wanted) -> list[Found]:
        """What holds all that is wanted, the newest first, undated last."""
        return found(self._base, wanted)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several questions are answered from one state."""
        self._base.execute("BEGIN")
        try:
            yield
        finally:
            self._base.rollback()

    def faults(self) -> list[str]:
        """What is wrong with the database, in words; nothing, where all is well."""
        told = [row[0] for row in self._base.execute("PRAGMA integrity_check") if row[0] != "ok"]
        for table in ("reading", "fresh"):
            for capture, body in self._base.execute(f"SELECT capture, body FROM {table}"):
                try:
                    unpacked(body, Reading, where=capture)
                except Damaged as error:
                    told.append(f"reading {capture}: {error.what}")
        for row, body in self._base.execute("SELECT id, body FROM memo"):
            try:
                unpacked(body, object, where=str(row))
            except Damaged as error:
                told.append(f"memo {row}: {error.what}; {error.fix}")
        (lost,) = self._base.execute("SELECT count(*) FROM said WHERE capture NOT IN (SELECT capture FROM reading)").fetchone()
        return told + ([f"{lost} passages of the search belong to no reading"] if lost else [])

    def close(self) -> None:
        """Close the connection."""
        self._base.close()

    # what is erased

    def tombstones(self) -> frozenset[str]:
        """The hashes of contents that were erased and are not read again."""
        return frozenset(sha256 for (sha256,) in self._base.execute("SELECT sha256 FROM tombstone"))

    def all_kept(self) -> Iterator[Kept]:
        """Every capture that was read, with its reading."""
        yield from self._kept_where("1")

    def held_at(self, articles: Iterable[str]) -> Iterator[Kept]:
        """All captures of the addresses of these articles."""
        for article in articles:
            yield from self._kept_where(f"address IN (SELECT address FROM ({COMING}) WHERE article = ?)", article)

    def bury(self, hashes: Iterable[str], day: str) -> None:
        """Note by hash what is not to be read again."""
        with self._transaction():
            self._base.executemany("INSERT OR REPLACE INTO tombstone VALUES (?, ?)", [(one, day) for one in sorted(set(hashes))])

    def erase(self, captures: Sequence[str]) -> None:
        """Take readings out for good; the answer and the rows of the search are to be made anew."""
        self._base.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            for table in ("reading", "fresh", "leaving"):
                self._base.executemany(f"DELETE FROM {table} WHERE capture = ?", [(one,) for one in captures])
            for table in ("answer", "rejected", "memo"):
                self._base.execute(f"DELETE FROM {table}")
            Rows(self._base).clear()
            self._base.execute("DELETE FROM note WHERE name = 'search'")

    def resize_file(self, path: str, size: int, changed_ns: int) -> None:
        """Note that a file was rewritten, and that what it still holds was read."""
        with self._transaction():
            self._base.execute("UPDATE file SET size = ?, changed_ns = ? WHERE path = ?", (size, changed_ns, path))

    def scrub(self) -> None:
        """Leave nothing of what was erased in the bytes of the files.

        Raises:
            Busy: another command still reads what was there before.
        """
        with told(self._where):
            self._base.execute("PRAGMA secure_delete = ON")
            self._base.execute("VACUUM")
            (is_busy, _, _) = self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            fix = "end the other commands (pages too), then call it again"
            raise Busy("it is erased, but another command still reads the state before", where=self._where, fix=fix)

    def _kept_where(self, condition: str, *values: str) -> Iterator[Kept]:
        rows = self._base.execute(
            f"SELECT capture, path, address, fetched, changed_ns, body FROM ({COMING}) WHERE {condition} ORDER BY capture", values
        )
        for capture, path, address, fetched, changed_ns, body in rows:
            reading = unpacked(body, Reading, where=f"{self._where}, reading {capture}")
            yield Kept(capture=capture, path=path, address=address, fetched=fetched, changed_ns=changed_ns, reading=reading)

    def _held_in(self, path: str) -> list[str]:
        rows = self._base.execute("SELECT capture FROM reading WHERE path = ?1 UNION SELECT capture FROM fresh WHERE path = ?1", (path,))
        return [capture for (capture,) in rows]

    def _leave(self, captures: Iterable[str]) -> None:
        for capture in captures:
            self._base.execute("DELETE FROM fresh WHERE capture = ?", (capture,))
            self._base.execute("INSERT OR IGNORE INTO leaving SELECT capture FROM reading WHERE capture = ?", (capture,))

    def _note(self, name: str) -> str | None:
        row = self._base.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with told(self._where):
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._base.rollback()
                raise
            self._base.commit()


def _row(one: Kept, version: str) -> tuple[object, ...]:
    article, when = one.reading.article, one.reading.article.published
    return (
        one.capture, one.path, one.address, one.fetched, version, article.id, article.outlet, article.title, article.lang,
        when.earliest if when else None, when.latest if when else None, article.degraded, len(one.reading.attributions),
        packed(one.reading), one.changed_ns,
    )  # fmt: skip
