"""All readings of one cue in a language whose main clauses have the verb second (German).

before    "…, sagte X", "…, teilte X mit"                      the content stands before the verb, its source after it
front     "X sagte, …", "Am Montag sagte X, …"                 the source is the first member, or stands after the verb
agent     "X wurde von Y bestätigt"                            a passive
What follows is read by complements.py, cues in subordinate clauses by told.py. Not done yet: contents that are the first member
("Das bestätigte X").
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.choose import Candidate
from selon.attribute.complements import complements, ends_before
from selon.attribute.contents import whole
from selon.attribute.forms import has_finite
from selon.attribute.incise import incise, is_person
from selon.attribute.inverted import inverted
from selon.attribute.place import Place, candidate
from selon.attribute.sources import main_subject, subject
from selon.attribute.told import in_front, stands_in, subordinate, with_rest
from selon.model.span import Span


def second(place: Place) -> Iterator[Candidate]:
    """All candidates for one cue."""
    cue = place.cue
    if cue.mood == "passive":
        yield from _agent(place)
        yield from _charged(place)
    elif "told" in cue.verb.frames and ("impersonal" in place.found.kinds[cue.end] or "impersonal" in place.found.kinds[cue.first - 1]):
        yield from stands_in(place)
    elif cue.final:
        yield from subordinate(place)
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
    while first - 1 > place.first and "adverb" in found.kinds[first - 1]:  # ", so sagte X, "
        first -= 1
    if not cue.verb.frames & {"incise", "quote"} or (found.is_word(first - 1) and first - 1 not in found.quote_at):
        return
    bare = replace(place, cue=replace(cue, first=first, end=cue.field[0] if cue.field else cue.end, head=cue.first))
    for one in incise(bare):
        after = ends_before(found, found.at(one.source.end), place.end) if one.source is not None else place.end
        if one.rule == "verb.incise" and found.form(after) != ":" and not (found.form(after) == "," and "that" in found.kinds[after + 1]):
            yield with_rest(place, replace(one, cue=_half(place, one.source), features=_lead(place, one.features)), after)


def _lead(place: Place, features: tuple[str, ...]) -> tuple[str, ...]:
    """A clause with a conjunction before the verb is a content too: "Dass es regnet, bestätigte X"."""
    if not place.found.has(place.first, "that", "if"):
        return features
    return tuple("before.clause" if name == "before.phrase" else name for name in features)


def _half(place: Place, *others: Span | None) -> Span:
    """The cue's span: one half of it where the source or the content stands between the halves."""
    found, cue = place.found, place.cue
    span = found.span_of(cue.shown, cue.end)
    whole_cue = not any(other is not None and other.overlaps(span) for other in others)
    return span if whole_cue else found.span_of(cue.head, cue.head + 1)


def _front(place: Place) -> Iterator[Candidate]:
    """The readings with the content after the verb; what a pointer opens may be one that stands before it."""
    source, at, how = _speaker(place)
    pointed = how == "subject" and source is not None and "pointer" in place.found.kinds[place.found.at(source.start)]
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
    if found.has(before, "and", "but") and "subject" not in found.kinds[before]:
        source = place.last or main_subject(found, place.first, before)
        return source, cue.end, "control" if source else "none"
    behind, after = _behind(place)
    if not found.is_word(before) and not (found.form(before) in "),–-" and _has_no_verb(place)):
        return (behind, after, "inverted") if behind is not None else (None, cue.end, "none")
    span = subject(found, cue.first, place.first)
    if span is not None and "oblique" not in found.kinds[found.at(span.start)]:
        return span, cue.end, "subject"
    if "told" in cue.verb.frames and (carrier := in_front(place)) is not None:
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
    while low < high and found.has(low, "reflexive", "clitic") and "someone" not in found.kinds[low]:
        low += 1
    source, after = inverted(found, low, high)
    if source is not None and cue.field and after - 1 > found.at(source.start) and "determiner" in found.kinds[after - 1]:
        source = found.span_of(found.at(source.start), after - 1)  # "ist der Minister | der Meinung"
    return source, cue.end if cue.field else after


def _agent(place: Place) -> Iterator[Candidate]:
    """The reading of a passive with an agent: its subject is the content."""
    found, cue = place.found, place.cue
    by = next((at for at in range(cue.first + 1, cue.head) if "by" in found.kinds[at]), None)
    if by is None or "by" not in cue.verb.frames:
        return
    source = inverted(found, by + 1, cue.head)[0]
    content = subject(found, cue.first, place.first) or (whole(found, cue.first + 1, by) if by > cue.first + 1 else None)
    if source is not None and content is not None and not has_finite(found, by, cue.head):
        yield candidate(place, "passive.by", source, (content,), ("passive.by",), found.span_of(cue.head, cue.head + 1))


def _charged(place: Place) -> Iterator[Candidate]:
    """The reading of "wird beschuldigt, … zu haben": nobody is named, the content is the charge."""
    found, cue = place.found, place.cue
    if "address" not in cue.verb.frames or any("by" in found.kinds[at] for at in range(cue.first + 1, cue.head)):
        return
    for frame, content, features in complements(place, cue.end):
        if frame == "address":
            yield candidate(place, "passive.charge", None, content[-1:], ("passive.charge", *features), found.span_of(cue.head, cue.end))
