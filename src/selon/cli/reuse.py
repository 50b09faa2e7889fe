"""`selon reuse`."""

import click

from selon import match
from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, parted, print_lines
from selon.show import listing, tsv
from selon.show.jsonl import reuse_line


@click.command(short_help="passages that stand in two articles")
@reading_command
def reuse(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Passages that stand in two articles, with what was cut or put in.

    In a pipe: article a, characters, article b, characters, words, direction.

    \b
    Examples:
      selon reuse pages/
      cat wire.jsonl | selon reuse - --json
    """
    articles, rejected = parted(given.articles(all_paths(paths, more_paths)))
    reuses = match.reuses(articles)
    texts = {article.id: article for article in articles}
    print_lines(
        map(reuse_line, reuses), as_json=as_json, rows=tsv.reuse_rows, listing=lambda: (listing.reuse(one, texts) for one in reuses)
    )
    finish(articles, rejected)
