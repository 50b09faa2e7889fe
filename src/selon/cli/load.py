"""`selon load`."""

from pathlib import Path

import click

from selon.cli.output import end_progress, engine
from selon.cli.run import said


@click.command(short_help="bring a result of a run over files into a collection")
@click.argument("result", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--to", type=click.Path(path_type=Path), metavar="DIR", help="The collection, made if need be; else the current folder.")
@click.option("--where", metavar="CONDITION", help="Only articles that meet it: SQL over the columns of the table articles.")
def load(result: Path, to: Path | None, where: str | None) -> None:
    """Bring what `selon run --in --out` has made into a collection, all of it or a slice, and join that.

    Articles are not read again. A condition names columns of the table articles (docs/records.md, ArticleRow), such as id, outlet, title,
    lang, day and text; it needs DuckDB.

    \b
    Examples:
      selon load results --to archive
      selon load results --to french --where "lang = 'fr' and day >= '2019-03'"
    """
    from selon.api.large import load as loaded

    report = loaded(result, to or Path.cwd(), engine=engine(), where=where)
    end_progress()
    click.echo(said(report))
