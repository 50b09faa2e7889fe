"""Files that are whole or not there, and outlive a power cut.

Source: fsync(2): the name of a file lasts when its folder is synchronised, not when the file is.
"""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from selon.errors import StoreError

_STREAMS = ("/dev/", "/proc/")


def synced(folder: Path) -> None:
    """Make the names in a folder last, as the bytes of its files do."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write(path: Path, content: bytes) -> None:
    """Write a file: beside it first, then in its place, so that a full disk leaves the old one as it was.

    Raises:
        StoreError: the folder cannot be written, or the disk is full.
    """
    part: Path | None = None
    try:
        if path.as_posix().startswith(_STREAMS) or (path.exists() and not path.is_file() and not path.is_dir()):
            path.write_bytes(content)  # /dev/stdout, a named pipe: nothing can stand in its place
            return
        path = path.resolve() if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            part = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path)
    except OSError as error:
        if part is not None:
            part.unlink(missing_ok=True)
        fix = "see that the disk has room and that the folder may be written, or choose another with -o"
        raise StoreError(f"the file cannot be written: {error.strerror or error}", where=str(path), fix=fix) from error
