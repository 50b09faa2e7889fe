"""Which of many pairs of statements can be one claim, or speak against one: what `evidence.judge` can find at most, for all at once.

Nearly all pairs that are compared end here. A bound leaves out what takes time (is a name of one sound one name, what day is it) and so is
never below what `judge` finds: a pair that it lets through is judged, a pair that it stops would have been nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from selon.languages import codes
from selon.match import evidence, factors, grounds
from selon.match.around import ONE_STORY
from selon.match.columns import F64, Columns, Mask, distinct, is_among
from selon.match.counts import Counts
from selon.match.facts import happenings
from selon.match.forms import WEIGHTS
from selon.match.homes import Homes
from selon.match.lexicon import kinds
from selon.match.shared import Shared
from selon.match.sharing import content_rows
from selon.match.sketch import Sketch
from selon.match.times import Times
from selon.match.tokens import I64

_ROUNDING = 1e-9  # sums in another order


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """What of statements and of their keys tells how far a pair can come."""

    held: Columns
    homes: Homes
    kinds: dict[str, Mask]  # which keys are of which kind
    weight: F64  # of each statement
    content_weight: F64
    names: I64  # how many names and countries it says
    counts: Counts
    times: Times
    rolls: Mask
    part: Mask  # is it a toll that stands in another statement
    claimant: I64  # -1: none
    sharing: I64  # the pairs of articles that share passages, in order

    @staticmethod
    def of(sketch: Sketch, homes: Homes, passages: Shared) -> "Bounds":
        """The bounds of some statements, whose articles share some passages."""
        told, held = sketch.outlines, sketch.held
        numbers: dict[str, int] = {}
        ids = [one.claimant_id for one in told]
        return Bounds(
            held=held,
            homes=homes,
            kinds=_kinds(held.keys),
            weight=np.array([max(_ROUNDING, one.weight) for one in told], np.float64),
            content_weight=_content_weight([one.code for one in told], held),
            names=np.array([one.names for one in told], np.int64),
            counts=Counts.of([one.numbers for one in told]),
            times=Times.of([one.days for one in told]),
            rolls=np.array([one.rolls for one in told], bool),
            part=np.array([one.is_part for one in told], bool),
            claimant=np.array([-1 if one is None else numbers.setdefault(one, len(numbers)) for one in ids], np.int64),
            sharing=distinct(homes.pairs(passages.passages)),
        )

    def may_be_linked(self, a: I64, b: I64) -> Mask:
        """Can something be found between the two statements of each pair?"""
        home, other = self.homes.home[a], self.homes.home[b]
        inside, passages = home == other, is_among(self.homes.pair(home, other), self.sharing)
        counts, apart = self.counts.met(a, b), self.times.least(a, b)
        met = _Met.of(self.held.met(a, b), self.held, self.kinds, len(a))
        shared = met.shared + WEIGHTS["#"] * counts.met
        small = np.minimum(self.weight[a], self.weight[b])
        cosine, contained = shared / np.sqrt(self.weight[a] * self.weight[b]), shared / small
        likeness = _likeness(met.count("word") + counts.met, cosine, contained, shared)
        score = likeness * factors.most_of_time(apart)
        score *= np.where(counts.one_toll, factors.ONE_TOLL, 1.0)
        score *= np.where(passages, factors.SHARED_PASSAGE, 1.0)
        score *= np.where((self.claimant[a] == self.claimant[b]) & (self.claimant[a] >= 0), factors.SAME_CLAIMANT, 1.0)
        content = met.content / np.maximum(factors.ENOUGH_CONTENT * np.minimum(self.content_weight[a], self.content_weight[b]), _ROUNDING)
        score *= factors.NO_CONTENT + (1 - factors.NO_CONTENT) * np.minimum(1.0, content)
        score *= np.where(met.count("happening") > 0, 1.0, factors.NO_PREDICATE)
        score *= 1 - factors.OTHER_NAMES * self._other_names(a, b, met.count("name") + met.count("country"))
        least = evidence.THRESHOLD - _ROUNDING
        story = self.homes.may_be_one_story(home, other)
        asked = story & (score < least) & (score * factors.ONE_STORY >= least)
        story[asked] = self._alike(home[asked], other[asked]) >= ONE_STORY - _ROUNDING
        score *= np.where(story, factors.ONE_STORY, 1.0)
        other_time = self.times.may_exceed(factors.NEAR_DAYS, apart, a, b)
        conflict = (likeness >= least) & ~inside & (counts.other_measure | other_time)
        own = grounds.most_grounds(score, cosine, met.counts, counts.met | (met.count("number") > 0), apart == 0)
        needed = np.where((apart != 0) & self.homes.are_far(home, other), grounds.ENOUGH_FAR, grounds.ENOUGH)
        linked = (score >= least) & (inside | passages | self._has_grounds(own, needed, home, other, score >= least))
        rolls = self.rolls[a] & self.rolls[b]
        found: Mask = (rolls | linked | conflict) & ~(inside & (self.part[a] != self.part[b]))
        return found

    def _other_names(self, a: I64, b: I64, met: I64) -> F64:
        """The share of names and countries that only one of the two has, at least, the smaller of both."""
        alone = [np.maximum(self.names[side] - met, 0) / np.maximum(self.names[side], 1) for side in (a, b)]
        found: F64 = np.minimum(*alone)
        return found

    def _alike(self, home: I64, other: I64) -> F64:
        """How alike two articles are; those of many pairs of statements are looked at once."""
        pair = self.homes.pair(home, other)
        both = distinct(pair.copy())
        found: F64 = self.homes.alike(*np.divmod(both, len(self.homes.around)))[np.searchsorted(both, pair)]
        return found

    def _has_grounds(self, own: F64, needed: F64, home: I64, other: I64, asked: Mask) -> Mask:
        """Can there be grounds enough to join statements of two articles? Known of those that are asked for alone."""
        enough = own >= needed - _ROUNDING
        most = grounds.most_around(np.ones(1))[0]
        near = (needed == grounds.ENOUGH) & (home != other)
        at = np.flatnonzero(asked & ~enough & near & (own + most >= grounds.ENOUGH - _ROUNDING))
        enough[at] = own[at] + grounds.most_around(self._alike(home[at], other[at])) >= grounds.ENOUGH - _ROUNDING
        return enough


@dataclass(frozen=True, slots=True, eq=False)
class _Met:
    """What both statements of each pair hold."""

    shared: F64  # weight of all keys
    content: F64  # of those that tell what happens
    counts: dict[str, I64]  # how many keys of each kind

    @staticmethod
    def of(rows: tuple[I64, I64, I64], held: Columns, kinds: Mapping[str, Mask], pairs: int) -> "_Met":
        pair, row, opposite = rows
        weights = np.minimum(held.weight[row], held.weight[opposite])
        key = held.key[row]
        of_kind = {kind: marked[key] for kind, marked in kinds.items()}
        content = of_kind["content"]
        return _Met(
            shared=np.bincount(pair, weights, pairs).astype(np.float64),
            content=np.bincount(pair[content], weights[content], pairs).astype(np.float64),
            counts={kind: np.bincount(pair[some], minlength=pairs) for kind, some in of_kind.items()},
        )

    def count(self, kind: str) -> I64:
        return self.counts[kind]


def _likeness(words: I64, cosine: F64, contained: F64, shared: F64) -> F64:
    """What `evidence.likeness` is at most."""
    share = np.where(words >= evidence.ENOUGH_WORDS, evidence.COSINE, evidence.FEW_WORDS_COSINE)
    whole = (share * cosine + (1 - share) * contained) * np.minimum(1.0, 2 * shared / (shared + evidence.MASS))
    return np.where(words >= evidence.LEAST_WORDS, whole, 0.0)


def _content_weight(languages: Sequence[str], held: Columns) -> F64:
    """The weight of what each statement tells of what happens, but for rounding."""
    row = content_rows(languages, held)
    return np.bincount(held.text[row], held.weight[row], len(languages)).astype(np.float64)


def _kinds(keys: Sequence[str]) -> dict[str, Mask]:
    """Which keys are of which kind, whatever the language."""
    content = frozenset().union(*(happenings(code) for code in codes()))
    predicates = {key for code in codes() for key, kind in kinds(code).items() if kind == "predicate"}
    return {
        "word": np.array([key[0] != "l" for key in keys], bool),
        "content": np.array([key[0] in "w#" or key in content for key in keys], bool),
        "happening": np.array([key[0] in "w#" or key in predicates for key in keys], bool),
        "name": np.array([key[0] == "n" for key in keys], bool),
        "country": np.array([key[0] == "p" for key in keys], bool),
        "body": np.array([key[0] == "c" and key not in content for key in keys], bool),
        "number": np.array([key[0] == "#" for key in keys], bool),
    }
