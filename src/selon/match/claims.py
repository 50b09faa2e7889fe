"""Statements of all articles -> claims: read, compare, cluster.

A denied statement is never a member of the claim it denies: it is a claim of its own, and a link of kind "denial" stands among the links
of the claim that is denied.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from selon.collector import resting
from selon.match.bounds import Bounds
from selon.match.candidates import met
from selon.match.clusters import clusters
from selon.match.columns import Columns
from selon.match.evidence import THRESHOLD, Judgement, Statement
from selon.match.homes import Homes
from selon.match.judging import Judging
from selon.match.made import claim
from selon.match.neural import Model, raised
from selon.match.shared import Shared
from selon.match.statements import Folded, folded, unfolded, with_claimants
from selon.match.statements import statements as of_reading
from selon.model.claim import Appearance, Claim, ClaimLink
from selon.model.memo import NOTHING, Memo
from selon.model.passage import Reuse
from selon.model.reading import Reading

Pair = tuple[int, int]


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
        passages = Shared.of(reuses)
        judging = Judging(memo, passages, {reading.article.id: _names(reading, memo) for reading in readings})
        return _claims(told, {reading.article.id: reading.article.text for reading in readings}, passages, model, judging)


def claims_of(statements: Iterable[Statement], texts: Mapping[str, str], reuses: Sequence[Reuse]) -> tuple[Claim, ...]:
    """The same of statements that are made already, with the claimants of today.

    Args:
        statements: of all articles, in any order.
        texts: of these, by id.
        reuses: the passages that two of them share.
    """
    with resting():
        passages = Shared.of(reuses)
        return _claims(list(statements), texts, passages, None, Judging(NOTHING, passages, {}))


def _stated(reading: Reading, memo: Memo) -> tuple[Statement, ...]:
    if not memo.is_kept:
        return of_reading(reading)
    return unfolded(memo.of("statements", lambda: memo.alone(reading), Folded, lambda: folded(of_reading(reading))))


def _names(reading: Reading, memo: Memo) -> bytes:
    """A digest of what the statements of an article hold."""
    who = [one.claimant and (one.claimant.id, one.claimant.name) for one in reading.resolutions]
    return memo.digest((memo.alone(reading), who))


def _claims(told: list[Statement], texts: Mapping[str, str], passages: Shared, model: Model | None, judging: Judging) -> tuple[Claim, ...]:
    told.sort(key=lambda statement: _order(statement.appearance))
    judged = judging.of(told, _likely(told, passages))
    if model is not None:
        judged |= raised(told, judged, passages, texts, model)
    scores = {pair: -found.score if found.kind in ("denial", "conflict") else found.strength for pair, found in judged.items()}
    groups = clusters(len(told), scores, THRESHOLD, {pair for pair, found in judged.items() if not found.joins})
    home = [number for _, number in sorted((index, number) for number, group in enumerate(groups) for index in group)]
    links = _links(judged, told, home)
    wholes = {one.appearance.id: home[at] for at, one in enumerate(told)}
    shown = [(number, group) for number, group in enumerate(groups) if not _is_told_whole(group, told, wholes)]
    found = [claim(group, told, links.get(number, []), texts) for number, group in shown]
    return tuple(sorted(found, key=lambda one: one.id))


def _order(appearance: Appearance) -> tuple[str, str]:
    return (appearance.when.earliest if appearance.when else None) or "9999", appearance.id


def _likely(told: Sequence[Statement], passages: Shared) -> Iterator[Pair]:
    """Yield the pairs that are worth comparing and can come to something."""
    held, homes = Columns.of([one.facts.keys for one in told]), Homes.of(told)
    bounds = Bounds.of(told, held, homes, passages)
    earlier, later = met(told, held, homes, bounds.may_be_linked)
    yield from zip(earlier.tolist(), later.tolist(), strict=True)


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
