"""What besides a name tells that the persons of two articles are one: signals, kinds and pages of one claimant."""

from functools import lru_cache

from selon.model.article import Article
from selon.model.claimant import Claimant
from selon.model.span import Span
from selon.resolve.bodies import body_key
from selon.resolve.lexicon import Lexicon
from selon.resolve.offices import offices
from selon.resolve.phrase import phrase


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
