"""Pin every version in requirements.lock: names and hashes, no address of an index.

`uv` is taken from the machine, else installed for this one run into a temporary environment.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ("--generate-hashes", "--universal", "--python-version", "3.11", "--no-header", "--no-annotate", "--extra", "dev", "--quiet")


def main() -> None:
    """Write requirements.lock; `--upgrade` takes the newest versions, without it only what has to move moves."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or _installed(Path(folder))
        command = [uv, "pip", "compile", *OPTIONS, *sys.argv[1:], "pyproject.toml", "-o", "requirements.lock"]
        subprocess.run(command, cwd=ROOT, check=True)


def _installed(folder: Path) -> str:
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(folder / "bin" / "uv")


if __name__ == "__main__":
    main()
