"""Are two statements one claim, and what shows it: a score over typed keys, with the reasons a reader can check.

What both hold is weighed against what each holds (a mean of cosine and containment, so that a headline can meet a long sentence), and
against a fixed mass, so that one shared name is little however short the statements are. Then `factors` raise and lower it. Other
numbers of the same thing make a variant. A denial is a statement that scores as high and is denied, or negates what the other asserts.

The constants here, in `factors` and in `facts` were set by hand, later moved by `tools/fit_claims.py`, and by a short random search on
the story S5 and the French and English statements of cross_dev. S2 steered two choices too (how many pairs between clusters must agree,
how few words count), so its score is not one of unseen text. Not done yet: weights calibrated for each pair of languages, paraphrases
that share no listed word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from sys import intern

from selon.languages.phonetic import same_spelling
from selon.match.around import is_one_story
from selon.match.factors import (
    AGAINST,
    CONFLICTS,
    ONE_STORY,
    ONE_TOLL,
    SAME_CLAIMANT,
    SAME_TIME,
    SHARED_PASSAGE,
    TWO_SPEAKERS,
    Factor,
    factors,
    has_veto,
    highest,
)
from selon.match.facts import Facts, least_weights, number_met
from selon.match.grounds import has_grounds, is_little
from selon.match.polarity import denier, is_of
from selon.match.quantities import Quantity, differing
from selon.match.rolling import Toll, one_event
from selon.model.attribution import Stance
from selon.model.claim import Appearance

THRESHOLD = 0.36  # of a link
MODEL = 1.6  # what a sentence model can raise a score by at most: see `neural`

LEAST_WORDS = 2  # that both hold, light ones aside
_LEAST_INSIDE, _SURE_INSIDE = 3, 0.65  # the same inside one article, which says its words again and again, below a score
MANY_WORDS = 5  # that two who are both quoted must share
ENOUGH_WORDS, FEW_WORDS_COSINE = 3, 0.8  # below it, to be contained in a longer statement counts for little
COSINE = 0.5  # share of the cosine in the mean; the rest is containment
MASS = 1.6  # weight of shared keys below which the score falls
_WHOLE = 0.01  # of pairs with one score, those that are alike as wholes are taken first
_ROUNDING = 1e-9  # sums in another order


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """An appearance and what it holds."""

    appearance: Appearance
    facts: Facts
    whole: str | None = None  # of a toll that stands in a statement that tells more: that statement's id
    tolls: tuple[Toll, ...] = ()  # what it counts, event by event
    rolls: bool = False  # it tells a toll and nothing else
    is_quoted: bool = False  # in somebody's own words
    cut: str = ""  # the one word of content that stands in marks, folded: see `cut_words`


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found between two statements."""

    kind: str  # same, variant, denial; conflict: alike, but of another time or measure, or barely denied: no link, a voice against
    score: float
    evidence: tuple[str, ...]
    denier: int = 1  # of a denial: 0 where the first denies the second
    strength: float = 0.0  # the score before it is cut at 1, by which pairs are taken in turn: fewer are equal
    joins: bool = True  # False: what both hold is too little to make one claim of them, but speaks for one where others make it


def is_hopeless(a: Statement, b: Statement, *, passages: bool, model: float = 1.0) -> bool:
    """Can no factor raise what both hold to `THRESHOLD`? `passages`: their articles share some. Quick: nearly all pairs end here."""
    one, other = a.facts, b.facts
    mine, theirs = one.keys, other.keys
    shared = sum([mine[key] if mine[key] < theirs[key] else theirs[key] for key in mine.keys() & theirs.keys()])
    most = model * SAME_TIME * (SHARED_PASSAGE if passages else 1.0)
    if one.numbers and other.numbers:
        shared += number_met(one, other)
        most *= ONE_TOLL
    if a.appearance.claimant_id == b.appearance.claimant_id is not None:
        most *= SAME_CLAIMANT
    cosine, contained = shared / sqrt(one.weight * other.weight), shared / min(one.weight, other.weight)
    score = (COSINE * cosine + (1 - COSINE) * contained) * min(1.0, 2 * shared / (shared + MASS)) * most
    if score >= THRESHOLD - _ROUNDING:
        return False
    return score * ONE_STORY < THRESHOLD - _ROUNDING or not is_one_story(one.around, other.around)


def judge(a: Statement, b: Statement, shared_words: int, model: Factor | None = None) -> Judgement | None:
    """The link between two statements, None below `THRESHOLD`; `shared_words` of a passage both stand in, `model` is what one says."""
    inside = a.appearance.article_id == b.appearance.article_id
    if inside and (a.whole is None) != (b.whole is None):
        return None
    if a.tolls and b.tolls and (inside or is_one_story(a.facts.around, b.facts.around)):
        event = _one_event(a, b)
        if a.rolls or b.rolls:  # a sentence that tells more is there with its toll too
            return _rolled(a, b, *event) if event[0] and a.rolls and b.rolls else None
        if event[0] < 0 and not shared_words:
            return None
    return _likened(a, b, shared_words, model, inside=inside)


def _likened(a: Statement, b: Statement, shared_words: int, model: Factor | None, *, inside: bool) -> Judgement | None:
    """The link between two statements by all that both hold."""
    common = _common(a.facts, b.facts)
    before = likeness(a.facts, b.facts, common)
    claimant = a.appearance.claimant if a.appearance.claimant_id == b.appearance.claimant_id else None
    if before * highest(a.facts, b.facts, claimant, shared_words) * (model[0] if model else 1.0) < THRESHOLD:
        return None
    clashes = differing(a.facts.numbers, b.facts.numbers)
    found = [*factors(a.facts, b.facts, common, clashes, claimant, shared_words), *_two_opinions(a, b, common, shared_words)]
    score = before
    for factor, _ in found:
        score *= factor
    if model and score < THRESHOLD and not clashes and not has_veto(a.facts, b.facts, found):
        score *= model[0]
        found.append(model)
    if score < THRESHOLD:
        return _conflict(a, b, before, found) if before >= THRESHOLD and not inside else None
    apart = not inside and not shared_words
    if apart and not has_grounds(a.facts, b.facts, common, score):
        return None
    met = ["numbers that can be one"] if number_met(a.facts, b.facts) else []
    reasons = (*(_told(key, a.facts, b.facts) for key in sorted(common) if key[0] != "l"), *met, *(why for _, why in found))
    denied = (a.appearance.stance is Stance.DENIED, b.appearance.stance is Stance.DENIED)
    joins = not apart or bool(claimant) or not is_little(a.facts, b.facts, common)
    denial = denier(a.facts, b.facts, denied, common)
    if denial:
        sides = (a, b) if denial[0] == 0 else (b, a)
        if claimant or not is_of(sides[0].facts, sides[1].facts, common, denied=denied[denial[0]]):
            return None  # nobody denies what he says himself
        return _denial(denial, score, reasons, joins=joins)
    if inside and not shared_words and score < _SURE_INSIDE and _words_met(a.facts, b.facts, common) < _LEAST_INSIDE:
        return None
    if denied[0] != denied[1]:
        return None  # one is denied, the other negates: they agree, but a denial is never a member of another claim
    return _same(clashes, score, reasons, _cosine(a.facts, b.facts, common), joins=joins)


def _denial(denial: tuple[int, str], score: float, reasons: tuple[str, ...], *, joins: bool) -> Judgement:
    """The denial of one by the other; where both hold too little for that, a voice against one claim alone."""
    if not joins:
        return Judgement("conflict", round(min(1.0, score), 4), (denial[1],))
    return Judgement("denial", round(min(1.0, score), 4), _once((*reasons, denial[1])), denial[0], score)


def _two_opinions(a: Statement, b: Statement, common: list[str], shared_words: int) -> Iterator[Factor]:
    """Yield what speaks against two statements on the word of two claimants with few words, no name, country or number in common.

    Two who are both quoted, each in words of his own, say one thing only in many words.
    """
    claimants = {a.appearance.claimant_id, b.appearance.claimant_id}
    if shared_words or None in claimants or len(claimants) == 1:
        return
    words = _words_met(a.facts, b.facts, common)
    if words < ENOUGH_WORDS and not any(key[0] in "np#" for key in common):
        yield TWO_SPEAKERS, "few words of two who name nothing in common"
    elif words < MANY_WORDS and a.is_quoted and b.is_quoted and a.appearance.claimant != b.appearance.claimant:
        yield TWO_SPEAKERS, "few words of two who are quoted"


def _conflict(a: Statement, b: Statement, score: float, found: list[Factor]) -> Judgement | None:
    """A voice against one claim. None in articles about one thing: there a date or a measure is often of something mentioned beside."""
    against = [why for factor, why in found if factor <= AGAINST and why.startswith(CONFLICTS)]
    if not against or is_one_story(a.facts.around, b.facts.around):
        return None
    return Judgement("conflict", round(min(1.0, score), 4), tuple(against))


def _cosine(a: Facts, b: Facts, common: Sequence[str]) -> float:
    """How alike the two are as wholes, in [0, 1]."""
    return sum(least_weights(a, b, common)) / sqrt(a.weight * b.weight)


def _same(
    clashes: Sequence[tuple[Quantity, Quantity]], score: float, reasons: tuple[str, ...], whole: float, *, joins: bool = True
) -> Judgement:
    numbers = [f"number: {x.text} | {y.text}" for x, y in clashes]
    return Judgement(
        "variant" if clashes else "same",
        round(min(1.0, score), 4),
        _once((*reasons, *numbers)),
        strength=round(min(1.0, score) + _WHOLE * whole, 6),
        joins=joins,
    )


def _once(reasons: tuple[str, ...]) -> tuple[str, ...]:
    """The same words, each of them held once for all judgements: there are millions."""
    return tuple(map(intern, reasons))


def _one_event(a: Statement, b: Statement) -> tuple[float, str]:
    """Can a toll of one and a toll of the other be of one event: the best that is found."""
    return max(one_event(x, y, (a.facts.around, b.facts.around)) for x in a.tolls for y in b.tolls)


def _rolled(a: Statement, b: Statement, score: float, why: str) -> Judgement:
    """The link between two tolls of one event, or the voice against one claim."""
    if score < 0:
        return Judgement("conflict", -score, (why,))
    return _same(differing(a.facts.numbers, b.facts.numbers), score, (why,), 0.0)


def likeness(a: Facts, b: Facts, common: list[str]) -> float:
    """How much of both statements the common keys make, in [0, 1]."""
    words = _words_met(a, b, common)
    met = number_met(a, b)
    if words + (met > 0) < LEAST_WORDS:
        return 0.0
    shared = sum(least_weights(a, b, common)) + met
    cosine, contained = shared / sqrt(a.weight * b.weight), shared / min(a.weight, b.weight)
    share = COSINE if words + (met > 0) >= ENOUGH_WORDS else FEW_WORDS_COSINE
    return (share * cosine + (1 - share) * contained) * min(1.0, 2 * shared / (shared + MASS))


def _words_met(a: Facts, b: Facts, common: list[str]) -> int:
    """The words that both hold, light ones aside."""
    words = [key for key in common if key[0] != "l"]
    return min(len(set(map(a.places.__getitem__, words))), len(set(map(b.places.__getitem__, words))))


def _common(a: Facts, b: Facts) -> list[str]:
    """The keys of both; names of one sound must also be possible spellings of one name."""
    theirs = b.keys
    return [key for key in a.keys if key in theirs and (key[0] != "n" or same_spelling(a.named[key], b.named[key]))]


def _told(key: str, a: Facts, b: Facts) -> str:
    kind, value = key.split(":", 1)
    if kind == "n":
        one, other = a.named[key], b.named[key]
        return f"name {one}" if one == other else f"name {one} = {other}"
    return {"c": "concept ", "p": "country ", "#": "number ", "w": "word "}[kind] + value
