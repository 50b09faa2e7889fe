"""How fast pages are read: pages a second on one core, beside trafilatura's default extraction of the same pages in the same run.

    python bench/reading.py [--rendered 60] [--rounds 3] [--no-mask]

The pages are the ten of gold/blocks/pages below SELON_DATA (default ../shared), and others made of articles, which are made up as these ten
are (rendered.py). Pages made of articles say nothing of quality, only of time.

Both get the same bytes, one page after the other, by turns; of each page the quickest of the rounds counts. Times are CPU times of this
process. Ours ends with an article: blocks, credits, links, metadata, language; trafilatura's with its text and metadata.
"""

import argparse
import hashlib
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator

from rendered import gold, make_up, rendered
from selon.clean import article
from selon.model.capture import Capture


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rendered", type=int, default=60, help="pages made of articles")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-mask", action="store_true", help="leave the mask out")
    given = parser.parse_args()
    sets = {"pages of the development data": list(gold()), "pages made of articles": list(rendered(given.rendered))}
    data = hashlib.sha256(b"".join(content for pages in sets.values() for content in pages)).hexdigest()[:12]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; data {data}")
    tools = dict(_tools(mask=not given.no_mask))
    for name, pages in sets.items():
        _report(name, pages, tools, given.rounds)


def _tools(*, mask: bool) -> Iterator[tuple[str, Callable[[bytes], object]]]:
    import trafilatura

    yield "trafilatura, default", lambda content: trafilatura.extract(content, with_metadata=True, output_format="txt")
    yield "selon, mask off", read
    if mask:
        yield "selon, mask on", lambda content: article(_capture(content), mask=True)


def read(content: bytes) -> object:
    """The article of a page."""
    return article(_capture(content))


def _capture(content: bytes) -> Capture:
    return Capture(id="a", address="a.html", media_type="text/html", content=content)


def _report(name: str, pages: list[bytes], tools: dict[str, Callable[[bytes], object]], rounds: int) -> None:
    times: dict[str, list[float]] = {tool: [] for tool in tools}
    for page in pages:
        turns = [{tool: _timed(read, page) for tool, read in tools.items()} for _ in range(rounds)]
        for tool, spent in times.items():
            spent.append(min(turn[tool] for turn in turns))
    beside = sum(times["trafilatura, default"])
    print(f"\n{name}: {len(pages)}; {make_up(pages)}")
    for tool, spent in times.items():
        rate, middle = len(pages) / sum(spent), statistics.median(spent) * 1000
        print(f"  {tool:22} {rate:7.1f} pages/s  median {middle:6.1f} ms  {beside / sum(spent):5.2f} times trafilatura's default")


def _timed(read: Callable[[bytes], object], page: bytes) -> float:
    begin = time.process_time()
    read(page)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
