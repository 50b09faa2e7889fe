"""`selon search`."""

from dataclasses import replace
from pathlib import Path

import click

from selon.cli.output import print_lines
from selon.cli.within import collection_option, the_collection
from selon.errors import NotFound
from selon.model.attribution import Stance
from selon.show import listing, tsv
from selon.show.collections import search_line
from selon.store import Wanted, What


@click.command(short_help="passages, articles and claims by words, claimant, outlet, date")
@click.argument("several", nargs=-1, metavar="[WORDS]…")
@collection_option
@click.option("--by", "claimant", metavar="NAME", help="Only what this claimant is said to have said.")
@click.option("--outlet", help="Only in this outlet.")
@click.option("--lang", help="Only in this language (fr, en, …).")
@click.option("--stance", type=click.Choice([stance.value for stance in Stance]), help="Only what is told so.")
@click.option("--since", metavar="DATE", help="Only in articles of this day (YYYY-MM-DD) or later.")
@click.option("--until", metavar="DATE", help="Only in articles of this day or earlier.")
@click.option(
    "--what", type=click.Choice([what.value for what in What]), default=What.PASSAGES.value, show_default=True, help="Find these."
)
@click.option("--before", type=int, metavar="KEY", help="Go on behind the last one shown: its `key`.")
@click.option("--most", default=20, show_default=True, type=click.IntRange(1, 100_000), help="Show so many at most.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def search(
    several: tuple[str, ...], folder: Path | None, claimant: str | None, outlet: str | None, lang: str | None, stance: str | None,
    since: str | None,
    until: str | None, what: str, before: int | None, most: int, as_json: bool,
) -> None:  # fmt: skip
    """What holds all WORDS, the newest first. Accents, ligatures and case do not matter.

    Passages are attributions and titles; articles are found by any of their words, claims by those of any of their appearances.
    "…" asks for a phrase, a star at the end of a word for its beginning.
    In a pipe: day, outlet, article, characters, claimant, stance, words, claim, key.

    \b
    Examples:
      selon search barriere port
      selon search '"poste de commande" sirèn*' --since 2031-03-12
      selon search --by Valcastel --stance hedged --json
      selon search barriere --what claims --lang fr
    """
    collection = the_collection(folder)
    words = " ".join(several)
    wanted = Wanted(
        words=words, claimant=claimant, outlet=outlet, lang=lang, stance=stance, since=since, until=until, most=most,
        what=What(what), before=before,
    )  # fmt: skip
    found = collection.search(wanted)
    lines = [search_line(one) for one in found]
    print_lines(lines, as_json=as_json, rows=tsv.search_rows, listing=lambda: map(listing.found, lines))
    if not found:
        is_narrowed = any((claimant, outlet, lang, stance, since, until, before))
        fix = f"ask for fewer words, or for the beginning of one: port*{'; or leave out one of the options' if is_narrowed else ''}"
        if wanted.what is What.PASSAGES and not (claimant or stance) and collection.search(replace(wanted, what=What.ARTICLES, most=1)):
            fix = "the text of an article does: ask for --what articles; a passage is a title or what somebody is said to have said"
        raise NotFound(f"no {wanted.what.value.removesuffix('s')} holds all of this", where=str(collection.folder), fix=fix)
