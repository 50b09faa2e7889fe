"""What stands between a verb and what belongs to it: adverbs, dates, relays, adjuncts, with the commas around them."""

from selon.attribute.forms import is_finite, moods
from selon.attribute.lexicon import GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage

PLACES = frozenset({"preposition", "to"})  # kinds of the words with which an adjunct begins
ADJUNCT_TOKENS = 14  # "dans une déclaration adoptée à l'unanimité" has seven
_ASIDE = frozenset({"adverb", "not"})


def past_asides(found: Passage, at: int, end: int) -> int:
    """The token after asides, adverbs and relays, with the commas around them."""
    start = at
    kinds, forms, aside, relay = found.kinds, found.forms, found.lexicon.aside.opened, found.lexicon.relay.opened
    while at < end:
        form = forms[at]
        opens = aside[form] is not None or relay[form] is not None
        if not (opens or kinds[at] or form == ",") and (at == start or forms[at - 1] != ","):
            return at  # a word that is of no kind and opens no phrase, as most are
        after = (found.after(found.lexicon.aside, at) or found.after(found.lexicon.relay, at)) if opens else None
        if after is None and not kinds[at].isdisjoint(_ASIDE) and "determiner" not in kinds[at]:
            after = at + 1
        comma = form == ","
        if after is None and (comma or (at > start and found.forms[at - 1] == ",")):
            after = past_insertion(found, at if comma else at - 1, end)
        if after is None and comma and found.forms[at + 2] == "," and is_beside_alone(found, at + 1):
            after = at + 2
        if after is None and comma:
            inner = found.after(found.lexicon.aside, at + 1) or found.after(found.lexicon.relay, at + 1)
            if inner is not None:
                after = inner
        if after is None:
            return at
        at = after + 1 if found.form(after) == "," else after
    return at


def past_adjunct(found: Passage, at: int, end: int) -> int:
    """After an adjunct with a preposition, where an object or a quotation begins behind it ("à Valbrune | une réforme"); else the token."""
    kinds = found.kinds[at]
    if "comparative" in found.kinds[at + 1] and found.form(at + 2)[:1].isdigit():
        return at  # "au moins | 126 retards"
    goes_on = PARTICIPLE in moods(found, at) and "determiner" not in kinds  # "dans un avis | publié à Ormel | la fermeture"
    if not (goes_on or (kinds and not kinds.isdisjoint(PLACES))) or "by" in kinds or "of" in kinds:
        return at
    for here in range(at + 1 if goes_on else at + 2, min(end, at + ADJUNCT_TOKENS)):
        if found.forms[here] == ",":
            behind = past_asides(found, here, end)
            return behind if behind > here + 1 and behind < end and "determiner" in found.kinds[behind] else at
        if not found.is_word(here) or found.has(here, "that", "who", "and", "but") or is_finite(found, here):
            return at
        if INFINITIVE in moods(found, here):
            return at if found.has(here - 1, "of", "to", "preposition") else here
        if found.has(here - 1, "preposition", "of", "to", "by", "without", "determiner", "as"):
            continue
        if here in found.quote_at or ("determiner" in found.kinds[here] and "of" not in found.kinds[here]):
            return here
    return at


def past_circumstance(found: Passage, at: int, end: int) -> int | None:
    """The comma behind where or when something was said, before a verb without a subject: "explained | in a hearing, | were well paid"."""
    if not found.lexicon.order.analytic or not found.has(at, "preposition", "to", "day") or found.has(at, "of", "by", "as"):
        return None
    for here in range(at + 1, min(end, at + ADJUNCT_TOKENS)):
        if found.forms[here] == ",":
            return here if is_finite(found, here + 1) and moods(found, here + 1) != {GERUND} else None
        if not found.is_word(here) or here in found.quote_at or found.has(here, "that", "who", "and", "but") or is_finite(found, here):
            return None
    return None


def past_insertion(found: Passage, at: int, end: int) -> int | None:
    """The comma that closes an adjunct or a participle between commas: "a condamné, lors d'un vote, …", "reported, citing a source, …"."""
    adjunct = found.has(at + 1, "preposition", "to", "of") and "determiner" not in found.kinds[at + 1]
    if not (adjunct or found.has(at + 1, "while") or GERUND in moods(found, at + 1)):
        return None
    for here in range(at + 2, min(end, at + 16)):
        if found.forms[here] == ",":
            return here
        if is_finite(found, here) or "that" in found.kinds[here] or not (found.is_word(here) or found.forms[here] in "()"):
            return None
    return None


def is_beside_alone(found: Passage, at: int) -> bool:
    """One word between commas that names nobody: "a déclaré, ému, le maire", "assure, lui, que"."""
    return "someone" in found.kinds[at] or (found.is_word(at) and not found.is_capital(at) and at not in found.quote_at)
