"""Are two statements one claim, and what shows it: a score over typed keys, with the reasons a reader can check.

What both hold is weighed against what each holds (a mean of cosine and containment, so that a headline can meet a long sentence), and
against a fixed mass, so that one shared name is little however short the statements are. Days that cannot meet, contrary concepts and
the lack of any common predicate lower the score. Other numbers of the same thing do not: they make a variant. A denial is a statement that
scores as high and is denied, or negates what the other asserts.

The constants were fitted by hand on the story S5 and the statements of cross_dev (fr, en); S2 was held out. Not done yet: weights
calibrated for each pair of languages, paraphrases that share no listed word.
"""

from dataclasses import dataclass
from datetime import date
from math import sqrt

from selon.languages.phonetic import same_spelling
from selon.match.facts import Facts
from selon.match.lexicon import contraries, kinds
from selon.match.quantities import differing
from selon.model.attribution import Stance
from selon.model.claim import Appearance

THRESHOLD = 0.42  # of a link

_COSINE = 0.5  # share of the cosine in the mean; the rest is containment
_MASS = 1.6  # weight of shared keys at which the score is halved
_NEAR_DAYS, _NEAR = 3, 0.75  # dates that differ by so little are often the day of telling
_FAR_DAYS, _FAR = 31, 0.5
_OTHER_TIME = 0.25  # beyond: another event
_CONTRARY = 0.5
_NO_PREDICATE = 0.7
_OTHER_NUMBER = 0.85
_SAME_CLAIMANT = 1.1
_SHARED_PASSAGE = 1.25
_NEGATED_SHARE = 0.3  # of the common concepts and words: so much negated in one of the two makes a denial


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """An appearance and what it holds."""

    appearance: Appearance
    facts: Facts


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found between two statements."""

    kind: str  # same, variant, denial
    score: float
    evidence: tuple[str, ...]
    denier: int = 1  # of a denial: 0 where the first denies the second


def judge(a: Statement, b: Statement, shared_words: int) -> Judgement | None:
    """The link between two statements, None below the threshold; `shared_words` of a passage that both stand in."""
    common = _common(a.facts, b.facts)
    score, reasons = _likeness(a.facts, b.facts, common), [_told(key, a.facts, b.facts) for key in common]
    if score < THRESHOLD / (_SAME_CLAIMANT * _SHARED_PASSAGE):
        return None
    clashes = differing(a.facts.numbers, b.facts.numbers)
    for factor, why in _weighed(a, b, common, shared_words, bool(clashes)):
        score *= factor
        reasons.append(why)
    if score < THRESHOLD:
        return None
    denial = _denial(a, b, common)
    if denial:
        return Judgement("denial", round(min(1.0, score), 4), (*reasons, denial[1]), denial[0])
    numbers = [f"number: {x.text} | {y.text}" for x, y in clashes]
    return Judgement("variant" if clashes else "same", round(min(1.0, score), 4), (*reasons, *numbers))


def _common(a: Facts, b: Facts) -> list[str]:
    keys = sorted(a.keys.keys() & b.keys.keys())
    return [key for key in keys if not key.startswith("n:") or same_spelling(a.named[key], b.named[key])]


def _likeness(a: Facts, b: Facts, common: list[str]) -> float:
    shared = sum(min(a.keys[key], b.keys[key]) for key in common)
    whole, other = sum(a.keys.values()), sum(b.keys.values())
    if shared <= 0:
        return 0.0
    cosine, contained = shared / sqrt(whole * other), shared / min(whole, other)
    return (_COSINE * cosine + (1 - _COSINE) * contained) * min(1.0, 2 * shared / (shared + _MASS))


def _weighed(a: Statement, b: Statement, common: list[str], shared_words: int, other_number: bool) -> list[tuple[float, str]]:
    """What raises or lowers the score beside the common keys, each with its words."""
    found: list[tuple[float, str]] = []
    apart = days_apart(a.facts, b.facts)
    if apart is not None and apart > 0:
        found.append((_NEAR if apart <= _NEAR_DAYS else _FAR if apart <= _FAR_DAYS else _OTHER_TIME, f"dates {apart} days apart"))
    elif apart == 0:
        found.append((1.05, "dates meet"))
    against = _contrary(a.facts, b.facts)
    if against:
        found.append((_CONTRARY, f"contrary: {against}"))
    if not any(_is_predicate(key, a.facts.code) for key in common):
        found.append((_NO_PREDICATE, "no predicate in common"))
    if other_number:
        found.append((_OTHER_NUMBER, "other number"))
    if a.appearance.claimant_id and a.appearance.claimant_id == b.appearance.claimant_id:
        found.append((_SAME_CLAIMANT, f"claimant {a.appearance.claimant}"))
    if shared_words:
        found.append((_SHARED_PASSAGE, f"shared passage of {shared_words} words"))
    return found


def days_apart(a: Facts, b: Facts) -> int | None:
    """Days between the nearest dates of both: 0 where two meet, None where one has none."""
    if not a.days or not b.days:
        return None
    return min(_gap(x, y) for x in a.days for y in b.days)


def _gap(x: tuple[str, str], y: tuple[str, str]) -> int:
    if x[0] <= y[1] and y[0] <= x[1]:
        return 0
    first, second = (x, y) if x[1] < y[0] else (y, x)
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


def _contrary(a: Facts, b: Facts) -> str | None:
    table = contraries(a.code)
    for key in sorted(a.keys.keys() - b.keys.keys()):
        against = sorted(table.get(key, frozenset()) & (b.keys.keys() - a.keys.keys()))
        if against:
            return f"{key[2:]} | {against[0][2:]}"
    return None


def _is_predicate(key: str, code: str) -> bool:
    return key.startswith("w:") or kinds(code).get(key) == "predicate"


def _denial(a: Statement, b: Statement, common: list[str]) -> tuple[int, str] | None:
    """Which of the two denies the other, and what shows it."""
    denied = [one.appearance.stance is Stance.DENIED for one in (a, b)]
    if denied[0] != denied[1]:
        return denied.index(True), "denied by its source"
    one_way = [key for key in common if (key in a.facts.negated) != (key in b.facts.negated)]
    weight, whole = (sum(a.facts.keys[key] for key in keys) for keys in (one_way, [key for key in common if key[0] in "cw"]))
    if not one_way or weight < _NEGATED_SHARE * whole:
        return None
    return int(one_way[0] in b.facts.negated), f"negated: {one_way[0][2:]}"


def _told(key: str, a: Facts, b: Facts) -> str:
    kind, value = key.split(":", 1)
    if kind == "n":
        one, other = a.named[key], b.named[key]
        return f"name {one}" if one == other else f"name {one} = {other}"
    return {"c": "concept ", "p": "country ", "#": "number ", "w": "word ", "l": "word "}[kind] + value
