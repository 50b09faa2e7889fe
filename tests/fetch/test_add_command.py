"""`selon add` as a person calls it, and addresses given to the commands that read."""

import gzip
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import trustme
from warcio.checker import Checker

from fetch.site import Answer, Site, Write, feed, moved, page, secure
from selon.cli.adding import exit_code
from selon.model.addition import Addition, Outcome
from selon.model.capture import Capture
from selon.read import captures

Run = Callable[..., tuple[int, str, str]]
STORY = "« Le bac ne quittera pas le port », a déclaré mardi la capitaine Una Brel. La mer était forte et les passagers nombreux."


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("SELON_ALLOW_PRIVATE", "1")
    with Site({"/bac": page(STORY), "/old": moved("/bac"), "/secret": moved("file:///etc/passwd")}) as one:
        one.answers["/feed"] = feed(one, "bac", "gone")
        yield one


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize(
    ("outcomes", "code"),
    [
        ((), 0),
        ((Outcome.ADDED, Outcome.UNCHANGED, Outcome.HELD), 0),
        ((Outcome.HELD, Outcome.FAILED), 3),
        ((Outcome.ADDED, Outcome.REFUSED), 3),
        ((Outcome.REFUSED, Outcome.FAILED), 2),
    ],
)
def test_the_exit_code_says_whether_something_is_missing(outcomes: tuple[Outcome, ...], code: int) -> None:
    assert exit_code([Addition(url="https://phare.example/", outcome=one) for one in outcomes]) == code


def test_each_address_is_a_line_by_its_schema(selon: Run, site: Site, root: Path, tmp_path: Path) -> None:
    code, out, err = selon("add", "--json", "--pause", 0, "--to", tmp_path, site.url("/feed"), site.url("/old"), site.url("/secret"))
    assert code == 3
    schema = json.loads((root / "docs" / "schemas" / "line-add.json").read_text(encoding="utf-8"))
    for line in lines(out):
        jsonschema.Draft202012Validator(schema).validate(line)
    found = {line["url"].rpartition("/")[2]: line for line in lines(out)}
    assert {name: line["outcome"] for name, line in found.items()} == {
        "feed": "added", "old": "added", "secret": "refused", "bac": "unchanged", "gone": "failed",
    }  # fmt: skip
    assert found["old"]["final_url"] == site.url("/bac")
    assert found["old"]["digest"].startswith("sha256:")
    assert found["bac"]["listed_in"] == site.url("/feed")
    assert "refused" in err
    assert "only http and https" in err
    assert "2 added, 1 unchanged, 0 held, 1 refused, 1 failed" in err


def test_rows_for_a_pipe_and_a_listing_for_people(selon: Run, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = selon("add", "--to", tmp_path, site.url("/bac"))
    assert (code, err) == (0, "")
    assert out.split("\t")[:4] == ["added", "200", site.url("/bac"), site.url("/bac")]
    monkeypatch.setattr("selon.cli.output.is_for_people", lambda: True)
    assert "= unchanged" in selon("add", "--to", tmp_path, site.url("/bac"))[1]


def test_exit_codes(selon: Run, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert selon("add", "--to", tmp_path, site.url("/bac"))[0] == 0
    assert selon("add", "--to", tmp_path, site.url("/gone"))[0] == 2
    assert selon("add", "--to", tmp_path, "--pause", 0, site.url("/gone"), site.url("/bac"))[0] == 3
    for wrong in (
        ["add"],
        ["add", "--limit", 0, "x"],
        ["add", "--since", "hier", "x"],
        ["add", "--since", "2026-13", "x"],
        ["add", "--contact", "a b", "x"],
    ):
        code, out, err = selon(*wrong)
        assert (code, out) == (2, "")
        assert "what to do" in err
    monkeypatch.chdir(tmp_path.parent)
    code, _, err = selon("add", site.url("/bac"))
    assert code == 2
    assert "--to" in err
    monkeypatch.chdir(tmp_path)
    assert selon("add", site.url("/bac"))[0] == 0  # inside a collection it need not be named


def test_a_short_pause_is_refused_on_the_open_web(selon: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELON_ALLOW_PRIVATE", raising=False)
    code, _, err = selon("add", "--pause", 1, "--to", tmp_path, "https://phare.example/")
    assert code == 2
    assert "at least 5 seconds" in err


def test_this_machine_is_not_asked_without_leave(selon: Run, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SELON_ALLOW_PRIVATE")
    for url in (site.url("/bac"), "http://127.0.0.1/", "http://localhost/"):
        code, _, err = selon("add", "--to", tmp_path, url)
        assert code == 2
        assert "refused" in err
    assert site.connections == 0


def test_what_was_added_is_read(selon: Run, site: Site, tmp_path: Path) -> None:
    selon("add", "--to", tmp_path, site.url("/bac"))
    (line,) = lines(selon("attributions", "--json", tmp_path)[1])
    assert "Brel" in line["attributions"][0]["claimant"]["name"]


# ---- addresses for the commands that read


@pytest.mark.parametrize("command", ["blocks", "attributions", "dates", "claims"])
def test_a_page_is_read_from_its_address(selon: Run, site: Site, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, _ = selon(command, "--json", site.url("/old"))
    assert code == 0
    assert lines(out)
    assert list(tmp_path.iterdir()) == []  # nothing is kept


def test_the_address_of_a_page_is_its_own(selon: Run, site: Site) -> None:
    (line,) = lines(selon("blocks", "--json", site.url("/old"))[1])
    assert line["url"] == line["id"] == site.url("/bac")


def test_a_feed_is_read_from_its_address(selon: Run, site: Site) -> None:
    code, out, _ = selon("blocks", "--json", site.url("/feed"))
    assert code == 3  # a feed's headlines are no whole articles
    assert [line["title"] for line in lines(out)] == ["bac", "gone"]


def test_an_address_that_cannot_be_read_is_said_and_the_rest_goes_on(selon: Run, site: Site) -> None:
    code, out, err = selon("blocks", "--json", site.url("/gone"), site.url("/secret"), site.url("/bac"), "ftp://phare.example/a")
    assert code == 3
    assert len(lines(out)) == 1
    assert "404" in err
    assert err.count("only http and https") == 2


# ---- the program itself


def program(*arguments: object, **environment: str) -> "subprocess.Popen[str]":
    said = {"SELON_ALLOW_PRIVATE": "1", **environment}
    command = [sys.executable, "-c", "from selon.cli import main; main()", "add", "--pause", "0", "--json", *map(str, arguments)]
    return subprocess.Popen(command, env=os.environ | said, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_tls_is_verified_with_the_certificates_that_are_set(tmp_path: Path) -> None:
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with Site({"/": page(STORY)}, tls=secure(ca, "127.0.0.1")) as site:
        url = site.url().replace("http:", "https:")
        for environment, code in (({"SSL_CERT_FILE": str(tmp_path / "ca.pem")}, 0), ({}, 2)):
            run = program("--to", tmp_path / "quai", url, **environment)
            out, err = run.communicate()
            assert run.returncode == code, err
            assert bool(lines(out)[0]["capture"]) == (code == 0)
    assert "certificate does not stand for it" in err
    (path,) = (tmp_path / "quai" / "captures").glob("*.warc.gz")
    notes = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
    assert "tls: TLSv1." in notes
    assert re.search(r"tls-peer-sha256: [0-9a-f]{64}", notes)


@pytest.mark.parametrize("moment", [1, 4])
def test_a_run_that_is_killed_goes_on(tmp_path: Path, site: Site, moment: int) -> None:
    """Killed while a page comes in: what was told of stands, and the next run asks for the rest only."""
    waits = [True]

    def stuck(write: Write) -> None:
        while waits:
            time.sleep(0.01)
        write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\nOui")

    numbers = [str(number) for number in range(6)]
    site.answers |= {"/feed": feed(site, *numbers), **{f"/{number}": page(f"{STORY} {number}") for number in numbers}}
    site.answers[f"/{moment}"] = Answer(write=stuck)
    run = program("--to", tmp_path, site.url("/feed"))
    assert run.stdout
    told = [json.loads(run.stdout.readline()) for _ in range(moment + 1)]
    while f"/{moment}" not in site.paths and run.poll() is None:
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    waits.clear()
    again = program("--to", tmp_path, site.url("/feed"))
    out, err = again.communicate()
    assert again.returncode == 0, err
    outcomes = {line["url"].rpartition("/")[2]: line for line in lines(out)}
    for line in told:
        name = line["url"].rpartition("/")[2]
        assert outcomes[name]["outcome"] == ("unchanged" if name == "feed" else "held")
        assert outcomes[name]["capture"] == line["capture"]
    assert [name for name, line in outcomes.items() if line["outcome"] == "added"] == numbers[moment:]
    archives = sorted((tmp_path / "captures").glob("*.warc.gz"))
    assert len(archives) == 2
    assert Checker(type("Command", (), {"inputs": list(map(str, archives)), "verbose": False})()).process_all() == 0


@pytest.mark.slow
def test_runs_that_are_killed_at_any_instant_lose_nothing(tmp_path: Path, site: Site) -> None:
    """Whatever the instant: what was told of stands, once; the last run adds the rest, and every record is whole."""
    numbers, chance, told = [str(number) for number in range(40)], random.Random(3), dict[str, str]()
    site.answers |= {
        "/feed": feed(site, *numbers),
        **{f"/{number}": page(f"{number} " + chance.randbytes(4_000).hex()) for number in numbers},
    }
    for _ in range(8):
        run = program("--to", tmp_path, site.url("/feed"))
        assert run.stdout
        first = run.stdout.readline()
        time.sleep(chance.random() / 8)
        run.kill()
        rest = run.stdout.read()  # `communicate` would leave out what was read ahead of the first line's end
        run.communicate()
        whole = [line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
        for line in map(json.loads, whole):
            if line["outcome"] in ("added", "held"):
                assert told.setdefault(line["url"], line["capture"]) == line["capture"]
    again = program("--to", tmp_path, site.url("/feed"))
    out, err = again.communicate()
    assert again.returncode == 0, err
    found = {line["url"]: line["capture"] for line in lines(out)}
    assert found == found | told
    assert set(found) == {site.url(f"/{name}") for name in ("feed", *numbers)}
    kept = [one for one in captures([tmp_path]) if isinstance(one, Capture)]
    assert {one.address: one.id for one in kept} == {url: name for url, name in found.items() if not url.endswith("/feed")}
    assert len(kept) == len(numbers)


def test_a_run_that_is_interrupted_ends_with_130(tmp_path: Path, site: Site) -> None:
    waits = [True]

    def stuck(write: Write) -> None:
        while waits:
            time.sleep(0.01)

    site.answers["/stuck"] = Answer(write=stuck)
    run = program("--to", tmp_path, site.url("/stuck"))
    while "/stuck" not in site.paths and run.poll() is None:
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate()
    waits.clear()
    assert run.returncode == 130
    assert "stopped" in err
