"""What a collection's database answers: to a run, to readers, to whoever erases. Nothing is changed here."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from selon.errors import Damaged
from selon.model.collection import Counts, Found
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.version import Version
from selon.store import chunks
from selon.store.indexing import version as indexed
from selon.store.memory import Memory
from selon.store.packing import decoded, unpacked
from selon.store.searching import Wanted, found
from selon.store.settling import COMING

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


class Asked:
    """The database of one collection, to be asked. Use `opened`."""

    def __init__(self, connection: sqlite3.Connection, where: str) -> None:
        self._base = connection
        self._where = where

    # what a run asks

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

    def coming(self) -> Iterator[tuple[str, Reading]]:
        """The readings that the next answer joins, with their captures, by capture."""
        for capture, body in self._base.execute(f"SELECT capture, body FROM ({COMING}) WHERE is_newest ORDER BY capture"):
            yield capture, unpacked(body, Reading, where=f"{self._where}, reading {capture}")

    def coming_captures(self) -> tuple[str, ...]:
        """The captures whose readings the next answer joins, sorted."""
        return tuple(capture for (capture,) in self._base.execute(f"SELECT capture FROM ({COMING}) WHERE is_newest ORDER BY capture"))

    def kept_readings(self) -> int:
        """How many captures were read, joined or not."""
        (many,) = self._base.execute(f"SELECT count(*) FROM ({COMING})").fetchone()
        return int(many)

    def is_answered(self, inputs: str, version: str) -> bool:
        """Is the answer that is kept the one of these inputs, made by this version, and nothing fresh beside it?"""
        row = self._base.execute("SELECT captures, version FROM answer").fetchone()
        (waiting,) = self._base.execute("SELECT (SELECT count(*) FROM fresh) + (SELECT count(*) FROM leaving)").fetchone()
        return row == (inputs, version) and not waiting and self._note("search") == indexed()

    def memory(self, versions: Mapping[str, str], *, is_anew: bool = False) -> Memory:
        """What the joining before worked out, by kind of the version that is given; `is_anew`: nothing of it is to be taken."""
        return Memory(self._base, self._where, versions, is_anew=is_anew)

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
        return [one for _, _, one in self.rejected_rows()]

    def rejected_rows(self) -> Iterator[tuple[int, str, Rejected]]:
        """Yield what was set aside, by file, with the number of its row and its file."""
        for row, path, record, stage, what, place, fix in self._base.execute("SELECT rowid, * FROM rejected ORDER BY path, rowid"):
            yield row, path, Rejected(record=record, stage=stage, what=what, where=place, fix=fix)

    def answer(self) -> tuple[str, bytes] | None:
        """The answer of the readings that readers see, with the hash of what it was made of."""
        row: tuple[str, bytes] | None = self._base.execute("SELECT captures, body FROM answer").fetchone()
        return row

    def answer_version(self) -> str | None:
        """The version of the stages that joined the answer; None: there is none."""
        row = self._base.execute("SELECT version FROM answer").fetchone()
        return str(row[0]) if row else None

    def memos(self, kind: str, shape: type[T]) -> Iterator[T]:
        """All of one kind that the answer was made with."""
        for chunk in chunks.chunks(self._base, self._where, kind):
            yield from (decoded(record, shape, where=chunk.where) for record in chunk.records)

    def counts(self) -> Counts:
        """How much of everything."""
        one = self._base.execute(
            "SELECT count(*), coalesce(sum(attributions * is_current), 0), count(CASE WHEN is_current THEN degraded END),"
            " coalesce(sum(is_current), 0) FROM reading"
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
        told += chunks.faults(self._base)
        (lost,) = self._base.execute("SELECT count(*) FROM said WHERE capture NOT IN (SELECT capture FROM reading)").fetchone()
        return told + ([f"{lost} passages of the search belong to no reading"] if lost else [])

    # what whoever erases asks

    def tombstones(self) -> frozenset[str]:
        """The hashes of contents that were erased and are not read again."""
        return frozenset(sha256 for (sha256,) in self._base.execute("SELECT sha256 FROM tombstone"))

    def doubtful(self) -> dict[str, str | None]:
        """The files of which something was not read, with what was wrong; those not read whole or to their end, with None."""
        rows = self._base.execute(f"SELECT DISTINCT path FROM ({COMING}) WHERE degraded IS NOT NULL OR path NOT IN (SELECT path FROM file)")
        return dict.fromkeys((path for (path,) in rows), None) | {path: one.what for _, path, one in self.rejected_rows()}

    def all_kept(self) -> Iterator[Kept]:
        """Every capture that was read, with its reading."""
        yield from self._kept_where("1")

    def held_at(self, articles: Iterable[str]) -> Iterator[Kept]:
        """All captures of the addresses of these articles."""
        for article in articles:
            yield from self._kept_where(f"address IN (SELECT address FROM ({COMING}) WHERE article = ?)", article)

    def _kept_where(self, condition: str, *values: str) -> Iterator[Kept]:
        rows = self._base.execute(
            f"SELECT capture, path, address, fetched, changed_ns, body FROM ({COMING}) WHERE {condition} ORDER BY capture", values
        )
        for capture, path, address, fetched, changed_ns, body in rows:
            reading = unpacked(body, Reading, where=f"{self._where}, reading {capture}")
            yield Kept(capture=capture, path=path, address=address, fetched=fetched, changed_ns=changed_ns, reading=reading)

    def _note(self, name: str) -> str | None:
        row = self._base.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None
