"""What the commands that hand something over share: the claim, its settings, HTML or PDF."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from selon import __version__, api
from selon.api.version import TOGETHER, version
from selon.errors import UsageError
from selon.show.wording import LANGS

F = TypeVar("F", bound=Callable[..., Any])

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_SECONDS = 120  # to print a page; it decides no result


def report_options(function: F) -> F:
    """Give a command what is decided of a report; the function gets `told`, a mapping of settings."""
    for decorate in (
        click.option("--day", metavar="DATE", help="The day the report bears (YYYY-MM-DD); without it, today."),
        click.option("--names", type=click.Choice(["roles", "all"]), default="roles", show_default=True, help="Name persons of no office?"),
        click.option("--name", "named", multiple=True, metavar="NAME", help="Name this person; can be given several times."),
        click.option("--reviewed-only", is_flag=True, help="Leave out what no person has checked."),
        click.option("--reply", metavar="FILE", help="A text file: what a person it speaks of has answered."),
        click.option("--contact", default="", help="Where a person it speaks of can write to."),
        click.option("--operator", default="", help="Who makes the report."),
        click.option("--lang", type=click.Choice(LANGS), default=LANGS[0], show_default=True, help="Language of the report's own words."),
    ):
        function = decorate(function)
    return function


def settings(paths: tuple[str, ...], **told: Any) -> Any:
    """The settings of a report, as the command line tells them."""
    from selon.show.report import Settings

    return Settings(
        lang=told["lang"], day=day(told["day"]), version=__version__, rules=version(TOGETHER), collection=named(paths),
        operator=told["operator"], contact=told["contact"], reply=_text(told["reply"]) if told["reply"] else "",
        named=tuple(told["named"]), all_names=told["names"] == "all", reviewed_only=told["reviewed_only"],
    )  # fmt: skip


def named(paths: tuple[str, ...]) -> str:
    """What the collection of a call is called."""
    collection = found(paths)
    return collection.name if collection else ", ".join(paths)


def found(paths: tuple[str, ...]) -> api.Collection | None:
    """The collection that was run and that a call means, or None where it names files."""
    collection = api.found(Path(paths[0]) if paths else Path.cwd()) if len(paths) < 2 else None
    return collection if collection and collection.was_run() else None


def day(given: str | None) -> str:
    """A day as the call gives it, else today, in UTC.

    Raises:
        UsageError: it is none.
    """
    try:
        return date.fromisoformat(given).isoformat() if given else datetime.now(UTC).date().isoformat()
    except ValueError as error:
        raise UsageError(f"'{given}' is no day", where="--day", fix="write it as YYYY-MM-DD") from error


def as_file(page: str, path: Path) -> bytes:
    """A page as HTML, or as PDF where the file is called so.

    Raises:
        UsageError: there is no browser to print it, or it did not.
    """
    return _printed(page) if path.suffix.lower() == ".pdf" else page.encode("utf-8", "replace")


def _printed(page: str) -> bytes:
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    fix = "write the report as HTML, and print that"
    if browser is None:
        raise UsageError("there is no browser here that could make a PDF", where="the call", fix=f"install chromium, or {fix}")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "report.html").write_text(page, encoding="utf-8", errors="replace")
        out = Path(folder) / "report.pdf"
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer", f"--print-to-pdf={out}", (Path(folder) / "report.html").as_uri(),
        ]  # fmt: skip
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            return out.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise UsageError("the browser did not make the PDF", where=browser, fix=fix) from error


def _text(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("the reply cannot be read as text in UTF-8", where=file, fix="name a text file that is there") from error
