"""`selon sample`."""

from pathlib import Path

import click

from selon.api.samples import KEY, has_labels, sheet_path
from selon.cli import given
from selon.cli.inputs import all_paths, input_paths
from selon.cli.output import end_progress, finish, parted
from selon.disk import write
from selon.errors import UsageError
from selon.show.research import sampling
from selon.show.research.sampling import STRATA
from selon.show.research.sheets import LABELS, key_sheet, sheet


@click.command(short_help="draw passages to label by hand, as CSV")
@click.argument("many", metavar="N", type=click.IntRange(1, 1_000_000))
@input_paths
@click.option("-o", "out", metavar="FILE", help="Write the CSV to this file; a collection keeps it in its own folder, samples.")
@click.option("--stratify", default="", metavar="NAMES", help=f"Draw within each of these, apart by commas: {', '.join(STRATA)}.")
@click.option("--task", type=click.Choice(list(LABELS)), default="attribution", show_default=True, help="What is drawn and labelled.")
@click.option("--seed", default="1", show_default=True, help="Another seed draws another sample.")
def sample(
    many: int, paths: tuple[str, ...], more_paths: tuple[str, ...], out: str | None, stratify: str, task: str, seed: str
) -> None:  # fmt: skip
    """Draw N passages and write them as CSV with empty columns for your labels; `selon score` reads them back.

    The sample of a collection can be labelled in the browser too: selon serve, then Samples.

    attribution: what Selon found, to see how much of it is right: y or n in content_ok, source_ok, claimant_ok, stance_ok.
    sentence: sentences of the articles, blind, to see how much was missed: y or n in attribution (does somebody speak in it?). What Selon
    found stands in a second file, FILE.key.csv, which whoever labels does not open.
    The same seed, articles and rules draw the same sample, in whatever order the articles come.

    \b
    Examples:
      selon sample 20 pages/ --stratify outlet,lang -o labels.csv
      selon sample 30 pages/ --task sentence --stratify lang -o sentences.csv
      selon sample 50 harbour --stratify outlet
    """
    by = [name.strip() for name in stratify.split(",") if name.strip()]
    if unknown := [name for name in by if name not in STRATA]:
        raise UsageError(f"nothing is called '{unknown[0]}'", where="--stratify", fix=f"one of: {', '.join(STRATA)}")
    path = _place(all_paths(paths, more_paths), out, task, seed)
    readings, rejected = parted(given.readings(all_paths(paths, more_paths)))
    draw = sampling.attributions if task == "attribution" else sampling.whole_sentences
    drawn = draw(readings, many, by=by, seed=seed)
    end_progress()
    write(path, sheet(drawn, task))
    if task == "sentence":
        write(path.with_suffix(KEY), key_sheet(drawn))
    click.echo(f"selon: {len(drawn)} of them in {path}, seed {seed}", err=True)
    finish([reading.article for reading in readings], rejected)


def _place(paths: tuple[str, ...], out: str | None, task: str, seed: str) -> Path:
    """Where the sheet is written.

    Raises:
        UsageError: no file is named and there is no collection, or labels stand there that would be lost.
    """
    collection = None if out else given.named(paths)
    if out:
        path = Path(out)
    elif collection:
        path = sheet_path(collection.folder, task, seed)
    else:
        raise UsageError("no file is named to write to", where="-o", fix="-o FILE, or name a collection that was run")
    if has_labels(path):
        raise UsageError("somebody has labelled passages there already", where=str(path), fix="another --seed, or another file: -o FILE")
    return path
