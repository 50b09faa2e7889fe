"""A first walk through one claim, for somebody who sees Selon for the first time: each step a question and its passages."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.article import Article
from selon.model.lineage import Chain, Change, Denial, Lineage, Story
from selon.model.span import Interval
from selon.show.dated import in_days
from selon.show.listing.links import change
from selon.show.listing.marks import STYLES, marked, place, visible
from selon.show.listing.stories import appearance_line, chain_line, denial_line, later, makeup, origins_line, title_line
from selon.show.numbers import counted
from selon.show.whose import left_open, long_chains

_SHOWN = 4  # passages a step; the commands at the end show all
_ORDER = (
    "attribution_dropped",
    "hedge_dropped",
    "claimant_changed",
    "number_changed",
    "precision_changed",
    "qualifier_lost",
    "denial_dropped",
)


def tour(lineage: Lineage, articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    """The claim that most articles carry and somebody denies, step by step."""
    yield makeup(articles)
    if not lineage.stories:
        return
    story = max(lineage.stories, key=lambda one: (bool(one.denials), one.origins.articles, one.claim.id))
    yield _step(
        "One claim, in the words of one of its tellers",
        [title_line(story.claim), origins_line(story.origins)],
    )
    yield _step("Who tells it, and on whose word", _tellers(story, articles))
    yield _step(
        "The longest chains of authority, from the reader's article back", [chain_line(story, one, articles) for one in _longest(story)]
    )
    yield _step("What changed on the way", [change(one, articles) for one in _telling_changes(story)])
    yield _step("Who denied it, and who does not say so", _denied(story, articles))
    yield _step("What bears it out only in the speaker's own words, counted 0", _borrowed(lineage, articles))
    yield _step("Who cites whom, round to the first", _circles(lineage, articles))
    yield _step("What is cited here and not held: look for it next", _gaps(story))


def _step(title: str, parts: Sequence[RenderableType]) -> RenderableType:
    shown = parts or [Text("nothing of the kind was found in this collection", style=STYLES["faint"])]
    return Group(Text(title, style=STYLES["link"]), *(Padding(part, (0, 0, 0, 2)) for part in shown), Text())


def _tellers(story: Story, articles: Mapping[str, Article]) -> list[RenderableType]:
    told = {one.article_id: one for one in reversed(story.claim.appearances)}
    shown, sources = [told[article_id] for article_id in sorted(told)[:_SHOWN]], left_open(story, articles)
    lines: list[RenderableType] = [appearance_line(one, articles[one.article_id], sources.get(one.id)) for one in shown]
    if len(told) > _SHOWN:
        lines.append(Text(f"… and {counted(len(told) - _SHOWN, 'more article')}", style=STYLES["faint"]))
    held = ", ".join(visible(article_id) for article_id in story.first.articles)
    first = Interval(earliest=story.first.earliest, latest=story.first.latest, source="")
    return [*lines, Text(f"earliest text held, in this collection: {held} ({in_days(first)})")]


def _longest(story: Story) -> list[Chain]:
    return sorted(long_chains(story), key=lambda chain: (-len(chain.hops), chain.appearance_id))[:2]


def _telling_changes(story: Story) -> list[Change]:
    one_each: dict[str, Change] = {}
    for one in story.changes:
        if one.kind in _ORDER:
            one_each.setdefault(one.kind, one)
    return [one_each[kind] for kind in _ORDER if kind in one_each][:_SHOWN]


def _denied(story: Story, articles: Mapping[str, Article]) -> list[RenderableType]:
    kinds: dict[str, Denial] = {}
    for one in story.denials:
        kinds.setdefault(one.kind, one)
    lines: list[RenderableType] = [denial_line(one, articles) for one in kinds.values()]
    silent = [f"{visible(one.article_id)} ({later(one)})" for one in story.unmentioned[:_SHOWN]]
    if silent:
        lines.append(Text(f"▽ repeat the claim after a denial that is held, and do not mention it: {', '.join(silent)}"))
    return lines


def _borrowed(lineage: Lineage, articles: Mapping[str, Article]) -> list[RenderableType]:
    found = {one: None for story in lineage.stories for one in story.corroborations}
    return [
        Text.assemble(
            f"{visible(one.by or 'somebody')}: «",
            marked(articles[one.article_id].text, one.span, []),
            "» ",
            place(one.article_id, one.span),
        )
        for one in list(found)[:2]
    ]


def _circles(lineage: Lineage, articles: Mapping[str, Article]) -> list[RenderableType]:
    circles = {circle: None for story in lineage.stories for circle in story.circles}
    return [
        Text.assemble("↻ ", marked(articles[passage.article_id].text, passage.span, []), " ", place(passage.article_id, passage.span))
        for circle in list(circles)[:1]
        for passage in circle
    ]


def _gaps(story: Story) -> list[RenderableType]:
    return [Text(f"○ {visible(gap.name)}, cited by {len({one.article_id for one in gap.evidence})}") for gap in story.gaps[:_SHOWN]]
