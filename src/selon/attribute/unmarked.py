"""Clauses behind a verb without a conjunction: "she said | the bridge was closed", "told the radio | it was closed"."""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.contents import is_clause
from selon.attribute.forms import has_finite, is_finite, is_plain, moods
from selon.attribute.framed import Framed, is_infinitive, opens_object
from selon.attribute.lexicon import BASE, GERUND, PARTICIPLE
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.place import Place, reach
from selon.attribute.stretches import has_main
from selon.attribute.tokens import Passage

_NO_NOUN = frozenset({"preposition", "of", "to", "by", "and", "but", "determiner", "as", "adverb", "title", "role", "day", "month"})
_PEOPLE = frozenset({"role", "plural"})  # kinds
_PART = 2  # words in marks that may be a part of a noun phrase
_NO_END = ("preposition", "of", "to", "by", "and", "determiner", "as", "title")  # kinds of the words with which no noun phrase ends


def bare_clause(place: Place, at: int) -> Iterator[Framed]:
    """A clause without a conjunction ("she said the bridge was closed"); after a hearer too ("told the radio it was closed")."""
    found = place.found
    if "hearer" in place.cue.verb.frames:
        told = _past_hearer(found, at, place.limit)
        at = at if at > place.cue.end and is_finite(found, told) else told  # "told Reuters | a filing had been made"
        at = past_asides(found, at, place.limit)
    if at < place.limit and at in found.quote_at and _is_part(found, at, place.limit):
        content, features = reach(place, at, "clause")
        if content and has_finite(found, at + 1, found.at(content[0].end)):
            yield "clause", content, features
        return
    if at >= place.limit or not (found.is_word(at) and at not in found.quote_at) or found.has(at, "that", "who", "and", "but"):
        return
    while at > place.cue.end and "not" in found.kinds[at - 1]:
        at -= 1  # "said | not all of them were safe"
    if (is_infinitive(found, at, place.limit) and not _is_unmarked(place, at)) or found.has(at, "of", "as", "by"):
        return
    if _is_before_main(place, at):
        return
    if not _opens_clause(found, at) and ("body" not in place.cue.verb.frames or not _describes_subject(found, at, place.limit)):
        return
    content, features = reach(place, at, "clause")
    end = found.at(content[0].end) if content else at
    states = "clausal" in place.cue.verb.frames or not _lacks_verb(found, at, end)
    told = is_clause(found, at, end) or (states and _holds_plain_verb(place, at, end))
    if content and told and "to" not in found.kinds[at] and states and not _goes_on_before(found, at, end):
        yield "clause", content, (*features, "clause.subject") if _is_subject(found, at) else features


def _is_part(found: Passage, at: int, limit: int) -> bool:
    """Are a few words in marks a part of the subject: "she said | “old” boats were late", "… “dozens” of boats were late"?"""
    if not found.lexicon.order.analytic or found.quoted_words(at) > _PART or found.text[found.quote_at[at].inner.end - 1] in ",.?!":
        return False
    if at + 1 >= limit or found.quoted_words(at) > 1:
        return at + 1 < limit and "of" in found.kinds[at + 1]
    return "of" in found.kinds[at + 1] or is_plain(found, at + 1) or (bool(found.kinds[at + 1]) and found.kinds[at + 1] <= _PEOPLE)


def _holds_plain_verb(place: Place, at: int, end: int) -> bool:
    """Behind a verb that takes nothing but clauses: one whose verb no table knows ("say | the lead obscures a loss")."""
    found = place.found
    if "clausal" not in place.cue.verb.frames or not found.is_word(place.cue.first - 1) or place.cue.first - 1 in found.quote_at:
        return False
    if found.has(at, "single", "none") or not (found.has(at, "determiner", "subject", "title") or found.is_capital(at)):
        return False
    return any(_may_be_third(found, here) for here in range(at + 1, end - 1))


def _may_be_third(found: Passage, at: int) -> bool:
    """A plain word with the ending of the third person, behind one thing and before what a verb may govern."""
    form, before = found.forms[at], found.forms[at - 1]
    if not form.endswith("s") or form.endswith("ss") or not is_plain(found, at) or not found.is_word(at - 1):
        return False
    one = found.kinds[at - 1] & _NO_NOUN
    return not one and not before.endswith("s") and found.has(at + 1, "determiner", "subject", "someone", "definite")


def _goes_on_before(found: Passage, at: int, end: int) -> bool:
    """Does an adjunct open it, and a verb without a subject stand behind its comma: "explained earlier | in the hearing, were old"?"""
    if "preposition" not in found.kinds[at] or not found.lexicon.order.analytic:
        return False
    if any(found.has(here, "who") for here in range(at, end)) and not has_main(found, at, end):
        return True  # "people who think | in terms of good and evil, who live here"
    comma = next((here for here in range(at, end) if found.forms[here] == ","), end)
    verb = comma + 1 < end and is_finite(found, comma + 1) and GERUND not in moods(found, comma + 1)
    return verb and not has_finite(found, at, comma)


def _is_unmarked(place: Place, at: int) -> bool:
    """A base form without its mark, where infinitives have one: a noun ("said | praise from Ormel would not help")."""
    found = place.found
    return (
        "clausal" in place.cue.verb.frames
        and bool(found.lexicon.infinitive_marks)
        and not found.has(at - 1, "mark_infinitive")
        and not found.has(at, "adverb", "not")
    )


def _is_subject(found: Passage, at: int) -> bool:
    """A pronoun with its verb: "it added | it was closed"."""
    return "subject" in found.kinds[at] and (is_finite(found, at + 1) or found.has(at, "modal", "auxiliary"))


def _is_before_main(place: Place, at: int) -> bool:
    """Does a relative clause hold the verb, and a cue follow that may be the main one ("those who knew Orme | say it is so")?"""
    found, cue = place.found, place.cue
    if not found.lexicon.order.analytic or not found.has(cue.first - 1, "who", "relative_that") or found.form(cue.first - 2) == ",":
        return False
    if "body" in cue.verb.frames:
        return False  # "those who say the mayor knew"
    verb = next((here for here in range(at, place.limit) if is_finite(found, here)), place.limit)
    return "subject" not in found.kinds[verb - 1] and any(group.first == verb and group.mood == "finite" for group in place.groups)


def _lacks_verb(found: Passage, at: int, end: int) -> bool:
    """Is the first verb that of another clause: "found a way on, | they are", "noted the sum, | which is", "posts a loss | while it"?"""
    if found.has(at, "preposition", "subordinator", "if", "adverb", "not", "as") or found.quoted(at, end):
        return False
    verb = next((here for here in range(at, end) if is_finite(found, here) or _may_be_verb(found, here)), end)
    if _begins_main(found, at, verb):
        return True
    for here in range(at + 1, verb):
        if found.has(here, "subordinator") and found.kinds[here].isdisjoint(("which", "that")):
            return True
        if found.forms[here] == "," and (
            (found.has(here + 1, "but", "subject") and not found.is_capital(here + 1))
            or ("and" in found.kinds[here + 1] and here + 2 == verb)
        ):
            return True
        if found.has(here, "who") and not has_main(found, at, end) and not _has_second(found, verb + 1, end):
            return True
    return False


def _begins_main(found: Passage, at: int, verb: int) -> bool:
    """Does the only comma before a verb open a clause of its own: "showed no remorse, and the judge | was"?"""
    commas = [here for here in range(at, verb) if found.forms[here] == ","]
    if len(commas) != 1 or commas[0] + 1 >= verb:
        return False
    joined = found.has(commas[0] + 1, "and", "but")
    begin = commas[0] + 2 if joined else commas[0] + 1
    named = found.has(begin, "determiner", "title", "subject") or found.is_capital(begin)
    return named and begin < verb and not any(found.has(here, "and") or not found.is_word(here) for here in range(begin, verb))


def _may_be_verb(found: Passage, at: int) -> bool:
    """The form of several, whose subject nothing shows: "the ports, the towns and the county | oppose it"."""
    return BASE in moods(found, at) and not found.has(at - 1, "determiner", "preposition", "of", "to", "by", "and")


def _has_second(found: Passage, at: int, end: int) -> bool:
    """Is there another verb that is no participle?"""
    return any(is_finite(found, here) and PARTICIPLE not in moods(found, here) for here in range(at, end))


def _describes_subject(found: Passage, at: int, limit: int) -> bool:
    """Is it a participle before a noun whose verb follows: "said | rising costs were to blame", "said | improved sales helped"?"""
    if found.forms[at] in found.lexicon.verbs or not moods(found, at) & {GERUND, PARTICIPLE} or found.has(at + 1, "that", "to", "by"):
        return False
    stop = next((here for here in range(at + 1, limit) if not found.is_word(here) or found.has(here, "who", "that", "and", "but")), limit)
    return any(is_finite(found, here) and not moods(found, here) & {PARTICIPLE, GERUND} for here in range(at + 2, stop))


def _past_hearer(found: Passage, at: int, limit: int) -> int:
    """Behind whoever is told, before the subject of what they are told: "told me | it was closed", "told their friends | the port …"."""
    if at >= limit:
        return at
    if found.has(at, "someone", "first") and ("determiner" not in found.kinds[at] or "subject" in found.kinds[at + 1]):
        return at + 1
    stop = phrase_end(found, at, limit) if opens_object(found, at) else _plain_end(found, at, limit)
    for here in range(at + 1, min(stop + 1, limit)):
        if found.has(here, "subject", "determiner", "title") and not found.has(here - 1, *_NO_END) and found.is_word(here - 1):
            return here
    return stop


def _plain_end(found: Passage, at: int, limit: int) -> int:
    """Where a row of common nouns without an article ends."""
    here = at
    while here < limit and found.is_word(here) and here not in found.quote_at and not found.is_capital(here) and not is_finite(found, here):
        if found.kinds[here].isdisjoint(("role", "and")) and found.kinds[here]:
            break
        here += 1
    begin = past_asides(found, here, limit) if here > at and found.lexicon.order.analytic else here
    return here if here > at and begin < limit and found.has(begin, "subject", "determiner", "title") else at


def _opens_clause(found: Passage, at: int) -> bool:
    """A clause begins with its subject or an adjunct, never with its verb: "several states | could decide" reports nothing."""
    if found.has(at, "determiner", "subject", "preposition", "title", "someone", "if", "subordinator") or found.is_capital(at):
        return True
    if "'" in found.forms[at] and "modal" in found.kinds[at]:
        return True  # "they're": a pronoun and its verb
    return not is_finite(found, at) and not moods(found, at) & {GERUND}
