"""What besides a name tells that the persons of two articles are one."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from selon.model.article import Article
from selon.model.claimant import Claimant
from selon.model.span import Span
from selon.resolve.bodies import body_key
from selon.resolve.lexicon import Lexicon
from selon.resolve.offices import offices
from selon.resolve.phrase import phrase

MONTH_DAYS = 31  # between two articles in which one name with one kind of role is one person's


@dataclass(frozen=True, slots=True)
class Node:
    """One claimant as one article knows it."""

    id: str  # content hash of article and claimant
    article: str  # the article's id
    claimant: Claimant
    key: str | None  # of bodies
    signals: frozenset[str] = frozenset()  # of persons: "body …", "office …", "role …"
    pages: frozenset[str] = frozenset()  # addresses: the article's own, and those that links on the name lead to
    kinds: frozenset[str] = frozenset()  # of persons, too weak without a date: "head …", "domain …"
    day: date | None = None  # of publication; None: not known

    @property
    def countries(self) -> frozenset[str]:
        """The state that the text tells, if it does."""
        return frozenset({self.claimant.country}) if self.claimant.country else frozenset()


def second_signal(a: Node, b: Node) -> bool:
    """Does anything besides the name show that two persons of different articles are one, and nothing that they are two?"""
    if a.article == b.article or (a.countries and b.countries and not a.countries & b.countries):
        return False
    near = a.day is not None and b.day is not None and abs((a.day - b.day).days) <= MONTH_DAYS
    return bool(a.signals & b.signals or a.pages & b.pages or a.countries & b.countries or (near and a.kinds & b.kinds))


def signals(claimant: Claimant, told: Lexicon) -> frozenset[str]:
    """The body, the office, the words of the role."""
    found = set()
    if claimant.organisation and (body := body_key(claimant.organisation, claimant.country or "", told)):
        found.add(f"body {body}")
    if claimant.role:
        found |= _of_role(claimant.role, told)[0]
    return frozenset(found)


def pages(claimant: Claimant, article: Article) -> frozenset[str]:
    """The address of the article, and those that links on the name lead to."""
    mentions = [span for ident, span in claimant.spans if ident == article.id]
    links = [link.url for link in article.links if any(link.span.overlaps(span) for span in mentions)]
    return frozenset(_page(url) for url in (article.url, *links) if url)


def _page(url: str) -> str:
    """An address without scheme, fragment and closing slash."""
    return url.partition("#")[0].partition("://")[2].rstrip("/")


def kinds(claimant: Claimant, told: Lexicon) -> frozenset[str]:
    """The head of the role, and the kind and domain of the body without its state and its other words."""
    found: set[str] = set()
    if claimant.role:
        found |= _of_role(claimant.role, told)[1]
    body = body_key(claimant.organisation, "", told) if claimant.organisation else None
    parts = body.split("|") if body is not None else []
    if len(parts) > 2 and parts[2]:
        found.add(f"domain {parts[0]} {parts[2]}")
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def _of_role(role: str, told: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """The signals and the kinds of a role: thousands of articles name one."""
    said = phrase(role, Span(0, len(role)), told)
    signs, weak = {f"office {office}" for office in offices(said, role, told)}, set()
    if said.head is not None and not said.head.rank:
        weak.add(f"head {said.head.id or said.head.key}")
        if len(said.content) > 1:
            signs.add(f"role {' '.join(sorted(said.content))}")
    return frozenset(signs), frozenset(weak)


def day(article: Article) -> date | None:
    """The first day on which the article can have been published."""
    when = article.published
    return date.fromisoformat(when.earliest[:10]) if when is not None and when.earliest is not None else None
