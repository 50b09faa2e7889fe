"""What a run has read becomes what readers see: of each address the newest reading, and the rows of the search that differ for it."""

import sqlite3
from collections.abc import Mapping

from selon.model.reading import Reading
from selon.store.indexing import Rows
from selon.store.packing import unpacked

COLUMNS = (
    "capture, path, address, fetched, version, article, outlet, title, lang, earliest, latest, degraded, attributions, body, changed_ns"
)
COMING = f"""
    SELECT *, row_number() OVER (PARTITION BY address ORDER BY fetched DESC, changed_ns DESC, path DESC, capture DESC) = 1 AS is_newest
    FROM (
        SELECT {COLUMNS} FROM fresh
        UNION ALL
        SELECT {COLUMNS} FROM reading WHERE capture NOT IN (SELECT capture FROM fresh) AND capture NOT IN (SELECT capture FROM leaving)
    )
"""  # the readings as the next answer has them; of two captures of one address the newer one counts


def settled(base: sqlite3.Connection, joined: Mapping[str, Reading], ruled: set[str], *, is_anew: bool, where: str) -> None:
    """Make the fresh readings those that count; to be called inside a transaction.

    Args:
        base: the database.
        joined: capture -> its reading as the answer has it.
        ruled: captures whose readings people changed.
        is_anew: all rows of the search are made anew, not only those that differ.
        where: what the database is called in an error.
    """
    moved = _settle(base, is_anew=is_anew, where=where)
    _index(base, joined, ruled, moved, is_anew=is_anew, where=where)


def _settle(base: sqlite3.Connection, *, is_anew: bool, where: str) -> set[str]:
    """Put the fresh readings among those that count; the captures whose rows of the search are to be made."""
    before = _captures(base, "reading WHERE is_current")
    fresh, gone = _captures(base, "fresh"), _captures(base, "leaving")
    after = _captures(base, f"({COMING}) WHERE is_newest")
    if not is_anew:
        for capture in sorted(before & (fresh | gone | (before - after))):
            _drop_rows(base, capture, where)
    base.execute("DELETE FROM reading WHERE capture IN (SELECT capture FROM fresh) OR capture IN (SELECT capture FROM leaving)")
    base.execute(f"INSERT INTO reading ({COLUMNS}) SELECT {COLUMNS} FROM fresh ORDER BY capture")
    for table in ("fresh", "leaving"):
        base.execute(f"DELETE FROM {table}")
    turned = [(capture in after, capture) for capture in (before ^ after) | fresh]
    base.executemany("UPDATE reading SET is_current = ? WHERE capture = ?", turned)
    return after if is_anew else (after - before) | (after & fresh)


def _index(base: sqlite3.Connection, joined: Mapping[str, Reading], ruled: set[str], moved: set[str], *, is_anew: bool, where: str) -> None:
    """Write the rows of the search that are new, or that are others than the article alone would have."""
    rows = Rows(base)
    if is_anew:
        rows.clear()
    other = _captures(base, "reading WHERE is_ruled AND is_current") | ruled
    for capture in sorted(other - moved):
        _drop_rows(base, capture, where)
    for capture in sorted((moved | other) & set(joined)):
        rows.add(capture, joined[capture])
    base.execute("UPDATE reading SET is_ruled = 0 WHERE is_ruled")
    base.executemany("UPDATE reading SET is_ruled = 1 WHERE capture = ?", [(one,) for one in sorted(ruled)])


def _drop_rows(base: sqlite3.Connection, capture: str, where: str) -> None:
    row = base.execute("SELECT body FROM reading WHERE capture = ?", (capture,)).fetchone()
    if row is not None:
        reading = unpacked(row[0], Reading, where=f"{where}, reading {capture}")
        Rows(base).drop(capture, reading.article.text)


def _captures(base: sqlite3.Connection, rows: str) -> set[str]:
    return {capture for (capture,) in base.execute(f"SELECT capture FROM {rows}")}
