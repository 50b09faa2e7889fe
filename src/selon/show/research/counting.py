"""Records -> counts by outlet, language, month or claimant. Every count has its denominator beside it: articles are not origins."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from selon.model.attribution import Stance
from selon.model.lineage import Lineage
from selon.model.reading import Reading
from selon.show.whose import is_listed

_ID_CHARS, _MONTH_CHARS = 8, len("2031-03")
BY = ("outlet", "lang", "month", "claimant")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counts of one group, in this collection."""

    group: str
    articles: int
    texts: int  # distinct ones
    undated: int
    attributions: int
    named: int  # of them, with a claimant that is named
    direct: int
    hedged: int  # told with a hedge, or in the conditional
    denied: int
    claims: int  # that it carries, of those that are listed
    first: int  # of them, of which it is the only earliest held
    taken: int  # edges with a direction that lead to it
    given: int  # ... that lead from it


def counted(readings: Iterable[Reading], lineage: Lineage, *, by: str) -> list[Counted]:
    """The counts of each group, the largest first."""
    groups: dict[str, list[tuple[Reading, int | None]]] = defaultdict(list)
    held = {reading.article.id: reading for reading in readings}
    lineage = replace(lineage, stories=tuple(story for story in lineage.stories if is_listed(story.claim)))
    names = _names(held.values()) if by == "claimant" else {}
    for reading in held.values():
        if by == "claimant":
            for place, one in enumerate(reading.resolutions):
                groups[names[one.claimant.id] if one.claimant else "nobody named or resolved"].append((reading, place))
        else:
            groups[_group(reading, by)].append((reading, None))
    found = [_counted(name, members, lineage, held) for name, members in groups.items()]
    return sorted(found, key=lambda one: (-one.articles, -one.attributions, one.group))


def _names(readings: Iterable[Reading]) -> dict[str, str]:
    """What each claimant is called; two of one name by the beginnings of their ids as well."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for one in (one.claimant for reading in readings for one in reading.resolutions if one.claimant):
        told[one.id][one.name] += 1
    named = {ident: min(names, key=lambda name: (-names[name], name)) for ident, names in told.items()}
    often = Counter(named.values())
    return {ident: name if often[name] == 1 else f"{name} ({ident[:_ID_CHARS]})" for ident, name in named.items()}


def _group(reading: Reading, by: str) -> str:
    article = reading.article
    if by == "outlet":
        return article.outlet or "outlet not named"
    if by == "lang":
        return article.lang
    when = article.published
    if when is None or when.earliest is None:
        return "undated"
    return when.earliest[:_MONTH_CHARS] if when.latest else f"{when.earliest[:_MONTH_CHARS]} or later"


def _counted(name: str, members: list[tuple[Reading, int | None]], lineage: Lineage, held: Mapping[str, Reading]) -> Counted:
    articles = {reading.article.id: reading.article for reading, _ in members}
    pairs = [
        pair
        for reading, place in members
        for number, pair in enumerate(zip(reading.attributions, reading.resolutions, strict=True))
        if place is None or place == number
    ]
    ids = {one.id for one, _ in pairs}
    is_whole = all(place is None for _, place in members)
    stories = [
        story
        for story in lineage.stories
        if any(one.article_id in articles and (is_whole or one.attribution_id in ids) for one in story.claim.appearances)
    ]
    edges = [edge for edge in lineage.edges if edge.directed and edge.source != edge.target] if is_whole else []
    return Counted(
        group=name, articles=len(articles), texts=len({one.text_digest for one in articles.values()}),
        undated=sum(one.published is None or one.published.earliest is None for one in articles.values()), attributions=len(pairs),
        named=sum(resolution.claimant is not None for _, resolution in pairs), direct=sum(one.kind.value == "direct" for one, _ in pairs),
        hedged=sum(one.stance is Stance.HEDGED or one.conditional for one, _ in pairs),
        denied=sum(one.stance is Stance.DENIED for one, _ in pairs), claims=len(stories),
        first=sum(len(story.first.articles) == 1 and story.first.articles[0] in articles for story in stories),
        taken=sum(edge.target in articles for edge in edges), given=sum(edge.source in articles and edge.target in held for edge in edges),
    )  # fmt: skip
