"""Who denies a claim: explicit, declined, unconfirmed, second-hand; tied to the claim, or left open and said so.

A denial has somebody who denies. Not done yet: denials without a word of denial ("there was no call"): negations that `match` links err
too often to be shown as one.
"""

from collections.abc import Iterator, Sequence

from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Claim
from selon.model.claimant import Resolution
from selon.model.lineage import Denial, Unmentioned
from selon.model.reading import Reading
from selon.trace.collection import Collection, whole
from selon.trace.markers import markers
from selon.trace.moments import begins, ends, is_before
from selon.trace.ties import DENYING, Ties


def denials(collection: Collection, claims: Sequence[Claim]) -> tuple[Denial, ...]:
    """Every denial of the collection, in the order of articles and texts."""
    return tuple(_denials(collection, Ties(collection, claims)))


def unmentioned(claim: Claim, tied: Sequence[Denial], collection: Collection) -> tuple[Unmentioned, ...]:
    """The whole articles that carry the claim after a held denial of it, and say nothing of any."""
    spoken = {denial.article_id for denial in tied}
    found = []
    for article_id in sorted({one.article_id for one in claim.appearances} - spoken):
        article = collection.article(article_id)
        earlier = [
            denial
            for denial in tied
            if denial.kind == "explicit" and is_before(collection.article(denial.article_id).published, article.published)
        ]
        if earlier and article.degraded is None:
            first = min(earlier, key=lambda denial: (ends(collection.article(denial.article_id).published), denial.article_id))
            lag = begins(article.published) - ends(collection.article(first.article_id).published)
            found.append(
                Unmentioned(article_id=article_id, denial_article_id=first.article_id, denial_span=first.span, lag_days=max(0, lag.days))
            )
    return tuple(found)


def _denials(collection: Collection, ties: Ties) -> Iterator[Denial]:
    for reading, attribution, resolution in collection.each():
        kind = _kind(reading, attribution, resolution, collection)
        if kind is None:
            continue
        claim_id, tie = ties.of(reading, attribution)
        named = resolution.claimant.name if resolution.claimant else None
        yield Denial(
            article_id=reading.article.id,
            span=whole(attribution),
            by=named or (attribution.source.of(reading.article.text) if attribution.source else None),
            kind=kind,
            attribution_id=attribution.id,
            claim_id=claim_id,
            tie=tie,
        )


def _kind(reading: Reading, attribution: Attribution, resolution: Resolution, collection: Collection) -> str | None:
    if attribution.stance not in DENYING or (attribution.source is None and resolution.claimant is None):
        return None
    if _is_in_anothers_mouth(attribution, resolution, collection):
        return "second-hand"
    if markers("declining", reading.article.text, whole(attribution), collection.language(reading.article.id)):
        return "declined"
    return "unconfirmed" if attribution.stance is Stance.UNCONFIRMED else "explicit"


def _is_in_anothers_mouth(attribution: Attribution, resolution: Resolution, collection: Collection) -> bool:
    """Is the denial told by somebody else? "Non confirmé par X" beside what is reported is the outlet's own remark, unless it is quoted."""
    if attribution.parent is None:
        return False
    if attribution.stance is Stance.UNCONFIRMED and collection.attribution(attribution.parent).kind is not SpeechKind.DIRECT:
        return False
    parent = collection.claimant(attribution.parent)
    return parent is None or resolution.claimant is None or parent.id != resolution.claimant.id
