"""Where a clause that tells of a subject ends before the subject's own verb: "the claim that it was closed | was rejected"."""

from selon.attribute.forms import is_finite, moods
from selon.attribute.lexicon import GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage

_SURE = frozenset({"auxiliary", "being", "modal"})  # kinds of the forms that are verbs wherever they stand
_PARTS = ("who", "which", "that", "subordinator", "and", "but", "if", "as", "subject", "first")  # kinds behind which a clause begins
_BEFORE = frozenset({"clitic", "reflexive", "not"})  # kinds of what stands before a verb and belongs to it


def before_own_verb(found: Passage, begin: int, end: int) -> int:
    """Where the second verb begins of a stretch whose first word opens a clause; its end where nothing shows that there is one."""
    one = next((at for at in range(begin, end) if at in found.quote_at or (at > begin and is_finite(found, at))), end)
    if any(found.has(at, "who", "which", "that") for at in range(begin, one)):
        return end  # "the claim that the ship which sank …"
    if one >= end or not _is_sure(found, one) or (found.has(one - 1, "subject") and one - 1 > begin and found.is_word(one - 2)):
        return end
    first = one + 1 + (not found.kinds[one].isdisjoint(_SURE))  # "a | été"
    for at in range(one + 1, end):
        if not found.is_word(at) or at in found.quote_at or found.has(at, *_PARTS):
            return end
        if at >= first and is_finite(found, at) and _is_sure(found, at):
            while found.kinds[at - 1] & _BEFORE and "determiner" not in found.kinds[at - 1]:
                at -= 1
            return at if at >= first else end
    return end


def _is_sure(found: Passage, at: int) -> bool:
    """Can a form be nothing but a finite verb there?"""
    known = moods(found, at)
    if found.kinds[at].isdisjoint(_SURE) and (found.has(at - 1, "preposition", "of", "to") or GERUND in moods(found, at - 1)):
        return False  # "pris en | compte", "en tenant | compte"
    return at not in found.quote_at and INFINITIVE not in known and (not found.kinds[at].isdisjoint(_SURE) or PARTICIPLE not in known)
