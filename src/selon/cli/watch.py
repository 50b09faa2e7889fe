"""`selon watch`."""

import time
from collections.abc import Iterator
from pathlib import Path

import click
from lxml import etree

from selon import api
from selon.cli import adding
from selon.cli.output import print_lines
from selon.cli.waiting import Waiting
from selon.errors import Empty, Malformed, Missing
from selon.model.addition import Addition, Outcome
from selon.read import fetch
from selon.read.said import web
from selon.show import listing, tsv
from selon.show.jsonl import add_line

_MINUTES = 15  # at least, between two rounds: feeds seldom change more often
_MOST_BYTES = 10_000_000


@click.command(short_help="ask the feeds of a list for what is new, politely")
@click.argument("feeds", metavar="OPML")
@click.option("--to", type=click.Path(path_type=Path), metavar="DIR", help="The collection, made if need be; else the current folder.")
@click.option(
    "--every", type=click.IntRange(_MINUTES), metavar="MINUTES", help=f"Go on, a round every so many minutes ({_MINUTES} at least)."
)
@click.option("--rounds", type=click.IntRange(1), metavar="N", help="Stop after so many rounds.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1), metavar="N", help="Pages at most of each feed in a round.")
@click.option("--since", metavar="DATE", help="Only what is dated then (YYYY-MM-DD) or later.")
@click.option("--contact", metavar="ADDRESS", help="Where a site can reach you; sent with each request (or SELON_CONTACT).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def watch(
    feeds: str, to: Path | None, every: int | None, rounds: int | None, limit: int, since: str | None, contact: str | None, as_json: bool
) -> None:  # fmt: skip
    """Ask every feed of a list for what is new and keep it, once, or again and again with --every; Ctrl-C ends it.

    OPML is the list that feed readers export, or a text file with one address a line. What is asked, and how slowly, is as in `selon add`:
    robots.txt holds, a host is asked one page at a time, what is held is not asked for again. In a pipe:
    as `selon add`; so is the exit code, of the last round.

    \b
    Examples:
      selon watch feeds.opml --to harbour
    """
    listed = addresses(Path(feeds))
    settings = fetch.settings(contact=contact, pause_seconds=None)
    choice = fetch.Choice(again=False, limit=limit, since=since)
    number = 0
    while True:
        number += 1
        done = _round(listed, to, settings, choice, as_json)
        if every is None or number == rounds:
            break
        time.sleep(every * 60)
    if code := adding.exit_code(done):
        raise click.exceptions.Exit(code)


def addresses(path: Path) -> list[str]:
    """The feeds of a list, each once.

    Raises:
        Empty: it names none.
        Malformed: it is neither OPML nor a list of addresses.
        Missing: there is no such file.
    """
    try:
        content = path.read_bytes()[:_MOST_BYTES]
    except OSError as error:
        raise Missing(f"the list cannot be read: {error.strerror}", where=str(path), fix="name a file that is there") from error
    found = list(dict.fromkeys(filter(None, map(web, _named(content, path)))))
    if not found:
        raise Empty("the list names no feed", where=str(path), fix="export it again as OPML, or write one address a line")
    return found


def _named(content: bytes, path: Path) -> Iterator[str | None]:
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield from (line.strip() for line in content.decode("utf-8", "replace").splitlines() if not line.startswith("#"))
        return
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, recover=False))
    except etree.XMLSyntaxError as error:
        raise Malformed("the list is no OPML", where=str(path), fix="export it again from your feed reader") from error
    yield from (one.get("xmlUrl") for one in tree.iter("outline"))


def _round(listed: list[str], to: Path | None, settings: fetch.Settings, choice: fetch.Choice, as_json: bool) -> list[Addition]:
    """Ask each feed once, and say what came; a feed that does not answer is said, and the others go on."""
    captures = fetch.captures_folder(to, Path.cwd())
    collection = api.found(captures.parent)
    erased = collection.erased() if collection else None
    done: list[Addition] = []
    with Waiting() as waiting:
        found = fetch.additions(listed, captures, settings=settings, choice=choice, erased=erased, say=waiting.say, tell=waiting.tell)
        fresh = (one for one in adding.noted(waiting.above(found), done) if one.outcome not in (Outcome.HELD, Outcome.UNCHANGED))
        print_lines(map(add_line, fresh), as_json=as_json, rows=tsv.add_rows, listing=lambda: map(listing.addition, fresh))
    click.echo(f"selon: {adding.counted(done)}", err=True)
    return done
