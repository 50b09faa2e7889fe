"""All readings of one cue in a language whose main clauses have the verb second (German).

before    "…, sagte X", "…, teilte X mit"                      the content stands before the verb, its source after it
front     "X sagte, …", "Am Montag sagte X, …"                 the source is the first member, or stands after the verb
told      "wie X mitteilte", "…, der sagte, dass …"            the verb closes a subordinate clause
agent     "X wurde von Y bestätigt"                            a passive
What follows is read by complements.py. Not done yet: contents that are the first member ("Das bestätigte X").
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.brackets import clause_opening
from selon.attribute.choose import Candidate
from selon.attribute.complements import complements, ends_before
from selon.attribute.contents import clause_before, is_clause, whole
from selon.attribute.incise import incise, is_person
from selon.attribute.inverted import inverted
from selon.attribute.place import Place, candidate
from selon.attribute.sources import antecedent, main_subject, subject
from selon.attribute.tokens import Passage, has_finite, is_finite
from selon.model.span import Span


def second(place: Place) -> Iterator[Candidate]:
    """All candidates for one cue."""
    cue = place.cue
    if cue.mood == "passive":
        yield from _agent(place)
        yield from _charged(place)
    elif "told" in cue.verb.frames and place.found.has(cue.end, "impersonal"):
        yield from _stands_in(place)
    elif "told" in cue.verb.frames and place.found.has(cue.first - 1, "impersonal"):
        for frame, content, features in complements(place, cue.end):  # "Es heißt, …"
            yield candidate(place, "verb.written", None, content, ("written", "written.nobody", f"frame.{frame}", *features))
    elif cue.final:
        yield from _told(place)
    else:
        followed = list(_front(place))
        if not (followed and _opens_subordinate(place)):
            yield from _before(place)
        yield from followed


def _opens_subordinate(place: Place) -> bool:
    """Does the sentence open with a subordinate clause: "Als es hell wurde, sagte X, …"?"""
    return place.found.has(place.first, "subordinator", "opener", "if", "as", "that")


def _before(place: Place) -> Iterator[Candidate]:
    """The readings with the content before the verb; not where the source is followed by "dass"."""
    found, cue = place.found, place.cue
    first = cue.first
    while first - 1 > place.first and found.has(first - 1, "adverb"):  # ", so sagte X, "
        first -= 1
    if not cue.verb.frames & {"incise", "quote"} or (found.is_word(first - 1) and first - 1 not in found.quote_at):
        return
    bare = replace(place, cue=replace(cue, first=first, end=cue.field[0] if cue.field else cue.end, head=cue.first))
    for one in incise(bare):
        after = ends_before(found, found.at(one.source.end), place.end) if one.source is not None else place.end
        if one.rule == "verb.incise" and found.form(after) != ":" and not (found.form(after) == "," and found.has(after + 1, "that")):
            yield with_rest(place, replace(one, cue=_half(place, one.source), features=_lead(place, one.features)), after)


def _lead(place: Place, features: tuple[str, ...]) -> tuple[str, ...]:
    """A clause with a conjunction before the verb is a content too: "Dass es regnet, bestätigte X"."""
    if not place.found.has(place.first, "that", "if"):
        return features
    return tuple("before.clause" if name == "before.phrase" else name for name in features)


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


def _stands_in(place: Place) -> Iterator[Candidate]:
    """The readings of "…, (so) heißt es in dem Bericht" and "In dem Bericht heißt es, …": what carries the words is the source."""
    found, cue = place.found, place.cue
    at, before = cue.end + 1, cue.first - 1
    while found.has(at, "adverb"):
        at += 1
    while before >= place.first and found.has(before, "adverb"):
        before -= 1
    if before >= place.first and found.is_word(before) and before not in found.quote_at:
        source = _in_front(place)
        for frame, content, features in complements(place, cue.end + 1):
            yield candidate(place, "verb.written", source, content, ("written", f"frame.{frame}", *features))
        return
    words = whole(found, clause_before(found, place.first, cue.first), before + 1) if before >= place.first else None
    if words is not None:
        source, after = inverted(found, at + 1, place.end) if found.has(at, "preposition") else (None, at)
        features = ("written", "written.named" if source else "written.nobody")
        yield with_rest(place, candidate(place, "verb.written", source, (words,), features), after)


def _in_front(place: Place) -> Span | None:
    """What carries the words, where the clause opens with it: "In dem Bericht heißt es"."""
    start = clause_opening(place.found, place.cue.first, place.first)
    return inverted(place.found, start + 1, place.cue.first)[0] if place.found.has(start, "preposition") else None


def _half(place: Place, *others: Span | None) -> Span:
    """The cue's span: one half of it where the source or the content stands between the halves."""
    found, cue = place.found, place.cue
    span = found.span_of(cue.shown, cue.end)
    whole_cue = not any(other is not None and other.overlaps(span) for other in others)
    return span if whole_cue else found.span_of(cue.head, cue.head + 1)


def _front(place: Place) -> Iterator[Candidate]:
    """The readings with the content after the verb; what a pointer opens may be one that stands before it."""
    source, at, how = _speaker(place)
    pointed = how == "subject" and source is not None and place.found.has(place.found.at(source.start), "pointer")
    if pointed and source is not None and "object" in place.cue.verb.frames and (behind := _behind(place)[0]) is not None:
        front = ("frame.object", "object.person", "source.inverted")
        yield candidate(place, "verb.object", behind, (source,), front, _half(place, behind))
        return
    kind = "person" if source is not None and is_person(place.found, source) else "thing"
    for frame, content, features in complements(place, at):
        told = (f"frame.{frame}", f"{frame}.{kind}", f"source.{how}", f"finite.{place.cue.verb.stance}", *features)
        yield candidate(place, "verb." + frame, source, content, told, _half(place, source, *content))


def _speaker(place: Place) -> tuple[Span | None, int, str]:
    """The source, the token from which its content is looked for, and how it was found."""
    found, cue = place.found, place.cue
    before = cue.first - 1
    if found.has(before, "and", "but") and not found.has(before, "subject"):
        source = place.last or main_subject(found, place.first, before)
        return source, cue.end, "control" if source else "none"
    behind, after = _behind(place)
    if not found.is_word(before) and not (found.form(before) in "),–-" and _has_no_verb(place)):
        return (behind, after, "inverted") if behind is not None else (None, cue.end, "none")
    span = subject(found, cue.first, place.first)
    if span is not None and not found.has(found.at(span.start), "oblique"):
        return span, cue.end, "subject"
    if "told" in cue.verb.frames and (carrier := _in_front(place)) is not None:
        return carrier, cue.end, "subject"  # "Aus dem Bericht geht hervor, dass …"
    return behind, after, "inverted" if behind else "none"


def _has_no_verb(place: Place) -> bool:
    """Is all before the cue one noun phrase with what is apposed to it: its first stretch between commas has no verb?"""
    found = place.found
    stop = next((at for at in range(place.first, place.cue.first) if found.forms[at] == ","), place.cue.first)
    return not has_finite(found, place.first, stop) and not any(at in found.quote_at for at in range(place.first, place.cue.first))


def _behind(place: Place) -> tuple[Span | None, int]:
    """The subject after the finite verb, and the token after it or after the whole group."""
    found, cue = place.found, place.cue
    low, high = cue.field or (cue.end, place.limit)
    while low < high and found.has(low, "reflexive", "clitic") and not found.has(low, "someone"):
        low += 1
    source, after = inverted(found, low, high)
    if source is not None and cue.field and after - 1 > found.at(source.start) and found.has(after - 1, "determiner"):
        source = found.span_of(found.at(source.start), after - 1)  # "ist der Minister | der Meinung"
    return source, cue.end if cue.field else after


def _told(place: Place) -> Iterator[Candidate]:
    """The verb closes a clause that a conjunction or a relative pronoun opens."""
    found, cue = place.found, place.cue
    opening = clause_opening(found, cue.first, place.first)
    if found.has(opening, "as"):
        yield from _as_told(place, opening)
        return
    if found.has(opening + found.has(opening, "preposition"), "relative", "which"):
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
        if found.has(at, "preposition") and at + 1 < place.cue.first:
            return inverted(found, at + 1, place.cue.first)[0]
    return None


def _agent(place: Place) -> Iterator[Candidate]:
    """The reading of a passive with an agent: its subject is the content."""
    found, cue = place.found, place.cue
    by = next((at for at in range(cue.first + 1, cue.head) if found.has(at, "by")), None)
    if by is None or "by" not in cue.verb.frames:
        return
    source = inverted(found, by + 1, cue.head)[0]
    content = subject(found, cue.first, place.first) or (whole(found, cue.first + 1, by) if by > cue.first + 1 else None)
    if source is not None and content is not None and not has_finite(found, by, cue.head):
        yield candidate(place, "passive.by", source, (content,), ("passive.by",), found.span_of(cue.head, cue.head + 1))


def _charged(place: Place) -> Iterator[Candidate]:
    """The reading of "wird beschuldigt, … zu haben": nobody is named, the content is the charge."""
    found, cue = place.found, place.cue
    if "address" not in cue.verb.frames or any(found.has(at, "by") for at in range(cue.first + 1, cue.head)):
        return
    for frame, content, features in complements(place, cue.end):
        if frame == "address":
            yield candidate(place, "passive.charge", None, content[-1:], ("passive.charge", *features), found.span_of(cue.head, cue.end))
