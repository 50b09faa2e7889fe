"""A folder that is a collection: `selon.toml`, `captures/`, and the database that was made from them."""

import fcntl
import hashlib
import os
import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from selon import pipeline, read
from selon.api.running import update
from selon.api.version import PER_ARTICLE, TOGETHER, version
from selon.engine import Engine
from selon.errors import Busy, StoreError, UsageError
from selon.model.claimant import Resolution
from selon.model.collection import CAPTURES, SETTINGS, Counts, Found
from selon.model.lineage import Lineage
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.pipeline import Answer
from selon.store import Store, Wanted, opened
from selon.store.packing import packed, unpacked

DATABASE = "selon.db"
_LOCK = ".selon.lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run did."""

    made: int  # readings
    is_new: bool  # the answer was made anew
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joined:
    """What the stages that join articles yield, without the readings themselves."""

    resolutions: dict[str, tuple[Resolution, ...]]  # by article id: claimants have one id in all articles
    reuses: tuple[Reuse, ...]
    lineage: Lineage


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection. Use `made` or `found`."""

    folder: Path

    @property
    def name(self) -> str:
        """What it calls itself."""
        try:
            settings = tomllib.loads((self.folder / SETTINGS).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return self.folder.resolve().name
        return str(settings.get("collection", {}).get("name") or self.folder.resolve().name)

    def was_run(self) -> bool:
        """Is there anything a run has kept?"""
        return (self.folder / DATABASE).is_file()

    def run(self, *, engine: Engine, again: bool = False, tell: Callable[[int], None] = lambda made: None) -> Report:
        """Read the captures that are new, and join all readings anew if there are any.

        Raises:
            Busy: another run is at work.
            StoreError: the folder cannot be written.
        """
        with self._locked(), opened(self.folder / DATABASE, is_writer=True) as store:
            made = update(self._captures(), store, engine=engine, again=again, tell=tell)
            key, stages = _hash(store.current()), version(TOGETHER)
            kept = store.answer(key)
            is_new = kept is None or kept[0] != stages
            if is_new:
                answer = pipeline.joined(list(store.readings()))
                resolutions = {one.article.id: one.resolutions for one in answer.readings}
                joined = _Joined(resolutions=resolutions, reuses=answer.reuses, lineage=answer.lineage)
                store.keep_answer(key, stages, packed(joined))
            return Report(made=made, is_new=is_new, counts=store.counts())

    def answer(self) -> Answer:
        """All that the last run yielded.

        Raises:
            StoreError: there was no run yet, or the last one was cut short.
        """
        with self._store() as store:
            kept = store.answer(_hash(store.current()))
            if kept is None:
                raise StoreError("the last run was cut short", where=str(self.folder), fix="selon run")
            joined = unpacked(kept[1], _Joined, where=str(self.folder / DATABASE))
            readings = tuple(
                replace(one, resolutions=joined.resolutions[one.article.id]) if one.article.id in joined.resolutions else one
                for one in store.readings()
            )
            return Answer(readings=readings, reuses=joined.reuses, lineage=joined.lineage, rejected=tuple(store.rejected()))

    def readings(self) -> list[Reading | Rejected]:
        """Each article on its own, then what was rejected."""
        with self._store() as store:
            return [*store.readings(), *store.rejected()]

    def counts(self) -> Counts:
        """How much of everything the last run kept."""
        with self._store() as store:
            return store.counts()

    def rejected(self) -> list[Rejected]:
        """What the last run set aside."""
        with self._store() as store:
            return store.rejected()

    def search(self, wanted: Wanted) -> list[Found]:
        """Passages and titles that hold what is wanted, the newest first."""
        with self._store() as store:
            return store.search(wanted)

    def is_of_these_rules(self) -> bool:
        """Was everything read by the rules of this version?"""
        with self._store() as store:
            return all(stages == version(PER_ARTICLE) for _, _, stages in store.files().values())

    def unread(self) -> list[str]:
        """The files that are new or changed since the last run, and those that are gone."""
        try:
            with self._store() as store:
                known, paths = store.files(), store.paths()
        except StoreError:
            known, paths = {}, set()
        there = {
            source.address: source.path.stat()
            for source in read.sources([self._captures()])
            if not isinstance(source, Rejected) and source.path
        }
        new = [address for address, stat in there.items() if known.get(address, ())[:2] != (stat.st_size, stat.st_mtime_ns)]
        return sorted([*new, *(paths - set(there))])

    def faults(self) -> list[str]:
        """What is wrong with the database, in words."""
        with self._store() as store:
            return store.faults()

    def _captures(self) -> Path:
        captures = self.folder / CAPTURES
        if not captures.is_dir():
            raise UsageError("this collection holds no captures yet", where=str(self.folder), fix=f"selon add SOURCE --to {self.folder}")
        return captures

    def _store(self) -> AbstractContextManager[Store]:
        return opened(self.folder / DATABASE)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Only one run at a time; the lock goes with the process."""
        try:
            lock = os.open(self.folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            fix = "see that the disk has room and that the folder may be written"
            raise StoreError(f"the collection cannot be written: {error.strerror}", where=str(self.folder), fix=fix) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError as error:
            raise Busy("another run of this collection is at work", where=str(self.folder), fix="wait until it has ended") from error
        finally:
            os.close(lock)


def made(folder: Path, *, name: str | None = None) -> Collection:
    """A new, empty collection.

    Raises:
        UsageError: the folder is a collection already, or holds something else, or cannot be made.
    """
    if (folder / SETTINGS).exists():
        raise UsageError("this is a collection already", where=str(folder), fix="choose another folder, or go on with this one")
    try:
        (folder / CAPTURES).mkdir(parents=True, exist_ok=True)
        called = re.sub(r'["\\\x00-\x1f]', "", name or folder.resolve().name)
        (folder / SETTINGS).write_text(f'# A collection of Selon.\n[collection]\nname = "{called}"\n', encoding="utf-8")
    except OSError as error:
        raise UsageError(f"the folder cannot be made: {error.strerror}", where=str(folder), fix="choose another folder") from error
    return Collection(folder)


def found(folder: Path) -> Collection | None:
    """The collection in a folder, or None where it is none."""
    is_one = (folder / SETTINGS).is_file() or (folder / CAPTURES).is_dir()
    return Collection(folder) if is_one else None


def _hash(captures: tuple[str, ...]) -> str:
    sha = hashlib.sha256()
    for capture in captures:
        sha.update(capture.encode())
    return sha.hexdigest()[:32]
