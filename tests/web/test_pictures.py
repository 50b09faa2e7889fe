"""The pictures of the README show the pages as they are: taken anew, they are the same to one point in a thousand."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.xdist_group("web"), pytest.mark.slow]


def test_the_kept_pictures_are_those_of_today(chromium: object) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, root / "tools/pictures.py", "--check"], capture_output=True, text=True, check=False)
    if done.returncode == 2:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr
