"""One claimant over many articles: what it is called, what it is, what is attributed to it."""

from dataclasses import dataclass

from selon.model.claimant import ClaimantKind
from selon.model.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUsed:
    """A spelling under which texts name somebody."""

    form: str
    count: int  # mentions under that spelling
    first: Passage  # in the order of the articles


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHeld:
    """A role that one article gives somebody."""

    role: str
    organisation: str | None
    country: str | None  # ISO 3166-1 alpha-2
    day: str | None  # first day on which the article can have been published; None: not known
    article_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One claimant, as all articles together show it. What no person has checked: ids rest on `resolve.across`."""

    id: str  # of the claimant
    name: str  # the spelling that most articles use
    kind: ClaimantKind
    names: tuple[NameUsed, ...]  # most used first
    roles: tuple[RoleHeld, ...]  # by day, then in the order of the articles
    said: tuple[tuple[str, str], ...]  # (article id, attribution id), by day, then in text order
    possibly: tuple[str, ...]  # claimants of a name that may be the same, whom no second signal joins
