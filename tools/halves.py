"""The scores of each half of an annotated file: the half looked at while rules are written, and the half that was not.

Example: python tools/halves.py attributions/fr_dev.jsonl attributions/fr_dev2.jsonl
An article is in the half looked at when the SHA-256 of its id is even, so nobody chooses.
"""

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scoring.measures import Measure
from scoring.measuring import result

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "gold"
FIGURES = ("content@0.8 f1", "+source f1", "+source+stance f1", "source_accuracy")
HALVES = ("looked at", "not looked at")


def main() -> int:
    """Print a table in Markdown: a line for each half of each file; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", help="files of annotated attributions, below gold/")
    parser.add_argument("--speech", action="store_true", help="only relations with a reporting cue or quotation marks")
    arguments = parser.parse_args()
    if not (GOLD / "score.py").is_file():
        print(f"no development data in {GOLD.parent}; set SELON_DATA to the folder that holds gold/", file=sys.stderr)
        return 2
    print("| data set | half | articles |", " | ".join(FIGURES), "|")
    print("|---|---|---:|", "---:|" * len(FIGURES), sep="")
    for gold in arguments.gold:
        for line in _lines(gold, ("--speech",) if arguments.speech else ()):
            print(line)
    return 0


def _lines(gold: str, options: tuple[str, ...]) -> Iterator[str]:
    records = [json.loads(line) for line in (GOLD / gold).read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, half in enumerate(HALVES):
        kept = [record for record in records if _half(record["id"]) == number]
        figures = _figures(kept, options)
        yield f"| `{gold}` | {half} | {len(kept)} | " + " | ".join(f"{figures.get(name, 0.0):.3f}" for name in FIGURES) + " |"


def _half(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2


def _figures(records: Iterable[dict[str, Any]], options: tuple[str, ...]) -> dict[str, float]:
    """The figures on some records alone, through the real command line."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "score.py").symlink_to(GOLD / "score.py")
        (Path(folder) / "half.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        measure = Measure(scorer="attributions", gold="half.jsonl", figures=FIGURES, note="one half", options=options)
        return result(measure, Path(folder)).figures


if __name__ == "__main__":
    sys.exit(main())
