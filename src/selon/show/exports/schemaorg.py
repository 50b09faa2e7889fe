"""Claims and articles for the web of data. Source: schema.org 30.0: Claim, NewsArticle, Quotation, as JSON-LD.

A Claim's author is its claimant, and its text one of its appearances, word for word. No ClaimReview and no rating is ever written.
`firstAppearance` is written only where one article alone is the earliest held. schema.org has no relation between claims: denials stand in
our own namespace.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from selon.model.article import Article, CreditKind
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Edge, Story
from selon.show.edtf import edtf
from selon.show.exports.material import Material
from selon.show.exports.passages import NAMESPACE, joined_sha256, sha256, urn
from selon.show.exports.rdf import iri

_CONTEXT = {"@vocab": "https://schema.org/", "selon": NAMESPACE}
_ORGANISATIONS = frozenset((ClaimantKind.BODY, ClaimantKind.STATE, ClaimantKind.OUTLET))
_CREDITS = frozenset((CreditKind.SOURCE, CreditKind.VIA, CreditKind.TRANSLATION))


def write(given: Material) -> tuple[bytes, int]:
    """One graph of claims and articles, and how many claims it has."""
    graph = [
        *(_claim(given, story) for story in given.stories),
        *(_article(given, article) for article in given.articles.values()),
        *_speakers(given),
    ]
    page = {"@context": _CONTEXT, "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(page), indent=1) + b"\n", len(given.stories)


def _claim(given: Material, story: Story) -> dict[str, Any]:
    claim = story.claim
    first = story.first.articles[0] if len(story.first.articles) == 1 else None
    texts = list(dict.fromkeys(one.article_id for one in claim.appearances))
    langs = list(dict.fromkeys(given.articles[name].lang for name in texts))
    return _told(
        {
            "@id": urn("claim", claim.id),
            "@type": "Claim",
            "text": claim.label if given.with_text else None,
            "selon:textSha256": sha256(claim.label),
            "inLanguage": langs,
            "author": [{"@id": urn("claimant", one)} for one in _speaking(given, story)],
            "firstAppearance": {"@id": _name(given.articles[first])} if first else None,
            "appearance": [{"@id": _name(given.articles[name])} for name in texts],
            "selon:articles": story.origins.articles,
            "selon:distinctTexts": story.origins.texts,
            "selon:minOrigins": story.origins.min,
            "selon:maxOrigins": story.origins.max,
            "selon:deniedBy": [
                _told({"selon:by": one.by, "selon:kind": one.kind, "selon:article": {"@id": _name(given.articles[one.article_id])}})
                for one in story.denials
            ],
            "sdDatePublished": given.day,
        }
    )


def _speaking(given: Material, story: Story) -> list[str]:
    """The claimants of a claim that are persons or organisations, each once."""
    named = dict.fromkeys(one.claimant_id for one in story.claim.appearances if one.claimant_id)
    return [name for name in named if name in given.claimants and _type(given.claimants[name])]


def _article(given: Material, article: Article) -> dict[str, Any]:
    when = article.published
    credited = [one.span.of(article.text) for one in article.credits if one.kind in _CREDITS]
    return _told(
        {
            "@id": _name(article),
            "@type": "NewsArticle",
            "url": iri(article.url) if article.url else None,
            "headline": article.title if given.with_text else None,
            "inLanguage": article.lang,
            "datePublished": when.earliest if when and when.earliest == when.latest else None,
            "selon:published": edtf(when) if when else None,
            "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "creditText": "; ".join(credited) if given.with_text else None,
            "isBasedOn": [{"@id": name} for name in _taken(given, article, translated=False)],
            "translationOfWork": [{"@id": name} for name in _taken(given, article, translated=True)],
            "selon:article": article.id,
            "selon:textSha256": sha256(article.text),
            "hasPart": list(_quotations(given, article)),
        }
    )


def _taken(given: Material, article: Article, *, translated: bool) -> list[str]:
    return [
        _name(given.articles[edge.source])
        for edge in given.lineage.edges
        if edge.directed and edge.target == article.id and edge.source in given.articles and _is_translation(edge) is translated
    ]


def _is_translation(edge: Edge) -> bool:
    return edge.kind == "translation"


def _quotations(given: Material, article: Article) -> Iterator[dict[str, Any]]:
    for where, one, resolution in given.attributions.values():
        if where.id == article.id:
            who = resolution.claimant
            yield _told(
                {
                    "@id": urn("passage", one.id),
                    "@type": "Quotation",
                    "text": given.words(article.id, *one.content),
                    "spokenByCharacter": {"@id": urn("claimant", who.id)} if who and _type(who) else None,
                    "selon:stance": one.stance.value,
                    "selon:speech": one.kind.value,
                    "selon:start": one.content[0].start,
                    "selon:end": one.content[-1].end,
                    "selon:sha256": joined_sha256(article, one.content),
                }
            )


def _speakers(given: Material) -> Iterator[dict[str, Any]]:
    for one in given.claimants.values():
        if kind := _type(one):
            is_person = kind == "Person"
            yield _told(
                {
                    "@id": urn("claimant", one.id),
                    "@type": kind,
                    "name": one.name,
                    "jobTitle": one.role if is_person and given.with_text else None,
                    "affiliation": {"@type": "Organization", "name": one.organisation} if is_person and one.organisation else None,
                }
            )


def _type(one: Claimant) -> str | None:
    """Person or Organization; None for whom nobody names."""
    if one.kind is ClaimantKind.PERSON:
        return "Person"
    return "Organization" if one.kind in _ORGANISATIONS else None


def _name(article: Article) -> str:
    return urn("article", article.digest)


def _told(one: dict[str, Any]) -> dict[str, Any]:
    """Only the fields that say something."""
    return {name: value for name, value in one.items() if value is not None and value != [] and value != ""}
