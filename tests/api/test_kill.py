"""Kill -9 at twenty random instants: `tools/kill.py` takes two hundred."""

import subprocess
import sys
from pathlib import Path


def test_nothing_acknowledged_is_lost(root: Path) -> None:
    done = subprocess.run([sys.executable, root / "tools" / "kill.py", "--times", "20"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("0 faults\n")
