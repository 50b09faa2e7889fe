"""Names of outlets and agencies: when two are one, and the node of what is not held."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from selon.languages import codes, load
from selon.languages.fold import fold
from selon.languages.rows.trace import Marker
from selon.languages.unseen import seen
from selon.languages.words import words
from selon.model.article import Article

_BRACKETS = re.compile(r"\([^)]*\)")
_BASED = re.compile(r"\w+-based\b|\bbasée? à \w+", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'.-]*")
_ADDRESS = frozenset({"www", "com", "fr", "org", "net", "be", "ch", "ca", "info"})


@cache
def _aside() -> frozenset[str]:
    """Particles, and the endings of addresses."""
    return frozenset(fold(row.form) for code in codes() for row in load(code).rows(Marker) if row.kind == "particle") | _ADDRESS


@lru_cache(maxsize=1 << 14)
def key(name: str) -> tuple[str, ...]:
    """A name's words, folded, without particles, endings of addresses and what no reader sees; all of them where nothing else is left."""
    forms = [part for word in words(seen(name).replace(".", " ").replace("_", " ")) for part in fold(word.form).strip("'").split("-")]
    return tuple([form for form in forms if form not in _aside()]) or tuple(forms)


@lru_cache(maxsize=1 << 14)
def written(name: str) -> frozenset[tuple[str, ...]]:
    """The ways a name is written in one mention: whole, without what stands in brackets, and by that ("Marine Board (MARBO)")."""
    inside = [part.strip("()") for part in _BRACKETS.findall(name)]
    return frozenset(form for form in map(key, (name, _BRACKETS.sub(" ", name), *inside)) if form)


@lru_cache(maxsize=1 << 14)
def proper(name: str) -> frozenset[str]:
    """The words of a name that have a capital, without what stands in brackets and where a body is based."""
    plain = _BASED.sub(" ", _BRACKETS.sub(" ", name))
    return frozenset(part for word in _CAPITAL.findall(plain) for part in key(word))


def is_outlet(name: str, article: Article) -> bool:
    """Is this the name of the outlet that published the article?"""
    return bool(article.outlet) and key(name) == key(article.outlet or "")


def outside(name: str) -> str:
    """The node of what is cited and not held."""
    return "ext:" + " ".join(name.split())


def one_spelling(nodes: Iterable[str]) -> dict[str, str]:
    """Every outside node -> the node that stands for all its spellings ("ext:afp" -> "ext:AFP").

    The spelling with most capitals is kept, then the smallest.
    """
    groups: dict[tuple[str, ...], set[str]] = {}
    for node in nodes:
        if node.startswith("ext:"):
            groups.setdefault(key(node.removeprefix("ext:")), set()).add(node)
    best = {name: min(group, key=lambda node: (-sum(char.isupper() for char in node), node)) for name, group in groups.items()}
    return {node: best[name] for name, group in groups.items() for node in group}
