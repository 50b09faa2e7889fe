"""The verb groups of a language whose main clauses have the verb second: the two halves of a group frame its clause.

"hat am Montag erklärt", "teilte die Polizei mit", "wollte nichts bestätigen"; in a subordinate clause the group stands whole at its
end ("wie die Polizei mitteilte", "wie er gesagt hatte"). Not done yet: a second half after a long clause inside the first.
"""

from collections.abc import Iterator

from selon.attribute.cue import Cue
from selon.attribute.forms import is_finite
from selon.attribute.lexicon import FINITE, INFINITIVE, PARTICIPLE, Verb
from selon.attribute.tokens import Passage

_FIELD = 30  # tokens between the two halves


def bracketed(found: Passage, first: int, end: int) -> list[Cue]:
    """The cue groups among the tokens [first, end), in order."""
    groups: list[Cue] = []
    heads: set[int] = set()
    for at in range(first, end):
        if at in heads or found.forms[at] not in found.lexicon.openers:
            continue
        group = _framed(found, at, end) or _whole(found, at, first, end)
        if group is not None:
            groups.append(group)
            heads.update((group.head, group.end - 1))
    return groups


def _framed(found: Passage, at: int, end: int) -> Cue | None:
    """An auxiliary or a modal verb with the cue verb that closes its clause."""
    if "auxiliary" in found.kinds[at]:
        wanted, mood = PARTICIPLE, FINITE
    elif "being" in found.kinds[at]:
        wanted, mood = PARTICIPLE, "passive"
    elif "soon" in found.kinds[at]:
        wanted, mood = INFINITIVE, FINITE
    else:
        return None
    for here in _field(found, at + 1, end):
        verb = _verb(found, here, wanted)
        if verb is not None and here > at and closes(found, here + 1, end):
            negated = any("not" in found.kinds[inside] for inside in range(at + 1, here))
            return Cue(at, at, here, here + 1, verb, mood, negated=negated, compound=True, field=(at + 1, here))
    return None


def _whole(found: Passage, at: int, first: int, end: int) -> Cue | None:
    """A finite cue verb, alone or with the word that closes its clause; a participle before its auxiliary."""
    rows = sorted(found.lexicon.verbs.get(found.forms[at], ()), key=lambda row: (not row[0].apart, -len(row[0].then)))
    for verb, mood in rows:
        if mood == FINITE and is_finite(found, at):
            group = _finite(found, at, first, end, verb)
            if group is not None:
                return group
        elif mood == PARTICIPLE and "auxiliary" in found.kinds[at + 1] and closes(found, at + 2, end) and _is_joined(found, at, verb):
            return Cue(at, at, at, at + 2, verb, FINITE, compound=True, final=True)
    return None


def _finite(found: Passage, at: int, first: int, end: int, verb: Verb) -> Cue | None:
    after = at + 1
    for word in verb.then:  # each in one of its forms
        if found.form(after) not in word:
            return None
        after += 1
    if not verb.apart or found.forms[at].startswith(verb.apart):
        negated = "not" in found.kinds[after]
        return Cue(at, at, at, after, verb, FINITE, negated=negated, final=closes(found, after, end) and _is_subordinate(found, at, first))
    for here in _field(found, after, end):
        if found.forms[here] == verb.apart and closes(found, here + 1, end):
            negated = any("not" in found.kinds[inside] for inside in range(after, here))
            return Cue(at, at, at, here + 1, verb, FINITE, negated=negated, field=(after, here))
    return None


def _field(found: Passage, at: int, end: int) -> Iterator[int]:
    """The tokens in which the second half of a group may stand."""
    for here in range(at, min(end, at + _FIELD)):
        if found.forms[here] in ";:" or "that" in found.kinds[here] or (here in found.quote_at and len(found.quote_at[here].inner) > 40):
            return
        yield here


def _verb(found: Passage, at: int, mood: str) -> Verb | None:
    rows = found.lexicon.verbs.get(found.forms[at], ())
    return next((verb for verb, its in rows if its == mood and _is_joined(found, at, verb)), None)


def _is_joined(found: Passage, at: int, verb: Verb) -> bool:
    """Does the word that may stand apart stand where it must: in the form, or right before it ("bekannt gegeben")?"""
    if verb.then and found.form(at - 1) not in verb.then[-1]:
        return False
    return not verb.apart or found.forms[at].startswith(verb.apart) or found.form(at - 1) == verb.apart


def closes(found: Passage, at: int, end: int) -> bool:
    """Does a clause end before a token: a mark, a conjunction, a quotation or an infinitive clause stands there?"""
    if at >= end or not found.is_word(at) or at in found.quote_at:
        return True
    return found.has(at, "and", "but", "that", "as", "mark_infinitive", "been")


def clause_opening(found: Passage, at: int, first: int) -> int:
    """The first token after the mark before a token."""
    while at > first and found.is_word(at - 1) and at - 1 not in found.quote_at:
        at -= 1
    return at


def _is_subordinate(found: Passage, at: int, first: int) -> bool:
    opening = clause_opening(found, at, first)
    if opening >= at:
        return False
    if opening > first and found.has(opening + ("preposition" in found.kinds[opening]), "relative", "which"):
        return True
    return found.has(opening, "as", "subordinator", "that", "if")
