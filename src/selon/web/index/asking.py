"""What the pages ask of an index: rows by key, never by offset; counts stop at 10,000."""

import json
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from selon.languages.fold import fold
from selon.model.claim import Claim
from selon.model.lineage import Edge, Story
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.store.packing import unpacked
from selon.web.index.glance import Glance
from selon.web.index.rows import ArticleRow, ClaimantRow, ClaimRow, SaidRow, claim_row, claimant_row
from selon.web.index.tables import RUNNING_BITS

COUNTED = 10_000  # "more than 10,000"
PAGE = 50  # rows of a list
_EDGES = 2_000  # of one claim's articles
_RUNNING = (1 << RUNNING_BITS) - 1
_HELD = 900  # values in one statement; SQLite took 999 at most before 3.32

_CLAIM = ", ".join(ClaimRow.__dataclass_fields__)
_ARTICLE = ", ".join(ArticleRow.__dataclass_fields__)
_CLAIMANT = ", ".join(ClaimantRow.__dataclass_fields__)
_SAID = ", ".join(SaidRow.__dataclass_fields__)


class Index:
    """One index; it may be asked by many threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        self.key: str = self._note("key")
        self.figures: dict[str, Any] = self._note("figures")

    def articles(
        self,
        *,
        before: int | None = None,
        outlet: str | None = None,
        lang: str | None = None,
        since: str | None = None,
        until: str | None = None,
        most: int = PAGE,
    ) -> list[ArticleRow]:
        """Articles, the newest first."""
        asked = _asked(
            ("number < ?", before),
            ("outlet = ?", outlet),
            ("lang = ?", lang),
            ("coalesce(latest, earliest) >= ?", since),
            ("substr(coalesce(earliest, latest), 1, 10) <= ?", until),
        )
        rows = self._rows(f"SELECT {_ARTICLE} FROM article {asked[0]} ORDER BY number DESC LIMIT ?", (*asked[1], most))
        return [ArticleRow(**dict(zip(ArticleRow.__dataclass_fields__, row, strict=True))) for row in rows]

    def articles_named(self, names: Iterable[str]) -> dict[str, ArticleRow]:
        """The rows of articles by their ids in the answer."""
        rows = self._in(f"SELECT {_ARTICLE} FROM article WHERE name IN", names)
        found = [ArticleRow(**dict(zip(ArticleRow.__dataclass_fields__, row, strict=True))) for row in rows]
        return {one.name: one for one in found}

    def reading(self, digest: str) -> Reading | None:
        """One article with all that was read in it, by digest or by its id in the answer."""
        row = self._one("SELECT body FROM article WHERE digest = ? OR name = ?", (digest, digest))
        return unpacked(row[0], Reading, where=str(self.path)) if row else None

    def readings(self, names: Iterable[str]) -> dict[str, Reading]:
        """Articles by their ids in the answer."""
        rows = self._in("SELECT name, body FROM article WHERE name IN", names)
        return {name: unpacked(body, Reading, where=str(self.path)) for name, body in rows}

    def claims(
        self,
        *,
        before: int | None = None,
        by_articles: bool = False,
        below: int | None = None,
        is_denied: bool = False,
        is_shared: bool = False,
        lang: str | None = None,
        claimant: str | None = None,
        most: int = PAGE,
    ) -> list[ClaimRow]:
        """Claims: the newest first, or those of most articles first (then `below` and `before` are one key)."""
        order = "articles DESC, number DESC" if by_articles else "number DESC"
        key = ("(articles, number) < (?, ?)", (below, before)) if by_articles and below is not None else ("number < ?", before)
        where, values = _claims_that(key, is_denied=is_denied, is_shared=is_shared, lang=lang, claimant=claimant)
        rows = self._rows(f"SELECT {_CLAIM} FROM claim {where} ORDER BY {order} LIMIT ?", (*values, most))
        return [claim_row(row) for row in rows]

    def count_claims(
        self, *, most: int, is_denied: bool = False, is_shared: bool = False, lang: str | None = None, claimant: str | None = None
    ) -> int:
        """How many claims the filters leave; no more than `most` are counted."""
        where, values = _claims_that(is_denied=is_denied, is_shared=is_shared, lang=lang, claimant=claimant)
        return len(self._rows(f"SELECT number FROM claim {where} LIMIT ?", (*values, most)))

    def claims_of(self, claimant: str, *, is_first: bool, most: int) -> list[ClaimRow]:
        """The claims that a claimant told, in an earliest text or later, those of most articles first."""
        inner = (
            "SELECT DISTINCT articles, claim FROM appearance WHERE claimant = ? AND is_first = ? ORDER BY articles DESC, claim DESC LIMIT ?"
        )
        chosen = [row[1] for row in self._rows(inner, (claimant, int(is_first), most))]
        marks = ", ".join("?" * len(chosen))
        rows = self._rows(f"SELECT {_CLAIM} FROM claim WHERE number IN ({marks}) ORDER BY articles DESC, number DESC", chosen)
        return [claim_row(row) for row in rows]

    def story(self, ident: str) -> Story | None:
        """One claim's whole story, by its id or the id of any of its appearances."""
        number = self._claim(ident)
        row = self._one("SELECT body FROM whole WHERE claim = ?", (number,)) or self._one(
            "SELECT body FROM claim WHERE number = ?", (number,)
        )
        return unpacked(row[0], Story, where=str(self.path)) if row else None

    def glance(self, ident: str) -> Glance | None:
        """What the first page of a claim needs of its story, by its id or the id of any of its appearances."""
        row = self._one("SELECT body, appearances, articles, unattributed FROM claim WHERE number = ?", (self._claim(ident),))
        if row is None:
            return None
        story = unpacked(row[0], Story, where=str(self.path))
        return Glance(story=story, appearances=row[1], articles=row[2], unattributed=row[3])

    def claims_in(self, article: str) -> dict[str, tuple[str, int]]:
        """Attribution (or appearance) id -> the claim it stands under and how many articles tell that, for one article."""
        rows = self._rows(
            "SELECT coalesce(attribution, appearance.id), claim.id, claim.articles FROM appearance JOIN claim ON claim.number = claim "
            "WHERE appearance.article = ?",
            (article,),
        )
        return {said: (claim, articles) for said, claim, articles in rows}

    def edges(self, articles: Sequence[str], *, most: int | None = _EDGES) -> list[Edge]:
        """The edges with an end in these articles and the other in them or outside the collection, as the answer has them in order."""
        held = set(articles)
        rows = {row[0]: row for side in ("source", "target") for row in self._in(f"SELECT rowid, * FROM edge WHERE {side} IN", articles)}
        inside = [row for _, row in sorted(rows.items()) if all(end in held or end.startswith("ext:") for end in row[1:3])]
        return [unpacked(row[3], Edge, where=str(self.path)) for row in inside[:most]]

    def reuses(self, article: str) -> list[Reuse]:
        """The passages that an article shares with others."""
        rows = self._rows(
            "SELECT body FROM reuse WHERE a = ? UNION ALL SELECT body FROM reuse WHERE b = ? LIMIT ?", (article, article, _EDGES)
        )
        return [unpacked(row[0], Reuse, where=str(self.path)) for row in rows]

    def reuses_among(self, articles: Sequence[str]) -> list[Reuse]:
        """The passages that two of these articles share, as the answer has them in order."""
        held = set(articles)
        rows = sorted(row for row in self._in("SELECT rowid, b, body FROM reuse WHERE a IN", articles) if row[1] in held)
        return [unpacked(row[2], Reuse, where=str(self.path)) for row in rows]

    def claimants(
        self, *, after: int | None = None, name: str | None = None, kind: str | None = None, most: int = PAGE
    ) -> list[ClaimantRow]:
        """Claimants, who is reported most first."""
        like = f"%{fold(name)}%" if name else None
        asked = _asked(("number > ?", after), ("folded LIKE ?", like), ("kind = ?", kind))
        return [
            claimant_row(row)
            for row in self._rows(f"SELECT {_CLAIMANT} FROM claimant {asked[0]} ORDER BY number LIMIT ?", (*asked[1], most))
        ]

    def claimant(self, ident: str) -> ClaimantRow | None:
        """One claimant."""
        row = self._one(f"SELECT {_CLAIMANT} FROM claimant WHERE id = ?", (ident,))
        return claimant_row(row) if row else None

    def namesakes(self, one: ClaimantRow) -> list[ClaimantRow]:
        """Other claimants of the very same name, whom nothing else joins."""
        rows = self._rows(
            f"SELECT {_CLAIMANT} FROM claimant WHERE folded = ? AND id != ? ORDER BY number LIMIT 20", (fold(one.name), one.id)
        )
        return [claimant_row(row) for row in rows]

    def said(self, claimant: str, *, before: int | None = None, stance: str | None = None, most: int = PAGE) -> list[SaidRow]:
        """What is attributed to a claimant, the newest first."""
        asked = _asked(("claimant = ?", claimant), ("number < ?", before), ("stance = ?", stance))
        rows = self._rows(f"SELECT {_SAID} FROM said {asked[0]} ORDER BY number DESC LIMIT ?", (*asked[1], most))
        return [SaidRow(**dict(zip(SaidRow.__dataclass_fields__, row, strict=True))) for row in rows]

    def first_said(self, claimant: str) -> str | None:
        """The id of the first attribution to a claimant, in the order of the answer."""
        row = self._one(f"SELECT attribution FROM said WHERE claimant = ? ORDER BY number & {_RUNNING} LIMIT 1", (claimant,))
        return str(row[0]) if row else None

    def stands_in(self, attribution: str) -> str | None:
        """The id of the article of an attribution."""
        row = self._one("SELECT article FROM attribution WHERE id = ?", (attribution,))
        return str(row[0]) if row else None

    def close(self) -> None:
        """Close this thread's connection."""
        if base := getattr(self._own, "base", None):
            base.close()
            del self._own.base

    def _claim(self, ident: str) -> int | None:
        """The number of a claim, by its id or the id of any of its appearances."""
        row = self._one("SELECT number FROM claim WHERE id = ?", (ident,)) or self._one(
            "SELECT claim FROM appearance WHERE id = ?", (ident,)
        )
        return row[0] if row else None

    def _note(self, name: str) -> Any:
        row = self._one("SELECT value FROM note WHERE name = ?", (name,))
        return json.loads(row[0]) if row else None

    def _in(self, statement: str, values: Iterable[str]) -> list[tuple[Any, ...]]:
        wanted = list(dict.fromkeys(values))
        rows: list[tuple[Any, ...]] = []
        for start in range(0, len(wanted), _HELD):
            part = wanted[start : start + _HELD]
            rows += self._rows(f"{statement} ({', '.join('?' * len(part))})", part)
        return rows

    def _rows(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._base().execute(statement, values).fetchall()

    def _one(self, statement: str, values: Sequence[object]) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._base().execute(statement, values).fetchone()
        return row

    def _base(self) -> sqlite3.Connection:
        base: sqlite3.Connection | None = getattr(self._own, "base", None)
        if base is None:
            base = self._own.base = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        return base


def names_of(claim: Claim) -> list[str]:
    """The articles of a claim, each once, in the order of its appearances."""
    return list(dict.fromkeys(one.article_id for one in claim.appearances))


def _claims_that(
    *keys: tuple[str, object], is_denied: bool, is_shared: bool, lang: str | None, claimant: str | None
) -> tuple[str, list[object]]:
    """A WHERE of the claims that are listed and pass the filters."""
    told = ("number IN (SELECT claim FROM appearance WHERE claimant = ?)", claimant)
    asked, values = _asked(*keys, told, ("lang = ?", lang))
    more = ["is_listed", *(["is_denied"] if is_denied else []), *(["is_shared"] if is_shared else [])]
    return f"WHERE {' AND '.join([*more, *([asked.removeprefix('WHERE ')] if asked else [])])}", values


def _asked(*conditions: tuple[str, object]) -> tuple[str, list[object]]:
    """A WHERE of those conditions that have a value."""
    held = [(words, value) for words, value in conditions if value is not None]
    values = [part for _, value in held for part in (value if isinstance(value, tuple) else (value,))]
    return (f"WHERE {' AND '.join(words for words, _ in held)}" if held else ""), values
