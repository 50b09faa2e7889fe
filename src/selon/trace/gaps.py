"""What is cited and not held: what to look for next, most useful first.

Of a claim counts only what its own passages cite, not what else their articles cite. Useful is what most of the claim's articles rest on:
a linked page before a name, and what a speaker said, heard at first hand, after both. Not done yet: asking an archive.
"""

from collections import defaultdict
from collections.abc import Sequence

from selon.model.claim import Claim
from selon.model.lineage import Edge, Gap
from selon.model.span import Span
from selon.trace.bonds import is_of_the_claim
from selon.trace.collection import Collection, told_at


def outward(edges: Sequence[Edge]) -> tuple[Edge, ...]:
    """The edges that come from what is not held."""
    return tuple(edge for edge in edges if edge.source.startswith("ext:"))


def gaps(claim: Claim, edges: Sequence[Edge], collection: Collection) -> tuple[Gap, ...]:
    """The outside nodes that a claim rests on: what its articles credit or link, and what they cite for the words of the claim."""
    cited: dict[str, list[Edge]] = defaultdict(list)
    outside = outward(edges)
    places = _relayed_at(claim, collection) if outside else {}
    for edge in outside:
        if edge.target in places and is_of_the_claim(edge, places):
            cited[edge.source].append(edge)
    order = sorted(cited, key=lambda node: (_is_spoken(cited[node]), -len({edge.target for edge in cited[node]}), not _is_page(node), node))
    return tuple(_gap(node, cited[node]) for node in order)


def _relayed_at(claim: Claim, collection: Collection) -> dict[str, list[Span]]:
    """Where a claim stands, by article, and where a text says through whom it has it ("a-t-il dit à l'AFP")."""
    places = told_at(claim, collection)
    for one in claim.appearances:
        via = collection.attribution(one.attribution_id).via if one.attribution_id else None
        if via:
            places[one.article_id].append(via)
    return places


def _is_spoken(edges: Sequence[Edge]) -> bool:
    return all(edge.kind == "quotation" for edge in edges)


def _is_page(node: str) -> bool:
    return node.startswith(("ext:http://", "ext:https://"))


def _gap(node: str, edges: Sequence[Edge]) -> Gap:
    why = "; ".join(dict.fromkeys(reason for edge in edges for reason in edge.reasons))
    evidence = tuple(passage for edge in edges for passage in edge.evidence)
    articles = len({edge.target for edge in edges})
    return Gap(
        name=node.removeprefix("ext:"), why=f"cited by {articles} article{'s' if articles > 1 else ''}, not held: {why}", evidence=evidence
    )
