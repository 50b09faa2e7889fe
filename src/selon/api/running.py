"""Captures -> kept readings: only what is new is read, in batches that are all or nothing.

A run that was cut short goes on: a capture whose reading is kept is not read again. A file is noted as read when its last capture is kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from selon import pipeline, read
from selon.api.folder import state
from selon.api.meant import hash_of_text, key_of
from selon.api.version import PER_ARTICLE, version
from selon.engine import Engine
from selon.model.capture import Capture
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.read import Apart
from selon.read.fetch import hash_of_address
from selon.read.paths import Source
from selon.store import Kept, Store

_BATCH = 64  # readings kept at once: what a cut costs at most
_MARK = "\0"  # between a file's path and a record's id


@dataclass(frozen=True, slots=True)
class _Held:
    """A capture with the file it stands in."""

    path: str
    changed_ns: int  # modification time of the file
    key: str
    capture: Capture

    @property
    def id(self) -> str:
        """What a rejected record of it is called on its way."""
        return f"{self.path}{_MARK}{self.capture.id}"


@dataclass(slots=True)
class _File:
    """One file as it is read."""

    path: str
    size: int
    changed_ns: int
    captures: list[str] = field(default_factory=list)


def update(captures: Path, store: Store, *, engine: Engine, again: bool, tell: Callable[[int], None]) -> int:
    """Read what is new below the folder of captures and keep it; the number of readings made.

    `again` reads all anew, also what these versions of the stages have read; `tell` is called with the number of readings made.
    """
    run = _Run(store=store, stages=version(PER_ARTICLE), again=again, apart=engine.apart, erased=store.tombstones())
    batch: list[Kept] = []
    made = 0
    for result in engine.each(_reading, run.new(captures), stage="clean to resolve"):
        if isinstance(result, Rejected):
            path, _, record = result.record.partition(_MARK)
            run.rejected.append((path, replace(result, record=record)))
        elif hash_of_text(result.reading.article.text_digest) not in run.erased:
            batch.append(result)
        if len(batch) >= _BATCH:
            made += run.keep(batch)
            tell(made)
    made += run.keep(batch)
    run.end()
    return made


@dataclass(slots=True, kw_only=True)
class _Run:
    store: Store
    stages: str
    again: bool
    apart: Apart
    erased: frozenset[str]  # hashes of contents, addresses and texts: they are not read again
    files: list[_File] = field(default_factory=list)
    rejected: list[tuple[str, Rejected]] = field(default_factory=list)
    borne: dict[str, list[str]] | None = None  # the names that the captures of each file bear

    def new(self, captures: Path) -> Iterator[_Held]:
        """Yield the captures that are to be read."""
        known_files = {} if self.again else self.store.files()
        known = set() if self.again else self.store.captures(self.stages)
        names = self.store.names()
        there: set[str] = set()
        for source in read.sources([captures]):
            if isinstance(source, Rejected):
                self.rejected.append((source.record, source))
                continue
            assert source.path is not None
            stat = state(source.path)
            if stat is None:
                continue
            there.add(source.address)
            if known_files.get(source.address) == (stat.st_size, stat.st_mtime_ns, self.stages):
                continue
            self.store.begin_file(source.address)
            file = _File(source.address, stat.st_size, stat.st_mtime_ns)
            yield from self._of_file(source, file, known, names)
            self.files.append(file)
        for gone in sorted(self.store.paths() - there):
            self.store.drop_file(gone)

    def _of_file(self, source: Source, file: _File, known: set[str], names: dict[str, str]) -> Iterator[_Held]:
        told = read.records(source, apart=self.apart)
        ahead = list(islice(told, 2))
        if len(ahead) == 1:  # a file that is one page bears the name of the page it was before
            self._free(file.path, names)
        for record in chain(ahead, told):
            if isinstance(record, Rejected):
                self.rejected.append((file.path, record))
                continue
            key = key_of(record)
            if record.sha256 in self.erased or hash_of_address(record.address) in self.erased:
                continue
            file.captures.append(key)
            if names.setdefault(record.id, key) != key:  # two files of one name, two records of one id: told apart by their address
                record = replace(record, id=record.address)
                if names.setdefault(record.id, key) != key:
                    record = replace(record, id=f"{record.address}@{key[:8]}")
            if key not in known:
                known.add(key)
                yield _Held(file.path, file.changed_ns, key, record)

    def _free(self, path: str, names: dict[str, str]) -> None:
        """Take the names back that the captures of a file bore when the run began."""
        if self.borne is None:
            paths = {key: path for path, keys in self.store.keys_by_path().items() for key in keys}
            self.borne = defaultdict(list)
            for name, key in names.items():
                self.borne[paths.get(key, "")].append(name)
        for name in self.borne.get(path, ()):
            names.pop(name, None)

    def keep(self, batch: list[Kept]) -> int:
        """Keep a batch, and forget it."""
        if batch or self.rejected:
            self.store.keep(batch, self.rejected, self.stages)
        many = len(batch)
        batch.clear()
        self.rejected.clear()
        return many

    def end(self) -> None:
        """Note the files that were read whole."""
        for file in self.files:
            self.store.end_file(file.path, file.size, file.changed_ns, file.captures, self.stages)


def _reading(held: _Held) -> Kept:
    capture = held.capture
    reading: Reading = pipeline.per_article(capture)
    fetched = capture.fetched.isoformat() if capture.fetched else None
    address = reading.article.url or capture.address
    return Kept(capture=held.key, path=held.path, address=address, fetched=fetched, changed_ns=held.changed_ns, reading=reading)
