"""`selon stats`."""

from dataclasses import asdict

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, print_lines
from selon.show.lines import StatsLine
from selon.show.listing import research as listing
from selon.show.research.counting import BY, counted
from selon.show.tsv import row


@click.command(short_help="counts by outlet, language, month or claimant")
@reading_command
@click.option("--by", type=click.Choice(BY), default="outlet", show_default=True, help="One row for each of these.")
def stats(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool, by: str) -> None:
    """How many articles, distinct texts, attributions, hedges, denials and claims there are, each with its denominator.

    claims are those that `selon claims` lists; first counts those of which a group holds the only earliest text, in this collection; taken
    and given count links with a direction. Two claimants of one name stay apart, by the beginnings of their ids.
    In a pipe: group, articles, texts, undated, attributions, named, direct, hedged, denied, claims, first, taken, given.

    \b
    Examples:
      selon stats pages/ --by outlet
      selon stats pages/ --by claimant --json | jq -r .group
    """
    answer = given.answer(all_paths(paths, more_paths))
    lines = [StatsLine(**asdict(one)) for one in counted(answer.readings, answer.lineage, by=by)]
    names = StatsLine.__struct_fields__
    print_lines(
        lines, as_json=as_json, rows=lambda line: iter([row(getattr(line, name) for name in names)]),
        listing=lambda: [listing.stats(lines, by)],
    )  # fmt: skip
    finish([reading.article for reading in answer.readings], answer.rejected)
