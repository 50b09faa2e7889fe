"""What one article says: blocks, attributions, dates, and why."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.article import Article, BlockKind
from selon.model.attribution import Attribution, Stance
from selon.model.claimant import Resolution
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.show.context import sentence_around
from selon.show.listing.marks import STYLES, marked, place, visible
from selon.show.visible import left_out

_ASIDE = {BlockKind.DEBRIS, BlockKind.RELATED, BlockKind.DISCLAIMER, BlockKind.METADATA}
_SHOWN_CHARS = 110
_READ_CHARS = 2_000  # of a block; of a longer one it is said how much is left out


def blocks(article: Article) -> RenderableType:
    """Every block on a line of its own, what is set aside greyed."""
    parts: list[RenderableType] = [_head(article, f"{len(article.blocks)} blocks, {len(article.credits)} credits")]
    for block in article.blocks:
        text, more = " ".join(visible(block.span.of(article.text)[:_READ_CHARS]).split()), len(block.span) - _READ_CHARS
        style = STYLES["faint"] if block.kind in _ASIDE else ""
        line = Text(f"  {block.kind.value:<11}", style=style or "bold")
        line.append(text[:_SHOWN_CHARS] + ("…" if len(text) > _SHOWN_CHARS else ""), style=style)
        line.append(f" {left_out(more)}" if more > 0 else "", style=STYLES["faint"])
        parts.append(line)
    parts += [Text.assemble(f"  ▸ credit ({credit.kind.value}): ", (visible(credit.name), STYLES["source"])) for credit in article.credits]
    if article.degraded:
        parts.append(Text(f"  ⚠ not whole: {visible(article.degraded)}", style=STYLES["change"]))
    return Group(*parts, Text())


def attributions(reading: Reading) -> RenderableType:
    """Every attribution: who, how, and the spans in their sentence."""
    parts: list[RenderableType] = [_head(reading.article, f"{len(reading.attributions)} attributions")]
    for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
        parts += _attribution(reading.article, attribution, resolution)
    return Group(*parts)


def dates(reading: Reading) -> RenderableType:
    """Every time expression with its interval."""
    parts: list[RenderableType] = [_head(reading.article, f"{len(reading.dates)} dates")]
    for date in reading.dates:
        line = Text.assemble("  ", (visible(date.span.of(reading.article.text)), STYLES["cue"]))
        line.append(f"  {date.earliest or '…'} → {date.latest or '…'}  ", style="bold")
        line.append(f"{date.granularity}, {date.rule}", style=STYLES["faint"])
        line.append(f"  {'; '.join(date.reasons)}", style=STYLES["faint"])
        parts.append(line)
    return Group(*parts, Text())


def explain(reading: Reading, attribution: Attribution) -> RenderableType:
    """One attribution with all that made it."""
    resolution = reading.resolutions[reading.attributions.index(attribution)]
    parts = _attribution(reading.article, attribution, resolution)
    parts.append(Text(f"    found by the rule {attribution.rule}, confidence {attribution.confidence:.2f}"))
    parts += [Text(f"    because: {visible(reason)}") for reason in attribution.reasons]
    parts.append(Text(f"    claimant: {visible(resolution.how)}, confidence {resolution.confidence:.2f}"))
    parts += [Text(f"      candidate {score:.2f}  {visible(name)}") for name, score in resolution.candidates]
    return Group(*parts, Text())


def interval(published: Interval | None) -> str:
    """When an article was published, in words."""
    if published is None or (published.earliest is None and published.latest is None):
        return "undated"
    if published.earliest == published.latest:
        return str(published.earliest)
    return f"{published.earliest or '…'} → {published.latest or '…'}"


def _head(article: Article, counts: str) -> Text:
    head = Text.assemble(("■ ", STYLES["link"]), (visible(article.id), "bold"))
    head.append(
        f"  {visible(article.outlet) if article.outlet else 'outlet not named'}, {article.lang}, {interval(article.published)}, {counts}",
        style=STYLES["faint"],
    )
    if article.title:
        head.append("\n  " + visible(article.title), style=STYLES["title"])
    return head


def _attribution(article: Article, attribution: Attribution, resolution: Resolution) -> list[RenderableType]:
    spans = [span for span in (attribution.source, attribution.cue, *attribution.content, attribution.via) if span]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    marks = [*((span, "content") for span in attribution.content)]
    marks += [(span, kind) for span, kind in ((attribution.cue, "cue"), (attribution.source, "source"), (attribution.via, "link")) if span]
    head = Text("  ")
    head.append(attribution.id[:8] + "  ", style=STYLES["faint"])
    who = resolution.claimant
    head.append(visible(who.name) if who else "unresolved", style=STYLES["source"] if who else STYLES["hedge"])
    office = ", ".join(part for part in (who.role, who.organisation) if part) if who else ""
    if who and who.role and who.organisation and who.organisation in who.role:
        office = who.role
    head.append(f" ({visible(office)})" if office else "", style=STYLES["faint"])
    head.append(f"  {_stance(attribution)}, {attribution.kind.value}", style=_stance_style(attribution))
    if attribution.parent:
        head.append("  inside another", style=STYLES["faint"])
    head.append("  ")
    head.append_text(place(article.id, whole))
    sentence = marked(article.text, sentence_around(article, whole), marks)
    return [head, Padding(sentence, (0, 0, 1, 6))]


def _stance(attribution: Attribution) -> str:
    sign = {Stance.DENIED: "⊘ ", Stance.HEDGED: "? ", Stance.UNCONFIRMED: "? ", Stance.DEMANDED: "! "}.get(attribution.stance, "")
    return sign + attribution.stance.value + (", conditional" if attribution.conditional else "")


def _stance_style(attribution: Attribution) -> str:
    if attribution.stance is Stance.DENIED:
        return STYLES["denial"]
    return STYLES["hedge"] if attribution.stance in (Stance.HEDGED, Stance.UNCONFIRMED) else ""
