"""`/claims/{id}`: one claim's whole story. The id of any of its appearances leads here."""

from typing import Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from selon.api import Collection
from selon.model.claim import Appearance
from selon.model.lineage import Denial, Proof, Story
from selon.model.ruling import Ruled
from selon.model.span import Span
from selon.show import stemma
from selon.show.stemma import Drawing
from selon.show.whose import in_order, left_open, named
from selon.show.wording import Wording
from selon.web.guard import PICTURE_POLICY
from selon.web.index import Index
from selon.web.index.asking import names_of
from selon.web.index.glance import Glance
from selon.web.pages.claimants import attribution_of, whole_of
from selon.web.pages.hops import between, hop, within
from selon.web.pages.ledger import deniers, ledger
from selon.web.pages.linked import href, in_sentence, passages
from selon.web.pages.shown import Shown
from selon.web.rendering import address, index_of, page, words_of
from selon.web.spans import Mark, excerpt, of_attributions

_DRAWN = 40  # articles; a claim told in more is drawn on request: its page stays under 150 ms
_LARGE = 960  # pixels; below that a drawing is shown at its own size, above it shrinks no further
_INLINE = 24  # nodes; a larger drawing is a file of its own: the page stays under 150 KB
_BOTH = 90_000  # characters of the two drawings; beyond, the one for phones is a file of its own
_NAMED = 12  # origins and mentions whose texts are asked for, beside those that the page shows anyway
_HOPS, _TELLINGS, _PROOFS, _CHANGES = 25, 30, 20, 6


def claim(request: Request) -> Response:
    """The page."""
    index, words, query = index_of(request), words_of(request), request.query_params
    asked = request.path_params["id"]
    glance = index.glance(asked)
    if glance is None:
        raise HTTPException(404)
    if glance.story.claim.id != asked:
        return RedirectResponse(address(f"/claims/{glance.story.claim.id}", {"passage": asked}), 307)
    first_hop, first_telling = _key(query.get("hops")), _key(query.get("tellings"))
    is_drawn = glance.articles <= _DRAWN or query.get("draw") == "1"
    story = _whole(index, glance) if is_drawn or _is_behind(glance, first_telling, query.get("passage")) else glance.story
    told, whose, names = in_order(story.claim)[first_telling : first_telling + _TELLINGS], story.claim.worded, names_of(story.claim)
    needed = names if is_drawn else [one.article_id for one in told]
    shown = Shown(story=story, readings=index.readings(_needed(story, whose, needed)))
    drawing = _drawing(index, shown, names) if is_drawn else None
    hops = stemma.hops(drawing) if drawing else ()
    drawn = [row for row in hops if row.number is not None]
    chosen = _chosen(story, query.get("passage"), whose, shown)
    return page(
        request,
        "claim.html",
        story=story,
        claim=story.claim,
        whose=whose,
        unattributed=glance.unattributed,
        shown=shown,
        drawing=drawing,
        is_drawn=is_drawn,
        pictures=_pictures(drawing, shown, words) if drawing and len(drawing.nodes) <= _INLINE else {},
        articles=glance.articles,
        appearances=glance.appearances,
        href=href,
        said=lambda kind: stemma.said(words, kind),
        called=lambda node: stemma.shown_name(node, words),
        hops=[hop(row, shown) for row in drawn[first_hop : first_hop + _HOPS]],
        through=[hop(row, shown) for row in hops if row.number is None][:_TELLINGS],
        more_hops=first_hop + _HOPS if len(drawn) > first_hop + _HOPS else None,
        hops_all=len(drawn),
        tellings=_tellings(told, shown),
        more_tellings=first_telling + _TELLINGS if glance.appearances > first_telling + _TELLINGS else None,
        within=within(shown),
        between=[] if is_drawn else between(shown),
        denials=[_denial(one, shown) for one in story.denials if one.article_id in shown.readings][:_TELLINGS],
        deniers=deniers(story),
        ruled=_ruled(request, shown),
        ledger=ledger(shown, glance.articles),
        chosen=chosen,
        proofs=[_proof(one, shown) for one in story.origins.proof[:_PROOFS]],
        proofs_all=len(story.origins.proof),
        gaps=[(gap, passages(gap.evidence, shown.readings, 3)) for gap in story.gaps[:_TELLINGS]],
        circles=[passages(circle, shown.readings) for circle in story.circles[:_CHANGES]],
        corroborations=[
            (one, in_sentence(shown.article(one.article_id), one.span, "hedge"))
            for one in story.corroborations[:_CHANGES]
            if one.article_id in shown.readings
        ],
        unmentioned=[one for one in story.unmentioned if {one.article_id, one.denial_article_id} <= set(shown.readings)][:_TELLINGS],
    )


def picture(request: Request) -> Response:
    """The stemma as a file of its own."""
    index, words = index_of(request), words_of(request)
    story = index.story(request.path_params["id"])
    if story is None:
        raise HTTPException(404)
    names = names_of(story.claim)
    shown = Shown(story=story, readings=index.readings(_needed(story, story.claim.worded, names)))
    is_narrow = request.query_params.get("narrow") == "1"
    layout = stemma.laid_out(_drawing(index, shown, names), words, narrow=is_narrow)
    text = stemma.standalone(layout, words, makeup=_made_of(index, words))
    return Response(text, media_type="image/svg+xml", headers={"Content-Security-Policy": PICTURE_POLICY})


def _made_of(index: Index, words: Wording) -> str:
    """What the collection is made of, for a picture that leaves its page."""
    held = index.figures
    return stemma.made_of(
        words,
        articles=held["articles"],
        outlets=held["outlets_all"],
        langs=sorted(code for code, _ in held["langs"]),
        undated=held["undated"],
        partly=held["partly"],
        days=(held["earliest"], held["latest"]) if held["earliest"] else None,
    )


def _whole(index: Index, glance: Glance) -> Story:
    return (index.story(glance.story.claim.id) if glance.is_cut else None) or glance.story


def _is_behind(glance: Glance, first_telling: int, passage: str | None) -> bool:
    """Does a call ask for a passage that a cut story does not hold?"""
    held = glance.story.claim.appearances
    is_passage_held = passage is None or any(one.id == passage for one in held)
    return glance.is_cut and (first_telling + _TELLINGS >= len(held) or not is_passage_held)


def _needed(story: Story, whose: Appearance, names: list[str]) -> list[str]:
    more = [one.article_id for one in story.denials[:_TELLINGS]]
    more += [name for one in story.unmentioned[:_TELLINGS] for name in (one.article_id, one.denial_article_id)]
    more += [one.article_id for gap in story.gaps[:_TELLINGS] for one in gap.evidence[:3]]
    more += [one.article_id for proof in story.origins.proof[:_PROOFS] for one in proof.evidence[:3]]
    more += [one.article_id for one in story.first.mentioned[:_NAMED]]
    more += [one.passage.article_id for one in story.origins.named[:_NAMED]]
    more += [one.article_id for one in story.corroborations[:_CHANGES]]
    more += [whose.article_id, *story.first.articles[:_CHANGES]]
    more += [name for one in story.changes[:_TELLINGS] for name in (one.from_article, one.to_article)]
    return [*names, *more]


def _drawing(index: Index, shown: Shown, names: list[str]) -> Drawing:
    ends = [*names, *(one.article_id for one in shown.story.denials)]
    return stemma.stemma(shown.story, index.edges(list(dict.fromkeys(ends))), shown.readings)


def _pictures(drawing: Drawing, shown: Shown, words: Wording) -> dict[str, Any]:
    """The drawing for wide screens and for phones, and its legend; `stemma` escapes what it draws."""

    def node_href(node: Any) -> str | None:
        if node.article_id not in shown.readings:
            return None
        return href(shown.article(node.article_id), node.passage.span if node.passage else None)

    links = stemma.Links(node=node_href)
    wide, narrow = stemma.laid_out(drawing, words), stemma.laid_out(drawing, words, narrow=True)
    drawn, phone = stemma.svg(wide, words, links=links), stemma.svg(narrow, words, links=links, prefix="phone-")
    return {
        "wide": Markup(drawn),
        "narrow": Markup(phone) if len(drawn) + len(phone) <= _BOTH else None,
        "is_large": wide.width > _LARGE,
        "legend": Markup(stemma.legend(words, drawing)),
    }


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


def _tellings(told: list[Appearance], shown: Shown) -> list[dict[str, Any]]:
    sources = left_open(shown.story, {name: reading.article for name, reading in shown.readings.items()})
    return [
        {
            "appearance": one,
            "article": shown.article(one.article_id),
            "words": _words(one, shown),
            "source": sources.get(one.id),
            "href": href(shown.article(one.article_id), one.spans[0]),
        }
        for one in told
        if one.article_id in shown.readings
    ]


def _words(one: Appearance, shown: Shown) -> Markup:
    text = shown.article(one.article_id).text
    return Markup(" … ").join(excerpt(text, span, ()) for span in one.spans)


def _denial(one: Denial, shown: Shown) -> dict[str, Any]:
    return {"denial": one, "quote": in_sentence(shown.article(one.article_id), one.span, "denial")}


def _proof(one: Proof, shown: Shown) -> dict[str, Any]:
    a, b = (named(end, {name: reading.article for name, reading in shown.readings.items()}) for end in (one.a, one.b))
    return {"proof": one, "a": a, "b": b, "evidence": passages(one.evidence, shown.readings, 3)}


def _chosen(story: Story, asked: str | None, whose: Appearance, shown: Shown) -> dict[str, Any] | None:
    """The passage of the panel: the one asked for, else the one whose words the title is."""
    one = next((said for said in story.claim.appearances if said.id == asked), whose)
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
        "appearance": one,
        "article": article,
        "attribution": attribution,
        "resolution": resolution,
        "words": excerpt(article.text, whole, marks),
        "href": href(article, one.spans[0]),
        "span": Span(one.spans[0].start, one.spans[-1].end),
        "links": [link for link in story.claim.links if one.id in (link.a, link.b)][:8],
    }


def _key(asked: str | None) -> int:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 8 else 0
