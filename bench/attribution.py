"""How fast attributions are found: articles a second on one core, and how the cost grows with the length of a text.

    python bench/attribution.py [--articles 2000]

Times are CPU times of this process: of each article, and of each text, the quickest of several runs that lie apart, because what else the
machine does only ever adds; the runs of the articles lie minutes apart. Reading and cleaning are done before the clock starts, and so is
the making of the tables, which is shown on a line of its own. For the growth a text is read ten times in a row, and the one ten times as
long once, in turn: both take as long, so that what disturbs one disturbs the other. The articles are every n-th row of
corpora/news_bulk.parquet below SELON_DATA (default ../shared).
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
TIMES = 5  # the quickest of so many runs of a text counts; of an article, of one run between each two texts
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
    if not NEWS.is_file():
        print(f"no {NEWS}: only the growth is measured")
    articles = list(_articles(wanted)) if NEWS.is_file() else []
    works = [partial(attributions, one, load(one.lang)) for one in articles]
    least = [math.inf] * len(works)
    print("growth: a text ten times, and one ten times as long (linear is 10)")
    for name, made in TEXTS.items():
        _once(works, least)  # the runs of the articles lie between those of the texts, so that minutes lie between them
        _growth(name, made)
    if articles:
        _speed(articles, least)


def _tables() -> None:
    for code in codes():
        start = time.process_time()
        attributions(_paragraph("Rien.\n", code), load(code))
        print(f"tables of '{code}': {time.process_time() - start:.3f} s")


def _speed(articles: list[Article], least: list[float]) -> None:
    print(f"{NEWS.name}: sha256 of the texts {_digest(articles)}")
    for code in sorted({one.lang for one in articles}):
        mine = [(one, seconds) for one, seconds in zip(articles, least, strict=True) if one.lang == code]
        chars, total = sum(len(one.text) for one, _ in mine), sum(seconds for _, seconds in mine)
        found = sum(len(attributions(one, load(code))) for one, _ in mine)
        print(f"{code}: {len(mine)} articles, {found} attributions, {len(mine) / total:.0f} articles/s, {chars / total / 1e6:.2f} Mchar/s")
    print(f"all: {len(articles)} articles, {len(articles) / sum(least):.0f} articles/s")


def _growth(name: str, made: Callable[[int], str]) -> None:
    pages = [_paragraph(made(size), "fr") for size in SIZES]
    works = [partial(_read, pages[0], 10), partial(_read, pages[1], 1)]
    least = [math.inf, math.inf]
    for _ in range(TIMES):
        _once(works, least)
    print(f"  {name:28} {least[0]:7.3f} s {least[1]:7.3f} s   x {10 * least[1] / least[0]:.1f}")


def _read(page: Article, times: int) -> None:
    for _ in range(times):
        attributions(page, load("fr"))


def _once(works: Sequence[Callable[[], object]], least: list[float]) -> None:
    """Do each of some works once, in turn, and keep its seconds where they are fewer than before."""
    for number, work in enumerate(works):
        start = time.process_time()
        work()
        least[number] = min(least[number], time.process_time() - start)


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
