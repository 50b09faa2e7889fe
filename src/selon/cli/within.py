"""The collection that a command works in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from selon import api
from selon.errors import UsageError

F = TypeVar("F", bound=Callable[..., Any])


def collection_option(function: F) -> F:
    """Give a command its `--collection`; the function gets `folder`."""
    decorate = click.option(
        "--collection", "folder", type=click.Path(path_type=Path), metavar="DIR", help="The collection; else the current folder."
    )
    return decorate(function)


def the_collection(folder: Path | None) -> api.Collection:
    """The collection that is named, or the one of the current folder.

    Raises:
        UsageError: there is none.
    """
    collection = api.found(folder or Path.cwd())
    if collection is None:
        fix = "go into a collection, name one with --collection, or make one: selon new DIR"
        raise UsageError("this folder is no collection", where=str(folder or Path.cwd()), fix=fix)
    return collection
