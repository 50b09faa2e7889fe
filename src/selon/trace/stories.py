"""All that the collection shows of each claim, the most repeated first."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from selon.model.claim import Claim
from selon.model.lineage import Change, Corroboration, Denial, Edge, Story
from selon.trace.alone import Page, page, story_alone
from selon.trace.bonds import Bonds
from selon.trace.chains import chains
from selon.trace.changes import hop_changes, inside_changes, is_told
from selon.trace.circles import circles
from selon.trace.collection import Collection, told_at, touches
from selon.trace.corroborations import corroborations
from selon.trace.denials import unmentioned
from selon.trace.first import first
from selon.trace.gaps import gaps
from selon.trace.origins import origins
from selon.trace.rests import Rests
from selon.trace.utterances import one_person

_Stories = tuple[Story, ...]


def stories(
    claims: Sequence[Claim], edges: Sequence[Edge], shown: Sequence[Edge], denials: Sequence[Denial], collection: Collection, rests: Rests
) -> Iterator[Story]:
    """Yield one story for each claim, those that one article alone tells together.

    Args:
        claims: all of them.
        edges: those that stand.
        shown: all that the texts show, whatever people decided.
        denials: all of them; each is told with the claim that it is tied to.
        collection: the readings.
        rests: what a story that is kept must rest on, to be taken.
    """
    teller = _Teller(claims, edges, shown, denials, collection, rests)
    for group in _groups(claims):
        yield from teller.told(group)


def by_reach(story: Story) -> tuple[int, int, str]:
    """What stories are sorted by: the most repeated first."""
    return -story.origins.articles, -len(story.claim.appearances), story.claim.id


def _groups(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims whose stories are kept together: those that one article alone tells, and each of the others.

    Those of the same articles follow each other, so that what is known of a text is found once for all of them.
    """
    alone: dict[str, list[Claim]] = defaultdict(list)
    others: list[list[Claim]] = []
    for claim in claims:
        articles = {one.article_id for one in claim.appearances}
        if len(articles) == 1:
            alone[articles.pop()].append(claim)
        else:
            others.append([claim])
    return [*alone.values(), *sorted(others, key=lambda group: sorted({one.article_id for one in group[0].appearances}))]


class _Teller:
    """All that stories are told of; what no story asks for is not made."""

    def __init__(
        self,
        claims: Sequence[Claim],
        edges: Sequence[Edge],
        shown: Sequence[Edge],
        denials: Sequence[Denial],
        collection: Collection,
        rests: Rests,
    ) -> None:
        self._collection, self._rests = collection, rests
        self._tied: dict[str, list[Denial]] = defaultdict(list)
        for denial in denials:
            if denial.claim_id:
                self._tied[denial.claim_id].append(denial)
        self._touching = _touching(edges)
        self._persons = one_person(claims, collection)
        self._bonds = Bonds(shown)
        self._found, self._shown = (rests.of_edges(some) if collection.memo.is_kept else {} for some in (edges, shown))

    def told(self, group: Sequence[Claim]) -> tuple[Story, ...]:
        """The stories of some claims."""
        return self._collection.memo.of(
            "stories", lambda: self._of(group), _Stories, lambda: tuple([self._story(claim) for claim in group])
        )  # fmt: skip

    def _of(self, group: Sequence[Claim]) -> object:
        articles = dict.fromkeys(one.article_id for claim in group for one in claim.appearances)
        own = [self._rests.of_story(claim, self._tied.get(claim.id, ()), self._persons) for claim in group]
        return own, [(self._found.get(name, b""), self._shown.get(name, b"")) for name in articles]

    def _story(self, claim: Claim) -> Story:
        borrowed = [one for appearance in claim.appearances for one in self._borrowed.get(appearance.attribution_id or "", ())]
        denials = self._tied.get(claim.id, ())
        if len(claim.appearances) == 1:
            return story_alone(claim, self._page(claim.appearances[0].article_id), denials, borrowed, self._collection)
        near = _near([one.article_id for one in claim.appearances], self._touching)
        return _story(claim, near, self._bonds, denials, borrowed, self._inside, self._persons, self._collection)

    def _page(self, article_id: str) -> Page:
        if article_id not in self._pages:
            near = _near([article_id], self._touching)
            self._pages[article_id] = page(article_id, near, self._inside(article_id), self._collection)
        return self._pages[article_id]

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {}

    @cached_property
    def _borrowed(self) -> dict[str, list[Corroboration]]:
        borrowed: dict[str, list[Corroboration]] = defaultdict(list)
        for attribution_id, one in corroborations(self._collection):
            borrowed[attribution_id].append(one)
        return borrowed

    def _inside(self, article_id: str) -> tuple[Change, ...]:
        if article_id not in self._changes:
            self._changes[article_id] = tuple(inside_changes(self._collection.readings[article_id], self._collection))
        return self._changes[article_id]

    @cached_property
    def _changes(self) -> dict[str, tuple[Change, ...]]:
        return {}


def _story(
    claim: Claim,
    edges: Sequence[Edge],
    bonds: Bonds,
    denials: Sequence[Denial],
    borrowed: Sequence[Corroboration],
    inside: Callable[[str], tuple[Change, ...]],
    persons: frozenset[tuple[str, str]],
    collection: Collection,
) -> Story:
    places = told_at(claim, collection)
    own = [one for article_id in sorted(places) for one in inside(article_id) if touches(one, places)]
    hops = tuple(hop_changes(claim, edges, denials, collection))
    copied = [one for edge in edges for one in edge.changes if touches(one, places) and not is_told(one, hops)]
    return Story(
        claim=claim,
        origins=origins(claim, edges, bonds, collection, persons),
        first=first(claim, collection),
        denials=tuple(denials),
        unmentioned=unmentioned(claim, denials, collection),
        corroborations=tuple(borrowed),
        changes=tuple(dict.fromkeys((*hops, *own, *copied))),
        circles=circles(sorted(places), edges),
        chains=chains(claim, collection),
        gaps=gaps(claim, edges, collection),
    )


def _touching(edges: Sequence[Edge]) -> dict[str, list[Edge]]:
    touching: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        for node in {edge.source, edge.target}:
            touching[node].append(edge)
    return touching


def _near(articles: Sequence[str], touching: dict[str, list[Edge]]) -> list[Edge]:
    """The edges that touch some articles, in canonical order."""
    found = {(edge.source, edge.target, edge.kind): edge for article_id in articles for edge in touching.get(article_id, ())}
    return [found[name] for name in sorted(found)]
