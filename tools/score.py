"""Every scorer on the development data (SELON_DATA), one table; kept in docs/scores.md with the date.

--check compares with the floors and writes nothing (exit code 1 where a figure has dropped); --pin makes today's figures the floors.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from scoring.floors import FLOORS, floors, pinned_text, shortfalls
from scoring.measures import LOWER_IS_BETTER, MEASURES, Measure
from scoring.measuring import MeasureError, Result, result
from scoring.page import page, shown
from selon import __version__
from selon.languages import codes

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "gold"


def main() -> int:
    """Measure, print, and write or compare; the exit code."""
    arguments = _arguments()
    if not (GOLD / "score.py").is_file():
        print(f"no development data in {GOLD.parent}; set SELON_DATA to the folder that holds gold/", file=sys.stderr)
        return 2
    results, failures = _measured(measure for measure in MEASURES if measure.gold.startswith(arguments.only or ""))
    _print(results)
    print(*failures, sep="\n", end="\n" if failures else "", file=sys.stderr)
    if arguments.check:
        drops = [line for one in results for line in shortfalls(one, floors())]
        print(*drops, sep="\n", end="\n" if drops else "", file=sys.stderr)
        return 1 if drops or failures else 0
    if arguments.only:
        return 1 if failures else 0  # a part is printed, never kept
    if not arguments.pin:
        (ROOT / "docs" / "scores.md").write_text(_page(results, failures), encoding="utf-8")
    elif not failures:
        FLOORS.write_text(pinned_text(results), encoding="utf-8")
    return 1 if failures else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="compare with tools/floors.toml")
    what.add_argument("--pin", action="store_true", help="write tools/floors.toml")
    parser.add_argument("--only", metavar="GOLD", help="only gold files whose name begins so: attributions/fr")
    return parser.parse_args()


def _measured(measures: Iterable[Measure]) -> tuple[list[Result], list[str]]:
    results, failures = [], []
    for measure in _with_language(measures):
        try:
            results.append(result(measure, GOLD))
        except MeasureError as error:
            failures.append(f"{measure.gold}: {error}")
    return results, failures


def _with_language(measures: Iterable[Measure]) -> Iterator[Measure]:
    yield from (measure for measure in measures if not measure.lang or measure.lang in codes())


def _print(results: list[Result]) -> None:
    table = Table("figure", "value", "data set", "sha256")
    for one in results:
        for name, value in one.figures.items():
            better = " ↓" if name in LOWER_IS_BETTER else ""
            table.add_row(f"{one.measure.scorer}: {name}{better}", shown(name, value), one.measure.gold, one.sha256[:12])
    Console(width=None if sys.stdout.isatty() else 120).print(table)


def _page(results: list[Result], failures: list[str]) -> str:
    return page(results, failures, day=datetime.now(UTC).date(), version=__version__)


if __name__ == "__main__":
    sys.exit(main())
