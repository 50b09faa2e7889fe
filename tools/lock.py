"""Pin every version in requirements.lock, and Spark's in requirements-spark.lock: names and hashes, no address of an index.

Spark has a lock of its own because it is 500 MB that nothing but a cluster needs; it names what Spark alone needs, no more.
`uv` is taken from the machine, else installed for this one run into a temporary environment.
"""

import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ("--generate-hashes", "--universal", "--python-version", "3.11", "--no-header", "--no-annotate", "--quiet")
SPARK = "pyspark>=4.0"


def main() -> None:
    """Write both locks; `--upgrade` takes the newest versions, without it only what has to move moves."""
    with tempfile.TemporaryDirectory() as folder:
        uv = shutil.which("uv") or _installed(Path(folder))
        compiled = [uv, "pip", "compile", *OPTIONS, *sys.argv[1:]]
        subprocess.run([*compiled, "--extra", "dev", "pyproject.toml", "-o", "requirements.lock"], cwd=ROOT, check=True)
        own = ["-c", "requirements.lock", "-", "-o", "requirements-spark.lock"]
        subprocess.run([*compiled, *own], cwd=ROOT, check=True, input=SPARK, text=True)


def _installed(folder: Path) -> str:
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return str(folder / "bin" / "uv")


if __name__ == "__main__":
    main()
