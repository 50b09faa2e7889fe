"""A cluster of statements made a claim: its label, its appearances, its links, its variants."""

from collections.abc import Mapping, Sequence

from selon.match.evidence import Statement
from selon.match.variants import variants
from selon.model.claim import Appearance, Claim, ClaimLink, worded_order


def claim(group: list[int], told: Sequence[Statement], links: Sequence[ClaimLink], texts: Mapping[str, str]) -> Claim:
    """The claim that some statements make: `group` holds their places in `told`, `texts` the articles by id."""
    if len(group) == 1:
        return _single(told[group[0]], links, texts)
    inside = {told[index].appearance.id for index in group}
    own = (told[index] for index in group if told[index].whole not in inside)  # a toll beside its own sentence tells nothing more
    members = sorted(own, key=lambda statement: statement.appearance.id)
    label = min(members, key=lambda statement: worded_order(statement.appearance))
    return Claim(
        id=members[0].appearance.id,
        label=_verbatim(label.appearance, texts),
        appearances=tuple(statement.appearance for statement in members),
        links=tuple(links),
        variants=tuple(variant for member in members if member is not label for variant in variants(label, member)),
    )


def _single(statement: Statement, links: Sequence[ClaimLink], texts: Mapping[str, str]) -> Claim:
    one = statement.appearance
    return Claim(id=one.id, label=_verbatim(one, texts), appearances=(one,), links=tuple(links), variants=())


def _verbatim(appearance: Appearance, texts: Mapping[str, str]) -> str:
    """The words of a statement as they stand; " … " where something stands between."""
    return " … ".join(span.of(texts[appearance.article_id]) for span in appearance.spans)
