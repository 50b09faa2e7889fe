"""What is cited and not held: what to look for next, most useful first.

Useful is what most of the claim's articles rest on: a linked page before a name, and what a speaker said, heard at first hand, after
both. Not done yet: asking an archive.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from selon.model.claim import Claim
from selon.model.lineage import Edge, Gap


def gaps(claim: Claim, edges: Sequence[Edge]) -> tuple[Gap, ...]:
    """The outside nodes that the claim's articles credit, cite or link."""
    return gaps_of({one.article_id for one in claim.appearances}, edges)


def gaps_of(articles: Collection[str], edges: Sequence[Edge]) -> tuple[Gap, ...]:
    """The outside nodes that some articles, by id, credit, cite or link."""
    cited: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.source.startswith("ext:") and edge.target in articles:
            cited[edge.source].append(edge)
    order = sorted(cited, key=lambda node: (_is_spoken(cited[node]), -len({edge.target for edge in cited[node]}), not _is_page(node), node))
    return tuple(_gap(node, cited[node]) for node in order)


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
