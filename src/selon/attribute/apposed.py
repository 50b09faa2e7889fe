"""What stands between commas behind whom a preposition names, and tells who that is: "selon Ada Bry, figure du port, | le pont …"."""

from selon.attribute.contents import is_clause
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import FINITE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage

_NOUNS = frozenset({"role", "title", "qualifier"})  # kinds of words that may be nouns
_NAME = 6  # tokens of a name behind an office
_INSERTED = 3  # phrases between it and the clause
_APPOSED = 24  # tokens of an apposition


def is_named(found: Passage, begin: int, stop: int) -> bool:
    """Is it a full name, or does one end the phrase: "Ada Bry", "Ada de Bry (UDP)", "le préfet Ivo Talmar"?"""
    if found.is_capital(begin) and not found.has(begin, "determiner", "of") and stop - begin > 1:
        return found.is_capital(stop - 1) or found.form(stop - 1) == ")"
    return stop - begin > 1 and found.is_capital(stop - 1) and found.is_capital(stop - 2)


def past_apposed(found: Passage, begin: int, stop: int, high: int, *, again: bool = False) -> int | None:
    """The token after the phrases that tell who somebody is, behind a phrase [begin, stop); None where there are none.

    `again`: do they stand behind another such phrase?
    """
    if found.form(stop) != ",":
        return None
    bare = _bare_noun(found, stop + 1, high)
    named = is_named(found, begin, stop)  # what is told behind "selon la régie" is no name's
    closed = bare or (_of_body(found, stop + 1, high) or _of_somebody(found, stop + 1, high, again=again) if named or again else None)
    if closed is None:
        return None
    if (further := past_apposed(found, begin, closed, high, again=True)) is not None:
        return further
    begins = (
        is_clause(found, closed + 1, high) if bare and not again else opens_clause(found, _past_participle(found, closed + 1, high), high)
    )
    return closed if begins else None


def past_name(found: Passage, stop: int, high: int) -> int | None:
    """The comma behind the name of an office: "selon le maire, | Ivo Talmar, | le pont …"; None where that name is the subject itself."""
    at = stop + 1
    while "title" in found.kinds[at]:
        at += 1
    comma = next((here for here in range(at, min(high, at + _NAME)) if not found.is_word(here)), None)
    if comma is None or found.form(comma) != "," or comma < at + 1 + (at == stop + 1):
        return None
    if not all(found.is_capital(here) and not found.has(here, "determiner", "of") for here in range(at, comma)):
        return None
    return comma if _own_subject(found, comma + 1, high) else None


def _own_subject(found: Passage, at: int, high: int) -> bool:
    """Does the clause behind a name have a subject of its own, behind what is inserted: "Ivo Talmar, élu en mai, | est parti" has not."""
    for _ in range(_INSERTED):
        end = next((here for here in range(at, high) if found.form(here) == ","), high)
        leads = found.has(at, "not", "reflexive", "clitic") and "determiner" not in found.kinds[at]
        if at >= end or leads or found.has(at, "and", "but") or is_finite(found, at) or at in found.quote_at:
            return False
        inserted = found.has(at, "who", "which", "subordinator", "preposition", "of", "to", "if")
        inserted = inserted or (PARTICIPLE in moods(found, at) and "determiner" not in found.kinds[at])
        verb = None if inserted else next((here for here in range(at, end) if is_finite(found, here)), None)
        if verb is not None:
            return not any("and" in found.kinds[here] for here in range(at, verb))
        if not inserted and found.is_capital(at):
            return False  # a list
        at = end + 1
    return False


def _past_participle(found: Passage, at: int, high: int) -> int:
    """Past "interrogée par la Houle, "."""
    if PARTICIPLE not in moods(found, at) or found.has(at, "determiner", "subject", "auxiliary"):
        return at
    return next((here + 1 for here in range(at, min(high, at + _APPOSED)) if found.forms[here] == ","), at)


def _bare_noun(found: Passage, at: int, high: int) -> int | None:
    """The comma that closes a noun phrase without an article that begins at a token, adverbs before it; None where it is no such phrase."""
    while (after := found.after(found.lexicon.aside, at)) or ("adverb" in found.kinds[at] and "determiner" not in found.kinds[at]):
        at = after or at + 1
    plain = found.is_word(at) and at not in found.quote_at and not (found.kinds[at] - _NOUNS) and not found.form(at)[0].isdigit()
    if not plain or found.is_capital(at) or not _may_be_noun(found, at):
        return None
    return _closed(found, at, high)


def _may_be_noun(found: Passage, at: int) -> bool:
    """As in "figure de", "représentant du": a form that may be a verb stands before a preposition."""
    verbal = moods(found, at) & {FINITE, PARTICIPLE, GERUND, INFINITIVE}
    if not verbal:
        return True
    if GERUND in verbal and found.has(at + 1, "of", "to", "preposition"):
        return "role" in found.kinds[at]
    return FINITE in verbal and "of" in found.kinds[at + 1]


def _of_body(found: Passage, at: int, high: int) -> int | None:
    """The comma that closes a body's name: "selon Ada Bry, de la Ligue des ports, | le pont est fermé"."""
    if "of" not in found.kinds[at] or found.after(found.lexicon.aside, at):
        return None
    closed = _closed(found, at, high)
    body = closed is not None and found.has(at, "determiner") != found.has(at + 1, "determiner")
    return closed if body and any(found.is_capital(here) for here in range(at + 1, closed or at)) else None


def _of_somebody(found: Passage, at: int, high: int, *, again: bool) -> int | None:
    """The comma behind "la maire de Sorne", "une couvreuse de 30 ans", "un couvreur qui …"; behind another phrase also "une ligue"."""
    one = "determiner" in found.kinds[at] and "single" in found.kinds[at]
    closed = _closed(found, at, high) if one else None
    if closed is None or found.has(at + 1, "role") or found.has(at + 2, "role"):
        return closed
    if "clitic" in found.kinds[at]:
        return None  # "la Ligue"
    aged = any(found.form(here)[0].isdigit() and found.has(here + 1, "years") for here in range(at, closed))
    return closed if again or aged or any("who" in found.kinds[here] for here in range(at + 2, closed)) else None


def _closed(found: Passage, at: int, high: int) -> int | None:
    """The comma behind a phrase that has no verb but in a relative clause at its end."""
    comma = next((here for here in range(at + 1, min(high, at + _APPOSED)) if found.forms[here] == ","), None)
    if comma is None:
        return None
    relative = next((here for here in range(at + 1, comma) if found.has(here, "who", "which")), comma)
    return None if has_finite(found, at + 1, relative) else comma


def opens_clause(found: Passage, at: int, high: int) -> bool:
    """Does a clause begin at a token that has its verb before any comma, and one subject?"""
    if not (found.has(at, "determiner", "subject", "title", "pointer") or found.is_capital(at)) or found.has(at, "who", "which"):
        return at in found.quote_at and found.quoted_words(at) >= 4 and found.form(at + 1) != ","
    stop = next((here for here in range(at, high) if found.forms[here] in ",;" or found.has(here, "who", "which")), high)
    verb = next((here for here in range(at, stop) if has_finite(found, here, here + 1)), None)
    return verb is not None and not any("and" in found.kinds[here] for here in range(at, verb))
