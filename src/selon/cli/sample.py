"""`selon sample`."""

import csv
import io
from pathlib import Path

import click

from selon.cli import given
from selon.cli.inputs import all_paths, input_paths
from selon.cli.output import end_progress, finish, parted
from selon.cli.writing import write
from selon.errors import UsageError
from selon.show.exports.csv import cell
from selon.show.research import sampling
from selon.show.research.sampling import STRATA, Drawn

_COMMON = ("id", "stratum", "stratum_size", "stratum_drawn", "article", "outlet", "lang", "start", "end", "context", "words")
_SAID = ("source", "cue", "claimant", "stance")
LABELS = {"attribution": ("content_ok", "source_ok", "claimant_ok", "stance_ok"), "sentence": ("attribution",)}


@click.command(short_help="draw passages to label by hand, as CSV")
@click.argument("many", metavar="N", type=click.IntRange(1, 1_000_000))
@input_paths
@click.option("-o", "out", required=True, metavar="FILE", help="Write the CSV to this file.")
@click.option("--stratify", default="", metavar="NAMES", help=f"Draw within each of these, apart by commas: {', '.join(STRATA)}.")
@click.option("--task", type=click.Choice(list(LABELS)), default="attribution", show_default=True, help="What is drawn and labelled.")
@click.option("--seed", default="1", show_default=True, help="Another seed draws another sample.")
def sample(
    many: int, paths: tuple[str, ...], more_paths: tuple[str, ...], out: str, stratify: str, task: str, seed: str
) -> None:  # fmt: skip
    """Draw N passages and write them as CSV with empty columns for your labels; `selon score` reads them back.

    attribution: what Selon found, to see how much of it is right: y or n in content_ok, source_ok, claimant_ok, stance_ok.
    sentence: sentences of the articles, blind, to see how much was missed: y or n in attribution (does somebody speak in it?). What Selon
    found stands in a second file, FILE.key.csv, which whoever labels does not open.
    The same seed, articles and rules draw the same sample, in whatever order the articles come.

    \b
    Examples:
      selon sample 20 pages/ --stratify outlet,lang -o labels.csv
      selon sample 30 pages/ --task sentence --stratify lang -o sentences.csv
    """
    by = [name.strip() for name in stratify.split(",") if name.strip()]
    if unknown := [name for name in by if name not in STRATA]:
        raise UsageError(f"nothing is called '{unknown[0]}'", where="--stratify", fix=f"one of: {', '.join(STRATA)}")
    readings, rejected = parted(given.readings(all_paths(paths, more_paths)))
    draw = sampling.attributions if task == "attribution" else sampling.whole_sentences
    drawn = draw(readings, many, by=by, seed=seed)
    end_progress()
    shown = (*_COMMON, *(_SAID if task == "attribution" else ()))
    write(Path(out), _table(drawn, shown, LABELS[task]))
    if task == "sentence":
        write(key_of(Path(out)), _table(drawn, ("id", "found"), ()))
    click.echo(f"selon: {len(drawn)} of them in {out}, seed {seed}", err=True)
    finish([reading.article for reading in readings], rejected)


def key_of(path: Path) -> Path:
    """The file that says what was found in the sentences of a sample."""
    return path.with_suffix(".key.csv")


def _table(drawn: list[Drawn], shown: tuple[str, ...], labels: tuple[str, ...]) -> bytes:
    page = io.StringIO(newline="")
    lines = csv.writer(page, lineterminator="\r\n")
    lines.writerow([*shown, *labels])
    lines.writerows([[*(cell(getattr(one, name)) for name in shown), *("" for _ in labels)] for one in drawn])
    return page.getvalue().encode("utf-8-sig", "replace")
