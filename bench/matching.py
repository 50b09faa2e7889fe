"""How well and how fast matching finds reused passages, beside rensa and datasketch, in one run over the same articles.

    python bench/matching.py [--news 60000] [--no-peers]

Quality and speed come from one setting, over gold/reuse below SELON_DATA (default ../shared): recall of each kind of edit, pairs, and
articles a second of CPU time, the first run (kernels may be compiled) apart from the warm ones. The peers find pairs alone, no passages;
their best threshold of four is shown. Then corpora/news_bulk.parquet as a whole: CPU time, peak memory, and one new article against it.
All times are CPU times of this process, the quickest of `TIMES` runs: what else the machine does only ever adds.
"""

import argparse
import hashlib
import json
import os
import platform
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pyarrow.parquet as pq

from selon import match
from selon.match.warm import Warm, passages
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Interval, Span

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve()
GOLD = DATA / "gold" / "reuse"
NEWS = DATA / "corpora" / "news_bulk.parquet"
TIMES = 3
NEW = 40  # articles that are held against the rest one by one
PERMUTATIONS = 128
Pair = tuple[str, str]
T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=int, default=60_000, help="articles of the large run; 0 leaves it out")
    parser.add_argument("--no-peers", action="store_true")
    wanted = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores, one used")
    if wanted.news and NEWS.is_file():
        _large(wanted.news)
    if GOLD.is_dir():
        _gold(peers=not wanted.no_peers)


def _gold(*, peers: bool) -> None:
    source = GOLD / "dev.jsonl"
    records = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    articles = [_article(record["id"], record["text"], None, None) for record in records]
    gold = json.loads((GOLD / "dev_gold.json").read_text(encoding="utf-8"))
    print(f"{len(articles)} articles of gold/reuse ({hashlib.sha256(source.read_bytes()).hexdigest()[:12]})")
    first, _ = _timed(lambda: match.reuses(articles), times=1)
    seconds, reuses = _timed(lambda: match.reuses(articles))
    found = {_both(reuse.a.article_id, reuse.b.article_id) for reuse in reuses}
    print(f"selon: first run {first:.2f} s")
    _row("selon", "with spans", seconds, len(articles), found, gold)
    print("  recall by kind:", ", ".join(f"{kind} {share:.3f}" for kind, share in _by_kind(found, gold)))
    if peers:
        texts = [(record["id"], record["text"]) for record in records]
        for name, pairs in (("rensa", _rensa), ("datasketch", _datasketch)):
            for threshold, bands in ((0.1, 128), (0.3, 64), (0.5, 32)):
                seconds, peer = _timed(lambda pairs=pairs, threshold=threshold, bands=bands: pairs(texts, threshold, bands), times=2)
                _row(name, f"threshold {threshold}", seconds, len(texts), peer, gold)


def _row(name: str, setting: str, seconds: float, count: int, found: set[Pair], gold: dict[str, list[list[str]]]) -> None:
    wanted, natural = ({_both(*pair[:2]) for pair in gold[key]} for key in ("gold", "natural"))
    scored = found - natural
    hit = len(scored & wanted)
    precision, recall = hit / max(1, len(scored)), hit / len(wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:10} {setting:13} {count / seconds:7.0f} articles/s  pairs P {precision:.4f} R {recall:.4f} F1 {f1:.4f}")


def _by_kind(found: set[Pair], gold: dict[str, list[list[str]]]) -> Iterator[tuple[str, float]]:
    kinds = Counter(kind for _, _, kind in gold["gold"])
    hits = Counter(kind for a, b, kind in gold["gold"] if _both(a, b) in found)
    yield from ((kind, hits[kind] / count) for kind, count in sorted(kinds.items()))


def _both(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _shingles(text: str) -> list[str]:
    words = text.lower().split()
    return list({" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))})


def _rensa(texts: Sequence[tuple[str, str]], threshold: float, bands: int) -> set[Pair]:
    from rensa import RMinHash, RMinHashLSH

    hashes = RMinHash.from_token_sets([_shingles(text) for _, text in texts], PERMUTATIONS, 42)
    index = RMinHashLSH(threshold, PERMUTATIONS, bands)
    for number, one in enumerate(hashes):
        index.insert(number, one)
    found = set()
    for number, one in enumerate(hashes):
        near = (other for other in index.query(one) if other < number)
        found |= {_both(texts[other][0], texts[number][0]) for other in near if one.jaccard(hashes[other]) >= threshold}
    return found


def _datasketch(texts: Sequence[tuple[str, str]], threshold: float, bands: int) -> set[Pair]:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(params=(bands, PERMUTATIONS // bands), num_perm=PERMUTATIONS)
    hashes: dict[str, MinHash] = {}
    found = set()
    for name, text in texts:
        one = MinHash(num_perm=PERMUTATIONS)
        one.update_batch([shingle.encode() for shingle in _shingles(text)])
        found |= {_both(other, name) for other in index.query(one) if one.jaccard(hashes[other]) >= threshold}
        hashes[name] = one
        index.insert(name, one)
    return found


def _large(count: int) -> None:
    articles = list(_news(count))
    print(
        f"{len(articles)} articles of {NEWS.name}, {sum(len(one.text) for one in articles) / 1e6:.0f} million characters, {_peak()} before"
    )
    seconds, reuses = _timed(lambda: match.reuses(articles), times=1)
    print(f"  all at once: {seconds:.1f} s, {len(articles) / seconds:.0f} articles/s, {len(reuses)} passages, peak {_peak()}")
    del reuses
    new, held = articles[:: len(articles) // NEW][:NEW], set(range(0, len(articles), len(articles) // NEW))
    warm = Warm.of(one for number, one in enumerate(articles) if number not in held)
    times = sorted(_timed(lambda one=one: passages(warm, one))[0] for one in new)
    print(
        f"  one new article against them, warm: median {1000 * times[len(times) // 2]:.1f} ms, slowest of {NEW} {1000 * times[-1]:.1f} ms"
    )


def _news(count: int) -> Iterator[Article]:
    table = pq.read_table(NEWS, columns=["id", "text", "outlet", "date"])
    for row in table.slice(0, count).to_batches(max_chunksize=2000):
        for record in row.to_pylist():
            if record["text"]:
                yield _article(record["id"], record["text"], record["outlet"], record["date"])


def _article(name: str, text: str, outlet: str | None, day: str | None) -> Article:
    """One paragraph, so that what is measured is matching and not cleaning."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Article(
        id=name,
        digest=digest,
        text_digest=digest,
        address=name,
        url=None,
        outlet=outlet,
        title=None,
        authors=(),
        lang="en",
        published=Interval(earliest=day[:10], latest=day[:10], source="data") if day else None,
        text=text,
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),),
        credits=(),
        links=(),
        metadata=(),
        degraded=None,
    )


def _timed(work: Callable[[], T], *, times: int = TIMES) -> tuple[float, T]:
    best = float("inf")
    for _ in range(times):
        begin = time.process_time()
        result = work()
        best = min(best, time.process_time() - begin)
    return best, result


def _peak() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB"


if __name__ == "__main__":
    main()
