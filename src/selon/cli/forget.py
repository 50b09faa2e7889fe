"""`selon forget`."""

from pathlib import Path

import click

from selon.api.forgetting import Forgotten
from selon.cli.output import is_for_people, print_lines, say
from selon.cli.within import collection_option, the_collection
from selon.errors import InputError, UsageError
from selon.show import listing
from selon.show import rulings as shown
from selon.show.lines.rulings import ForgetLine
from selon.show.numbers import counted


@click.command(short_help="erase an article, or all that names a person, for good")
@click.argument("name", metavar="ARTICLE|PERSON")
@collection_option
@click.option("--preview", is_flag=True, help="Show what would be erased, and erase nothing.")
@click.option("--yes", is_flag=True, help="Do not ask; without a terminal it is needed.")
@click.option("--whole-files", is_flag=True, help="Erase tables and archives that cannot be rewritten as a whole, with all else they hold.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def forget(name: str, folder: Path | None, preview: bool, yes: bool, whole_files: bool, as_json: bool) -> None:
    """Erase for good: captures, what was read from them, the indexes, and the rulings that quote it. There is no undo.

    ARTICLE is an article's id or address: every capture of its page goes. PERSON is the id or the name of a person or body: every capture
    goes that holds this name, or another full spelling of it. Hashes without content stay behind, so that it is not added again. Reports
    and exports made before are yours to erase.

    What nobody can read may hold it: damaged records of archives and damaged lines go too. A file that cannot be looked through stays and
    is named, and so is an article that could be read only in part; then the exit code is 3.
    In a pipe: what, which.

    \b
    Examples:
      selon forget barriere-port --preview
      selon forget "Mireille Valcastel" --preview
      selon forget barriere-port --yes
    """
    collection = the_collection(folder)
    if not preview and not yes:
        if not is_for_people():
            raise UsageError("this cannot be taken back", where="the call", fix="see it with --preview, then say --yes")
        told = collection.forget(name, preview=True)
        for note in shown.forget_notes(_line(told)):
            say(note, lead="")
        captures, files = counted(told.captures, "capture"), counted(len(told.files), "file")
        click.confirm(f"Erase {captures} in {files} and {counted(told.rulings, 'ruling')} for good?", abort=True)
    line = _line(collection.forget(name, whole_files=whole_files, preview=preview))
    print_lines([line], as_json=as_json, rows=shown.forget_rows, listing=lambda: [listing.forgotten(line)])
    if line.kept and (line.half_read or line.not_searched):
        if not is_for_people():
            for note in shown.forget_notes(line):
                say(note)
        raise click.exceptions.Exit(InputError.exit_code)


def _line(done: Forgotten) -> ForgetLine:
    return shown.forget_line(
        done.articles,
        done.files,
        done.captures,
        done.rulings,
        is_kept=done.is_kept,
        unread=(done.unread, done.unread_bytes),
        half_read=done.half_read,
        not_searched=done.not_searched,
    )
