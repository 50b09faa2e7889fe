"""A story -> its line of `selon claims`."""

from typing import Any, cast

from selon.model.claim import Claim
from selon.model.lineage import Denial, Mention, Origins, Story
from selon.model.passage import Passage
from selon.show import lines as out
from selon.show.items import change_item, place


def claims_line(story: Story) -> out.ClaimsLine:
    """What `selon claims` says of one claim."""
    return out.ClaimsLine(
        id=story.claim.id,
        label=story.claim.label,
        worded=story.claim.worded.id,
        appearances=_appearances(story.claim),
        links=[
            out.LinkEvidence(a=link.a, b=link.b, kind=cast("Any", link.kind), score=round(link.score, 4), evidence=list(link.evidence))
            for link in story.claim.links
        ],
        variants=_variants(story.claim),
        origins=_origins(story.origins),
        first=out.FirstItem(
            from_=story.first.earliest,
            to=story.first.latest,
            articles=list(story.first.articles),
            mentioned=[_mention(mention) for mention in story.first.mentioned],
        ),
        denials=[_denial(denial) for denial in story.denials],
        unmentioned=[
            out.UnmentionedItem(
                article=one.article_id,
                denial=place(Passage(article_id=one.denial_article_id, span=one.denial_span)),
                lag_days=one.lag_days,
            )
            for one in story.unmentioned
        ],
        corroborations=[
            out.CorroborationItem(article=one.article_id, start=one.span.start, end=one.span.end, by=one.by) for one in story.corroborations
        ],
        changes=[change_item(change) for change in story.changes],
        circles=[[place(passage) for passage in circle] for circle in story.circles],
        chains=[
            out.ChainItem(
                appearance=chain.appearance_id,
                hops=[
                    out.HopItem(name=hop.name, kind=hop.kind, how=hop.how, passage=place(hop.passage) if hop.passage else None)
                    for hop in chain.hops
                ],
            )
            for chain in story.chains
        ],
        gaps=[out.GapItem(name=gap.name, why=gap.why, evidence=[place(passage) for passage in gap.evidence]) for gap in story.gaps],
    )


def _appearances(claim: Claim) -> list[out.AppearanceItem]:
    return [
        out.AppearanceItem(
            id=one.id,
            article=one.article_id,
            start=(one.clause or one.spans[0]).start,
            end=(one.clause or one.spans[-1]).end,
            spans=[(span.start, span.end) for span in one.spans],
            claimant=one.claimant,
            stance=one.stance.value,
            conditional=one.conditional,
            attribution=one.attribution_id,
        )
        for one in claim.appearances
    ]


def _variants(claim: Claim) -> list[out.VariantItem]:
    where = {one.id: one for one in claim.appearances}
    return [
        out.VariantItem(
            article=where[variant.appearance_id].article_id,
            start=where[variant.appearance_id].spans[0].start,
            end=where[variant.appearance_id].spans[-1].end,
            what=variant.what,
        )
        for variant in claim.variants
    ]


def _origins(origins: Origins) -> out.OriginsItem:
    return out.OriginsItem(
        articles=origins.articles,
        texts=origins.texts,
        named=[
            out.OriginItem(
                name=one.name, kind=one.kind, article=one.passage.article_id, start=one.passage.span.start, end=one.passage.span.end
            )
            for one in origins.named
        ],
        unknown=origins.unknown,
        min=origins.min,
        max=origins.max,
        proof=[
            out.ProofItem(
                outcome=cast("Any", proof.outcome), a=proof.a, b=proof.b, why=proof.why, evidence=[place(one) for one in proof.evidence]
            )
            for proof in origins.proof
        ],
    )


def _mention(mention: Mention) -> out.MentionItem:
    return out.MentionItem(article=mention.article_id, start=mention.span.start, end=mention.span.end, what=mention.what)


def _denial(denial: Denial) -> out.DenialItem:
    return out.DenialItem(
        article=denial.article_id,
        start=denial.span.start,
        end=denial.span.end,
        by=denial.by,
        kind=cast("Any", denial.kind),
        tie=denial.tie,
        attribution=denial.attribution_id,
    )
