"""A claimant, for people: names, roles over time, and each thing attributed to it in its sentence."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.attribution import Stance
from selon.model.profile import Profile
from selon.model.reading import Reading
from selon.model.span import Span
from selon.show.context import sentence_around
from selon.show.dated import in_days
from selon.show.listing.marks import STYLES, marked, place, visible
from selon.show.numbers import counted
from selon.show.who import told


def who(profile: Profile, readings: Mapping[str, Reading]) -> RenderableType:
    """One claimant in this collection; `readings` by article id."""
    articles = len({article_id for article_id, _ in profile.said})
    head = Text.assemble((visible(profile.name), STYLES["title"]), f"  {profile.kind.value}, ", (profile.id, STYLES["place"]))
    head.append(f"  {counted(len(profile.said), 'attribution')} in {counted(articles, 'article')} of this collection")
    parts: list[RenderableType] = [head]
    parts += [Text(f"    named  {', '.join(f'«{visible(one.form)}» {one.count}×' for one in profile.names)}")] if profile.names else []
    for role in profile.roles:
        line = Text.assemble(
            "    role   ", (visible(role.role), STYLES["source"]), f"  {in_days(readings[role.article_id].article.published)} "
        )
        line.append(visible(role.article_id), style=STYLES["place"])
        parts.append(line)
    parts += [_said(readings[article_id], ident) for article_id, ident in profile.said]
    if profile.possibly:
        parts.append(
            Text(f"    possibly the same: {', '.join(profile.possibly)}: one name, and nothing else that shows it", STYLES["change"])
        )
    return Group(*parts, Text())


def _said(reading: Reading, ident: str) -> RenderableType:
    attribution, resolution = told(reading, ident)
    spans = [*attribution.content, *(span for span in (attribution.source, attribution.cue) if span)]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    denies = attribution.stance is Stance.DENIED
    marks = [(span, "content") for span in attribution.content]
    marks += [(attribution.source, "source")] if attribution.source else []
    marks += [(attribution.cue, "denial" if denies else "cue")] if attribution.cue else []
    line = Text.assemble(("⊘ denies  ", STYLES["denial"]) if denies else f"▸ {attribution.stance.value}  ")
    line.append_text(marked(reading.article.text, sentence_around(reading.article, whole), marks))
    line.append(" ")
    line.append_text(place(reading.article.id, whole))
    line.append(f"  {visible(resolution.how)}, {resolution.confidence:.2f}", style=STYLES["faint"])
    return Padding(line, (0, 0, 0, 4))
