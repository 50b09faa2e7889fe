"""What a folder of results holds: its tables, as Parquet files that anybody can read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast

from selon.engine import parquet
from selon.engine.kept import Part
from selon.errors import StoreError, UsageError
from selon.model.collection import RESULT
from selon.model.rejected import Rejected
from selon.model.schemas import (
    AppearanceRow,
    ArticleRow,
    AttributionRow,
    ClaimantRow,
    ClaimRow,
    DateRow,
    DenialRow,
    EdgeRow,
    RejectedRow,
    ReuseRow,
)

_HOMES = {
    "articles": "readings", "readings": "readings", "attributions": "readings", "dates": "readings", "rejected": "readings",
    "reuses": "reuses", "claimants": "named", "claims": "lineage", "appearances": "lineage", "edges": "lineage", "open_denials": "lineage",
    "ranked": "ranked", "repeated": "repeated",
}  # fmt: skip
TABLES = tuple(_HOMES)
ROWS: dict[str, Any] = {
    "articles": ArticleRow, "attributions": AttributionRow, "dates": DateRow, "rejected": RejectedRow, "reuses": ReuseRow,
    "claimants": ClaimantRow, "claims": ClaimRow, "appearances": AppearanceRow, "edges": EdgeRow, "open_denials": DenialRow,
}  # fmt: skip
_ASIDE = frozenset(("key", "part", "place", "outlet_key", "body"))  # where a row stands, and the record as it is kept


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a run."""

    folder: Path
    parts: dict[str, tuple[Part, ...]]  # by stage
    outside: tuple[Rejected, ...]  # paths that are no files

    @classmethod
    def of(cls, folder: Path) -> "Result":
        """The result that a folder holds.

        Raises:
            StoreError: none, or of a run that was cut short.
        """
        try:
            told = json.loads((folder / RESULT).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            fix = f"selon run --in PATHS --out {folder}"
            raise StoreError("there is no whole result here", where=str(folder), fix=fix) from error
        parts = {
            stage: tuple(Part(home=str(folder / stage), **{**one, "inputs": tuple(one["inputs"])}) for one in held)
            for stage, held in told["parts"].items()
        }
        return cls(folder, parts, tuple(Rejected(**one) for one in told["outside"]))

    def files(self, table: str) -> list[Path]:
        """The Parquet files of a table.

        Raises:
            UsageError: there is no such table.
        """
        if table not in _HOMES:
            raise UsageError(f"there is no table '{table}'", where=str(self.folder), fix=f"one of {', '.join(TABLES)}")
        return [path for part in self.parts.get(_HOMES[table], ()) for path in part.files(table)]

    def rows(self, table: str, *columns: str) -> Iterator[tuple[object, ...]]:
        """Yield the values of some columns of a table, row by row."""
        return parquet.rows(self.files(table), *columns)

    def told(self, table: str) -> Iterator[dict[str, object]]:
        """Yield the rows of a table as name -> value: articles by their ids, without what only says where a row stands."""
        names = [one.name for one in fields(ROWS[table]) if one.name not in _ASIDE]
        ids = dict(cast("Iterator[tuple[int, str]]", self.rows("articles", "key", "id"))) if table == "reuses" else {}
        for row in self.rows(table, *names):
            one = dict(zip(names, row, strict=True))
            yield {**one, "a": ids.get(cast("int", one["a"])), "b": ids.get(cast("int", one["b"]))} if ids else one

    def count(self, table: str) -> int:
        """The rows of a table."""
        return sum(parquet.count(path) for path in self.files(table))

    def rejected(self) -> list[Rejected]:
        """All that was set aside, by stage, place and record: a table's rows have no order of their own."""
        found = [*self.outside]
        for record, stage, what, place, fix in parquet.rows(self.files("rejected"), "record", "stage", "what", "place", "fix"):
            found.append(Rejected(record=record, stage=stage, what=what, where=place, fix=fix))
        for ident, address in parquet.rows(self.files("repeated"), "id", "address"):
            what = f"a record with the id '{ident}' was read before"
            fix = "give it an id of its own, or leave one of the two out"
            found.append(Rejected(record=ident, stage="read", what=what, where=address, fix=fix))
        return sorted(found, key=lambda one: (one.stage, one.where, one.record, one.what))
