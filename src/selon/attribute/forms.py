"""What a token is in its place: a finite verb, a noun, a pronoun that looks like an article.

The tables say what a form may be (`Passage.kinds`, `lexicon.moods`); its neighbours decide.
"""

from selon.attribute.lexicon import ALWAYS_FINITE, BASE, FINITE, GENITIVE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage

_NOTHING: frozenset[str] = frozenset()
_LINKS = frozenset({
    "preposition", "of", "to", "and", "but", "that", "determiner", "by", "as", "adverb", "day", "month", "subordinator", "if",
    "without", "not",
})  # fmt: skip
_GOVERNS = frozenset({"of", "to", "preposition", "by", "without"})
_VERBS = frozenset({FINITE, BASE, INFINITIVE, GERUND})
_CLAUSE = 12  # tokens before a pronoun in which its clause would have a verb already


def moods(found: Passage, at: int) -> frozenset[str]:
    """The verb moods that a form can have, whatever stands around it."""
    try:
        return found.lexicon.moods[found.forms[at]]
    except IndexError:
        return _NOTHING


def is_finite(found: Passage, at: int) -> bool:
    """Is the token a finite verb in its place? A form after an article or a preposition is a noun."""
    if not found.lexicon.finite[found.forms[at]]:
        return False  # as most are
    told = found.finite.get(at)
    if told is None:
        told = found.finite[at] = _is_finite(found, at)
    return told


def _is_finite(found: Passage, at: int) -> bool:
    if not found.kinds[at].isdisjoint(ALWAYS_FINITE):
        return True
    known = found.lexicon.moods[found.forms[at]]
    if (found.is_capital(at) and not _may_be_capital(found, at)) or has_agent(found, at):
        return False
    return not is_noun(found, at) and (FINITE in known or _has_plural_subject(found, at))


def has_agent(found: Passage, at: int) -> bool:
    """Is a form that may be a finite verb a participle: "a source quoted | by the agency said", never "prices rose | by a third"?"""
    if not found.lexicon.order.past_relatives or not found.has(at + 1, "by") or PARTICIPLE not in moods(found, at):
        return False
    if found.has(at - 1, "subject", "who", "which"):
        return False
    agent = at + 3 if found.has(at + 2, "determiner") else at + 2
    return found.is_capital(agent) or found.has(agent, "role") or found.form(agent) in found.lexicon.speaking


def _may_be_capital(found: Passage, at: int) -> bool:
    """May a verb have a capital here: at the beginning of the passage, after its subject, or of a sentence without one?"""
    order = found.lexicon.order
    if order.nouns_capital:
        return False
    return at == 0 or "subject" in found.kinds[at - 1] or (order.verb_first and not found.is_word(at - 1))


def is_noun(found: Passage, at: int) -> bool:
    """Does what stands before the token make a noun of a form that could be a verb?"""
    before = found.kinds[at - 1]
    if not before.isdisjoint(_GOVERNS) and "clitic" not in before:
        return True
    if "determiner" not in before:
        return at > 0 and GENITIVE in moods(found, at - 1)
    if "many" in found.kinds[at - 1] and FINITE in moods(found, at):
        return False
    if "clitic" not in before:
        return True
    return not (found.has(at - 2, "subject", "who", "not", "clitic", "reflexive", "that", "as") or _is_pronoun(found, at - 1))


def _is_pronoun(found: Passage, at: int) -> bool:
    """Is a form that may be an article a pronoun: right behind a noun, in a clause without a verb ("la régie l'accuse")?"""
    before = at - 1
    while "day" in found.kinds[before] or ("preposition" in found.kinds[before] and "day" in found.kinds[before + 1]):
        before -= 1  # "those who wrote on Monday | say"
    if not found.is_word(before) or before in found.quote_at or len(found.forms[before]) == 1 or not found.kinds[before].isdisjoint(_LINKS):
        return False
    if moods(found, before) & _VERBS:
        return False
    for here in range(before - 1, max(-1, before - _CLAUSE), -1):
        if not found.is_word(here) or found.has(here, "that", "who", "but", "subordinator"):
            return True
        if here in found.quote_at or is_finite(found, here):
            return False
    return True


def _has_plural_subject(found: Passage, at: int) -> bool:
    if "several" in found.kinds[at] and _stands_behind_noun(found, at):
        return True
    return found.has(at - 1, "subject", "first", "adverb", "who") or (found.is_word(at - 1) and found.form(at - 1).endswith("s"))


def _stands_behind_noun(found: Passage, at: int) -> bool:
    """Does a word that may end a subject stand right before, and nothing that governs a base form in the same clause?"""
    before = at - 1
    if not found.is_word(before) or before in found.quote_at or not found.kinds[before].isdisjoint(_LINKS) or moods(found, before) & _VERBS:
        return False
    for here in range(before, max(-1, at - _CLAUSE), -1):
        if found.has(here, "modal", "soon", "causing"):
            return False
        if not found.is_word(here) or found.has(here, "that", "who", "but", "subordinator"):
            break
    return True


def has_finite(found: Passage, first: int, end: int) -> bool:
    """Is there a finite verb among the tokens [first, end)?"""
    first, end, maybe = max(0, first), min(end, len(found.starts)), found.lexicon.finite
    if first >= end or not any(map(maybe.__getitem__, found.forms[first:end])):
        return False
    return any(is_finite(found, at) for at, form in enumerate(found.forms[first:end], first) if maybe[form])


def is_hyphen(found: Passage, at: int) -> bool:
    """Is a stroke one without spaces, inside a word: "a 75-day strike"?"""
    if not 0 < at < len(found) - 1 or not (found.is_word(at - 1) and found.is_word(at + 1)):
        return False
    return found.end(at - 1) == found.starts[at] and found.end(at) == found.starts[at + 1]
