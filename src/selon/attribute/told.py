"""A cue verb in a subordinate clause, or in a clause that says what carries the words (where the verb comes second).

subordinate "wie X mitteilte", "…, der sagte, dass …"           the verb closes the clause
stands_in   "…, heißt es in dem Bericht", "In dem Bericht heißt es, …", "Es heißt, …"
Not done yet: subordinate clauses with several verbs.
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.antecedents import antecedent
from selon.attribute.brackets import clause_opening
from selon.attribute.choose import Candidate
from selon.attribute.complements import complements
from selon.attribute.contents import clause_before, is_clause, whole
from selon.attribute.forms import has_finite, is_finite
from selon.attribute.incise import is_person
from selon.attribute.inverted import inverted
from selon.attribute.place import Place, candidate
from selon.attribute.tokens import Passage
from selon.model.span import Span


def subordinate(place: Place) -> Iterator[Candidate]:
    """The verb closes a clause that a conjunction or a relative pronoun opens."""
    found, cue = place.found, place.cue
    opening = clause_opening(found, cue.first, place.first)
    if "as" in found.kinds[opening]:
        yield from _as_told(place, opening)
        return
    if found.has(opening + ("preposition" in found.kinds[opening]), "relative", "which"):
        source, how = _antecedent(found, opening, place.first), "antecedent"
    else:
        source, how = inverted(found, opening + 1, cue.first)[0], "subject"
    kind = "person" if source is not None and is_person(found, source) else "thing"
    for frame, content, features in complements(place, cue.end):
        told = (f"frame.{frame}", f"{frame}.{kind}", f"source.{how if source else 'none'}", *features)
        yield candidate(place, "verb." + frame, source, content, told)


def _antecedent(found: Passage, who: int, first: int) -> Span | None:
    return antecedent(found, who, first) if who > first else None


def _as_told(place: Place, opening: int) -> Iterator[Candidate]:
    """The reading of "…, wie X sagte, …" and "Wie X sagte, …"."""
    found, cue = place.found, place.cue
    source = _carrier(place, opening) if "told" in cue.verb.frames else inverted(found, opening + 1, cue.first)[0]
    if source is None or source.end > found.starts[cue.first]:
        return
    left = whole(found, clause_before(found, place.first, opening), opening) if opening > place.first else None
    begin = cue.end + 1 if found.form(cue.end) == "," else place.end
    right = whole(found, begin, place.end) if begin < place.end and not _is_closed(place, left, opening) else None
    content = tuple(span for span in (left, right) if span is not None)
    if content:
        yield candidate(place, "verb.as_said", source, content, ("as_said", "as_said.split" if left and right else "as_said.whole"))


def _is_closed(place: Place, left: Span | None, opening: int) -> bool:
    """Is the clause before "wie" whole, so that what follows is another: "Es regnet, wie X sagt, und …"?"""
    found = place.found
    if left is None:
        return False
    return found.has(place.cue.end + 1, "and", "but", "which", "relative") and is_clause(found, place.first, opening)


def _carrier(place: Place, opening: int) -> Span | None:
    """What carries the words: "wie es in dem Bericht heißt"."""
    found = place.found
    for at in range(opening + 1, place.cue.first):
        if "preposition" in found.kinds[at] and at + 1 < place.cue.first:
            return inverted(found, at + 1, place.cue.first)[0]
    return None


def stands_in(place: Place) -> Iterator[Candidate]:
    """The readings of "…, (so) heißt es in dem Bericht" and "In dem Bericht heißt es, …": what carries the words is the source."""
    found, cue = place.found, place.cue
    if "impersonal" not in found.kinds[cue.end]:
        for frame, content, features in complements(place, cue.end):
            yield candidate(place, "verb.written", None, content, ("written", "written.nobody", f"frame.{frame}", *features))
        return
    at, before = cue.end + 1, cue.first - 1
    while "adverb" in found.kinds[at]:
        at += 1
    while before >= place.first and "adverb" in found.kinds[before]:
        before -= 1
    if before >= place.first and found.is_word(before) and before not in found.quote_at:
        source = in_front(place)
        for frame, content, features in complements(place, cue.end + 1):
            yield candidate(place, "verb.written", source, content, ("written", f"frame.{frame}", *features))
        return
    words = whole(found, clause_before(found, place.first, cue.first), before + 1) if before >= place.first else None
    if words is not None:
        source, after = inverted(found, at + 1, place.end) if "preposition" in found.kinds[at] else (None, at)
        features = ("written", "written.named" if source else "written.nobody")
        yield with_rest(place, candidate(place, "verb.written", source, (words,), features), after)


def in_front(place: Place) -> Span | None:
    """What carries the words, where the clause opens with it: "In dem Bericht heißt es"."""
    start = clause_opening(place.found, place.cue.first, place.first)
    return inverted(place.found, start + 1, place.cue.first)[0] if "preposition" in place.found.kinds[start] else None


def with_rest(place: Place, one: Candidate, comma: int) -> Candidate:
    """With the rest of the clause that a parenthesis cuts before its verb: "Die Brücke, sagte X, sei sicher"."""
    found = place.found
    if found.form(comma) != "," or comma + 1 >= place.end or not is_finite(found, comma + 1):
        return one
    first = clause_before(found, place.first, place.cue.first)
    left, right = whole(found, first, place.cue.first), whole(found, comma + 1, place.end)
    if left is None or right is None or has_finite(found, first, place.cue.first):
        return one
    features = tuple(name for name in one.features if not name.startswith(("before.", "after.")))
    return replace(one, content=(left, right), features=(*features, "before.clause"), reach=right.end)
