"""Whoever is cited said what the one who cites tells: "…, a dit X, citant Y", "X, citing Y, said …", "selon X, qui cite Y, …".

Things are cited too, and people as examples. So a noun must be able to speak; and where a person cites, only bodies, documents and unnamed
sources stand behind what he says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.attribute.choose import Candidate
from selon.attribute.cited import as_saying
from selon.attribute.cue import Cue
from selon.attribute.forms import moods
from selon.attribute.inverted import inverted
from selon.attribute.lexicon import GERUND, PARTICIPLE
from selon.attribute.place import Place, candidate
from selon.attribute.sound import is_sound
from selon.attribute.sources import phrase
from selon.attribute.tokens import Passage
from selon.model.span import Span

RULE = "verb.cites"
_PERSON = ("title", "someone", "subject", "inverted")  # kinds
_ENDS_PHRASE = ("preposition", "of", "to", "by", "who", "which", "that", "and", "as", "while")  # kinds
_BEHIND_PERSONS = frozenset({"document", "anonymous"})
_UNNAMED = ("anonymous", "group")
_OFFICE = 3  # tokens in which an office is named: "the police spokeswoman"
_LEADING = 2  # tokens before "citing" at the beginning of a sentence


def only_cites(place: Place) -> bool:
    """Is what stands behind the verb somebody who is cited, and no content: "citant Y", "selon X, qui cite Y, …", "cited Y as saying …"?"""
    found, cue = place.found, place.cue
    if "cites" not in cue.verb.frames:
        return False
    if cue.mood == GERUND or as_saying(place, cue.end) is not None:
        return True
    return found.has(cue.first - 1, "who", "which") and _cited(found, cue.end, place.end, None) is not None


def opens_with_cited(place: Place, content: Span) -> bool:
    """Does a content begin with who is cited for another: "…, the radio reported | citing a witness"?"""
    return any(_opens(place.found, one) is not None and place.found.starts[one.first] == content.start for one in place.groups)


def cites(found: Passage, groups: Sequence[Cue], chosen: list[Candidate], first: int, end: int) -> Iterator[Candidate]:
    """The readings of whoever is cited for what another reading says; what holds the insertion is cut there."""
    for cue in groups:
        opens = _opens(found, cue)
        if opens is None or any(one.cue is not None and one.cue.start == found.starts[cue.shown] for one in chosen):
            continue
        for place, source in _tellers(found, cue, opens, chosen, first, end):
            if source is not None:
                chosen[place] = one = _cut(found, chosen[place], opens, source)
                names = (*(name for name in one.features if name != "negated"), "cites")
                told = candidate(Place(found, cue, first, end, end, list(groups), None), RULE, source, one.content, names)
                if is_sound(told, [], found):
                    yield told
                break


def _tellers(found: Passage, cue: Cue, opens: int, chosen: Sequence[Candidate], first: int, end: int) -> Iterator[tuple[int, Span | None]]:
    """The readings that may tell what somebody is cited for, with who is cited: those beside the insertion, then the last before it."""
    begin = found.starts[opens]
    for place, one in enumerate(chosen):
        if one.source is not None:
            yield place, _beside(found, cue, opens, one.source, first, end)
        if one.cue is not None and one.cue.end <= begin < one.content[0].start:  # "a dit, citant Y, que …"
            yield place, _cited(found, cue.end, end, one.source)
    if cue.mood == GERUND:
        before = [place for place, one in enumerate(chosen) if one.cue is not None and one.reach <= begin]
        last = max(before, key=lambda place: chosen[place].reach, default=None)
        if last is not None and "declined" not in chosen[last].features:  # "declined to say …, citing the law"
            yield last, _cited(found, cue.end, end, chosen[last].source)


def _opens(found: Passage, cue: Cue) -> int | None:
    """Where an insertion begins that somebody is cited in: at a gerund, or at "who" right before the verb."""
    if "cites" not in cue.verb.frames:
        return None
    if cue.mood == GERUND:
        return cue.first
    return cue.first - 1 if cue.mood == "finite" and found.has(cue.first - 1, "who", "which") else None


def _beside(found: Passage, cue: Cue, opens: int, by: Span, first: int, end: int) -> Span | None:
    """Who is cited, where the insertion stands right behind a source, is the end of it, or opens the sentence right before it."""
    after, begin = found.at(by.end), found.starts[opens]
    follows = opens >= after and all(found.forms[at] == "," for at in range(after, opens)) and opens - after <= 1
    leads = opens - first <= _LEADING and by.start >= found.end(cue.end - 1)
    if not (follows or leads or by.start < begin < by.end):
        return None
    source = _cited(found, cue.end, end, by if leads else Span(by.start, min(by.end, begin)))
    if source is None or (leads and found.text[source.end : by.start].strip() != ","):
        return None
    return source


def _cut(found: Passage, one: Candidate, opens: int, source: Span) -> Candidate:
    """A reading without the insertion in its source ("X quoting Y | said"), or before its content ("selon X, | citant Y, le pont …")."""
    begin = found.starts[opens]
    if one.source is not None and one.source.start < begin < one.source.end:
        return replace(one, source=found.span_of(found.at(one.source.start), opens))
    head, after = one.content[0], found.at(source.end)
    if not begin <= head.start < source.end or found.form(after) != "," or after + 1 >= found.at(head.end):
        return one
    return replace(one, content=(Span(found.starts[after + 1], head.end), *one.content[1:]))


def _cited(found: Passage, at: int, end: int, by: Span | None) -> Span | None:
    """Who is cited, if he can speak; `by`: the one who cites, None where nobody is known."""
    source, _ = inverted(found, at, end)
    if source is None and found.lexicon.speaking.get(found.form(at)) in _UNNAMED:
        source = phrase(found, at, next((here for here in range(at, end) if not found.is_word(here)), end))  # "people familiar with it"
    if source is None or found.at(source.start) != at or at in found.quote_at:
        return None  # "citant notamment Y": an example
    source = _named(found, at, source)
    heads = _heads(found, at, found.at(source.end))
    kinds = {kind for head in heads if (kind := found.lexicon.speaking.get(found.forms[head]))}
    if kinds == {"document"} and found.forms[at] in found.lexicon.possessives:
        return None  # "citing her work"
    if by is not None and any(_is_person(found, here) for here in range(found.at(by.start), found.at(by.end))):
        return source if kinds & _BEHIND_PERSONS or _is_office(found, at, heads) else None
    return source if kinds or any(_is_person(found, head) or found.is_capital(head) for head in heads) else None


def _named(found: Passage, at: int, source: Span) -> Span:
    """With an apposition that is a name or an office, and no other: "une source, | le pont …"."""
    comma = next((here for here in range(at, found.at(source.end)) if found.forms[here] == ","), None)
    if comma is None or any(_is_person(found, here) or found.is_capital(here) for here in range(comma + 1, comma + 1 + _OFFICE)):
        return source
    return found.span_of(at, comma)


def _is_office(found: Passage, at: int, heads: Sequence[int]) -> bool:
    """An office without a name ("le chef de l'État"): persons are cited by name as examples."""
    named = any(map(found.is_capital, range(at, heads[-1] + 1)))
    return not named and any("role" in found.kinds[head] for head in heads)


def _heads(found: Passage, at: int, end: int) -> list[int]:
    """The words one of which is the head of a noun phrase.

    The last where nouns stand before it, but for an adjective with its complement ("people familiar | with the plan").
    """
    stop = next((here for here in range(at + 1, end) if _ends(found, here)), end)
    if not found.lexicon.order.head_last:
        return list(range(at, stop))
    described = stop - 2 >= at and found.has(stop, "preposition", "to") and _is_somebody(found, stop - 2)
    return [stop - 2 if described else stop - 1]


def _ends(found: Passage, at: int) -> bool:
    """Does what follows belong to the noun phrase no more: a mark, a preposition, a clause, a participle?"""
    if not found.is_word(at) or found.has(at, *_ENDS_PHRASE):
        return True
    return moods(found, at) == {PARTICIPLE} and found.forms[at] not in found.lexicon.speaking


def _is_person(found: Passage, at: int) -> bool:
    return found.has(at, *_PERSON) or ("role" in found.kinds[at] and found.forms[at] not in found.lexicon.speaking)


def _is_somebody(found: Passage, at: int) -> bool:
    """Persons whom nobody names, or several: nouns that stand before no other noun."""
    return _is_person(found, at) or found.lexicon.speaking.get(found.forms[at]) in _UNNAMED
