"""A result of a large run, or a slice of it, into a collection, to be read there.

The texts are kept as evidence in one Parquet file below `captures`, and their readings as they were made. While the rules are the same they
are not read again; when these have changed, `selon run` reads the texts anew, without the pages that some of them came from.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from selon.api.collection import DATABASE, Collection, Report, found, made
from selon.api.large.result import Result
from selon.api.large.work import readings
from selon.api.version import PER_ARTICLE, version
from selon.engine import Engine, parquet
from selon.errors import StoreError, UsageError
from selon.model.collection import CAPTURES
from selon.model.reading import Reading
from selon.model.schemas import TextRow
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
    name = f"loaded-{_digest(told)}.parquet"
    (to / CAPTURES).mkdir(exist_ok=True)
    with opened(to / DATABASE, is_writer=True) as store:
        _keep(told, name, collection, store)
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


def _keep(told: Sequence[Reading], name: str, collection: Collection, store: Store) -> None:
    names = store.names()
    kept = [_kept(one, name) for one in told]
    for one in kept:
        if names.get(one.reading.article.id, one.capture) != one.capture:
            what = f"the collection has another article with the id '{one.reading.article.id}'"
            raise UsageError(what, where=str(collection.folder), fix="load it into a collection of its own: --to DIR")
    path = collection.folder / CAPTURES / name
    with parquet.Writer(path.parent, {path.stem: TextRow}) as out:
        for reading in told:
            out.add(path.stem, _text(reading))
    for batch in _batches(kept):
        store.keep(batch, [], version(PER_ARTICLE))
    stat = path.stat()
    store.end_file(name, stat.st_size, stat.st_mtime_ns, [one.capture for one in kept], version(PER_ARTICLE))


def _batches(kept: Iterable[Kept]) -> Iterator[list[Kept]]:
    left = iter(kept)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _kept(reading: Reading, path: str) -> Kept:
    article = reading.article
    address = article.url or article.address
    capture = hashlib.sha256(f"{address}\0{article.digest}".encode()).hexdigest()[:32]
    return Kept(capture=capture, path=path, address=address, fetched=None, reading=reading)


def _text(reading: Reading) -> TextRow:
    article = reading.article
    when = article.published
    return TextRow(
        id=article.id, text=article.text, title=article.title, outlet=article.outlet, url=article.url,
        published=when.earliest or when.latest if when else None, lang=article.lang,
    )  # fmt: skip


def _digest(told: Sequence[Reading]) -> str:
    return hashlib.sha256("\n".join(sorted(one.article.digest for one in told)).encode()).hexdigest()[:12]
