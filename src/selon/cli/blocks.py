"""`selon blocks`."""

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, parted, print_lines
from selon.show import listing, tsv
from selon.show.jsonl import blocks_line


@click.command(short_help="typed blocks and credit lines")
@reading_command
@click.option("--mask", type=click.Choice(["trafilatura"]), help="Ask another extractor about what is doubted of a page.")
def blocks(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool, mask: str | None) -> None:
    """Cut articles into typed blocks and credit lines; nothing is thrown away.

    PATH is a page, a PDF, a text, a table of articles, a feed, an archive, a folder of these, an address, or - for a pipe.
    In a pipe: article, characters, kind, text.

    \b
    Examples:
      selon blocks page.html
      selon blocks pages/ --json | jq .credits
      selon blocks page.html --mask trafilatura
    """
    articles, rejected = parted(given.articles(all_paths(paths, more_paths), mask=mask is not None))
    print_lines(map(blocks_line, articles), as_json=as_json, rows=tsv.blocks_rows, listing=lambda: map(listing.blocks, articles))
    finish(articles, rejected)
