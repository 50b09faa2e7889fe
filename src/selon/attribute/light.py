"""A verb that says little before a noun that says much: "a exprimé son refus de partir", "lance un appel au calme", "donne un bilan de 9".

The verb has the frame "light"; the noun stands in nouns.toml with what may open its content, and tells the stance.
Not done yet: an adjective of more than two words between the noun and its content.
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.control import source_of
from selon.attribute.forms import is_finite, moods
from selon.attribute.framed import is_infinitive
from selon.attribute.lexicon import INFINITIVE
from selon.attribute.nouns import rows
from selon.attribute.place import Place, candidate, reach
from selon.languages import load
from selon.languages.rows.attribute import Noun
from selon.model.span import Span

_BEFORE = 4  # tokens between the verb and the noun: "de", an article, two adjectives
_BEHIND = 4  # tokens between the noun and what opens its content


def light(place: Place) -> Iterator[Candidate]:
    """The reading of a light verb with its noun."""
    found, cue = place.found, place.cue
    if not found.hands:
        return  # no noun of the tables stands in the whole passage
    at = past_asides(found, cue.end + 1 if cue.pronoun == cue.end else cue.end, place.limit)
    told = _noun(place, at) if not found.has(at - 1, "determiner") else None  # "manifeste avec une | intention"
    if told is None:
        return
    row, opens = told
    begin = opens + 1 if found.has(opens, "that", "against") else opens
    shape = "clause" if "that" in found.kinds[opens] else "phrase" if is_infinitive(found, opens + 1, place.limit) else "object"
    content, features = reach(place, begin, shape) if begin < place.limit else ((), ())
    if content and (not row.counts or any(char.isdigit() for char in content[0].of(found.text))):
        source, how = source_of(place)
        shown = Span(found.starts[cue.shown], found.end(begin - 1))
        made = candidate(place, "verb.light", source, content, ("frame.light", f"source.{how}", *features), shown)
        yield replace(made, stance=row.stance)


def _noun(place: Place, at: int) -> tuple[Noun, int] | None:
    """The noun's row, and the token that opens its content."""
    found, known = place.found, rows(load(place.found.lexicon.code))
    if "pointer" in found.kinds[at]:
        return None
    for here in range(at, min(place.limit, at + _BEFORE)):
        for row, _ in known.get(found.forms[here], ()):
            if row.opens and (opens := _opening(place, row, here)) is not None:
                return row, opens
        if not found.is_word(here) or here in found.quote_at or is_finite(found, here) or found.has(here, "that", "who"):
            return None
        if INFINITIVE in moods(found, here) and "determiner" not in found.kinds[here - 1]:
            return None  # "dit | défendre la colère du port"
        if "preposition" in found.kinds[here] and "of" not in found.kinds[here]:
            return None
    return None


def _opening(place: Place, row: Noun, noun: int) -> int | None:
    found = place.found
    for here in range(noun + 1, min(place.limit, noun + _BEHIND)):
        if found.has(here, *row.opens):
            wished = row.stance == "demanded" and "of" in found.kinds[here]  # "les consignes du port" are no wish of anybody
            return here if not wished or is_infinitive(found, here + 1, place.limit) else None
        if not found.is_word(here) or here in found.quote_at or is_finite(found, here) or found.has(here, "preposition", "determiner"):
            return None
    return None
