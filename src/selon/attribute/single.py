"""Verb groups of one verb, in the moods that it may have where it stands; a participle that shares an auxiliary."""

from collections.abc import Iterator

from selon.attribute.around import announces, inside, is_plain, left
from selon.attribute.cue import Cue
from selon.attribute.declining import is_forgone
from selon.attribute.forms import is_finite, moods
from selon.attribute.lexicon import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage
from selon.attribute.verb_at import verb_at

_REACH = 14  # tokens back to the verb that governs an infinitive
_TITLE = 6  # tokens on either side, by which a title is told, most of whose words have capitals
_SPEAKER = 9  # tokens back from a verb to "as"
_SHARED_TOKENS = 40  # between an auxiliary and the second participle that shares it
_BEFORE_INFINITIVE, _OF_TO = frozenset({"clitic", "reflexive", "adverb"}), frozenset({"of", "to"})
_FORGONE = frozenset({GERUND, BASE, INFINITIVE})
_OPENS_INFINITIVE = frozenset({"of", "to", "and", "without", "preposition"})


def simple(found: Passage, at: int, first: int, end: int) -> Cue | None:
    """The group of a verb at a token that no other verb leads to."""
    joins = "and" in found.kinds[at - 1] or ("but" in found.kinds[at - 1] and found.form(at - 2) == ",")
    if joins and (joined := _joined(found, at, end)) is not None:
        return joined
    start, reflexive, ne = left(found, at, first)
    for mood in _moods(found, at):
        verb, last = verb_at(found, at, PARTICIPLE if mood == "passive" else mood, reflexive)
        if verb is None:
            continue
        pronoun = at + 1 if "inverted" in found.kinds[at + 1] else at + 2 if "inverted" in found.kinds[at + 2] else None
        if pronoun == at + 2 and "euphonic" in found.kinds[at + 1]:
            last = max(last, at + 2)  # "ajoute t-il"
        elif pronoun == at + 2:
            pronoun = None
        after, _, negated = (last, None, False) if is_plain(found, last) else inside(found, last, min(end, last + 3))
        negated = negated and (found.lexicon.order.denies_after or mood != FINITE or pronoun is not None)
        if negated and "bare" in verb.frames and _denies_infinitive(found, after, end):
            negated = False  # "dit ne pas savoir": what is said is negated, not that it is said
        if mood == "passive" and not ("by" in found.kinds[after] or ("charge" in verb.frames and "of" in found.kinds[after])):
            continue
        return Cue(start, start if reflexive else at, at, last, verb, FINITE if mood == BASE else mood, pronoun, negated or ne)
    return None


def _denies_infinitive(found: Passage, at: int, end: int) -> bool:
    """Is it an infinitive behind a negation, at once or with one word between: "ne pas | savoir", "ne | plus savoir", "ne | lui avoir"?"""
    if at < end and INFINITIVE in moods(found, at):
        return True
    half = at + 1 < end and "not" in found.kinds[at - 1] and INFINITIVE in moods(found, at + 1)
    return half and not ("clitic" in found.kinds[at] and "impersonal" in found.kinds[at])  # "pense n' | en faire qu'une bouchée"


def _joined(found: Passage, at: int, end: int) -> Cue | None:
    """A participle behind "et" that shares the auxiliary of the verb before: "a ordonné la fermeture et menacé de partir"."""
    if at + 1 >= end or not (found.has(at + 1, "that", "of", "to", "determiner", "not") or INFINITIVE in moods(found, at + 1)):
        return None
    verb, last = verb_at(found, at, PARTICIPLE, reflexive=False)
    bare = found.has(at + 1, "not") or not found.has(at + 1, "that", "of", "to", "determiner")  # "et assuré | ne pas le savoir"
    if (
        verb is None
        or (bare and "bare" not in verb.frames)
        or FINITE in found.lexicon.verb_moods[found.forms[at]]
        or not _shares_auxiliary(found, at)
    ):
        return None
    return Cue(at, at, at, last, verb, FINITE, compound=True)


def _shares_auxiliary(found: Passage, at: int) -> bool:
    """Does an auxiliary stand before a participle, and no passive that it would share ("a été hué et | critiqué")?"""
    before = next((here for here in range(at - 1, max(-1, at - _SHARED_TOKENS), -1) if "auxiliary" in found.kinds[here]), None)
    return before is not None and not any("been" in found.kinds[here] for here in range(before, at))


def _moods(found: Passage, at: int) -> Iterator[str]:
    known = found.lexicon.verb_moods[found.forms[at]]
    if PARTICIPLE in known and FINITE in known and found.has(at + 1, "by", "of") and not found.has(at - 1, "subject", "who"):
        yield "passive"
    if FINITE in known and (is_finite(found, at) or "as" in found.kinds[at - 1] or announces(found, at)):
        yield FINITE
    if BASE in known and (is_finite(found, at) or _is_as_said(found, at)):
        yield BASE
    if (
        GERUND in known
        and "adverb" not in found.kinds[at]
        and not _is_of_a_name(found, at)
        and not (found.has(at - 1, "preposition", "of", "to") and is_forgone(found, at - 2))
        and not ((is_finite(found, at - 1) or moods(found, at - 1) & _FORGONE) and is_forgone(found, at - 1))
        and (
            "determiner" not in found.kinds[at - 1]
            or "alone" in found.kinds[at - 1]
            or ("clitic" in found.kinds[at - 1] and (not found.is_word(at - 2) or "while" in found.kinds[at - 2]))
        )
    ):
        yield GERUND
    if INFINITIVE in known and _opens_infinitive(found, at):
        yield INFINITIVE
    if PARTICIPLE in known and "determiner" not in found.kinds[at - 1]:
        yield "passive"


def _is_of_a_name(found: Passage, at: int) -> bool:
    """As in "the Harbour | Reporting | Service": does a form with a capital stand between two, in a text that is no title?"""
    if not (found.is_capital(at) and found.is_capital(at + 1) and at > 0 and found.is_word(at - 1) and found.is_capital(at - 1)):
        return False
    around = (here for here in range(max(0, at - _TITLE), min(len(found), at + _TITLE)) if found.is_word(here))
    return sum(not found.is_capital(here) for here in around) > _TITLE // 2


def _is_as_said(found: Passage, at: int) -> bool:
    """As in "As Ada Bry | put it": a form that is of the past as well, behind "as" and who speaks."""
    verb, _ = verb_at(found, at, BASE, reflexive=False)
    if verb is None or "as_said" not in verb.frames:
        return False
    for here in range(at - 1, max(-1, at - _SPEAKER), -1):
        if "as" in found.kinds[here]:
            return here < at - 1
        if not found.is_word(here) or is_finite(found, here):
            return False
    return False


def _opens_infinitive(found: Passage, at: int) -> bool:
    before, kinds = at - 1, found.kinds
    while not kinds[before].isdisjoint(_BEFORE_INFINITIVE) and kinds[before].isdisjoint(_OF_TO):
        before -= 1
    if "and" in kinds[before] and found.lexicon.infinitive_marks and found.has(at + 1, "role", "plural") and not _is_marked(found, before):
        return False  # "federal and | state officials"
    return not kinds[before].isdisjoint(_OPENS_INFINITIVE) and not is_forgone(found, before - 1)


def _is_marked(found: Passage, at: int) -> bool:
    """Does the mark of an infinitive, or a verb that governs one, stand before "and": "wants to close it and | say so"?"""
    return any(found.has(here, "mark_infinitive", "modal", "soon", "causing") for here in range(max(0, at - _REACH), at))
