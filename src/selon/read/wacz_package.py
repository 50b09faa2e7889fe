"""What a WACZ says of its members (`datapackage.json`, its own digest) and of its pages (`pages/*.jsonl`).

Source: WACZ 1.1.1, 4 to 6; Frictionless Data Package for the description.
"""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from selon.errors import Malformed
from selon.model.rejected import Rejected
from selon.read.paths import Source
from selon.read.zip_members import FIX, small

_PACKAGE, _DIGEST = "datapackage.json", "datapackage-digest.json"
Members = Mapping[str, zipfile.ZipInfo]


class _Page(msgspec.Struct):
    url: str | None = None
    title: str | None = None


class _Resource(msgspec.Struct):
    path: str | None = None
    hash: str | None = None


class _Description(msgspec.Struct):
    resources: list[_Resource] = []


class _Digest(msgspec.Struct):
    hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What `datapackage.json` says: the digest of each member, by its path; `wrong`: why it says nothing."""

    digests: Mapping[str, str]
    raw: bytes = b""
    wrong: str | None = None


def package(packed: zipfile.ZipFile, found: Members, source: Source) -> Package:
    """What a WACZ says of its members.

    Raises:
        LimitExceeded: it says too much.
    """
    if _PACKAGE not in found:
        return Package(digests={}, wrong="it is missing: no member could be compared with its digest")
    try:
        raw = small(packed, found[_PACKAGE], source)
    except Malformed as error:
        return Package(digests={}, wrong=error.what)
    try:
        said = msgspec.json.decode(raw, type=_Description)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Package(digests={}, raw=raw, wrong=f"it is not as it should be: {error}")
    return Package(digests={one.path: one.hash for one in said.resources if one.path and one.hash}, raw=raw)


def differences(packed: zipfile.ZipFile, found: Members, said: Package, source: Source) -> Iterator[Rejected]:
    """Yield what is wrong with the description itself, and with the lists of pages."""
    where = f"{source.address}!{_PACKAGE}"
    if said.wrong:
        yield Rejected(record=where, stage="read", what=said.wrong, where=where, fix=FIX)
    elif _DIGEST in found and is_other(_digest(packed, found[_DIGEST], source), hashlib.sha256(said.raw).hexdigest()):
        what = "it is not what its own digest says; it was read all the same"
        yield Rejected(record=where, stage="read", what=what, where=where, fix=FIX)
    for name in _lists(found):
        where = f"{source.address}!{name}"
        try:
            digest = hashlib.sha256(small(packed, found[name], source)).hexdigest()
        except Malformed as error:
            yield Rejected(record=where, stage="read", what=f"{error.what}; titles may be missing", where=where, fix=FIX)
            continue
        if is_other(said.digests.get(name, ""), digest):
            what = "it is not what datapackage.json says; it was read all the same"
            yield Rejected(record=where, stage="read", what=what, where=where, fix=FIX)


def titles(packed: zipfile.ZipFile, found: Members, source: Source) -> dict[str, str]:
    """The title of each page, by its address. A line that is no page (the first tells the format) is passed over."""
    named: dict[str, str] = {}
    for name in _lists(found):
        try:
            lines = small(packed, found[name], source).splitlines()
        except Malformed:  # said with what is wrong with the lists
            continue
        for line in lines:
            try:
                page = msgspec.json.decode(line, type=_Page)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                continue
            if page.url and page.title and page.title.strip():
                named.setdefault(page.url, " ".join(page.title.split()))
    return named


def is_other(said: str, digest: str) -> bool:
    """Is a SHA-256 that is said another than the one found? Nothing, or another kind of digest, says nothing.

    >>> is_other("sha256:ab", "ab"), is_other("sha256:AC", "ab"), is_other("md5:1", "ab"), is_other("", "ab")
    (False, True, False, False)
    """
    kind, _, value = said.rpartition(":")
    return bool(value) and kind.lower().replace("-", "") in ("", "sha256") and value.lower() != digest


def _digest(packed: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source) -> str:
    try:
        return msgspec.json.decode(small(packed, info, source), type=_Digest).hash
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, Malformed):
        return "?"


def _lists(found: Members) -> list[str]:
    return [name for name in found if name.startswith("pages/") and name.endswith(".jsonl")]
