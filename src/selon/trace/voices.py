"""The named origins of a claim: one voice for each claimant, one for a name that linked texts share (`one_voice`).

Who only hands on what another is named for in the same article is no voice: his chain goes on. Whom a speaker says to bear him out is none
either. What is quoted of somebody whom the text leaves open is of the voice that utters it elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from selon.groups import Groups
from selon.model.attribution import Stance
from selon.model.claim import Appearance, Claim
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Proof
from selon.model.passage import Passage
from selon.trace.citations import cited
from selon.trace.collection import Collection
from selon.trace.markers import markers
from selon.trace.names import key, proper
from selon.trace.one_voice import OFFICE, SPOKEN_FOR, UTTERED, why_one
from selon.trace.tellers import Teller, teller
from selon.trace.utterances import is_uttered
from selon.trace.voice import Voice, voice_of


def voices(
    claim: Claim, groups: Groups[str], collection: Collection, persons: frozenset[tuple[str, str]] = frozenset()
) -> tuple[list[Voice], list[Proof]]:
    """The voices, by the id of their claimant, and why some were merged; an outlet whose article is held is none: its chain goes on.

    Args:
        claim: the claim.
        groups: its articles, as edges join them.
        collection: the readings.
        persons: pairs of claimants that are one person under two names, the name to show first.
    """
    by: dict[str, list[Appearance]] = defaultdict(list)
    who: dict[str, Teller] = {}
    carriers = {one.article_id for one in claim.appearances}
    handing = _handing(claim, collection)
    speaking = [one for one in claim.appearances if one.id not in handing]
    for one in speaking:
        told = teller(one, collection)
        if told and not cited(told.claimant.name, one.article_id, carriers, collection):
            by[told.claimant.id].append(one)
            who.setdefault(told.claimant.id, told)
    unknown = [one for one in speaking if one.attribution_id and collection.claimant(one.attribution_id) is None]
    alone = len(by) == 1
    found = [voice_of(who[name].claimant, by[name], who[name].passage, collection, alone=alone) for name in sorted(by)]
    uttered = list(_uttered(found, unknown, collection))
    kept, proofs = _merged(found, groups, persons, frozenset(collection.decided.strangers))
    return kept, [*uttered, *proofs]


def _uttered(found: list[Voice], unknown: Sequence[Appearance], collection: Collection) -> Iterator[Proof]:
    """Give what is quoted of somebody who is left open to the voice that utters the same words; yield the proof for each."""
    told = [voice.appearances for voice in found]
    for one in unknown:
        at = next((place for place, some in enumerate(told) if is_uttered(one, some, collection)), None)
        if at is not None:
            voice = found[at]
            found[at] = replace(voice, appearances=(*voice.appearances, one))
            same = next((other for other in told[at] if is_uttered(one, [other], collection)), None)
            theirs = Passage(article_id=same.article_id, span=same.spans[0]) if same else voice.passage
            mine = Passage(article_id=one.article_id, span=one.spans[0])
            why = "one utterance, whose speaker one text leaves open"
            yield Proof(outcome="merged", a=voice.claimant.name, b=one.article_id, why=why, evidence=(theirs, mine))


def _handing(claim: Claim, collection: Collection) -> set[str]:
    """The appearances that are no voice of the claim's beside another that holds them, or that they hold.

    "The mayor said that the pilot said …" hands on what the pilot says; "the pilot confirmed it to me" is the speaker's own word.
    """
    by_attribution = {one.attribution_id: one for one in claim.appearances if one.attribution_id}
    found = set()
    for one in claim.appearances:
        outer = by_attribution.get(collection.attribution(one.attribution_id).parent or "") if one.attribution_id else None
        told = one.stance is not Stance.DENIED and collection.claimant(one.attribution_id)
        if outer and told and all(any(around.covers(span) for around in outer.spans) for span in one.spans):
            found.add(one.id if _is_borrowed(one, outer, collection) else outer.id)
    return found


def _is_borrowed(inner: Appearance, outer: Appearance, collection: Collection) -> bool:
    """Is somebody said, by a person who speaks for himself, to confirm it?"""
    speaker, cue = collection.claimant(outer.attribution_id), collection.attribution(inner.attribution_id or "").cue
    if speaker is None or speaker.kind is not ClaimantKind.PERSON or outer.stance is not Stance.ASSERTED or cue is None:
        return False
    article = collection.article(inner.article_id)
    return bool(markers("corroboration", article.text, cue, collection.language(article.id)))


def _merged(
    found: Sequence[Voice], groups: Groups[str], persons: frozenset[tuple[str, str]], strangers: frozenset[tuple[str, str]]
) -> tuple[list[Voice], list[Proof]]:
    kept: list[Voice] = []
    proofs = []
    for voice in found:
        others = (other for other in kept if (other.claimant.id, voice.claimant.id) not in strangers)
        alike = ((other, why_one(other, voice, groups, persons)) for other in others)
        same, why = next(((other, why) for other, why in alike if why), (None, None))
        if same is None or why is None:
            kept.append(voice)
            continue
        shown = _shown(same, voice, why, persons)
        kept[kept.index(same)] = replace(
            shown,
            appearances=(*same.appearances, *voice.appearances),
            quoted=(*same.quoted, *voice.quoted),
            few_words=(*same.few_words, *voice.few_words),
            marked=same.marked | voice.marked,
            called=same.called | voice.called,
        )
        names = (same.claimant.name, voice.claimant.name)
        proofs.append(Proof(outcome="merged", a=names[0], b=names[1], why=why, evidence=(same.passage, voice.passage)))
    return kept, proofs


def _shown(a: Voice, b: Voice, why: str, persons: frozenset[tuple[str, str]]) -> Voice:
    """The one of two that are one under whose name both are shown: as most texts of the collection name a person, else of the claim."""
    if (a.claimant.id, b.claimant.id) in persons:
        return a
    if (b.claimant.id, a.claimant.id) in persons:
        return b
    if why == OFFICE:
        return a if a.claimant.kind is ClaimantKind.PERSON else b
    return min((a, b), key=lambda one: (*_preference(one, why), *_plainness(one)))


def _preference(voice: Voice, why: str) -> tuple[int, int, bool]:
    """Of two that utter one thing, and of a body and its speaker, the name that more texts give; of as many the speaker's.

    Of two that utter one thing whoever is named beside the words is rather the speaker than whom they were found to be of.
    """
    uttered = why in UTTERED
    return voice.doubt if uttered else 0, -voice.named if uttered or why == SPOKEN_FOR else 0, why == SPOKEN_FOR and not voice.is_person


def _plainness(voice: Voice) -> tuple[int, int, str]:
    """The name to show first: without words around it, one between its own words aside ("Board for Sea Rights"), then the fullest.

    Of whom nobody names, what tells most of him.
    """
    name = voice.claimant.name
    forms, own = key(name), proper(name)
    if voice.claimant.kind is ClaimantKind.ANONYMOUS:
        return 0, -len(forms), name
    at = [place for place, form in enumerate(forms) if form in own]
    between = sum(max(0, after - before - 2) for before, after in pairwise(at))
    around = at[0] + len(forms) - 1 - at[-1] if at else len(forms)
    return around + between, -len(own), name
