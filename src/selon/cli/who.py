"""`selon who`."""

from pathlib import Path

import click

from selon import resolve
from selon.api.entities import entities as named
from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, parted, print_lines
from selon.errors import NotFound
from selon.show import listing, tsv
from selon.show.who import who_line


@click.command(short_help="a claimant: names, roles, what is attributed to it")
@click.argument("name", metavar="NAME")
@reading_command
@click.option("--entities", metavar="FILE", help="Your own table of persons and bodies: CSV, or FollowTheMoney entities as JSON Lines.")
def who(name: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool, entities: str | None) -> None:
    """A claimant in all articles: the names they use, its roles over time, what is attributed to it, what it denies.

    NAME is a name in any spelling, a surname, a body, or the beginning of an id. Persons of one name whom nothing else joins
    stay apart, and are said to be possibly the same. A table of your own joins whom it names: a CSV with the columns id, name,
    kind (person, body), aliases, country, role, or FollowTheMoney entities; a collection names one in selon.toml.
    In a pipe: id, name, day, article, characters, stance, words, role.

    \b
    Examples:
      selon who Valcastel pages/
      selon who "Office du détroit" pages/ --json | jq -r '.denials[]'
    """
    told = given.together(all_paths(paths, more_paths), named(Path(entities)).rows if entities else ())
    together, rejected = parted(told)
    by_id = {reading.article.id: reading for reading in together}
    found = resolve.profiles(name, together)
    lines = [who_line(one, by_id) for one in found]
    print_lines(lines, as_json=as_json, rows=tsv.who_rows, listing=lambda: (listing.who(one, by_id) for one in found))
    missed = NotFound(
        f"nothing is attributed to anybody of the name '{name}'",
        where="the paths of the call",
        fix="try a surname, or another spelling; selon attributions PATH lists all claimants",
    )
    finish([reading.article for reading in together], rejected, missed=None if found else missed)
