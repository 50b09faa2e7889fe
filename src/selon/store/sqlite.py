"""One collection's database: SQLite in WAL mode, one writer, any number of readers beside it.

What was acknowledged is on the disk: each batch is one transaction. A run reads into `fresh`; one transaction then makes the fresh
readings, their answer and the rows of the search what readers see, so that they see the last whole state at every instant.
Source: SQLite, "Write-Ahead Logging".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from selon.errors import Busy
from selon.model.lineage import Story
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.store.asking import Asked, Kept
from selon.store.indexing import Rows
from selon.store.indexing import version as indexed
from selon.store.memory import Memory
from selon.store.packing import packed
from selon.store.settling import COLUMNS, settled
from selon.store.told import told


class Store(Asked):
    """The database of one collection, to be asked and written. Use `opened`."""

    # what a run keeps

    def keep(self, found: Sequence[Kept], rejected: Sequence[tuple[str, Rejected]], version: str) -> None:
        """Keep readings and what was rejected, all or nothing; a capture that was read before is replaced."""
        with self._transaction():
            for one in found:
                self._base.execute("DELETE FROM leaving WHERE capture = ?", (one.capture,))
                row = _row(one, version)
                self._base.execute(f"INSERT OR REPLACE INTO fresh ({COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)
            self._reject(rejected)

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
            told_anew = {story.claim.id for group in memory.made("stories") for story in group}
            again = self._note("search") != indexed()
            settled(self._base, joined, set(ruled), is_anew=again, where=self._where)
            Rows(self._base).claims(stories, {one.article.id: one.article for one in joined.values()}, told_anew)
            self._base.execute("INSERT OR REPLACE INTO note VALUES ('search', ?)", (indexed(),))
            self._base.execute("DELETE FROM answer")
            self._base.execute("INSERT INTO answer VALUES (?, ?, ?)", (inputs, version, body))

    # what is erased

    def bury(self, hashes: Iterable[str], day: str) -> None:
        """Note by hash what is not to be read again."""
        with self._transaction():
            self._base.executemany("INSERT OR REPLACE INTO tombstone VALUES (?, ?)", [(one, day) for one in sorted(set(hashes))])

    def erase(self, captures: Sequence[str], rejected: Iterable[int], still_rejected: Iterable[tuple[str, Rejected]]) -> None:
        """Take readings out for good; the answer and the rows of the search are to be made anew.

        `rejected`: rows of what was set aside, that go too; `still_rejected`: what is set aside of the files that were rewritten.
        """
        self._base.execute("PRAGMA secure_delete = ON")
        with self._transaction():
            for table in ("reading", "fresh", "leaving"):
                self._base.executemany(f"DELETE FROM {table} WHERE capture = ?", [(one,) for one in captures])
            self._base.executemany("DELETE FROM rejected WHERE rowid = ?", [(row,) for row in rejected])
            self._reject(still_rejected)
            for table in ("answer", "memo"):
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

    def _reject(self, rejected: Iterable[tuple[str, Rejected]]) -> None:
        rows = [(path, one.record, one.stage, one.what, one.where, one.fix) for path, one in rejected]
        self._base.executemany("INSERT INTO rejected VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _held_in(self, path: str) -> list[str]:
        rows = self._base.execute("SELECT capture FROM reading WHERE path = ?1 UNION SELECT capture FROM fresh WHERE path = ?1", (path,))
        return [capture for (capture,) in rows]

    def _leave(self, captures: Iterable[str]) -> None:
        for capture in captures:
            self._base.execute("DELETE FROM fresh WHERE capture = ?", (capture,))
            self._base.execute("INSERT OR IGNORE INTO leaving SELECT capture FROM reading WHERE capture = ?", (capture,))

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
