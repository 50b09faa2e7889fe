"""What was measured on peers, as real files, through the real command: nothing hangs, nothing grows, nothing is lost in silence."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass

import pytest

from support.hostile import FILES, PROSE, write

_HANG_SECONDS = 900  # a guard for the suite, far above what all files take together
_GOOD = "La mer était calme, a dit la capitaine Una Brel."

# What is said of each file, or None where it is read whole.
SAID: dict[str, str | None] = {
    "nested.html": "nothing could be read: only the first .* were read",
    "under_a_thousand.html": None,
    "million_paragraphs.html": "only the first .* were read",
    "breaks.html": "only the first .* were read",
    "links.html": "only the first .* were read",
    "attributes.html": "reading it was stopped|only the first",
    "open_formats.html": "nothing could be read: only the first .* were read",
    "tables.html": "nothing could be read: only the first .* were read",
    "digits.html": None,
    "one_word.txt": None,
    "digits.txt": None,
    "quotes.txt": None,
    "bomb.html.gz": "larger than",
    "bomb.jsonl.gz": "longer than",
    "laughs_feed.xml": "amplification",
    "laughs_map.xml": "amplification",
    "laughs.html": None,
    "outside.html": None,
    "outside.xml": None,
    "bomb.pdf": "no text: page 1 draws more than is read",
    "many_operators.pdf": "no text: page 1 draws more than is read",
    "one_gigabyte.warc.gz": "the record is larger than 50 MB",
    "length.warc": "the record is larger than 50 MB",
    "no_address.warc": None,
    "long_header.warc": "header length",
    "overlap.wacz": "holds more than 5 GB",
    "scripts.html": None,
    "mojibake.txt": None,
    "deep.jsonl": "nested too deep",
    "quote.csv": "field larger|cannot be read, and few can",
    "repeated.parquet": None,
    "front.md": None,
    "parts.mhtml": "no part of it is a page",
}


@dataclass(frozen=True)
class Run:
    code: int
    articles: list[dict[str, object]]
    err: str
    largest_bytes: int

    def said_of(self, name: str) -> str:
        """What stands on stderr of a file, and in the articles that came of it."""
        stem = name.split(".")[0]
        lines = [line for line in self.err.splitlines() if re.search(rf"\b{re.escape(name)}|\b{stem}\b", line)]
        return " | ".join(lines + [str(one["degraded"]) for one in self.of(name) if one["degraded"]])

    def of(self, name: str) -> list[dict[str, object]]:
        stem = name.split(".")[0]
        return [one for one in self.articles if str(one["id"]) == stem or str(one["id"]).startswith((name, f"{stem}-"))]


# a process of its own, which has no other children than what is measured: this one may have run larger ones for other tests
MEASURED = """
import pathlib, resource, subprocess, sys
code = subprocess.run(sys.argv[2:], check=False).returncode
pathlib.Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """All files and two good ones, in one run."""
    folder = tmp_path_factory.mktemp("hostile")
    write(folder)
    for name in ("aaa_good.txt", "zzz_good.txt"):
        (folder / name).write_text(_GOOD, encoding="utf-8")
    command = "import selon.cli.output; selon.cli.output._SHOWN = 10**6; from selon.cli import main; main()"
    memory = tmp_path_factory.mktemp("measured") / "largest"
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(memory), sys.executable, "-c", command, "blocks", "--json", str(folder)],
        capture_output=True,
        encoding="utf-8",
        timeout=_HANG_SECONDS,
        check=False,
    )
    largest = int(memory.read_text()) * (1 if sys.platform == "darwin" else 1024)
    return Run(done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr, largest)


pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("hostile")]


def test_every_file_has_its_expectation() -> None:
    assert sorted(SAID) == sorted(FILES)


def test_the_run_comes_to_its_end_without_a_trace(run: Run) -> None:
    assert run.code == 3
    assert "Traceback" not in run.err
    assert "panicked" not in run.err
    assert "our own fault" not in run.err
    assert [one["text"] for one in run.articles if str(one["id"]).endswith("_good")] == [_GOOD, _GOOD]


def test_no_process_takes_a_gigabyte(run: Run) -> None:
    assert run.largest_bytes < 1_000_000_000


@pytest.mark.parametrize("name", FILES)
def test_what_is_lost_is_said_and_what_is_whole_is_not(run: Run, name: str) -> None:
    said, wanted = run.said_of(name), SAID[name]
    if wanted:
        assert re.search(wanted, said), said
    elif name.endswith((".html", ".txt", ".md")):
        assert not said
        assert run.of(name)


def test_an_article_under_a_thousand_elements_is_found(run: Run) -> None:
    (one,) = run.of("under_a_thousand.html")
    assert str(one["text"]).count(PROSE.strip()) == 2


def test_files_of_this_machine_are_not_read_for_a_page(run: Run) -> None:
    assert not any("root:" in str(one["text"]) for one in run.articles)


def test_the_records_around_a_bad_one_are_read(run: Run) -> None:
    assert {str(one["url"]) for one in run.articles} >= {"https://x.example/1", "https://x.example/2", "https://x.example/3"}
    assert [one["id"] for one in run.of("repeated.parquet")] == [f"repeated.parquet#{number}" for number in range(1, 41)]


def test_mojibake_stays_as_it_is(run: Run) -> None:
    assert str(run.of("mojibake.txt")[0]["text"]).startswith("DÃ©clarÃ©")
