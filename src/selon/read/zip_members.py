"""Which members of a ZIP from a stranger are read, and how much of each: names that lead out, links and locked members are refused."""

import hashlib
import struct
import zipfile
import zlib

from selon.errors import LimitExceeded, Malformed
from selon.model.rejected import Rejected
from selon.read.limits import MAX_ARCHIVE_BYTES, MAX_MEMBERS, MAX_PAGES_BYTES
from selon.read.paths import Source
from selon.read.zip_bytes import Member

FIX = "export the archive again"
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, UnicodeDecodeError, ValueError, struct.error)
_LINK = 0o12  # the kind of file in the upper bits of a Unix mode


class Counted:
    """The bytes of a member, counted and hashed as they are read."""

    def __init__(self, member: Member, limit: int, where: str) -> None:
        self._member, self._limit, self._where = member, limit, where
        self.read_bytes = 0
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            LimitExceeded: there are more than the limit, whatever the archive says of its sizes.
        """
        part = self._member.read(size if size >= 0 else 1 << 20) or b""
        self.read_bytes += len(part)
        self.digest.update(part)
        if self.read_bytes > self._limit:
            raise _too_much(self._where)
        return part

    @property
    def is_damaged(self) -> bool:
        """Is what was read not what the ZIP's checksum says?"""
        return self._member.is_damaged

    def tell(self) -> int:
        """How many bytes were read."""
        return self.read_bytes

    def read_all(self) -> None:
        """Read what is left, so that the digest is that of the whole member."""
        while self.read(1 << 20):
            pass


def _too_much(where: str) -> LimitExceeded:
    return LimitExceeded(f"it holds more than {MAX_ARCHIVE_BYTES // 1_000_000_000} GB", where=where, fix="give its parts")


def members(packed: zipfile.ZipFile, source: Source) -> tuple[dict[str, zipfile.ZipInfo], list[Rejected]]:
    """The members by their names, in sorted order; and what is refused.

    Raises:
        LimitExceeded: there are too many, or they say that they hold too much.
    """
    listed = packed.infolist()
    if len(listed) > MAX_MEMBERS:
        raise LimitExceeded(f"it has more than {MAX_MEMBERS} members", where=source.address, fix="give its parts")
    if sum(info.file_size for info in listed) > MAX_ARCHIVE_BYTES:
        raise _too_much(source.address)
    found: dict[str, zipfile.ZipInfo] = {}
    refused: list[Rejected] = []
    for info in listed:
        if what := _refused(info, found):
            where = f"{source.address}!{info.filename[:200]}"
            refused.append(Rejected(record=where, stage="read", what=what, where=where, fix=FIX))
        elif not info.is_dir():
            found[info.filename] = info
    return dict(sorted(found.items())), refused


def _refused(info: zipfile.ZipInfo, found: dict[str, zipfile.ZipInfo]) -> str | None:
    parts = info.filename.replace("\\", "/").split("/")
    if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]:
        return "the name of this member leads out of the archive"
    if info.filename in found:
        return "another member has this name, and was read"
    if (info.external_attr >> 28) == _LINK:
        return "this member is a link, and is not followed"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "this member is packed in a way that is not read here"
    return "this member is locked with a password" if info.flag_bits & 1 else None


def small(packed: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> bytes:
    """The bytes of a member that describes others.

    Raises:
        LimitExceeded: there are too many.
        Malformed: it is broken.
    """
    where = f"{source.address}!{info.filename}"
    try:
        with packed.open(info) as member:
            raw = member.read(MAX_PAGES_BYTES + 1)
    except BROKEN as error:
        raise Malformed(f"this member is broken: {error}", where=where, fix=FIX) from error
    if len(raw) > MAX_PAGES_BYTES:
        raise LimitExceeded(f"this member is larger than {MAX_PAGES_BYTES // 1_000_000} MB", where=where, fix=FIX)
    return raw
