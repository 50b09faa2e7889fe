"""`selon run`."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from selon import api
from selon.cli.large import Large, large_options, run_large
from selon.cli.output import end_progress, engine, say
from selon.cli.rate import Rate
from selon.cli.within import collection_argument, the_collection
from selon.errors import InputError, UsageError
from selon.show.numbers import counted

_SHOWN = 20  # of what was rejected; all of it stands in the collection


@click.command(short_help="read what is new in a collection")
@collection_argument
@click.option("--again", is_flag=True, help="Read everything anew.")
@large_options
def run(folder: Path | None, again: bool, large: Large) -> None:
    """Read the captures that are new or changed, and join all articles anew if there are any.

    A run that was cut short goes on where it stopped when it is called again; what the same rules have read is not read twice.
    With --in and --out no collection is needed: files of any format become Parquet tables, for more articles than a collection holds, on
    this machine or on a Spark cluster (docs/clusters.md); `selon load` brings them, or some of them, into a collection.

    \b
    Examples:
      selon run
      selon run harbour
      selon run --in pages --out results
    """
    if large.is_asked:
        if folder is not None:
            fix = f"selon run --in {folder} --out RESULTS reads files into tables; selon run {folder} a collection"
            raise UsageError("a collection and files at once", where="the call", fix=fix)
        run_large(large, again=again)
        return
    collection = the_collection(folder)
    rate = Rate(collection.expected(again=again) if sys.stderr.isatty() else 0)
    report = collection.run(engine=replace(engine(), progress=rate.tell if rate.is_shown else None), again=again)
    end_progress()
    click.echo(said(report))
    rejected = collection.rejected()
    for one in rejected[:_SHOWN]:
        say(f"not read: {one.where}: {one.what}; {one.fix}")
    if len(rejected) > _SHOWN:
        say(f"… and {len(rejected) - _SHOWN} more")
    if report.counts.rejected:
        raise click.exceptions.Exit(InputError.exit_code)


def said(report: api.Report) -> str:
    """What a run did, in one line."""
    counts = report.counts
    articles, attributions = counted(counts.current, "article"), counted(counts.attributions, "attribution")
    held = f"{articles}, {attributions}, {counts.degraded} not whole, {counts.rejected} rejected"
    return f"{report.made} read; {held}; {'joined anew' if report.is_new else 'nothing to join anew'}"
