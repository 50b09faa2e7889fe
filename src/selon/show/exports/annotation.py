"""Attributions and denials as annotations of the pages. Source: W3C Web Annotation Data Model (2017), JSON-LD.

Each passage carries both selectors: its words with so much around them that they match once, and its characters (code points; programs
that count UTF-16 units must convert). The text that the characters count in is named by its hash, since a page may change.
"""

from typing import Any

import msgspec

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.lineage import Denial
from selon.model.span import Span
from selon.show.exports.material import Material
from selon.show.exports.passages import NAMESPACE, around, sha256, urn
from selon.show.exports.rdf import iri

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"selon": NAMESPACE}]


def write(given: Material) -> tuple[bytes, int]:
    """A collection of annotations on one page, and how many there are."""
    items = [_attribution(given, *one) for one in given.attributions.values()]
    items += [_denial(given, one) for one in given.denials()]
    page = {
        "@context": _CONTEXT,
        "id": "urn:selon:annotations",
        "type": "AnnotationCollection",
        "label": "Who is said to have said what, in this collection",
        "generator": _generator(given),
        "total": len(items),
        "first": {"id": "urn:selon:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return msgspec.json.format(msgspec.json.encode(page), indent=1) + b"\n", len(items)


def _attribution(given: Material, article: Article, one: Attribution, resolution: Resolution) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": urn("attribution", one.id),
        "type": "selon:Attribution",
        "selon:claimant": resolution.claimant.name if resolution.claimant else None,
        "selon:kind": one.kind.value,
        "selon:stance": one.stance.value,
        "selon:conditional": one.conditional,
        "selon:rule": one.rule,
        "selon:readingConfidence": one.confidence,
        "selon:source": _stretch(one.source),
        "selon:cue": _stretch(one.cue),
    }
    return _annotation(
        given, article, "identifying", one.id, {name: value for name, value in body.items() if value is not None}, one.content
    )


def _denial(given: Material, one: Denial) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": urn("denial", f"{one.attribution_id}|{one.claim_id}"),
        "type": "selon:Denial",
        "selon:kind": one.kind,
        "selon:by": one.by,
        "selon:denies": urn("claim", one.claim_id) if one.claim_id else None,
        "selon:tie": one.tie if given.with_text else None,
    }
    body = {name: value for name, value in body.items() if value is not None}
    return _annotation(given, given.articles[one.article_id], "replying", f"{one.attribution_id}|{one.claim_id}", body, (one.span,))


def _annotation(
    given: Material, article: Article, motivation: str, name: str, body: dict[str, Any], spans: tuple[Span, ...]
) -> dict[str, Any]:  # fmt: skip
    targets = [_target(given, article, span) for span in spans]
    return {
        "id": urn(f"annotation:{motivation}", name),
        "type": "Annotation",
        "motivation": motivation,
        "generator": _generator(given),
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(given: Material, article: Article, span: Span) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = []
    if given.with_text:
        prefix, suffix = around(article, span)
        selectors.append({"type": "TextQuoteSelector", "exact": span.of(article.text), "prefix": prefix, "suffix": suffix})
    selectors.append({"type": "TextPositionSelector", "start": span.start, "end": span.end})
    return {
        "source": iri(article.url) if article.url else urn("article", article.digest),
        "selector": selectors,
        "selon:article": article.id,
        "selon:textSha256": sha256(article.text),
        "selon:exactSha256": sha256(span.of(article.text)),
    }


def _generator(given: Material) -> dict[str, str]:
    return {"id": f"urn:selon:software:{given.version}", "type": "Software", "name": f"Selon {given.version}"}


def _stretch(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
