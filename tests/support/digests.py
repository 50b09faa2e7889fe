"""One digest a table, whatever the order of its rows, for results of large runs and for `pipeline.run`."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from selon import pipeline
from selon.api.large import Result, rows
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.schemas import ClaimantRow, ReuseRow, columns

ROWS = {**rows.READ, "reuses": ReuseRow, "claimants": ClaimantRow, **rows.LINEAGE}
_OF_PARTS = ("key", "part", "place")  # where a row stands, not what it says


def of_result(result: Result) -> dict[str, str]:
    """Of every table of a result."""
    found = {name: _digest(result.rows(name, *_names(name))) for name in ROWS if name != "rejected"}
    told = [(one.record, one.stage, one.what, one.where, one.fix) for one in result.rejected()]
    return found | {"rejected": _digest(told)}


def of_pipeline(paths: Iterable[Path | str], engine: Any) -> dict[str, str]:
    """Of the same tables, made of what the pipeline yields in one process."""
    told = list(pipeline.readings(paths, engine=engine))
    alone = [one for one in told if isinstance(one, Reading)]
    answer = pipeline.joined(alone, tuple(one for one in told if isinstance(one, Rejected)))
    found: dict[str, list[Any]] = defaultdict(list)
    for table, row in chain(_told(answer), (row for one in alone for row in rows.of_reading(one, "", 0))):
        found[table].append(tuple(getattr(row, name) for name in _names(table)))
    return {name: _digest(found[name]) for name in ROWS}


def _told(answer: pipeline.Answer) -> Iterator[tuple[str, Any]]:
    for rejected in answer.rejected:
        yield "rejected", rows.of_rejected(rejected)
    for reuse in answer.reuses:
        yield "reuses", rows.of_reuse(reuse)
    for reading in answer.readings:
        yield from (("claimants", row) for row in rows.of_claimants(reading))
    for story in answer.lineage.stories:
        yield from rows.of_story(story)
    yield from (("edges", rows.of_edge(edge)) for edge in answer.lineage.edges)
    yield from (("open_denials", rows.of_denial(denial)) for denial in answer.lineage.open_denials)


def _names(table: str) -> list[str]:
    return [one.name for one in columns(ROWS[table]) if table == "rejected" or one.name not in _OF_PARTS]


def _digest(found: Iterable[tuple[Any, ...]]) -> str:
    return hashlib.sha256("\n".join(sorted(map(repr, found))).encode()).hexdigest()[:16]
