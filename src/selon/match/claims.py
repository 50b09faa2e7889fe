"""Statements of all articles -> claims: read, compare, cluster.

A denied statement is never a member of the claim it denies: it is a claim of its own, and a link of kind "denial" stands among the links
of the claim that is denied.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from selon.collector import resting
from selon.match.bounds import Bounds
from selon.match.candidates import candidates, met
from selon.match.clusters import chained, clusters
from selon.match.cut_words import Cuts, with_cut_words
from selon.match.evidence import THRESHOLD, Statement
from selon.match.judgement import Judgement
from selon.match.judging import Judging
from selon.match.made import claim
from selon.match.meeting import Meetings, Pairs
from selon.match.neural import Model, raised
from selon.match.shared import Shared
from selon.match.sketch import Sketch
from selon.match.sorting import order_by
from selon.match.statements import Folded, folded, shared, unfolded, with_claimants
from selon.match.statements import statements as of_reading
from selon.match.stock import Stock, Telling
from selon.match.tokens import I64
from selon.model.claim import Claim, ClaimLink
from selon.model.memo import NOTHING, Memo
from selon.model.passage import Reuse
from selon.model.reading import Reading

Pair = tuple[int, int]

_BLOCK = 1 << 16  # pairs that are numbers of Python at one time


def claims(readings: Sequence[Reading], reuses: Sequence[Reuse], model: Model | None = None, memo: Memo = NOTHING) -> tuple[Claim, ...]:
    """All claims of all articles, single statements included, sorted by id.

    Args:
        readings: of all articles, with the claimants of today.
        reuses: the passages that two of them share.
        model: a sentence model that the user has.
        memo: what was worked out before: statements, and what was judged of two articles.
    """
    with resting():
        told = [Telling(one.article.text, tuple(with_claimants(_stated(one, memo), one.resolutions))) for one in readings]
        stock, passages = Stock(len(told), told.__getitem__), Shared.of(reuses)
        judging = Judging(memo, passages, {reading.article.id: _names(reading, memo) for reading in readings})
        sketch = Sketch.of(stock.each())
        stock.arrange(sketch.order)
        likely, against = _likely(sketch, passages)
        judged = judging.of(stock, _in_turn(likely))
        if model is not None:
            texts = {reading.article.id: reading.article.text for reading in readings}
            judged |= raised(stock, _in_turn(candidates(sketch)), judged, passages, texts, model)
        judged |= judging.of(stock, _in_turn(_asked(against, judged, len(stock))))
        return tuple(sorted(_claims(stock, judged, sketch.homes.home, Cuts.of(sketch.outlines)), key=lambda one: one.id))


def claims_of(articles: int, telling: Callable[[int], Telling], reuses: Sequence[Reuse]) -> Iterator[Claim]:
    """Yield the same of more statements than are held at a time, those of one article together, in the order of their time.

    Args:
        articles: how many there are.
        telling: what the n-th of them states, with the claimants of today; asked for again and again, and the same each time.
        reuses: the passages that two of them share.
    """
    with resting():
        stock, passages = Stock(articles, telling), Shared.of(reuses)
        sketch = Sketch.of(stock.each())
        stock.arrange(sketch.order)
        home, cuts, (likely, against) = sketch.homes.home, Cuts.of(sketch.outlines), _likely(sketch, passages)
        del sketch
        judging = Judging(NOTHING, passages, {})
        judged = judging.of(stock, _in_turn(likely))
        judged |= judging.of(stock, _in_turn(_asked(against, judged, len(stock))))
        yield from _claims(stock, judged, home, cuts)


def _stated(reading: Reading, memo: Memo) -> Sequence[Statement]:
    if not memo.is_kept:
        return of_reading(reading)
    return shared(unfolded(memo.of("statements", lambda: memo.alone(reading), Folded, lambda: folded(of_reading(reading)))))


def _names(reading: Reading, memo: Memo) -> bytes:
    """A digest of what the statements of an article hold."""
    who = [one.claimant and (one.claimant.id, one.claimant.name) for one in reading.resolutions]
    return memo.digest((memo.alone(reading), who))


def _likely(sketch: Sketch, passages: Shared) -> tuple[Meetings, Meetings]:
    """The pairs that are worth comparing: those that can be linked, and those that can only speak against one claim.

    The pairs of two articles stand together, and what was published at one time.
    """
    bounds, home = Bounds.of(sketch, passages), sketch.homes.home
    earlier, later = met(sketch, bounds)
    order = order_by(home[later], home[earlier])  # those of two articles stand in their order already
    earlier, later = earlier[order], later[order]
    linked, against = np.zeros(len(earlier), bool), np.zeros(len(earlier), bool)
    for begin in range(0, len(earlier), _BLOCK):
        some = slice(begin, begin + _BLOCK)
        linked[some], against[some] = bounds.outcome(earlier[some], later[some])
    against &= ~linked
    return _meeting(sketch, earlier[linked], later[linked]), _meeting(sketch, earlier[against], later[against])


def _meeting(sketch: Sketch, earlier: I64, later: I64) -> Meetings:
    """Pairs of statements, with how alike their articles are."""
    home = sketch.homes.home
    return earlier, later, sketch.homes.each_alike(home[earlier], home[later])


def _asked(against: Meetings, judged: Mapping[Pair, Judgement], count: int) -> Meetings:
    """Of the pairs that can only speak against one claim those that links could make one."""
    chain = np.array(chained(count, _scores(judged), THRESHOLD), np.int64)
    earlier, later, alike = against
    one = chain[earlier] == chain[later]
    return earlier[one], later[one], alike[one]


def _scores(judged: Mapping[Pair, Judgement]) -> dict[Pair, float]:
    return {pair: -found.score if found.kind in ("denial", "conflict") else found.strength for pair, found in judged.items()}


def _in_turn(columns: Pairs | Meetings) -> Iterator[Any]:
    """Yield pairs, of which there may be millions, some at a time: the rows of the columns."""
    for begin in range(0, len(columns[0]), _BLOCK):
        yield from zip(*[column[begin : begin + _BLOCK].tolist() for column in columns], strict=True)


def _claims(told: Stock, judged: Mapping[Pair, Judgement], home: I64, cuts: Cuts) -> Iterator[Claim]:
    """Yield the claims of statements by what was found between two of them; `home`: the article of each, by number."""
    groups = clusters(len(told), _scores(judged), THRESHOLD, {pair for pair, found in judged.items() if not found.joins})
    groups, cut = with_cut_words(groups, cuts, told)
    judged = {**judged, **cut} if cut else judged
    number = np.empty(len(told), np.int64)
    for at, group in enumerate(groups):
        number[group] = at
    links = _links(judged, told, number.tolist())
    first = np.array([group[0] for group in groups], np.int64)
    for at in np.lexsort((first, home[first])).tolist():
        if not _is_told_whole(groups[at], told, number):
            yield claim(groups[at], told, links.get(at, []))


def _is_told_whole(group: list[int], told: Stock, number: I64) -> bool:
    """Is a group of tolls one that the statements they stand in make already, or a single toll?"""
    hosts = [told.host(index) for index in group]
    return None not in hosts and len({number[host] for host in hosts}) == 1


def _links(judged: Mapping[Pair, Judgement], told: Stock, number: Sequence[int]) -> dict[int, list[ClaimLink]]:
    """The links of each cluster: those inside it, and the denials of its members."""
    found: dict[int, list[ClaimLink]] = defaultdict(list)
    for pair, judgement in judged.items():
        if judgement.kind == "denial":
            found[number[pair[1 - judgement.denier]]].append(_link(pair, judgement, told))
        elif judgement.kind != "conflict" and number[pair[0]] == number[pair[1]]:
            found[number[pair[0]]].append(_link(pair, judgement, told))
    return {at: sorted(links, key=lambda link: (link.a, link.b)) for at, links in found.items()}


def _link(pair: Pair, judgement: Judgement, told: Stock) -> ClaimLink:
    a, b = sorted(told[index].appearance.id for index in pair)
    return ClaimLink(a=a, b=b, kind=judgement.kind, score=judgement.score, evidence=judgement.evidence)
