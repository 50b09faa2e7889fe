"""`selon near`."""

import click

from selon import match
from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, print_lines
from selon.errors import NotFound
from selon.show import listing, tsv
from selon.show.lookups import near_line


@click.command(short_help="the sentences nearest to some words")
@click.argument("words", metavar="WORDS")
@reading_command
@click.option("--most", default=10, show_default=True, type=click.IntRange(1, 1000), help="Show so many sentences at most.")
def near(words: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool, most: int) -> None:
    """The sentences nearest to WORDS, and the claims they carry: is this already told here, and by whom?

    WORDS is a sentence or a quotation, in the language of the articles; endings, accents and order do not matter.
    In a pipe: article, characters, score, claims, sentence.

    \b
    Examples:
      selon near "la barrière s'est refermée sans sirène" pages/
      selon near "the barrier closed" pages/ --json | jq -r .article
    """
    answer = given.answer(all_paths(paths, more_paths))
    texts = {reading.article.id: reading.article for reading in answer.readings}
    found = match.near(words, list(texts.values()), most=most)
    stories = answer.lineage.stories
    lines = [near_line(one, texts, stories) for one in found]
    print_lines(lines, as_json=as_json, rows=tsv.near_rows, listing=lambda: listing.near(found, stories, texts))
    missed = NotFound(
        "no sentence is near to these words", where="the paths of the call", fix="try fewer words, or the words of the article"
    )
    finish(texts.values(), answer.rejected, missed=None if found else missed)
