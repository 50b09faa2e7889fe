"""`selon demo`."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.text import Text

from selon import api, pipeline
from selon.cli.output import console, end_progress, engine, finish
from selon.cli.serving import PORT, served
from selon.model.collection import CAPTURES
from selon.show import listing
from selon.show.jsonl import as_json as encode
from selon.show.story_line import claims_line

_INTRODUCTION = """\
One night in March 2031 the storm barrier of Port-Elvane, in the made-up country of Solvarre, closed by itself and damaged boats.
Who gave the order? Outlets of two countries tell it, each with fewer traces of who said it and on whose word.
(An invented story: no country, person or outlet of it exists.) Selon has read all of them, and shows passages; people judge.
"""

_NEXT = """\
Every line above leads to exact characters of a text (article:start-end). What to type next:
  selon demo --serve           the same in the browser
  selon attributions PAGE      who is said to have said what, in a page of your own
  selon claims FOLDER          every claim of a folder, with its origins, denials and changes
  selon lineage FOLDER         who took what from whom
  selon explain ID PAGE        which rule and which table rows made an attribution
PAGE is a page, a PDF, a text, a table of articles, a feed or an archive; the demo's own pages stand in
"""


@click.command(short_help="a made-up story from end to end")
@click.option("--json", "as_json", is_flag=True, help="Print the claims as JSON Lines, for machines.")
@click.option("--serve", "is_served", is_flag=True, help="Show it in the browser; what you correct there is gone at the end.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="With --serve; 0 takes any that is free.")
@click.option("--no-open", is_flag=True, help="With --serve: open no browser.")
def demo(as_json: bool, is_served: bool, port: int, no_open: bool) -> None:
    """Read a made-up story of some twenty articles, and show what Selon is for in one minute.

    \b
    Examples:
      selon demo
      selon demo --json | jq .origins
    """
    with as_file(files("selon") / "demo" / "story") as folder:
        if is_served:
            _served(folder, port=port, is_opened=not no_open)
            return
        answer = pipeline.run([folder], engine=engine())
        end_progress()
        if as_json:
            for story in answer.lineage.stories:
                click.echo(encode(claims_line(story)))
        else:
            terminal = console()
            terminal.print(Text(_INTRODUCTION))
            for part in listing.tour(answer.lineage, {reading.article.id: reading.article for reading in answer.readings}):
                terminal.print(part)
            terminal.print(Text(_NEXT + f"  {folder}"))
        finish([reading.article for reading in answer.readings], answer.rejected)


def _served(story: Path, *, port: int, is_opened: bool) -> None:
    """Show the story in the browser, as a collection of its own that is gone when the server ends."""
    with TemporaryDirectory(prefix="selon-demo-") as folder:
        collection = api.made(Path(folder), name="Port-Elvane")
        shutil.copytree(story, collection.folder / CAPTURES, dirs_exist_ok=True)
        collection.run(engine=engine())
        end_progress()
        served(collection, host="127.0.0.1", port=port, is_demo=True, is_opened=is_opened)
