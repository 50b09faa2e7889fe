"""A result of a large run, or a slice of it, into a collection, to be read there.

The texts are kept as evidence in one file of JSON Lines below `captures`, and their readings as they were made. While the rules are the
same they are not read again; when these have changed, `selon run` reads the texts anew, without the pages that some of them came from. What
the collection has erased does not come back.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import msgspec

from selon import read
from selon.api.collection import Collection, Report, made
from selon.api.finding import found
from selon.api.large.result import Result
from selon.api.large.work import readings
from selon.api.meant import hash_of_text, key_of
from selon.api.version import PER_ARTICLE, version
from selon.engine import Engine
from selon.errors import StoreError, UsageError
from selon.model.capture import Capture
from selon.model.collection import CAPTURES, DATABASE
from selon.model.reading import Reading
from selon.read.paths import Source
from selon.store import Kept, Store, opened

_BATCH = 64


def load(result: Path, to: Path, *, engine: Engine, where: str | None = None) -> Report:
    """Bring a result into a collection, made if need be, and join what it then holds.

    Args:
        result: folder of a large run.
        to: folder of the collection.
        engine: for what the collection has to read besides.
        where: a condition in SQL over the columns of `articles`; None: everything.

    Raises:
        StoreError: there is no whole result, or it was made by other rules.
        UsageError: the condition is not understood, meets nothing, or meets articles whose ids the collection has.
    """
    held = Result.of(result)
    told = _wanted(held, where)
    collection = found(to) or made(to)
    (to / CAPTURES).mkdir(exist_ok=True)
    with opened(to / DATABASE, is_writer=True) as store:
        erased = store.tombstones()
        _keep([one for one in told if hash_of_text(one.article.text_digest) not in erased], collection, store)
    return collection.run(engine=engine)


def _wanted(held: Result, where: str | None) -> list[Reading]:
    rules = {part.version.partition("-")[0] for part in held.parts["readings"]}
    if rules != {version(PER_ARTICLE)}:
        raise StoreError("it was read by the rules of another version", where=str(held.folder), fix="selon run --in PATHS --out DIR again")
    keys = None if where is None else frozenset(_keys_where(held, where))
    told = list(readings(held.parts["readings"], held.parts["ranked"][0], keys))
    if not told:
        raise UsageError(
            "no article of the result meets the condition", where=where or str(held.folder), fix="look at the table `articles`"
        )
    return told


def _keys_where(held: Result, where: str) -> list[int]:
    if find_spec("duckdb") is None:
        raise UsageError("a condition needs DuckDB, which is not installed", where="--where", fix="pip install 'selon[scale]'")
    from selon.engine.with_duckdb import keys_where

    return keys_where(held.files("articles"), where)


def _keep(told: Sequence[Reading], collection: Collection, store: Store) -> None:
    names = store.names()
    path = collection.folder / CAPTURES / f"loaded-{_digest(told)}.jsonl"
    lines = path.with_name(f".{path.name}")  # hidden, and so no capture until it is whole
    lines.write_bytes(b"".join(_line(one) + b"\n" for one in told))
    kept = [_kept(reading, capture, path.name) for reading, capture in zip(told, _captures(lines), strict=True)]
    for one in kept:
        if names.get(one.reading.article.id, one.capture) != one.capture:
            lines.unlink()
            what = f"the collection has another article with the id '{one.reading.article.id}'"
            raise UsageError(what, where=str(collection.folder), fix="load it into a collection of its own: --to DIR")
    os.replace(lines, path)
    stat = path.stat()
    for batch in _batches(kept):
        store.keep(batch, [], version(PER_ARTICLE))
    store.end_file(path.name, stat.st_size, stat.st_mtime_ns, [one.capture for one in kept], version(PER_ARTICLE))


def _captures(lines: Path) -> Iterator[Capture]:
    """Yield the captures of a file as a collection reads them."""
    source = Source(path=lines, address=lines.name.removeprefix("."), id=lines.stem)
    return (one for one in read.records(source) if isinstance(one, Capture))


def _batches(kept: Iterable[Kept]) -> Iterator[list[Kept]]:
    left = iter(kept)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _kept(reading: Reading, capture: Capture, path: str) -> Kept:
    return Kept(capture=key_of(capture), path=path, address=reading.article.url or capture.address, fetched=None, reading=reading)


def _line(reading: Reading) -> bytes:
    """An article under the names that are read of a line (docs/formats.md)."""
    article = reading.article
    when = article.published
    told = {
        "id": article.id,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": {"from": when.earliest, "to": when.latest} if when else None,
        "lang": article.lang,
    }
    return msgspec.json.encode({name: value for name, value in told.items() if value is not None})


def _digest(told: Sequence[Reading]) -> str:
    return hashlib.sha256("\n".join(sorted(one.article.digest for one in told)).encode()).hexdigest()[:12]
