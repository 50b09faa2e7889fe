"""How fast the pages answer: 1,000,000 attributions in 100,000 articles, made by program from the texts of the corpora.

.venv/bin/python bench/pages.py 100000     articles, ten attributions each: the index is made, every kind of page is asked again and again

Prints, for each page, the 95th percentile of the time of this process (what else the machine does only adds to the clock) and of the clock,
and the weight of its HTML.
"""

import argparse
import asyncio
import gc
import os
import platform
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import httpx
import pyarrow.parquet as parquet

from collection import made_store
from selon.api import Collection
from selon.model.article import Article, Block, BlockKind
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.lineage import Chain, Change, Denial, Edge, First, Hop, NamedOrigin, Origins, Proof, Story
from selon.model.passage import Passage
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.web import Serving, application
from selon.web.index import Index, index_made

DATA = Path(os.environ.get("SELON_DATA") or Path(__file__).resolve().parents[2] / "shared") / "corpora"
EACH = 10  # attributions of one article
CHARS = 4_000  # of one article
SHARED, VOICES = 0.3, 20_000  # of the attributions that stand under a claim with others; claimants
ASKED = 40  # times each page
SEARCHES = (  # among the million attributions of bench/collection.py
    "q=port", "q=port+barriere+digue", "q=%22port+barriere%22", "q=barr*", "q=port&by=Ada+Quai", "by=Mireille",
    "outlet=Le+Quai&stance=denied", "q=port&since=2029-03&until=2029-03", "q=kangourou+port",
)  # fmt: skip


@dataclass(slots=True)
class Bulk:
    """What is made, and what of it is kept for the claims: place, characters, claimant, day of each telling."""

    many: int
    chance: random.Random = field(default_factory=lambda: random.Random(9))
    told: dict[int, list[tuple[str, int, int, str, int, str]]] = field(default_factory=dict)
    digest: str = ""

    def readings(self) -> Iterator[Reading]:
        """Yield articles with what is said in them; the texts are those of the corpora, again and again."""
        texts = list(corpus(2_000))
        self.digest = sha256("".join(texts).encode()).hexdigest()[:12]
        for number in range(self.many):
            yield self._reading(number, texts[number % len(texts)])

    def _reading(self, number: int, text: str) -> Reading:
        name, day = f"a{number}", (date(2018, 1, 1) + timedelta(days=self.chance.randrange(2_500))).isoformat()
        step = len(text) // EACH
        attributions, resolutions = [], []
        for place in range(EACH):
            start, ident, voice = place * step, f"{number:08x}{place:08x}", int(VOICES * self.chance.random() ** 3)
            stance = Stance.DENIED if self.chance.random() < 0.03 else Stance.ASSERTED
            attributions.append(attribution(name, ident, start, step, stance))
            resolutions.append(resolution(ident, voice))
            self.told.setdefault(self._claim(number * EACH + place), []).append((name, start + 20, start + step - 2, ident, voice, day))
        article = Article(
            id=name,
            digest=sha256(name.encode()).hexdigest()[:16],
            text_digest=sha256(text.encode()).hexdigest()[:16],
            address=name,
            url=f"https://outlet-{number % 400}.example/{number}",
            outlet=f"Outlet {number % 400}",
            title=text[:70],
            authors=(),
            lang="fr",
            published=Interval(earliest=day, latest=day, source="made"),
            text=text,
            blocks=tuple(
                Block(span=Span(at * step, (at + 1) * step if at < EACH - 1 else len(text)), kind=BlockKind.PARAGRAPH) for at in range(EACH)
            ),
            credits=(),
            links=(),
            metadata=(),
            degraded=None,
        )
        return Reading(article=article, attributions=tuple(attributions), dates=(), resolutions=tuple(resolutions))

    def _claim(self, own: int) -> int:
        """A claim of its own, or one of the shared ones: a few of them are told in thousands of articles."""
        return own if self.chance.random() > SHARED else -1 - int(self.many / 5 * self.chance.random() ** 4)

    def stories(self) -> Iterator[Story]:
        """Yield the claims."""
        for told in self.told.values():
            yield story(told)

    def edges(self) -> Iterator[Edge]:
        """Yield one edge between each telling of a shared claim and the next."""
        for told in self.told.values():
            for (a, a_start, a_end, *_), (b, b_start, b_end, *_) in pairwise(told):
                evidence = (Passage(article_id=a, span=Span(a_start, a_end)), Passage(article_id=b, span=Span(b_start, b_end)))
                yield Edge(
                    source=a,
                    target=b,
                    kind="republication",
                    directed=True,
                    evidence=evidence,
                    reasons=("made",),
                    confidence=0.9,
                    state="suggested",
                    changes=(),
                )


def attribution(name: str, ident: str, start: int, step: int, stance: Stance) -> Attribution:
    """One relation: a source, a cue and the rest of the stretch."""
    return Attribution(
        id=ident,
        article_id=name,
        source=Span(start, start + 10),
        cue=Span(start + 11, start + 19),
        content=(Span(start + 20, start + step - 2),),
        kind=SpeechKind.INDIRECT,
        stance=stance,
        conditional=False,
        parent=None,
        via=None,
        anaphoric=False,
        rule="made",
        reasons=(),
        confidence=0.9,
    )


def resolution(ident: str, voice: int) -> Resolution:
    """Who stands behind it."""
    claimant = Claimant(
        id=f"{voice:016x}",
        name=f"Voix numéro {voice}",
        kind=ClaimantKind.PERSON,
        role="porte-parole",
        organisation=None,
        country=None,
        aliases=(),
        spans=(),
    )
    return Resolution(attribution_id=ident, claimant=claimant, how="made", evidence=(), candidates=(), confidence=0.9)


def story(told: list[tuple[str, int, int, str, int, str]]) -> Story:
    """One claim with all of its tellings."""
    appearances = tuple(
        Appearance(
            id=sha256(ident.encode()).hexdigest()[:16],
            article_id=name,
            spans=(Span(start, end),),
            attribution_id=ident,
            claimant=f"Voix numéro {voice}",
            claimant_id=f"{voice:016x}",
            stance=Stance.ASSERTED,
            conditional=False,
            when=Interval(earliest=day, latest=day, source="made"),
        )
        for name, start, end, ident, voice, day in told
    )
    ordered = tuple(sorted(appearances, key=lambda one: one.id))
    passages = [Passage(article_id=one.article_id, span=one.spans[0]) for one in ordered[:200]]
    articles = len({one.article_id for one in ordered})
    first = min(one.when.earliest or "" for one in ordered if one.when)
    changes = tuple(
        Change(
            from_article=a.article_id,
            to_article=b.article_id,
            kind="number_changed",
            from_span=a.span,
            to_span=b.span,
            sentence="made",
            directed=True,
        )
        for a, b in pairwise(passages)
    )
    origins = Origins(
        articles=articles,
        texts=articles,
        named=tuple(NamedOrigin(name=one.claimant or "", kind="person", passage=passages[0]) for one in ordered[:50]),
        unknown=0,
        min=1,
        max=min(articles, 50),
        proof=tuple(Proof(outcome="open", a="x", b="y", why="made", evidence=(one,)) for one in passages),
    )
    denials = tuple(
        Denial(
            article_id=one.article_id,
            span=one.spans[0],
            by="Voix",
            kind="explicit",
            attribution_id=one.attribution_id or "",
            claim_id=ordered[0].id,
            tie="made",
        )
        for one in ordered[: min(200, len(ordered)) // 10]
    )
    claim = Claim(id=ordered[0].id, label="x" * sum(len(span) for span in ordered[0].spans), appearances=ordered, links=(), variants=())
    early = tuple(one.article_id for one in ordered if one.when and one.when.earliest == first)
    return Story(
        claim=claim,
        origins=origins,
        first=First(earliest=first, latest=first, articles=early, mentioned=()),
        denials=denials,
        unmentioned=(),
        corroborations=(),
        changes=changes,
        circles=(),
        chains=tuple(chain(one) for one in ordered),
        gaps=(),
    )


def chain(one: Appearance) -> Chain:
    """From the article to the one who is said to have said it."""
    passage = Passage(article_id=one.article_id, span=Span(one.spans[0].start - 20, one.spans[0].start - 10))
    return Chain(
        appearance_id=one.id,
        hops=(
            Hop(name=one.article_id, kind="article", how="", passage=None),
            Hop(name=one.claimant or "", kind="person", how="quotation", passage=passage),
        ),
    )


def corpus(many: int) -> Iterator[str]:
    """Yield texts of the corpora, each of one length."""
    for path in sorted(DATA.rglob("*.parquet")):
        for batch in parquet.ParquetFile(path).iter_batches(batch_size=500, columns=["text"]):
            for text in batch.column("text").to_pylist():
                if text and len(text) >= CHARS and many > 0:
                    many -= 1
                    yield text[:CHARS]
            if many <= 0:
                return


def addresses(index: Index) -> dict[str, list[str]]:
    """Pages of each kind: the largest claims and voices, and any."""
    large, some = index.claims(by_articles=True, most=20), index.claims(most=20)
    articles, voices = index.articles(most=20), index.claimants(most=20)
    return {
        "overview": ["/"],
        "claims by date": ["/claims", f"/claims?after=0.{some[-1].number}"],
        "claims by articles, filtered": ["/claims?order=articles", "/claims?order=articles&denied=1&lang=fr"],
        "the largest claims": [f"/claims/{one.id}" for one in large],
        "claims of a hundred articles": [f"/claims/{one.id}" for one in index.claims(by_articles=True, below=100, before=0, most=20)],
        "claims of forty articles": [f"/claims/{one.id}" for one in index.claims(by_articles=True, below=41, before=0, most=20)],
        "claims of twenty articles": [f"/claims/{one.id}" for one in index.claims(by_articles=True, below=21, before=0, most=20)],
        "any claims": [f"/claims/{one.id}" for one in some],
        "articles": [f"/articles/{one.digest}" for one in articles],
        "list of articles": ["/articles", "/articles?outlet=Outlet+7"],
        "the largest voices": [f"/claimants/{one.id}" for one in voices],
        "list of voices": ["/claimants", "/claimants?kind=person"],
        "two articles": [f"/compare?a={a.digest}&b={b.digest}" for a, b in pairwise(articles)],
        "two passages": [f"/compare?a={a.digest}&b={b.digest}&pa=20-{CHARS // EACH}&pb=20-{CHARS // EACH}" for a, b in pairwise(articles)],
        "search": [f"/search?{asked}" for asked in SEARCHES],
        "corrections": ["/rulings"],
        "a correction": [f"/rulings/new?thing=attribution&id={number:08x}{0:08x}" for number in range(20)],
        "a merger": [f"/rulings/new?thing=claimant&gesture=merge&id={one.id}" for one in voices],
        "an export of the largest claims": [f"/exports?format=csv&claim={one.id}" for one in large],
        "import, help, samples": ["/import", "/help", "/samples"],
    }


async def asked(app: object, address: str) -> tuple[float, float, int]:
    """The time of this process and of the clock for one page, in milliseconds, and its bytes."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://localhost") as client:
        spent, began = time.process_time(), time.perf_counter()
        answer = await client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return (time.process_time() - spent) * 1_000, (time.perf_counter() - began) * 1_000, len(answer.content)


class Fixed:
    """An index that stays; no rulings."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def index(self) -> Index:
        """It."""
        return self._index

    def rulings(self, collection: object) -> tuple[()]:
        """None."""
        return ()


def main() -> None:
    """Make the index, unless it is kept, ask the pages, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=100_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="a folder for the index, to be asked again without making it anew")
    asked_for = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="selon-bench-pages-") as folder:
        kept = (asked_for.keep or Path(folder)) / f"pages-{asked_for.articles}.db"
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        if not kept.exists():
            _make(kept, Bulk(asked_for.articles))
        index = Index(kept)
        store = made_store()
        app = application(Serving(collection=Collection(store)))
        app.app.state.held = Fixed(index)
        gc.collect()
        gc.freeze()  # as `selon serve` does
        for name, pages in addresses(index).items():
            asyncio.run(asked(app, pages[0]))
            found = [asyncio.run(asked(app, pages[turn % len(pages)])) for turn in range(ASKED)]
            cpu, clock = (statistics.quantiles([one[at] for one in found], n=20)[18] for at in (0, 1))
            print(f"{name:32} p95 {cpu:6.1f} ms CPU {clock:7.1f} ms clock   at most {max(one[2] for one in found) / 1000:6.1f} kB")


def _make(path: Path, bulk: Bulk) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    coming, spent = path.with_suffix(".coming"), time.process_time()
    coming.unlink(missing_ok=True)
    index_made(coming, key="bench", readings=bulk.readings(), edges=bulk.edges(), reuses=(), stories=bulk.stories())
    coming.replace(path)
    print(f"corpus {bulk.digest}; {bulk.many} articles, {bulk.many * EACH} attributions, {len(bulk.told)} claims")
    print(f"index: {path.stat().st_size >> 20} MiB in {time.process_time() - spent:.0f} s of CPU")


if __name__ == "__main__":
    main()
