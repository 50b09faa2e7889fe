"""The tellings of one claim, compared along the edges of the lineage, and with the earliest ones where no edge joins them.

Of each two articles the two tellings that are most alike are compared. A text that takes from several shows what it changed once: against
the text whose telling is nearest to its own, a direction before none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from selon.model.article import CreditKind
from selon.model.claim import Claim
from selon.model.lineage import Change, Denial, Edge
from selon.trace.alike import overlap
from selon.trace.changes.differences import change, differences
from selon.trace.changes.tellings import Telling, of_appearance
from selon.trace.collection import Collection
from selon.trace.credit_lines import lineage_credits
from selon.trace.moments import begins, ends

_WITHOUT_AN_EDGE = {"number_changed", "precision_changed", "date_changed", "hedge_dropped", "hedge_added", "qualifier_lost"}
"""What is said of two texts that nothing joins: who is named and what is quoted differs between any two, and shows nothing."""
_EARLIEST = 8  # of the texts that carry a claim, with which each later one is compared where no edge joins them
_OF_NUMBERS = {"number_changed", "precision_changed"}
_HOPS = {"republication", "translation", "shared", "quotation", "credit"}
_COPIES = {"republication", "shared"}
_OF_WORDS = {"hedge_dropped", "hedge_added", "qualifier_lost"}
_OF_THE_SAME_WORDS = {"claimant_changed", "quotes_gained", "quotes_lost"}
# What is said of two tellings in other words was read in 40 changes among 444 articles of four press collections, half of them wrong: most
# were of two events that are told alike, or of a word that belongs to something else.
_ONE_THING = 0.4  # share of the shorter one's stems in common: below it two tellings of one claim are compared in no word
_SAME_WORDS, _WORDS_ALIKE = 0.6, 0.3  # of the stems of both
_NUMBERS_ALIKE, _LEAST_SHARED = 0.37, 4  # of the shorter one, and how many
_SOON_DAYS = 3  # between two texts that nothing joins: later ones tell another event in like words
_COPIED = 0.8  # above it the words of one are those of the other


def hop_changes(claim: Claim, edges: Sequence[Edge], denials: Sequence[Denial], collection: Collection) -> Iterator[Change]:
    """Yield what changed between articles that an edge joins, and what differs from the earliest tellings elsewhere."""
    if len({one.article_id for one in claim.appearances}) == 1:
        return
    told = _by_article(claim, collection)
    found: list[tuple[bool, float, Change]] = []  # not directed, likeness below, what is told
    joined: set[frozenset[str]] = set()
    for edge in edges:
        if edge.kind in _HOPS and edge.source in told and edge.target in told:
            joined.add(frozenset((edge.source, edge.target)))
            a, b = _in_order(edge, collection)
            found += [(not edge.directed, *one) for one in _between(told[a], told[b], edge, denials)]
    order = sorted(told, key=lambda article_id: (begins(told[article_id][0].article.published), article_id))
    for place, later in enumerate(order):
        for earlier in order[: min(place, _EARLIEST)]:
            if frozenset((earlier, later)) not in joined and _days_apart(told[earlier][0], told[later][0]) <= _SOON_DAYS:
                compared = _compared(told[earlier], told[later], directed=False)
                found += [(True, likeness, one) for likeness, one in compared if one.kind in _WITHOUT_AN_EDGE]
    yield from _once(found)


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
    yield from _compared(mine, theirs, directed=edge.directed)
    likeness, a, b = _nearest(mine, theirs)
    if likeness >= _COPIED and edge.kind in _COPIES:
        yield from ((-likeness, one) for one in _credit_dropped(a, b, edge.directed))
    if edge.directed:
        yield from ((-likeness, one) for one in _denial_dropped(a, b, denials))


def _days_apart(a: Telling, b: Telling) -> int:
    return abs((begins(a.article.published) - begins(b.article.published)).days)


def _compared(mine: Sequence[Telling], theirs: Sequence[Telling], *, directed: bool) -> Iterator[tuple[float, Change]]:
    """Yield what differs between the two tellings that are most alike; of tellings in other words, only their numbers are compared."""
    likeness, a, b = _nearest(mine, theirs)
    for one in differences(a, b, directed=directed):
        if _says_one_thing(one.kind, likeness, a, b) and not (one.kind == "attribution_dropped" and _names_too(a, theirs)):
            yield -likeness, one


def _names_too(a: Telling, theirs: Sequence[Telling]) -> bool:
    """Does another telling of the other text name the same claimant?"""
    return a.claimant is not None and any(one.claimant is not None and one.claimant.id == a.claimant.id for one in theirs)


def _says_one_thing(kind: str, likeness: float, a: Telling, b: Telling) -> bool:
    """Are two tellings alike enough that what differs between them is a change of one thing?"""
    mine, theirs = ({stem for stem in one.stems if not stem.isdigit()} for one in (a, b))
    shared = len(mine & theirs)
    whole = shared / max(1, len(mine | theirs))
    if whole >= _SAME_WORDS or kind in _OF_THE_SAME_WORDS:
        return whole >= _SAME_WORDS
    if kind in _OF_NUMBERS:
        return likeness >= _NUMBERS_ALIKE and shared >= _LEAST_SHARED
    if kind in _OF_WORDS:
        return likeness >= _ONE_THING and whole >= _WORDS_ALIKE and shared > _LEAST_SHARED
    return likeness >= _COPIED or (likeness >= _ONE_THING and whole >= _WORDS_ALIKE)


def _nearest(mine: Sequence[Telling], theirs: Sequence[Telling]) -> tuple[float, Telling, Telling]:
    """The two tellings that are most alike, with the share of stems in common; the first in the texts where several are."""
    return max(
        ((overlap(a.stems, b.stems), a, b) for a, b in product(mine, theirs)),
        key=lambda row: (row[0], -row[1].place.start, -row[2].place.start),
    )


def _by_article(claim: Claim, collection: Collection) -> dict[str, list[Telling]]:
    told: dict[str, list[Telling]] = defaultdict(list)
    for one in sorted(claim.appearances, key=lambda one: (one.article_id, one.attribution_id is None, one.spans)):
        told[one.article_id].append(of_appearance(one, collection))
    return dict(told)


def _credit_dropped(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """What the narrators of both tell in one's words, and only the first credits to an agency."""
    if a.attribution or b.attribution or list(lineage_credits(b.article)):
        return
    credit = next((one for one in lineage_credits(a.article) if one.kind in (CreditKind.SOURCE, CreditKind.VIA)), None)
    if credit:
        verb = "attribution dropped" if directed else "attribution differs"
        sentence = f"{verb}: {a.article.id} credits {credit.name} for its text, {b.article.id} tells the same words and credits nobody"
        yield change(a, b, "attribution_dropped", (credit.span, b.place), sentence, directed)


def _denial_dropped(a: Telling, b: Telling, denials: Sequence[Denial]) -> Iterator[Change]:
    mine = [denial for denial in denials if denial.article_id == a.article.id and denial.kind == "explicit"]
    if mine and not any(denial.article_id == b.article.id for denial in denials):
        sentence = f"denial dropped: {mine[0].by or 'somebody'} denies it in {a.article.id}, nobody in {b.article.id}"
        yield change(a, b, "denial_dropped", (mine[0].span, b.place), sentence, True)
