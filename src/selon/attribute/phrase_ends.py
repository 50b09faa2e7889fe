"""Where a noun phrase ends: before a comma, a mark, a stop of phrases.toml or a finite verb."""

from selon.attribute.forms import has_agent, is_finite, is_hyphen, moods
from selon.attribute.lexicon import FINITE, GERUND, PARTICIPLE
from selon.attribute.tokens import Passage

_MARKS, _MARKED = frozenset('«»“”"„'), 6  # marks around a name, and the tokens that it has at most
_DATE = 5  # tokens of a day with its date, and of what stands behind it
_ENDS = frozenset({"that", "who", "but", "subordinator", "day"})  # kinds of the words at which a noun phrase ends


def phrase_end(found: Passage, begin: int, end: int) -> int:
    """The token after a noun phrase that begins at a token: before a comma, a mark, a stop of phrases.toml or a finite verb."""
    stops, aside = found.lexicon.stops["source"], found.lexicon.aside
    at = begin + 1
    depth = 0
    while at < end:
        form = found.forms[at]
        depth += (form == "(") - (form == ")")
        if form in _MARKS and "determiner" in found.kinds[at - 1] and (closed := _closing(found, at, end)):
            at = closed  # "une “bonnet bleu”, chanteuse": where quotations are not told apart
            continue
        if depth == 0 and (by := _made_by(found, at, end)) is not None:
            at = by
            continue
        if depth < 0 or (depth == 0 and _ends_phrase(found, at, begin)):
            break
        noun = "determiner" in found.kinds[at - 1] and PARTICIPLE in moods(found, at)  # "la cité"
        if depth == 0 and ((stops.opened[form] and not noun and found.reach(stops, at)) or (aside.opened[form] and found.reach(aside, at))):
            break
        at += 1
    while found.lexicon.order.analytic and begin + 1 < at < end and found.has(at - 1, "of", "preposition") and found.forms[at].isdigit():
        at -= 1  # "the Courier | of 16 February"
    return at


def _made_by(found: Passage, at: int, end: int) -> int | None:
    """Where behind a day, which stands behind a participle, it is told who made it: "les chiffres publiés | mardi 3 mai | par elle"."""
    if not found.has(at, "day") or PARTICIPLE not in moods(found, at - 1) or "auxiliary" in found.kinds[at - 2]:
        return None
    by = next((here for here in range(at + 1, min(end, at + _DATE)) if not (found.has(here, "month") or found.forms[here].isdigit())), end)
    return by if by < end and "by" in found.kinds[by] else None


def _opens_clause(found: Passage, at: int) -> bool:
    """Does a pronoun open a clause: a verb behind it, and before it nothing that governs it ("une étude à laquelle | elle a part")?"""
    before = at - 1
    tied = found.has(before, "and", "of", "to", "preposition", "by", "determiner", "as", "which", "who", "that", "subordinator")
    goes_on = is_finite(found, at + 1) or found.has(at + 1, "not", "reflexive")
    return goes_on and not tied and (found.is_word(before) or found.forms[before] == ")") and not found.is_capital(at)


def _closing(found: Passage, at: int, end: int) -> int | None:
    """The token after the mark that closes a word or a few."""
    return next((here + 1 for here in range(at + 2, min(end, at + _MARKED)) if found.forms[here] in _MARKS), None)


def _ends_phrase(found: Passage, at: int, begin: int) -> bool:
    form = found.forms[at]
    if (
        form == "."
        and found.end(at) == found.starts[at] + 1
        and at + 1 < len(found)
        and len(found.forms[at - 1]) == 1
        and found.is_capital(at - 1)
    ):
        return False  # an initial
    if form == "." and at + 1 < len(found) and found.end(at - 1) == found.starts[at] and found.end(at) == found.starts[at + 1]:
        return not found.text[found.starts[at + 1]].islower()  # an address: "le site nord.example"
    if at in found.quote_at:
        return len(found.quote_at[at].inner) > 40
    kinds = found.kinds[at]
    if kinds and not kinds.isdisjoint(_ENDS):
        return True
    if "subject" in kinds and "determiner" not in kinds and _opens_clause(found, at):
        return True  # "selon la régie | il est sûr"
    if not found.is_word(at) and form not in "()'&/":
        return form != "-" or not is_hyphen(found, at)  # "the 54-year-old"
    if form in found.lexicon.verbs and GERUND in moods(found, at) and FINITE not in moods(found, at):
        return not found.has(at - 1, "determiner", "of", "qualifier")  # "un autre manifestant"
    return (is_finite(found, at) or has_agent(found, at)) and not found.is_capital(at)
