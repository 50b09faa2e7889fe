"""How fast attributions are found: articles a second on one core, and how the cost grows with the length of a text.

    python bench/attribution.py [--articles 2000]

Times are CPU times of this process: of each article, and of each text, the quickest of several runs that lie apart, because what else the
machine does only ever adds. Reading and cleaning are done before the clock starts, and so is the making of the tables, which is shown on a
line of its own. For the growth a text is read ten times in a row, and the one ten times as long once, in turn: both take as long, so that
what disturbs one disturbs the other. The articles are every n-th row of corpora/news_bulk.parquet below SELON_DATA (default ../shared).
"""

import argparse
import hashlib
import math
import os
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from selon.attribute import attributions
from selon.clean import article
from selon.languages import codes, load
from selon.model.article import Article, Block, BlockKind
from selon.model.capture import Capture, Declared
from selon.model.span import Span

ROOT = Path(__file__).resolve().parent.parent
NEWS = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "corpora" / "news_bulk.parquet"
TIMES = 8  # the quickest of so many runs counts
_WORDS = "Le pont tient depuis trente ans, et la mairie de Valbrune le dit volontiers. "
_PLAIN = "« Le pont tient », a dit Ada Bry lundi à la radio. Selon la régie, il rouvrira en juin. La mairie affirme que rien ne presse. "
TEXTS: dict[str, Callable[[int], str]] = {
    "plain paragraphs": lambda size: (_PLAIN + "\n") * (size // 100),
    "one very long line": lambda size: _PLAIN * (size // 100),
    "a line without a full stop": lambda size: "le pont que la mairie dit avoir vu et qui tient " * (size // 50),
    "100,000 quotation marks": lambda size: '"' * size,
    "100,000 opening marks": lambda size: "« " * size,
    "100,000 marks, all nested": lambda size: "«“" * (size // 4) + "le pont tient" + "”»" * (size // 4),
    "100,000 marks in pairs": lambda size: "« le pont » " * (size // 2),
    "quotations never closed": lambda size: ("« le pont " + _WORDS) * (size // 90),
    "50,000 times 'selon '": lambda size: "selon " * (size // 2),
    "10,000 times 'a dit que '": lambda size: "a dit que " * (size // 10),
    "brackets and commas": lambda size: "(, " * size,
    "one endless word": lambda size: "selon" * size,
}
SIZES = (10_000, 100_000)  # the long text is the short one ten times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    wanted = parser.parse_args().articles
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores, one used")
    _tables()
    if NEWS.is_file():
        _speed(list(_articles(wanted)))
    else:
        print(f"no {NEWS}: only the growth is measured")
    _growth()


def _tables() -> None:
    for code in codes():
        start = time.process_time()
        attributions(_paragraph("Rien.\n", code), load(code))
        print(f"tables of '{code}': {time.process_time() - start:.3f} s")


def _speed(articles: list[Article]) -> None:
    print(f"{NEWS.name}: sha256 of the texts {_digest(articles)}")
    total = 0.0
    for code in sorted({one.lang for one in articles}):
        mine = [one for one in articles if one.lang == code]
        chars = sum(len(one.text) for one in mine)
        found = sum(len(attributions(one, load(code))) for one in mine)
        seconds = sum(_quickest([partial(attributions, one, load(code)) for one in mine]))
        total += seconds
        print(
            f"{code}: {len(mine)} articles, {found} attributions, {len(mine) / seconds:.0f} articles/s, {chars / seconds / 1e6:.2f} Mchar/s"
        )
    print(f"all: {len(articles)} articles, {len(articles) / total:.0f} articles/s")


def _growth() -> None:
    print("growth: a text ten times, and one ten times as long (linear is 10)")
    for name, made in TEXTS.items():
        pages = [_paragraph(made(size), "fr") for size in SIZES]
        short, long = _quickest([partial(_read, pages[0], 10), partial(_read, pages[1], 1)])
        print(f"  {name:28} {short:7.3f} s {long:7.3f} s   x {10 * long / short:.1f}")


def _read(page: Article, times: int) -> None:
    for _ in range(times):
        attributions(page, load("fr"))


def _quickest(works: Sequence[Callable[[], object]]) -> list[float]:
    """The seconds of the quickest run of each of some works, which run in turn."""
    least = [math.inf] * len(works)
    for _ in range(TIMES):
        for number, work in enumerate(works):
            start = time.process_time()
            work()
            least[number] = min(least[number], time.process_time() - start)
    return least


def _articles(wanted: int) -> Iterator[Article]:
    """Every n-th row in a language that has tables, cleaned."""
    table = pq.read_table(NEWS, columns=["id", "lang", "text"])
    step = max(1, len(table) // wanted)
    for row in table.take(list(range(0, len(table), step))).to_pylist()[:wanted]:
        content = row["text"].encode()
        declared = Declared(lang=row["lang"])
        one = article(Capture(id=row["id"], address=row["id"], media_type="text/plain", content=content, declared=declared))
        if one.lang in codes():
            yield one


def _digest(articles: list[Article]) -> str:
    sha = hashlib.sha256()
    for one in articles:
        sha.update(one.text.encode())
    return sha.hexdigest()[:16]


def _paragraph(text: str, lang: str) -> Article:
    """One paragraph a line."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block(span=Span(at, at + len(line)), kind=BlockKind.PARAGRAPH))
        at += len(line)
    return Article(
        id="a", digest="0" * 16, text_digest="0" * 16, address="a.txt", url=None, outlet=None, title=None, authors=(), lang=lang,
        published=None, text=text, blocks=tuple(blocks), credits=(), links=(), metadata=(), degraded=None,
    )  # fmt: skip


if __name__ == "__main__":
    main()
