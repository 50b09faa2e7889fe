"""Which files a path stands for, in sorted order, and what each one is called.

A file is called by its name without its endings where no other file of the run is called so, else by its path. A symbolic link that leads
out of the folder that was given is not followed.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from selon.errors import InputError, LimitExceeded, Missing, Unreadable
from selon.model.collection import CAPTURES, DATABASE, SETTINGS
from selon.model.rejected import Rejected
from selon.read.limits import MAX_FILES, MAX_FOLDER_DEPTH


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENDINGS = _set(
    ".html .htm .xhtml .md .markdown .mdown .txt .text .jsonl .ndjson .json .warc .wacz .gz .zst .xml .rss .atom .csv .tsv .tab .parquet "
    ".pdf .mhtml .mht"
)


_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file to read, standard input, or an address of the web."""

    path: Path | None  # None: standard input, or an address
    address: str  # the path within what was given: the same on any machine
    id: str  # of the record, where the file holds one
    is_fetched: bool = False  # `address` is one of the web, which is asked when the source is opened


def sources(paths: Iterable[Path | str]) -> Iterator[Source | Rejected]:
    """Yield the files of all paths, in their order, and the paths that cannot be read."""
    found = [source for path in paths for source in _of_path(path)]
    addresses = Counter(source.address for source in found if isinstance(source, Source))
    named = [_apart(source, addresses) if isinstance(source, Source) else source for source in found]
    names = Counter(source.id for source in named if isinstance(source, Source))
    for source in named:
        if isinstance(source, Source) and names[source.id] > 1:
            yield replace(source, id=source.address)
        else:
            yield source


def is_address(text: str) -> bool:
    """Is this written as an address of the web, and not as a path?

    >>> is_address("https://phare.example/1"), is_address("pages/a.html")
    (True, False)
    """
    return _SCHEME.match(text) is not None


def printable(path: Path | str) -> str:
    """A path as text: bytes of a name that are no UTF-8, which only some systems allow, are written out.

    >>> printable("été.txt"), printable("\\udce9t\\udce9.txt")
    ('été.txt', '\\\\xe9t\\\\xe9.txt')
    """
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _of_path(path: Path | str) -> Iterator[Source | Rejected]:
    if str(path) == "-":
        yield Source(path=None, address="-", id="-")
        return
    if is_address(str(path)):
        yield Source(path=None, address=str(path), id=str(path), is_fetched=True)
        return
    given = Path(path)
    try:
        if given.is_dir():
            yield from _of_folder(given)
        elif given.is_file() or given.is_fifo():
            yield Source(path=given, address=printable(given.name), id=_bare(printable(given.name)))
        elif given.exists() or given.is_symlink():
            raise Missing("this link leads nowhere, or to no file", where=printable(path), fix="give the file itself")
        else:
            raise Missing("there is no such file", where=printable(path), fix="look at its name and its folder")
    except InputError as error:
        yield Rejected(record=printable(path), stage="read", what=error.what, where=error.where, fix=error.fix)
    except (OSError, ValueError) as error:
        yield Rejected(
            record=printable(path), stage="read", what=f"it cannot be read: {error}", where=printable(path), fix="see that it may be read"
        )


def _of_folder(folder: Path) -> Iterator[Source | Rejected]:
    root, many = folder.resolve(), 0
    for path in _files(folder, root, 0):
        if isinstance(path, InputError):
            yield Rejected(record=path.where, stage="read", what=path.what, where=path.where, fix=path.fix)
            continue
        many += 1
        if many > MAX_FILES:
            raise LimitExceeded(f"the folder holds more than {MAX_FILES} files", where=printable(folder), fix="give it in parts")
        yield Source(path=path, address=printable(path.relative_to(folder).as_posix()), id=_bare(printable(path.name)))


def _files(folder: Path, root: Path, depth: int) -> Iterator[Path | InputError]:
    """The files of a folder and of those in it, names sorted; hidden ones are left out, and of a collection all but its captures."""
    if depth > MAX_FOLDER_DEPTH:
        yield LimitExceeded(f"folders stand more than {MAX_FOLDER_DEPTH} deep", where=printable(folder), fix="give the inner folder itself")
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:  # the others go on
        yield Unreadable(f"the folder cannot be read: {error.strerror or error}", where=printable(folder), fix="see that it may be read")
        return
    own = depth == 0 and CAPTURES in names and (SETTINGS in names or DATABASE in names)  # its rulings, samples and tables are no articles
    for name in [CAPTURES] if own else names:
        path = folder / name
        if name.startswith(".") or (name == SETTINGS and depth == 0):
            continue
        if path.is_symlink() and not _stays_inside(path, root):
            yield Unreadable("this link leads out of the folder, and is not followed", where=printable(path), fix="give its target itself")
        elif path.is_dir():
            if not path.is_symlink():  # a link to a folder inside: its files are met there
                yield from _files(path, root, depth + 1)
        elif path.is_file():
            yield path


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _bare(name: str) -> str:
    """A file's name without the endings that tell formats.

    >>> _bare("a.html.gz"), _bare("v1.2.txt")
    ('a', 'v1.2')
    """
    stem, ending = os.path.splitext(name)
    while stem and ending.lower() in _ENDINGS:
        name = stem
        stem, ending = os.path.splitext(name)
    return name


def _apart(source: Source, addresses: Counter[str]) -> Source:
    """Two folders that hold a file of one name: their own names tell the two apart."""
    if addresses[source.address] == 1 or source.path is None:
        return source
    return replace(source, address=printable(source.path.as_posix()))
