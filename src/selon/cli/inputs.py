"""The arguments that all reading commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from selon import api
from selon.api.finding import is_result
from selon.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


def input_paths(function: F) -> F:
    """Give a command its PATHs and `--in`; the function gets `paths` and `more_paths`."""
    for decorate in (
        click.option(
            "--in", "--collection", "more_paths", multiple=True, metavar="PATH", help="A PATH, or a collection; can be given several times."
        ),
        click.argument("paths", nargs=-1, metavar="PATH…"),
    ):
        function = decorate(function)
    return function


def reading_command(function: F) -> F:
    """Give a command its PATHs, `--in` and `--json`; the function gets `paths`, `more_paths` and `as_json`."""
    return input_paths(click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")(function))


def all_paths(paths: tuple[str, ...], more_paths: tuple[str, ...]) -> tuple[str, ...]:
    """Every path of the call; none where the current folder is a collection, which is then meant.

    Raises:
        UsageError: there is none, and the current folder is no collection that was run; or one is a result.
    """
    collection = api.found(Path.cwd())
    if not paths and not more_paths and not (collection and collection.was_run()):
        raise UsageError("nothing to read", where="the call", fix="name a file, a folder, an address, or - for what comes through a pipe")
    check_no_result(*paths, *more_paths)
    return (*paths, *more_paths)


def check_no_result(*paths: str) -> None:
    """See that what is read are texts, and not tables that a run made of them.

    Raises:
        UsageError: a folder is the result of a run over files, or a path has no name: it would stand for the current folder.
    """
    if not all(path.strip() for path in paths):
        fix = "name a file or a folder; . is the current one; a variable of the shell that is not set gives an empty name"
        raise UsageError("one of the paths is empty", where="the call", fix=fix)
    result = next((path for path in paths if is_result(Path(path))), None)
    if result is not None:
        fix = f"selon load {result} --to DIR brings it into a collection: name that"
        raise UsageError("this folder is the result of a run over files, and holds no texts to read", where=result, fix=fix)
