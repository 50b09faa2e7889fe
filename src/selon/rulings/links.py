"""What people said of links, edges and denials, in the ids of this run: what joins, what never joins, what a denial is about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from selon.model.claim import Appearance, Claim
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.reading import Reading
from selon.model.ruling import Decided, Gesture, Place, Ruling, State, Thing
from selon.rulings.attributions import matched
from selon.rulings.book import Book
from selon.rulings.places import Found, Lost, Texts, likeness

_ALIKE = 0.5  # share of characters from which the one statement read there now is the one that was ruled on

Pair = tuple[str, str]
Name = tuple[str, str, str]


def of_links(readings: Sequence[Reading], claims: Sequence[Claim], book: Book, strangers: tuple[Pair, ...] = ()) -> Decided:
    """What is decided for the stages that join; `strangers` are claimants that people told apart."""
    world = _World(readings, claims)
    same: dict[Pair, tuple[bool, bool]] = {}  # pair of appearances -> is it one claim, is that confirmed
    denied: dict[Pair, bool] = {}
    ties: dict[str, str | None] = {}
    edges: dict[Name, tuple[Edge | None, bool]] = {}  # None: it is none
    for ruling in book.in_force(Thing.LINK, Thing.EDGE, Thing.DENIAL):
        if ruling.target.thing is Thing.EDGE:
            _of_edge(ruling, world, book, edges)
        elif ruling.target.thing is Thing.DENIAL:
            _of_denial(ruling, world, book, ties)
        else:
            _of_link(ruling, world, book, same, denied)
    return Decided(
        together=tuple(sorted(pair for pair, (is_one, _) in same.items() if is_one)),
        apart=tuple(sorted(pair for pair, (is_one, _) in same.items() if not is_one)),
        confirmed=tuple(sorted(pair for pair, (is_one, is_sure) in [*same.items(), *_sure(denied)] if is_one and is_sure)),
        unlinked=tuple(sorted(pair for pair, is_one in denied.items() if not is_one)),
        ties=tuple(sorted(ties.items())),
        strangers=strangers,
        edges=tuple(edge for _, (edge, _) in sorted(edges.items()) if edge is not None),
        no_edges=tuple(sorted(name for name, (edge, _) in edges.items() if edge is None)),
        sure_edges=tuple(sorted(name for name, (edge, is_sure) in edges.items() if edge is not None and is_sure)),
    )


class _World:
    """The readings and appearances of this run, as places find them."""

    def __init__(self, readings: Sequence[Reading], claims: Sequence[Claim]) -> None:
        self.texts = Texts(reading.article for reading in readings)
        self.readings = {reading.article.id: reading for reading in readings}
        self._told: dict[str, list[Appearance]] = defaultdict(list)
        for claim in claims:
            for one in claim.appearances:
                self._told[one.article_id].append(one)

    def appearance(self, place: Place) -> tuple[Appearance, str] | Lost:
        """The statement at a place, and how it was found."""
        found = self.texts.find(place)
        if isinstance(found, Lost):
            return found
        told = self._told.get(found.article.id, [])
        exact = [one for one in told if one.spans == found.spans]
        if exact:
            return exact[0], found.moved
        near = [one for one in told if likeness(one.spans, found.spans) >= _ALIKE]
        if len(near) == 1:
            words = " … ".join(span.of(found.article.text) for span in near[0].spans)
            return near[0], f"the statement is read otherwise now: «{words}»"
        return Lost("no statement is read at these words now" if not near else f"{len(near)} statements are read at these words now")

    def denial(self, place: Place) -> tuple[str, str] | Lost:
        """The id of the attribution at a place, and how it was found."""
        found = self.texts.find(place)
        if isinstance(found, Lost):
            return found
        at = matched(self.readings[found.article.id], found)
        return at if isinstance(at, Lost) else (at[0].id, found.moved or at[1])

    def node(self, place: Place) -> tuple[str, Found | None] | Lost:
        """A node of the lineage."""
        if place.outside:
            return place.outside, None
        found = self.texts.find(place)
        return found if isinstance(found, Lost) else (found.article.id, found)


def _of_link(ruling: Ruling, world: _World, book: Book, same: dict[Pair, tuple[bool, bool]], denied: dict[Pair, bool]) -> None:
    ends = [[world.appearance(place) for place in places] for places in (ruling.target.places, ruling.target.others)]
    lost = next((one for side in ends for one in side if isinstance(one, Lost)), None)
    if lost is not None:
        book.note(ruling, State.OPEN, lost.reason)
        return
    met = [[one for one in side if not isinstance(one, Lost)] for side in ends]
    is_one = ruling.gesture in (Gesture.ACCEPT, Gesture.MERGE)
    pairs = [_pair(a.id, b.id) for (a, _), (b, _) in product(*met) if a.id != b.id]
    if not pairs:
        book.note(ruling, State.OPEN, "both ends are one statement now")
        return
    if ruling.target.kind == "denial":
        denied.update(dict.fromkeys(pairs, is_one))
    elif not (is_one and book.waits(ruling)):
        same.update(dict.fromkeys(pairs, (is_one, book.is_confirmed(ruling))))
    else:
        return
    _note(ruling, book, (reason for side in met for _, reason in side))


def _of_denial(ruling: Ruling, world: _World, book: Book, ties: dict[str, str | None]) -> None:
    """Which claim a denial is about; what it is as an attribution is said before."""
    if ruling.gesture not in (Gesture.TIE, Gesture.ADD) or (ruling.gesture is Gesture.ADD and not ruling.target.others):
        return
    place = ruling.target.places[0]
    if ruling.gesture is Gesture.ADD:
        place = replace(place, quotes=ruling.value.content, cue=ruling.value.cue)
    denial = world.denial(place)
    claim = world.appearance(ruling.target.others[0]) if ruling.target.others else (None, "")
    lost = next((one for one in (denial, claim) if isinstance(one, Lost)), None)
    if lost is not None:
        book.note(ruling, State.OPEN, lost.reason)
    elif not isinstance(denial, Lost) and not isinstance(claim, Lost):
        ties[denial[0]] = claim[0].id if claim[0] else None
        _note(ruling, book, (denial[1], claim[1]))


def _of_edge(ruling: Ruling, world: _World, book: Book, edges: dict[Name, tuple[Edge | None, bool]]) -> None:
    source, target = world.node(ruling.target.places[0]), world.node(ruling.target.others[0])
    if isinstance(source, Lost) or isinstance(target, Lost):
        book.note(ruling, State.OPEN, next(one.reason for one in (source, target) if isinstance(one, Lost)))
        return
    found = [one for one in (source[1], target[1]) if one is not None]
    kind = ruling.target.kind or ruling.value.kind or ""
    if ruling.gesture in (Gesture.REJECT, Gesture.SET):
        edges[source[0], target[0], kind] = None, True
    if ruling.gesture is not Gesture.REJECT:
        if book.waits(ruling):
            return
        kind = ruling.value.to if ruling.gesture is Gesture.SET and ruling.value.to else kind
        edges[source[0], target[0], kind] = _edge(ruling, (source[0], target[0], kind), found), book.is_confirmed(ruling)
    _note(ruling, book, (one.moved for one in found))


def _edge(ruling: Ruling, name: Name, found: Sequence[Found]) -> Edge:
    """The edge as a person says it, with the passages they named."""
    return Edge(
        source=name[0],
        target=name[1],
        kind=name[2],
        directed=ruling.value.directed and name[2] != "shared",
        evidence=tuple(Passage(article_id=one.article.id, span=span) for one in found for span in one.spans),
        reasons=(f"ruling {ruling.id}: {ruling.who}, {ruling.when[:10]}: {ruling.why}",),
        confidence=1.0,
        state="confirmed",
        changes=(),
    )


def _note(ruling: Ruling, book: Book, reasons: Iterable[str]) -> None:
    told = "; ".join(dict.fromkeys(reason for reason in reasons if reason))
    book.note(ruling, State.MOVED if told else State.APPLIED, told)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _sure(denied: dict[Pair, bool]) -> Iterator[tuple[Pair, tuple[bool, bool]]]:
    yield from ((pair, (is_one, True)) for pair, is_one in denied.items())
