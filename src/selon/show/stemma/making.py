"""A story -> its drawing: nodes with their sigla, arrows with their numbers, bands of time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from selon.model.lineage import Change, Edge, Story
from selon.model.reading import Reading
from selon.model.span import Interval
from selon.show.stemma import intervals
from selon.show.stemma.drawing import STATIONS, Arrow, Band, Drawing, Node
from selon.show.stemma.folding import folded
from selon.show.stemma.held import Held
from selon.show.stemma.sigla import siglum
from selon.show.stemma.sketch import Sketch, Spot, Tie
from selon.show.stemma.speech import add_denials, add_voices, one_name
from selon.show.stemma.stations import stations
from selon.show.stemma.texts import add_edges, add_texts
from selon.show.stemma.thinning import passing

_STYLES = {"translation": "translates", "shared": "shares"}
_INFERRED = ("anonymous", "unresolved")


def stemma(story: Story, edges: Iterable[Edge], readings: Mapping[str, Reading]) -> Drawing:
    """The lineage of one claim as nodes and arrows, and nothing that the records do not carry.

    The edges are those of the whole lineage, or at least those that touch the claim's articles and those between two outside nodes; the
    readings, by article id, at least those of the claim's appearances and denials.
    """
    held = Held(story, readings)
    sketch = _sketch(held, edges)
    when = _when(sketch, held)
    found = intervals.bands(when.values())
    at = stations(sketch)
    nodes = _nodes(sketch, held, at, when, found)
    return Drawing(
        label=story.claim.label,
        by=story.claim.worded.claimant,
        origins=story.origins,
        nodes=nodes,
        arrows=_arrows(sketch, story, nodes, held),
        bands=found,
        linear=intervals.is_linear(found),
        overlapping=intervals.is_overlapping(found),
    )


def _sketch(held: Held, edges: Iterable[Edge]) -> Sketch:
    sketch = Sketch()
    add_texts(sketch, held)
    add_edges(sketch, held, edges)
    add_voices(sketch, held)
    add_denials(sketch, held)
    return folded(one_name(sketch, held), held)


def _when(sketch: Sketch, held: Held) -> dict[str, Interval | None]:
    """When each text was published; for what is not held, when the first text that reports it was."""
    order = [f"text:{article_id}" for article_id in sorted((*held.texts, *held.reporting), key=held.age)]
    found = {key: held.article(key.removeprefix("text:")).published for key in order if key in sketch.spots}
    queue = list(found)
    sources: dict[str, list[str]] = {}
    for source, target in sorted(sketch.ties):
        sources.setdefault(target, []).append(source)
    for key in queue:  # grows: first what the earliest text rests on, then what that rests on
        for source in sources.get(key, ()):
            if source not in found:
                found[source] = found[key]
                queue.append(source)
    return {key: _known(found.get(key)) for key in sketch.spots}


def _known(interval: Interval | None) -> Interval | None:
    return interval if interval and (interval.earliest or interval.latest) else None


def _nodes(sketch: Sketch, held: Held, at: dict[str, str], when: dict[str, Interval | None], found: Sequence[Band]) -> tuple[Node, ...]:
    chars = intervals.fineness(found)
    place = {band: index for index, band in enumerate(found)}
    silent = {one.article_id for one in held.story.unmentioned}

    def order(spot: Spot) -> tuple[int, int, str, str]:
        return place[intervals.band(when[spot.key], chars)], STATIONS.index(at[spot.key]), spot.name.casefold(), spot.key

    nodes = []
    given = {True: 0, False: 0}
    for spot in sorted(sketch.spots.values(), key=order):
        inferred = spot.kind in _INFERRED or (spot.kind == "denier" and not spot.name)
        article_id = spot.key.removeprefix("text:") if spot.kind == "text" else None
        nodes.append(
            Node(
                key=spot.key,
                siglum=siglum(given[inferred], inferred=inferred),
                kind=spot.kind,
                state="read" if article_id else "inferred" if inferred else "cited",
                station=at[spot.key],
                name=spot.name,
                verbatim=spot.verbatim,
                role=spot.role,
                lang=held.article(article_id).lang if article_id else None,
                when=when[spot.key],
                band=place[intervals.band(when[spot.key], chars)],
                article_id=article_id,
                claimant_id=spot.claimant_id,
                passage=spot.passage,
                denial=spot.denial,
                tells=_tells(article_id, held),
                silent=article_id in silent,
                copies=spot.copies,
            )
        )
        given[inferred] += 1
    return tuple(nodes)


def _tells(article_id: str | None, held: Held) -> bool:
    """Does a text carry the claim, and name nobody for it anywhere?"""
    told = held.appearances.get(article_id or "", [])
    return bool(told) and all(one.attribution_id is None for one in told)


def _arrows(sketch: Sketch, story: Story, nodes: Sequence[Node], held: Held) -> tuple[Arrow, ...]:
    of = {node.key: node for node in nodes}
    order = {node.key: index for index, node in enumerate(nodes)}
    through = passing(sketch, held)
    changes = _changes(story, {article_id: node.key for node in nodes if node.article_id for article_id in (node.article_id, *node.copies)})
    ties = sorted(sketch.ties.values(), key=lambda tie: (order[tie.target], order[tie.source]))
    drawn = [tie for tie in ties if (tie.source, tie.target) not in through]
    numbers = {(tie.source, tie.target): number for number, tie in enumerate(drawn, 1)}
    made = []
    for tie in (*drawn, *(tie for tie in ties if (tie.source, tie.target) in through)):
        passes = through.get((tie.source, tie.target))
        arrow = _arrow(tie, changes, of, held)
        made.append(replace(arrow, number=numbers.get((tie.source, tie.target)), through=of[passes].siglum if passes else None))
    return tuple(made)


def _changes(story: Story, key: Mapping[str, str]) -> dict[tuple[str, str], list[Change]]:
    """The changes between each two nodes; those inside one text belong to no arrow."""
    found: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in story.changes:
        ends = key.get(change.from_article), key.get(change.to_article)
        if ends[0] and ends[1] and change.from_article != change.to_article:
            found[ends[0], ends[1]].append(change)
    return found


def _arrow(tie: Tie, changes: Mapping[tuple[str, str], list[Change]], of: Mapping[str, Node], held: Held) -> Arrow:
    between = changes.get((tie.source, tie.target), [])
    source, target = of[tie.source].article_id, of[tie.target].article_id
    return Arrow(
        number=None,
        source=tie.source,
        target=tie.target,
        style=_style(tie),
        kinds=tie.kinds,
        directed=tie.directed,
        evidence=tie.evidence,
        reasons=tie.reasons,
        confidence=tie.confidence,
        state=tie.state,
        changes=tuple(between if tie.directed else [*between, *changes.get((tie.target, tie.source), [])]),
        before=held.stands(source, replace(tie, said=())) if source else None,
        after=held.stands(target, tie) if target else None,
        through=None,
    )


def _style(tie: Tie) -> str:
    if tie.denial:
        return "denies" if tie.denial in ("explicit", "contested", "second-hand") else "declines"
    if tie.kinds == ("speech",):
        return "rephrases" if tie.reworded else "repeats"
    return _STYLES.get(tie.kinds[0], "repeats")
