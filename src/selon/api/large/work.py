"""What is carried over each part, on whatever machine: it reads the files of other parts and writes its own, and knows nothing else.

Each is a function of a module, called with a task that says all, so that any engine can send it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from selon import match, pipeline, resolve, trace
from selon.api.large import rows
from selon.api.large.inputs import Slice, captures, counted
from selon.collector import resting
from selon.engine import Local, parquet
from selon.engine.kept import Part, keeping
from selon.match.grouped import Met, grams_of, reuses_of
from selon.match.statements import Folded, folded, unfolded
from selon.model.article import Article
from selon.model.claim import Claim
from selon.model.known import Known
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.schemas import GramRow, ReuseRow, StatementsRow
from selon.read.paths import Source
from selon.store.packing import packed, unpacked

COUNT = "count.txt"
CLOSE, LONG = 0, 1  # kinds of grams


@dataclass(frozen=True, slots=True)
class Count:
    """A large file whose records are to be counted."""

    part: Part
    source: Source


@dataclass(frozen=True, slots=True)
class Read:
    """A slice that is to be read."""

    part: Part
    piece: Slice


@dataclass(frozen=True, slots=True)
class Grams:
    """A part of readings whose grams are wanted."""

    part: Part
    readings: Part


@dataclass(frozen=True, slots=True)
class States:
    """A part of readings whose statements are wanted."""

    part: Part
    readings: Part


@dataclass(frozen=True, slots=True)
class Pairs:
    """A bucket of pairs of articles that met."""

    part: Part
    met: tuple[Path, ...]
    sides: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """All readings and all passages, to be joined."""

    part: Part
    ranked: Part
    readings: tuple[Part, ...]
    statements: tuple[Part, ...]  # of each of these
    reuses: tuple[Part, ...]
    entities: tuple[Known, ...] = ()  # rows of a user's own table


def count(task: Count) -> None:
    """Keep how many records a file holds."""
    with keeping(task.part) as folder:
        (folder / COUNT).write_text(str(counted(task.source, Local())), encoding="ascii")


def read(task: Read) -> None:
    """Keep what the stages that need one article at a time yield of a slice."""
    engine = Local()
    with keeping(task.part) as folder, parquet.Writer(folder, rows.READ) as out, resting():
        told = engine.each(pipeline.per_article, captures(task.piece, engine), stage="clean to resolve")
        for place, one in enumerate(told):
            if isinstance(one, Rejected):
                out.add("rejected", rows.of_rejected(one))
                continue
            for table, row in rows.of_reading(one, task.part.key, place):
                out.add(table, row)


def grams(task: Grams) -> None:
    """Keep the grams of the articles of a part."""
    held = list(parquet.rows(task.readings.files("readings"), "key", "body"))
    articles = [_article(body, task.readings) for _, body in held]
    keys = np.array([key for key, _ in held], np.int64)
    with keeping(task.part) as folder, parquet.Writer(folder, {"grams": GramRow}) as out:
        for kind, found in zip((CLOSE, LONG), grams_of(articles), strict=True):
            out.add_columns("grams", keys[found.article], np.full(len(found.hash), kind, np.int64), found.hash, found.place)


def states(task: States) -> None:
    """Keep what each article of a part states."""
    with keeping(task.part) as folder, parquet.Writer(folder, {"statements": StatementsRow}) as out, resting():
        for key, body in parquet.rows(task.readings.files("readings"), "key", "body"):
            told = match.statements(unpacked(body, Reading, where=str(task.readings.folder)))
            out.add("statements", StatementsRow(key=key, body=packed(folded(told), deflated=False)))


def pairs(task: Pairs) -> None:
    """Keep the passages of a bucket of pairs."""
    sides = sorted(parquet.rows(task.sides, "doc", "body"))
    docs = np.array([doc for doc, _ in sides], np.int64)
    kind, first, first_place, other, other_place = parquet.whole_columns(task.met, "kind", "a_doc", "a_place", "b_doc", "b_place")
    first, other = np.searchsorted(docs, first), np.searchsorted(docs, other)
    close = kind == CLOSE
    long = np.unique(np.stack((first[~close], other[~close]), axis=1), axis=0)
    met = Met(first[close], first_place[close], other[close], other_place[close])
    with keeping(task.part) as folder, parquet.Writer(folder, {"reuses": ReuseRow}) as out:
        for one in reuses_of([_article(body, task.part) for _, body in sides], met, (long[:, 0], long[:, 1])):
            out.add("reuses", rows.of_reuse(one))


def together(task: Together) -> None:
    """Keep what the stages that join all articles yield: the flow of `pipeline.joined`, with the passages that were found before.

    Stories are written as they are told: no more than those of one article are held.
    """
    with resting(), keeping(task.part) as folder, parquet.Writer(folder, rows.ANSWER) as out:
        told, reuses, claims = _joined(task)
        for reading in sorted(told, key=lambda one: one.article.id):
            for row in rows.of_claimants(reading):
                out.add("claimants", row)
        translations = match.translations([one.article for one in told])
        for found in trace.traced(told, reuses, claims, translations):
            for table, row in rows.of_traced(found):
                out.add(table, row)


def _joined(task: Together) -> tuple[Sequence[Reading], Sequence[Reuse], Sequence[Claim]]:
    told = resolve.across(list(readings(task.readings, task.ranked)), task.entities)
    kept = _bodies(task.statements, "statements", _current(task.ranked))  # of the same articles, in the same order
    made = [unfolded(unpacked(body, Folded, where=where)) for where, body in kept]
    reuses = tuple(unpacked(body, Reuse, where=part.key) for part in task.reuses for (body,) in parquet.rows(part.files("reuses"), "body"))
    return told, reuses, match.claims(told, reuses, statements=made)


def readings(parts: Sequence[Part], ranked: Part, wanted: frozenset[int] | None = None) -> Iterator[Reading]:
    """Yield the readings that count, part by part, all or those of the wanted keys."""
    current = _current(ranked)
    for where, body in _bodies(parts, "readings", current if wanted is None else current & wanted):
        yield unpacked(body, Reading, where=where)


def _current(ranked: Part) -> frozenset[int]:
    """The keys of the articles that count."""
    return frozenset([key for (key,) in parquet.rows(ranked.files("ranked"), "key")])


def _bodies(parts: Sequence[Part], table: str, wanted: frozenset[int]) -> Iterator[tuple[str, bytes]]:
    """Yield the packed records of some keys, part by part in the order of the articles, each with where it stands."""
    for part in parts:
        for key, body in parquet.rows(part.files(table), "key", "body"):
            if key in wanted:
                yield f"{part.folder}, {table} {key}", body


def _article(body: bytes, part: Part) -> Article:
    return unpacked(body, Reading, where=str(part.folder)).article
