"""Where results, progress and rejected records go, and with which exit code.

Stdout carries results only: a coloured listing on a terminal, tab-separated rows in a pipe, JSON Lines with --json.
Progress and rejected records go to stderr, progress only to a terminal.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import click
from msgspec import Struct

from selon.engine import Local
from selon.errors import InputError, NotFound, NothingRead
from selon.model.article import Article
from selon.model.rejected import Rejected
from selon.show.jsonl import as_json as encode
from selon.show.visible import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

T = TypeVar("T")
L = TypeVar("L", bound=Struct)

_SHOWN = 20
_SAID_CHARS = 1_000  # of one line on stderr


def engine() -> Local:
    """The engine of this machine, with progress on a terminal."""
    return Local(workers=min(4, os.cpu_count() or 1), progress=_progress if sys.stderr.isatty() else None)


def is_for_people() -> bool:
    """Does somebody look at stdout?"""
    return sys.stdout.isatty()


def console() -> "Console":
    """The terminal; colours as it allows."""
    from rich.console import Console  # a pipe has no use for it

    return Console(highlight=False, soft_wrap=False)


def print_lines(
    lines: Iterable[L], *, as_json: bool, rows: Callable[[L], Iterator[str]], listing: Callable[[], "Iterable[RenderableType]"]
) -> None:
    """Print lines as JSON, as rows, or, for people, what `listing` yields."""
    end_progress()
    if as_json:
        for line in lines:
            click.echo(encode(line))
    elif is_for_people():
        from selon.show.listing.marks import Harmless  # a pipe has no use for it

        terminal = console()
        for part in listing():
            terminal.print(Harmless(part))
    else:
        for line in lines:
            for row in rows(line):
                click.echo(row)


def say(words: str, *, lead: str = "selon: ") -> None:
    """Print one line on stderr; what a file or an article put into it is not obeyed."""
    shown = visible(words[:_SAID_CHARS])
    click.echo(f"{lead}{shown}{' …' if len(words) > _SAID_CHARS else ''}", err=True)


def parted(records: Iterable[T | Rejected]) -> tuple[list[T], list[Rejected]]:
    """What was read, and what was rejected, each in its order."""
    kept: list[T] = []
    rejected: list[Rejected] = []
    for record in records:
        if isinstance(record, Rejected):
            rejected.append(record)
        else:
            kept.append(record)
    return kept, rejected


def finish(articles: Iterable[Article], rejected: Iterable[Rejected], *, missed: NotFound | None = None) -> None:
    """Say what did not come out whole and what was rejected; exit with 3 if something was, with 2 if nothing else was read.

    `missed` is what the call looked for in these articles and did not find: said last, it is the end of a call that read something.

    Raises:
        NothingRead: the paths hold nothing at all.
        NotFound: `missed`.
    """
    articles, rejected = tuple(articles), tuple(rejected)
    said = [f"not whole: {article.address}: {article.degraded}" for article in articles if article.degraded]
    said += [f"not read: {one.where}: {one.what}; {one.fix}" for one in rejected]
    for line in said[:_SHOWN]:
        say(line)
    if len(said) > _SHOWN:
        say(f"… and {len(said) - _SHOWN} more")
    if said and articles:
        say(f"{len(articles)} read, {len(said) - len(rejected)} of them not whole, {len(rejected)} rejected")
    if missed and articles:
        raise missed
    if said and articles:
        raise click.exceptions.Exit(InputError.exit_code)
    if rejected:
        raise click.exceptions.Exit(NothingRead.exit_code)
    if not articles:
        raise NothingRead("there was nothing to read", where="the paths of the call", fix="name a file or a folder that holds articles")


def end_progress() -> None:
    """Clear the line of progress, so that results begin on a line of their own."""
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", err=True, nl=False)


def _progress(done: int) -> None:
    if done % 10 == 0:
        click.echo(f"\r{done} articles read", err=True, nl=False)
