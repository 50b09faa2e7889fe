"""The noun phrase that ends at a token: before a relative pronoun, a participle or a gerund, back over its complements."""

from selon.attribute.agreement import number
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import GERUND, PARTICIPLE
from selon.attribute.stretches import BREAKS, between_commas, clause_start, is_beside
from selon.attribute.tokens import Passage
from selon.model.span import Span

_NEAR = 4  # tokens from "qui" to its verb
_PLURAL = ("s", "x")
_OFFICE = 3  # tokens of "le maire à"


def antecedent(found: Passage, who: int, first: int) -> Span | None:
    """The noun phrase before a relative pronoun, with the pronoun."""
    at = who
    if found.form(at - 1) == ",":
        at -= 1
        if (placed := _before_place(found, at, first)) is not None:
            return _of_somebody(found, placed, who, first)
        start = clause_start(found, at, first)
        parts = between_commas(found, start, at)
        begin = parts[-1][0] if parts else start
        told = has_finite(found, begin, at)  # "« … », a dit Ada Bry, qui …"
        if (
            len(parts) > 1
            and not told
            and ("which" in found.kinds[begin] or not (is_beside(found, begin) or "determiner" in found.kinds[begin]))
        ):
            begin = parts[-2][0]  # something stands between: "un député, proche du ministre, qui", "vingt élus, dont trois du port, qui"
        at = noun_start(found, at, begin) if len(parts) < 2 or begin == parts[-1][0] else noun_start(found, parts[-2][1], begin)
        at = begin if _is_place_of(found, at, begin) else at
        if at == who - 1 and (opened := _opened(found, at - 1, first)) is not None:
            at = noun_start(found, opened, max(clause_start(found, opened, first), _after_comma(found, opened, first)))
            if not _is_named_so(found, at, opened):
                return None
    elif "and" in found.kinds[at - 1] and (parts := between_commas(found, clause_start(found, at - 1, first), at - 1)) and len(parts) > 1:
        at = noun_start(found, parts[-2][1], parts[-2][0])  # "le cortège, parti du port et qui chantait"
    else:
        at = _agreeing(found, _past_name(found, noun_start(found, at, first), who, first), who)
    while at < who and "adverb" in found.kinds[at] and "determiner" not in found.kinds[at]:
        at += 1  # "sur quoi insiste (également) Ada Bry, qui"
    return found.span_of(at, who + 1) if at < who else None


def _agreeing(found: Passage, at: int, who: int) -> int:
    """The noun that the verb behind "qui" agrees with: "les cris du | syndicat qui réclame", "la colère de | certains élus qui disent"."""
    verb = next((here for here in range(who + 1, who + _NEAR) if is_finite(found, here)), None)
    several = number(found, verb) if verb is not None else None
    if several is None or not found.has(at, "determiner") or found.has(at, "of") or ("single" in found.kinds[at]) != several:
        return at
    for here in range(who - 1, at + 1, -1):
        if "of" not in found.kinds[here] or here + 1 >= who:
            continue
        noun = here + 2 if found.has(here + 1, "determiner") else here + 1
        plural = found.forms[noun].endswith(_PLURAL)
        one = found.has(here, "determiner") or found.has(here + 1, "single")
        if plural == several and (found.has(here + 1, "many") if several else one):
            return here + 1
    return at


def _before_place(found: Passage, comma: int, first: int) -> int | None:
    """The comma before the place that a comma parts from "who": "said Ada Bry, 24, | from Ormel, who"."""
    at = comma - 1
    if not found.lexicon.order.analytic or "who" not in found.kinds[comma + 1]:
        return None
    while at > first and found.is_capital(at):
        at -= 1
    placed = at < comma - 1 and "origin" in found.kinds[at] and found.form(at - 1) == ","
    return at - 1 if placed and at - 1 > first else None


def _of_somebody(found: Passage, comma: int, who: int, first: int) -> Span | None:
    """The name before a comma, an age and a place, with the pronoun that stands for it."""
    if found.forms[comma - 1].isdigit() and found.form(comma - 2) == ",":
        comma -= 2
    start = noun_start(found, comma, first)
    return found.span_of(start, comma) if start < comma and found.is_capital(comma - 1) else None


def _is_place_of(found: Passage, at: int, begin: int) -> bool:
    """Does one capital tell where somebody is, with no verb before it: "Un couvreur de la tour | à Sorne, qui"?"""
    if at - begin < _OFFICE or not found.has(at - 1, "to", "preposition") or not found.is_capital(at) or found.form(at + 1) != ",":
        return False
    office = "determiner" in found.kinds[begin] and found.has(begin + 1, "role")
    return office and not has_finite(found, begin, at)


def _opened(found: Passage, close: int, first: int) -> int | None:
    """Where the brackets open that close at a token, behind a word: "la Ligue du port | (LDP), qui"."""
    if found.form(close) != ")":
        return None
    at = next((here for here in range(close - 1, first, -1) if found.forms[here] == "("), None)
    return at if at is not None and found.is_word(at - 1) and at - 1 not in found.quote_at else None


def _is_named_so(found: Passage, at: int, opened: int) -> bool:
    """Does one word in brackets belong to a full name, or is it short for the phrase: not "(l'Institut pour) le Nord | (Ipn), qui"?"""
    if found.form(opened + 2) != ")" or (found.is_capital(opened - 1) and found.is_capital(opened - 2) and opened - 2 >= at):
        return True
    begin = at + 1 if found.has(at, "determiner") else at
    return found.form(opened + 1)[:1] in (found.form(at)[:1], found.form(begin)[:1])


def _after_comma(found: Passage, at: int, first: int) -> int:
    """The token behind the last comma before a token."""
    return next((here + 1 for here in range(at - 1, first - 1, -1) if found.forms[here] == ","), first)


def _past_name(found: Passage, at: int, who: int, first: int) -> int:
    """The noun before a place or an outlet that "that" cannot be about: "an advert in Ormel | that says"."""
    name = at < who and "relative_that" in found.kinds[who] and all(found.is_capital(here) for here in range(at, who))
    if not name or at - 1 <= first or found.has(at - 1, "of", "by"):
        return at
    if not found.has(at - 1, "preposition") and GERUND not in moods(found, at - 1):
        return at
    begin = noun_start(found, at - 1, first)
    return begin if begin < at - 1 else at


def noun_start(found: Passage, end: int, first: int) -> int:
    """Where the noun phrase that ends at a token begins: back over complements with "de", to a verb, a preposition or a break."""
    at = end
    while at > first:
        before = at - 1
        if (
            found.forms[before] in BREAKS
            or found.form(before) in (",", "(", ")", ".")
            or found.has(before, "that", "and", "but", "subordinator")
        ):
            break
        if found.has(before, "preposition", "by", "without", "as", "to") and not found.has(before, "determiner", "of"):
            break
        if is_finite(found, before) and at < end:
            break
        if (
            at < end
            and _opens_noun(found, at)
            and not (found.is_capital(before) and _is_of_name(found, at))
            and not found.has(before, "determiner", "of", "alone", "many")
        ):
            break  # "mercredi 29 janvier | les témoignages", "à l'ABS | le maire"
        noun = found.has(before, "role") and found.has(before - 1, "determiner", "qualifier") and not found.has(before - 2, "of")
        if at < end and (
            (GERUND in (its := moods(found, before)) and not noun) or (PARTICIPLE in its and "auxiliary" in found.kinds[before - 1])
        ):
            break
        at = before
    return _past_wording(found, at, end)


def _is_of_name(found: Passage, at: int) -> bool:
    """An article inside a name: "Bruno Le Maire", "Debout la Norvège"."""
    return found.is_capital(at) or (found.is_capital(at + 1) and "title" not in found.kinds[at + 1])


def _opens_noun(found: Passage, at: int) -> bool:
    return "determiner" in found.kinds[at] and found.kinds[at].isdisjoint(("of", "and"))


def _past_wording(found: Passage, start: int, end: int) -> int:
    """After words that only lead to who speaks: "(les propos de) la maire"."""
    for at in range(start, min(end, start + 3)):
        if "wording" in found.kinds[at] and "of" in found.kinds[at + 1] and at + 2 < end:
            return at + 2
    return start
