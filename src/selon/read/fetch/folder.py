"""Where captures are kept: the folder `captures` of a collection; files of one's own are copied there, byte for byte."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from selon.disk import synced
from selon.errors import UsageError
from selon.model.addition import Addition, Outcome
from selon.model.capture import Capture
from selon.model.collection import CAPTURES, SETTINGS
from selon.model.rejected import Rejected
from selon.read import records
from selon.read.fetch.erased import REASON, Erased
from selon.read.paths import Source, printable, sources

FILES = "files"  # within captures
_STEP = 1 << 20
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?/", re.IGNORECASE)


def captures_folder(to: Path | None, here: Path) -> Path:
    """The folder to keep captures in, made where it is not there yet.

    `to` is the collection that the call names; without one it is the folder `here`, if that is a collection.

    Raises:
        UsageError: `here` is no collection, or the folder cannot be made.
    """
    if to is None and not ((here / SETTINGS).is_file() or (here / CAPTURES).is_dir()):
        fix = "name a folder with --to, which makes it a collection, or go into one"
        raise UsageError("this folder is no collection", where=str(here), fix=fix)
    captures = (to or here) / CAPTURES
    try:
        captures.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"it cannot be made: {error.strerror}", where=str(captures), fix="name another folder with --to") from error
    return captures


def copies(path: str, captures: Path, erased: Erased) -> Iterator[Addition]:
    """Yield what became of a file, or of each file in a folder: it is copied into `captures/files`, if it is not there yet.

    A file that has changed is kept beside the one that was copied before, with the beginning of its digest in its name. One that was
    erased from this collection is not copied again.

    Raises:
        UsageError: the disk takes nothing.
    """
    given = Path(path)
    if os.path.isdir(given) and captures.resolve().is_relative_to(given.resolve()):
        yield _not_added(path, Outcome.REFUSED, "this folder holds the collection itself; give the files to add")
        return
    for source in sources([path]):
        if isinstance(source, Rejected):
            fix = f"if it is an address of the web, write https://{path}" if _HOST.match(path) else source.fix
            yield _not_added(source.where, Outcome.FAILED, f"{source.what}; {fix}")
        elif source.path is None:
            yield _not_added(path, Outcome.REFUSED, "a pipe cannot be added; save it as a file")
        else:
            yield _copy(source, source.path, captures, given.name if os.path.isdir(given) else "", erased)


def _copy(source: Source, path: Path, captures: Path, folder: str, erased: Erased) -> Addition:
    try:
        digest = _digest(path)
    except OSError as error:
        return _not_added(printable(path), Outcome.FAILED, f"it cannot be read: {error.strerror}; see that it may be read")
    if digest in erased.contents:
        return _not_added(printable(path), Outcome.REFUSED, REASON)
    if erased.contents and (held := _erased_in(source, erased)):
        what = f"{REASON}: {held}; take it out of the file and add the rest"
        return _not_added(printable(path), Outcome.REFUSED, what)
    wished = captures / FILES / folder / source.address
    kept = next((one for one in (wished, _beside(wished, digest)) if one.is_file() and _digest(one) == digest), None)
    target = kept or (_beside(wished, digest) if wished.exists() else wished)
    if kept is None and (why := _copied(path, target, digest)):
        return _not_added(printable(path), Outcome.FAILED, why)
    return Addition(
        url=printable(path),
        capture=printable(target.relative_to(captures.parent).as_posix()),
        sha256=digest,
        content_bytes=target.stat().st_size,
        outcome=Outcome.UNCHANGED if kept else Outcome.ADDED,
    )


def _erased_in(source: Source, erased: Erased) -> str | None:
    """The first record of a file that was erased, by its content or its address; None where none was."""
    for one in records(source):
        if isinstance(one, Capture) and (one.sha256 in erased.contents or erased.has_address(one.address)):
            return one.id
    return None


def _copied(path: Path, target: Path, digest: str) -> str | None:
    """Copy all of a file or nothing, and make it last; why it was not copied.

    Raises:
        UsageError: the disk takes nothing.
    """
    fresh = target.with_name(f".{target.name}.new")
    told = hashlib.sha256()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as out:
            try:
                with path.open("rb") as stream:
                    while part := stream.read(_STEP):
                        told.update(part)
                        out.write(part)
            except FileNotFoundError:
                fresh.unlink()
                return "it went away while it was copied"
            out.flush()
            os.fsync(out.fileno())
        if told.hexdigest() != digest:
            fresh.unlink()
            return "it changed while it was copied; add it again when it is whole"
        os.replace(fresh, target)
        synced(target.parent)
    except OSError as error:
        fix = "see that the disk has room and may be written"
        raise UsageError(f"nothing can be kept: {error.strerror or error}", where=str(target), fix=fix) from error
    return None


def _beside(path: Path, digest: str) -> Path:
    """The name of another version.

    >>> _beside(Path("a/page.html.gz"), "0123456789abcdef").as_posix()
    'a/page.0123456789abcdef.html.gz'
    """
    stem, dot, endings = path.name.partition(".")
    return path.with_name(f"{stem}.{digest[:16]}{dot}{endings}")


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _not_added(url: str, outcome: Outcome, reason: str) -> Addition:
    return Addition(url=url, outcome=outcome, reason=reason)
