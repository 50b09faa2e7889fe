"""Is everything in a collection whole: settings, rulings, captures, database? Each fault in words, with what to do.

A capture is compared with what was read from it: a file that looks the same and holds something else was damaged. A file that was changed
or taken away since the last run is no fault, but the next run's work; one that is gone is said.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from selon import read
from selon.api.folder import state, unknown_settings
from selon.api.meant import key_of
from selon.api.rulings import book
from selon.errors import Damaged, SelonError, StoreError
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.store import Asked, decisions

_LOADED = "loaded-"  # files of texts alone, whose readings were made elsewhere from the pages (`selon load`)


def faults(folder: Path, captures: Path, store: AbstractContextManager[Asked] | None) -> Iterator[str]:
    """Yield what is wrong; `store` is None where there was no run yet."""
    yield from _of_settings(folder)
    yield from _of_rulings(folder)
    files: dict[str, tuple[int, int, str]] = {}
    keys: dict[str, set[str]] = {}
    if store is not None:
        try:
            with store as opened:
                yield from opened.faults()
                files, keys = opened.files(), opened.keys_by_path()
        except SelonError as error:
            yield f"{error.where}: {error.what}; {error.fix}"
    yield from _of_captures(captures, files, keys)


def of_answer(answer: Callable[[], object]) -> Iterator[str]:
    """Yield what is wrong with the answer that is kept; a first run that was cut short has none, and that is no fault."""
    try:
        answer()
    except Damaged as error:
        yield f"{error.where}: {error.what}; {error.fix}"
    except StoreError:
        return


def _of_settings(folder: Path) -> Iterator[str]:
    try:
        yield from unknown_settings(folder)
    except SelonError as error:
        yield f"{error.where}: {error.what}; {error.fix}"


def _of_rulings(folder: Path) -> Iterator[str]:
    yield from decisions.faults(folder / decisions.RULINGS)
    try:
        book(folder)
    except SelonError as error:
        yield f"{error.where}: {error.what}; {error.fix}"


def _of_captures(captures: Path, files: dict[str, tuple[int, int, str]], keys: dict[str, set[str]]) -> Iterator[str]:
    there = set()
    for source in read.sources([captures]) if captures.is_dir() else ():
        if isinstance(source, Rejected) or source.path is None:
            continue
        stat = state(source.path)
        if stat is None:
            continue
        there.add(source.address)
        if source.address.startswith(_LOADED):
            yield from (f"{one.where}: {one.what}; {one.fix}" for one in read.records(source) if isinstance(one, Rejected))
        elif files.get(source.address, ())[:2] == (stat.st_size, stat.st_mtime_ns):
            lost = keys.get(source.address, set()) - {key_of(one) for one in read.records(source) if isinstance(one, Capture)}
            if lost:
                fix = "put the file back from a copy; selon run then goes on from what it holds"
                yield f"{source.path}: the file was damaged: it does not hold {len(lost)} captures that were read from it; {fix}"
    for gone in sorted(set(files) - there):
        yield f"{captures / gone}: the file is gone; put it back, or let selon run drop what was read from it"
