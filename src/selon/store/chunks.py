"""Many small records in one row each some hundreds: read, and inflated, a hundred times as fast as a row for each.

A row of `memo` holds records of one kind: their keys, sixteen bytes each, and their MessagePack in the same order.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from selon.errors import Damaged
from selon.store.packing import MEND, packed, unpacked

KEY_BYTES = 16
_MOST_RECORDS, _MOST_BYTES = 512, 1 << 15  # of one row, before it is deflated: what is written anew where one record of it goes


@dataclass(frozen=True, slots=True)
class Chunk:
    """One row."""

    row: int
    where: str  # what it is called in an error
    keys: list[bytes]
    records: list[msgspec.Raw]


def chunks(base: sqlite3.Connection, where: str, kind: str | None = None) -> Iterator[Chunk]:
    """Yield the rows of one kind, or all.

    Raises:
        Damaged: one is none any more.
    """
    wanted, values = ("", ()) if kind is None else ("WHERE kind = ?", (kind,))
    for row, keys, body in base.execute(f"SELECT id, keys, body FROM memo {wanted} ORDER BY id", values):
        yield _chunk(row, keys, body, f"{where}, memo {row}")


def faults(base: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with the rows, in words."""
    for row, keys, body in base.execute("SELECT id, keys, body FROM memo ORDER BY id"):
        try:
            _chunk(row, keys, body, str(row))
        except Damaged as error:
            yield f"memo {row}: {error.what}; {error.fix}"


def settle(base: sqlite3.Connection, kind: str, there: Sequence[Chunk], used: set[bytes], new: Mapping[bytes, bytes]) -> None:
    """Write the records that are new, and take out those that are not used; rows of which nothing goes stay, the last is filled up.

    Args:
        base: the database, inside a transaction.
        kind: of all of these.
        there: the rows that hold records of it.
        used: the keys of those that stay.
        new: key -> MessagePack.
    """
    left: dict[bytes, bytes | msgspec.Raw] = {}
    for number, chunk in enumerate(there, 1):
        staying = {key: record for key, record in zip(chunk.keys, chunk.records, strict=True) if key in used}
        if len(staying) < len(chunk.keys) or (new and number == len(there)):
            base.execute("DELETE FROM memo WHERE id = ?", (chunk.row,))
            left |= staying
    for keys, body in _rows({**left, **new}):
        base.execute("INSERT INTO memo (kind, keys, body) VALUES (?, ?, ?)", (kind, keys, body))


def _chunk(row: int, keys: bytes, body: bytes, where: str) -> Chunk:
    records = unpacked(body, list[msgspec.Raw], where=where)
    if len(keys) != len(records) * KEY_BYTES:
        raise Damaged("a record is damaged: it has other keys than contents", where=where, fix=MEND)
    return Chunk(row, where, [keys[at : at + KEY_BYTES] for at in range(0, len(keys), KEY_BYTES)], records)


def _rows(records: Mapping[bytes, bytes | msgspec.Raw]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the keys and the contents of each row that some records make."""
    keys: list[bytes] = []
    some: list[msgspec.Raw] = []
    size = 0
    for key, record in records.items():
        keys.append(key)
        some.append(msgspec.Raw(record))
        size += len(memoryview(record))
        if len(some) >= _MOST_RECORDS or size >= _MOST_BYTES:
            yield b"".join(keys), packed(some)
            keys, some, size = [], [], 0
    if some:
        yield b"".join(keys), packed(some)
