"""`selon new`."""

from pathlib import Path

import click

from selon import api
from selon.cli.output import say
from selon.show.numbers import counted


@click.command(short_help="make a collection")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", help="What it calls itself in reports; else the folder's name.")
def new(folder: Path, name: str | None) -> None:
    """Make a collection: a folder that keeps captures as evidence, and what was read from them.

    \b
    Examples:
      selon new harbour
      selon new harbour --name "The barrier of Port-Elvane"
    """
    others = len(list(folder.iterdir())) if folder.is_dir() else 0
    collection = api.made(folder, name=name)
    click.echo(f"{collection.folder}: a new collection; next: selon add SOURCE --to {collection.folder}")
    if others:
        say(f"{counted(others, 'thing')} that stood in the folder before {'is' if others == 1 else 'are'} no part of it until added")
