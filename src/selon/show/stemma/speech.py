"""Who is said to have said it: claimant -> relay -> article, for each appearance, and who denies it.

A voice that names an outlet which the lineage shows as a source of the same text is that source, not a second node. Two voices of one
name are one where their texts are linked, as the count of origins has it; a name alone joins nobody.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from selon.groups import Groups
from selon.model.attribution import Attribution, SpeechKind
from selon.model.claim import Appearance
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.lineage import Denial, Hop
from selon.model.passage import Passage
from selon.show.stemma.held import Held, longest, name_key
from selon.show.stemma.sketch import Sketch, Spot, Tie
from selon.show.stemma.texts import linked, text_key

_NOT_A_VOICE = ("article", "agency")


def add_voices(sketch: Sketch, held: Held) -> None:
    """Add the chain of each appearance, from who spoke to the text."""
    shown = _sources(sketch, held)
    for article_id in held.texts:
        for one in held.appearances[article_id]:
            if one.attribution_id:
                _add_chain(sketch, held, one, shown.get(text_key(article_id), {}))


def _sources(sketch: Sketch, held: Held) -> dict[str, dict[tuple[str, ...], str]]:
    """For each text, what the lineage shows as its sources, by name."""
    found: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for tie in sketch.ties.values():
        if tie.directed:
            spot = sketch.spots[tie.source]
            name = held.article(tie.source.removeprefix("text:")).outlet if spot.kind == "text" else spot.name
            if name:
                found[tie.target].setdefault(name_key(name), spot.key)
    return found


def _add_chain(sketch: Sketch, held: Held, appearance: Appearance, sources: dict[tuple[str, ...], str]) -> None:
    stations = list(_stations(sketch, held, appearance, sources))
    target, said = text_key(appearance.article_id), (longest(appearance),)
    for key, passage, reworded in stations:
        sketch.tie(Tie(source=key, target=target, kinds=("speech",), evidence=(passage,), said=said, reworded=reworded))
        target = key


def _stations(
    sketch: Sketch, held: Held, appearance: Appearance, sources: dict[tuple[str, ...], str]
) -> Iterator[tuple[str, Passage, bool]]:
    """Who stands between the text and the first mouth, from the text on: key, where it is named, told in other words."""
    attributions = held.chain_of(appearance.attribution_id or "")
    for hop in _spoken(held.chains[appearance.id].hops):
        if hop.kind == "relay":
            key = sources.get(name_key(hop.name)) or sketch.add(_outside(hop))
            yield key, _place(hop, appearance), False
            continue
        attribution, resolution = next(attributions)
        key = _voice(sketch, resolution, attribution, held, sources)
        yield key, _place(hop, appearance), attribution.kind is SpeechKind.INDIRECT


def _spoken(hops: Sequence[Hop]) -> Iterator[Hop]:
    return (hop for hop in hops if hop.kind not in _NOT_A_VOICE and hop.how != "speaks for")


def _place(hop: Hop, appearance: Appearance) -> Passage:
    return hop.passage or Passage(article_id=appearance.article_id, span=appearance.spans[0])


def _outside(hop: Hop) -> Spot:
    return Spot(key=f"outside:{hop.name}", kind="outside", name=hop.name, passage=hop.passage, outlet=True)


def _voice(sketch: Sketch, resolution: Resolution, attribution: Attribution, held: Held, sources: dict[tuple[str, ...], str]) -> str:
    claimant, article_id = resolution.claimant, attribution.article_id
    span = attribution.source or attribution.cue or attribution.content[0]
    passage = Passage(article_id=article_id, span=span)
    if claimant is None:
        words = " ".join(span.of(held.article(article_id).text).split()) if attribution.source else ""
        return sketch.add(Spot(key=f"voice:{article_id}:{words}", kind="unresolved", name=words, verbatim=bool(words), passage=passage))
    known = sources.get(name_key(claimant.name))
    if known and (claimant.kind is ClaimantKind.OUTLET or sketch.spots[known].kind == "text"):
        return known
    kind = "anonymous" if claimant.kind is ClaimantKind.ANONYMOUS else "voice"
    key = sketch.add(
        Spot(
            key=f"voice:{claimant.id}", kind=kind, name=claimant.name, role=role(claimant), claimant_id=claimant.id, passage=passage,
            outlet=claimant.kind is ClaimantKind.OUTLET,
        )
    )  # fmt: skip
    if known:
        sketch.aliases.setdefault(known, key)
    return key


def role(claimant: Claimant) -> str | None:
    """What a claimant is said to be: the role, else the body it speaks for."""
    return claimant.role or (claimant.organisation if claimant.organisation != claimant.name else None)


def one_name(sketch: Sketch, held: Held) -> Sketch:
    """The sketch with voices of one name joined where their texts are linked."""
    groups = Groups(sketch.spots)
    for a, b in linked(sketch):
        groups.unite(a, b)
    kept: dict[tuple[tuple[str, ...], str], str] = {}
    moves: dict[str, str] = {}
    spoken = [tie for tie in sketch.ties.values() if "speech" in tie.kinds and sketch.spots[tie.source].kind == "voice"]
    for tie in sorted(spoken, key=lambda tie: (_age(tie, held), tie.source)):
        first = kept.setdefault((name_key(sketch.spots[tie.source].name), groups.root(tie.target)), tie.source)
        if first != tie.source:
            moves.setdefault(tie.source, first)
    return sketch.moved({key: _end(key, {**sketch.aliases, **moves}) for key in {**sketch.aliases, **moves}})


def _age(tie: Tie, held: Held) -> tuple[bool, str, str]:
    article_id = tie.target.removeprefix("text:")
    return held.age(article_id) if article_id in held.readings else (True, "", tie.target)


def _end(key: str, moves: dict[str, str]) -> str:
    seen = {key}
    while key in moves and moves[key] not in seen:
        key = moves[key]
        seen.add(key)
    return key


def add_denials(sketch: Sketch, held: Held) -> None:
    """Add who denies the claim, tied to each text that reports it."""
    for denial in held.story.denials:
        claimant = _denier(denial, held)
        name = denial.by or ""
        who = claimant.id if claimant else f"{denial.article_id}:{name}"
        passage = Passage(article_id=denial.article_id, span=denial.span)
        key = sketch.add(
            Spot(
                key=f"denier:{denial.manner}:{who}", kind="denier", name=name, role=role(claimant) if claimant else None,
                claimant_id=claimant.id if claimant else None, passage=passage, denial=denial.manner,
            )
        )  # fmt: skip
        sketch.tie(
            Tie(
                source=key, target=text_key(denial.article_id), kinds=("denial",), evidence=(passage,), said=(passage,),
                reasons=(denial.tie,), denial=denial.manner,
            )
        )  # fmt: skip


def _denier(denial: Denial, held: Held) -> Claimant | None:
    return list(held.chain_of(denial.attribution_id))[-1][1].claimant
