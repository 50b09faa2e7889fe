"""`selon replay`."""

import json
from pathlib import Path
from typing import Any

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.manifest import of
from selon.cli.output import finish, print_lines
from selon.errors import Malformed, Missing, NotFound
from selon.show.lines import ReplayLine
from selon.show.listing import research as listing
from selon.show.research.manifest import compared
from selon.show.tsv import row


@click.command(short_help="make an answer again, and say what is different")
@click.argument("file", metavar="MANIFEST")
@reading_command
def replay(file: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Make the answer of a manifest again from the same articles, and say what is different: nothing, where all is as it was.

    Exit code 4 where something is different. In a pipe: what, before, after.

    \b
    Examples:
      selon replay manifest.json pages/
    """
    before = _read(file)
    answer = given.answer(all_paths(paths, more_paths))
    after = of(answer, day=str(before.get("day")))
    lines = [ReplayLine(what=what, before=one, after=other) for what, one, other in compared(before, after)]
    print_lines(
        lines, as_json=as_json, rows=lambda line: iter([row([line.what, line.before, line.after])]),
        listing=lambda: map(listing.replayed, lines),
    )  # fmt: skip
    if lines:
        raise NotFound(f"{len(lines)} things are not as the manifest has them", where=file, fix="use the version and the articles it names")
    click.echo(f"selon: all is as it was: {len(answer.readings)} articles, {len(after['answer'])} tables", err=True)
    finish([reading.article for reading in answer.readings], answer.rejected)


def _read(file: str) -> dict[str, Any]:
    try:
        told = json.loads(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise Missing(f"the manifest cannot be read: {error.strerror}", where=file, fix="name a file that is there") from error
    except ValueError as error:
        raise Malformed("this is no manifest", where=file, fix="give the file that selon manifest wrote") from error
    if not isinstance(told, dict) or "answer" not in told:
        raise Malformed("this is no manifest", where=file, fix="give the file that selon manifest wrote")
    return told
