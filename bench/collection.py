"""A collection that lasts: how long a first run, a second one, a hundred more articles, a search among a million, readers beside a writer.

.venv/bin/python bench/collection.py runs 10000      articles of the corpora: added, run, run again, a hundred more
.venv/bin/python bench/collection.py search          1,000,000 attributions of 100,000 articles made by program: every kind of search
.venv/bin/python bench/collection.py readers 60      one writer and eight readers, ten queries a second each, on these 100,000 articles
"""

import argparse
import json
import os
import platform
import random
import resource
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as parquet

from selon import api, pipeline
from selon.engine import Local
from selon.model.article import Article, Block, BlockKind
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.store import Kept, Wanted, What, opened
from selon.store.packing import packed
from selon.store.searching import RUNNING_BITS, folded, tag
from selon.store.sounds import sounds_of

DATA = Path(os.environ.get("SELON_DATA") or Path(__file__).resolve().parents[2] / "shared") / "corpora"
MADE = Path(tempfile.gettempdir()) / "selon-bench-made"
ARTICLES, EACH = 100_000, 10
WORDS = [
    "port",
    "barrière",
    "digue",
    "écluse",
    "bac",
    "quai",
    "phare",
    "jetée",
    "houle",
    "marée",
    "pilote",
    "amarre",
    "chenal",
    "balise",
    "sirène",
    "vanne",
    "pompe",
    "plaque",
    "coque",
    "criée",
    "filet",
    "ministre",
    "conseil",
    "préfecture",
    "enquête",
    "rapport",
    "budget",
    "retard",
    "travaux",
    "fermeture",
    "ouverture",
    "annonce",
    "démenti",
    "réunion",
    "experts",
    "mesures",
    "capteur",
    "nuit",
    "matin",
    "lundi",
    "mardi",
    "hiver",
    "printemps",
    "nord",
    "sud",
    "large",
    "côte",
    "baie",
    "détroit",
    "ville",
    "commune",
    "région",
    "frontière",
    "pays",
    "voisin",
    "accord",
    "traité",
]
NAMES = [f"{first} {last}" for first in ("Ada", "Lucas", "Nora", "Ida", "Jo", "Mireille", "Paul", "Zoé") for last in WORDS[:50]]
OUTLETS = [f"Le {word.title()}" for word in WORDS[:40]]
STANCES = (Stance.ASSERTED,) * 12 + (Stance.HEDGED,) * 4 + (Stance.DENIED,) * 3 + (Stance.UNCONFIRMED,)


def main() -> None:
    """Run what is asked for, and print its figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", choices=("runs", "search", "readers"))
    asked.add_argument("many", nargs="?", type=int, default=0)
    options = asked.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}")
    print(f"SQLite {sqlite3.sqlite_version}")
    {"runs": runs, "search": search, "readers": readers}[options.what](options.many)


def runs(many: int) -> None:
    """A first run against the stages alone; a second run; a hundred more: the three figures that are asked of 10,000 articles."""
    with tempfile.TemporaryDirectory(prefix="selon-bench-") as folder:
        where = Path(folder)
        lines = list(_corpus((many or 10_000) + 100))
        print(f"{len(lines)} articles, sha256 {sha256(''.join(lines).encode()).hexdigest()[:16]}")
        first, more = where / "first.jsonl", where / "more.jsonl"
        first.write_text("".join(lines[:-100]), encoding="utf-8")
        more.write_text("".join(lines[-100:]), encoding="utf-8")
        engine = Local(workers=os.cpu_count() or 1)
        list(pipeline.readings([more], engine=engine))  # what is loaded and compiled once is not counted
        own = _seconds(lambda: list(pipeline.readings([more], engine=engine)))
        told: list[object] = []
        alone = _seconds(lambda: told.extend(pipeline.readings([first], engine=engine)))
        joined = _seconds(lambda: pipeline.joined([one for one in told if isinstance(one, Reading)]))
        told.clear()
        collection = api.made(where / "collection")
        shutil.copy(first, collection.folder / "captures")
        run = _seconds(lambda: collection.run(engine=engine))
        began = time.monotonic()
        again = _seconds(lambda: collection.run(engine=engine))
        clock = time.monotonic() - began
        shutil.copy(more, collection.folder / "captures")
        hundred = _seconds(lambda: collection.run(engine=engine))
        size = (collection.folder / "selon.db").stat().st_size / 1e6
        stages = alone + joined
        print(f"CPU: stages alone {stages:.1f} s (each article {alone:.1f}, together {joined:.1f})")
        print(f"run: {run:.1f} s, {run / stages:.2f} times the stages alone (at most 1.3)")
        print(f"run again: CPU {again:.2f} s, clock {clock:.2f} s (at most 2 s)")
        print(f"100 more: {hundred:.1f} s, {hundred / run:.1%} of the first run (at most 3 %); {own:.1f} s to read them alone")
        print(f"database: {size:.1f} MB")


def search(many: int) -> None:
    """Every kind of search among a million attributions: twenty pages of it, in the time of this process and in that of the clock."""
    with opened(made_store() / "selon.db") as store:
        for name, wanted in _searches():
            spent, times, before = [], [], None
            for _ in range(20):
                began, cpu = time.perf_counter(), time.process_time()
                found = store.search(replace(wanted, before=before))
                spent.append((time.process_time() - cpu) * 1_000)
                times.append((time.perf_counter() - began) * 1_000)
                before = found[-1].key if len(found) == wanted.most else None
            print(
                f"{name:<36} CPU: {statistics.median(spent):7.2f}, at most {max(spent):7.2f} ms; clock: {statistics.median(times):7.2f} ms"
            )


def readers(many: int) -> None:
    """One writer and eight readers for so many seconds, each a process of its own."""
    seconds, folder = many or 60, made_store()
    end = time.monotonic() + seconds
    with ProcessPoolExecutor(9) as pool:
        writing = pool.submit(_write, folder, end)
        reading = [pool.submit(_read, folder, number, end) for number in range(8)]
        found = [one for part in reading for one in part.result()]
        batches = writing.result()
    times, spent = (sorted(one[at] for one in found) for at in (0, 1))
    at = int(len(times) * 0.99)
    print(f"{seconds} s: {len(times)} reads beside {batches} batches of 64 written, no error")
    print(f"clock: median {statistics.median(times):.1f} ms, p99 {times[at]:.1f} ms")
    print(f"CPU: median {statistics.median(spent):.1f} ms, p99 {spent[at]:.1f} ms, at most {spent[-1]:.1f} ms")


def _seconds(work: Callable[[], object]) -> float:
    """CPU time of this process and its children: what else the machine does only ever adds to the clock."""
    began = _spent()
    work()
    return _spent() - began


def _spent() -> float:
    return sum(one.ru_utime + one.ru_stime for one in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def _corpus(many: int) -> Iterator[str]:
    """Yield articles of the corpora as JSON Lines."""
    left = many
    for path in sorted(DATA.rglob("*.parquet")):
        table = parquet.ParquetFile(path)
        names = set(table.schema_arrow.names)
        text = next((name for name in ("text", "maintext", "content", "body") if name in names), None)
        for batch in table.iter_batches(batch_size=500) if text else ():
            for row in batch.to_pylist():
                if left and row[text]:
                    left -= 1
                    about = {"title": row.get("title"), "date": str(row.get("date") or "") or None}
                    told = {"id": f"a{many - left}", "text": row[text], **about}
                    yield json.dumps(told, ensure_ascii=False) + "\n"
            if not left:
                return


def _searches() -> Iterator[tuple[str, Wanted]]:
    yield "the newest", Wanted()
    yield "one common word", Wanted(words="port")
    yield "three words", Wanted(words="port barriere digue")
    yield "a phrase", Wanted(words='"port barrière"')
    yield "a beginning", Wanted(words="barr*")
    yield "a word and a claimant", Wanted(words="port", claimant="Ada Quai")
    yield "a claimant", Wanted(claimant="Mireille")
    yield "an outlet", Wanted(outlet="Le Quai")
    yield "an outlet, a language, a stance", Wanted(outlet="Le Quai", lang="fr", stance="denied")
    yield "a word, a month", Wanted(words="port", since="2029-03", until="2029-03")
    yield "words, outlet, stance, month", Wanted(words="port digue", outlet="Le Quai", stance="denied", since="2029-03", until="2030-03")
    yield "nothing holds it", Wanted(words="kangourou port")
    yield "articles: two words", Wanted(words="port digue", what=What.ARTICLES)
    yield "articles: word, outlet, month", Wanted(words="phare", outlet="Le Quai", since="2030-01", until="2030-02", what=What.ARTICLES)


def _write(folder: Path, end: float) -> int:
    """Keep batches of readings, again and again, as a run does."""
    batches = 0
    with opened(folder / "selon.db", is_writer=True) as store:
        while time.monotonic() < end:
            store.keep([_kept(ARTICLES + number, random.Random(number)) for number in range(64)], [], "bench")
            batches += 1
            time.sleep(0.05)
    return batches


def _read(folder: Path, number: int, end: float) -> list[tuple[float, float]]:
    """Ask ten times a second: searches, and an article with all that was read in it."""
    chance, wanted = random.Random(number), [one for _, one in _searches()]
    times: list[tuple[float, float]] = []
    while time.monotonic() < end:
        began, cpu = time.perf_counter(), time.process_time()
        with opened(folder / "selon.db") as store:
            found = store.search(chance.choice(wanted))
            if found:
                store.reading(found[0].article)
        times.append(((time.perf_counter() - began) * 1_000, (time.process_time() - cpu) * 1_000))
        time.sleep(max(0.0, 0.1 - times[-1][0] / 1_000))
    return times


def made_store() -> Path:
    """The folder of 100,000 articles with ten attributions each, made once by program: the rows are those that the store would write."""
    if not (MADE / "whole").exists():
        shutil.rmtree(MADE, ignore_errors=True)
        MADE.mkdir()
        began = _spent()
        with opened(MADE / "selon.db", is_writer=True):
            pass
        base = sqlite3.connect(MADE / "selon.db", isolation_level=None)
        base.executescript("PRAGMA synchronous = OFF; BEGIN")
        _rows(base, random.Random(1))
        base.execute("COMMIT")
        base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        base.close()
        (MADE / "whole").touch()
        print(f"{ARTICLES} articles made in {_spent() - began:.0f} s of CPU")
    with opened(MADE / "selon.db", is_writer=True):  # one that was made before is brought up to date
        pass
    print(f"{ARTICLES} articles, {ARTICLES * EACH} attributions, {(MADE / 'selon.db').stat().st_size / 1e6:.0f} MB")
    return MADE


def _rows(base: sqlite3.Connection, chance: random.Random) -> None:
    """Write the articles, day by day, and what is said in each: sentences and names of a pool, folded once."""
    sentences = [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(20_000)]
    plain, names = [folded(one) for one in sentences], {name: (folded(name), sounds_of("", name)) for name in NAMES}
    body = packed(_kept(0, random.Random(0)).reading)
    first = date(2028, 1, 1).toordinal()
    number = 0
    for at in range(ARTICLES):
        ordinal = first + at * 1_500 // ARTICLES
        day, outlet, lang = date.fromordinal(ordinal).isoformat(), chance.choice(OUTLETS), chance.choice(("fr", "fr", "en"))
        place = (f"{at:032x}", f"a{at}", outlet, lang, day)
        said = [(chance.randrange(len(sentences)), chance.choice(NAMES), chance.choice(STANCES).value) for _ in range(EACH)]
        for sentence, name, stance in said:
            number += 1
            key, told = (ordinal << RUNNING_BITS) + number, names[name]
            tags = f"{tag('l', lang)} {tag('o', outlet)} {tag('s', stance)}"
            row = (key, place[0], f"{number:016x}", *place[1:], name, stance, 0, 90, sentences[sentence])
            base.execute(f"INSERT INTO said VALUES ({', '.join('?' * len(row))})", row)
            row = (key, plain[sentence], told[0], tags, told[1])
            base.execute("INSERT INTO folded (rowid, words, claimant, tags, sounds) VALUES (?, ?, ?, ?, ?)", row)
        told, key = " ".join(sorted({name for _, name, _ in said})), (ordinal << RUNNING_BITS) + at
        tags = " ".join([tag("l", lang), tag("o", outlet), *(tag("s", one) for one in sorted({stance for _, _, stance in said}))])
        base.execute(f"INSERT INTO page VALUES ({', '.join('?' * 11)})", (key, *place, sentences[said[0][0]], 0, 90, told, tags))
        row = (key, " ".join(plain[one] for one, _, _ in said), folded(told), tags, "")
        base.execute("INSERT INTO page_words (rowid, words, claimant, tags, sounds) VALUES (?, ?, ?, ?, ?)", row)
        row = (
            place[0],
            "bench",
            f"https://bench.example/{at}",
            None,
            "bench",
            *place[1:3],
            None,
            lang,
            day,
            day,
            None,
            EACH,
            body,
            0,
            1,
            0,
        )
        base.execute(f"INSERT INTO reading VALUES ({', '.join('?' * len(row))})", row)


def _kept(number: int, chance: random.Random) -> Kept:
    sentences = [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(EACH)]
    text, day = "\n".join(sentences), (date(2028, 1, 1) + timedelta(days=chance.randrange(1_500))).isoformat()
    digest = sha256(f"{number}{text}".encode()).hexdigest()
    attributions, resolutions, at = [], [], 0
    for index, sentence in enumerate(sentences):
        name = chance.choice(NAMES)
        ident = f"{number:08x}{index:08x}"
        span = Span(at, at + len(sentence))
        at += len(sentence) + 1
        attributions.append(
            Attribution(
                id=ident, article_id=f"a{number}", source=None, cue=None, content=(span,), kind=SpeechKind.INDIRECT,
                stance=chance.choice(STANCES), conditional=False, parent=None, via=None, anaphoric=False, rule="bench", reasons=(),
                confidence=1.0,
            )
        )  # fmt: skip
        who = Claimant(
            id=sha256(name.encode()).hexdigest()[:16], name=name, kind=ClaimantKind.PERSON, role=None, organisation=None, country=None,
            aliases=(name,), spans=(),
        )  # fmt: skip
        resolutions.append(Resolution(attribution_id=ident, claimant=who, how="bench", evidence=(), candidates=(), confidence=1.0))
    article = Article(
        id=f"a{number}", digest=digest[:16], text_digest=digest[16:32], address=f"https://bench.example/{number}", url=None,
        outlet=chance.choice(OUTLETS), title=sentences[0], authors=(), lang=chance.choice(("fr", "fr", "en")),
        published=Interval(earliest=day, latest=day, source="bench"), text=text,
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),), credits=(), links=(), metadata=(), degraded=None,
    )  # fmt: skip
    reading = Reading(article=article, attributions=tuple(attributions), dates=(), resolutions=tuple(resolutions))
    return Kept(capture=digest[:32], path="bench", address=article.address, fetched=None, reading=reading)


if __name__ == "__main__":
    main()
