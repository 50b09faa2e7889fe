"""How fast pages are read: pages a second on one core, beside trafilatura's default extraction of the same pages in the same run.

    python bench/reading.py [--rendered 60] [--rounds 3] [--no-mask]

The pages are the ten of gold/blocks/pages, and others made of articles of corpora/news_bulk.parquet below SELON_DATA (default ../shared):
their words are set into the pages of tests/clean/pages, which are built as press sites build theirs, and given scripts, menus and lists of
links until they weigh what a page of a press site weighs (some 130 kB). `rendered` pages say nothing of quality, only of time.

Both get the same bytes, one page after the other, by turns; of each page the quickest of the rounds counts. Times are CPU times of this
process. Ours ends with an article: blocks, credits, links, metadata, language; trafilatura's with its text and metadata.
"""

import argparse
import hashlib
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

from selon.clean import article
from selon.model.capture import Capture

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
SHARED = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve()
_WEIGHT = 130_000  # bytes: what the ten pages weigh on average
_MENU = '<div class="menu-{0}"><ul><li class="item-{0}"><a href="/rubrique/{0}">La rubrique numéro {0} du site</a></li></ul></div>'
_TEASER = (
    '<div class="card card-{0}"><a href="/article/{0}"><img src="/{0}.jpg" alt=""><h3>Un autre titre, le {0}e</h3></a><p>{1}</p></div>'
)
_SCRIPT = "<script>window.page=window.page||[];window.page.push({{id:{0},width:300,height:250,name:'slot-{0}'}});</script>"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rendered", type=int, default=60, help="pages made of articles")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-mask", action="store_true", help="leave the mask out")
    given = parser.parse_args()
    sets = {"pages of the development data": list(_gold()), "pages made of articles": list(_rendered(given.rendered))}
    data = hashlib.sha256(b"".join(content for pages in sets.values() for content in pages)).hexdigest()[:12]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; data {data}")
    tools = dict(_tools(mask=not given.no_mask))
    for name, pages in sets.items():
        _report(name, pages, tools, given.rounds)


def _gold() -> Iterator[bytes]:
    for path in sorted((SHARED / "gold" / "blocks" / "pages").glob("*.html")):
        yield path.read_bytes()


def _rendered(many: int) -> Iterator[bytes]:
    from support.pages import FAMILIES, PAGES, STOCK

    rows = pq.read_table(SHARED / "corpora" / "news_bulk.parquet", columns=["title", "text"]).slice(1_000, 40 * many).to_pylist()[::40]
    for at, row in enumerate(rows):
        lines = [line.strip() for line in row["text"].split("\n") if line.strip()]
        page = (PAGES / f"{FAMILIES[at % len(FAMILIES)]}.html").read_text(encoding="utf-8")
        body = "</p><p>".join(lines[3:]) if len(lines) > 3 else ""
        for name, words in {**STOCK, "t": row["title"] or lines[0], "p1": lines[0], "p2": "</p><p>".join([*lines[1:3], body])}.items():
            page = page.replace(f"${name}", words.replace("&", "&amp;"))
        yield page.replace("</body>", f"{_furniture(_WEIGHT - len(page.encode()))}</body>").encode()


def _furniture(size: int) -> str:
    """Menus, teasers and scripts of so many bytes."""
    pieces, weight, at = [], 0, 0
    while weight < size:
        at += 1
        pieces.append(_MENU.format(at) + _TEASER.format(at, "Une phrase du chapeau de cet autre article.") + _SCRIPT.format(at) * 4)
        weight += len(pieces[-1])
    return "".join(pieces)


def _tools(*, mask: bool) -> Iterator[tuple[str, Callable[[bytes], object]]]:
    import trafilatura

    yield "trafilatura, default", lambda content: trafilatura.extract(content, with_metadata=True, output_format="txt")
    yield "selon, mask off", _article
    if mask:
        yield "selon, mask on", lambda content: article(_capture(content), mask=True)


def _article(content: bytes) -> object:
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
    print(f"\n{name}: {len(pages)}, {sum(map(len, pages)) / len(pages) / 1000:.0f} kB on average")
    for tool, spent in times.items():
        rate, middle = len(pages) / sum(spent), statistics.median(spent) * 1000
        print(f"  {tool:22} {rate:7.1f} pages/s  median {middle:6.1f} ms  {beside / sum(spent):5.2f} times trafilatura's default")


def _timed(read: Callable[[bytes], object], page: bytes) -> float:
    begin = time.process_time()
    read(page)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
