"""Claimants looked up by name: `profiles` yields each with its names, its roles and what is attributed to it."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from selon.languages.phonetic import name_parts, same_spelling
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.passage import Passage
from selon.model.profile import NameUsed, Profile, RoleHeld
from selon.model.reading import Reading
from selon.resolve.names import same_person_name
from selon.resolve.nodes import day
from selon.resolve.tokens import key

Turn = tuple[Reading, Attribution, Claimant]


def profiles(name: str, readings: Sequence[Reading]) -> tuple[Profile, ...]:
    """Who bears a name, in any spelling: those of whom most is told first.

    Args:
        name: a full name, a surname, a body; or the beginning of a claimant's id, 6 characters at least.
        readings: as `across` yields them.
    """
    turns: dict[str, list[Turn]] = defaultdict(list)
    for reading in sorted(readings, key=lambda one: (_day(one) or "9999", one.article.id)):
        for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
            if resolution.claimant is not None:
                turns[resolution.claimant.id].append((reading, attribution, resolution.claimant))
    kept = [ident for ident, said in turns.items() if _is_asked(name, said[0][2])]
    found = [_profile(turns[ident], [other for other in kept if other != ident], turns) for ident in kept]
    return tuple(sorted(found, key=lambda one: (-len(one.said), one.name, one.id)))


def _is_asked(name: str, claimant: Claimant) -> bool:
    """Is it a spelling of a name of the claimant, or words of it, or its id?"""
    if len(name) >= 6 and claimant.id.startswith(name):
        return True
    forms = (claimant.name, *claimant.aliases, *((claimant.organisation,) if claimant.kind is not ClaimantKind.PERSON else ()))
    if claimant.kind is ClaimantKind.PERSON:  # a surname alone is nobody's, where a full name is known
        full = [form for form in forms if form and len(name_parts(form)) > 1]
        return any(same_person_name(name, form) for form in full or forms if form)
    asked = key(name)
    return bool(asked) and any(same_spelling(name, form) or f" {asked} " in f" {key(form)} " for form in forms if form)


def _profile(said: list[Turn], others: list[str], turns: dict[str, list[Turn]]) -> Profile:
    claimant = said[0][2]
    names = _names(said)
    return Profile(
        id=claimant.id,
        name=max(Counter(one.name for _, _, one in said).items(), key=lambda pair: (pair[1], len(pair[0]), pair[0]))[0],
        kind=claimant.kind,
        names=names,
        roles=_roles(said),
        said=tuple((reading.article.id, attribution.id) for reading, attribution, _ in said),
        possibly=tuple(sorted(other for other in others if _may_be(claimant, turns[other][0][2]))),
    )


def _may_be(a: Claimant, b: Claimant) -> bool:
    """Two persons whom nothing but a name joins."""
    if a.kind is not ClaimantKind.PERSON or b.kind is not ClaimantKind.PERSON:
        return False
    apart = a.country is not None and b.country is not None and a.country != b.country
    return not apart and len(name_parts(a.name)) > 0 and same_person_name(a.name, b.name)


def _names(said: list[Turn]) -> tuple[NameUsed, ...]:
    """Each spelling with how often it stands in the articles; a mention inside another article is that article's."""
    texts = {reading.article.id: reading.article.text for reading, _, _ in said}
    found: dict[str, list[Passage]] = defaultdict(list)
    places = dict.fromkeys(pair for _, _, claimant in said for pair in claimant.spans if pair[0] in texts)
    for article_id, span in places:
        found[" ".join(span.of(texts[article_id]).split())].append(Passage(article_id=article_id, span=span))
    used = [NameUsed(form=form, count=len(passages), first=passages[0]) for form, passages in found.items()]
    return tuple(sorted(used, key=lambda one: (-one.count, one.form)))


def _roles(said: list[Turn]) -> tuple[RoleHeld, ...]:
    told = [
        RoleHeld(
            role=claimant.role,
            organisation=claimant.organisation,
            country=claimant.country,
            day=_day(reading),
            article_id=reading.article.id,
        )
        for reading, _, claimant in said
        if claimant.role is not None
    ]
    return tuple(dict.fromkeys(told))


def _day(reading: Reading) -> str | None:
    when = day(reading.article)
    return when.isoformat() if when is not None else None
