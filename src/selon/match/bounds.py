"""Which of many pairs of statements can be one claim, or speak against one: what `evidence.judge` can find at most, for all at once.

Nearly all pairs that are compared end here. A bound leaves out what takes time (is a name of one sound one name, what day is it) and so is
never below what `judge` finds: a pair that it lets through is judged, a pair that it stops would have been nothing.
"""

from dataclasses import dataclass

import numpy as np

from selon.match import evidence, factors, grounds
from selon.match.around import ONE_STORY, STORY_NAMES
from selon.match.columns import F64, Columns, Mask, distinct, is_among
from selon.match.common import Common, Marks, marks, words_met
from selon.match.counts import Counts, CountsMet
from selon.match.forms import WEIGHTS
from selon.match.homes import Homes
from selon.match.rolled import Tolls
from selon.match.shared import Shared
from selon.match.sharing import content_rows
from selon.match.sketch import Sketch
from selon.match.times import Times
from selon.match.tokens import I64

ROUNDING = 1e-9  # sums in another order
LEAST = evidence.THRESHOLD - ROUNDING
MOST = factors.ONE_STORY * factors.SAME_TIME * factors.SHARED_PASSAGE * factors.SAME_CLAIMANT  # what articles, dates and speakers can add


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """What of statements and of their keys tells how far a pair can come."""

    held: Columns
    homes: Homes
    marks: Marks  # of which kinds the keys are
    weight: F64  # of each statement
    content_weight: F64
    names: I64  # how many names and countries it says
    counts: Counts
    times: Times
    tolls: Tolls
    rolls: Mask
    part: Mask  # is it a toll that stands in another statement
    manners: I64  # see `factors.manner_bits`
    may_deny: Mask
    claimant: I64  # -1: none
    sharing: I64  # the pairs of articles that share passages, in order

    @staticmethod
    def of(sketch: Sketch, passages: Shared) -> "Bounds":
        """The bounds of some statements, whose articles share some passages."""
        told, held, homes = sketch.outlines, sketch.held, sketch.homes
        numbers: dict[str, int] = {}
        ids = [one.claimant_id for one in told]
        return Bounds(
            held=held,
            homes=homes,
            marks=marks(held.keys),
            weight=np.array([max(ROUNDING, one.weight) for one in told], np.float64),
            content_weight=_content_weight(sketch),
            names=np.array([one.names for one in told], np.int64),
            counts=Counts.of([one.numbers for one in told]),
            times=Times.of([one.days for one in told]),
            tolls=Tolls.of([one.tolls for one in told]),
            rolls=np.array([one.rolls for one in told], bool),
            part=np.array([one.is_part for one in told], bool),
            manners=np.array([one.manners for one in told], np.int64),
            may_deny=np.array([one.may_deny for one in told], bool),
            claimant=np.array([-1 if one is None else numbers.setdefault(one, len(numbers)) for one in ids], np.int64),
            sharing=distinct(homes.pairs(passages.passages)),
        )

    def may_be_found(self, a: I64, b: I64) -> Mask:
        """Can anything be found between the two statements of each pair?"""
        linked, against = self.outcome(a, b)
        return linked | against

    def outcome(self, a: I64, b: I64) -> tuple[Mask, Mask]:
        """What can be found between the two statements of each pair: a link, or a denial of one by the other; a voice against one claim."""
        common, counts = Common.of(self.held, self.marks, a, b), self.counts.met(a, b)
        told = self._told(a, b, common, counts)
        at = np.flatnonzero((np.maximum(told.score * MOST, told.likeness) >= LEAST) | (self.rolls[a] & self.rolls[b]))
        linked, against = np.zeros(len(a), bool), np.zeros(len(a), bool)
        linked[at], against[at] = self._looked_at(a[at], b[at], common.some(at), counts.some(at), told.some(at))
        return linked, against

    def _told(self, a: I64, b: I64, common: Common, counts: CountsMet) -> "_Told":
        """How alike the two statements of each pair are, at most, whatever their articles are about."""
        shared = common.shared + WEIGHTS["#"] * counts.met
        one, other = self.weight[a], self.weight[b]
        cosine, contained = shared / np.sqrt(one * other), shared / np.minimum(one, other)
        likeness = _likeness(common.count("word") + counts.met, cosine, contained, shared)
        content = common.content / np.maximum(factors.ENOUGH_CONTENT * np.minimum(self.content_weight[a], self.content_weight[b]), ROUNDING)
        score = likeness * (factors.NO_CONTENT + (1 - factors.NO_CONTENT) * np.minimum(1.0, content))
        score *= np.where(common.count("happening") > 0, 1.0, factors.NO_PREDICATE)
        score *= 1 - factors.OTHER_NAMES * self._other_names(a, b, common.count("name") + common.count("country"))
        score *= np.where(counts.one_toll, factors.ONE_TOLL, 1.0) * np.where(counts.other, factors.OTHER_NUMBER, 1.0)
        return _Told(cosine, likeness, score)

    def _looked_at(self, a: I64, b: I64, common: Common, counts: CountsMet, told: "_Told") -> tuple[Mask, Mask]:
        """The same of the few that are alike enough for a closer look."""
        home, other = self.homes.home[a], self.homes.home[b]
        inside, passages = home == other, is_among(self.homes.pair(home, other), self.sharing)
        apart = self.times.least(a, b)
        score = told.score * np.where(passages, factors.SHARED_PASSAGE, factors.of_manners(self.manners[a] ^ self.manners[b]))
        score *= np.where((self.claimant[a] == self.claimant[b]) & (self.claimant[a] >= 0), factors.SAME_CLAIMANT, 1.0)
        score *= self._of_story(score, apart, home, other)
        other_time = self.times.may_exceed(factors.NEAR_DAYS, apart, a, b)
        conflict = (told.likeness >= LEAST) & ~inside & (counts.other_measure | other_time)
        content, enough = common.count("content"), score >= LEAST
        at = np.flatnonzero(enough)
        words = common.count("word")
        words[at], content[at] = words_met(self.held, self.marks, a[at], b[at])
        score *= np.where(~passages & self._are_two_opinions(a, b, common, words), factors.TWO_SPEAKERS, 1.0)
        enough = (score >= LEAST) & (words + counts.met >= evidence.LEAST_WORDS)
        own = grounds.most_grounds(score, told.cosine, common, content, counts.met, apart == 0, self.homes.days_apart(home, other))
        needed = np.where((apart != 0) & self.homes.are_far(home, other), grounds.ENOUGH_FAR, grounds.ENOUGH)
        repeated = (score >= evidence.SURE_INSIDE - ROUNDING) | (words >= evidence.LEAST_INSIDE) | self.may_deny[a] | self.may_deny[b]
        linked = enough & ((inside & repeated) | passages | (~inside & self._has_grounds(own, needed, home, other, enough & ~inside)))
        rolls = self.rolls[a] & self.rolls[b]
        one_event = rolls & self.tolls.may_be_one(a, b, self.homes.days_apart(home, other))
        asked = rolls & linked & ~one_event
        linked[asked] = ~inside[asked] & ~self._are_one_story(home[asked], other[asked])
        asked = rolls & ~inside & ~linked
        rolls[asked] = self._may_roll(home[asked], other[asked])
        whole = ~(inside & (self.part[a] != self.part[b]))
        return ((rolls & one_event) | linked) & whole, (conflict | rolls) & whole

    def _of_story(self, score: F64, apart: F64, home: I64, other: I64) -> F64:
        """What it multiplies a score by at most that articles are about one thing, or not, and that dates are so many days apart."""
        story = self.homes.may_be_one_story(home, other)
        most = score * np.where(story, factors.ONE_STORY, 1.0) * factors.most_of_time(apart, story)
        asked = story & (home != other) & (most >= LEAST) & ((most < LEAST * factors.ONE_STORY) | (apart > 0))
        story[asked] = self.homes.each_alike(home[asked], other[asked]) >= ONE_STORY - ROUNDING
        found: F64 = np.where(story, factors.ONE_STORY, 1.0) * factors.most_of_time(apart, story)
        return found

    def _are_two_opinions(self, a: I64, b: I64, common: Common, words: I64) -> Mask:
        """Do two say few words alike, and name nothing in common? As `evidence` has it."""
        two = (self.claimant[a] != self.claimant[b]) & (np.minimum(self.claimant[a], self.claimant[b]) >= 0)
        named = sum(common.count(kind) for kind in ("name", "country", "number"))
        found: Mask = two & (words < evidence.ENOUGH_WORDS) & (named == 0)
        return found

    def _are_one_story(self, home: I64, other: I64) -> Mask:
        """Are two articles about one thing, for sure? Then tolls are compared as tolls, whatever else is told of them."""
        story = self.homes.may_be_one_story(home, other)
        story[story] = self.homes.each_alike(home[story], other[story]) >= ONE_STORY + ROUNDING
        story[story] = self.homes.names_met(home[story], other[story]) >= STORY_NAMES
        return story

    def _may_roll(self, home: I64, other: I64) -> Mask:
        """Can two articles be about one thing, so that a toll rolls from one to the other?"""
        rolls = self.homes.may_be_one_story(home, other)
        rolls[rolls] = self.homes.each_alike(home[rolls], other[rolls]) >= ONE_STORY - ROUNDING
        return rolls

    def _other_names(self, a: I64, b: I64, met: I64) -> F64:
        """The share of names and countries that only one of the two has, at least, the smaller of both."""
        alone = [np.maximum(self.names[side] - met, 0) / np.maximum(self.names[side], 1) for side in (a, b)]
        found: F64 = np.minimum(*alone)
        return found

    def _has_grounds(self, own: F64, needed: F64, home: I64, other: I64, asked: Mask) -> Mask:
        """Can there be grounds enough to join statements of two articles? Known of those that are asked for alone."""
        enough = own >= needed - ROUNDING
        most = grounds.most_around(np.ones(1), np.ones(1))[0]
        near = (needed == grounds.ENOUGH) & (home != other)
        at = np.flatnonzero(asked & ~enough & near & (own + most >= grounds.ENOUGH - ROUNDING))
        around = self.homes.each_alike(home[at], other[at]), self.homes.each_named(home[at], other[at])
        enough[at] = own[at] + grounds.most_around(*around) >= grounds.ENOUGH - ROUNDING
        return enough


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What the words of the two statements of each pair tell."""

    cosine: F64
    likeness: F64
    score: F64

    def some(self, at: I64) -> "_Told":
        return _Told(self.cosine[at], self.likeness[at], self.score[at])


def _likeness(words: I64, cosine: F64, contained: F64, shared: F64) -> F64:
    """What `evidence.likeness` is at most."""
    share = np.where(words >= evidence.ENOUGH_WORDS, evidence.COSINE, evidence.FEW_WORDS_COSINE)
    whole = (share * cosine + (1 - share) * contained) * np.minimum(1.0, 2 * shared / (shared + evidence.MASS))
    return np.where(words >= evidence.LEAST_WORDS, whole, 0.0)


def _content_weight(sketch: Sketch) -> F64:
    """The weight of what each statement tells of what happens, but for rounding."""
    row, held = content_rows(sketch), sketch.held
    return np.bincount(held.text[row], held.weight[row], len(sketch.outlines)).astype(np.float64)
