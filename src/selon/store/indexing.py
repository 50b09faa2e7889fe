"""What a search looks through: rows of passages, articles and claims, and their folded words.

A row's number begins with the day of its article. The full-text tables hold no text: to take a row out, its words are given again.
Source: SQLite, "FTS5 Contentless Tables".
"""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

import msgspec

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.lineage import Story
from selon.model.reading import Reading
from selon.model.span import Interval
from selon.store.searching import RUNNING_BITS, floor, folded, tag
from selon.store.sounds import sounds_of

_SOURCES = (
    "fold.py",
    "phonetic.py",
    "syllables.py",
    "letters.toml",
    "syllables.toml",
    "unseen.py",
)  # in selon.languages, of what the index holds
_encoder = msgspec.msgpack.Encoder()
_TABLES = (("said", "folded"), ("page", "page_words"), ("claim", "claim_words"))


class Rows:
    """The rows of one database, as a transaction writes them."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._last: dict[tuple[str, int], int] = {}

    def clear(self) -> None:
        """Take all rows out."""
        for table, index in _TABLES:
            self._base.execute(f"DELETE FROM {table}")
            self._base.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")

    def add(self, capture: str, reading: Reading) -> None:
        """The rows of one article."""
        article = reading.article
        day = day_of(article.published)
        for row in _said(capture, reading, day):
            number = self._number("said", day)
            self._base.execute(f"INSERT INTO said VALUES ({', '.join('?' * (len(row) + 1))})", (number, *row))
            self._put("folded", number, *_words_of_said(row))
        number, names = self._number("page", day), _names(reading)
        start, end = _title(article)
        tags = _page_tags(reading)
        row = (number, capture, article.id, article.outlet, article.lang, day, article.title, start, end, names, tags)
        self._base.execute(f"INSERT INTO page VALUES ({', '.join('?' * len(row))})", row)
        self._put("page_words", number, article.text, names, tags)

    def drop(self, capture: str, text: str) -> None:
        """Take the rows of one article out, whose text is given."""
        for number, *row in self._base.execute("SELECT * FROM said WHERE capture = ?", (capture,)).fetchall():
            self._take("folded", number, *_words_of_said(row))
        self._base.execute("DELETE FROM said WHERE capture = ?", (capture,))
        for number, names, tags in self._base.execute("SELECT id, claimants, tags FROM page WHERE capture = ?", (capture,)).fetchall():
            self._take("page_words", number, text, names, tags)
        self._base.execute("DELETE FROM page WHERE capture = ?", (capture,))

    def claims(self, stories: Iterable[Story], articles: dict[str, Article], told_anew: Container[str]) -> None:
        """The rows of all claims that are listed; only those that changed are written, which are among those `told_anew`, by id."""
        known = dict(self._base.execute("SELECT claim, digest FROM claim"))
        for story in stories:
            if len(story.claim.appearances) < 2 and not story.claim.appearances[0].attribution_id:
                continue
            before = known.pop(story.claim.id, None)
            if before and story.claim.id not in told_anew:
                continue
            digest = _digest(story, articles)
            if before == digest:
                continue
            row = _claim(story, articles, digest)
            self._drop_claim(story.claim.id)
            number = self._number("claim", row[6])
            self._base.execute(f"INSERT INTO claim VALUES ({', '.join('?' * (len(row) + 1))})", (number, *row))
            self._put("claim_words", number, *_words_of_claim(row))
        for claim in known:
            self._drop_claim(claim)

    def _drop_claim(self, claim: str) -> None:
        for number, *row in self._base.execute("SELECT * FROM claim WHERE claim = ?", (claim,)).fetchall():
            self._take("claim_words", number, *_words_of_claim(row))
            self._base.execute("DELETE FROM claim WHERE id = ?", (number,))

    def _number(self, table: str, day: str | None) -> int:
        low = floor(day)
        if (table, low) not in self._last:
            row = self._base.execute(f"SELECT max(id) FROM {table} WHERE id < ?", (low + (1 << RUNNING_BITS),)).fetchone()
            self._last[table, low] = max(row[0] or 0, low)
        self._last[table, low] += 1
        return self._last[table, low]

    def _put(self, index: str, number: int, words: str, claimant: str, tags: str) -> None:
        row = (number, folded(words), folded(claimant), tags, sounds_of(words, claimant))
        self._base.execute(f"INSERT INTO {index} (rowid, words, claimant, tags, sounds) VALUES (?, ?, ?, ?, ?)", row)

    def _take(self, index: str, number: int, words: str, claimant: str, tags: str) -> None:
        row = (number, folded(words), folded(claimant), tags, sounds_of(words, claimant))
        self._base.execute(f"INSERT INTO {index} ({index}, rowid, words, claimant, tags, sounds) VALUES ('delete', ?, ?, ?, ?, ?)", row)


@cache
def version() -> str:
    """Of what the index holds: where it is another one, all rows are made anew, since a row can only be taken out as it was put in."""
    sha = sha256(b"2")
    for name in _SOURCES:
        sha.update((files("selon.languages") / name).read_bytes())
    return sha.hexdigest()[:16]


def day_of(when: Interval | None) -> str | None:
    """The first day on which an article can have been published, else the last."""
    return ((when.earliest or when.latest or "")[:10] or None) if when else None


def _said(capture: str, reading: Reading, day: str | None) -> Iterator[tuple[object, ...]]:
    article = reading.article
    if article.title:
        yield (capture, None, article.id, article.outlet, article.lang, day, None, None, *_title(article), article.title)
    for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
        first, last = attribution.content[0].start, attribution.content[-1].end
        yield (
            capture, attribution.id, article.id, article.outlet, article.lang, day, _name(attribution, resolution, article.text),
            attribution.stance.value, first, last, article.text[first:last],
        )  # fmt: skip


def _words_of_said(row: Sequence[object]) -> tuple[str, str, str]:
    """Words, claimant and tags of a row without its number."""
    tags = [tag("l", str(row[4])), *([tag("o", str(row[3]))] if row[3] else []), *([tag("s", str(row[7]))] if row[7] else [])]
    return str(row[10]), str(row[6] or ""), " ".join(tags)


def _page_tags(reading: Reading) -> str:
    article = reading.article
    stances = sorted({one.stance.value for one in reading.attributions})
    tags = [tag("l", article.lang), *([tag("o", article.outlet)] if article.outlet else []), *(tag("s", one) for one in stances)]
    return " ".join(tags)


def _digest(story: Story, articles: dict[str, Article]) -> str:
    """Of all that a row is made of: the ids of appearances are those of their texts."""
    told = [(articles[one.article_id].outlet, articles[one.article_id].lang) for one in story.claim.appearances]
    return sha256(_encoder.encode((story.claim.label, story.claim.appearances, told))).hexdigest()[:16]


def _claim(
    story: Story, articles: dict[str, Article], digest: str
) -> tuple[str, str, str, str, str, str, str | None, str, int, int, str, str]:
    """A row without its number."""
    told = story.claim.appearances
    texts = [" ".join(span.of(articles[one.article_id].text) for span in one.spans) for one in told]
    where = next((one for one, text in zip(told, texts, strict=True) if text == story.claim.label.replace(" … ", " ")), told[0])
    outlets = "; ".join(sorted({name for one in told if (name := articles[one.article_id].outlet)}))
    langs, stances = (
        "; ".join(sorted(set(some))) for some in ([articles[one.article_id].lang for one in told], [one.stance.value for one in told])
    )
    day = min((day for one in told if (day := day_of(one.when))), default=None)
    names = "; ".join(sorted({one.claimant for one in told if one.claimant}))
    said = (where.article_id, outlets, langs, stances, day, names, where.spans[0].start, where.spans[-1].end)
    words = "\n".join(dict.fromkeys(texts))
    return (story.claim.id, digest, *said, story.claim.label, words)


def _words_of_claim(row: Sequence[object]) -> tuple[str, str, str]:
    apart = [(kind, str(row[at]).split("; ")) for kind, at in (("o", 3), ("l", 4), ("s", 5))]
    return str(row[11]), str(row[7]), " ".join(tag(kind, one) for kind, some in apart for one in some if one)


def _title(article: Article) -> tuple[int, int]:
    start = max(0, article.text.find(article.title)) if article.title else 0
    return start, start + len(article.title or "")


def _names(reading: Reading) -> str:
    pairs = zip(reading.attributions, reading.resolutions, strict=True)
    return "; ".join(sorted({name for one, who in pairs if (name := _name(one, who, reading.article.text))}))


def _name(attribution: Attribution, resolution: Resolution, text: str) -> str | None:
    if resolution.claimant:
        return resolution.claimant.name
    return attribution.source.of(text) if attribution.source else None
