"""One function an object of the bundle."""

import json
from collections.abc import Iterator
from typing import Any

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.lineage import Edge, Story
from selon.show.edtf import edtf
from selon.show.exports.material import HELD_ELSEWHERE, Material
from selon.show.exports.passages import edge_id, joined_sha256, pieces, sha256
from selon.show.exports.rdf import iri
from selon.show.exports.stix.ids import observable, ours
from selon.show.numbers import counted
from selon.show.whose import own_texts

Thing = dict[str, Any]

_EXTENSION = ours("extension-definition", "positions")
_TOOL = ours("identity", "Selon")
_CLASSES = {
    ClaimantKind.PERSON: "individual", ClaimantKind.BODY: "organization", ClaimantKind.STATE: "organization",
    ClaimantKind.OUTLET: "organization", ClaimantKind.GROUP: "group",
}  # fmt: skip
_RELATIONS = {"republication": "derived-from", "translation": "derived-from", "quotation": "derived-from"}


def write(given: Material) -> tuple[bytes, int]:
    """The bundle, and how many objects it holds."""
    objects: dict[str, Thing] = {}
    for one in _objects(given):
        objects.setdefault(one["id"], one)
    bundle = {"type": "bundle", "id": ours("bundle", *sorted(objects), given.day), "objects": list(objects.values())}
    return (json.dumps(bundle, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"), len(objects)


def _objects(given: Material) -> Iterator[Thing]:
    yield _object(given, "identity", _TOOL, name=f"Selon {given.version}", identity_class="system")
    yield _object(
        given, "extension-definition", _EXTENSION, created_by_ref=_TOOL, name="Positions of passages",
        description="Where a passage stands in a text (code points, half-open), the hash of both, and how it is told",
        schema="urn:selon:docs:exports", version="1.0.0", extension_types=["property-extension"],
    )  # fmt: skip
    for article in given.articles.values():
        yield from _article(given, article)
    for claimant in given.claimants.values():
        yield _claimant(given, claimant)
    for attribution in given.attributions.values():
        yield _note(given, *attribution)
    for edge in given.lineage.edges:
        yield from _edge(given, edge)
    for story in given.stories:
        yield _report(given, story)


def _article(given: Material, article: Article) -> Iterator[Thing]:
    yield {
        "type": "file",
        "spec_version": "2.1",
        "id": _file(article),
        "hashes": {"SHA-256": sha256(article.text)},
        "name": article.address or article.id,
        "extensions": _extension(
            article=article.id, lang=article.lang, published=edtf(article.published) if article.published else None,
            outlet=article.outlet, hash_of="the text as it was read, in UTF-8",
        ),
    }  # fmt: skip
    if article.url:
        address = iri(article.url)
        name = observable("url", {"value": address})
        yield {"type": "url", "spec_version": "2.1", "id": name, "value": address}
        yield _relation(given, _file(article), name, "related-to", "the text stands at this address")
    if article.outlet:
        yield _object(given, "identity", _outlet(article.outlet), name=article.outlet, identity_class="organization")
        yield _relation(given, _file(article), _outlet(article.outlet), "related-to", "published by this outlet")


def _claimant(given: Material, one: Claimant) -> Thing:
    told = {"roles": [one.role]} if one.role and given.with_text else {}
    return _object(
        given, "identity", _speaker(one), name=one.name, identity_class=_CLASSES.get(one.kind, "unspecified"), created_by_ref=_TOOL, **told
    )


def _note(given: Material, article: Article, one: Attribution, resolution: Resolution) -> Thing:
    who = resolution.claimant
    words = given.words(article.id, *one.content)
    place = f"{article.id}, characters {pieces(one.content)}"
    said = f"{who.name if who else 'nobody named or resolved'}, {one.stance.value}: « {words} »" if words else place
    told: Thing = {"lang": one.lang} if one.lang else {}
    return _object(
        given, "note", ours("note", one.id), created_by_ref=_TOOL, abstract=place, content=said,
        object_refs=[_file(article), *([_speaker(who)] if who else [])],
        extensions=_extension(
            article=article.id, start=one.content[0].start, end=one.content[-1].end, pieces=pieces(one.content),
            text_sha256=sha256(article.text), exact_sha256=joined_sha256(article, one.content), stance=one.stance.value,
            speech=one.kind.value, conditional=one.conditional, rule=one.rule, reading_confidence=one.confidence,
        ),
        **told,
    )  # fmt: skip


def _edge(given: Material, edge: Edge) -> Iterator[Thing]:
    ends = []
    for name in (edge.target, edge.source):
        if name in given.articles:
            ends.append(_file(given.articles[name]))
        else:
            cited = name.removeprefix(HELD_ELSEWHERE)
            ends.append(ours("identity", "cited", cited))
            yield _object(
                given, "identity", ends[-1], name=cited, identity_class="unspecified", description="cited in this collection, and not held"
            )
    kind = _RELATIONS.get(edge.kind, "related-to") if edge.directed else "related-to"
    told = _relation(given, ends[0], ends[1], kind, edge.kind, edge_id(edge))
    told["extensions"] = _extension(kind=edge.kind, directed=edge.directed, state=edge.state, reading_confidence=round(edge.confidence, 4))
    yield told


def _report(given: Material, story: Story) -> Thing:
    claim, origins = story.claim, story.origins
    notes = [ours("note", one.attribution_id) for one in claim.appearances if one.attribution_id]
    files = [_file(given.articles[one.article_id]) for one in claim.appearances]
    own = "voice left open" if claim.worded.attribution_id else f"told without a source in {counted(own_texts(claim), 'text')}"
    words = f"« {claim.label} »" if given.with_text else f"claim {claim.id}"
    said = f"{claim.worded.claimant or own}: {words}"
    return _object(
        given, "report", ours("report", claim.id), created_by_ref=_TOOL, name=said, published=_instant(given),
        description=(
            f"In this collection: {counted(origins.articles, 'article')}, {counted(origins.texts, 'distinct text')}; "
            f"at most {counted(origins.max, 'origin')}, "
            f"shown separate: {origins.min}. Denials held: {len(story.denials)}."
        ),
        object_refs=list(dict.fromkeys([*files, *notes])),
        extensions=_extension(claim=claim.id, label_sha256=sha256(claim.label), min_origins=origins.min, max_origins=origins.max),
    )  # fmt: skip


def _relation(given: Material, source: str, target: str, kind: str, why: str, name: str = "") -> Thing:
    told = ours("relationship", source, target, kind, name or why)
    return _object(
        given, "relationship", told, created_by_ref=_TOOL, relationship_type=kind, description=why, source_ref=source, target_ref=target
    )  # fmt: skip


def _object(given: Material, kind: str, me: str, /, **told: Any) -> Thing:
    when = _instant(given)
    return {"type": kind, "spec_version": "2.1", "id": me, "created": when, "modified": when, **told}


def _extension(**told: Any) -> Thing:
    said = {name: value for name, value in told.items() if value is not None}
    return {_EXTENSION: {"extension_type": "property-extension", **said}}


def _instant(given: Material) -> str:
    return f"{given.day}T00:00:00.000Z"


def _file(article: Article) -> str:
    return observable("file", {"hashes": {"SHA-256": sha256(article.text)}, "name": article.address or article.id})


def _outlet(name: str) -> str:
    return ours("identity", "outlet", name)


def _speaker(one: Claimant) -> str:
    return ours("identity", "claimant", one.id)
