"""`/claims/{id}`: one claim's whole story. The id of any of its appearances leads here."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from selon.model.article import Article
from selon.model.claim import Appearance
from selon.model.lineage import Change, Denial, Mention, Proof, Story
from selon.model.reading import Reading
from selon.model.span import Span
from selon.api import Collection
from selon.model.ruling import Ruled
from selon.rulings.made import EDGES
from selon.show import stemma
from selon.show.stemma import Drawing, HopRow
from selon.show.wording import Wording
from selon.web.index import Index
from selon.web.index.asking import names_of
from selon.web.index.making import label_of
from selon.web.pages.claimants import attribution_of, whole_of
from selon.web.pages.differences import merged
from selon.web.pages.linked import Quote, href, glimpse, in_sentence, passages, quoted
from selon.web.rendering import address, index_of, page, words_of
from selon.web.spans import Mark, marked, of_attributions

_DRAWN = 250  # articles; a claim told in more is a table first, and drawn on request
_HOPS, _TELLINGS, _PROOFS, _CHANGES = 40, 40, 30, 6
_GONE = ("hedge_dropped", "attribution_dropped", "qualifier_lost", "quotes_lost", "denial_dropped")
_NEW = ("hedge_added", "quotes_gained")
_SENTENCE = 40  # characters: a longer span is the sentence that lacks what the other has
_WITH_DAYS = re.compile(r"(.*) \((\d{4}-\d\d-\d\d|…) to (\d{4}-\d\d-\d\d|…)\)", re.DOTALL)  # as `trace` writes it
_DIFFERENCE = 600  # characters of a telling that is set against another word by word


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A story with the articles that its page needs."""

    story: Story
    readings: Mapping[str, Reading]

    def article(self, name: str) -> Article:
        """An article by its id in the answer."""
        return self.readings[name].article


def claim(request: Request) -> Response:
    """The page."""
    index, words, query = index_of(request), words_of(request), request.query_params
    asked = request.path_params["id"]
    story = index.story(asked)
    if story is None:
        raise HTTPException(404)
    if story.claim.id != asked:
        return RedirectResponse(address(f"/claims/{story.claim.id}", {"passage": asked}), 307)
    names = names_of(story.claim)
    is_drawn = len(names) <= _DRAWN or query.get("draw") == "1"
    shown = Shown(story=story, readings=index.readings(_needed(story, names if is_drawn else names[:_TELLINGS])))
    drawing = _drawing(index, shown, names) if is_drawn else None
    hops = stemma.hops(drawing) if drawing else ()
    drawn = [row for row in hops if row.number is not None]
    first_hop, first_telling = _key(query.get("hops")), _key(query.get("tellings"))
    chosen = _chosen(story, query.get("passage"), shown)
    return page(
        request, "claim.html", story=story, claim=story.claim, whose=label_of(story), shown=shown, drawing=drawing, is_drawn=is_drawn,
        pictures=_pictures(drawing, shown, words) if drawing else {}, articles=len(names), href=href,
        said=lambda kind: stemma.said(words, kind),
        hops=[_hop(row, shown) for row in drawn[first_hop : first_hop + _HOPS]],
        through=[_hop(row, shown) for row in hops if row.number is None][: _HOPS // 2],
        more_hops=first_hop + _HOPS if len(drawn) > first_hop + _HOPS else None, hops_all=len(drawn),
        tellings=_tellings(shown, first_telling), more_tellings=first_telling + _TELLINGS if len(story.claim.appearances) > first_telling + _TELLINGS else None,
        within=_within(shown),
        denials=[_denial(one, shown) for one in story.denials if one.article_id in shown.readings][:_TELLINGS],
        deniers=_deniers(story), ruled=_ruled(request, shown), ledger=_ledger(shown), chosen=chosen,
        proofs=[_proof(one, shown) for one in story.origins.proof[:_PROOFS]], proofs_all=len(story.origins.proof),
        gaps=[(gap, passages(gap.evidence, shown.readings, 3)) for gap in story.gaps[:_TELLINGS]],
        circles=[passages(circle, shown.readings) for circle in story.circles[:_CHANGES]],
        corroborations=[
            (one, in_sentence(shown.article(one.article_id), one.span, "hedge")) for one in story.corroborations[:_CHANGES] if one.article_id in shown.readings
        ],
        unmentioned=[one for one in story.unmentioned if {one.article_id, one.denial_article_id} <= set(shown.readings)][:_TELLINGS],
    )  # fmt: skip


def picture(request: Request) -> Response:
    """The stemma as a file of its own."""
    index, words = index_of(request), words_of(request)
    story = index.story(request.path_params["id"])
    if story is None:
        raise HTTPException(404)
    names = names_of(story.claim)
    shown = Shown(story=story, readings=index.readings(_needed(story, names)))
    drawing = _drawing(index, shown, names)
    text = stemma.standalone(stemma.laid_out(drawing, words), words)
    headers = {"Content-Disposition": f'attachment; filename="stemma-{story.claim.id}.svg"'}
    return Response(text, media_type="image/svg+xml", headers=headers)


def _needed(story: Story, names: list[str]) -> list[str]:
    more = [one.article_id for one in story.denials[:_TELLINGS]]
    more += [name for one in story.unmentioned[:_TELLINGS] for name in (one.article_id, one.denial_article_id)]
    more += [one.article_id for gap in story.gaps[:_TELLINGS] for one in gap.evidence[:3]]
    more += [one.article_id for proof in story.origins.proof[:_PROOFS] for one in proof.evidence[:3]]
    more += [one.article_id for one in (*story.first.mentioned[:_CHANGES], *story.corroborations[:_CHANGES])]
    more += [label_of(story).article_id, *story.first.articles[:_CHANGES]]
    return [*names, *more]


def _drawing(index: Index, shown: Shown, names: list[str]) -> Drawing:
    ends = [*names, *(one.article_id for one in shown.story.denials)]
    return stemma.stemma(shown.story, index.edges(list(dict.fromkeys(ends))), shown.readings)


def _pictures(drawing: Drawing, shown: Shown, words: Wording) -> dict[str, Markup]:
    """The drawing for wide screens and for phones, and its legend; `stemma` escapes what it draws."""

    def node_href(node: Any) -> str | None:
        if node.article_id not in shown.readings:
            return None
        return href(shown.article(node.article_id), node.passage.span if node.passage else None)

    links = stemma.Links(node=node_href)
    wide, narrow = stemma.laid_out(drawing, words), stemma.laid_out(drawing, words, narrow=True)
    return {
        "wide": Markup(stemma.svg(wide, words, links=links)),
        "narrow": Markup(stemma.svg(narrow, words, links=links, prefix="phone-")),
        "legend": Markup(stemma.legend(words, drawing)),
    }


def _hop(row: HopRow, shown: Shown) -> dict[str, Any]:
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


def _edge(row: HopRow, shown: Shown) -> str | None:
    """The form that corrects an edge between two articles; None: it is no such edge."""
    ends = [one.article_id for one in (row.source, row.target)]
    kind = next((kind for kind in row.kinds if kind in EDGES), None)
    if kind is None or None in ends:
        return None
    asked = {"thing": "edge", "id": ends[0], "other": ends[1], "kind": kind, "back": f"/claims/{shown.story.claim.id}"}
    return address("/rulings/new", asked)


def _ruled(request: Request, shown: Shown) -> list[Ruled]:
    """What people decided about words of the claim's articles, the newest first."""
    texts = {one.article.text_digest for one in shown.readings.values()}
    spans = [
        span.of(shown.article(one.article_id).text)
        for one in shown.story.claim.appearances
        if one.article_id in shown.readings
        for span in one.spans
    ]
    collection: Collection = request.app.state.serving.collection
    found = [one for one in request.app.state.held.rulings(collection) if any(place.text in texts for place in one.ruling.target.places)]
    about = [
        one
        for one in found
        if any(
            quote.words in words or words in quote.words for place in one.ruling.target.places for quote in place.quotes for words in spans
        )
    ]
    return list(reversed(about))[:_TELLINGS]


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
        "group": "change" if one.directed else "difference", "kind": one.kind, "many": 1,
        "from": None if is_new else glimpse(shown.article(before[0]), before[1], "del"),
        "to": None if is_gone else glimpse(shown.article(after[0]), after[1], "ins"),
    }  # fmt: skip


def _within(shown: Shown) -> list[dict[str, Any]]:
    """What differs between headline and body of one article."""
    found = [one for one in shown.story.changes if one.from_article == one.to_article and one.from_article in shown.readings]
    return [_change(one, shown) | {"article": shown.article(one.from_article)} for one in found[:_HOPS]]


def _tellings(shown: Shown, first: int) -> list[dict[str, Any]]:
    order = sorted(shown.story.claim.appearances, key=lambda one: ((one.when and one.when.earliest) or "9999", one.id))
    return [
        {
            "appearance": one,
            "article": shown.article(one.article_id),
            "words": _words(one, shown),
            "href": href(shown.article(one.article_id), one.spans[0]),
        }
        for one in order[first : first + _TELLINGS]
        if one.article_id in shown.readings
    ]


def _words(one: Appearance, shown: Shown) -> Markup:
    text = shown.article(one.article_id).text
    return Markup(" … ").join(marked(text, span, ()) for span in one.spans)


def _denial(one: Denial, shown: Shown) -> dict[str, Any]:
    return {"denial": one, "quote": in_sentence(shown.article(one.article_id), one.span, "denial")}


def _deniers(story: Story) -> list[dict[str, Any]]:
    """Who denies it, each once, with the kind and the number of passages. Who only did not confirm, in an outlet's words, is none of them."""
    found: dict[tuple[str, str | None], int] = {}
    for one in story.denials:
        if one.kind != "unconfirmed":
            found[(one.kind, one.by)] = found.get((one.kind, one.by), 0) + 1
    return [{"kind": kind, "by": by, "many": many} for (kind, by), many in found.items()]


def _ledger(shown: Shown) -> dict[str, Any]:
    story = shown.story
    first = [shown.article(name) for name in story.first.articles if name in shown.readings][:3]
    mentioned = [_mention(one, shown) for one in story.first.mentioned[:2] if one.article_id in shown.readings]
    named = list(dict.fromkeys((one.name, one.kind) for one in story.origins.named))
    later = [name for name in names_of(story.claim) if name not in story.first.articles]
    outlets = {shown.article(name).outlet for name in later if name in shown.readings} - {None}
    return {"first": first, "mentioned": mentioned, "named": named, "later": len(later), "outlets": len(outlets), "funnel": _funnel(story)}


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
            "least": round(160 * least / top, 1),
            "most": round(160 * most / top, 1),
            "label": str(most) if least == most else f"{least}–{most}",
        }
        for name, least, most in (
            ("articles", origins.articles, origins.articles),
            ("texts", origins.texts, origins.texts),
            ("origins", origins.min, origins.max),
        )
    ]


def _proof(one: Proof, shown: Shown) -> dict[str, Any]:
    return {"proof": one, "evidence": passages(one.evidence, shown.readings, 3)}


def _chosen(story: Story, asked: str | None, shown: Shown) -> dict[str, Any] | None:
    """The passage of the panel: the one asked for, else the one whose words the title is."""
    one = next((said for said in story.claim.appearances if said.id == asked), label_of(story))
    if one.article_id not in shown.readings:
        return None
    reading = shown.readings[one.article_id]
    attribution, resolution = attribution_of(reading, one.attribution_id) if one.attribution_id else (None, None)
    whole = whole_of(attribution) if attribution else Span(one.spans[0].start, one.spans[-1].end)
    marks = (
        of_attributions([attribution], {attribution.id: 0}) if attribution else [Mark(span=span, meaning="content") for span in one.spans]
    )
    article = reading.article
    return {
        "appearance": one, "article": article, "attribution": attribution, "resolution": resolution, "words": marked(article.text, whole, marks),
        "href": href(article, one.spans[0]), "span": Span(one.spans[0].start, one.spans[-1].end),
        "links": [link for link in story.claim.links if one.id in (link.a, link.b)][:8],
    }  # fmt: skip


def _key(asked: str | None) -> int:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 8 else 0


def _chars(span: Span) -> str:
    return f"{span.start}-{span.end}"
