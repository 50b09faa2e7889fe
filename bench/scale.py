"""How fast a large run is, how much memory it takes, and how both grow with the number of articles.

    python bench/scale.py [--articles 1000 3000 5000 20000 60000] [--times 1] [--engine local|spark[:MASTER]] [--workers 1]
                          [--html] [--only-reuse] [--keep FOLDER] [--peers 0] [--price 0.05] [--write docs/benchmarks.md]

The articles are those of corpora/news_bulk.parquet below SELON_DATA (default ../shared), evenly spread over it. `--times 16` makes sixteen
of each: the copies keep one paragraph in ten and are told in other letters for the rest, so that a million hold some shared text as the
real ones do. `--html` sets the words into pages made up as real ones are (rendered.py) first. Each size is run on its own, in its own
folder, which `--keep` leaves where it says: what was cut short goes on there, and then only what was left is measured.

Times are CPU times of all processes of the run, by stage, asked twice a second, and when each stage had ended by the clock; memory is the
highest sum of what they hold at one instant, shared pages counted once for each. With several sizes the exponent of growth is that of the
least squares line through the logarithms. `--peers N` measures N articles with trafilatura (reading), datasketch and rensa (pairs of alike
texts) beside the same stages of ours. `--price` is that of one core for one hour. `--write` keeps what was printed, for the
page of figures.
"""

import argparse
import hashlib
import math
import multiprocessing
import os
import platform
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from rendered import gold, make_up, rendered
from selon.api.large import Report, Settings, run
from selon.engine.tables import Tables

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve()
NEWS = DATA / "corpora" / "news_bulk.parquet"
_KEPT = 10  # of so many paragraphs one stays as it is in a copy
_LOOK_SECONDS = 0.5
_LOOKED_AT = 60  # pages, to tell what they are made up of
_HERE = Path("/proc")


@dataclass(slots=True)
class Figures:
    """What one size has cost."""

    articles: int
    cpu_seconds: dict[str, float] = field(default_factory=dict)  # by stage
    stage_seconds: dict[str, float] = field(default_factory=dict)  # by the clock
    stage_bytes: dict[str, int] = field(default_factory=dict)  # the most that was held at one instant
    wall_seconds: float = 0.0
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def cpu(self) -> float:
        """CPU seconds of all stages."""
        return sum(self.cpu_seconds.values())

    @property
    def peak_bytes(self) -> int:
        """The most that was held at one instant."""
        return max(self.stage_bytes.values(), default=0)


def main() -> None:
    """Measure, print, and keep what was printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 3_000])
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--engine", default="local")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--html", action="store_true")
    parser.add_argument("--only-reuse", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--peers", type=int, default=0)
    parser.add_argument("--price", type=float, default=0.05)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    said: list[str] = []

    def say(line: str = "") -> None:
        print(line, flush=True)
        said.append(line)

    say(f"`python bench/scale.py {' '.join(sys.argv[1:])}`, {time.strftime('%Y-%m-%d')}")
    say()
    say(f"- machine: {_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before; Python {platform.python_version()}")
    say(f"- data: {NEWS.name}, sha256 {_sha(NEWS)}; engine {asked.engine}, workers {asked.workers}, {'HTML' if asked.html else 'text'}")
    if asked.html:
        say(f"- pages: {make_up(list(rendered(_LOOKED_AT)))}; ten real ones: {make_up(list(gold()))}")
    found = [_measured(many, asked, say) for many in asked.articles]
    if len(found) > 1:
        say(f"- growth: CPU time as articles ^ {_exponent(found, lambda one: one.cpu):.2f}, by stage: {_exponents(found)}")
        say(f"- memory as articles ^ {_exponent(found, lambda one: one.peak_bytes):.2f}")
    last = found[-1]
    hours = last.cpu / last.articles * 1e6 / 3600
    say(
        f"- a million articles at the rate of the last size: {hours:.1f} core hours, {hours * asked.price:.2f} at {asked.price} a core hour"
    )
    if asked.peers:
        _peers(asked.peers, say)
    if asked.write:
        with asked.write.open("a", encoding="utf-8") as page:
            page.write("\n" + "\n".join(said) + "\n")


def _measured(many: int, asked: argparse.Namespace, say: Callable[..., None]) -> Figures:
    kept = asked.keep and asked.keep / f"{many}-{asked.times}-{'html' if asked.html else 'text'}"
    with nullcontext(kept) if kept else tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        source, counted = home / "news", home / "count"
        if not counted.exists():
            source.mkdir(parents=True)
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:  # what it holds is no part of what is measured
                made = apart.submit(_pages, many, source) if asked.html else apart.submit(_texts, many, asked.times, source)
                counted.write_text(str(made.result()))
        count = int(counted.read_text())
        found = Figures(count)
        _run(source, home / "out", asked, found)
    say()
    say(f"### {count:,} articles")
    say()
    say("| stage | CPU s | articles a CPU second | ended after s | GB |")
    say("|---|---|---|---|---|")
    clock = 0.0
    for stage, seconds in found.cpu_seconds.items():
        clock += found.stage_seconds[stage]
        say(f"| {stage} | {seconds:.1f} | {count / max(seconds, 0.01):,.0f} | {clock:.0f} | {found.stage_bytes[stage] / 1e9:.2f} |")
    say(f"| **all** | **{found.cpu:.1f}** | **{count / found.cpu:,.1f}** | {found.wall_seconds:.0f} | {found.peak_bytes / 1e9:.2f} |")
    say()
    say(f"{found.wall_seconds:.0f} s by the clock, peak memory {found.peak_bytes / 1e9:.2f} GB; {_told(found.rows)}.")
    say()
    return found


def _run(source: Path, out: Path, asked: argparse.Namespace, found: Figures) -> None:
    begin = time.monotonic()
    stage, since, clock = "", 0.0, begin

    def tell(name: str, done: int, parts: int, kept: int) -> None:
        nonlocal stage, since, clock
        if name != stage:
            end(watch.cpu())
            stage, since, clock = name, watch.cpu(), time.monotonic()

    def end(now: float) -> None:
        if stage:
            found.cpu_seconds[stage] = found.cpu_seconds.get(stage, 0.0) + now - since
            found.stage_seconds[stage] = found.stage_seconds.get(stage, 0.0) + time.monotonic() - clock
            found.stage_bytes[stage] = max(found.stage_bytes.get(stage, 0), watch.taken_peak())

    with _Watch() as watch:
        engine = _engine(asked, out)
        try:
            settings = Settings(joined=not asked.only_reuse)
            report: Report = run([source], out, engine=engine, settings=settings, tell=tell)
        finally:
            engine.stop()
        end(watch.cpu())
    found.wall_seconds = time.monotonic() - begin
    names = ["articles", "attributions", "reuses", *([] if asked.only_reuse else ["claims", "edges"])]
    found.rows = {name: report.result.count(name) for name in names}


def _engine(asked: argparse.Namespace, out: Path) -> Tables:
    name, _, master = asked.engine.partition(":")
    if name == "spark":
        from selon.engine.with_pyspark import SparkTables

        return SparkTables(master=master or f"local[{asked.workers}]")
    from selon.engine.local_tables import LocalTables

    return LocalTables(workers=asked.workers, spill=out / "spill")


def _texts(many: int, times: int, folder: Path) -> int:
    """Write the articles, and copies of each, into Parquet files; how many there are."""
    table = pq.read_table(NEWS)
    step = max(1, table.num_rows // many)
    table = table.take(pa.array(range(0, min(table.num_rows, step * many), step)))
    for copy in range(times):
        rows = table if copy == 0 else pa.Table.from_pylist([_retold(row, copy) for row in table.to_pylist()], table.schema)
        pq.write_table(rows, folder / f"news-{copy:03}.parquet", compression="zstd")
    return int(table.num_rows) * times


def _retold(row: dict[str, Any], copy: int) -> dict[str, Any]:
    """The article in other letters, but for one paragraph in ten; names keep their capitals, numbers move."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    turned = letters[copy % 25 + 1 :] + letters[: copy % 25 + 1]
    change = str.maketrans(letters + letters.upper(), turned + turned.upper())
    lines = [line if at % _KEPT == _KEPT - 1 else line.translate(change) for at, line in enumerate((row["text"] or "").split("\n"))]
    return {**row, "id": f"{row['id']}-{copy}", "url": f"{row['url']}?copy={copy}" if row["url"] else None, "text": "\n".join(lines)}


def _pages(many: int, folder: Path) -> int:
    count = 0
    for count, page in enumerate(rendered(many), 1):
        (folder / f"page-{count:06}.html").write_bytes(page)
    return count


def _peers(many: int, say: Callable[..., None]) -> None:
    import trafilatura

    import matching
    import reading
    from selon import match

    texts = [(row["id"], row["text"]) for row in pq.read_table(NEWS, columns=["id", "text"]).slice(0, many).to_pylist() if row["text"]]
    pages = list(rendered(min(many, 200)))
    say()
    say(f"### Beside others, in one run: {len(pages)} pages, {len(texts):,} texts")
    say()
    say("| what | by | a CPU second |")
    say("|---|---|---|")
    for name, read in (("selon", reading.read), ("trafilatura", lambda page: trafilatura.extract(page, with_metadata=True))):
        seconds, _ = matching._timed(lambda read=read: [read(page) for page in pages], times=2)
        say(f"| pages read | {name} | {len(pages) / seconds:,.0f} |")
    articles = [matching._article(name, text, None, None) for name, text in texts]
    seconds, _ = matching._timed(lambda: match.reuses(articles), times=2)
    say(f"| passages with spans | selon | {len(texts) / seconds:,.0f} |")
    for name, pairs in (("rensa", matching._rensa), ("datasketch", matching._datasketch)):
        seconds, _ = matching._timed(lambda pairs=pairs: pairs(texts, 0.3, 64), times=1)
        say(f"| pairs of alike texts | {name} | {len(texts) / seconds:,.0f} |")


class _Watch:
    """What this process and all below it hold at most, and the CPU seconds that they have spent; use it in a `with`.

    A process is asked until it ends: what one has spent whose parent died before it is told by nobody afterwards.
    """

    def __init__(self) -> None:
        self._peak = 0
        self._spent: dict[tuple[int, str], float] = {}  # of a process with the instant that it began
        self._over, self._alone = threading.Event(), threading.Lock()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def cpu(self) -> float:
        """CPU seconds until now, of processes that have ended as well."""
        self._note()
        return sum(self._spent.values())

    def taken_peak(self) -> int:
        """The most that was held at one instant since this was asked last."""
        self._note()
        with self._alone:
            peak, self._peak = self._peak, 0
        return peak

    def _look(self) -> None:
        while not self._over.wait(_LOOK_SECONDS):
            self._note()

    def _note(self) -> None:
        with self._alone:
            there = list(_below(os.getpid()))
            self._peak = max(self._peak, sum(map(_resident, there)))
            self._spent |= dict(filter(None, map(_running, there)))


def _below(root: int) -> Iterator[int]:
    """Yield a process and all that it has started, and they in turn."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        yield one
        for task in _HERE.glob(f"{one}/task/*/children"):
            try:
                waiting += map(int, task.read_text().split())
            except OSError:
                continue


def _resident(process: int) -> int:
    try:
        return int((_HERE / str(process) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def _running(process: int) -> tuple[tuple[int, str], float] | None:
    """A process, with its own CPU seconds; None: it has ended."""
    try:
        told = (_HERE / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (process, told[19]), sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")


def _exponents(found: Sequence[Figures]) -> str:
    slow = [stage for stage, seconds in found[-1].cpu_seconds.items() if seconds >= 1 and found[0].cpu_seconds.get(stage, 0) > 0]
    return ", ".join(f"{stage} {_exponent(found, lambda one, stage=stage: one.cpu_seconds[stage]):.2f}" for stage in slow)


def _exponent(found: Sequence[Figures], figure: Callable[[Figures], float]) -> float:
    points = [(math.log(one.articles), math.log(max(1e-9, figure(one)))) for one in found]
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def _told(rows: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in rows.items())


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _sha(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


if __name__ == "__main__":
    main()
