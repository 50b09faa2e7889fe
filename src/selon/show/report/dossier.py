"""A dossier: report, passages, captures and rulings in one ZIP, with a list of hashes by which every part can be checked.

`MANIFEST` is first, in the form that `sha256sum -c` reads; its own hash is what one writes down or signs. Times inside the ZIP are fixed,
so that the same parts give the same bytes. Source: PKWARE APPNOTE 6.3; GNU coreutils, sha256sum.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping

from selon.errors import Malformed

MANIFEST = "SHA256SUMS"
_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can hold
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_MOST_BYTES = 2_000_000_000  # of one part, unpacked


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a ZIP, its list first."""
    listed = "".join(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in [(MANIFEST, listed.encode()), *((name, parts[name]) for name in sorted(parts))]:
            told = zipfile.ZipInfo(name, _FIXED)
            told.compress_type = zipfile.ZIP_DEFLATED
            told.external_attr = 0o644 << 16
            file.writestr(told, content)
    return out.getvalue()


def faults(content: bytes, *, where: str) -> tuple[list[str], int]:
    """What is wrong with a dossier, in words, and how many parts are as listed.

    Raises:
        Malformed: it is no dossier.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return _faults(file)
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, NotImplementedError, EOFError) as error:
        raise Malformed("this is no dossier, or it is broken", where=where, fix="name the ZIP that selon dossier wrote") from error


def _faults(file: zipfile.ZipFile) -> tuple[list[str], int]:
    listed = {}
    for line in file.read(MANIFEST).decode().splitlines():
        if met := _LINE.fullmatch(line):
            listed[met[2]] = met[1]
    names = [name for name in file.namelist() if name != MANIFEST]
    found = [f"{name}: it is not in the list" for name in sorted(set(names) - set(listed))]
    found += [f"{name}: it is listed, and missing" for name in sorted(set(listed) - set(names))]
    found += [f"{name}: it stands there {names.count(name)} times" for name in sorted({name for name in names if names.count(name) > 1})]
    good = 0
    for name in sorted(set(names) & set(listed)):
        if file.getinfo(name).file_size > _MOST_BYTES:
            found.append(f"{name}: it is too large to be checked")
        elif not _is_as_listed(file, name, listed[name]):
            found.append(f"{name}: it is not what was packed (another hash)")
        else:
            good += 1
    return found, good


def _is_as_listed(file: zipfile.ZipFile, name: str, wanted: str) -> bool:
    try:
        return hashlib.sha256(file.read(name)).hexdigest() == wanted
    except zipfile.BadZipFile:
        return False
