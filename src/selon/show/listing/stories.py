"""Claims for people: whose words, on whose word, what changed, who denied, how many origins."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.article import Article
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Chain, Denial, First, Gap, Origins, Story, Unmentioned
from selon.show.listing.links import change
from selon.show.listing.marks import STYLES, marked, place, visible
from selon.show.numbers import counted

_SHOWN = 8  # of appearances, changes and gaps; the rest is counted, and --json lists all


def claims(stories: Sequence[Story], open_denials: Sequence[Denial], articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    """The make-up of the collection, each claim, and the denials that are tied to none."""
    yield makeup(articles)
    for story in stories:
        yield claim(story, articles)
    if open_denials:
        yield Text("Denials that are tied to no claim here", style=STYLES["title"])
        yield Group(*(denial_line(denial, articles) for denial in open_denials), Text())


def makeup(articles: Mapping[str, Article]) -> Text:
    """What the collection holds, so that no count is read without it."""
    outlets = {article.outlet for article in articles.values() if article.outlet}
    languages = sorted({article.lang for article in articles.values()})
    undated = sum(article.published is None or article.published.earliest is None for article in articles.values())
    partly = sum(article.degraded is not None for article in articles.values())
    named = f"{counted(len(articles), 'article')}, {counted(len(outlets), 'outlet')} named, languages: {', '.join(languages)}"
    return Text(f"{named}, {undated} undated, {partly} not whole\n", style=STYLES["faint"])


def claim(story: Story, articles: Mapping[str, Article]) -> RenderableType:
    """One claim's whole story."""
    parts: list[RenderableType] = [title_line(story.claim), origins_line(story.origins), _first(story.first, articles)]
    parts += _appearances(story.claim, articles)
    parts += [chain_line(chain) for chain in _telling(story.chains)]
    parts += [denial_line(denial, articles) for denial in story.denials]
    parts += [
        _line("▽", "denial", f"{one.article_id} does not mention the denial held in {one.denial_article_id} ({later(one)})")
        for one in story.unmentioned
    ]
    parts += [
        _line(
            "·",
            "hedge",
            f"corroboration asserted by the speaker, not shown here, counted 0: «{one.span.of(articles[one.article_id].text)}»",
        )
        for one in story.corroborations
    ]
    parts += [change(one, articles) for one in story.changes[:_SHOWN]]
    parts += [_circle(circle) for circle in story.circles]
    parts += [_gap(gap) for gap in story.gaps[:_SHOWN]]
    return Group(*parts, Text())


def title_line(one: Claim) -> Text:
    """Whose words the claim is, and one appearance of it, verbatim."""
    by = next((appearance.claimant for appearance in one.appearances if appearance.claimant), None)
    texts = len({appearance.article_id for appearance in one.appearances})
    said = f"{visible(by)} : " if by else f"told without a source in {texts} text{'s' if texts > 1 else ''}: "
    return Text.assemble(("■ ", STYLES["link"]), (said, STYLES["source"]), (f"« {visible(one.label)} »", STYLES["title"]))


def origins_line(origins: Origins) -> Text:
    """Articles, texts and origins, as an interval."""
    articles, texts = counted(origins.articles, "article"), counted(origins.texts, "distinct text")
    unknown = f"{counted(len(origins.named), 'named origin')}, {origins.unknown} of unknown lineage"
    return Text(f"  {articles}, {texts}, {unknown}: at most {origins.max}; shown separate: {origins.min}")


def _first(first: First, articles: Mapping[str, Article]) -> Text:
    when = f"{first.earliest or '…'} → {first.latest or '…'}" if first.earliest != first.latest else (first.earliest or "undated")
    line = Text(f"  earliest text held, in this collection: {', '.join(map(visible, first.articles))} ({when})")
    for mention in first.mentioned[:2]:
        words = visible(mention.span.of(articles[mention.article_id].text))
        line.append(f"\n  earlier, mentioned and not held, as {mention.article_id} reports it: «{words}»")
    return line


def _appearances(one: Claim, articles: Mapping[str, Article]) -> list[RenderableType]:
    parts: list[RenderableType] = [appearance_line(appearance, articles[appearance.article_id]) for appearance in one.appearances[:_SHOWN]]
    if len(one.appearances) > _SHOWN:
        parts.append(Text(f"    … and {len(one.appearances) - _SHOWN} more appearances", style=STYLES["faint"]))
    return parts


def appearance_line(appearance: Appearance, article: Article) -> RenderableType:
    """One appearance: whose words, the words, their place."""
    who = visible(appearance.claimant) if appearance.claimant else "the text itself"
    words = (marked(article.text, span, [(span, "content")]) for span in appearance.spans)
    parts = (part for one in words for part in (one, " "))
    return Padding(
        Text.assemble((f"{who}, {appearance.stance.value}: ", STYLES["source"]), *parts, place(article.id, appearance.spans[0])),
        (0, 0, 0, 4),
    )


def _telling(chains: Sequence[Chain]) -> list[Chain]:
    seen: dict[tuple[str, ...], Chain] = {}
    for chain in chains:
        if len(chain.hops) > 2:
            seen.setdefault(tuple(hop.name for hop in chain.hops), chain)
    return list(seen.values())[:3]


def chain_line(chain: Chain) -> Text:
    """The stations of one chain, from the reader's article back."""
    line = Text.assemble(("  chain: ", STYLES["faint"]))
    for number, hop in enumerate(chain.hops):
        line.append(" ← " if number else "")
        line.append(visible(hop.name), style="bold")
        line.append(f" ({hop.how})" if hop.how else "", style=STYLES["faint"])
    return line


_DENIED = {
    "explicit": "denied by",
    "declined": "declined to confirm:",
    "unconfirmed": "not confirmed, in the outlet's words, by",
    "second-hand": "denied, as the accuser tells it, by",
}


def denial_line(denial: Denial, articles: Mapping[str, Article]) -> RenderableType:
    """One denial: who, the words, their place, how it is tied."""
    head = Text(f"⊘ {_DENIED[denial.kind]} {visible(denial.by) if denial.by else 'nobody named'} ", style=STYLES["denial"])
    quote = Text.assemble("«", marked(articles[denial.article_id].text, denial.span, []), "» ")
    where = Text.assemble(place(denial.article_id, denial.span), (f" {denial.tie}", STYLES["faint"]))
    return Padding(Text.assemble(head, quote, where), (0, 0, 0, 4))


def _circle(circle: Sequence[object]) -> Text:
    names = " → ".join(str(getattr(passage, "article_id", "")) for passage in circle)
    return _line("↻", "change", f"these passages cite each other in a circle: {names}")


def later(one: Unmentioned) -> str:
    """How long after the denial a silent article appeared."""
    return "1 day later" if one.lag_days == 1 else f"{one.lag_days} days later"


def _gap(gap: Gap) -> Text:
    return _line("○", "faint", f"cited, not held: {visible(gap.name)} ({gap.why})")


def _line(sign: str, style: str, words: str) -> Text:
    return Text.assemble((f"    {sign} ", STYLES[style]), words)
