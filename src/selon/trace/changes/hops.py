"""The tellings of one claim, compared along the edges of the lineage, and with the earliest ones where no edge joins them.

Of each two articles the two tellings that are most alike are compared. A text that takes from several shows what it changed once: against
the text whose telling is nearest to its own, a direction before none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from selon.languages.fold import fold
from selon.languages.unseen import seen
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Change, Denial, Edge
from selon.trace.alike import overlap
from selon.trace.changes.bounded import bounded
from selon.trace.changes.differences import KINDS, differences
from selon.trace.changes.one_thing import SOON_DAYS, Alike, days_apart, may_be_said, says_one_thing
from selon.trace.changes.relays import relays
from selon.trace.changes.subjects import are_of_one_event
from selon.trace.changes.surroundings import beside
from selon.trace.changes.tellings import Telling, of_appearance
from selon.trace.changes.times import is_dated
from selon.trace.changes.told import change, said
from selon.trace.collection import Collection
from selon.trace.markers import markers
from selon.trace.moments import begins, ends, is_before

_WITHOUT_AN_EDGE = frozenset({
    "number_changed", "precision_changed", "date_changed", "hedge_dropped", "hedge_added", "qualifier_lost", "wording_changed",
})  # fmt: skip
"""What is said of two texts that nothing joins: what is put in marks differs between any two, and shows nothing."""
_UNNAMED = frozenset({"attribution_dropped"})
"""And where both are dated: who is named in one of them for what the other tells as its own."""
_ONE_SIDED = frozenset({"attribution_dropped", "qualifier_lost", "quotes_lost"})
"""What one text has and the other lacks: looked for both ways where neither is known to be the earlier."""
_EARLIEST = 8  # of the texts that carry a claim, with which each later one is compared where no edge joins them
_HOPS = {"republication", "translation", "shared", "quotation", "credit"}
_DENYING = ("contested", "dismissive", "not so")
_COPIED_WORDS = 8  # of a denial: as many show that another text tells it too
_WORD = re.compile(r"\w+")


def hop_changes(claim: Claim, edges: Sequence[Edge], denials: Sequence[Denial], collection: Collection) -> Iterator[Change]:
    """Yield what changed between articles that an edge joins, and what differs from the earliest tellings elsewhere."""
    if len({one.article_id for one in claim.appearances}) == 1:
        return
    told = _Tellings(claim, collection)
    found: list[tuple[bool, float, Change]] = []  # not directed, likeness below, what is told
    joined: set[frozenset[str]] = set()
    for edge in edges:
        if edge.kind in _HOPS and edge.source in told.carriers and edge.target in told.carriers:
            joined.add(frozenset((edge.source, edge.target)))
            a, b = _in_order(edge, collection)
            found += [(not edge.directed, *one) for one in _between(told[a], told[b], edge, denials)]
    for earlier, later in _soon(told.carriers, collection):
        if frozenset((earlier, later)) not in joined:
            found += [(True, *one) for one in _unjoined(told[earlier], told[later])]
    yield from _once(found)


def _soon(carriers: Iterable[str], collection: Collection) -> Iterator[tuple[str, str]]:
    """Yield each text that carries a claim with the earliest ones before it that are of the same days."""
    days = {article_id: begins(collection.article(article_id).published) for article_id in carriers}
    order = sorted(days, key=lambda article_id: (days[article_id], article_id))
    for place, later in enumerate(order):
        for earlier in order[: min(place, _EARLIEST)]:
            if abs((days[earlier] - days[later]).days) <= SOON_DAYS:  # as `days_apart` counts
                yield earlier, later


def is_told(change: Change, hops: Sequence[Change]) -> bool:
    """Is a change that an edit script shows one of those between the same two tellings?"""
    return any(
        (one.from_article, one.to_article, one.kind) == (change.from_article, change.to_article, change.kind)
        and (one.from_span.overlaps(change.from_span) or one.to_span.overlaps(change.to_span))
        for one in hops
    )


def _once(found: Sequence[tuple[bool, float, Change]]) -> Iterator[Change]:
    """Yield for each article and kind one change without a direction and one from each text it takes from; a denial is dropped once."""
    shown: set[tuple[str, str, str]] = set()
    for _, _, one in sorted(found, key=lambda row: (*row[:2], row[2].to_article, row[2].kind, row[2].from_article, row[2].to_span)):
        name = (one.to_article, one.kind, one.from_article if one.directed and one.kind != "denial_dropped" else "")
        if name not in shown and (one.directed or not any(name[:2] == other[:2] for other in shown)):
            shown.add(name)
            yield one


def _in_order(edge: Edge, collection: Collection) -> tuple[str, str]:
    """The two articles: as the edge is directed, else by the time they may have appeared, which claims no order."""
    if edge.directed:
        return edge.source, edge.target
    times = {one: collection.article(one).published for one in (edge.source, edge.target)}
    first, second = sorted(times, key=lambda one: (begins(times[one]), ends(times[one]), one))
    return first, second


def _between(mine: Sequence[Telling], theirs: Sequence[Telling], edge: Edge, denials: Sequence[Denial]) -> Iterator[tuple[float, Change]]:
    yield from _compared(mine, theirs, directed=True) if edge.directed else _both_ways(mine, theirs, KINDS)
    yield from _shown_by_itself(mine, theirs, directed=edge.directed)
    if edge.directed:
        likeness, a, b = _nearest(mine, theirs)
        yield from ((-likeness, one) for one in _denial_dropped(a, b, denials))


def _unjoined(mine: Sequence[Telling], theirs: Sequence[Telling]) -> Iterator[tuple[float, Change]]:
    """Yield what differs between two texts that nothing joins."""
    dated = is_dated(mine[0]) and is_dated(theirs[0])
    yield from _both_ways(mine, theirs, _WITHOUT_AN_EDGE | _UNNAMED if dated else _WITHOUT_AN_EDGE)
    yield from _shown_by_itself(mine, theirs, directed=False)


def _both_ways(mine: Sequence[Telling], theirs: Sequence[Telling], wanted: frozenset[str]) -> Iterator[tuple[float, Change]]:
    """Yield what differs between two texts of which none is known to take from the other."""
    yield from _compared(mine, theirs, directed=False, wanted=wanted)
    if not is_before(mine[0].article.published, theirs[0].article.published):
        yield from _compared(theirs, mine, directed=False, wanted=wanted & _ONE_SIDED)


def _compared(
    mine: Sequence[Telling], theirs: Sequence[Telling], *, directed: bool, wanted: frozenset[str] = KINDS
) -> Iterator[tuple[float, Change]]:
    """Yield what differs between the two tellings that are most alike; of tellings in other words, only their numbers are compared.

    Hardly any two tellings differ, and whether their texts are of one event takes long: it is asked last.
    """
    likeness, a, b = _nearest(mine, theirs)
    alike = Alike.of(likeness, a, b)
    asked = frozenset([kind for kind in wanted if may_be_said(kind, alike)])
    told = differences(a, b, directed=directed, wanted=asked) if asked else iter(())
    told = (one for one in told if one.kind in asked and says_one_thing(one, alike, a, b))
    found = [one for one in told if not (one.kind == "attribution_dropped" and _names_too(a, theirs))]
    if found and are_of_one_event(a.article, b.article, a.language, b.language):
        yield from ((-likeness, one) for one in found)


def _shown_by_itself(mine: Sequence[Telling], theirs: Sequence[Telling], *, directed: bool) -> Iterator[tuple[float, Change]]:
    """Yield what one number, or the words of one speaker, show between any two tellings, whatever else these tell."""
    a, b = mine[0], theirs[0]
    soon = is_dated(a) and is_dated(b) and days_apart(a, b) <= SOON_DAYS
    if not soon:
        return
    each = (
        (one, other, shown) for one, other in product(mine, theirs) for find in (bounded, relays) for shown in find(one, other, directed)
    )
    found = [(-overlap(one.stems, other.stems), shown) for one, other, shown in each]
    if found and are_of_one_event(a.article, b.article, a.language, b.language):
        yield from found


def _names_too(a: Telling, theirs: Sequence[Telling]) -> bool:
    """Does another telling of the other text name the same claimant?"""
    return a.claimant is not None and any(one.claimant is not None and one.claimant.id == a.claimant.id for one in theirs)


def _nearest(mine: Sequence[Telling], theirs: Sequence[Telling]) -> tuple[float, Telling, Telling]:
    """The two tellings that are most alike, with the share of stems in common; the first in the texts where several are."""
    if len(mine) == len(theirs) == 1:  # as mostly
        return overlap(mine[0].stems, theirs[0].stems), mine[0], theirs[0]
    return max(
        ((overlap(a.stems, b.stems), a, b) for a, b in product(mine, theirs)),
        key=lambda row: (row[0], -row[1].place.start, -row[2].place.start),
    )


class _Tellings(dict[str, list[Telling]]):
    """The tellings of a claim in each article, made when they are first compared."""

    def __init__(self, claim: Claim, collection: Collection) -> None:
        super().__init__()
        self._collection = collection
        self.carriers: dict[str, list[Appearance]] = defaultdict(list)
        for one in sorted(claim.appearances, key=lambda one: (one.article_id, one.attribution_id is None, one.spans)):
            self.carriers[one.article_id].append(one)

    def __missing__(self, article_id: str) -> list[Telling]:
        made = self[article_id] = [of_appearance(one, self._collection) for one in self.carriers[article_id]]
        return made


def _denial_dropped(a: Telling, b: Telling, denials: Sequence[Denial]) -> Iterator[Change]:
    mine = [denial for denial in denials if denial.article_id == a.article.id and denial.kind == "explicit"]
    if not mine or any(denial.article_id == b.article.id for denial in denials):
        return
    if any(markers(kind, b.article.text, beside(b), b.language) for kind in _DENYING):
        return  # somebody rejects something there, and it may be this
    gone = [denial for denial in mine if not _is_copied(denial.span.of(a.article.text), b.article.text)]
    if gone and len(gone) == len(mine):
        sentence = f"denial dropped: {gone[0].by or 'somebody'} denies it in {a.article.id}, nobody in {b.article.id}"
        yield change(a, b, "denial_dropped", (gone[0].span, b.place), sentence, True)
    elif gone:
        sentence = f"denial dropped: «{said(a, gone[0].span)}» stands in {a.article.id} and not in {b.article.id}"
        yield change(a, b, "denial_dropped", (gone[0].span, b.place), sentence, True)


def _is_copied(words: str, text: str) -> bool:
    """Do the first words of a denial stand in another text, however their marks are written?"""
    told = " ".join(_WORD.findall(fold(seen(words)))[:_COPIED_WORDS])
    return f" {told} " in _without_marks(text)


@lru_cache(maxsize=1 << 6)
def _without_marks(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(seen(text))))} "
