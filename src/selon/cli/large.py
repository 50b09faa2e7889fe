"""A run over files, into tables: what `selon run --in --out` asks for, and how far it is."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import click

from selon.cli.output import end_progress, say
from selon.engine.tables import Tables
from selon.errors import InputError, UsageError

F = TypeVar("F", bound=Callable[..., Any])

_SHOWN = 20
_COUNTED = ("articles", "attributions", "reuses", "claims", "edges")


@dataclass(frozen=True, slots=True)
class Large:
    """What the call says of a run over files."""

    paths: tuple[str, ...]
    out: Path | None
    engine: str
    master: str | None
    records: int
    memory: int  # MB
    only_reuse: bool
    entities: Path | None

    @property
    def is_asked(self) -> bool:
        """Is a run over files meant, and not one of a collection?"""
        return bool(self.paths) or self.out is not None or self.entities is not None


def large_options(function: F) -> F:
    """Give a command the options of a run over files; the function gets them as `large`."""
    names = ("paths", "out", "engine", "master", "records", "memory", "only_reuse", "entities")

    @wraps(function)
    def with_large(**given: Any) -> Any:
        return function(large=Large(*(given.pop(name) for name in names)), **given)

    decorated: Any = with_large
    for decorate in (
        click.option(
            "--entities", type=click.Path(path_type=Path), metavar="FILE", help="Your own table of persons and bodies, for --in and --out."
        ),
        click.option("--only-reuse", is_flag=True, help="Join passages alone: no claims, no lineage."),
        click.option(
            "--memory", default=1_000, show_default=True, metavar="MB", help="For a join on this machine; what is over it goes to the disk."
        ),
        click.option("--records", default=1_000, show_default=True, metavar="N", help="Of a large file in one part."),
        click.option("--master", metavar="URL", help="Of the cluster, for Spark: spark://HOST:7077, yarn, k8s://…, local[2]."),
        click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True, help="What carries the run."),
        click.option("--out", type=click.Path(path_type=Path), metavar="DIR", help="Folder for the tables."),
        click.option(
            "--in", "paths", multiple=True, metavar="PATH", help="A file or folder to read, as tables; can be given several times."
        ),
    ):
        decorated = decorate(decorated)
    result: F = decorated
    return result


def run_large(asked: Large, *, again: bool) -> None:
    """Run, and say what came out.

    Raises:
        UsageError: --in or --out is missing, or what the engine needs is not installed.
    """
    if not asked.paths or asked.out is None or again:
        raise UsageError("a run over files needs --in and --out, and no --again", where="the call", fix="selon run --in PATH --out DIR")
    from selon.api.entities import Entities, entities
    from selon.api.large import Settings, run

    tables = _engine(asked)
    try:
        named = entities(asked.entities) if asked.entities else Entities()
        settings = Settings(records=asked.records, joined=not asked.only_reuse, entities=named)
        report = run(asked.paths, asked.out, engine=tables, settings=settings, tell=_Telling().tell if sys.stderr.isatty() else None)
    finally:
        tables.stop()
    end_progress()
    repeated = report.result.count("repeated")  # these stand among the rejected
    counted = [name for name in _COUNTED if not asked.only_reuse or name not in ("claims", "edges")]
    held = ", ".join(f"{report.result.count(name) - (repeated if name == 'articles' else 0)} {name}" for name in counted)
    kept = sum(stage.parts - stage.made for stage in report.stages)
    rejected = report.result.rejected()
    click.echo(f"{held}, {len(rejected)} rejected; {report.made} parts made, {kept} kept")
    for one in rejected[:_SHOWN]:
        say(f"not read: {one.where}: {one.what}; {one.fix}")
    if rejected:
        raise click.exceptions.Exit(InputError.exit_code)


def _engine(asked: Large) -> Tables:
    if asked.engine == "local":
        from selon.engine.local_tables import LocalTables

        spill = Path(tempfile.gettempdir()) / f"selon-{os.getpid()}"
        return LocalTables(workers=os.cpu_count() or 1, memory_bytes=asked.memory * 1_000_000, spill=spill)
    if find_spec("pyspark") is None:
        raise UsageError("Spark needs PySpark, which is not installed", where="--engine spark", fix="pip install 'selon[spark]'")
    from selon.engine.with_pyspark import SparkTables

    return SparkTables(master=asked.master)


@dataclass(slots=True)
class _Telling:
    """One line on the terminal: the stage, its parts, the rate, the time left."""

    stage: str = ""
    since: float = 0.0

    def tell(self, stage: str, done: int, parts: int, kept: int) -> None:
        """Say how far the run is."""
        if stage != self.stage:
            self.stage, self.since = stage, time.monotonic()
        made, passed = done - kept, time.monotonic() - self.since
        rate = (
            f", {60 * made / passed:.1f} a minute, {_span((parts - done) * passed / made)} left" if made and passed and done < parts else ""
        )
        click.echo(f"\r\x1b[K{stage}: {done} of {parts} parts{rate}", err=True, nl=False)


def _span(seconds: float) -> str:
    hours, rest = divmod(round(seconds), 3600)
    return f"{hours} h {rest // 60} min" if hours else f"{rest // 60} min {rest % 60} s"
