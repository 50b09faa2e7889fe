"""Figures -> docs/scores.md: the main figures, all figures, and what the data is."""

from collections.abc import Iterator, Sequence
from datetime import date

from scoring.measures import COUNTS, LOWER_IS_BETTER, MAIN
from scoring.measuring import Result

_HEAD = """# Scores

Measured on {day} with selon {version}, through the real command line, by `make score`. A figure is a share between 0 and 1, or a
count where it is a whole number; higher is better unless the line says otherwise.

All of this is *development* data: whoever writes the rules may look at it, so these figures say how far the work has come, not how it
will do on texts nobody has seen. The seed pages (`fr_seeds`, `blocks/seeds`) are in view all the time: gates against regress, no proof.

## In short
"""


def page(results: Sequence[Result], failures: Sequence[str] = (), *, day: date, version: str) -> str:
    """The whole page; `failures` are named in it, one sentence each."""
    parts = (_HEAD.format(day=day.isoformat(), version=version), *main_rows(results), "\n## All figures\n", *all_rows(results))
    return "\n".join([*parts, "\n## The data\n", *_data_rows(results), *_failure_rows(failures), ""])


def main_rows(results: Sequence[Result]) -> Iterator[str]:
    """The table of main figures; a figure that was not measured is left out."""
    known = {(result.measure.gold, name): value for result in results for name, value in result.figures.items()}
    yield from ("| what | figure | on |", "|---|---:|---|")
    for label, gold, name in MAIN:
        if (gold, name) in known:
            yield f"| {label} | {shown(name, known[gold, name])} | `{gold}` |"


def all_rows(results: Sequence[Result]) -> Iterator[str]:
    """One row a figure."""
    yield from ("| figure | value | data set | sha256 of the data |", "|---|---:|---|---|")
    for result in results:
        for name, value in result.figures.items():
            better = " (lower is better)" if name in LOWER_IS_BETTER else ""
            yield f"| {result.measure.scorer}: {name}{better} | {shown(name, value)} | `{result.measure.gold}` | `{result.sha256[:12]}` |"


def shown(name: str, value: float) -> str:
    """A share with four decimals, a count as it is.

    >>> shown("accuracy", 1.0), shown("leaks", 12.0)
    ('1.0000', '12')
    """
    return str(int(value)) if name in COUNTS else f"{value:.4f}"


def _data_rows(results: Sequence[Result]) -> Iterator[str]:
    yield from ("| data set | what it is, and who made it |", "|---|---|")
    for result in results:
        yield f"| `{result.measure.gold}` | {result.measure.note} |"


def _failure_rows(failures: Sequence[str]) -> Iterator[str]:
    if failures:
        yield "\n## Not measured\n"
        yield from (f"- {' '.join(failure.split())}" for failure in failures)
