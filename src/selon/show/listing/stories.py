"""Claims for people: whose words, on whose word, what changed, who denied, how many origins."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.article import Article
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Chain, Denial, First, Gap, Origins, Story, Unmentioned
from selon.show.listing.links import change
from selon.show.listing.marks import STYLES, marked, place, published, visible
from selon.show.numbers import counted
from selon.show.whose import in_order, left_open, long_chains, named, own_texts, stations

_ID_CHARS = 8  # of a claim's id: enough to name it in a collection of some thousand
_SHOWN = 8  # of appearances, changes and gaps; the rest is counted, and --json lists all
_MENTIONS, _CHAINS = 2, 3  # so many of what is mentioned, and of the chains of authority


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


def claim(story: Story, articles: Mapping[str, Article], *, most: int | None = _SHOWN) -> RenderableType:
    """One claim's whole story; of what is many the first, and how many more there are. `most` None: all."""
    mentions, lines = (_MENTIONS, _CHAINS) if most else (None, None)
    chains = long_chains(story)
    parts: list[RenderableType] = [title_line(story.claim), origins_line(story.origins), _first(story.first, articles, most=mentions)]
    parts += _appearances(story, articles, most=most)
    parts += [chain_line(story, chain, articles) for chain in chains[:lines]]
    parts += _rest(len(chains), lines, "chain", indent=2)
    parts += [denial_line(denial, articles) for denial in story.denials]
    parts += [
        _line(
            "▽",
            "denial",
            f"{_named(one.article_id, articles)} does not mention the denial held in "
            f"{_named(one.denial_article_id, articles)} ({later(one)})",
        )
        for one in story.unmentioned
    ]
    parts += [
        _line(
            "·",
            "hedge",
            f"corroboration asserted by the speaker, not shown here, counted 0: «{visible(one.span.of(articles[one.article_id].text))}»",
        )
        for one in story.corroborations
    ]
    parts += [change(one, articles) for one in story.changes[:most]]
    parts += _rest(len(story.changes), most, "change")
    parts += [_circle(circle) for circle in story.circles]
    parts += [_gap(gap) for gap in story.gaps[:most]]
    parts += _rest(len(story.gaps), most, "gap")
    return Group(*parts, Text())


def _rest(many: int, most: int | None, thing: str, *, indent: int = 4) -> list[RenderableType]:
    """How many more there are than were shown, if there are."""
    more = many - most if most else 0
    return [Padding(Text(f"… and {counted(more, f'more {thing}')}", style=STYLES["faint"]), (0, 0, 0, indent))] if more > 0 else []


def title_line(one: Claim) -> Text:
    """Whose words stand there, one appearance verbatim, and the id by which other commands name the claim."""
    return Text.assemble(
        ("■ ", STYLES["link"]), (f"{by_line(one)} ", STYLES["source"]), (f"« {visible(one.label)} »", STYLES["title"]),
        (f" {one.id[:_ID_CHARS]}", STYLES["place"]),
    )  # fmt: skip


def by_line(one: Claim) -> str:
    """Who says the words of a claim's label: who is named beside these very words, and nobody else."""
    if one.worded.claimant:
        return f"{visible(one.worded.claimant)}:"
    return "voice left open:" if one.worded.attribution_id else f"told without a source in {counted(own_texts(one), 'text')}:"


def origins_line(origins: Origins) -> RenderableType:
    """Articles, texts and origins, as an interval, below the title of a claim."""
    return Padding(Text(origins_words(origins)), (0, 0, 0, 2))


def origins_words(origins: Origins) -> str:
    """Articles, texts and origins, as an interval."""
    articles, texts = counted(origins.articles, "article"), counted(origins.texts, "distinct text")
    unknown = f"{counted(len(origins.named), 'named origin')}, {origins.unknown} of unknown lineage"
    return f"{articles}, {texts}, {unknown}: at most {origins.max}; shown separate: {origins.min}"


def _first(first: First, articles: Mapping[str, Article], *, most: int | None) -> RenderableType:
    when = f"{first.earliest or '…'} → {first.latest or '…'}" if first.earliest != first.latest else (first.earliest or "undated")
    lines = [f"earliest text held, in this collection: {', '.join(_named(name, articles) for name in first.articles)} ({when})"]
    for mention in first.mentioned[:most]:
        words = visible(mention.span.of(articles[mention.article_id].text))
        lines.append(f"earlier, mentioned and not held, as {_named(mention.article_id, articles)} reports it: «{words}»")
    rest = _rest(len(first.mentioned), most, "mention", indent=2)
    return Group(*(Padding(Text(line), (0, 0, 0, 2)) for line in lines), *rest)


def _named(article_id: str, articles: Mapping[str, Article]) -> str:
    return visible(named(article_id, articles))


def _appearances(story: Story, articles: Mapping[str, Article], *, most: int | None) -> list[RenderableType]:
    told, sources = in_order(story.claim), left_open(story, articles)
    parts: list[RenderableType] = [appearance_line(one, articles[one.article_id], sources.get(one.id)) for one in told[:most]]
    return parts + _rest(len(told), most, "appearance")


def who_says(appearance: Appearance, source: str | None) -> str:
    """Whose words an appearance is; `source`: what names its source, where the claimant is left open."""
    if appearance.claimant or appearance.attribution_id is None:
        return visible(appearance.claimant or "the text itself")
    return f"«{visible(source)}», left open who" if source else "left open who"


def appearance_line(appearance: Appearance, article: Article, source: str | None = None) -> RenderableType:
    """One appearance: whose words, the words, their place."""
    who = who_says(appearance, source)
    words = Text(" … ").join(marked(article.text, span, [(span, "content")]) for span in appearance.spans)
    where = Text.assemble((f" {published(article)} ", STYLES["faint"]), place(article.id, *appearance.spans))
    return Padding(Text.assemble((f"{who}, {appearance.stance.value}: ", STYLES["source"]), words, where), (0, 0, 0, 4))


def chain_line(story: Story, chain: Chain, articles: Mapping[str, Article]) -> RenderableType:
    """The stations of one chain, from the reader's article back, and the words that show each."""
    line, lines = Text.assemble(("chain: ", STYLES["faint"])), []
    for number, (hop, article, spans) in enumerate(stations(story, chain)):
        line.append(" ← " if number else "")
        line.append(visible(hop.name), style="bold")
        line.append(f" ({hop.how})" if hop.how else "", style=STYLES["faint"])
        words = Text(" … ").join(marked(articles[article].text, span, []) for span in spans)
        lines.append(Padding(Text.assemble("«", words, "» ", place(article, *spans)), (0, 0, 0, 2)))
    return Padding(Group(line, *lines), (0, 0, 0, 2))


_DENIED = {
    "explicit": "denied by",
    "contested": "contested, and not denied, by",
    "declined": "declined to confirm:",
    "unconfirmed": "not confirmed, in the outlet's words, by",
    "second-hand": "denied, as the accuser tells it, by",
}


def denial_line(denial: Denial, articles: Mapping[str, Article]) -> RenderableType:
    """One denial: who, the words, their place, how it is tied."""
    head = Text(f"⊘ {_DENIED[denial.manner]} {visible(denial.by) if denial.by else 'nobody named'} ", style=STYLES["denial"])
    quote = Text.assemble("«", marked(articles[denial.article_id].text, denial.span, []), "» ")
    dated = (f"{published(articles[denial.article_id])} ", STYLES["faint"])
    where = Text.assemble(dated, place(denial.article_id, denial.span), (f" {denial.tie}", STYLES["faint"]))
    return Padding(Text.assemble(head, quote, where), (0, 0, 0, 4))


def _circle(circle: Sequence[object]) -> RenderableType:
    names = " → ".join(str(getattr(passage, "article_id", "")) for passage in circle)
    return _line("↻", "change", f"these passages cite each other in a circle: {names}")


def later(one: Unmentioned) -> str:
    """How long after the denial a silent article appeared."""
    if one.lag_days == 0:
        return "later on the same day"
    return "1 day later" if one.lag_days == 1 else f"{one.lag_days} days later"


def _gap(gap: Gap) -> RenderableType:
    return _line("○", "faint", f"cited, not held: {visible(gap.name)} ({gap.why})")


def _line(sign: str, style: str, words: str) -> RenderableType:
    return Padding(Text.assemble((f"{sign} ", STYLES[style]), words), (0, 0, 0, 4))
