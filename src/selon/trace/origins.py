"""Between how many and how many origins stand behind a claim. Source: our definition, docs/answers.md.

`max` splits everything not shown linked: each named origin, each group of linked texts that tell it as their own, one outlet once.
`min` merges everything not shown separate: two are shown separate only if they are different persons and bodies, each with a passage
of its own knowledge, with no shared passage, credit or citation between them. Every merge and separation has its proof.
Not done yet: opposing camps as a sign of separate knowledge; documents as origins of their own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from selon.groups import Groups
from selon.model.claim import Claim
from selon.model.claimant import Claimant
from selon.model.lineage import Edge, NamedOrigin, Origins, Proof
from selon.model.span import Span
from selon.trace.bonds import Bonds, is_of_the_claim
from selon.trace.collection import Collection, told_at
from selon.trace.joining import JOINING, joining_edges
from selon.trace.markers import markers
from selon.trace.own import unite_tellers
from selon.trace.voice import Voice
from selon.trace.voices import voices


def origins(
    claim: Claim, edges: Sequence[Edge], bonds: Bonds, collection: Collection, persons: frozenset[tuple[str, str]] = frozenset()
) -> Origins:
    """The interval of origins of one claim, with its proofs.

    Args:
        claim: the claim.
        edges: those that stand; each may merge.
        bonds: what ties the texts, whatever people decided about edges; no tied texts are shown separate.
        collection: the readings.
        persons: pairs of claimants that are one person under two names, the name to show first.
    """
    places = told_at(claim, collection)
    articles = sorted(places)
    groups = Groups(articles)
    merges = joined(groups, edges, places)
    named, same = voices(claim, groups, collection, persons)
    told_twice = list(unite_tellers(groups, claim, places, bonds, collection))
    unnamed = _unnamed(articles, named, groups)
    sourced = {one.article_id for one in claim.appearances if one.attribution_id}
    separate, proofs = _separate(named, bonds, collection)
    most = max(1, len(named) + len(unnamed))
    return Origins(
        articles=len(articles),
        texts=len({collection.article(article_id).text_digest for article_id in articles}),
        named=tuple(NamedOrigin(name=voice.claimant.name, kind=voice.claimant.kind.value, passage=voice.passage) for voice in named),
        unknown=sum(not group & sourced for group in unnamed),
        min=min(separate, most),
        max=most,
        proof=(*merges, *same, *told_twice, *proofs),
    )


def joined(groups: Groups[str], edges: Sequence[Edge], places: Mapping[str, Sequence[Span]]) -> list[Proof]:
    """Join the groups of articles that edges join; the proof for each that made two one. `places`: where the claim stands."""
    asked = (edge for edge in edges if edge.kind in JOINING and _may_join(edge, groups) and is_of_the_claim(edge, places))
    return [_merged(edge) for edge in joining_edges(groups, asked)]


def _may_join(edge: Edge, groups: Groups[str]) -> bool:
    """Would an edge of the claim make two groups one? Asked as they stand, before where it speaks of the claim is looked for."""
    nodes = (edge.source, edge.target)
    if all(node in groups for node in nodes):
        return groups.root(nodes[0]) != groups.root(nodes[1])
    return all(node in groups or node.startswith("ext:") for node in nodes)


def _merged(edge: Edge) -> Proof:
    why = f"{edge.kind}: {'; '.join(edge.reasons)}"
    return Proof(outcome="merged", a=edge.source, b=edge.target, why=why, evidence=edge.evidence)


def _unnamed(articles: Sequence[str], named: Sequence[Voice], groups: Groups[str]) -> list[frozenset[str]]:
    """The groups of linked articles whose chain ends at nobody named."""
    sourced = {groups.root(one.article_id) for voice in named for one in voice.appearances}
    found: dict[str, set[str]] = defaultdict(set)
    for article_id in articles:
        if groups.root(article_id) not in sourced:
            found[groups.root(article_id)].add(article_id)
    return [frozenset(found[root]) for root in sorted(found)]


def _separate(named: Sequence[Voice], bonds: Bonds, collection: Collection) -> tuple[int, list[Proof]]:
    """How many voices are shown separate from each other (at least one), and the proof for each pair that has knowledge of its own."""
    if len(named) <= 1:
        return 1, []
    knowing = [voice for voice in named if _own_knowledge(voice, collection)]
    kept: list[Voice] = []
    proofs = []
    for voice in knowing:
        pairs = [_pair(voice, other, bonds) for other in kept]
        proofs += [proof for proof, _ in pairs]
        if all(apart for _, apart in pairs):
            kept.append(voice)
    return max(1, len(kept)), proofs


def _pair(a: Voice, b: Voice, bonds: Bonds) -> tuple[Proof, bool]:
    names = (b.claimant.name, a.claimant.name)
    evidence = (b.passage, a.passage)
    if _body(a.claimant) and _body(a.claimant) == _body(b.claimant):
        return Proof(outcome="merged", a=names[0], b=names[1], why="two claimants of one body", evidence=evidence), False
    theirs, mine = ({one.article_id for one in voice.appearances} for voice in (b, a))
    tie = bonds.between(theirs, mine)
    if tie:
        return Proof(outcome="open", a=names[0], b=names[1], why=f"not shown separate: {tie}", evidence=evidence), False
    return Proof(
        outcome="separate",
        a=names[0],
        b=names[1],
        why="different bodies, each with a passage of its own knowledge, no link",
        evidence=evidence,
    ), True


def _own_knowledge(voice: Voice, collection: Collection) -> bool:
    """Does a word of witness, measurement or document stand in the source, the cue, or what is said in one breath with the claim?"""
    for one in voice.appearances:
        article = collection.article(one.article_id)
        language = collection.language(article.id)
        attribution = collection.attribution(one.attribution_id) if one.attribution_id else None
        around = (*attribution.content, attribution.source, attribution.cue) if attribution else ()
        spans = [*one.spans, *(span for span in around if span)]
        if any(markers("witness", article.text, span, language) for span in dict.fromkeys(spans)):
            return True
    return False


def _body(claimant: Claimant) -> str | None:
    return claimant.organisation or (claimant.name if claimant.kind.value in ("body", "state") else None)
