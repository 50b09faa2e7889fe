"""Reused passages -> edges. Shared text is not copying.

A passage that lies wholly inside a quotation, or that both texts credit to one agency, shows a common source: the edge goes to
that source. Other shared text joins the two articles, with a direction where something shows one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from selon.model.attribution import SpeechKind
from selon.model.claimant import Claimant
from selon.model.lineage import Edge
from selon.model.passage import Passage, Reuse
from selon.model.span import Span
from selon.trace.collection import Collection
from selon.trace.credit_lines import lineage_credits
from selon.trace.forms import Forms, is_soon
from selon.trace.names import is_outlet, key, outside

_INSIDE = 0.8  # share of a passage's characters that lie in the speaker's words; the rest is marks, a name, a cue at its ends
_LEAST_WORDS = 20  # that two articles share: of 1,101 such pairs of labelled stories 98.9 % told one story; fewer are a title or a role
_LEAST_LATER = 60  # that texts of other months share: less is what is said again of a thing each time, by one outlet or by all


def copy_edges(collection: Collection, reuses: Sequence[Reuse]) -> Iterator[Edge]:
    """Yield the edges that the passages of each pair of articles show."""
    pairs: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in reuses:
        pairs[reuse.a.article_id, reuse.b.article_id].append(reuse)
    forms = Forms(reuses, collection)
    for pair, passages in sorted(pairs.items()):
        quoted = [reuse for reuse in passages if quoted_from(reuse, collection) is not None]
        own = [reuse for reuse in passages if reuse not in quoted]
        least = _LEAST_WORDS if is_soon(pair, collection) else _LEAST_LATER
        if sum(reuse.tokens for reuse in own) >= least:  # few pairs share so much: only of these it is asked what is a form
            own = [reuse for reuse in own if not forms.is_one(reuse)]
        if sum(reuse.tokens for reuse in own) < least:
            yield from (edge for reuse in quoted for edge in _quotations(reuse, collection))
            continue
        agencies = _both_credit(pair, collection)
        yield from _from_agency(pair, own, agencies) if agencies else [_between(pair, own, collection)]


def quoted_from(reuse: Reuse, collection: Collection) -> str | None:
    """The claimant whose words hold the whole passage in both texts; None: it is nobody's quotation.

    Words count as a quotation where one text at least has them in marks, or stands on the speaker's own page.
    """
    a, b = (_speakers(passage, collection) for passage in (reuse.a, reuse.b))
    if not a and not b:
        return None
    for name in sorted(a.keys() & b.keys()):
        if a[name][1] or b[name][1]:
            return a[name][0].name
    for told, page in ((a, reuse.b), (b, reuse.a)):
        for name in sorted(told):
            if _is_own_page(page, told[name][0], collection):
                return told[name][0].name
    return None


def _speakers(passage: Passage, collection: Collection) -> dict[tuple[str, ...], tuple[Claimant, bool]]:
    """Who is said to have said the whole passage, by the key of the name, and whether all of it is in marks."""
    inside: dict[tuple[str, ...], int] = defaultdict(int)
    marked: dict[tuple[str, ...], int] = defaultdict(int)
    who: dict[tuple[str, ...], Claimant] = {}
    reading = collection.readings[passage.article_id]
    start, end = passage.span.start, passage.span.end
    if not any(begin < end and start < past for begin, past in collection.said(passage.article_id)):
        return {}
    for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
        if attribution.parent or resolution.claimant is None:
            continue
        name = key(resolution.claimant.name)
        common = sum(_common(span, passage.span) for span in attribution.content)
        inside[name] += common
        marked[name] += common if attribution.kind is SpeechKind.DIRECT else 0
        who[name] = resolution.claimant
    least = _INSIDE * len(passage.span)
    return {name: (who[name], marked[name] >= least) for name, chars in inside.items() if chars >= least}


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _quotations(reuse: Reuse, collection: Collection) -> Iterator[Edge]:
    """From the speaker's own page where it is held, else from the speaker, to whoever quotes the words."""
    name = quoted_from(reuse, collection) or ""
    speakers = {**_speakers(reuse.a, collection), **_speakers(reuse.b, collection)}
    own = [passage for passage in (reuse.a, reuse.b) if _is_own_page(passage, speakers[key(name)][0], collection)]
    for passage in (reuse.a, reuse.b):
        if passage not in own:
            yield Edge(
                source=own[0].article_id if own else outside(name),
                target=passage.article_id,
                kind="quotation",
                directed=True,
                evidence=(own[0], passage) if own else (passage,),
                reasons=(f"what both texts share are the words of {name}" + (", on the speaker's own page" if own else ""),),
                confidence=0.9,  # the words are the same; that both heard the same utterance is the likeliest reading
                state="suggested",
                changes=(),
            )


def _is_own_page(passage: Passage, speaker: Claimant, collection: Collection) -> bool:
    """Did the speaker, or the body it speaks for, publish the page?"""
    article = collection.article(passage.article_id)
    return any(is_outlet(said, article) for said in (speaker.name, speaker.organisation) if said)


def _both_credit(pair: tuple[str, str], collection: Collection) -> list[str]:
    a, b = ({key(credit.name): credit.name for credit in lineage_credits(collection.article(one))} for one in pair)
    return [a[name] for name in a if name in b]


def _from_agency(pair: tuple[str, str], passages: list[Reuse], agencies: list[str]) -> Iterator[Edge]:
    for agency in agencies:
        for side, article_id in enumerate(pair):
            yield Edge(
                source=outside(agency),
                target=article_id,
                kind="republication",
                directed=True,
                evidence=tuple((reuse.a, reuse.b)[side] for reuse in passages),
                reasons=(f"shares text with {pair[1 - side]}, and both credit {agency}: a common source, no link between the two",),
                confidence=0.95,
                state="suggested",
                changes=(),
            )


def _between(pair: tuple[str, str], passages: list[Reuse], collection: Collection) -> Edge:
    votes = {way: sum(reuse.tokens for reuse in passages if reuse.direction == way) for way in ("a->b", "b->a")}
    way = max(votes, key=lambda one: (votes[one], one))
    directed = votes[way] > 0 and votes["a->b"] != votes["b->a"]
    source, target = pair if way == "a->b" or not directed else pair[::-1]
    words = sum(reuse.tokens for reuse in passages)
    reasons = {reason: None for reuse in passages for reason in reuse.reasons if not directed or reuse.direction == way}
    if directed and _names_more(source, target, passages, collection):
        directed = False
        reasons = {f"{target} is later, and names a speaker for words that {source} tells as its own: no direction": None}
    return Edge(
        source=min(pair) if not directed else source,
        target=max(pair) if not directed else target,
        kind="republication" if directed else "shared",
        directed=directed,
        evidence=tuple(passage for reuse in passages for passage in (reuse.a, reuse.b)),
        reasons=(f"{words} words shared in {len(passages)} passage{'s' * (len(passages) > 1)}", *reasons),
        confidence=min(0.99, 0.6 + words / 200),  # 12 words are a phrase, 80 a copy: first form, not yet measured
        state="suggested",
        changes=(),
    )


def _names_more(source: str, target: str, passages: list[Reuse], collection: Collection) -> bool:
    """Does the later text name a speaker whom the earlier does not, and neither credit nor link the earlier one?"""
    article = collection.article(target)
    outlet, url = collection.article(source).outlet, collection.article(source).url
    if any(outlet and key(credit.name) == key(outlet) for credit in article.credits) or any(link.url == url for link in article.links):
        return False
    for reuse in passages:
        mine, theirs = (reuse.a, reuse.b) if reuse.a.article_id == source else (reuse.b, reuse.a)
        if _speakers(theirs, collection) and not _speakers(mine, collection):
            return True
    return False
