"""The named origins of a claim: one voice for each claimant, one for a name that linked texts share.

A person is not merged across articles on a name alone; where the two texts are linked, the words themselves are the second sign.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant
from selon.model.lineage import Proof
from selon.model.passage import Passage
from selon.trace.citations import cited
from selon.trace.collection import Collection
from selon.trace.groups import Groups
from selon.trace.names import key


@dataclass(frozen=True, slots=True)
class Voice:
    """One named origin and the appearances that rest on it."""

    claimant: Claimant
    appearances: tuple[Appearance, ...]

    @property
    def passage(self) -> Passage:
        """The first passage that gives its word."""
        first = self.appearances[0]
        return Passage(article_id=first.article_id, span=first.spans[0])


def voices(claim: Claim, groups: Groups, collection: Collection) -> tuple[list[Voice], list[Proof]]:
    """The voices, by the id of their claimant, and why some were merged; an outlet whose article is held is none: its chain goes on."""
    by: dict[str, list[Appearance]] = defaultdict(list)
    who: dict[str, Claimant] = {}
    carriers = {one.article_id for one in claim.appearances}
    for one in claim.appearances:
        claimant = collection.claimant(one.attribution_id)
        if claimant and not cited(claimant.name, one.article_id, carriers, collection):
            by[claimant.id].append(one)
            who[claimant.id] = claimant
    return _one_name([Voice(who[name], tuple(by[name])) for name in sorted(by)], groups, frozenset(collection.decided.strangers))


def _one_name(found: Sequence[Voice], groups: Groups, strangers: frozenset[tuple[str, str]]) -> tuple[list[Voice], list[Proof]]:
    kept: list[Voice] = []
    proofs = []
    for voice in found:
        alike = (other for other in kept if (other.claimant.id, voice.claimant.id) not in strangers)
        same = next(
            (other for other in alike if key(other.claimant.name) == key(voice.claimant.name) and _linked(other, voice, groups)), None
        )
        if same is None:
            kept.append(voice)
            continue
        kept[kept.index(same)] = Voice(same.claimant, (*same.appearances, *voice.appearances))
        why = "one name, in texts that are linked"
        names = (same.claimant.name, voice.claimant.name)
        proofs.append(Proof(outcome="merged", a=names[0], b=names[1], why=why, evidence=(same.passage, voice.passage)))
    return kept, proofs


def _linked(a: Voice, b: Voice, groups: Groups) -> bool:
    mine, theirs = ({groups.root(one.article_id) for one in voice.appearances} for voice in (a, b))
    return bool(mine & theirs)
