"""What somebody will not say, inside a verb group: "refuse de confirmer ou d'infirmer", "n'a ni confirmé ni démenti", "s'est gardé de"."""

from dataclasses import replace

from selon.attribute.cue import Cue
from selon.attribute.lexicon import BASE, GERUND, INFINITIVE
from selon.attribute.tokens import Passage

DECLINING = frozenset({"declines", "declines_not", "comments", "forgoes"})
_BEFORE_COMMENT = ("of", "to", "clitic", "reflexive", "neither", "determiner", "not", "comment_kind")
_NOUN, _EITHER = ("comment_noun",), ("comment", "comment_noun")  # "had no comment"; "declined to comment", "declined comment"
_FORGOING = frozenset({"declines", "forgoes"})


def declining(found: Passage, group: Cue, end: int) -> Cue | None:
    """The group with what somebody declines to do; None for a verb that only declines, where nothing of the kind follows."""
    frames = group.verb.frames
    if "comments" in frames and group.negated:
        return replace(group, declined=group.head)
    refuses = ("declines" in frames and not group.negated) or ("declines_not" in frames and group.negated)
    after = group.end
    while after < end and found.has(after, "adverb", "not") and "determiner" not in found.kinds[after]:
        after += 1
    last = _comment(found, after, end, _NOUN if group.verb.then else _EITHER) if refuses else None
    if last is None:
        return group if frames - DECLINING else None
    return replace(group, end=last, declined=after)


def _comment(found: Passage, at: int, end: int, wanted: tuple[str, ...]) -> int | None:
    """The token after "de confirmer ou d'infirmer", "à tout commentaire", "no comment"."""
    while at < end and found.has(at, *_BEFORE_COMMENT) and "comment" not in found.kinds[at]:
        at += 1
    if at >= end or not found.has(at, *wanted):
        return None
    more = _comment(found, at + 2, end, wanted) if found.has(at + 1, "and", "neither") and at + 2 < end else None
    return more or at + 1


def nor(found: Passage, at: int, end: int) -> int | None:
    """The token after "ni démenti": the second of two verbs between which somebody will not choose."""
    if at >= end or "neither" not in found.kinds[at]:
        return None
    at += 1
    while at < end and found.has(at, "not", "clitic") and found.forms[at] not in found.lexicon.verbs:
        at += 1
    return at + 1 if at < end and any(verb.stance == "denied" for verb, _ in found.lexicon.verbs.get(found.forms[at], ())) else None


def is_forgone(found: Passage, at: int) -> bool:
    """Is what follows not said: "s'est gardé de | critiquer", "refuse de | promettre", "refrained from | accusing"?"""
    while found.has(at, "adverb", "not") and "determiner" not in found.kinds[at]:
        at -= 1
    return any(not verb.frames.isdisjoint(_FORGOING) for verb, _ in found.lexicon.verbs.get(found.forms[at], ()))


def is_withheld(found: Passage, cue: Cue) -> bool:
    """Could something be said, or could it not, and is not: "rien ne permet d' | affirmer", "sans | préciser", "may | have said"?"""
    if (cue.mood in (GERUND, INFINITIVE) and _is_without(found, cue.first)) or _might_have(found, cue):
        return True
    led = found.has(cue.first - 1, "of", "to", "preposition")
    return led and cue.mood in (GERUND, INFINITIVE, BASE) and "enabling" in found.kinds[cue.first - 2]


def _might_have(found: Passage, cue: Cue) -> bool:
    """As in "she might | have said", "should not | have told": nobody tells that it was said."""
    if not (cue.compound and "auxiliary" in found.kinds[cue.shown]):
        return False
    at = cue.shown - 1
    while at > 0 and found.has(at, "adverb", "not"):
        at -= 1
    return at >= 0 and "modal" in found.kinds[at] and "auxiliary" not in found.kinds[at]


def _is_without(found: Passage, at: int) -> bool:
    """Does "without" stand before a verb and its adverbs, and no word that denies it ("non sans | rappeler")?"""
    while "without" not in found.kinds[at - 1] and found.has(at - 1, "adverb", "but"):
        at -= 1
    return "without" in found.kinds[at - 1] and not found.has(at - 2, "not", "neither")
