"""How fast a stemma is drawn: CPU time of each step, the quickest of five runs, on lineages made by a seed.

    python bench/stemma.py

Nothing is read: the lineages are those of tests/support/lineages.py, the same on every machine; the hash of each picture is printed. The
first line has the time of a loop of 300,000 writes into a dictionary: on a busy machine, read the others beside it.
"""

import hashlib
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from selon.show.stemma import laid_out, standalone, stemma, svg
from selon.show.wording import wording

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
TIMES = 5
SIZES = (10, 40, 100, 190)
MOST_MS = 100.0  # for two hundred nodes, by the promise


def main() -> None:
    """Measure and print."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.lineages import SHAPES, made

    words = wording("fr")
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {platform.system()}")
    print(f"a loop of 300,000 writes: {_quickest(_loop)[1]:.1f} ms")
    print("shape      nodes lines   drawing    layout       svg      file  together ms   bytes  hash")
    for shape in SHAPES:
        for size in SIZES:
            one = made(1, size, shape)
            drawing, first = _quickest(lambda one=one: stemma(one.story, one.edges, one.readings))
            if drawing.too_many:
                continue
            layout, second = _quickest(lambda drawing=drawing: laid_out(drawing, words))
            text, third = _quickest(lambda layout=layout: svg(layout, words))
            _, fourth = _quickest(lambda layout=layout: standalone(layout, words))
            digest = hashlib.sha256(text.encode()).hexdigest()[:8]
            counts = f"{shape:10} {len(drawing.nodes):5} {len(drawing.drawn):5}"
            together = first + second + third
            over = "" if together <= MOST_MS else "  over"
            print(f"{counts} {first:9.1f} {second:9.1f} {third:9.1f} {fourth:9.1f} {together:12.1f} {len(text):7}  {digest}{over}")


def _loop() -> dict[int, int]:
    found: dict[int, int] = {}
    for number in range(300_000):
        found[number & 1023] = number
    return found


def _quickest(function: Callable[[], T]) -> tuple[T, float]:
    """What a function gives, and its quickest CPU time in ms."""
    least = float("inf")
    for _ in range(TIMES):
        start = time.process_time()
        result = function()
        least = min(least, time.process_time() - start)
    return result, 1000 * least


if __name__ == "__main__":
    main()
