"""`selon denials`."""

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, print_lines
from selon.show import listing, tsv
from selon.show.lookups import denials_lines


@click.command(short_help="who denied what, and who does not say so")
@reading_command
def denials(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Every denial, the claim it is tied to, and how many later articles repeat the claim without a word of it.

    A denial has somebody who denies: explicit; declined (to confirm or comment); unconfirmed; second-hand (known only from
    another's mouth). One that is tied to no claim here is listed as open, with the reason.
    In a pipe: article, characters, by, kind, claim, later articles, silent ones, words.

    \b
    Examples:
      selon denials pages/
      selon denials pages/ --json | jq -r 'select(.claim == null) | .tie'
    """
    answer = given.answer(all_paths(paths, more_paths))
    texts = {reading.article.id: reading.article for reading in answer.readings}
    print_lines(
        denials_lines(answer.lineage, texts), as_json=as_json, rows=tsv.denials_rows, listing=lambda: listing.denials(answer.lineage, texts)
    )
    finish(texts.values(), answer.rejected)
