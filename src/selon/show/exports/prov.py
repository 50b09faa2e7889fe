"""Where texts and passages come from, as PROV-O. Source: W3C PROV-O (2013).

article       prov:Entity, selon:Article        wasAttributedTo its outlet; generatedAtTime only where one instant is known
passage       prov:Entity, selon:Passage        an attributed content; wasDerivedFrom its article, wasAttributedTo its claimant
claim         prov:Collection, selon:Claim      hadMember the passages where it appears
claimant      prov:Person, Organization, Agent  actedOnBehalfOf the body it speaks for
edge          wasQuotedFrom, wasDerivedFrom     where a direction is shown, qualified by its kind; else selon:sharesTextWith

A quoted passage is wasQuotedFrom an utterance, which nobody holds. hadPrimarySource is never written: it would say that somebody knew at
first hand. No term of PROV denies: selon:denies does.
"""

from collections.abc import Iterator

from selon.model.article import Article
from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.lineage import Denial, Edge, Story
from selon.model.span import Span
from selon.show.edtf import edtf
from selon.show.exports.material import HELD_ELSEWHERE, Material
from selon.show.exports.passages import NAMESPACE, edge_id, sha256, urn
from selon.show.exports.rdf import TYPE, Literal, Name, Triple, iri, json_ld, turtle

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "selon": NAMESPACE,
}
_AGENTS = {
    ClaimantKind.PERSON: "prov:Person", ClaimantKind.BODY: "prov:Organization", ClaimantKind.STATE: "prov:Organization",
    ClaimantKind.OUTLET: "prov:Organization",
}  # fmt: skip
_HAS_ZONE = 19  # characters of an instant before its offset


def write_turtle(given: Material) -> tuple[bytes, int]:
    """The graph as Turtle, and how many triples it has."""
    told = dict.fromkeys(triples(given))
    return turtle(told, PREFIXES), len(told)


def write_json_ld(given: Material) -> tuple[bytes, int]:
    """The graph as JSON-LD, and how many triples it has."""
    told = dict.fromkeys(triples(given))
    return json_ld(told, PREFIXES), len(told)


def triples(given: Material) -> Iterator[Triple]:
    """Yield every triple."""
    tool = f"urn:selon:software:{given.version}"
    yield tool, TYPE, Name("prov:SoftwareAgent")
    yield tool, "rdfs:label", Literal(f"Selon {given.version}")
    for article in given.articles.values():
        yield from _article(article, given)
    for claimant in given.claimants.values():
        yield from _claimant(claimant)
    for article, attribution, resolution in given.attributions.values():
        yield from _attribution(given, article, attribution, resolution)
    for story in given.stories:
        yield from _claim(given, story, tool)
    for denial in given.denials():
        yield from _denial(given, denial)
    for edge in given.lineage.edges:
        yield from _edge(given, edge)


def _article(article: Article, given: Material) -> Iterator[Triple]:
    me = _held(article)
    yield me, TYPE, Name("prov:Entity")
    yield me, TYPE, Name("selon:Article")
    yield me, "selon:article", Literal(article.id)
    yield me, "selon:textSha256", Literal(sha256(article.text))
    if article.title and given.with_text:
        yield me, "rdfs:label", Literal(article.title)
    if article.url:
        yield me, "prov:atLocation", Name(iri(article.url))
        yield iri(article.url), TYPE, Name("prov:Location")
    if article.outlet:
        yield me, "prov:wasAttributedTo", Name(urn("outlet", article.outlet))
        yield urn("outlet", article.outlet), TYPE, Name("prov:Organization")
        yield urn("outlet", article.outlet), TYPE, Name("prov:Agent")
        yield urn("outlet", article.outlet), "rdfs:label", Literal(article.outlet)
    if article.published:
        yield me, "selon:published", Literal(edtf(article.published))
        one = article.published.earliest if article.published.earliest == article.published.latest else None
        if one and len(one) > _HAS_ZONE:  # an instant with its offset, as xsd:dateTime
            yield me, "prov:generatedAtTime", Literal(one, type="xsd:dateTime")


def _claimant(one: Claimant) -> Iterator[Triple]:
    me = urn("claimant", one.id)
    yield me, TYPE, Name("prov:Agent")
    if one.kind in _AGENTS:
        yield me, TYPE, Name(_AGENTS[one.kind])
    yield me, "rdfs:label", Literal(one.name)
    yield me, "selon:kind", Literal(one.kind.value)
    if one.organisation and one.acts and one.kind is ClaimantKind.PERSON:
        body = urn("body", one.organisation)
        yield me, "prov:actedOnBehalfOf", Name(body)
        yield body, TYPE, Name("prov:Organization")
        yield body, TYPE, Name("prov:Agent")
        yield body, "rdfs:label", Literal(one.organisation)


def _attribution(given: Material, article: Article, one: Attribution, resolution: Resolution) -> Iterator[Triple]:
    me = urn("passage", one.id)
    yield from _passage(given, me, article, one.content)
    yield me, "selon:stance", Literal(one.stance.value)
    yield me, "selon:speech", Literal(one.kind.value)
    if resolution.claimant:
        yield me, "prov:wasAttributedTo", Name(urn("claimant", resolution.claimant.id))
    if one.kind is SpeechKind.DIRECT:
        utterance = urn("utterance", one.id)
        yield utterance, TYPE, Name("prov:Entity")
        yield utterance, TYPE, Name("selon:Utterance")
        yield me, "prov:wasQuotedFrom", Name(utterance)
        if resolution.claimant:
            yield utterance, "prov:wasAttributedTo", Name(urn("claimant", resolution.claimant.id))
    if one.parent:
        yield me, "selon:insideOf", Name(urn("passage", one.parent))


def _claim(given: Material, story: Story, tool: str) -> Iterator[Triple]:
    me = urn("claim", story.claim.id)
    for kind in ("prov:Entity", "prov:Collection", "selon:Claim"):
        yield me, TYPE, Name(kind)
    yield me, "prov:wasAttributedTo", Name(tool)
    if given.with_text:
        yield me, "rdfs:label", Literal(story.claim.label)
    for name, count in (("articles", story.origins.articles), ("texts", story.origins.texts), ("minOrigins", story.origins.min),
                        ("maxOrigins", story.origins.max)):  # fmt: skip
        yield me, f"selon:{name}", Literal(str(count), type="xsd:integer")
    for one in story.claim.appearances:
        passage = urn("appearance", one.id)
        yield from _passage(given, passage, given.articles[one.article_id], one.spans)
        yield me, "prov:hadMember", Name(passage)
        if one.attribution_id:
            yield passage, "selon:attribution", Name(urn("passage", one.attribution_id))


def _passage(given: Material, me: str, article: Article, spans: tuple[Span, ...]) -> Iterator[Triple]:
    yield me, TYPE, Name("prov:Entity")
    yield me, TYPE, Name("selon:Passage")
    yield me, "prov:wasDerivedFrom", Name(_held(article))
    words = given.words(article.id, *spans)
    if words is not None:
        yield me, "prov:value", Literal(words)
    yield me, "selon:start", Literal(str(spans[0].start), type="xsd:integer")
    yield me, "selon:end", Literal(str(spans[-1].end), type="xsd:integer")
    yield me, "selon:sha256", Literal(sha256(" … ".join(span.of(article.text) for span in spans)))


def _denial(given: Material, one: Denial) -> Iterator[Triple]:
    me = urn("denial", f"{one.attribution_id}|{one.claim_id}")
    yield from _passage(given, me, given.articles[one.article_id], (one.span,))
    yield me, TYPE, Name("selon:Denial")
    yield me, "selon:denialKind", Literal(one.kind)
    if one.by:
        yield me, "selon:by", Literal(one.by)
    if one.claim_id:
        yield me, "selon:denies", Name(urn("claim", one.claim_id))


def _edge(given: Material, edge: Edge) -> Iterator[Triple]:
    taken, taker = _node(given, edge.source), _node(given, edge.target)
    for name, node in ((edge.source, taken), (edge.target, taker)):
        yield node, TYPE, Name("prov:Entity")
        if name.startswith(HELD_ELSEWHERE):
            yield node, TYPE, Name("selon:CitedAndNotHeld")
            yield node, "rdfs:label", Literal(name.removeprefix(HELD_ELSEWHERE))
    if not edge.directed:
        yield taker, "selon:sharesTextWith", Name(taken)
        yield taken, "selon:sharesTextWith", Name(taker)
        return
    me = urn("edge", edge_id(edge))
    is_quotation = edge.kind == "quotation"
    yield taker, "prov:wasQuotedFrom" if is_quotation else "prov:wasDerivedFrom", Name(taken)
    yield taker, "prov:qualifiedQuotation" if is_quotation else "prov:qualifiedDerivation", Name(me)
    yield me, TYPE, Name("prov:Quotation" if is_quotation else "prov:Derivation")
    yield me, TYPE, Name(f"selon:{edge.kind.capitalize()}")
    yield me, "prov:entity", Name(taken)
    yield me, "selon:readingConfidence", Literal(f"{edge.confidence:.4f}", type="xsd:decimal")
    yield me, "selon:state", Literal(edge.state)


def _node(given: Material, name: str) -> str:
    return _held(given.articles[name]) if name in given.articles else urn("cited", name)


def _held(article: Article) -> str:
    return urn("article", article.digest)
