"""`selon retract`."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import click

from selon.cli import given
from selon.cli.asked import story_of
from selon.cli.inputs import all_paths, input_paths
from selon.cli.output import end_progress, finish
from selon.cli.reporting import as_file, day, settings
from selon.disk import write
from selon.errors import Missing, NotFound, UsageError
from selon.pipeline import Answer


@click.command(short_help="issue a report again, with a note of what changed")
@click.argument("file", metavar="REPORT")
@input_paths
@click.option("--why", required=True, metavar="TEXT", help="Why the earlier report is withdrawn; it stands in the new one.")
@click.option("-o", "out", required=True, metavar="FILE", help="Write the new report to this file.")
@click.option("--day", "today", metavar="DATE", help="The day the new report bears (YYYY-MM-DD); without it, today.")
def retract(file: str, paths: tuple[str, ...], more_paths: tuple[str, ...], why: str, out: str, today: str | None) -> None:
    """Withdraw a report that `selon report` wrote, and issue it again from what the collection says now.

    The new one opens with a note: which report it replaces (day and hash), why, and what is different, line by line. Settings are those of
    the earlier one. Where its claim is not found any more, a page that says so is written.

    \b
    Examples:
      selon retract report.html pages/ --why "Ada Brynn asked for a correction" -o report-2.html
    """
    from selon.show import report as reports

    if os.path.realpath(out) == os.path.realpath(file):
        raise UsageError("this would write over the report that is withdrawn", where=out, fix="choose another file with -o")
    if not why.strip():
        raise UsageError(
            "it does not say why the report is withdrawn", where="--why", fix="say it in a few words: they stand in the new one"
        )
    content = _content(file)
    earlier = reports.read_back(content, where=file)
    among = all_paths(paths, more_paths)
    answer = given.answer(among)
    if not answer.readings:  # a claim that is not found where nothing was read was not withdrawn by anybody
        finish((), answer.rejected)
    plain = {
        "lang": "fr",
        "day": today,
        "operator": "",
        "contact": "",
        "reply": None,
        "named": (),
        "names": "roles",
        "reviewed_only": False,
    }
    told = replace(settings(among, **plain), **earlier["settings"])
    note = reports.Replaced(day=day(earlier["day"]), sha256=hashlib.sha256(content).hexdigest(), why=why, changes=())
    page = _page(answer, earlier, told, note)
    end_progress()
    write(Path(out), as_file(page, Path(out)))
    click.echo(f"selon: written: {out}", err=True)
    finish([reading.article for reading in answer.readings], answer.rejected)


def _page(answer: Answer, earlier: dict, told: object, note: object) -> str:  # type: ignore[type-arg]
    from selon.show import report as reports

    assert isinstance(told, reports.Settings)
    assert isinstance(note, reports.Replaced)
    readings = {reading.article.id: reading for reading in answer.readings}
    try:
        story = story_of(earlier["claim"], answer.lineage)
        fresh = reports.report(story, answer.lineage.edges, readings, answer.standing, told)
        now = reports.read_back(fresh.encode(), where="the new report")
        note = replace(note, changes=reports.differences(earlier["facts"], now["facts"]))
        return reports.report(story, answer.lineage.edges, readings, answer.standing, told, replaced=note)
    except NotFound:
        return reports.withdrawn(told, note)


def _content(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise Missing(f"the report cannot be read: {error.strerror}", where=file, fix="name a file that is there") from error
