"""Reads WACZ: the pages of the archives in it, with the titles that its list of pages has. Source: WACZ 1.1.1 and 1.2 (webrecorder).

zip_members.py    which members of a ZIP from a stranger are read, and how much of each
zip_bytes.py      a member's bytes, also of a damaged one
zip_mending.py    the members of a ZIP that was cut off
wacz_package.py   what the archive says of its members, and its list of pages

Nothing is unpacked to disk: members are read one by one, those alone that the format names.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from selon.errors import Empty, InputError, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import warc
from selon.read.limits import MAX_ARCHIVE_BYTES, MAX_MEMBERS, seekable
from selon.read.paths import Source
from selon.read.wacz_package import differences, is_other, package, titles
from selon.read.zip_bytes import Member
from selon.read.zip_members import BROKEN, FIX, Counted, members
from selon.read.zip_mending import mended

_ARCHIVES = (".warc", ".warc.gz", ".warc.zst")


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield the pages, texts and PDFs of the archives in it, in the order of their names; what is broken costs itself alone.

    Raises:
        Empty: there is no archive in it.
        LimitExceeded: it has too many members, or holds too much.
        Malformed: it is no ZIP, or so broken that no member is found.
    """
    whole = seekable(stream, where=source.address)
    try:
        packed = zipfile.ZipFile(whole)
    except BROKEN as error:
        what = f"the list of its members is broken or cut off: {error}; they were looked for one by one"
        whole = mended(whole, most=MAX_MEMBERS + 1, where=source.address, fix=FIX)
        packed = _again(whole, source)
        yield Rejected(record=source.address, stage="read", what=what, where=source.address, fix="fetch it again; what was found was read")
    with packed:
        yield from _captures(packed, whole, source)


def _again(whole: BinaryIO, source: Source) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(whole)
    except BROKEN as error:
        raise Malformed(f"the ZIP archive is broken: {error}", where=source.address, fix=FIX) from error


def _captures(packed: zipfile.ZipFile, whole: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    found, refused = members(packed, source)
    yield from refused
    archives = [name for name in found if name.startswith("archive/") and name.lower().endswith(_ARCHIVES)]
    if not archives:
        raise Empty("this ZIP archive holds no WARC, and is no WACZ", where=source.address, fix="give a WACZ, or unpack it yourself")
    said = package(packed, found, source)
    yield from differences(packed, found, said, source)
    named = titles(packed, found, source)
    left = MAX_ARCHIVE_BYTES
    for name in archives:
        inside = replace(source, address=f"{source.address}!{name}")
        counted = Counted(Member(whole, found[name]), left, inside.address)
        for one in _of_archive(counted, said.digests.get(name), inside):
            yield _titled(one, named) if isinstance(one, Capture) else one
        left -= counted.read_bytes


def _of_archive(counted: Counted, digest: str | None, inside: Source) -> Iterator[Capture | Rejected]:
    """Yield what an archive holds, then what is wrong with it."""
    try:
        yield from warc.captures(cast(BinaryIO, counted), inside)
        counted.read_all()
        if counted.is_damaged or (digest and is_other(digest, counted.digest.hexdigest())):
            says = "its checksum says" if counted.is_damaged else "datapackage.json says"
            raise Malformed(f"it is not what {says}; it was read all the same", where=inside.address, fix=FIX)
    except InputError as error:
        yield Rejected(record=inside.address, stage="read", what=error.what, where=error.where, fix=error.fix)


def _titled(found: Capture, named: dict[str, str]) -> Capture:
    title = named.get(found.address)
    return replace(found, declared=replace(found.declared, title=title)) if title and title != found.address else found
