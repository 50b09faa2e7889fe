"""What is carried over each part, on whatever machine: it reads the files of other parts and writes its own, and knows nothing else.

Each is a function of a module, called with a task that says all, so that any engine can send it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from selon import match, pipeline, resolve, trace
from selon.api.large import rows, unpacking
from selon.api.large.inputs import Slice, captures, counted
from selon.collector import resting
from selon.engine import Local, parquet
from selon.engine.kept import Part, keeping
from selon.engine.spilled import Spilled
from selon.match.grouped import Met, grams_of, reuses_of
from selon.match.statements import Folded, folded, unfolded, with_claimants
from selon.match.stock import Telling
from selon.match.tokens import I64
from selon.model.article import Article
from selon.model.known import Known
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.schemas import ClusterRow, GramRow, ReuseRow, StatementsRow
from selon.read.paths import Source
from selon.store.packing import packed, unpacked

COUNT = "count.txt"
CLOSE, LONG = 0, 1  # kinds of grams
_RECORDS = 3  # of each article, that claims are made of


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
    held: int  # articles at a time; the result does not depend on it


@dataclass(frozen=True, slots=True)
class Named:
    """All readings, whose claimants are to be made one across articles."""

    part: Part
    ranked: Part
    readings: tuple[Part, ...]
    entities: tuple[Known, ...] = ()  # rows of a user's own table


@dataclass(frozen=True, slots=True)
class Clusters:
    """All statements and all passages, of which claims are made."""

    part: Part
    ranked: Part
    readings: tuple[Part, ...]
    statements: tuple[Part, ...]  # of each of these
    named: Part
    reuses: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """All readings, passages and claims, which are to be traced."""

    part: Part
    ranked: Part
    readings: tuple[Part, ...]
    named: Part
    reuses: tuple[Part, ...]
    clusters: Part


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
    bodies = dict(parquet.rows(task.sides, "doc", "body"))
    kind, first, first_place, other, other_place = parquet.whole_columns(task.met, "kind", "a_doc", "a_place", "b_doc", "b_place")
    with keeping(task.part) as folder, parquet.Writer(folder, {"reuses": ReuseRow}) as out:
        for some in _slices(first, other, task.held):
            docs, close = np.union1d(first[some], other[some]), kind[some] == CLOSE
            one, two = np.searchsorted(docs, first[some]), np.searchsorted(docs, other[some])
            met = Met(one[close], first_place[some][close], two[close], other_place[some][close])
            long = np.unique(np.stack((one[~close], two[~close]), axis=1), axis=0)
            for reuse in reuses_of([_article(bodies[doc], task.part) for doc in docs.tolist()], met, (long[:, 0], long[:, 1])):
                out.add("reuses", rows.of_reuse(reuse))


def named(task: Named) -> None:
    """Keep who stands behind the attributions of each article, as all articles know them, in the order of the readings."""
    wanted = _current(task.ranked)
    with resting(), keeping(task.part) as folder, parquet.Writer(folder, rows.NAMED) as out:
        told = [(key, unpacked(body, Reading, where=where)) for key, where, body in _keyed(task.readings, "readings", wanted)]
        joined = resolve.across([reading for _, reading in told], task.entities)
        for (key, _), reading in zip(told, joined, strict=True):
            out.add("named", rows.of_named(key, reading))
            for row in rows.of_claimants(reading):
                out.add("claimants", row)


def clusters(task: Clusters) -> None:
    """Keep the claims that all statements make."""
    keys = _current(task.ranked)
    with resting(), keeping(task.part) as folder, Spilled(folder) as told, parquet.Writer(folder, {"clusters": ClusterRow}) as out:
        for record in _told(task, keys):
            told.add(record)
        telling = partial(_telling, told, str(folder))
        for claim in match.claims_of(len(told) // _RECORDS, telling, _reuses(task.reuses)):
            out.add("clusters", ClusterRow(id=claim.id, body=packed(claim, deflated=False)))


def lineage(task: Lineage) -> None:
    """Keep what is traced of all claims. Stories are written as they are told: no more than those of one article are held."""
    keys = _current(task.ranked)
    both = zip(_keyed(task.readings, "readings", keys), _keyed([task.named], "named", keys), strict=True)
    with resting(), keeping(task.part) as folder, parquet.Writer(folder, rows.LINEAGE) as out:
        told = [unpacking.reading(body, who, where=where) for (_, where, body), (_, _, who) in both]
        bodies = (body for (body,) in parquet.rows(task.clusters.files("clusters"), "body"))
        claims = list(unpacking.claims(bodies, where=task.clusters.key))
        translations = match.translations([one.article for one in told])
        for found in trace.traced(told, _reuses(task.reuses), claims, translations):
            for table, row in rows.of_traced(found):
                out.add(table, row)


def _slices(first: I64, other: I64, held: int) -> Iterator[I64]:
    """Yield which pairs are looked at together: all those of some later articles, with at most so many articles, if of several."""
    waiting = [np.argsort(other, kind="stable")]
    while waiting:
        some = waiting.pop()
        later = np.unique(other[some])
        if len(later) > 1 and len(np.union1d(first[some], later)) > held:
            cut = np.searchsorted(other[some], later[len(later) // 2])
            waiting += [some[cut:], some[:cut]]
        else:
            yield some


def _told(task: Clusters, keys: frozenset[int]) -> Iterator[bytes]:
    """Yield what is needed of each article, record by record."""
    stated = _keyed(task.statements, "statements", keys)  # of the same articles, in the same order
    texts = (text for part in task.readings for key, text in parquet.rows(part.files("articles"), "key", "text") if key in keys)
    for (_, _, body), (_, _, who), text in zip(stated, _keyed([task.named], "named", keys), texts, strict=True):
        yield from (body, who, text.encode("utf-8", "surrogatepass"))


def _telling(told: Spilled, where: str, number: int) -> Telling:
    """What an article states, with the claimants of today; `where`: told where a record is damaged."""
    body, who, text = (told[_RECORDS * number + at] for at in range(_RECORDS))
    made = unfolded(unpacked(body, Folded, where=where))
    statements = tuple(with_claimants(made, unpacked(who, unpacking.Resolutions, where=where)))
    return Telling(text.decode("utf-8", "surrogatepass"), statements)


def _reuses(parts: Sequence[Part]) -> list[Reuse]:
    return [unpacked(body, Reuse, where=part.key) for part in parts for (body,) in parquet.rows(part.files("reuses"), "body")]


def readings(parts: Sequence[Part], ranked: Part, wanted: frozenset[int] | None = None) -> Iterator[Reading]:
    """Yield the readings that count, part by part, all or those of the wanted keys."""
    current = _current(ranked)
    for _, where, body in _keyed(parts, "readings", current if wanted is None else current & wanted):
        yield unpacked(body, Reading, where=where)


def _current(ranked: Part) -> frozenset[int]:
    """The keys of the articles that count."""
    return frozenset([key for (key,) in parquet.rows(ranked.files("ranked"), "key")])


def _keyed(parts: Sequence[Part], table: str, wanted: frozenset[int]) -> Iterator[tuple[int, str, bytes]]:
    """Yield the packed records of some keys, part by part in the order of the articles, each with its key and where it stands."""
    for part in parts:
        for key, body in parquet.rows(part.files(table), "key", "body"):
            if key in wanted:
                yield key, f"{part.folder}, {table} {key}", body


def _article(body: bytes, part: Part) -> Article:
    return unpacked(body, Reading, where=str(part.folder)).article
