"""Statements of all articles -> claims: read, compare, cluster.

A denied statement is never a member of the claim it denies: it is a claim of its own, and a link of kind "denial" stands among the links
of the claim that is denied.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from selon.collector import resting
from selon.match.bounds import Bounds
from selon.match.candidates import candidates, met
from selon.match.clusters import chained, clusters
from selon.match.evidence import THRESHOLD, Judgement, Statement
from selon.match.facts import NOTHING_HELD
from selon.match.judging import Judging
from selon.match.made import claim
from selon.match.meeting import Pairs
from selon.match.neural import Model, raised
from selon.match.shared import Shared
from selon.match.sketch import Sketch, order_of
from selon.match.statements import Folded, folded, unfolded, with_claimants
from selon.match.statements import statements as of_reading
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
        told = [one for reading in readings for one in with_claimants(_stated(reading, memo), reading.resolutions)]
        told.sort(key=lambda one: order_of(one.appearance))
        passages = Shared.of(reuses)
        judging = Judging(memo, passages, {reading.article.id: _names(reading, memo) for reading in readings})
        texts = {reading.article.id: reading.article.text for reading in readings}
        sketch = Sketch.of(told)
        likely, against = _likely(sketch, passages)
        judged = judging.of(told, _in_turn(likely))
        if model is not None:
            judged |= raised(told, _in_turn(candidates(sketch)), judged, passages, texts, model)
        judged |= judging.of(told, _in_turn(_asked(against, judged, len(told))))
        return _claims(told, judged, texts)


def claims_of(
    statements: Callable[[], Iterable[Statement]], texts: Callable[[], Mapping[str, str]], reuses: Sequence[Reuse]
) -> tuple[Claim, ...]:
    """The same of statements that are made already, more of them than can be held together with all that they hold.

    Args:
        statements: of all articles, in any order, with the claimants of today; asked for twice, and the same both times.
        texts: of these articles, by id; asked for when it is known what is one claim.
        reuses: the passages that two of them share.
    """
    with resting():
        passages = Shared.of(reuses)
        sketch = Sketch.of(statements())
        places, (likely, against) = sketch.places(), _likely(sketch, passages)
        del sketch
        compared = frozenset(np.concatenate(likely).tolist())
        told: list[Statement | None] = [None] * len(places)
        for place, one in zip(places, statements(), strict=True):
            told[place] = one if place in compared else replace(one, facts=NOTHING_HELD)
        whole = [one for one in told if one is not None]
        judging = Judging(NOTHING, passages, {})
        judged = judging.of(whole, _in_turn(likely))
        judged |= judging.of(whole, _in_turn(_asked(against, judged, len(whole))))
        return _claims(whole, judged, texts())


def _stated(reading: Reading, memo: Memo) -> tuple[Statement, ...]:
    if not memo.is_kept:
        return of_reading(reading)
    return unfolded(memo.of("statements", lambda: memo.alone(reading), Folded, lambda: folded(of_reading(reading))))


def _names(reading: Reading, memo: Memo) -> bytes:
    """A digest of what the statements of an article hold."""
    who = [one.claimant and (one.claimant.id, one.claimant.name) for one in reading.resolutions]
    return memo.digest((memo.alone(reading), who))


def _likely(sketch: Sketch, passages: Shared) -> tuple[Pairs, Pairs]:
    """The pairs that are worth comparing: those that can be linked, and those that can only speak against one claim."""
    bounds = Bounds.of(sketch, passages)
    earlier, later = met(sketch, bounds.may_be_judged)
    linked = np.zeros(len(earlier), bool)
    for begin in range(0, len(earlier), _BLOCK):
        some = slice(begin, begin + _BLOCK)
        linked[some] = bounds.may_be_linked(earlier[some], later[some])
    return (earlier[linked], later[linked]), (earlier[~linked], later[~linked])


def _asked(against: Pairs, judged: Mapping[Pair, Judgement], count: int) -> Pairs:
    """Of the pairs that can only speak against one claim those that links could make one."""
    home = np.array(chained(count, _scores(judged), THRESHOLD), np.int64)
    one = home[against[0]] == home[against[1]]
    return against[0][one], against[1][one]


def _scores(judged: Mapping[Pair, Judgement]) -> dict[Pair, float]:
    return {pair: -found.score if found.kind in ("denial", "conflict") else found.strength for pair, found in judged.items()}


def _in_turn(pairs: Pairs) -> Iterator[Pair]:
    """Yield pairs, of which there may be millions, some at a time."""
    for begin in range(0, len(pairs[0]), _BLOCK):
        earlier, later = (side[begin : begin + _BLOCK].tolist() for side in pairs)
        yield from zip(earlier, later, strict=True)


def _claims(told: Sequence[Statement], judged: Mapping[Pair, Judgement], texts: Mapping[str, str]) -> tuple[Claim, ...]:
    """The claims of statements that stand in canonical order, by what was found between two of them."""
    groups = clusters(len(told), _scores(judged), THRESHOLD, {pair for pair, found in judged.items() if not found.joins})
    home = [number for _, number in sorted((index, number) for number, group in enumerate(groups) for index in group)]
    links = _links(judged, told, home)
    wholes = {one.appearance.id: home[at] for at, one in enumerate(told)}
    shown = [(number, group) for number, group in enumerate(groups) if not _is_told_whole(group, told, wholes)]
    found = [claim(group, told, links.get(number, []), texts) for number, group in shown]
    return tuple(sorted(found, key=lambda one: one.id))


def _is_told_whole(group: list[int], told: Sequence[Statement], wholes: Mapping[str, int]) -> bool:
    """Is a group of tolls one that the statements they stand in make already, or a single toll?"""
    hosts = [told[index].whole for index in group]
    return None not in hosts and len({wholes[host] for host in hosts if host}) == 1


def _links(judged: Mapping[Pair, Judgement], told: Sequence[Statement], home: Sequence[int]) -> dict[int, list[ClaimLink]]:
    """The links of each cluster: those inside it, and the denials of its members."""
    found: dict[int, list[ClaimLink]] = defaultdict(list)
    for pair, judgement in judged.items():
        if judgement.kind == "conflict":
            continue
        a, b = sorted(told[index].appearance.id for index in pair)
        link = ClaimLink(a=a, b=b, kind=judgement.kind, score=judgement.score, evidence=judgement.evidence)
        if judgement.kind == "denial":
            found[home[pair[1 - judgement.denier]]].append(link)
        elif home[pair[0]] == home[pair[1]]:
            found[home[pair[0]]].append(link)
    return {number: sorted(links, key=lambda link: (link.a, link.b)) for number, links in found.items()}
