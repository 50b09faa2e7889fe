"""Scores, counts and differences for people: tables."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from selon.show import lines as out
from selon.show.listing.marks import visible


def stats(lines: Sequence[out.StatsLine], by: str) -> Table:
    """Counts, one row a group."""
    table = Table(title="in this collection", title_justify="left", box=None)
    table.add_column(by)
    names = [name for name in out.StatsLine.__struct_fields__ if name != "group"]
    for name in names:
        table.add_column(name, justify="right")
    for line in lines:
        table.add_row(visible(line.group), *(f"{getattr(line, name):,}" for name in names))
    return table


def score(line: out.ScoreLine) -> Text:
    """One measure with its interval."""
    figures = f"{line.value:.3f}  [{line.low:.3f}, {line.high:.3f}]  n={line.count}"
    return Text.assemble((f"{line.measure}, {visible(line.group)}: ", "bold"), figures, (f"  {line.method}", "dim"))


def difference(line: out.DiffLine) -> Text:
    """One row or cell that is different."""
    sign = {"added": "+", "removed": "-", "changed": "~"}[line.what]
    told = f"{line.column}: {line.before} → {line.after}" if line.column else str(line.after or line.before or "")
    return Text.assemble((f"{sign} {line.table} ", "bold"), f"{visible(line.key)}  {visible(told)}")


def replayed(line: out.ReplayLine) -> Text:
    """One thing that is not as it was."""
    return Text.assemble((f"~ {visible(line.what)}: ", "bold"), f"{visible(line.before)} → {visible(line.after)}")
