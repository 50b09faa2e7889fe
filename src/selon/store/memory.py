"""What one joining of all articles may take from the one before: `selon.model.memo` kept in a collection's database.

What was not asked for again is dropped when the answer is kept, in the same transaction: nothing outlives the articles it rests on.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from selon.model.memo import Memo
from selon.model.reading import Reading
from selon.store.packing import packed, unpacked

T = TypeVar("T")
Key = tuple[str, bytes]
_encoder = msgspec.msgpack.Encoder()


class Memory(Memo):
    """Takes what is kept, and holds what is new until it is written."""

    is_kept = True

    def __init__(self, base: sqlite3.Connection, where: str, versions: Mapping[str, str], *, is_anew: bool) -> None:
        """`versions`: of the stages, by kind; `is_anew`: nothing that was kept before is taken."""
        self._base, self._where, self._versions, self._is_anew = base, where, versions, is_anew
        self._known: dict[Key, int] = {(kind, key): row for row, kind, key in base.execute("SELECT id, kind, key FROM memo")}
        self._unused = set(self._known.values())
        self._new: dict[Key, bytes] = {}
        self._alone: dict[str, tuple[Reading, bytes]] = {}

    def of(self, kind: str, rests: Callable[[], Any], shape: type[T], make: Callable[[], T]) -> T:
        """What is kept, else what `make` makes."""
        key = self._key(kind, rests())
        kept = self._kept(key)
        if kept is not None:
            return unpacked(kept[1], shape, where=f"{self._where}, memo {kept[0]}")
        made = make()
        self._new[key] = packed(made)
        return made

    def many(self, kind: str, rests: Sequence[Any], shape: type[T], make: Callable[[Sequence[int]], Sequence[T]]) -> Sequence[T]:
        """The same for many at once."""
        keys = [self._key(kind, one) for one in rests]
        kept = {number: one for number, key in enumerate(keys) if (one := self._kept(key)) is not None}
        found = {number: unpacked(body, shape, where=f"{self._where}, memo {row}") for number, (row, body) in kept.items()}
        lacking = [number for number in range(len(keys)) if number not in found]
        for number, made in zip(lacking, make(lacking) if lacking else (), strict=True):
            found[number] = made
            self._new[keys[number]] = packed(made)
        return [found[number] for number in range(len(keys))]

    def _key(self, kind: str, rests: Any) -> Key:
        return kind, self.digest((self._versions[kind], rests))

    def _kept(self, key: Key) -> tuple[int, bytes] | None:
        """What is kept under a key, with its row."""
        row = None if self._is_anew else self._known.get(key)
        if row is None:
            return None
        self._unused.discard(row)
        (body,) = self._base.execute("SELECT body FROM memo WHERE id = ?", (row,)).fetchone()
        return row, body

    def digest(self, parts: Any) -> bytes:
        """16 bytes. Source: RFC 7693 (BLAKE2b), of MessagePack."""
        return blake2b(_encoder.encode(parts), digest_size=16).digest()

    def alone(self, reading: Reading) -> bytes:
        """A digest of what was read in an article, made once for all who ask."""
        seen = self._alone.get(reading.article.id)
        if seen and seen[0].article is reading.article and seen[0].attributions is reading.attributions and seen[0].dates is reading.dates:
            return seen[1]
        made = super().alone(reading)
        self._alone[reading.article.id] = reading, made
        return made

    def settle(self) -> None:
        """Write what is new and drop what was not asked for; to be called inside a transaction."""
        self._base.executemany("DELETE FROM memo WHERE id = ?", [(row,) for row in sorted(self._unused)])
        rows = [(kind, key, body) for (kind, key), body in self._new.items()]
        self._base.executemany("INSERT INTO memo (kind, key, body) VALUES (?, ?, ?)", rows)
