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
from selon.show.wording import Wording
from selon.web.guard import PICTURE_POLICY
from selon.web.index import Index
from selon.web.index.asking import names_of
from selon.web.index.making import label_of
from selon.web.pages.claimants import attribution_of, whole_of
from selon.web.pages.hops import between, hop, within
from selon.web.pages.ledger import deniers, ledger
from selon.web.pages.linked import href, in_sentence, passages
from selon.web.pages.shown import Shown
from selon.web.rendering import address, index_of, page, words_of
from selon.web.spans import Mark, marked, of_attributions

_DRAWN = 100  # articles; a claim told in more is drawn on request: its page stays under 150 ms
_LARGE = 960  # pixels; below that a drawing is shown at its own size, above it shrinks no further
_INLINE = 24  # nodes; a larger drawing is a file of its own: the page stays under 150 KB
_HOPS, _TELLINGS, _PROOFS, _CHANGES = 25, 30, 20, 6


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
        request,
        "claim.html",
        story=story,
        claim=story.claim,
        whose=label_of(story),
        unattributed=len({one.article_id for one in story.claim.appearances if one.attribution_id is None}),
        shown=shown,
        drawing=drawing,
        is_drawn=is_drawn,
        pictures=_pictures(drawing, shown, words) if drawing and len(drawing.nodes) <= _INLINE else {},
        articles=len(names),
        href=href,
        said=lambda kind: stemma.said(words, kind),
        hops=[hop(row, shown) for row in drawn[first_hop : first_hop + _HOPS]],
        through=[hop(row, shown) for row in hops if row.number is None][: _HOPS // 2],
        more_hops=first_hop + _HOPS if len(drawn) > first_hop + _HOPS else None,
        hops_all=len(drawn),
        tellings=_tellings(shown, first_telling),
        more_tellings=first_telling + _TELLINGS if len(story.claim.appearances) > first_telling + _TELLINGS else None,
        within=within(shown),
        between=[] if is_drawn else between(shown),
        denials=[_denial(one, shown) for one in story.denials if one.article_id in shown.readings][:_TELLINGS],
        deniers=deniers(story),
        ruled=_ruled(request, shown),
        ledger=ledger(shown),
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
    shown = Shown(story=story, readings=index.readings(_needed(story, names)))
    is_narrow = request.query_params.get("narrow") == "1"
    text = stemma.standalone(stemma.laid_out(_drawing(index, shown, names), words, narrow=is_narrow), words)
    return Response(text, media_type="image/svg+xml", headers={"Content-Security-Policy": PICTURE_POLICY})


def _needed(story: Story, names: list[str]) -> list[str]:
    more = [one.article_id for one in story.denials[:_TELLINGS]]
    more += [name for one in story.unmentioned[:_TELLINGS] for name in (one.article_id, one.denial_article_id)]
    more += [one.article_id for gap in story.gaps[:_TELLINGS] for one in gap.evidence[:3]]
    more += [one.article_id for proof in story.origins.proof[:_PROOFS] for one in proof.evidence[:3]]
    more += [one.article_id for one in story.first.mentioned[:_CHANGES]]
    more += [one.article_id for one in story.corroborations[:_CHANGES]]
    more += [label_of(story).article_id, *story.first.articles[:_CHANGES]]
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
    return {
        "wide": Markup(stemma.svg(wide, words, links=links)),
        "narrow": Markup(stemma.svg(narrow, words, links=links, prefix="phone-")),
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
        "appearance": one,
        "article": article,
        "attribution": attribution,
        "resolution": resolution,
        "words": marked(article.text, whole, marks),
        "href": href(article, one.spans[0]),
        "span": Span(one.spans[0].start, one.spans[-1].end),
        "links": [link for link in story.claim.links if one.id in (link.a, link.b)][:8],
    }


def _key(asked: str | None) -> int:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 8 else 0
