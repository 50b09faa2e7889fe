"""How well and how fast matching finds reused passages, beside rensa and datasketch, in one run over the same articles.

    python bench/matching.py [--news 60000] [--no-peers]

Quality and speed come from one setting, over gold/reuse below SELON_DATA (default ../shared): recall of each kind of edit, pairs, and
articles a second of CPU time, the first run (kernels may be compiled) apart from the warm ones. The peers find pairs alone, no passages;
their best threshold of four is shown. Then claims (`--claims`: these alone): pairs over gold/claims, those across languages apart, and over
the stories B-cubed and how many pairs that were copied and that were reworded are joined. Then corpora/news_bulk.parquet as a whole: CPU
time, peak memory, and one new article against it. All times are CPU times of this process, the quickest of `TIMES` runs: what else the
machine does only ever adds.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pyarrow.parquet as pq

from selon import match
from selon.match.warm import Warm, passages
from selon.model.article import Article, Block, BlockKind
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.span import Interval, Span

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve()
GOLD = DATA / "gold" / "reuse"
NEWS = DATA / "corpora" / "news_bulk.parquet"
TIMES = 3
NEW = 40  # articles that are held against the rest one by one
PERMUTATIONS = 128
Pair = tuple[str, str]
Place = tuple[str, int, int]
T = TypeVar("T")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=int, default=60_000, help="articles of the large run; 0 leaves it out")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--claims", action="store_true", help="the claims alone")
    wanted = parser.parse_args()
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores, one used")
    if wanted.claims:
        _claims()
        return
    if wanted.news and NEWS.is_file():
        _large(wanted.news)
    if GOLD.is_dir():
        _gold(peers=not wanted.no_peers)
        _claims()


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


def _claims() -> None:
    scorer = _scorer()
    for name, kind in (
        ("claims/cross_dev.jsonl", "claims"),
        ("claims/bilingual_own.jsonl", "claims"),
        ("stories/S2.json", "stories"),
        ("stories/S5.json", "stories"),
    ):
        readings = _read(name, kind)
        reuses = match.reuses([reading.article for reading in readings])
        seconds, claims = _timed(lambda readings=readings, reuses=reuses: match.claims(readings, reuses), times=1)
        told = [
            {
                "appearances": [
                    {"article": one.article_id, "start": span.start, "end": span.end} for one in claim.appearances for span in one.spans
                ]
            }
            for claim in claims
        ]
        gold = (
            [json.loads(line) for line in (DATA / "gold" / name).read_text(encoding="utf-8").splitlines()]
            if kind == "claims"
            else json.loads((DATA / "gold" / name).read_text(encoding="utf-8"))
        )
        found = getattr(scorer, kind)(gold, told)
        print(f"claims     {name:26} {1000 * seconds / len(readings):6.1f} ms/article ", _figures(found, gold, told, reuses))


def _figures(found: dict[str, Any], gold: Any, told: list[dict[str, Any]], reuses: Sequence[Reuse]) -> str:
    if "pairs" in found:
        by = _joined({one["id"]: [(one["id"], 0, len(one["text"]))] for one in gold}, told)
        across = [
            (a, b) for a in gold for b in gold if a["id"] < b["id"] and a["cluster"] == b["cluster"] is not None and a["lang"] != b["lang"]
        ]
        held = sum(bool(by[a["id"]] & by[b["id"]]) for a, b in across)
        return f"pairs {found['pairs']}; across languages {held}/{len(across)} joined"
    places = {number: [(one["article"], one["start"], one["end"])] for number, one in enumerate(_places(gold))}
    by = _joined(places, told)
    rows = list(enumerate(_places(gold)))
    pairs = [(a, b) for a in rows for b in rows if a[0] < b[0] and a[1]["claim"] == b[1]["claim"]]
    copied = [pair for pair in pairs if _shares(pair[0][1], pair[1][1], reuses)]
    other = [pair for pair in pairs if pair not in copied]
    shares = [
        f"{name} {sum(bool(by[a[0]] & by[b[0]]) for a, b in some)}/{len(some)} joined"
        for name, some in (("copied", copied), ("reworded", other))
    ]
    return f"B-cubed {found['claims_b3']}; {', '.join(shares)}"


def _places(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [one | {"claim": claim["id"]} for claim in gold["claims"] for one in claim["appearances"]]


def _joined(places: dict[Any, list[Place]], told: list[dict[str, Any]]) -> dict[Any, set[int]]:
    """For each place the claims of which an appearance covers half of it."""
    found: dict[Any, set[int]] = {name: set() for name in places}
    for number, claim in enumerate(told):
        for one in claim["appearances"]:
            for name, stretches in places.items():
                for article, start, end in stretches:
                    over = min(end, one["end"]) - max(start, one["start"])
                    if article == one["article"] and over > 0 and 2 * over >= min(end - start, one["end"] - one["start"]):
                        found[name].add(number)
    return found


def _shares(a: dict[str, Any], b: dict[str, Any], reuses: Sequence[Reuse]) -> bool:
    """Do two appearances touch one passage that their articles share?"""
    spans = {one["article"]: Span(one["start"], one["end"]) for one in (a, b)}
    return len(spans) > 1 and any(
        all(passage.article_id in spans and passage.span.overlaps(spans[passage.article_id]) for passage in (reuse.a, reuse.b))
        for reuse in reuses
    )


def _read(name: str, kind: str) -> list[Reading]:
    from selon import pipeline, resolve  # here, so that they take no memory where reuse is measured
    from selon.engine import Local

    inputs = subprocess.run(
        [sys.executable, DATA / "gold" / "score.py", "inputs", kind, DATA / "gold" / name], capture_output=True, check=True
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "inputs.jsonl"
        source.write_bytes(inputs.stdout)
        alone = [one for one in pipeline.readings([source], engine=Local()) if isinstance(one, Reading)]
    return list(resolve.across(alone))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", DATA / "gold" / "score.py")
    if spec is None or spec.loader is None:
        sys.exit("no gold/score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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
    batches = pq.ParquetFile(NEWS).iter_batches(2_000, columns=["id", "text", "outlet", "date"])
    for record in islice((record for batch in batches for record in batch.to_pylist()), count):
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
