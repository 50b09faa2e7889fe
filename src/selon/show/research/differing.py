"""Two exports as JSON Lines -> which rows came, went or changed, and in which column."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

KEYS: dict[str, tuple[str, ...]] = {
    "appearances": ("claim", "appearance"),
    "articles": ("article",),
    "attributions": ("attribution",),
    "changes": ("claim", "kind", "from_article", "from_start", "from_end", "to_article", "to_start", "to_end"),
    "claims": ("claim",),
    "dates": ("article", "start", "end"),
    "denials": ("claim", "attribution"),
    "edges": ("source", "target", "kind"),
    "gaps": ("claim", "name"),
    "links": ("a", "b", "kind"),
    "origins": ("claim", "name", "article", "start"),
    "proofs": ("claim", "outcome", "a", "b"),
    "reuses": ("a_article", "a_start", "b_article", "b_start"),
    "unmentioned": ("claim", "article", "denial_article", "denial_start"),
}
"""By which columns a row of each table of an export is found again."""

RESULT_KEYS: dict[str, tuple[str, ...]] = {
    "appearances": ("claim_id", "id"),
    "articles": ("id",),
    "attributions": ("id",),
    "claimants": ("article_id", "attribution_id"),
    "claims": ("id",),
    "dates": ("article_id", "span_start", "span_end"),
    "edges": ("source", "target", "kind"),
    "open_denials": ("article_id", "span_start", "span_end"),
    "rejected": ("place", "record"),
    "reuses": ("a", "a_start", "b", "b_start"),
}
"""The same of each table that a run over files makes (docs/clusters.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One row, or one cell of it."""

    table: str
    key: str
    what: str  # added, removed, changed
    column: str | None
    before: str | None
    after: str | None


def differences(
    before: Iterable[Mapping[str, Any]], after: Iterable[Mapping[str, Any]], *, keys: Mapping[str, tuple[str, ...]] = KEYS
) -> Iterator[Difference]:
    """Yield what is different, table by table, in the order of the keys."""
    old, new = _keyed(before, keys), _keyed(after, keys)
    for table, key in sorted(set(old) | set(new)):
        one, other = old.get((table, key)), new.get((table, key))
        if one is None or other is None:
            shown = _shown(other if one is None else one)
            yield Difference(
                table=table, key=key, what="added" if one is None else "removed", column=None, before=None if one is None else shown,
                after=shown if one is None else None,
            )  # fmt: skip
            continue
        for column in one:
            if one[column] != other.get(column):
                yield Difference(
                    table=table, key=key, what="changed", column=column, before=str(one[column]), after=str(other.get(column))
                )  # fmt: skip


def _keyed(rows: Iterable[Mapping[str, Any]], keys: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, str], Mapping[str, Any]]:
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    met: Counter[tuple[str, str]] = Counter()
    for row in rows:
        table = str(row.get("table"))
        key = " ".join(str(row.get(name)) for name in keys.get(table, ()))
        met[table, key] += 1
        number = met[table, key]
        found[table, key if number == 1 else f"{key} ({number})"] = row
    return found


def _shown(row: Mapping[str, Any] | None) -> str:
    words = next((str(row[name]) for name in ("label", "content", "text", "name", "kind") if row and row.get(name)), "")
    return words[:200]
