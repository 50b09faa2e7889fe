"""`selon manifest`."""

import json
from pathlib import Path
from typing import Any

import click

from selon import __version__
from selon.api.version import PER_ARTICLE, TOGETHER, version
from selon.cli import given
from selon.cli.inputs import all_paths, input_paths
from selon.cli.output import end_progress, finish
from selon.cli.reporting import day as the_day
from selon.disk import write
from selon.pipeline import Answer
from selon.show.exports import material
from selon.show.research.manifest import manifest as made


@click.command(short_help="what made an answer: versions, hashes, counts")
@input_paths
@click.option("-o", "out", metavar="FILE", help="Write to this file; else to stdout.")
@click.option("--day", metavar="DATE", help="The day it bears (YYYY-MM-DD); without it, today.")
def manifest(paths: tuple[str, ...], more_paths: tuple[str, ...], out: str | None, day: str | None) -> None:
    """Write down all that an answer rests on: versions, hashes of rules and language tables, of each article, and of the answer's tables.

    `selon replay` makes the answer again and says what is different.

    \b
    Examples:
      selon manifest pages/ -o manifest.json
    """
    answer = given.answer(all_paths(paths, more_paths))
    text = json.dumps(of(answer, day=the_day(day)), ensure_ascii=False, indent=1) + "\n"
    end_progress()
    if out:
        write(Path(out), text.encode())
    else:
        click.echo(text, nl=False)
    finish([reading.article for reading in answer.readings], answer.rejected)


def of(answer: Answer, *, day: str) -> dict[str, Any]:
    """The manifest of an answer."""
    held = material(answer.readings, answer.reuses, answer.lineage, day=day, version=__version__)
    return made(held, rules={"per article": version(PER_ARTICLE), "together": version(TOGETHER)}, settings={})
