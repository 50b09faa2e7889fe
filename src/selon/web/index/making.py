"""Readings, edges and stories -> one SQLite file, written in one pass; what a page would have to count is counted here."""

import json
import os
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from selon.languages.fold import fold
from selon.model.claimant import Claimant
from selon.model.lineage import Edge, Story
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.span import Interval
from selon.show.whose import is_listed
from selon.store.packing import packed
from selon.web.index.figures import Figures
from selon.web.index.glance import cut
from selon.web.index.tables import RUNNING_BITS, TABLES

_FORMS = 40  # spellings and roles kept of one claimant


def index_made(
    path: Path, *, key: str, readings: Iterable[Reading], edges: Iterable[Edge], reuses: Iterable[Reuse], stories: Iterable[Story]
) -> None:
    """Write the index of an answer, all or nothing; `key` says which answer it is."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.unlink(missing_ok=True)
    base = sqlite3.connect(half, isolation_level=None)
    try:
        base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {TABLES}")
        making = _Making(base)
        making.readings(readings)
        base.executemany("INSERT INTO edge VALUES (?, ?, ?)", ((one.source, one.target, packed(one)) for one in edges))
        base.executemany("INSERT INTO reuse VALUES (?, ?, ?)", ((one.a.article_id, one.b.article_id, packed(one)) for one in reuses))
        making.stories(stories)
        making.claimants()
        notes = {"key": key, "figures": making.figures.told()}
        base.executemany("INSERT INTO note VALUES (?, ?)", ((name, json.dumps(value, ensure_ascii=False)) for name, value in notes.items()))
        base.execute("COMMIT")
        base.execute("ANALYZE")
    finally:
        base.close()
    half.replace(path)


@dataclass(slots=True)
class _Voice:
    """What is known of one claimant so far."""

    name: Counter[str] = field(default_factory=Counter)
    kind: str = ""
    said: int = 0
    denied: int = 0
    articles: int = 0
    last_article: str = ""
    forms: Counter[str] = field(default_factory=Counter)
    roles: dict[tuple[str, str | None], tuple[str | None, str]] = field(default_factory=dict)


class _Making:
    """One index as it is written."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._running = 0
        self._voices: dict[str, _Voice] = defaultdict(_Voice)
        self._told: dict[str, tuple[str, str]] = {}  # article -> language, text's hash
        self.figures = Figures()

    def readings(self, readings: Iterable[Reading]) -> None:
        """Write the articles, and what is said in them."""
        for one in readings:
            article = one.article
            self._told[article.id] = (article.lang, article.text_digest)
            voices = {item.claimant.id for item in one.resolutions if item.claimant}
            when = article.published or Interval(earliest=None, latest=None, source="")
            row = (
                self._number(when),
                article.digest,
                article.id,
                article.outlet,
                article.title,
                article.lang,
                when.earliest,
                when.latest,
                len(one.attributions),
                len(voices),
                article.degraded is None,
                packed(one),
            )
            self._base.execute(f"INSERT INTO article VALUES ({', '.join('?' * len(row))})", row)
            self._base.executemany("INSERT OR IGNORE INTO attribution VALUES (?, ?)", ((said.id, article.id) for said in one.attributions))
            self._base.executemany("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)", self._said(one, when))
            self.figures.add(one)

    def stories(self, stories: Iterable[Story]) -> None:
        """Write the claims, and where they stand."""
        for story in stories:
            claim, origins, first = story.claim, story.origins, story.first
            number = self._number(Interval(earliest=first.earliest, latest=first.latest, source=""))
            whose = claim.worded
            listed = is_listed(claim)
            is_shared = origins.articles > 1
            row = (
                number,
                claim.id,
                claim.label,
                self._told[whose.article_id][0],
                whose.article_id,
                whose.claimant,
                whose.attribution_id is not None,
                len({one.article_id for one in claim.appearances if one.attribution_id is None}),
                len(claim.appearances),
                origins.articles,
                origins.texts,
                origins.min,
                origins.max,
                first.earliest,
                first.latest,
                json.dumps([[one.manner, one.by] for one in story.denials], ensure_ascii=False),
                bool(story.denials),
                listed,
                is_shared,
                packed(cut(story) or story),
            )
            self._base.execute(f"INSERT INTO claim VALUES ({', '.join('?' * len(row))})", row)
            if cut(story):
                self._base.execute("INSERT INTO whole VALUES (?, ?)", (number, packed(story)))
            firsts = set(first.articles)
            self._base.executemany(
                "INSERT INTO appearance VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (one.id, number, one.article_id, one.attribution_id, one.claimant_id, one.article_id in firsts, origins.articles)
                    for one in claim.appearances
                ),
            )
            self.figures.add_story(story, is_listed=listed)

    def claimants(self) -> None:
        """Write who speaks, who is reported most first."""
        order = sorted(self._voices.items(), key=lambda item: (-item[1].said, -item[1].articles, item[0]))
        for number, (ident, voice) in enumerate(order, 1):
            name = min(voice.name.items(), key=lambda item: (-item[1], item[0]))[0]
            names = [[form, many] for form, many in voice.forms.most_common(_FORMS)]
            roles = [[role, body, day, article] for (role, body), (day, article) in voice.roles.items()]
            roles.sort(key=lambda row: (row[2] or "9999", str(row[0])))
            row = (
                number,
                ident,
                name,
                fold(name),
                voice.kind,
                voice.said,
                voice.articles,
                voice.denied,
                json.dumps(names, ensure_ascii=False),
                json.dumps(roles[:_FORMS], ensure_ascii=False),
            )
            self._base.execute(f"INSERT INTO claimant VALUES ({', '.join('?' * len(row))})", row)
        self.figures.voices = len(order)

    def _said(self, one: Reading, when: Interval) -> Iterator[tuple[int, str, str, str, str, str | None]]:
        day = (when.earliest or when.latest or "")[:10] or None
        for attribution, resolution in zip(one.attributions, one.resolutions, strict=True):
            claimant = resolution.claimant
            if claimant is None:
                continue
            self._heard(claimant, one, attribution.stance.value, day)
            yield self._number(when), claimant.id, one.article.id, attribution.id, attribution.stance.value, day

    def _heard(self, claimant: Claimant, one: Reading, stance: str, day: str | None) -> None:
        voice = self._voices[claimant.id]
        voice.name[claimant.name] += 1
        voice.kind = claimant.kind.value
        voice.said += 1
        voice.denied += stance == "denied"
        if voice.last_article != one.article.id:
            voice.last_article = one.article.id
            voice.articles += 1
            voice.forms.update(span.of(one.article.text) for _, span in claimant.spans)
        if claimant.role:
            voice.roles.setdefault((claimant.role, claimant.organisation), (day, one.article.id))

    def _number(self, when: Interval) -> int:
        self._running += 1
        return (_ordinal(when.earliest or when.latest) << RUNNING_BITS) + self._running


def _ordinal(iso: str | None) -> int:
    try:
        return date.fromisoformat(iso[:10]).toordinal() if iso and len(iso) >= len("2031-03-13") else 0
    except ValueError:
        return 0
