"""Who denies a claim: explicit, declined, unconfirmed, second-hand; tied to the claim, or left open and said so.

A denial has somebody who denies. It is tied by a link that `match` found, by a word that points back ("cette information"), or by
the words it shares with a claim of the same article. Not done yet: ties to a claim that stands in other articles only in other words,
and denials without a word of denial ("there was no call"): negations that `match` links err too often to be shown as one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from selon.languages import Language
from selon.model.article import BlockKind
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Claim
from selon.model.claimant import Resolution
from selon.model.lineage import Denial, Unmentioned
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.alike import overlap, stems
from selon.trace.collection import Collection, whole
from selon.trace.markers import markers
from selon.trace.moments import begins, ends, is_before

_DENYING = {Stance.DENIED, Stance.UNCONFIRMED}
_RUNNING = {BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE}
_TIED = 0.5  # share of the denial's content words that stand in the claim, within one article: first form, not yet measured


def denials(collection: Collection, claims: Sequence[Claim]) -> tuple[Denial, ...]:
    """Every denial of the collection, in the order of articles and texts."""
    return tuple(_denials(collection, _Ties(collection, claims)))


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


def _denials(collection: Collection, ties: "_Ties") -> Iterator[Denial]:
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
    if attribution.stance not in _DENYING or (attribution.source is None and resolution.claimant is None):
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


def _points(attribution: Attribution, text: str, language: Language) -> bool:
    """Does a word of the content point back at something said ("cette information", "ces essais")?"""
    return attribution.anaphoric or any(markers(kind, text, attribution.content[0], language) for kind in ("anaphor", "demonstrative"))


class _Ties:
    """Which claim a denial is about."""

    def __init__(self, collection: Collection, claims: Sequence[Claim]) -> None:
        self._collection = collection
        self._linked: dict[str, list[tuple[float, str, str]]] = defaultdict(list)  # attribution id of a denial -> -score, claim id, why
        self._places: dict[str, list[tuple[int, str, frozenset[str]]]] = defaultdict(list)  # article -> (start, claim id, stems)
        self._spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)  # article -> (span, claim id)
        self._of_attribution: dict[str | None, str] = {}
        deniers = {reading.article.id for reading, attribution, _ in collection.each() if attribution.stance in _DENYING}
        appearances = {one.id: one for claim in claims for one in claim.appearances}
        for claim in claims:
            for link in claim.links:
                for end in (link.a, link.b):
                    other = appearances.get(end)
                    if link.kind == "denial" and other and other.attribution_id and other not in claim.appearances:
                        self._linked[other.attribution_id].append((-link.score, claim.id, f"content: {'; '.join(link.evidence)}"))
            for one in claim.appearances:
                if one.attribution_id:
                    self._of_attribution[one.attribution_id] = claim.id
                if one.article_id not in deniers:
                    continue
                text, language = collection.article(one.article_id).text, collection.language(one.article_id)
                self._spans[one.article_id] += [(span, claim.id) for span in one.spans]
                self._places[one.article_id].append((one.spans[0].start, claim.id, stems(text, one.spans, language)))
        for places in self._places.values():
            places.sort()

    def of(self, reading: Reading, attribution: Attribution) -> tuple[str | None, str]:
        """The claim and how it is tied; None and why it is open."""
        text, language = reading.article.text, self._collection.language(reading.article.id)
        own = self._inside(reading, attribution)
        for _, claim_id, tie in sorted(self._linked[attribution.id]):
            if claim_id not in own:
                return claim_id, tie
        places = [place for place in self._places[reading.article.id] if place[1] not in own]
        points = _points(attribution, text, language)
        if points and attribution.stance is Stance.UNCONFIRMED and attribution.parent in self._of_attribution:
            return self._of_attribution[attribution.parent], "anaphora: it stands inside what it speaks of"
        open_tie = (None, "open: no claim of the collection shares its words")
        pointed = self._pointed_at(reading, attribution, places) if points else open_tie
        if pointed[0] or attribution.anaphoric:
            return pointed
        mine = stems(text, attribution.content, language)
        near = [(overlap(mine, other), -abs(start - attribution.content[0].start), claim_id) for start, claim_id, other in places]
        if near and max(near)[0] >= _TIED:
            return max(near)[2], f"content: shares {max(near)[0]:.0%} of its words with a claim of this article"
        return pointed

    def _inside(self, reading: Reading, attribution: Attribution) -> set[str]:
        """The claims that hold the denial or stand inside it: none of them is what it denies."""
        denial = whole(attribution)
        own = {claim_id for span, claim_id in self._spans[reading.article.id] if span.overlaps(denial)}
        return own | {claim for one in (attribution.id, attribution.parent) if (claim := self._of_attribution.get(one))}

    def _pointed_at(
        self, reading: Reading, attribution: Attribution, places: list[tuple[int, str, frozenset[str]]]
    ) -> tuple[str | None, str]:
        words = attribution.content[0].of(reading.article.text)
        before = [(start, claim_id) for start, claim_id, _ in places if start < whole(attribution).start]
        since = self._paragraph_before(reading, attribution)
        if not before or before[-1][0] < since:
            return None, f"open: «{words}» points at nothing told in its paragraph or the one before"
        return before[-1][1], f"anaphora: «{words}» points at what stands before it"

    def _paragraph_before(self, reading: Reading, attribution: Attribution) -> int:
        """Where the paragraph before the attribution's own begins: as far back as a pointing word reaches."""
        starts = [block.span.start for block in reading.article.blocks if block.kind in _RUNNING]
        mine = [start for start in starts if start <= whole(attribution).start]
        return mine[-2] if len(mine) > 1 else 0
