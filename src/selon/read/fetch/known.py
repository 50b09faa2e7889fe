"""What a folder of captures holds: the latest exchange of each address.

The archives are what counts; `.index.jsonl` only spares reading them again. It has one line an archive, which holds as long as the
archive has the size that the line says: archives are never changed, but by the run that writes them. Archives that came from elsewhere
are left out.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from selon.errors import InputError
from selon.read.fetch.archive import NAMES, mended
from selon.read.fetch.held import Held
from selon.read.fetch.records import held_in
from selon.read.fetch.settings import MAX_REDIRECTS

INDEX = ".index.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One archive in the index."""

    file: str
    file_bytes: int
    exchanges: tuple[Held, ...]


_LINES = msgspec.json.Decoder(_Line)


class Known:
    """The exchanges of a folder, by address."""

    def __init__(self, exchanges: dict[str, list[Held]], file_bytes: dict[str, int]) -> None:
        self._by_file = exchanges
        self._file_bytes = file_bytes  # of each archive, before it was read
        self._latest: dict[str, Held] = {}
        for one in sorted((one for found in exchanges.values() for one in found), key=lambda one: one.instant):
            self._latest[one.url] = one

    def add(self, held: Held) -> None:
        """One more exchange, later than all others."""
        self._by_file.setdefault(held.file, []).append(held)
        self._file_bytes.pop(held.file, None)
        self._latest[held.url] = held

    def latest(self, url: str) -> Held | None:
        """The latest exchange of an address."""
        return self._latest.get(url)

    def page(self, url: str) -> Held | None:
        """The latest page that an address leads to, over redirects that are kept; None where there is none."""
        for _ in range(MAX_REDIRECTS + 1):
            found = self._latest.get(url)
            if found is None or found.location is None:
                return found if found and found.is_page else None
            url = found.location
        return None

    def save(self, folder: Path) -> None:
        """Write the index: all of it or nothing."""
        fresh = folder / f"{INDEX}.new"
        with fresh.open("wb") as stream:
            for file, found in sorted(self._by_file.items()):
                size = self._file_bytes.get(file) or (folder / file).stat().st_size
                stream.write(msgspec.json.encode(_Line(file=file, file_bytes=size, exchanges=tuple(found))) + b"\n")
        os.replace(fresh, folder / INDEX)


def known(folder: Path, *, say: Callable[[str], None]) -> Known:
    """What a folder of captures holds; an archive that an interrupted run has left is mended, and said."""
    indexed = {line.file: line for line in _index(folder / INDEX)}
    found: dict[str, list[Held]] = {}
    file_bytes: dict[str, int] = {}
    for path in sorted(folder.glob(NAMES)):
        line = indexed.get(path.name)
        is_new = line is None or line.file_bytes != path.stat().st_size
        if is_new and not _is_left_whole(path, say):
            continue
        file_bytes[path.name] = path.stat().st_size
        found[path.name] = list(held_in(path) if is_new or line is None else line.exchanges)
    return Known(found, file_bytes)


def _is_left_whole(path: Path, say: Callable[[str], None]) -> bool:
    """Is there something to read in it, after what had to be mended?"""
    try:
        cut = mended(path)
    except InputError as error:
        say(str(error))
        return True
    if cut:
        say(f"{path.name}: the last record was cut short by a run that was interrupted; {cut} bytes were set aside")
    return path.exists()


def _index(path: Path) -> Iterator[_Line]:
    """The lines of an index; one that cannot be read counts for nothing, since the archive itself can be."""
    if not path.is_file():
        return
    for line in path.read_bytes().splitlines():
        try:
            yield _LINES.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
