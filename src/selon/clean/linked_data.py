"""What the JSON-LD of a page says of its article. Source: JSON-LD 1.1 (W3C), schema.org NewsArticle and its kin.

Scripts that are nearly JSON are common: what stands around the braces is cut off, and of what still is no JSON the plain strings are
read that name a headline or a date. Names behind an "@id" are looked up among all nodes of the page.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from selon.clean.segment import Field
from selon.languages.fold import fold
from selon.model.article import Candidate

_ARTICLE_TYPES = (
    "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle", "reviewnewsarticle",
    "asknewsarticle", "advertisercontentarticle", "satiricalarticle", "article", "blogposting", "liveblogposting", "socialmediaposting",
    "techarticle", "scholarlyarticle", "report", "interview", "webpage", "itempage", "creativework", "videoobject",
)  # fmt: skip
_KEYS = (
    ("title", "headline"),
    ("outlet", "publisher"),
    ("author", "author"),
    ("author", "creator"),
    ("published", "datePublished"),
    ("updated", "dateModified"),
    ("language", "inLanguage"),
    ("source", "isBasedOn"),
    ("source", "isBasedOnUrl"),
    ("source", "sourceOrganization"),
    ("source", "provider"),
    ("source", "translationOfWork"),
)
_STRING = re.compile(r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,400})"')
_BRACES = re.compile(r"[{\[].*[}\]]", re.DOTALL)
_MOST_NAMES = 12
_MOST_NODES = 500
_MOST_DEPTH = 3

Node = dict[str, Any]


def linked_data(fields: tuple[Field, ...], titles: tuple[str, ...]) -> Iterator[Candidate]:
    """Yield the candidates of the page's articles: first of those whose headline is one of the titles, then in the order of their kinds.

    Args:
        fields: of the page.
        titles: what else the page calls its article.
    """
    nodes = [node for entry in fields if entry.name == "ld+json" for node in _nodes(entry.value)][:_MOST_NODES]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    wanted = {_folded(title) for title in titles}
    articles = [(_rank(node), at, node) for at, node in enumerate(nodes) if _rank(node) < len(_ARTICLE_TYPES)]
    for _, _, node in sorted(articles, key=lambda one: (_folded(str(one[2].get("headline"))) not in wanted, *one[:2])):
        yield from _of_node(node, named)


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _nodes(source: str) -> list[Node]:
    """The nodes of one script, those inside a graph, a list or a main entity included."""
    inside = _BRACES.search(source)
    if inside is None:
        return []
    try:
        return list(_walked(json.loads(inside.group(), strict=False), 0))
    except (ValueError, RecursionError):
        said: Node = dict(reversed(_STRING.findall(source)))
        return [{"@type": "Article", **said}] if said else []


def _walked(data: Any, depth: int) -> Iterator[Node]:
    if isinstance(data, list) and depth <= _MOST_DEPTH:
        for item in data[:_MOST_NODES]:
            yield from _walked(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        if depth <= _MOST_DEPTH:
            for key in ("@graph", "mainEntity", "author", "publisher"):
                yield from _walked(data.get(key), depth + 1)


def _rank(node: Node) -> int:
    kinds = node.get("@type")
    said = [str(kind).rsplit("/", 1)[-1].lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return min((_ARTICLE_TYPES.index(kind) for kind in said if kind in _ARTICLE_TYPES), default=len(_ARTICLE_TYPES))


def _of_node(node: Node, named: dict[str, Node]) -> Iterator[Candidate]:
    publisher = _texts(node.get("publisher"), named)
    for name, key in _KEYS:
        for text in _texts(node.get(key), named):
            if not (key == "provider" and text in publisher):
                yield Candidate(field=name, value=text, where=f"JSON-LD {key}")


def _texts(value: Any, named: dict[str, Node]) -> list[str]:
    if isinstance(value, str):
        return [" ".join(value.split())] if value.strip() else []
    if isinstance(value, dict):
        known = named.get(value["@id"]) if isinstance(value.get("@id"), str) and not value.get("name") else None
        return _texts((known or value).get("name") or value.get("url"), {})
    return [text for item in value[:_MOST_NAMES] for text in _texts(item, named)] if isinstance(value, list) else []
