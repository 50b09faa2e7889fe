"""The collection that a command works in."""

from collections.abc import Callable
from functools import wraps
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


def collection_argument(function: F) -> F:
    """Give a command that takes nothing else its DIR, or the same as `--collection`; the function gets `folder`.

    Raises:
        UsageError: when it is called: both are given, and differ.
    """

    @wraps(function)
    def with_folder(**given: Any) -> Any:
        named, folder = given.pop("named"), given.pop("folder")
        if named is not None and folder is not None and named != folder:
            raise UsageError(f"two collections: {named} and {folder}", where="the call", fix="name one of them")
        return function(folder=named if named is not None else folder, **given)

    decorate = click.argument("named", type=click.Path(path_type=Path), required=False, metavar="[DIR]")
    decorated: Any = collection_option(decorate(with_folder))
    result: F = decorated
    return result


def the_collection(folder: Path | None) -> api.Collection:
    """The collection that is named, or the one of the current folder.

    Raises:
        UsageError: there is none.
    """
    collection = api.found(folder or Path.cwd())
    if collection is None:
        place = folder or Path.cwd()
        fix = "go into a collection, name one with --collection, or make one: selon new DIR"
        if not place.exists():
            raise UsageError("there is no such folder", where=str(place), fix=fix)
        if place.is_file():
            raise UsageError(
                "a collection is a folder, and this is a file", where=str(place), fix=f"selon add {place} --to DIR keeps it in one"
            )
        raise UsageError("this folder is no collection", where=str(place), fix=fix)
    return collection
