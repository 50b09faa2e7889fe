"""One collection's database: SQLite in WAL mode, one writer, any number of readers beside it.

What was acknowledged is on the disk: each batch is one transaction. A reader sees the last whole state while a run writes.
Source: SQLite, "Write-Ahead Logging".
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selon.errors import Busy, Damaged, StoreError
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.collection import Counts, Found
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.store.migrations import STEPS
from selon.store.packing import packed, unpacked
from selon.store.searching import Wanted, folded, query

_WAIT_SECONDS = 10  # for another command's batch to end
_RUNNING_BITS = 32  # of `said.id`, below the day
_CURRENT = """
    SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY address ORDER BY fetched DESC, rowid DESC) AS age FROM reading) WHERE age = 1
"""  # of two captures of one address, the newer one


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One capture that was read: its reading, and where it came from."""

    capture: str  # hash of address and content
    path: str  # the file it stands in, within the collection
    address: str
    fetched: str | None  # ISO 8601, UTC
    reading: Reading


class Store:
    """The database of one collection. Use `opened`."""

    def __init__(self, connection: sqlite3.Connection, where: str) -> None:
        self._base = connection
        self._where = where

    def files(self) -> dict[str, tuple[int, int, str]]:
        """The files read whole: path -> size, modification time in ns, version of the stages that read it."""
        return {path: (size, changed, version) for path, size, changed, version in self._base.execute("SELECT * FROM file")}

    def captures(self, version: str) -> set[str]:
        """The captures read by these versions of the stages."""
        return {capture for (capture,) in self._base.execute("SELECT capture FROM reading WHERE version = ?", (version,))}

    def paths(self) -> set[str]:
        """Every file that anything was read from."""
        return {
            path for (path,) in self._base.execute("SELECT path FROM file UNION SELECT path FROM reading UNION SELECT path FROM rejected")
        }

    def names(self) -> dict[str, str]:
        """The id of every article -> the capture that bears it."""
        return dict(self._base.execute("SELECT article, capture FROM reading"))

    def keep(self, found: Sequence[Kept], rejected: Sequence[tuple[str, Rejected]], version: str) -> None:
        """Keep readings and what was rejected, all or nothing; a capture that was read before is replaced."""
        with self._transaction():
            for one in found:
                self._drop(one.capture)
                self._insert(one, version)
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
        """Note that a file was read whole, and drop the readings of captures that it does not hold any more."""
        held = set(captures)
        with self._transaction():
            before = [capture for (capture,) in self._base.execute("SELECT capture FROM reading WHERE path = ?", (path,))]
            for capture in before:
                if capture not in held:
                    self._drop(capture)
            self._base.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", (path, size, changed_ns, version))

    def drop_file(self, path: str) -> None:
        """Drop all that was read from a file that is no longer there."""
        with self._transaction():
            for (capture,) in self._base.execute("SELECT capture FROM reading WHERE path = ?", (path,)).fetchall():
                self._drop(capture)
            self._base.execute("DELETE FROM rejected WHERE path = ?", (path,))
            self._base.execute("DELETE FROM file WHERE path = ?", (path,))

    def readings(self) -> Iterator[Reading]:
        """The newest reading of each address, by capture."""
        for capture, body in self._base.execute(f"SELECT capture, body FROM ({_CURRENT}) ORDER BY capture"):
            yield unpacked(body, Reading, where=f"{self._where}, reading {capture}")

    def current(self) -> tuple[str, ...]:
        """The captures whose readings count, sorted."""
        return tuple(capture for (capture,) in self._base.execute(f"SELECT capture FROM ({_CURRENT}) ORDER BY capture"))

    def rejected(self) -> list[Rejected]:
        """What was set aside, by file."""
        rows = self._base.execute("SELECT record, stage, what, place, fix FROM rejected ORDER BY path, rowid")
        return [Rejected(record=record, stage=stage, what=what, where=place, fix=fix) for record, stage, what, place, fix in rows]

    def answer(self, captures: str) -> tuple[str, bytes] | None:
        """The answer of the readings whose captures have this hash, with the version of the stages that made it."""
        row: tuple[str, bytes] | None = self._base.execute("SELECT version, body FROM answer WHERE captures = ?", (captures,)).fetchone()
        return row

    def keep_answer(self, captures: str, version: str, body: bytes) -> None:
        """Keep the answer of these readings, and no other."""
        with self._transaction():
            self._base.execute("DELETE FROM answer")
            self._base.execute("INSERT INTO answer VALUES (?, ?, ?)", (captures, version, body))

    def counts(self) -> Counts:
        """How much of everything."""
        one = self._base.execute("SELECT count(*), coalesce(sum(attributions), 0), count(degraded) FROM reading").fetchone()
        files, current, rejected = (
            self._base.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("file", f"({_CURRENT})", "rejected")
        )
        return Counts(files=files, readings=one[0], current=current, attributions=one[1], rejected=rejected, degraded=one[2])

    def search(self, wanted: Wanted) -> list[Found]:
        """What holds all that is wanted, the newest first, undated last."""
        conditions, values = _conditions(wanted)
        source = "folded JOIN said ON said.id = folded.rowid" if wanted.words or wanted.claimant else "said"
        order = "folded.rowid" if source != "said" else "said.id"
        rows = self._base.execute(
            "SELECT said.article, attribution, outlet, lang, day, said.claimant, stance, first, last, said.words "
            f"FROM {source} {'WHERE ' + ' AND '.join(conditions) if conditions else ''} ORDER BY {order} DESC LIMIT ?",
            (*values, wanted.most),
        )
        return [
            Found(
                article=row[0], attribution=row[1], outlet=row[2], lang=row[3], day=row[4], claimant=row[5], stance=row[6], start=row[7],
                end=row[8], words=row[9],
            )
            for row in rows
        ]  # fmt: skip

    def faults(self) -> list[str]:
        """What is wrong with the database, in words; nothing, where all is well."""
        found = [row[0] for row in self._base.execute("PRAGMA integrity_check") if row[0] != "ok"]
        for capture, body in self._base.execute("SELECT capture, body FROM reading"):
            try:
                unpacked(body, Reading, where=capture)
            except Damaged as error:
                found.append(f"reading {capture}: {error.what}")
        (lost,) = self._base.execute("SELECT count(*) FROM said WHERE capture NOT IN (SELECT capture FROM reading)").fetchone()
        return found + ([f"{lost} passages of the search belong to no reading"] if lost else [])

    def close(self) -> None:
        """Close the connection."""
        self._base.close()

    def _insert(self, one: Kept, version: str) -> None:
        article, when = one.reading.article, one.reading.article.published
        row = (
            one.capture, one.path, one.address, one.fetched, version, article.id, article.outlet, article.title, article.lang,
            when.earliest if when else None, when.latest if when else None, article.degraded, len(one.reading.attributions),
            packed(one.reading),
        )  # fmt: skip
        self._base.execute(f"INSERT INTO reading VALUES ({', '.join('?' * len(row))})", row)
        day = (when.earliest or when.latest or "")[:10] if when else ""
        floor = date.fromisoformat(day).toordinal() << _RUNNING_BITS if day else 0
        last = self._base.execute("SELECT max(id) FROM said WHERE id < ?", (floor + (1 << _RUNNING_BITS),)).fetchone()[0] or 0
        for number, said in enumerate(_said(one), max(floor, last) + 1):
            self._base.execute(f"INSERT INTO said VALUES ({', '.join('?' * (len(said) + 1))})", (number, *said))
            self._base.execute(
                "INSERT INTO folded (rowid, words, claimant) VALUES (?, ?, ?)", (number, folded(said[-1]), folded(said[6] or ""))
            )

    def _drop(self, capture: str) -> None:
        for number, words, claimant in self._base.execute("SELECT id, words, claimant FROM said WHERE capture = ?", (capture,)).fetchall():
            self._base.execute(
                "INSERT INTO folded (folded, rowid, words, claimant) VALUES ('delete', ?, ?, ?)",
                (number, folded(words), folded(claimant or "")),
            )
        self._base.execute("DELETE FROM said WHERE capture = ?", (capture,))
        self._base.execute("DELETE FROM reading WHERE capture = ?", (capture,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _told(self._where):
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._base.rollback()
                raise
            self._base.commit()


@contextmanager
def opened(path: Path, *, is_writer: bool = False) -> Iterator[Store]:
    """The store at a path; made, and brought up to date, by a writer.

    Raises:
        StoreError: it is not there, cannot be written, or was made by a later version.
        Damaged: it is no database.
    """
    with _told(str(path)):
        if not is_writer and not path.is_file():
            raise StoreError("nothing of this collection was read yet", where=str(path.parent), fix="selon run")
        mode = "rwc" if is_writer else "ro"
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            base.execute("PRAGMA foreign_keys = ON")
            _prepared(base, path, is_writer=is_writer)
            yield Store(base, str(path))
        finally:
            base.close()


def _prepared(base: sqlite3.Connection, path: Path, *, is_writer: bool) -> None:
    (done,) = base.execute("PRAGMA user_version").fetchone()
    if done > len(STEPS):
        raise StoreError("this collection was made by a later version of Selon", where=str(path), fix="update Selon")
    if is_writer:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
    elif done < len(STEPS):
        raise StoreError("this collection was made by an earlier version of Selon", where=str(path), fix="selon run brings it up to date")
    for number, step in enumerate(STEPS[done:], done + 1):
        base.executescript(f"BEGIN IMMEDIATE; {step}; PRAGMA user_version = {number}; COMMIT;")


@contextmanager
def _told(where: str) -> Iterator[None]:
    """What SQLite cannot do, in words."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "locked" in words or "busy" in words:
            raise Busy("another command is writing this collection", where=where, fix="wait until it has ended") from error
        fix = "see that the disk has room and that the folder may be written"
        raise StoreError(f"the collection cannot be written or read: {words}", where=where, fix=fix) from error
    except sqlite3.DatabaseError as error:
        raise Damaged(
            f"the database is damaged: {error}", where=where, fix="delete it: selon run makes it anew from the captures"
        ) from error


def _said(one: Kept) -> Iterator[tuple[str, str | None, str, str | None, str, str | None, str | None, str | None, int, int, str]]:
    article = one.reading.article
    when = article.published
    day = ((when.earliest or when.latest or "")[:10] or None) if when else None
    if article.title:
        start = max(0, article.text.find(article.title))
        yield (
            one.capture,
            None,
            article.id,
            article.outlet,
            article.lang,
            day,
            None,
            None,
            start,
            start + len(article.title),
            article.title,
        )
    for attribution, resolution in zip(one.reading.attributions, one.reading.resolutions, strict=True):
        first, last = attribution.content[0].start, attribution.content[-1].end
        yield (
            one.capture, attribution.id, article.id, article.outlet, article.lang, day, _name(attribution, resolution, article.text),
            attribution.stance.value, first, last, article.text[first:last],
        )  # fmt: skip


def _name(attribution: Attribution, resolution: Resolution, text: str) -> str | None:
    if resolution.claimant:
        return resolution.claimant.name
    return attribution.source.of(text) if attribution.source else None


def _conditions(wanted: Wanted) -> tuple[list[str], list[object]]:
    match = [query(words, column=column) for words, column in ((wanted.words, "words"), (wanted.claimant, "claimant")) if words]
    asked: list[tuple[str, object]] = [("folded MATCH ?", " AND ".join(f"({part})" for part in match))] if match else []
    asked += [
        (condition, value)
        for condition, value in (
            ("outlet = ?", wanted.outlet), ("lang = ?", wanted.lang), ("stance = ?", wanted.stance), ("day >= ?", wanted.since),
            ("day <= ?", wanted.until),
        )
        if value
    ]  # fmt: skip
    return [condition for condition, _ in asked], [value for _, value in asked]
