"""The named origins of a claim: one voice for each claimant, one for a name that linked texts share.

A person is not merged across articles on a name alone: that the texts are linked, or of the same days, is the second sign beside the claim.
A body is one under its name and a shorter form of it, and one with who speaks for it. Who utters the same words is one under any name.
Who only hands on what another is named for in the same article is no voice: his chain goes on.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selon.model.attribution import Stance
from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Proof
from selon.model.passage import Passage
from selon.trace.citations import cited
from selon.trace.collection import Collection
from selon.trace.groups import Groups
from selon.trace.moments import begins
from selon.trace.names import key, proper, written
from selon.trace.utterances import Quotations, one_utterance, quotations

_FULL_NAME = 2  # words
_STORY_DAYS = 7
_UTTERANCE = "one utterance, word for word"
_DESCRIBED = "an outlet, and the words for it without its name"
_LEAST_DESCRIBING = 5  # letters of a word that tells one kind of outlet from another ("state", "local")
_SPOKEN_FOR = "a body and who speaks for it"


@dataclass(frozen=True, slots=True)
class Voice:
    """One named origin and the appearances that rest on it."""

    claimant: Claimant
    appearances: tuple[Appearance, ...]
    quoted: Quotations
    named: int  # appearances under the name that is shown
    called: frozenset[str]  # the words of the sources that stand for it, folded

    @property
    def passage(self) -> Passage:
        """The first passage that gives its word."""
        first = self.appearances[0]
        return Passage(article_id=first.article_id, span=first.spans[0])


def voices(
    claim: Claim, groups: Groups, collection: Collection, persons: frozenset[tuple[str, str]] = frozenset()
) -> tuple[list[Voice], list[Proof]]:
    """The voices, by the id of their claimant, and why some were merged; an outlet whose article is held is none: its chain goes on.

    Args:
        claim: the claim.
        groups: its articles, as edges join them.
        collection: the readings.
        persons: pairs of claimants that are one person under two names, the name to show first.
    """
    by: dict[str, list[Appearance]] = defaultdict(list)
    who: dict[str, Claimant] = {}
    carriers = {one.article_id for one in claim.appearances}
    handing = _handing(claim, collection)
    for one in claim.appearances:
        claimant = collection.claimant(one.attribution_id)
        if claimant and one.id not in handing and not cited(claimant.name, one.article_id, carriers, collection):
            by[claimant.id].append(one)
            who[claimant.id] = claimant
    found = [
        Voice(
            who[name],
            tuple(by[name]),
            quotations(by[name], collection) if len(by) > 1 else (),
            len(by[name]),
            _called(by[name], collection),
        )
        for name in sorted(by)
    ]
    return _merged(found, groups, persons, frozenset(collection.decided.strangers))


def _handing(claim: Claim, collection: Collection) -> set[str]:
    """The appearances that hold another one of the claim with a claimant of its own: "the mayor said that the pilot said …"."""
    by_attribution = {one.attribution_id: one for one in claim.appearances if one.attribution_id}
    found = set()
    for one in claim.appearances:
        outer = by_attribution.get(collection.attribution(one.attribution_id).parent or "") if one.attribution_id else None
        told = one.stance is not Stance.DENIED and collection.claimant(one.attribution_id)
        if outer and told and all(any(around.covers(span) for around in outer.spans) for span in one.spans):
            found.add(outer.id)
    return found


def _merged(
    found: Sequence[Voice], groups: Groups, persons: frozenset[tuple[str, str]], strangers: frozenset[tuple[str, str]]
) -> tuple[list[Voice], list[Proof]]:
    kept: list[Voice] = []
    proofs = []
    for voice in found:
        others = (other for other in kept if (other.claimant.id, voice.claimant.id) not in strangers)
        alike = ((other, _one(other, voice, groups, persons)) for other in others)
        same, why = next(((other, why) for other, why in alike if why), (None, None))
        if same is None or why is None:
            kept.append(voice)
            continue
        shown = _shown(same, voice, why, persons)
        told = (*same.appearances, *voice.appearances)
        kept[kept.index(same)] = Voice(shown.claimant, told, (*same.quoted, *voice.quoted), shown.named, same.called | voice.called)
        names = (same.claimant.name, voice.claimant.name)
        proofs.append(Proof(outcome="merged", a=names[0], b=names[1], why=why, evidence=(same.passage, voice.passage)))
    return kept, proofs


def _one(a: Voice, b: Voice, groups: Groups, persons: frozenset[tuple[str, str]]) -> str | None:
    """Why two voices of one claim are one; None where they may be two. A name alone is never enough for a person."""
    if one_utterance(a.quoted, b.quoted) or not persons.isdisjoint(((a.claimant.id, b.claimant.id), (b.claimant.id, a.claimant.id))):
        return _UTTERANCE
    if _speaks_for(a, b) or _speaks_for(b, a):
        return _SPOKEN_FOR
    if _is_described(a, b) or _is_described(b, a):
        return _DESCRIBED
    mine, theirs = key(a.claimant.name), key(b.claimant.name)
    linked = _linked(a, b, groups)
    if mine == theirs and linked:
        return "one name, in texts that are linked"
    if _is_person(a) or _is_person(b):
        one_time = mine == theirs and len(mine) >= _FULL_NAME and _is_person(a) and _is_person(b) and _days_apart(a, b) <= _STORY_DAYS
        return "one full name, for one claim in texts of the same days" if one_time else None
    if not written(a.claimant.name).isdisjoint(written(b.claimant.name)):
        return "one name, written in full or short"
    shorter, longer = sorted((proper(a.claimant.name), proper(b.claimant.name)), key=len)
    if shorter and shorter <= longer and (len(shorter) >= _FULL_NAME or linked):
        return "one name, in a shorter form" if shorter != longer else "one name"
    return None


def _called(told: Sequence[Appearance], collection: Collection) -> frozenset[str]:
    """The words of the sources of some appearances."""
    sources = [(one, collection.attribution(one.attribution_id or "").source) for one in told]
    return frozenset(word for one, source in sources if source for word in key(source.of(collection.article(one.article_id).text)))


def _is_described(outlet: Voice, other: Voice) -> bool:
    """Is one an outlet without a name ("state media") whose first word others use of the other, which has one ("state news agency ...")?"""
    if {outlet.claimant.kind, other.claimant.kind} != {ClaimantKind.OUTLET} or _days_apart(outlet, other) > _STORY_DAYS:
        return False
    words = [word for word in key(outlet.claimant.name) if len(word) >= _LEAST_DESCRIBING]
    return not proper(outlet.claimant.name) and bool(proper(other.claimant.name)) and len(words) > 1 and words[0] in other.called


def _speaks_for(person: Voice, body: Voice) -> bool:
    """Is one a person whose body, by the same name, is the other?"""
    organisation = person.claimant.organisation
    if organisation is None or not _is_person(person) or _is_person(body):
        return False
    mine, theirs = proper(organisation), proper(body.claimant.name)
    return not written(organisation).isdisjoint(written(body.claimant.name)) or bool(mine and mine == theirs)


def _is_person(voice: Voice) -> bool:
    return voice.claimant.kind in (ClaimantKind.PERSON, ClaimantKind.ANONYMOUS)


def _shown(a: Voice, b: Voice, why: str, persons: frozenset[tuple[str, str]]) -> Voice:
    """The one of two that are one under whose name both are shown: as most texts of the collection name a person, else of the claim."""
    if (a.claimant.id, b.claimant.id) in persons:
        return a
    if (b.claimant.id, a.claimant.id) in persons:
        return b
    return min((a, b), key=lambda one: (*_preference(one, why), *_plainness(one.claimant.name)))


def _preference(voice: Voice, why: str) -> tuple[int, bool]:
    """Of two that utter one thing, and of a body and its speaker, the name that more texts give; of as many the speaker's."""
    return (-voice.named if why in (_UTTERANCE, _SPOKEN_FOR) else 0), why == _SPOKEN_FOR and not _is_person(voice)


def _plainness(name: str) -> tuple[int, int, str]:
    """The name to show first: without words around it, one between its own words aside ("Board for Sea Rights"), then the fullest."""
    forms, own = key(name), proper(name)
    at = [place for place, form in enumerate(forms) if form in own]
    between = sum(max(0, after - before - 2) for before, after in pairwise(at))
    around = at[0] + len(forms) - 1 - at[-1] if at else len(forms)
    return around + between, -len(own), name


def _days_apart(a: Voice, b: Voice) -> int:
    """Days between the nearest texts of two voices; many where none is dated."""
    days = [[begins(one.when) for one in voice.appearances if one.when and one.when.earliest] for voice in (a, b)]
    return min((abs(x - y).days for x in days[0] for y in days[1]), default=_STORY_DAYS + 1)


def _linked(a: Voice, b: Voice, groups: Groups) -> bool:
    mine, theirs = ({groups.root(one.article_id) for one in voice.appearances} for voice in (a, b))
    return bool(mine & theirs)
