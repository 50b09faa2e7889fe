"""A sample to label: attributions, to see how many are right, or sentences, to see how many were missed.

Every record has a number that depends on the seed and its id alone, and the smallest are drawn: order, machine and later additions to other
strata change nothing. Strata get shares in proportion (largest remainder), each at least one while there are enough.
Source: Cochran 1977, Sampling Techniques, 5.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from selon.languages import codes, load
from selon.languages.sentences import sentences
from selon.model.article import Article, BlockKind
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.reading import Reading
from selon.model.span import Span
from selon.show.context import sentence_around

STRATA = ("outlet", "lang", "month", "stance", "kind")
_TEXT = (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.HEADING, BlockKind.TITLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One passage of a sample."""

    id: str
    stratum: str  # "Le Phare | fr"
    stratum_size: int  # records in the stratum
    stratum_drawn: int  # of them, in the sample
    article: str
    outlet: str
    lang: str
    start: int
    end: int
    context: str  # the sentence around it, or the one before and after
    words: str
    source: str  # of an attribution: the words that name who speaks
    cue: str
    claimant: str
    stance: str
    found: bool  # of a sentence: does an attribution touch it? Not shown to whoever labels


def attributions(readings: Iterable[Reading], many: int, *, by: Sequence[str], seed: str) -> list[Drawn]:
    """Attributions, for precision."""
    records = [
        (reading.article, attribution, resolution)
        for reading in readings
        for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True)
    ]
    drawn = _drawn([(one[1].id, _stratum(one[0], by, one[1]), one) for one in records], many, seed)
    return [_attribution(stratum, size, taken, *record) for record, stratum, size, taken in drawn]


def whole_sentences(readings: Iterable[Reading], many: int, *, by: Sequence[str], seed: str) -> list[Drawn]:
    """Sentences of the articles themselves, for recall."""
    records = []
    for reading in readings:
        spans = [span for one in reading.attributions for span in (*one.content, *(part for part in (one.source, one.cue) if part))]
        for sentence in _sentences(reading.article):
            name = f"{reading.article.digest}:{sentence.start}-{sentence.end}"
            found = any(span.overlaps(sentence) for span in spans)
            records.append((name, _stratum(reading.article, by, None), (reading.article, sentence, found)))
    drawn = _drawn(records, many, seed)
    return [_sentence(stratum, size, taken, *record) for record, stratum, size, taken in drawn]


def _drawn(records: Sequence[tuple[str, str, tuple]], many: int, seed: str) -> list[tuple[tuple, str, int, int]]:  # type: ignore[type-arg]
    """The records with the smallest numbers of each stratum, in the order of strata and numbers."""
    strata: dict[str, list[tuple[str, tuple]]] = defaultdict(list)  # type: ignore[type-arg]
    for name, stratum, record in records:
        strata[stratum].append((sha256(f"{seed}\0{name}".encode("utf-8", "surrogatepass")).hexdigest(), record))
    shares = allotted({name: len(held) for name, held in strata.items()}, many)
    return [
        (record, name, len(strata[name]), shares[name])
        for name in sorted(strata)
        for _, record in sorted(strata[name], key=lambda one: one[0])[: shares[name]]
    ]


def allotted(sizes: dict[str, int], many: int) -> dict[str, int]:
    """How many of each stratum are drawn.

    >>> allotted({"a": 80, "b": 19, "c": 1}, 10)
    {'a': 7, 'b': 2, 'c': 1}
    """
    whole = sum(sizes.values())
    many = min(many, whole)
    floor = 1 if many >= len(sizes) else 0
    rest = many - floor * len(sizes)
    exact = {name: rest * (size - floor) / max(1, whole - floor * len(sizes)) for name, size in sizes.items()}
    found = {name: floor + int(share) for name, share in exact.items()}
    order = sorted(sizes, key=lambda name: (int(exact[name]) - exact[name], name))
    for name in order[: many - sum(found.values())]:
        found[name] += 1
    return {name: min(found[name], sizes[name]) for name in sorted(sizes)}


def _stratum(article: Article, by: Sequence[str], one: Attribution | None) -> str:
    when = article.published.earliest if article.published else None
    told = {
        "outlet": article.outlet or "not named", "lang": article.lang, "month": (when or "undated")[:7],
        "stance": one.stance.value if one else "", "kind": one.kind.value if one else "",
    }  # fmt: skip
    return " | ".join(told[name] for name in by) or "all"


def _attribution(stratum: str, size: int, taken: int, article: Article, one: Attribution, resolution: Resolution) -> Drawn:
    spans = [*one.content, *(part for part in (one.source, one.cue) if part)]
    around = sentence_around(article, Span(min(span.start for span in spans), max(span.end for span in spans)))
    return Drawn(
        id=one.id, stratum=stratum, stratum_size=size, stratum_drawn=taken, article=article.id, outlet=article.outlet or "",
        lang=article.lang, start=one.content[0].start, end=one.content[-1].end, context=around.of(article.text),
        words=" … ".join(span.of(article.text) for span in one.content), source=one.source.of(article.text) if one.source else "",
        cue=one.cue.of(article.text) if one.cue else "", claimant=resolution.claimant.name if resolution.claimant else "",
        stance=one.stance.value, found=True,
    )  # fmt: skip


def _sentence(stratum: str, size: int, taken: int, article: Article, span: Span, found: bool) -> Drawn:
    around = article.text[max(0, span.start - 200) : span.end + 200]
    return Drawn(
        id=f"{article.digest}:{span.start}-{span.end}", stratum=stratum, stratum_size=size, stratum_drawn=taken, article=article.id,
        outlet=article.outlet or "", lang=article.lang, start=span.start, end=span.end, context=around, words=span.of(article.text),
        source="", cue="", claimant="", stance="", found=found,
    )  # fmt: skip


def _sentences(article: Article) -> Iterator[Span]:
    language = load(article.lang if article.lang in codes() else codes()[0])
    for block in article.blocks:
        if block.kind in _TEXT:
            yield from sentences(article.text, block.span, language)
