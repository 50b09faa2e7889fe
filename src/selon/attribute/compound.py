"""Verb groups of several verbs: "a, vendredi, déclaré", "vient d'accuser"."""

from selon.attribute.around import inside, left
from selon.attribute.cue import Cue
from selon.attribute.forms import moods
from selon.attribute.lexicon import FINITE, GERUND, INFINITIVE, PARTICIPLE, Verb
from selon.attribute.tokens import Passage
from selon.attribute.verb_at import verb_at


def compound(found: Passage, at: int, first: int, end: int) -> Cue | None:
    """The group of an auxiliary at a token and its participle."""
    head, pronoun, negated = inside(found, at + 1, end)
    if head < end and (after := _past_himself(found, head)) is not None:
        head, _, again = inside(found, after, end)
        negated = negated or again
    passive = "being" in found.kinds[at] and "auxiliary" not in found.kinds[at]
    if "been" in found.kinds[head]:
        passive = True
        head, _, again = inside(found, head + 1, end)
        negated = negated or again
    if head >= end or found.forms[head] not in found.lexicon.verbs:
        return None
    start, reflexive, ne = left(found, at, first)
    verb, last = verb_at(found, head, PARTICIPLE, reflexive)
    if verb is None and passive:
        verb, last = verb_at(found, head, GERUND, reflexive)  # "is calling", "has been calling"
        passive = passive and verb is None
    if verb is None:
        return None
    if passive and reflexive:
        passive = False
    return Cue(
        start,
        at,
        head,
        last,
        verb,
        "passive" if passive else FINITE,
        pronoun,
        negated or ne,
        True,
        dependent=not moods(found, at).isdisjoint((INFINITIVE, GERUND)),
    )


def _past_himself(found: Passage, at: int) -> int | None:
    """After a pronoun that only stresses who speaks ("a lui-même dit", "ont, eux, assuré"); None where none stands there."""
    parted = found.forms[at] == ","
    here = at + 1 if parted else at
    if "emphatic" not in found.kinds[here] or (parted and found.form(here + 1) != ","):
        return None
    return here + 2 if parted else here + 1


def soon(found: Passage, at: int, first: int, end: int) -> Cue | None:
    """The group of a verb at a token that leads to an infinitive."""
    head, pronoun, negated = inside(found, at + 1, end)
    if found.has(head, "of", "to"):
        head += 1
    itself = False
    while head < end and found.has(head, "clitic", "adverb"):
        itself = itself or "reflexive" in found.kinds[head]
        head += 1
    if head >= end or found.forms[head] not in found.lexicon.verbs:
        return None
    verb, last = verb_at(found, head, INFINITIVE, itself)
    if verb is None or ("written" in verb.frames) != ("can" in found.kinds[at]):
        return None
    shown = _auxiliary(found, at, first)  # "a tenu à préciser", "n'a pas manqué de rappeler"
    start, _, ne = left(found, shown, first)
    refuses, hesitates = negated or ne or "not" in found.kinds[at], "unhesitating" in found.kinds[at]
    if hesitates and not refuses and "without" not in found.kinds[start - 1]:
        return None  # "a cessé de dire", "hésite à dire": only with a negation it is said
    refuses = refuses and not hesitates
    if "unable" in found.kinds[at] and not (refuses and _is_withheld(verb)):
        return None  # "could say": only "could not confirm" tells that somebody said something
    return Cue(start, shown, head, last, verb, FINITE, pronoun, refuses)


def _is_withheld(verb: Verb) -> bool:
    """Is somebody who does not do this asked for it: "confirm", "comment"?"""
    return verb.negated == "unconfirmed" or "comments" in verb.frames


def _auxiliary(found: Passage, at: int, first: int) -> int:
    """The auxiliary of a participle, before its negation and adverbs; the token itself where none stands there."""
    before = at - 1
    while before > first and found.has(before, "not", "adverb") and found.has(at, "unhesitating"):
        before -= 1
    return before if before >= first and "auxiliary" in found.kinds[before] else at
