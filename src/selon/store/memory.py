"""What one joining of all articles may take from the one before: `selon.model.memo` kept in a collection's database.

What was not asked for again is dropped when the answer is kept, in the same transaction: nothing outlives the articles it rests on.
All of a kind is read when the first of it is asked for.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, TypeVar

import msgspec

from selon.model.memo import Memo
from selon.model.reading import Reading
from selon.store import chunks
from selon.store.chunks import KEY_BYTES, Chunk
from selon.store.packing import decoded, encoded

T = TypeVar("T")
_encoder = msgspec.msgpack.Encoder()


class _Kind:
    """All that is kept of one kind, and what is new of it."""

    def __init__(self, there: list[Chunk]) -> None:
        self.there = there
        self.known = {key: (record, chunk.where) for chunk in there for key, record in zip(chunk.keys, chunk.records, strict=True)}
        self.used: set[bytes] = set()
        self.new: dict[bytes, bytes] = {}
        self.made: list[Any] = []  # what the new ones are

    def take(self, key: bytes, shape: type[T]) -> tuple[T] | None:
        """What is kept under a key."""
        kept = self.known.get(key)
        if kept is None:
            return None
        self.used.add(key)
        return (decoded(kept[0], shape, where=kept[1]),)

    def put(self, key: bytes, made: T) -> T:
        """Keep what was made."""
        self.new[key] = encoded(made)
        self.made.append(made)
        return made


class Memory(Memo):
    """Takes what is kept, and holds what is new until it is written."""

    is_kept = True

    def __init__(self, base: sqlite3.Connection, where: str, versions: Mapping[str, str], *, is_anew: bool) -> None:
        """`versions`: of the stages, by kind; `is_anew`: nothing that was kept before is taken."""
        self._base, self._where, self._versions, self._is_anew = base, where, versions, is_anew
        self._kinds: dict[str, _Kind] = {}
        self._alone: dict[str, tuple[Reading, bytes]] = {}

    def of(self, kind: str, rests: Callable[[], Any], shape: type[T], make: Callable[[], T]) -> T:
        """What is kept, else what `make` makes."""
        held, key = self._kind(kind), self._key(kind, rests())
        kept = held.take(key, shape)
        return held.put(key, make()) if kept is None else kept[0]

    def many(self, kind: str, rests: Sequence[Any], shape: type[T], make: Callable[[Sequence[int]], Sequence[T]]) -> Sequence[T]:
        """The same for many at once."""
        held, version = self._kind(kind), self._versions[kind].encode()
        keys = [blake2b(version + one, digest_size=KEY_BYTES).digest() if type(one) is bytes else self._key(kind, one) for one in rests]
        kept = [held.take(key, shape) for key in keys]
        lacking = [number for number, one in enumerate(kept) if one is None]
        made = iter(make(lacking) if lacking else ())
        return [held.put(key, next(made)) if one is None else one[0] for key, one in zip(keys, kept, strict=True)]

    def made(self, kind: str) -> Iterator[Any]:
        """Yield what was made of a kind, and not taken from what was kept."""
        yield from self._kind(kind).made

    def _kind(self, kind: str) -> _Kind:
        if kind not in self._kinds:
            self._kinds[kind] = _Kind([] if self._is_anew else list(chunks.chunks(self._base, self._where, kind)))
        return self._kinds[kind]

    def _key(self, kind: str, rests: Any) -> bytes:
        return self.digest((self._versions[kind], rests))

    def digest(self, parts: Any) -> bytes:
        """16 bytes. Source: RFC 7693 (BLAKE2b), of MessagePack."""
        return blake2b(_encoder.encode(parts), digest_size=KEY_BYTES).digest()

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
        asked = [] if self._is_anew else sorted(self._kinds)
        self._base.execute(f"DELETE FROM memo WHERE kind NOT IN ({', '.join('?' * len(asked))})", asked)
        for kind, held in sorted(self._kinds.items()):
            chunks.settle(self._base, kind, held.there, held.used, held.new)
