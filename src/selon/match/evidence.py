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
from selon.match.quantities import Quantity, differing
from selon.model.attribution import Stance
from selon.model.claim import Appearance

THRESHOLD = 0.36  # of a link

_LEAST_WORDS = 2  # that both hold, light ones aside
_COSINE = 0.5  # share of the cosine in the mean; the rest is containment
_MASS = 1.5  # weight of shared keys at which the score is halved
_NEAR_DAYS, _NEAR = 3, 0.6  # dates that differ by so little are often the day of telling
_FAR_DAYS, _FAR = 31, 0.5
_OTHER_TIME = 0.25  # beyond: another event
_CONTRARY = 0.35
_NO_CONTENT = 0.27  # where only names, places, offices and bodies meet
_NO_PREDICATE = 0.65
_ENOUGH_CONTENT = 0.4
_OTHER_NAMES = 0.35  # taken off where no name meets
_OTHER_NUMBER = 0.87  # of what is counted: tolls roll
_OTHER_MEASURE = 0.4  # of a price, a height, a rate: part of what is said
_ONE_TOLL = 1.6  # tolls of one event are told in few words, and roll
_ONE_EVENT = 0.4  # share of the topics of two articles that must meet
_ONE_ORDER = 2.5  # a toll and a later one are rarely further apart
_SAME_CLAIMANT = 1.1
_SHARED_PASSAGE = 1.25
_NEGATED_SHARE = 0.3  # of a statement's concepts and words: so much negated in one alone makes a denial


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


def judge(a: Statement, b: Statement, shared_words: int) -> Judgement:
    """What stands between two statements; `shared_words` of a passage that both stand in. Below `THRESHOLD` it is no link."""
    common = _common(a.facts, b.facts)
    score, reasons = _likeness(a.facts, b.facts, common), [_told(key, a.facts, b.facts) for key in common if key[0] != "l"]
    clashes = differing(a.facts.numbers, b.facts.numbers)
    for factor, why in _weighed(a, b, common, shared_words, clashes):
        score *= factor
        reasons.append(why)
    denial = _denial(a, b, common)
    if denial:
        return Judgement("denial", round(min(1.0, score), 4), (*reasons, denial[1]), denial[0])
    numbers = [f"number: {x.text} | {y.text}" for x, y in clashes]
    return Judgement("variant" if clashes else "same", round(min(1.0, score), 4), (*reasons, *numbers))


def _common(a: Facts, b: Facts) -> list[str]:
    keys = sorted(a.keys.keys() & b.keys.keys())
    return [key for key in keys if not key.startswith("n:") or same_spelling(a.named[key], b.named[key])]


def _likeness(a: Facts, b: Facts, common: list[str]) -> float:
    words = min(len({facts.places[key] for key in common if key[0] != "l"}) for facts in (a, b))
    if words < _LEAST_WORDS:
        return 0.0
    shared = sum(min(a.keys[key], b.keys[key]) for key in common)
    whole, other = sum(a.keys.values()), sum(b.keys.values())
    cosine, contained = shared / sqrt(whole * other), shared / min(whole, other)
    return (_COSINE * cosine + (1 - _COSINE) * contained) * min(1.0, 2 * shared / (shared + _MASS))


def _weighed(
    a: Statement, b: Statement, common: list[str], shared_words: int, numbers: list[tuple[Quantity, Quantity]]
) -> list[tuple[float, str]]:
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
    content = _content(a.facts, b.facts, common)
    if content < 1:
        found.append((_NO_CONTENT + (1 - _NO_CONTENT) * content, "little content in common"))
    if not any(_is_predicate(key, a.facts.code) for key in common):
        found.append((_NO_PREDICATE, "no predicate in common"))
    others = _other_names(a.facts, b.facts, common)
    if others:
        found.append((1 - _OTHER_NAMES * others, "other names"))
    if numbers:
        measured = any(kinds(a.facts.code).get(x.unit) == "measure" for x, _ in numbers)
        found.append((_OTHER_MEASURE if measured else _OTHER_NUMBER, "other number"))
    toll = _one_toll(a.facts, b.facts)
    if toll:
        found.append((_ONE_TOLL, f"both count {toll}, in articles on one thing"))
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
    """A concept of one statement alone whose contrary stands in the other."""
    table = contraries(a.code)
    for mine, theirs in ((a.keys, b.keys), (b.keys, a.keys)):
        for key in sorted(mine.keys() - theirs.keys()):
            against = sorted(table.get(key, frozenset()) & theirs.keys())
            if against:
                return f"{key[2:]} | {against[0][2:]}"
    return None


def _other_names(a: Facts, b: Facts, common: list[str]) -> float:
    """The share of names and countries that only one of the two has, the smaller of both: 1 where both name, and nothing together."""
    met = sum(key[0] in "np" for key in common)
    named = [sum(key[0] in "np" for key in facts.keys) for facts in (a, b)]
    return min((count - met) / count if count else 0.0 for count in named)


def _one_toll(a: Facts, b: Facts) -> str | None:
    """What both count of one event: numbers of one order for one fate, in articles that are about the same names and things."""
    about = len(a.topics & b.topics) / max(1, min(len(a.topics), len(b.topics)))
    if about < _ONE_EVENT:
        return None
    for x, y in ((x, y) for x in a.numbers for y in b.numbers if x.unit == y.unit):
        fate = kinds(a.code).get(x.unit) == "predicate"
        if fate and max(x.low, y.low) <= _ONE_ORDER * min(x.high, y.high):
            return x.unit[2:]
    return None


def _content(a: Facts, b: Facts, common: list[str]) -> float:
    """How much of what happens, beside who and where, both tell: 1 from `_ENOUGH_CONTENT` of the shorter one on."""
    shared = sum(min(a.keys[key], b.keys[key]) for key in common if _is_content(key, a.code))
    whole = min(sum(facts.keys[key] for key in facts.keys if _is_content(key, facts.code)) for facts in (a, b))
    return min(1.0, shared / (_ENOUGH_CONTENT * whole)) if whole else 0.0


def _is_predicate(key: str, code: str) -> bool:
    return key[0] in "w#" or kinds(code).get(key) == "predicate"


def _is_content(key: str, code: str) -> bool:
    return key[0] in "w#" or (key[0] == "c" and kinds(code).get(key) in ("predicate", "thing", "counted"))


def _denial(a: Statement, b: Statement, common: list[str]) -> tuple[int, str] | None:
    """Which of the two denies the other, and what shows it."""
    denied = [one.appearance.stance is Stance.DENIED for one in (a, b)]
    for place, (one, other) in enumerate(((a.facts, b.facts), (b.facts, a.facts))):
        alone = sorted(key for key in one.negated - other.negated if key in common or not other.negated)
        whole = sum(one.keys[key] for key in one.keys if key[0] in "cw")
        if alone and sum(one.keys[key] for key in alone) >= _NEGATED_SHARE * whole:
            return None if denied[1 - place] else (place, f"negated: {alone[0][2:]}")  # to deny it and to negate it is one
    return (denied.index(True), "denied by its source") if denied[0] != denied[1] else None


def _told(key: str, a: Facts, b: Facts) -> str:
    kind, value = key.split(":", 1)
    if kind == "n":
        one, other = a.named[key], b.named[key]
        return f"name {one}" if one == other else f"name {one} = {other}"
    return {"c": "concept ", "p": "country ", "#": "number ", "w": "word "}[kind] + value
