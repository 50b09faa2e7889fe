"""What pages list: articles, claims, claimants, attributions; the fields are the columns of the tables."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article in a list."""

    number: int
    digest: str
    name: str
    outlet: str | None
    title: str | None
    lang: str
    earliest: str | None
    latest: str | None
    attributions: int
    voices: int
    is_whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim in a list."""

    id: str
    label: str
    lang: str
    article: str
    claimant: str | None
    is_attributed: int
    unattributed: int
    appearances: int
    articles: int
    texts: int
    least: int
    most: int
    earliest: str | None
    latest: str | None
    denied_by: list[tuple[str, str | None]]
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimantRow:
    """One claimant."""

    number: int
    id: str
    name: str
    kind: str
    said: int
    articles: int
    denied: int
    names: list[tuple[str, int]]
    roles: list[tuple[str, str | None, str | None, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """One attribution to a claimant."""

    number: int
    article: str
    attribution: str
    stance: str
    day: str | None


def claim_row(row: Sequence[Any]) -> ClaimRow:
    """A row of the table, read."""
    values = dict(zip(ClaimRow.__dataclass_fields__, row, strict=True))
    return ClaimRow(**values | {"denied_by": [tuple(pair) for pair in json.loads(values["denied_by"])]})


def claimant_row(row: Sequence[Any]) -> ClaimantRow:
    """A row of the table, read."""
    values = dict(zip(ClaimantRow.__dataclass_fields__, row, strict=True))
    return ClaimantRow(**values | {name: [tuple(pair) for pair in json.loads(values[name])] for name in ("names", "roles")})
