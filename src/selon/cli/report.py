"""`selon report`."""

from pathlib import Path
from typing import Any

import click

from selon.cli import given
from selon.cli.asked import story_asked
from selon.cli.inputs import all_paths, input_paths
from selon.cli.output import end_progress, finish
from selon.cli.reporting import as_file, report_options, settings
from selon.disk import write


@click.command(short_help="one claim as a file to hand over: HTML or PDF")
@click.argument("claim_id", metavar="CLAIM")
@input_paths
@click.option("-o", "out", required=True, metavar="FILE", help="Write to this file; .pdf makes a PDF, where a browser is there.")
@report_options
def report(claim_id: str, paths: tuple[str, ...], more_paths: tuple[str, ...], out: str, **told: Any) -> None:
    """One claim as a file that can be handed over: who tells it, what changed, who denies it, how many origins, what is missing.

    One HTML file, without scripts and without anything from outside. Every passage has its place and its hash; what no person has checked
    says so; persons of whom the texts tell no office and no trade stand there by role. It leaves room for a reply.

    \b
    Examples:
      selon report 0f07e8 pages/ -o report.html --operator "Ada Brynn" --contact ada@atelier.example
      selon report 0f07e8 pages/ -o report.html --lang en --names all
    """
    from selon.show import report as reports

    among = all_paths(paths, more_paths)
    answer = given.answer(among)
    readings = {reading.article.id: reading for reading in answer.readings}
    page = reports.report(story_asked(claim_id, answer), answer.lineage.edges, readings, answer.standing, settings(among, **told))
    end_progress()
    write(Path(out), as_file(page, Path(out)))
    click.echo(f"selon: written: {out}", err=True)
    finish([reading.article for reading in answer.readings], answer.rejected)
