"""The verb groups of a sentence that may hand the floor to somebody.

A group is told whole: auxiliary, clitics, negation, adverbs and dates inside ("a, vendredi, déclaré"), participle, words that belong
to the verb ("mis en garde"), what is declined ("refuse de confirmer"); passive, gerund, infinitive, or a verb of the kind soon before an
infinitive ("vient d'accuser").
"""

from dataclasses import replace

from selon.attribute.around import is_plain
from selon.attribute.compound import compound, soon
from selon.attribute.cue import Cue
from selon.attribute.declining import DECLINING, declining, nor
from selon.attribute.forms import is_finite
from selon.attribute.lexicon import FINITE, GERUND
from selon.attribute.single import simple
from selon.attribute.tokens import Passage
from selon.attribute.verb_at import verb_at

_AGENT = 8  # tokens of whoever quotes: "by the Talmar news agency"
_HELPING, _LEADING_ON = frozenset({"auxiliary", "being"}), frozenset({"soon", "can", "unable"})


def cues(found: Passage, first: int, end: int) -> list[Cue]:
    """The cue groups among the tokens [first, end), in order."""
    groups: list[Cue] = []
    past = first
    for at in found.opening(first, end):
        if at < past or (at not in found.cued and _stands_alone(found, at)):
            continue
        if (group := _group(found, at, first, end)) is not None:
            groups.append(group)
            past = group.end + (group.verb.stance == "denied" and _is_account(found, group))
    return groups


def _is_account(found: Passage, group: Cue) -> bool:
    """Is the form behind a verb of denying a noun, where it could be a verb too ("denied reports that", "rejected claims")?"""
    return "account" in found.kinds[group.end]


def _stands_alone(found: Passage, at: int) -> bool:
    """Is an auxiliary, or "est" that no word of its own follows, right before a word that no verb group holds, as most are?"""
    return is_plain(found, at + 1) and found.forms[at + 1] not in found.lexicon.verbs


def _group(found: Passage, at: int, first: int, end: int) -> Cue | None:
    group = _verb_group(found, at, first, end)
    if group is None:
        return None
    frames = group.verb.frames
    if "cites" in frames and group.mood == "passive" and (told := _quoted_as(found, group)) is not None:
        return told
    if ("blames" in frames and not _blames(found, group.end, end)) or ("as_said" in frames and group.mood != FINITE):
        return None
    if group.mood not in (FINITE, GERUND):
        return None if frames <= DECLINING else group
    if not frames.isdisjoint(DECLINING):
        group = declining(found, group, end)
    elif group.verb.negated == "unconfirmed" and (last := nor(found, group.end, end)):
        group = replace(group, end=last, negated=True)
    return group


def _quoted_as(found: Passage, group: Cue) -> Cue | None:
    """The whole of "was quoted (by the agency) as saying": a verb of saying whose subject is whoever is quoted."""
    at = group.end
    if "by" in found.kinds[at]:
        at = next((here for here in range(at + 1, min(at + _AGENT, len(found))) if "as" in found.kinds[here]), at)
    if "as" not in found.kinds[at] or found.form(at + 1) not in found.lexicon.verbs:
        return None
    verb, last = verb_at(found, at + 1, GERUND, reflexive=False)
    if verb is None or "incise" not in verb.frames:
        return None
    return Cue(group.first, group.shown, at + 1, last, verb, FINITE, negated=group.negated, compound=True)


def _blames(found: Passage, at: int, end: int) -> bool:
    """Does "responsable" follow its object: "tient la régie pour responsable de …"?"""
    for here in range(at, min(end, at + 12)):
        if "blame" in found.kinds[here]:
            return here > at and not found.has(here - 1, "determiner", "of")
        if not found.is_word(here) or is_finite(found, here):
            return False
    return False


def _verb_group(found: Passage, at: int, first: int, end: int) -> Cue | None:
    if kinds := found.kinds[at]:
        if not kinds.isdisjoint(_HELPING) and (group := compound(found, at, first, end)):
            return group
        if not kinds.isdisjoint(_LEADING_ON) and (group := soon(found, at, first, end)):
            return group
    return simple(found, at, first, end) if at in found.cued else None
