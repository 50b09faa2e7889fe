"""Between how many and how many origins stand behind a claim. Source: our definition, docs/answers.md.

`max` splits everything not shown linked: each named origin, each group of linked texts that tell it as their own. `min` merges
everything not shown separate: two are shown separate only if they are different persons and bodies, each with a passage of its
own knowledge, with no shared passage, credit or citation between them. Every merge and separation has its proof.
Not done yet: opposing camps as a sign of separate knowledge; documents as origins of their own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant
from selon.model.lineage import Edge, NamedOrigin, Origins, Proof
from selon.model.passage import Passage
from selon.trace.citations import cited
from selon.trace.collection import Collection
from selon.trace.markers import markers

_JOINING = {"republication", "translation", "shared", "credit", "quotation"}


@dataclass(frozen=True, slots=True)
class _Voice:
    """One named origin and the appearances that rest on it."""

    claimant: Claimant
    appearances: tuple[Appearance, ...]

    @property
    def passage(self) -> Passage:
        first = self.appearances[0]
        return Passage(article_id=first.article_id, span=first.spans[0])


def origins(claim: Claim, edges: Sequence[Edge], collection: Collection) -> Origins:
    """The interval of origins of one claim, with its proofs."""
    voices = _voices(claim, collection)
    groups, merges = _unnamed(claim, edges, voices)
    sourced = {one.article_id for one in claim.appearances if one.attribution_id}
    separate, proofs = _separate(voices, edges, collection)
    articles = sorted({one.article_id for one in claim.appearances})
    most = max(1, len(voices) + len(groups))
    return Origins(
        articles=len(articles),
        texts=len({collection.article(article_id).text_digest for article_id in articles}),
        named=tuple(NamedOrigin(name=voice.claimant.name, kind=voice.claimant.kind.value, passage=voice.passage) for voice in voices),
        unknown=sum(not group & sourced for group in groups),
        min=min(separate, most),
        max=most,
        proof=(*merges, *proofs),
    )


def _voices(claim: Claim, collection: Collection) -> list[_Voice]:
    """The named claimants, an outlet aside whose article on the claim is held: there the chain goes on."""
    by: dict[str, list[Appearance]] = defaultdict(list)
    who: dict[str, Claimant] = {}
    carriers = {one.article_id for one in claim.appearances}
    for one in claim.appearances:
        claimant = collection.claimant(one.attribution_id)
        if claimant and not cited(claimant.name, one.article_id, carriers, collection):
            by[claimant.id].append(one)
            who[claimant.id] = claimant
    return [_Voice(who[name], tuple(by[name])) for name in sorted(by)]


def _unnamed(claim: Claim, edges: Sequence[Edge], voices: Sequence[_Voice]) -> tuple[list[frozenset[str]], list[Proof]]:
    """The groups of linked articles whose chain ends at nobody named, and why the others are counted with somebody."""
    named = {one.article_id for voice in voices for one in voice.appearances}
    told = {one.article_id for one in claim.appearances} - named
    parent = {article_id: article_id for article_id in sorted(told | named)}

    def root(node: str) -> str:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    proofs = []
    for edge in edges:
        ends = [node for node in (edge.source, edge.target) if node in parent]
        for node in (edge.source, edge.target):
            if node.startswith("ext:") and edge.kind in _JOINING and len(ends) == 1:
                parent.setdefault(node, node)
                ends.append(node)
        if edge.kind in _JOINING and len(ends) == 2 and root(ends[0]) != root(ends[1]):
            parent[root(ends[0])] = root(ends[1])
            proofs.append(
                Proof(verdict="merged", a=ends[0], b=ends[1], why=f"{edge.kind}: {'; '.join(edge.reasons)}", evidence=edge.evidence)
            )
    sourced = {root(article_id) for article_id in named}
    groups: dict[str, set[str]] = defaultdict(set)
    for article_id in sorted(told):
        if root(article_id) not in sourced:
            groups[root(article_id)].add(article_id)
    return [frozenset(groups[name]) for name in sorted(groups)], proofs


def _separate(voices: Sequence[_Voice], edges: Sequence[Edge], collection: Collection) -> tuple[int, list[Proof]]:
    """How many voices are shown separate from each other (at least one), and the proof for each pair that has knowledge of its own."""
    knowing = [voice for voice in voices if _own_knowledge(voice, collection)]
    kept: list[_Voice] = []
    proofs = []
    for voice in knowing:
        verdicts = [_pair(voice, other, edges) for other in kept]
        proofs += [proof for proof, _ in verdicts]
        if all(apart for _, apart in verdicts):
            kept.append(voice)
    return max(1, len(kept)), proofs


def _pair(a: _Voice, b: _Voice, edges: Sequence[Edge]) -> tuple[Proof, bool]:
    names = (b.claimant.name, a.claimant.name)
    evidence = (b.passage, a.passage)
    if _body(a.claimant) and _body(a.claimant) == _body(b.claimant):
        return Proof(verdict="merged", a=names[0], b=names[1], why="two claimants of one body", evidence=evidence), False
    theirs, mine = ({one.article_id for one in voice.appearances} for voice in (b, a))
    joined = [edge for edge in edges if edge.kind in _JOINING and {edge.source, edge.target} & theirs and {edge.source, edge.target} & mine]
    if joined or theirs & mine:
        why = "; ".join(joined[0].reasons) if joined else f"both are told by {', '.join(sorted(theirs & mine))}"
        return Proof(verdict="open", a=names[0], b=names[1], why=f"not shown separate: {why}", evidence=evidence), False
    return Proof(
        verdict="separate",
        a=names[0],
        b=names[1],
        why="different bodies, each with a passage of its own knowledge, no link",
        evidence=evidence,
    ), True


def _own_knowledge(voice: _Voice, collection: Collection) -> bool:
    for one in voice.appearances:
        article = collection.article(one.article_id)
        language = collection.language(article.id)
        attribution = collection.attribution(one.attribution_id or "")
        spans = [*one.spans, *(span for span in (attribution.source, attribution.cue) if span)]
        if any(markers("witness", article.text, span, language) for span in spans):
            return True
    return False


def _body(claimant: Claimant) -> str | None:
    return claimant.organisation or (claimant.name if claimant.kind.value in ("body", "state") else None)


def linked(ids: Iterable[str], edges: Sequence[Edge]) -> list[Edge]:
    """The edges with both ends among some nodes, or one of them and an outside node."""
    inside = set(ids)
    return [edge for edge in edges if all(node in inside or node.startswith("ext:") for node in (edge.source, edge.target))]
