"""What the machine does to a command: closed streams, a full disk, names that are too long or no UTF-8, odd places to write to."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
TEXT = "Selon Ada Brynn, la barrière tient. « La barrière tient », a déclaré Ada Brynn mardi.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def shell(words: str, root: Path, **places: Path) -> subprocess.CompletedProcess[str]:
    """What a shell says of a call of `selon`."""
    env = {**os.environ, **{name: str(place) for name, place in places.items()}, "PYTHONPATH": str(root / "src"), "SELON": sys.executable}
    return subprocess.run(["sh", "-c", words], env=env, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("command", ["attributions", "attributions --json", "blocks", "export jsonl"])
def test_a_full_disk_is_said(root: Path, page: Path, command: str) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("there is no /dev/full here")
    told = shell(f'"$SELON" -m selon {command} "$PAGE" > /dev/full', root, PAGE=page)
    assert told.returncode == 2
    assert "No space left" in told.stderr
    assert "our own fault" not in told.stderr
    assert "Exception" not in told.stderr


@pytest.mark.parametrize("command", ["attributions", "attributions --json", "export jsonl"])
def test_a_closed_stream_is_no_fault(root: Path, page: Path, command: str) -> None:
    told = shell(f'"$SELON" -m selon {command} "$PAGE" >&-', root, PAGE=page)
    assert "our own fault" not in told.stderr
    told = shell(f'"$SELON" -m selon {command} "$PAGE" 2>&-', root, PAGE=page)
    assert told.returncode == 0
    assert "Brynn" in told.stdout


def test_the_next_command_has_read_enough(root: Path, page: Path) -> None:
    told = shell('"$SELON" -m selon export jsonl "$PAGE" "$PAGE" | head -c 1', root, PAGE=page)
    assert told.stdout == "{"
    assert "rror" not in told.stderr


def test_a_name_that_is_too_long_is_said(selon: Run, tmp_path: Path, page: Path) -> None:
    long = tmp_path / ("d" * 300)
    for call in (("blocks", long), ("new", long), ("run", long), ("export", "csv", page, "-o", long), ("run", "--in", page, "--out", long)):
        code, out, err = selon(*call)
        assert (code, out) == (2, ""), call
        assert "too long" in err
        assert "our own fault" not in err


def test_a_collection_whose_name_is_no_utf8(selon: Run, tmp_path: Path, page: Path) -> None:
    folder = tmp_path / os.fsdecode(b"c\xff")
    assert selon("new", folder)[0] == 0
    assert selon("add", page, "--to", folder)[0] == 0
    assert selon("run", folder)[1].startswith("1 read")
    assert selon("status", folder)[0] == 0


def test_a_pipe_and_a_link_are_written_through(selon: Run, tmp_path: Path, page: Path) -> None:
    """What stands where the call names a file is not taken away for one."""
    real, link, pipe = tmp_path / "real.csv", tmp_path / "link.csv", tmp_path / "pipe"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    assert selon("export", "csv", page, "-o", link)[0] == 0
    assert link.is_symlink()
    assert "La barrière tient" in real.read_text(encoding="utf-8-sig")
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    assert selon("export", "csv", page, "-o", pipe)[0] == 0
    reader.join(20)
    assert pipe.is_fifo()
    assert "La barrière tient".encode() in got[0]


def test_results_go_to_the_name_of_the_stream(root: Path, page: Path) -> None:
    told = shell('"$SELON" -m selon export csv "$PAGE" -o /dev/stdout | cat', root, PAGE=page)
    assert "La barrière tient" in told.stdout
    assert Path("/dev/stdout").exists()
