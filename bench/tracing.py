"""How long claims and lineage take over thousands of real articles, and how the time grows with their number.

    python bench/tracing.py [--news 2000] [--large 0]

Articles of corpora/news_bulk.parquet below SELON_DATA (default ../shared), French and English, read once by the whole pipeline (which is
not counted). Then claims and lineage over every fifth, and over all of them: CPU time of this process, milliseconds an article, the
exponent of growth between the two, and the peak of memory. `--large` takes a larger number for the second run.
"""

import argparse
import hashlib
import json
import os
import platform
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from selon import match, pipeline, resolve, trace
from selon.engine import Local
from selon.model.reading import Reading

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve()
NEWS = DATA / "corpora" / "news_bulk.parquet"
LANGUAGES = ("fr", "en")
FIFTH = 5
_BATCH = 1_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=int, default=2000, help="articles")
    parser.add_argument("--large", type=int, default=0, help="articles of the second run, where it is to be larger than --news")
    wanted = parser.parse_args()
    count = max(wanted.news, wanted.large)
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores, one used")
    readings = _readings(count)
    print(f"{len(readings)} articles of {NEWS.name} ({_digest(NEWS)}), {_peak()} before")
    few = wanted.news if wanted.large > wanted.news else len(readings) // FIFTH
    sample = readings[:: len(readings) // few][:few]
    _run(sample[:200])  # tables are read and patterns compiled
    times = [(len(part), _run(part)) for part in (sample, readings)]
    for number, (claims, lineage, shown) in times:
        each = 1000 * (claims + lineage) / number
        print(f"{number:7} articles: claims {claims:.1f} s, lineage {lineage:.1f} s, {each:.2f} ms an article; {shown}")
    (a, first), (b, second) = times
    print(f"growth from {a} to {b}: exponent {log(sum(second[:2]) / sum(first[:2])) / log(b / a):.2f}; peak {_peak()}")


def _run(readings: Sequence[Reading]) -> tuple[float, float, str]:
    articles = [reading.article for reading in readings]
    reuses, translations = match.reuses(articles), match.translations(articles)
    begin = time.process_time()
    claims = match.claims(readings, reuses)
    middle = time.process_time()
    lineage = trace.lineage(readings, reuses, claims, translations)
    end = time.process_time()
    several = sum(len({one.article_id for one in claim.appearances}) > 1 for claim in claims)
    return middle - begin, end - middle, f"{len(claims)} claims, {several} of several articles, {len(lineage.edges)} edges"


def _readings(count: int) -> list[Reading]:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "news.jsonl"
        with source.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(record, default=str) + "\n" for record in _records(count))
        alone = [one for one in pipeline.readings([source], engine=Local()) if isinstance(one, Reading)]
    return list(resolve.across(alone))


def _records(count: int) -> Iterator[dict[str, object]]:
    """Every n-th article of the two languages, so that all of the corpus is seen; no others are brought into memory."""
    told = pq.read_table(NEWS, columns=["lang"]).column("lang").to_pylist()
    empty = pc.equal(pc.fill_null(pc.utf8_length(pq.read_table(NEWS, columns=["text"]).column("text")), 0), 0).to_pylist()
    rows = [number for number, (lang, none) in enumerate(zip(told, empty, strict=True)) if lang in LANGUAGES and not none]
    wanted = frozenset(rows[:: max(1, len(rows) // count)][:count])
    number = 0
    for batch in pq.ParquetFile(NEWS).iter_batches(_BATCH, columns=["id", "lang", "url", "outlet", "title", "date", "text"]):
        own = [at for at in range(batch.num_rows) if number + at in wanted]
        yield from ({key: value for key, value in row.items() if value} for row in batch.take(pa.array(own, pa.int64())).to_pylist())
        number += batch.num_rows


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def _peak() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB"


if __name__ == "__main__":
    main()
