"""What changed at each hop of a claim: one row an edge, and what differs between headline and body."""

from collections.abc import Iterable
from typing import Any

from selon.model.lineage import Change
from selon.model.span import Span
from selon.rulings.made import EDGES
from selon.show.stemma import HopRow
from selon.web.pages.differences import merged
from selon.web.pages.linked import glimpse, quoted
from selon.web.pages.shown import Shown
from selon.web.rendering import address

_WITHIN = 40
_GONE = ("hedge_dropped", "attribution_dropped", "qualifier_lost", "quotes_lost", "denial_dropped")
_NEW = ("hedge_added", "quotes_gained")
_SENTENCE = 40  # characters: a longer span is the sentence that lacks what the other has
_DIFFERENCE = 600  # characters of a telling that is set against another word by word


def hop(row: HopRow, shown: Shown) -> dict[str, Any]:
    """One edge: what changed, and the claim's words before and after where both texts were read."""
    before, after = (one if one and one.article_id in shown.readings else None for one in (row.before, row.after))
    found: dict[str, Any] = {
        "row": row,
        "changes": _changes(row.changes, shown),
        "after": quoted(shown.article(after.article_id), after.span) if after else None,
        "before": quoted(shown.article(before.article_id), before.span) if before else None,
        "both": None,
        "compare": None,
        "edge": _edge(row, shown),
    }
    if before and after and before.article_id != after.article_id:
        a, b = shown.article(before.article_id), shown.article(after.article_id)
        if a.lang == b.lang and max(len(before.span), len(after.span)) <= _DIFFERENCE:
            found["both"] = merged(a, before.span, b, after.span)
        found["is_same"] = before.span.of(a.text) == after.span.of(b.text)
        found["compare"] = address("/compare", {"a": a.digest, "b": b.digest, "pa": _chars(before.span), "pb": _chars(after.span)})
    return found


def within(shown: Shown) -> list[dict[str, Any]]:
    """What differs between headline and body of one article."""
    found = [one for one in shown.story.changes if one.from_article == one.to_article and one.from_article in shown.readings]
    return [_change(one, shown) | {"article": shown.article(one.from_article)} for one in found[:_WITHIN]]


def between(shown: Shown) -> list[dict[str, Any]]:
    """The first differences between articles, where the hops are not worked out."""
    found = [one for one in shown.story.changes if one.from_article != one.to_article]
    held = [one for one in found if {one.from_article, one.to_article} <= set(shown.readings)]
    return [_change(one, shown) | {"article": shown.article(one.to_article)} for one in held[:_WITHIN]]


def _edge(row: HopRow, shown: Shown) -> str | None:
    """The form that corrects an edge between two articles; None: it is no such edge."""
    ends = [one.article_id for one in (row.source, row.target)]
    kind = next((kind for kind in row.kinds if kind in EDGES), None)
    if kind is None or None in ends:
        return None
    asked = {"thing": "edge", "id": ends[0], "other": ends[1], "kind": kind, "back": f"/claims/{shown.story.claim.id}"}
    return address("/rulings/new", asked)


def _changes(found: Iterable[Change], shown: Shown) -> list[dict[str, Any]]:
    """One of each kind, the one of the fewest characters, with the number of all of it."""
    kinds: dict[tuple[str, bool], list[Change]] = {}
    for one in found:
        kinds.setdefault((one.kind, one.directed), []).append(one)
    return [
        _change(min(same, key=lambda one: len(one.from_span) + len(one.to_span)), shown) | {"many": len(same)} for same in kinds.values()
    ]


def _change(one: Change, shown: Shown) -> dict[str, Any]:
    """A change with a glimpse of both texts; of what stands in one of them only, that one."""
    before, after = (one.from_article, one.from_span), (one.to_article, one.to_span)
    is_gone = one.kind in _GONE and len(one.to_span) > _SENTENCE
    is_new = one.kind in _NEW and len(one.from_span) > _SENTENCE
    return {
        "group": "change" if one.directed else "difference",
        "kind": one.kind,
        "many": 1,
        "from": None if is_new else glimpse(shown.article(before[0]), before[1], "del"),
        "to": None if is_gone else glimpse(shown.article(after[0]), after[1], "ins"),
    }


def _chars(span: Span) -> str:
    return f"{span.start}-{span.end}"
