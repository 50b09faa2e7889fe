"""Whose word a participle is that stands right behind a noun, with no comma between them.

A noun for what holds words, and one that "with" or a comma opens, is its subject ("a letter saying", "with the mayor saying"). A place
behind a preposition, a name or a definite thing behind a verb, a predicate and a quotation are not: whoever spoke or acts in the clause
goes on ("hit a school in Ormel | adding that", "condemned the raid | saying it").
"""

from selon.attribute.antecedents import noun_start
from selon.attribute.forms import is_finite, moods
from selon.attribute.lexicon import GENITIVE, GERUND, PARTICIPLE
from selon.attribute.place import Place
from selon.attribute.sources import main_subject, nearest_subject
from selon.attribute.tokens import Passage
from selon.model.span import Span

_ABSOLUTE = 14  # tokens from "with" to the participle
_QUOTED = 3  # words in marks that are no name
_VERBS = frozenset({PARTICIPLE, GERUND})
_LINKS = frozenset({"preposition", "of", "to", "and", "but", "that", "adverb", "day", "subordinator", "not", "subject"})  # kinds

Told = tuple[Span | None, str]  # the source, and how it was found


def before_moment(found: Passage, end: int, first: int) -> int:
    """Where a noun phrase ends before a moment right before a participle: "an email | on Friday saying", "a poll | this month finding".

    Behind a verb no noun phrase stands, and the token is the first.
    """
    if not found.lexicon.order.analytic:
        return end
    for start in (end - 3, end - 2, end - 1):
        if start <= first or found.after(found.lexicon.aside, start) != end or found.forms[end - 1].isdigit():
            continue
        before = start - 1
        if (
            not found.is_word(before)
            or is_finite(found, before)
            or moods(found, before) & _VERBS
            or not found.kinds[before].isdisjoint(_LINKS)
        ):
            return first
        return start
    return end


def beside_noun(place: Place, start: int, end: int) -> Told | None:
    """Whose word it is where the noun phrase that begins at a token is not its subject; None where it is, or may be."""
    found = place.found
    if not found.lexicon.order.analytic:
        return None
    if GENITIVE in moods(found, end - 1):
        return None, "none"  # "today's | ruling" is a noun
    if (absolute := _absolute(found, start, place.first)) is not None:
        return found.span_of(absolute, end), "subject"
    if _holds_words(found, start, end):
        return None
    if _is_placed(found, start) and (begin := _described(place, start)) is not None:
        return found.span_of(begin, end), "neighbour"
    if not (_is_placed(found, start) or _is_predicate(found, start, end) or _is_quoted(found, end - 1) or _is_object(place, start, end)):
        return None
    if place.last is not None:
        return place.last, "control"
    span = nearest_subject(found, place.first, start)
    if span is None or found.has(found.before(span.end - 1), "which", "that"):
        span = main_subject(found, place.first, start)
    return (span, "main") if span is not None and "impersonal" not in found.kinds[found.at(span.start)] else (None, "none")


def _absolute(found: Passage, start: int, first: int) -> int | None:
    """Behind "with" and nothing but nouns and prepositions, where the noun phrase is not whole: "with officials in Ormel | saying"."""
    if not found.has(start - 1, "preposition", "to"):
        return None
    for at in range(start - 1, max(first, start - _ABSOLUTE), -1):
        if "absolute" in found.kinds[at]:
            return at + 1 if at < start - 1 else None
        if not found.is_word(at) or at in found.quote_at or is_finite(found, at) or moods(found, at) & {GERUND, PARTICIPLE}:
            return None
    return None


def _holds_words(found: Passage, first: int, end: int) -> bool:
    """Is it a noun for what is written or told: "a letter", "phone calls"?"""
    return any(found.has(at, "message") or found.lexicon.speaking.get(found.forms[at]) == "document" for at in range(first, end))


def _is_placed(found: Passage, start: int) -> bool:
    """Behind a preposition of place, time or aim: "in Ormel", "on the road", "wrote to its members"."""
    return start > 0 and "placing" in found.kinds[start - 1] and not ("to" in found.kinds[start - 1] and found.has(start, "role"))


def _described(place: Place, start: int) -> int | None:
    """Where a noun for what holds words begins that a place describes: "a letter in the archive | saying"."""
    found = place.found
    begin = noun_start(found, start - 1, place.first)
    return begin if begin < start - 1 and _holds_words(found, begin, start - 1) else None


def _is_predicate(found: Passage, start: int, end: int) -> bool:
    """One word right behind a form of "be": "were hurt | adding that", "is heard | telling"; not "there were ferrymen calling for it"."""
    alone = start + 1 == end and not found.forms[start].endswith("s") and found.kinds[start].isdisjoint(("role", "determiner"))
    return alone and start > 0 and found.has(start - 1, "being", "been")


def _is_quoted(found: Passage, at: int) -> bool:
    """A quotation that is no name."""
    quote = found.quote_at.get(at)
    return quote is not None and (found.quoted_words(at) >= _QUOTED or found.text[quote.inner.end - 1] == ",")


def _is_object(place: Place, start: int, end: int) -> bool:
    """A name, or a definite thing that is nobody, right behind a verb that shows nobody at it: "told the Courier | adding"."""
    found, verb = place.found, start - 1
    if verb < 0 or found.has(verb, "causing", "auxiliary", "being", "modal", "and", "but"):
        return False
    if not (is_finite(found, verb) or PARTICIPLE in moods(found, verb)) or _shows(found, verb):
        return False
    if all(found.is_capital(at) for at in range(start, end)):
        return "that" in place.cue.verb.frames
    return "definite" in found.kinds[start] and not any(found.has(at, "role", "title", "plural", "someone") for at in range(start, end))


def _shows(found: Passage, verb: int) -> bool:
    """A verb of showing: "the footage shows Ada Bry | saying that"."""
    return any("witness" in row.frames for row, _ in found.lexicon.verbs.get(found.forms[verb], ()))
