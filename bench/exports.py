"""Every export of a thousand articles: how long it takes, how large it is, and whether it passes the checks of the tests.

    python bench/exports.py [--articles 1000]

The articles are the first rows of corpora/news_bulk.parquet below SELON_DATA (default ../shared). Times are CPU times of this process.
"""

import argparse
import hashlib
import os
import platform
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pyarrow.parquet as pq

from selon import pipeline
from selon.engine import Local
from selon.show.exports import EXPORTERS, Material, export, material

ROOT = Path(__file__).resolve().parent.parent
NEWS = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "corpora" / "news_bulk.parquet"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    many = parser.parse_args().articles
    warnings.filterwarnings("ignore", category=DeprecationWarning)  # of rdflib's own
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}; data {_hash()}; {many} articles")
    with tempfile.TemporaryDirectory() as folder:
        pq.write_table(pq.read_table(NEWS).slice(0, many), Path(folder) / "news.parquet")
        start = time.process_time()
        answer = pipeline.run([Path(folder) / "news.parquet"], engine=Local())
    print(f"the stages: {time.process_time() - start:.1f} s; {len(answer.lineage.stories)} statements, {len(answer.lineage.edges)} edges")
    given = material(answer.readings, answer.reuses, answer.lineage, day="2031-03-20", version="bench")
    for name in EXPORTERS:
        start = time.process_time()
        made = export(name, given, table="appearances")
        print(f"{name:11} {time.process_time() - start:6.2f} s {len(made.content) / 1e6:7.2f} MB {made.count:8} {made.things}")
    for name, check in _checks().items():
        start = time.process_time()
        check(given)
        print(f"{name:11} passes its checks ({time.process_time() - start:.1f} s)")


def _checks() -> dict[str, Callable[[Material], None]]:
    """What the tests check of each export; they stand with the tests."""
    sys.path.insert(0, str(ROOT / "tests" / "exports"))
    checks: dict[str, Callable[[Material], None]] = import_module("export_checks").CHECKS
    return checks


def _hash() -> str:
    with NEWS.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


if __name__ == "__main__":
    main()
