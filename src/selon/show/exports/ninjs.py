"""Articles for the systems of newsrooms. Source: IPTC ninjs 3.1: one item an article.

What somebody is said to have said stands in no field of ninjs: the item carries the article, whom it credits, who speaks in it, and what it
was taken from. An export without text has no headlines and no bodies, and the hash of the text among its `altIds`.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from selon.model.article import Article, CreditKind
from selon.model.claimant import Claimant, ClaimantKind
from selon.show.exports.graph import instant
from selon.show.exports.material import Material
from selon.show.exports.passages import sha256, urn

_STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
_CREDITS = {CreditKind.SOURCE: "source", CreditKind.VIA: "via", CreditKind.TRANSLATION: "translation"}


def write(given: Material) -> tuple[bytes, int]:
    """A list of items, and how many there are."""
    speakers: dict[str, dict[str, Claimant]] = {}
    for article, _, resolution in given.attributions.values():
        if resolution.claimant:
            speakers.setdefault(article.id, {}).setdefault(resolution.claimant.id, resolution.claimant)
    items = [_item(given, article, list(speakers.get(article.id, {}).values())) for article in given.articles.values()]
    return msgspec.json.format(msgspec.json.encode(items), indent=1) + b"\n", len(items)


def _item(given: Material, article: Article, speakers: list[Claimant]) -> dict[str, Any]:
    first = instant(article.published, is_end=False)
    one: dict[str, Any] = {
        "uri": urn("article", article.digest),
        "standard": _STANDARD,
        "type": "text",
        "language": article.lang,
        "versionCreated": first,
        "headlines": [{"role": "main", "value": article.title, "contentType": "text/plain"}] if article.title and given.with_text else None,
        "bodies": [_body(article)] if given.with_text else None,
        "by": "; ".join(article.authors) if article.authors else None,
        "infoSources": [
            {"name": credit.name, "role": _CREDITS[credit.kind]} for credit in article.credits if credit.kind in _CREDITS
        ],
        "people": [_named(claimant) for claimant in speakers if claimant.kind is ClaimantKind.PERSON],
        "organisations": [_named(claimant) for claimant in speakers if claimant.kind in (ClaimantKind.BODY, ClaimantKind.STATE)],
        "associations": list(_associations(given, article)),
        "altIds": [{"role": "text-sha256", "value": sha256(article.text)}, {"role": "selon-article", "value": article.id}],
    }  # fmt: skip
    return {name: value for name, value in one.items() if value}


def _body(article: Article) -> dict[str, Any]:
    return {
        "role": "main", "contentType": "text/plain", "charCount": len(article.text), "wordCount": len(article.text.split()),
        "value": article.text,
    }  # fmt: skip


def _named(claimant: Claimant) -> dict[str, Any]:
    return {"name": claimant.name, "uri": urn("claimant", claimant.id), "rel": "speaks"}


def _associations(given: Material, article: Article) -> Iterator[dict[str, Any]]:
    taken = [edge for edge in given.lineage.edges if edge.directed and edge.target == article.id and edge.source in given.articles]
    for number, edge in enumerate(taken, 1):
        source = given.articles[edge.source]
        yield {"name": f"taken-{number}", "rel": f"{edge.kind}-from", "uri": urn("article", source.digest), "type": "text"}
