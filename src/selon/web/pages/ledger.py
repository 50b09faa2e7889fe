"""The five entries of a claim's ledger: first text, on whose word, repeated by, denied by, origins."""

import re
from typing import Any

from selon.model.lineage import Mention, Story
from selon.web.index.asking import names_of
from selon.web.pages.linked import Quote, href, passages
from selon.web.pages.shown import Shown

_FIRST = 3
_WITH_DAYS = re.compile(r"(.*) \((\d{4}-\d\d-\d\d|…) to (\d{4}-\d\d-\d\d|…)\)", re.DOTALL)  # as `trace` writes it
_WIDE = 160  # of the longest bar


def ledger(shown: Shown, articles: int) -> dict[str, Any]:
    """What the ledger says of a claim in so many articles; who denies stands apart, in `deniers`."""
    story = shown.story
    first = [shown.article(name) for name in story.first.articles if name in shown.readings][:_FIRST]
    mentioned = [_mention(one, shown) for one in story.first.mentioned if one.article_id in shown.readings]
    firsts = set(story.first.articles)
    later = [name for name in names_of(story.claim) if name in shown.readings and name not in firsts]
    outlets = {shown.article(name).outlet for name in later} - {None}
    return {
        "first": first,
        "mentioned": mentioned,
        "named": _named(story, shown),
        "later": articles - len(firsts),
        "outlets": len(outlets),
        "funnel": _funnel(story),
    }


def _named(story: Story, shown: Shown) -> list[dict[str, Any]]:
    """Each named origin once, with the words that name it where their text is at hand."""
    found: dict[tuple[str, str], Quote | None] = {}
    for one in story.origins.named:
        held = passages([one.passage], shown.readings)
        if found.get((one.name, one.kind)) is None:
            found[(one.name, one.kind)] = held[0] if held else None
    return [{"name": name, "kind": kind, "quote": quote} for (name, kind), quote in found.items()]


def deniers(story: Story) -> list[dict[str, Any]]:
    """Who denies it, each once, with the kind and the number of passages. Who only did not confirm is none of them."""
    found: dict[tuple[str, str | None], int] = {}
    for one in story.denials:
        if one.kind != "unconfirmed":
            found[(one.manner, one.by)] = found.get((one.manner, one.by), 0) + 1
    return [{"kind": kind, "by": by, "many": many} for (kind, by), many in found.items()]


def _mention(one: Mention, shown: Shown) -> dict[str, Any]:
    """An utterance that is mentioned and not held: who, in which words of time, and the interval they mean."""
    found = _WITH_DAYS.fullmatch(one.what)
    article = shown.article(one.article_id)
    ends = [end if end != "…" else None for end in found.groups()[1:]] if found else []
    return {"who": found[1] if found else one.what, "ends": ends, "href": href(article, one.span), "article": article}


def _funnel(story: Story) -> list[dict[str, Any]]:
    """Articles, distinct texts, origins: bars of one scale; the last one from least to most."""
    origins = story.origins
    top = max(origins.articles, origins.texts, origins.max, 1)
    return [
        {
            "name": name,
            "least": round(_WIDE * least / top, 1),
            "most": round(_WIDE * most / top, 1),
            "label": str(most) if least == most else f"{least}–{most}",
        }
        for name, least, most in (
            ("articles", origins.articles, origins.articles),
            ("texts", origins.texts, origins.texts),
            ("origins", origins.min, origins.max),
        )
    ]
