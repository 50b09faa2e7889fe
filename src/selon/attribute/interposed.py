"""Where what is said ends inside a description of the subject, before the subject's own verb.

"Ada Bry, qui affirme que le bac a coulé, | a été entendue", "des élus, estimant que le port va mieux, | ont voté", "un homme soupçonné
d'avoir volé le bac | a été arrêté". Only where no verb stands before the description: what it describes is the sentence's subject.
"""

from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import ALWAYS_FINITE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage

_CLITICS = frozenset({"clitic", "reflexive", "not"})
_OPENS = ("who", "which", "that", "if", "subordinator", "subject")  # kinds of the words with which a clause of its own opens


def interposed_end(found: Passage, cue: Cue, first: int, end: int) -> int:
    """The token at which a description ends that a cue opens, before the verb of what it describes; else the end."""
    opens = _opened(found, cue, first)
    if opens is None or found.lexicon.order.analytic or has_finite(found, first, opens):
        return end
    if found.form(opens - 1) == ",":
        closing = (at for at in range(cue.end, end) if found.forms[at] == "," and _goes_on(found, at + 1, end))
        return next((at for at in closing if _is_whole(found, cue.end, at)), end)
    if cue.mood != "passive" and "who" not in found.kinds[opens]:
        return end
    for at in range(cue.end, end):
        if (found.has(at, *_OPENS) and "determiner" not in found.kinds[at]) or found.forms[at] in ",;:":
            return end
        if _is_verb(found, at):
            while found.has(at - 1, *_CLITICS):
                at -= 1
            return at
    return end


def _opened(found: Passage, cue: Cue, first: int) -> int | None:
    """Where a description begins that a cue opens: at its "qui", or with the cue, a participle behind a noun or a comma."""
    before = cue.first - 1
    if before <= first:
        return None
    if "who" in found.kinds[before]:
        return before
    participle = cue.mood == "gerund" or (cue.mood == "passive" and not cue.compound)
    return cue.first if participle and not found.has(before, "while", "and", "being", "auxiliary", "been", "adverb") else None


def _goes_on(found: Passage, at: int, end: int) -> bool:
    """Does a verb without a subject of its own stand behind a comma?"""
    while at < end - 1 and found.has(at, *_CLITICS) and not (found.has(at, "determiner") and not moods(found, at + 1)):
        at += 1
    return at < end and _is_verb(found, at) and moods(found, at) != {GERUND}


def _is_verb(found: Passage, at: int) -> bool:
    """A finite verb that is no preposition and no noun of another's: "d'avoir pris | part à un vol", "un accord, | entre élus"."""
    if not is_finite(found, at) or found.has(at, "preposition") or INFINITIVE in moods(found, at):
        return False
    return found.has(at, *ALWAYS_FINITE) or moods(found, at - 1).isdisjoint((PARTICIPLE, INFINITIVE))


def _is_whole(found: Passage, first: int, end: int) -> bool:
    """Has a clause behind its conjunction its verb?"""
    that = next((at for at in range(first, end) if "that" in found.kinds[at]), None)
    return that is None or has_finite(found, that + 1, end) or bool(found.quoted(that + 1, end))
