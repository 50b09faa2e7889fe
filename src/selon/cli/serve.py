"""`selon serve`."""

from pathlib import Path

import click

from selon import api
from selon.cli.serving import PORT, served
from selon.cli.within import collection_argument, the_collection


@click.command(short_help="open a collection in the browser")
@collection_argument
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes any that is free.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; beyond this machine only with a password.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name under which it is reached; may be given again.")
@click.option("--read-only", is_flag=True, help="No rulings and no imports.")
@click.option("--no-open", is_flag=True, help="Open no browser.")
def serve(folder: Path | None, port: int, host: str, names: tuple[str, ...], read_only: bool, no_open: bool) -> None:
    """Show a collection in the browser: claims, their lineage, articles with their marks, voices, rulings.

    DIR is the collection; else the one of the current folder. Nothing is fetched from outside, and only this machine can reach the pages.
    To let others in, set a password in SELON_PASSWORD and an address with --host; browsers ask for it, under any name of a user.
    End it with Ctrl-C.

    \b
    Examples:
      selon serve --help
      selon serve harbour --read-only --no-open
    """
    collection: api.Collection = the_collection(folder)
    served(collection, host=host, port=port, names=names, is_read_only=read_only, is_opened=not no_open)
