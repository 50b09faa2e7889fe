"""`selon languages`."""

import click

from selon import pipeline
from selon.errors import TableError
from selon.languages import codes


@click.group(short_help="the tables of a language")
def languages() -> None:
    """The languages that Selon reads: a folder of tables each.

    \b
    Example:
      selon languages check fr
    """


@languages.command(short_help="check tables and examples")
@click.argument("code", nargs=-1, metavar="[CODE]…")
def check(code: tuple[str, ...]) -> None:
    """Check the tables of a language, and read its examples: what must be found, and what must be left alone.

    \b
    Examples:
      selon languages check
      selon languages check fr
    """
    wrong = 0
    for one in code or codes():
        report = pipeline.check_language(one)
        for failure in report.failures:
            click.echo(f"{one}\t{failure}")
        click.echo(f"{one}\t{report.rows} rows, {report.examples} examples, {len(report.failures)} not as they say")
        wrong += len(report.failures)
    if wrong:
        raise TableError(f"{wrong} examples are not read as they say", where="languages", fix="mend the table or the example that is named")
