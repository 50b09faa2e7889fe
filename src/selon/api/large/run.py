"""The flow of a large run on one screen: count -> read -> rank, grams -> met -> passages, statements, named -> clusters -> lineage.

Every arrow is a stage whose parts are made once: those that are kept and fit are passed over, the others are carried by the engine. Nothing
but numbers, names and counts comes here: no article, no gram.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from selon.api.entities import Entities
from selon.api.large import inputs, work
from selon.api.large.result import Result
from selon.api.version import PER_ARTICLE, version
from selon.engine import parquet
from selon.engine.kept import Part, begun, keeping, sweep
from selon.engine.locking import locked
from selon.engine.tables import Tables, text
from selon.errors import NothingRead
from selon.match.seeds import FURNITURE, HOLDERS
from selon.model.collection import RESULT
from selon.model.schemas import LimitRow, PartRow

_LEAST_GRAMS = 3  # that two articles share before they are looked at: fewer make no twelve words (seeds.straight), nor enough long ones

_MATCH = ("model", "languages", "match")

Tell = Callable[[str, int, int, int], None]
Task = TypeVar("Task", work.Count, work.Read, work.Grams, work.Pairs, work.States, work.Named, work.Clusters, work.Lineage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run may be told."""

    records: int = 1_000  # of a large file in one part; some twenty seconds of work
    block: int = 2_000  # later articles of the pairs of one part
    held: int = 16_000  # articles at a time whose passages a process looks for: some 1.5 GB where they share much
    joined: bool = True  # also claimants, claims and the lineage, which one process joins
    entities: Entities = field(default_factory=Entities)  # a user's own table of persons and bodies, by which claimants are joined


@dataclass(frozen=True, slots=True)
class Stage:
    """What became of one stage."""

    name: str
    parts: int
    made: int  # the others were kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a run did."""

    stages: tuple[Stage, ...]
    result: Result

    @property
    def made(self) -> int:
        """The parts that were made; 0: everything was there."""
        return sum(stage.made for stage in self.stages)


def run(paths: Iterable[Path | str], out: Path, *, engine: Tables, settings: Settings | None = None, tell: Tell | None = None) -> Report:
    """Read all files below the paths and join them, as tables below `out`.

    Args:
        paths: files and folders, of any format that is read.
        out: folder for the results; those of an earlier run are used where they fit.
        engine: what carries the work.
        settings: sizes of the parts, which decide no result; and a user's own table of persons and bodies.
        tell: called with a stage, its parts done, all its parts, and how many of these were kept.

    Raises:
        Busy: another run writes there.
        StoreError: it cannot be written.
        UsageError: a path is no file, or there is none.
    """
    with locked(begun(out), holder="another run that writes its results here"):
        return _Run(out, engine, settings or Settings(), tell or (lambda stage, done, parts, kept: None)).whole(paths)


@dataclass(slots=True)
class _Run:
    out: Path
    engine: Tables
    settings: Settings
    tell: Tell
    stages: list[Stage] = field(default_factory=list)
    kept: dict[str, tuple[Part, ...]] = field(default_factory=dict)

    def whole(self, paths: Iterable[Path | str]) -> Report:
        found, rejected = inputs.inputs(paths, self.out)
        if not found:
            why = "; ".join(f"{one.where}: {one.what}" for one in rejected[:3]) or "the paths of the run"
            raise NothingRead("there was nothing to read", where=why, fix="name a file or a folder that holds articles")
        read = self._read(list(inputs.slices(found, self._counts(found), self.settings.records)))
        given = self._given(read)
        articles = {"articles": _files(read, "articles"), "parts": given.files("parts")}
        ranked = self._query("ranked", (*_keys(read), given.key), articles)
        self._query("repeated", (*_keys(read), given.key), articles)
        reuses = self._reuses(read, ranked, given)
        if self.settings.joined:
            self._joined(read, ranked, reuses)
        self._end(rejected)
        return Report(stages=tuple(self.stages), result=Result.of(self.out))

    def _counts(self, found: Sequence[inputs.Input]) -> dict[str, int]:
        """The records of each large file, by address."""
        large = [one for one in found if inputs.is_large(one)]
        tasks = [work.Count(self._part("counts", ("read",), (one.sha256, one.source.address)), one.source) for one in large]
        self._carry("counts", work.count, tasks)
        return {task.source.address: int((task.part.folder / work.COUNT).read_text("ascii")) for task in tasks}

    def _read(self, slices: Sequence[inputs.Slice]) -> tuple[Part, ...]:
        tasks = [work.Read(self._part("readings", PER_ARTICLE, piece.inputs), piece) for piece in slices]
        return self._carry("readings", work.read, tasks)

    def _given(self, read: Sequence[Part]) -> Part:
        """The order of the parts and the limits of the rules, as tables."""
        part = self._part("given", ("match",), _keys(read), {"block": self.settings.block})
        if not part.is_kept:
            with keeping(part) as folder, parquet.Writer(folder, {"parts": PartRow, "limits": LimitRow}) as out:
                for number, one in enumerate(read):
                    out.add("parts", PartRow(part=one.key, number=number))
                out.add("limits", LimitRow(holders=HOLDERS, furniture=FURNITURE, least=_LEAST_GRAMS, block=self.settings.block))
        self.kept["given"] = (part,)
        return part

    def _reuses(self, read: Sequence[Part], ranked: Part, given: Part) -> tuple[Part, ...]:
        tasks = [work.Grams(self._part("grams", _MATCH, (one.key,)), one) for one in read]
        grams = self._carry("grams", work.grams, tasks)
        limits = {"limits": given.files("limits"), "ranked": ranked.files("ranked")}
        met = self._query("met", (*_keys(grams), ranked.key, given.key), {"grams": _files(grams, "grams"), **limits}, by="bucket")
        if not met.files("met"):
            return self._carry("reuses", work.pairs, list[work.Pairs]())
        asked = {"met": met.files("met"), "readings": _files(read, "readings"), **limits}
        sides = self._query("sides", (met.key, ranked.key, *_keys(read)), asked, by="bucket")
        pairs, articles = _buckets(met, "met"), _buckets(sides, "sides")
        buckets = [
            work.Pairs(
                self._part("reuses", _MATCH, (met.key, sides.key, name)), tuple(pairs[name]), tuple(articles[name]), self.settings.held
            )
            for name in pairs
        ]
        return self._carry("reuses", work.pairs, buckets)

    def _joined(self, read: tuple[Part, ...], ranked: Part, reuses: tuple[Part, ...]) -> None:
        """The stages that need all articles, and one process each, so that what one has held is free before the next begins."""
        asked = self.settings.entities
        states = [work.States(self._part("statements", _MATCH, (one.key,)), one) for one in read]
        stated = self._carry("statements", work.states, states)
        held = (ranked.key, *_keys(read))
        part = self._part("named", ("model", "languages", "resolve"), (*held, *((asked.digest,) if asked.digest else ())))
        (named,) = self._carry("named", work.named, [work.Named(part, ranked, read, asked.rows)])
        part = self._part("clusters", _MATCH, (*held, *_keys(stated), named.key, *_keys(reuses)))
        (clusters,) = self._carry("clusters", work.clusters, [work.Clusters(part, ranked, read, stated, named, reuses)])
        part = self._part("lineage", (*_MATCH, "trace"), (*held, named.key, *_keys(reuses), clusters.key))
        self._carry("lineage", work.lineage, [work.Lineage(part, ranked, read, named, reuses, clusters)])

    def _carry(self, name: str, function: Callable[[Task], None], tasks: Sequence[Task]) -> tuple[Part, ...]:
        """Make the parts of a stage that are not kept."""
        new = [task for task in tasks if not task.part.is_kept]
        done, kept = len(tasks) - len(new), len(tasks) - len(new)
        self.tell(name, done, len(tasks), kept)

        def one_more() -> None:
            nonlocal done
            done += 1
            self.tell(name, done, len(tasks), kept)

        self.engine.carry(function, new, done=one_more)
        self.stages.append(Stage(name, len(tasks), len(new)))
        self.kept[name] = tuple(task.part for task in tasks)
        return self.kept[name]

    def _query(self, name: str, held: tuple[str, ...], tables: Mapping[str, Sequence[Path]], *, by: str | None = None) -> Part:
        """The answer of a query, as a part; made if it is not kept."""
        asked = hashlib.sha256(text(name).encode()).hexdigest()[:16]
        part = Part(home=self._home(name), stage=name, version=asked, settings={}, inputs=held)
        is_new = not part.is_kept
        self.tell(name, 1 - is_new, 1, 1 - is_new)
        if is_new:
            with keeping(part) as folder:
                self.engine.query(name, tables, folder / name, by=by)
            self.tell(name, 1, 1, 0)
        self.stages.append(Stage(name, 1, int(is_new)))
        self.kept[name] = (part,)
        return part

    def _part(self, name: str, rules: tuple[str, ...], held: tuple[str, ...], settings: Mapping[str, int] | None = None) -> Part:
        return Part(home=self._home(name), stage=name, version=f"{version(rules)}-{_own()}", settings=settings or {}, inputs=held)

    def _home(self, name: str) -> str:
        return str(self.out.absolute() / name)

    def _end(self, rejected: Sequence[object]) -> None:
        """Note which parts make the result, then remove those of earlier runs."""
        told = {name: [_told(part) for part in parts] for name, parts in self.kept.items()}
        content = json.dumps({"parts": told, "outside": [asdict(one) for one in rejected]}, indent=1)  # type: ignore[call-overload]
        written = self.out / f"{RESULT}.new"
        with written.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(written, self.out / RESULT)
        for name, parts in self.kept.items():
            sweep(self.out / name, {part.key for part in parts})


@cache
def _own() -> str:
    """What stands in a part also rests on how this folder cuts the inputs and lays out the rows: a hash of those files."""
    folder = files("selon.api.large")
    return hashlib.sha256(
        b"".join((folder / name).read_bytes() for name in ("inputs.py", "rows.py", "unpacking.py", "work.py"))
    ).hexdigest()[:8]


def _keys(parts: Sequence[Part]) -> tuple[str, ...]:
    return tuple(part.key for part in parts)


def _files(parts: Sequence[Part], table: str) -> list[Path]:
    return [path for part in parts for path in part.files(table)]


def _buckets(part: Part, table: str) -> dict[str, list[Path]]:
    """The files of a table by the folder that they stand in, which bears the bucket's number."""
    found: dict[str, list[Path]] = {}
    for path in part.files(table):
        found.setdefault(path.parent.name, []).append(path)
    return found


def _told(part: Part) -> dict[str, object]:
    return {"stage": part.stage, "version": part.version, "settings": dict(part.settings), "inputs": part.inputs}
