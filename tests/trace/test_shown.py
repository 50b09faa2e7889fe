"""What `tools/shown.py` lays before a person: all of one kind that the demo shows, with its passages; and a draw that repeats itself."""

import subprocess
import sys
from pathlib import Path

import pytest

import selon

ROOT = Path(__file__).resolve().parents[2]
STORY = Path(selon.__file__).parent / "demo" / "story"


def shown(*arguments: str) -> list[str]:
    command = [sys.executable, str(ROOT / "tools" / "shown.py"), str(STORY), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


@pytest.mark.parametrize("kind", ["changes", "claims", "dates", "denials", "names"])
def test_each_is_shown_with_its_passages(kind: str) -> None:
    told = shown("--kind", kind)
    entries = [line for line in told if line.startswith("[")]
    assert entries
    assert told[-1] == f"{len(entries)} of {len(entries)} {kind}"
    assert sum(line.count("⟦") for line in told) >= len(entries)


def test_names_that_were_found_in_one_way() -> None:
    every, some = (shown("--kind", "names", *how)[-1].split()[2] for how in ((), ("--how", "pronoun")))
    assert 0 < int(some) < int(every)


def test_a_draw_repeats_itself() -> None:
    assert shown("--kind", "changes", "--sample", "2", "--seed", "7") == shown("--kind", "changes", "--sample", "2", "--seed", "7")
