"""`selon diff`."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import click
import msgspec

from selon.api.finding import is_result
from selon.cli import given
from selon.cli.export import material_of
from selon.cli.output import finish, print_lines
from selon.errors import Malformed, UsageError
from selon.pipeline import Answer
from selon.show.exports.tables import TABLES, rows
from selon.show.lines import DiffLine
from selon.show.listing import research as listing
from selon.show.numbers import counted
from selon.show.research.differing import KEYS, RESULT_KEYS, differences
from selon.show.tsv import row


@click.command(short_help="which answers changed between two exports or collections")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option(
    "--table",
    "tables",
    multiple=True,
    type=click.Choice(sorted({*TABLES, *RESULT_KEYS})),
    help="Only this table; may be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def diff(before: str, after: str, tables: tuple[str, ...], as_json: bool) -> None:
    """Which rows of the answer came, went or changed between A and B, and in which column.

    A and B are files of `selon export jsonl` (kept from two versions of the rules, say), collections, or folders of articles; or both are
    folders that `selon run --in --out` has made. Nothing is printed where nothing is different. In a pipe: table, key, added removed or
    changed, column, before, after.

    \b
    Examples:
      selon diff before.jsonl pages/ --table claims
    """
    results = [is_result(Path(one)) for one in (before, after)]
    if any(results) and not all(results):
        fix = f"selon load {before if results[0] else after} --to DIR makes a collection of it: compare that"
        raise UsageError("one is a result of a run over files, the other is none", where=f"{before}, {after}", fix=fix)
    seen: list[Answer] = []
    read = _result if all(results) else partial(_rows, seen=seen)
    keys = RESULT_KEYS if all(results) else KEYS
    for table in tables:
        if table not in keys:
            raise UsageError(f"there is no table '{table}' in what is compared", where="--table", fix=f"one of {', '.join(sorted(keys))}")
    found = differences(read(before, tables), read(after, tables), keys=keys)
    lines = [DiffLine(**asdict(one)) for one in found]
    print_lines(
        lines, as_json=as_json, listing=lambda: map(listing.difference, lines),
        rows=lambda line: iter([row([line.table, line.key, line.what, line.column, line.before, line.after])]),
    )  # fmt: skip
    click.echo(f"selon: {counted(len(lines), 'difference')}", err=True)
    if seen:
        finish([one.article for answer in seen for one in answer.readings], [one for answer in seen for one in answer.rejected])


def _result(path: str, tables: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The rows of a result, without what only says where they stand in it."""
    from selon.api.large import result

    held = result.Result.of(Path(path))
    for table in tables or tuple(RESULT_KEYS):
        yield from ({"table": table, **one} for one in held.told(table))


def _rows(path: str, tables: tuple[str, ...], *, seen: list[Answer]) -> Iterator[dict[str, Any]]:
    """The rows of an export, or those that an export of the path would have; what was read for them is added to `seen`.

    Raises:
        NothingRead: the path holds nothing.
    """
    if Path(path).is_file() and path.endswith(".jsonl"):
        yield from (one for one in _kept(Path(path)) if not tables or one.get("table") in tables)
        return
    answer = given.answer((path,))
    if not answer.readings:
        finish((), answer.rejected)
    seen.append(answer)
    held = material_of(answer, claim_id=None, every=False, with_text=True, day="1970-01-01")
    for table in tables or tuple(TABLES):
        yield from ({"table": table, **one} for one in rows(table, held))


def _kept(path: Path) -> Iterator[dict[str, Any]]:
    decoder = msgspec.json.Decoder(dict[str, Any])
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            told = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise Malformed(
                "the line is no row of an export", where=f"{path}, line {number}", fix="give a file of selon export jsonl"
            ) from error
        if "table" not in told:
            raise Malformed("the line names no table", where=f"{path}, line {number}", fix="give a file of selon export jsonl")
        yield told
