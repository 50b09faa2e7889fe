"""`selon score`."""

from dataclasses import asdict
from pathlib import Path

import click

from selon.api.samples import KEY, found_in
from selon.cli.output import print_lines
from selon.errors import Missing, NotFound
from selon.show.lines import ScoreLine
from selon.show.listing import research as listing
from selon.show.research import scoring
from selon.show.research.sheets import LABELS, rows, task_of
from selon.show.tsv import row


@click.command(short_help="precision and recall on your own labels")
@click.argument("labels", metavar="LABELS")
@click.option("--seed", default=1, show_default=True, help="For the intervals that are drawn.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def score(labels: str, seed: int, as_json: bool) -> None:
    """Precision, and for sentences recall, on a sample that you labelled: each with an interval at 95 %.

    LABELS is the CSV that `selon sample` wrote, with y or n (or oui, non) in its label columns; rows without a label are left out. A share
    of a simple sample has Wilson's interval; over strata it is weighted by their sizes, and its interval drawn from the labels (bootstrap).
    In a pipe: measure, group, value, low, high, labels, method.

    \b
    Examples:
      selon score labels.csv
    """
    told = _rows(Path(labels))
    if task_of(told) == "sentence":
        scores = list(scoring.recall(told, found_in(_rows(Path(labels).with_suffix(KEY))), seed=seed))
    else:
        scores = list(scoring.precision(told, LABELS["attribution"], seed=seed))
    lines = [ScoreLine(**asdict(one)) for one in scores]
    print_lines(
        lines, as_json=as_json, rows=lambda line: iter([_row(line)]), listing=lambda: map(listing.score, lines)
    )  # fmt: skip
    if not lines:
        raise NotFound("no row has a label", where=labels, fix="write y or n into the last columns")


def _row(line: ScoreLine) -> str:
    return row([line.measure, line.group, *(f"{one:.4f}" for one in (line.value, line.low, line.high)), line.count, line.method])


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        return rows(path.read_bytes(), str(path))
    except OSError as error:
        raise Missing(f"the labels cannot be read: {error.strerror}", where=str(path), fix="name a file that is there") from error
