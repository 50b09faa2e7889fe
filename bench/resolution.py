"""How fast claimants and dates are found: CPU time a thousand articles beside attribution, and a sentence, on one core; how it grows.

    python bench/resolution.py [--articles 2000]

Times are CPU times of this process, the quickest of three runs. Beside these stands what the stages take for articles that they read
for the first time, as those of a collection are, where names are met that were never compared: every second one, once, after the others.
Reading, cleaning and the making of the tables are done before the clock starts; the articles are every n-th row of
corpora/news_bulk.parquet below SELON_DATA (default ../shared) in a language that has tables.
"""

import argparse
import hashlib
import os
import platform
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq

from selon.attribute import attributions
from selon.clean import article
from selon.languages import codes, load
from selon.languages.sentences import sentences
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.capture import Capture, Declared
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.resolve import across, claimants, dates, nodes

ROOT = Path(__file__).resolve().parent.parent
NEWS = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "corpora" / "news_bulk.parquet"
TIMES = 3
MOST = 1 / 3  # of the time of attribution, by the promise
_PLAIN = "« Le pont tient », a dit Ada Bry lundi. La maire de Valbrune, Ida Corvin, le nie. « Il tient », a-t-elle ajouté. Il se tait. "
PUBLISHED = Interval(earliest="2019-05-16", latest="2019-05-16", source="the bench")  # so that what is counted from publication is counted
MOST_MS = 0.05  # a sentence, by the promise
SIZES = (10_000, 100_000)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    wanted = parser.parse_args().articles
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores, one used")
    if NEWS.is_file():
        pages = list(_articles(wanted))
        _speed(pages)
        _dates(pages)
    else:
        print(f"no {NEWS}: only the growth is measured")
    _growth()


def _articles(wanted: int) -> Iterator[Article]:
    table = pq.read_table(NEWS, columns=["id", "lang", "title", "text"])
    step = max(1, table.num_rows // wanted)
    print(f"{NEWS.name}, {table.num_rows} rows, SHA-256 {hashlib.sha256(NEWS.read_bytes()).hexdigest()[:16]}, every {step}th")
    for row in table.take(list(range(0, table.num_rows, step))).to_pylist():
        if row["lang"] in codes():
            yield article(_capture(row["id"], row["text"], lang=row["lang"], title=row["title"]))


def _capture(name: str, text: str, **declared: str) -> Capture:
    content = text.encode()
    return Capture(id=name, address=name, media_type="text/plain", content=content, declared=Declared(**declared))


def _speed(pages: list[Article]) -> None:
    first = _first(pages)
    found: list[tuple[Attribution, ...]] = [attributions(page, load(page.lang)) for page in pages]
    told: list[Reading] = []
    attribute = _quickest(lambda: [attributions(page, load(page.lang)) for page in pages])
    resolve = _quickest(lambda: [claimants(page, said, load(page.lang)) for page, said in zip(pages, found, strict=True)])
    for page, said in zip(pages, found, strict=True):
        told.append(Reading(article=page, attributions=said, dates=(), resolutions=claimants(page, said, load(page.lang))))
    joined = _quickest(lambda: across(told))
    alone = _quickest(lambda: [nodes(one) for one in told])
    kept = [nodes(one) for one in told]
    with_them = _quickest(lambda: across(told, (), kept))
    thousand = len(pages) / 1000
    print(f"{len(pages)} articles, {sum(map(len, found))} attributions")
    print(f"  attribution {attribute / thousand:8.3f} s a thousand articles")
    print(f"  claimants   {resolve / thousand:8.3f} s, {resolve / attribute:.2f} of it (promised: {MOST:.2f})")
    print(f"  read for the first time: attribution {first[0]:.3f} s, claimants {first[1]:.3f} s, {first[1] / first[0]:.2f} of it")
    print(f"  across      {joined / thousand:8.3f} s, {joined / attribute:.2f} of it; {alone / thousand:.3f} s are of one article each;")
    print(f"              {with_them / thousand:8.3f} s where those are kept (names that were compared before are not compared again)")


def _first(pages: list[Article]) -> tuple[float, float]:
    """Seconds a thousand articles that attribution and claimants take for every second one, once the others were read."""
    for page in pages[::2]:
        claimants(page, attributions(page, load(page.lang)), load(page.lang))
    begin = time.process_time()
    found = [(page, attributions(page, load(page.lang))) for page in pages[1::2]]
    between = time.process_time()
    for page, said in found:
        claimants(page, said, load(page.lang))
    thousand = len(found) / 1000
    return (between - begin) / thousand, (time.process_time() - between) / thousand


def _dates(pages: list[Article]) -> None:
    for code in sorted({page.lang for page in pages}):
        mine = [replace(page, published=PUBLISHED) for page in pages if page.lang == code]
        count = sum(len(sentences(page.text, Span(0, len(page.text)), load(code))) for page in mine if page.text)
        found = sum(len(dates(page, load(code))) for page in mine)
        spent = _quickest(lambda mine=mine, code=code: [dates(page, load(code)) for page in mine])  # type: ignore[misc]
        print(f"  dates, {code}   {spent / count * 1000:8.4f} ms a sentence, {found} in {count} (promised: {MOST_MS})")


def _growth() -> None:
    for size in SIZES:
        page = article(_capture("long", _PLAIN * (size // len(_PLAIN)), lang="fr"))
        said = attributions(page, load("fr"))
        spent = _quickest(lambda page=page, said=said: claimants(page, said, load("fr")))
        print(
            f"  {size:7} characters, {len(said):5} attributions: {spent * 1000:8.1f} ms, {spent / size * 1e6:6.2f} microseconds a character"
        )


def _quickest(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(TIMES):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


if __name__ == "__main__":
    main()
