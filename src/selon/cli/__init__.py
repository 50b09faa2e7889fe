"""The command line: one file a command, loaded when it is called.

output.py   where results, progress, rejected records and errors go, and with which exit code
inputs.py   the arguments that all reading commands share
waiting.py  progress of a run over addresses; rate.py of one over files: how fast, how long still
given.py    what is read: paths, or a collection; within.py: the collection a command works in; asked.py: the claim that an id names
deciding.py what commands that keep a ruling share; reporting.py: what reports, dossiers and exports share;
            adding.py: what `add` and `watch` share
large.py    a run over files, into tables; serving.py: the server of the pages
"""

import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import cast

import click

from selon import __version__
from selon.errors import InputError, NothingRead, SelonError, UsageError

COMMANDS: dict[str, str] = {
    "demo": "A made-up story from end to end: start here",
    "new": "Make a collection: a folder that keeps captures and what was read from them",
    "add": "Keep pages, feeds, sitemaps and files in a collection",
    "run": "Read what is new in a collection",
    "load": "Bring a result of a run over files into a collection",
    "status": "What a collection holds, and what is still to be read",
    "search": "Passages of a collection by words, claimant, outlet, date",
    "serve": "A collection in the browser: its claims, articles, voices",
    "article": "One article of a collection, and its earlier captures",
    "accept": "A person confirms a link, an edge, an attribution, a denial",
    "reject": "A person rejects a link, an edge, an attribution, a denial",
    "merge": "Two claimants, or two claims, are one",
    "split": "Tell a claimant, or a claim, apart",
    "rename": "Give a claimant another name, role or body",
    "rule": "Set, add, tie or leave out: all else that a person corrects",
    "undo": "Take a ruling back",
    "rulings": "What people decided, and what became of it",
    "forget": "Erase an article, or all that names a person, for good",
    "check": "Is everything in a collection whole?",
    "blocks": "Cut articles into typed blocks and credit lines",
    "attributions": "Who is said to have said what",
    "who": "A claimant: its names, its roles, what is attributed to it",
    "explain": "Which rule and which table rows made an attribution",
    "dates": "Every time expression as an interval",
    "reuse": "Passages that stand in two articles",
    "lineage": "Who took what from whom",
    "claims": "Each statement with its origins, denials and changes",
    "trace": "The whole story of one claim",
    "changes": "What changed at each hop of one claim",
    "denials": "Who denied what, and who does not say so",
    "gaps": "What is cited and not held: look for it next",
    "near": "The sentences nearest to some words",
    "compare": "A quotation against a transcript, word by word",
    "export": "The answer as files for other programs",
    "report": "One claim as a file to hand over: HTML or PDF",
    "retract": "Issue a report again, with a note of what changed",
    "dossier": "Report, passages, captures and rulings of a claim in one ZIP",
    "watch": "Ask the feeds of a list for what is new, politely",
    "stats": "Counts by outlet, language, month or claimant",
    "sample": "Draw passages to label by hand, as CSV",
    "score": "Precision and recall on your own labels",
    "manifest": "What made an answer: versions, hashes, counts",
    "replay": "Make an answer again, and say what is different",
    "diff": "Which answers changed between two exports or collections",
    "languages": "Check the tables and examples of a language",
}
"""Every command and its one line of help; the file of a command bears its name."""


_KEEPING = ("add", "run", "watch")
_GOES_ON = "; what was kept stays, and the same command goes on from there"


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return cast("click.Command", getattr(import_module(f"selon.cli.{cmd_name}"), cmd_name))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="selon")
def cli() -> None:
    """Who said it first, on whose word, who repeated it, what changed on the way, who denied it.

    Selon speaks of texts, never of events: it shows passages, people judge.

    \b
    Examples:
      selon demo                      a made-up story from end to end
      selon attributions page.html    who is said to have said what
      selon claims pages/             every claim, with its origins and denials
    """


def main() -> None:
    """The program `selon`: run one command and exit with its code."""
    _with_streams()
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = 2
    except SelonError as error:
        _say(error)
        code = NothingRead.exit_code if isinstance(error, InputError) else error.exit_code  # what ends a call leaves nothing read
    except (KeyboardInterrupt, click.Abort):
        click.echo("selon: stopped" + (_GOES_ON if sys.argv[1:2] and sys.argv[1] in _KEEPING else ""), err=True)
        code = 130
    except (BrokenPipeError, SystemExit):  # the next command in the pipe has read enough; click makes an exit of it, and of nothing else
        _leave_stdout()
        code = 0
    except OSError as error:  # of this machine: a disk that is full, a name that is too long, what may not be read
        if os.environ.get("SELON_DEBUG"):
            raise
        _say_of_machine(error)
        code = UsageError.exit_code
    except Exception as error:
        if os.environ.get("SELON_DEBUG"):
            raise
        click.echo(f"selon: this is our own fault: {type(error).__name__}: {error}\n  SELON_DEBUG=1 shows where; please tell us", err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _with_streams() -> None:
    """Put something in the place of a stream that the caller has closed; what is no UTF-8 (the name of a file) is written out."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _leave_stdout() -> None:
    """Let go of what could not be written."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _say_of_machine(error: OSError) -> None:
    place = error.filename
    if place is None:
        _leave_stdout()
    what, where = error.strerror or str(error), os.fsdecode(place) if isinstance(place, str | bytes) else "what the command prints"
    fix = "see that the disk has room, and that what the call names is there and may be read or written"
    _say(UsageError(what, where=where, fix=fix))


def _say(error: SelonError) -> None:
    from selon.cli.output import say

    for lead, words in (("selon: ", error.what), ("  where: ", error.where), ("  what to do: ", error.fix)):
        say(words, lead=lead)
