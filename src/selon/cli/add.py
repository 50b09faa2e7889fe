"""`selon add`."""

import re
from pathlib import Path

import click

from selon import api, read
from selon.cli import adding
from selon.cli.inputs import check_no_result
from selon.cli.output import is_for_people, print_lines
from selon.cli.waiting import Waiting
from selon.errors import InputError, NothingRead, UsageError
from selon.model.addition import Addition
from selon.read import fetch
from selon.show import listing, tsv
from selon.show.jsonl import add_line
from selon.show.visible import visible

_PAGES = 500  # of one feed or sitemap in one run, if the call says nothing: with the usual pause, some forty minutes of one host


@click.command(short_help="keep pages, feeds, sitemaps and files in a collection")
@click.argument("sources", nargs=-1, metavar="SOURCE…")
@click.option("--to", type=click.Path(path_type=Path), metavar="DIR", help="The collection, made if need be; else the current folder.")
@click.option("--limit", default=_PAGES, show_default=True, metavar="N", help="Pages at most of each feed or sitemap.")
@click.option("--since", metavar="DATE", help="Of feeds and sitemaps, only what is dated then (YYYY-MM-DD) or later.")
@click.option("--again", is_flag=True, help="Of feeds and sitemaps, also ask for pages that are held.")
@click.option("--pause", type=float, metavar="SECONDS", help="Between two pages of one host; 5 at least, and if nothing is said.")
@click.option("--contact", metavar="ADDRESS", help="Where a site can reach you; sent with each request (or SELON_CONTACT).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def add(
    sources: tuple[str, ...],
    to: Path | None,
    limit: int,
    since: str | None,
    again: bool,
    pause: float | None,
    contact: str | None,
    as_json: bool,
) -> None:
    """Keep pages as evidence, in the folder `captures` of a collection: each fetch as WARC records with digests.

    SOURCE is the address of a page, a feed or a sitemap, or a file or folder of your own, which is copied. What a feed, a sitemap or a list
    of Media Cloud (CSV) lists is fetched too, slowly, and as its host's robots.txt allows. What has not changed is not kept twice; a run
    that was cut short goes on when it is called again. Then read the folder: selon claims DIR. docs/fetching.md says what is asked, kept
    and refused.
    In a pipe: outcome, status, address, final address, capture, digest, reason.

    \b
    Examples:
      selon add page.html pages/ --to harbour
      selon add other.html --to harbour --json | jq .outcome
    """
    if not sources:
        raise UsageError("nothing to add", where="the call", fix="name an address, a file or a folder")
    check_no_result(*sources)
    sources = tuple(address for one in sources for address in read.listed_in(Path(one)) or (one,))
    choice = fetch.Choice(again=again, limit=_count(limit), since=_day(since))
    settings = fetch.settings(contact=contact, pause_seconds=pause)
    captures = fetch.captures_folder(to, Path.cwd())
    collection = api.found(captures.parent)
    erased = collection.erased() if collection else None
    done: list[Addition] = []
    with Waiting() as waiting:
        found = fetch.additions(sources, captures, settings=settings, choice=choice, erased=erased, say=waiting.say, tell=waiting.tell)
        additions = adding.noted(waiting.above(found), done)
        print_lines(map(add_line, additions), as_json=as_json, rows=tsv.add_rows, listing=lambda: map(listing.addition, additions))
    _finish(done, is_shown=is_for_people() and not as_json)


def _count(limit: int) -> int:
    if limit < 1:
        raise UsageError(f"{limit} pages are none", where="--limit", fix="give a number from 1 on")
    return limit


def _day(since: str | None) -> str | None:
    if since is not None and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", since):
        raise UsageError(f"'{since}' is no date", where="--since", fix="write it YYYY-MM-DD, YYYY-MM or YYYY")
    return since


def _finish(done: list[Addition], *, is_shown: bool) -> None:
    """Say what is missing, unless it is shown already, and how many of each; exit with 3 if something is missing, with 2 if all is."""
    bad = [one for one in done if one.outcome not in adding.WELL]
    for one in () if is_shown else bad:
        click.echo(visible(f"selon: {one.outcome}: {one.url}: {one.reason}"), err=True)
    code = adding.exit_code(done)
    if code == InputError.exit_code:
        click.echo(f"selon: {adding.counted(done)}", err=True)
    if code:
        raise click.exceptions.Exit(code)
    if not done:
        raise NothingRead(
            "there was nothing to add", where="the sources of the call", fix="name an address, a file or a folder with files in it"
        )
