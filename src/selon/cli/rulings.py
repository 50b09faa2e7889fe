"""`selon rulings`."""

from pathlib import Path

import click

from selon.cli.output import print_lines, say
from selon.cli.within import collection_argument, the_collection
from selon.model.ruling import State
from selon.show import listing
from selon.show import rulings as shown
from selon.show.numbers import counted


@click.command(short_help="what people decided, and what became of it")
@collection_argument
@click.option("--open", "is_open", is_flag=True, help="Only those that fit nothing any more, or wait for a second person.")
@click.option("--export", "to", type=click.Path(path_type=Path), metavar="FILE", help="Write all of them into a file.")
@click.option(
    "--merge", "other", type=click.Path(path_type=Path), metavar="FILE", help="Bring another person's in; contradictions are shown."
)
@click.option("--preview", is_flag=True, help="With --merge: show what would come in, and keep nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def rulings(folder: Path | None, is_open: bool, to: Path | None, other: Path | None, preview: bool, as_json: bool) -> None:
    """List what people decided, in the order of their instants: applied, moved, waiting, open, overruled or undone, and why.

    They stand in `rulings.jsonl`, one on each line, and are only ever added to: a file to keep under version control. Brought into another
    collection of the same pages they do the same there. In a pipe: id, day, who, gesture, thing, state, words, what it says, why, reason.

    \b
    Examples:
      selon rulings
      selon rulings harbour --open
      selon rulings --export mine.jsonl && selon rulings --merge mine.jsonl --preview
    """
    collection = the_collection(folder)
    if to is not None:
        click.echo(f"{to}: {counted(collection.export_rulings(to), 'ruling')}")
        return
    if other is not None:
        merged = collection.merge_rulings(other, preview=preview)
        click.echo(f"selon: {merged.new} new, {merged.known} known, {counted(len(merged.conflicts), 'contradiction')}", err=True)
        for one in merged.conflicts:
            sides = "; ".join(f"{side.who} ({side.when[:10]}): {side.gesture}, {side.why}" for side in (one.a, one.b))
            say(f"contradiction: {one.a.id} and {one.b.id}, which is in force: {sides}")
    ruled = merged.ruled if other is not None else collection.rulings()
    lines = [shown.ruling_line(one) for one in ruled if not is_open or one.fit.state in (State.OPEN, State.WAITING)]
    print_lines(lines, as_json=as_json, rows=shown.ruling_rows, listing=lambda: map(listing.ruling, lines))
