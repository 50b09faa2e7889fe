"""`selon export`."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from selon import __version__
from selon.cli import given
from selon.cli.asked import story_asked
from selon.cli.inputs import all_paths, input_paths
from selon.cli.output import end_progress, finish, is_for_people
from selon.cli.reporting import day as the_day
from selon.disk import write
from selon.errors import UsageError
from selon.pipeline import Answer
from selon.show import exports
from selon.show.exports import DEFAULT_TABLE, EXPORTERS
from selon.show.exports.tables import TABLES
from selon.show.numbers import counted
from selon.show.whose import is_listed


@click.command(short_help="the answer as files for other programs")
@click.argument("name", metavar="FORMAT", type=click.Choice(list(EXPORTERS)))
@input_paths
@click.option("-o", "out", metavar="FILE", help="Write to this file; a folder (its name ends in /) gets one file a table.")
@click.option("--claim", "claim_id", metavar="CLAIM", help="Only this claim, and the articles that carry or deny it.")
@click.option("--table", type=click.Choice(list(TABLES)), help=f"For csv and parquet: which table.  [default: {DEFAULT_TABLE}]")
@click.option("--all", "every", is_flag=True, help="The narrator's statements that stand in one text only, too.")
@click.option("--no-text", is_flag=True, help="Positions and hashes only: no words of the articles but names.")
@click.option("--day", metavar="DATE", help="The day the export bears (YYYY-MM-DD); without it, today.")
def export(
    name: str, paths: tuple[str, ...], more_paths: tuple[str, ...], out: str | None, claim_id: str | None, table: str | None, every: bool,
    no_text: bool, day: str | None,
) -> None:  # fmt: skip
    """Write the answer in the FORMAT of another program; how much it holds is said on stderr.

    FORMAT is csv or parquet (one table), jsonl (all tables), gexf or graphml (the lineage, for graph programs), annotation (W3C Web
    Annotation), prov or prov-json (PROV-O as Turtle or JSON-LD), schemaorg (Claim and NewsArticle), stix (STIX 2.1), ninjs (IPTC).
    docs/exports.md says what stands in each. The same answer, version and day give the same bytes.

    \b
    Examples:
      selon export csv pages/ -o appearances.csv
      selon export parquet pages/ -o tables/
      selon export gexf pages/ -o lineage.gexf
      selon export annotation pages/ --claim 0f07e8 --no-text -o claim.jsonld
    """
    if table and not EXPORTERS[name].of_tables:
        raise UsageError(f"{name} holds no single table", where="--table", fix="leave --table out, or export csv or parquet")
    answer = given.answer(all_paths(paths, more_paths))
    whole = material_of(answer, claim_id=claim_id, every=every, with_text=not no_text, day=the_day(day))
    end_progress()
    if out and out.endswith("/"):
        tables = TABLES if EXPORTERS[name].of_tables and not table else (table or DEFAULT_TABLE,)
        for one in tables:
            made = exports.export(name, whole, table=one)
            _put(made, Path(out) / f"{one if EXPORTERS[name].of_tables else 'selon'}.{made.ending}")
    else:
        _put(exports.export(name, whole, table=table or DEFAULT_TABLE), Path(out) if out else None)
    finish([reading.article for reading in answer.readings], answer.rejected)


def material_of(answer: Answer, *, claim_id: str | None, every: bool, with_text: bool, day: str) -> exports.Material:
    """What is exported of an answer: the claims that `selon claims` lists, every statement, or one claim."""
    told = (
        answer.lineage
        if every or claim_id
        else replace(answer.lineage, stories=tuple(one for one in answer.lineage.stories if is_listed(one.claim)))
    )
    story = story_asked(claim_id, answer) if claim_id else None
    return exports.material(
        answer.readings, answer.reuses, told, day=day, version=__version__, with_text=with_text, story=story
    )  # fmt: skip


def _put(made: exports.Export, path: Path | None) -> None:
    """Write a file, or stdout; say how much it holds."""
    if path is not None:
        write(path, made.content)
    elif is_for_people() and b"\x00" in made.content:
        raise UsageError("this format is not for a terminal", where="the call", fix="name a file with -o")
    else:
        sys.stdout.buffer.write(made.content)
        sys.stdout.buffer.flush()
    click.echo(f"selon: {counted(made.count, made.things.removesuffix('s'))}{f' in {path}' if path else ''}", err=True)
