"""The commands that the README, the docs and each command's help show do run."""

import contextlib
import io
import itertools
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from unittest import mock

import click
import pytest

from fetch import site
from generators.commands import contexts
from selon import api
from selon.api.large import run as run_large
from selon.cli import main
from selon.engine import Local
from selon.engine.local_tables import LocalTables

pytestmark = pytest.mark.xdist_group("docs")

ROOT = Path(__file__).resolve().parent.parent.parent
TRANSCRIPT = "La présidente du port ouvre la séance. Nous n'avons jamais fermé la barrière de nuit.\n"
INTERRUPTED = {0, 130, -signal.SIGINT}
WELL = {0, 4}  # 4: the look-up of an id that only stands for one
COMMANDS = {context.command_path: context.command for context in contexts()}


def shown_in(page: Path) -> Iterator[str]:
    """Yield each line of the page's blocks of shell; a comment `<!-- not run: why -->` before a block takes it out."""
    text = re.sub(r"<!-- not run: [^>]+ -->\n+```sh\n.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL):
        yield from (line for line in block.splitlines() if line.strip() and not line.startswith("#"))


def examples(command: click.Command) -> list[str]:
    """The examples of a command's help, without what is said beside them."""
    return [re.split(r"\s{3,}", line.strip())[0] for line in (command.help or "").splitlines() if line.strip().startswith("selon ")]


PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINES = sorted({line for page in PAGES for line in shown_in(page)})


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with what the examples name: pages, a transcript, two collections, results; it is a collection, as if one had gone in."""
    folder = tmp_path_factory.mktemp("furnished")
    story = Path(str(files("selon") / "demo" / "story"))
    shutil.copytree(story, folder / "pages")
    shutil.copytree(story, folder / "src" / "selon" / "demo" / "story")
    page, other = sorted((folder / "pages").rglob("*.html"))[:2]
    shutil.copy(page, folder / "page.html")
    shutil.copy(other, folder / "other.html")
    (folder / "transcript.txt").write_text(TRANSCRIPT, encoding="utf-8")
    run_large([folder / "pages"], folder / "results", engine=LocalTables(spill=folder / "spill"))
    one = api.made(folder / "harbour")
    shutil.copytree(story, one.folder / "captures", dirs_exist_ok=True)
    one.run(engine=Local())
    shutil.copytree(one.folder, folder / "port")
    shutil.copytree(one.folder, folder, dirs_exist_ok=True)
    _handed_over(folder)
    with site.Site({"/bac": site.page("Le bac ne quittera pas le port, a déclaré mardi la capitaine.")}) as port:
        port.answers["/feed"] = site.feed(port, "bac")
        (folder / "feeds.opml").write_text(f'<opml><body><outline xmlUrl="{port.url("/feed")}"/></body></opml>', encoding="utf-8")
        yield folder


def _handed_over(folder: Path) -> None:
    """Files that commands wrote before: a report, a dossier, labels, a manifest, an export."""
    claim = json.loads(run("selon claims --json", folder).stdout.splitlines()[0])["id"]
    for line in (
        f"selon report {claim} -o report.html", f"selon dossier {claim} -o dossier.zip", "selon sample 20 -o labels.csv",
        "selon manifest -o manifest.json", "selon export jsonl -o before.jsonl",
    ):  # fmt: skip
        done = run(line, folder)
        assert done.returncode == 0, done.stderr
    labels = (folder / "labels.csv").read_text(encoding="utf-8").replace(",,,,\n", ",y,n,y,y\n")
    (folder / "labels.csv").write_text(labels, encoding="utf-8")


@pytest.fixture
def workplace(furnished: Path, tmp_path: Path) -> Path:
    """The furnished folder, fresh for one line: what a line makes or changes is not there for the next."""
    shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(line: str, workplace: Path) -> subprocess.CompletedProcess[str]:
    """Run one line in the workplace, up to the first program that is not ours and that this machine has not got."""
    if new := re.match(r"selon new (\w+)", line):
        shutil.rmtree(workplace / new[1])
    if line.startswith("selon sample"):  # which draws over no labels
        (workplace / "labels.csv").unlink(missing_ok=True)
    if line.startswith("selon ") and not re.search(r"[|<>;&$*?~`\\#]| serve\b", line):
        return _here(shlex.split(line), workplace)
    parts = re.split(r" \| (?=\w+)", line)
    ours = itertools.takewhile(lambda part: shutil.which(part.split()[0], path=_path()), parts)
    command = ["bash", "-o", "pipefail", "-c", " | ".join(ours)]
    environment = os.environ | {"PATH": _path(), "BROWSER": "true"}
    if re.search(r"\bserve\b(?!.*--help)", line):
        return _served(command, workplace, environment)
    return subprocess.run(command, cwd=workplace, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def _here(words: list[str], workplace: Path) -> subprocess.CompletedProcess[str]:
    """A call that needs no shell, in this process: two hundred programs need not be started."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with (
        contextlib.chdir(workplace),
        mock.patch.object(sys, "argv", words),
        mock.patch.dict(os.environ, BROWSER="true", SELON_ALLOW_PRIVATE="1"),  # the feed is one of this machine
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        pytest.raises(SystemExit) as stop,
    ):
        main()
    told = [one.buffer.getvalue().decode() for one in (out, err)]  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(words, int(stop.value.code or 0), *told)


def _served(command: list[str], workplace: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a server until it has said where it listens, then end it as a person does; its own code for that counts as well."""
    server = subprocess.Popen(
        command, cwd=workplace, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, start_new_session=True,
    )  # fmt: skip
    assert server.stderr is not None
    told = ""
    for told in server.stderr:
        if "Ctrl-C ends it" in told:
            os.killpg(server.pid, signal.SIGINT)
            break
    _, rest = server.communicate()
    return subprocess.CompletedProcess(command, 0 if server.returncode in INTERRUPTED else server.returncode, "", told + rest)


def _path() -> str:
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("selon ")])
def test_a_command_of_the_docs_runs(line: str, workplace: Path) -> None:
    done = run(line, workplace)
    assert done.returncode in WELL, done.stderr


@pytest.mark.parametrize("line", [line for line in LINES if line.startswith("make ")])
def test_a_target_of_the_docs_is_there(line: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{re.escape(line.split()[1])}:", makefile, re.MULTILINE)


def test_nothing_else_is_shown() -> None:
    assert [line for line in LINES if not line.startswith(("selon ", "make ", "export PATH="))] == []


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_has_help_and_an_example(path: str) -> None:
    assert COMMANDS[path].help
    assert examples(COMMANDS[path]), f"{path}: no example in its help"


@pytest.mark.parametrize("path", COMMANDS)
def test_every_example_of_the_help_is_a_call_that_the_command_takes(path: str, furnished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(furnished)
    for line in examples(COMMANDS[path]):
        words = shlex.split(re.split(r" \| (?=\w+)| && ", line)[0], comments=True)
        if words[: len(path.split())] == path.split():
            with contextlib.suppress(click.exceptions.Exit):  # of --help
                COMMANDS[path].make_context(path, words[len(path.split()) :])


@pytest.mark.parametrize("line", sorted({line for command in COMMANDS.values() for line in examples(command)[:1]} - set(LINES)))
def test_the_first_example_of_each_help_runs(line: str, workplace: Path) -> None:
    """Those that no page of the docs shows: the others have run already."""
    done = run(line, workplace)
    assert done.returncode in WELL, done.stderr


def test_every_link_inside_the_docs_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_a_picture_asks_no_other_host_for_anything() -> None:
    for picture in sorted((ROOT / "docs" / "pictures").glob("*.svg")):
        addresses = set(re.findall(r"https?://[^\"' )]+", picture.read_text(encoding="utf-8")))
        assert addresses == {"http://www.w3.org/2000/svg"}  # the name of the format, which nothing fetches
