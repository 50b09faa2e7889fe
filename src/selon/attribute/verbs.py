"""All readings of one cue verb: before it (incise), after it (frames), and as a passive."""

from collections.abc import Callable, Iterator

from selon.attribute.alone import alone
from selon.attribute.as_told import as_told
from selon.attribute.choose import Candidate
from selon.attribute.cited import quoted_as
from selon.attribute.citing import only_cites, opens_with_cited
from selon.attribute.contents import clause_before, is_clause, whole
from selon.attribute.control import source_of
from selon.attribute.declined import declined
from selon.attribute.declining import is_withheld
from selon.attribute.forms import has_finite
from selon.attribute.frames import contents
from selon.attribute.incise import incise, is_person
from selon.attribute.inverted import inverted
from selon.attribute.light import light
from selon.attribute.passives import passive
from selon.attribute.place import Place, candidate
from selon.attribute.pointed import pointed
from selon.attribute.related import related
from selon.attribute.second import second
from selon.attribute.straight import as_said, straight
from selon.attribute.unparted import unparted
from selon.attribute.written import written
from selon.model.span import Span

_BEFORE = frozenset({"incise", "quote"})  # frames of verbs whose content may stand before them


def readings(place: Place) -> list[Candidate]:
    """All candidates for one cue."""
    if is_withheld(place.found, place.cue):
        return []
    own = _of_its_own(place)
    if own is not None:
        return list(own(place))
    told: list[Candidate] = []
    if place.cue.mood == "finite":
        if "cites" in place.cue.verb.frames:
            told += quoted_as(place)
        if not place.cue.verb.frames.isdisjoint(_BEFORE):
            told += straight(place)
            told += as_said(place)
            told += as_told(place)
            told += unparted(place)
            closing = list(incise(place))
            told += closing
            if any(map(_closes, closing)):
                return told
        told += _which(place)
        told += related(place)
        if place.cue.verb.stance == "denied":
            told += pointed(place)
            told += alone(place)
    if not only_cites(place):
        told += _following(place)
    return told


def _closes(told: Candidate) -> bool:
    """Is it a quotation, its verb and somebody who speaks: does nothing else follow that verb ("« … », a dit la maire")?"""
    names = told.features
    return "incise.person" in names and "before.quote" in names and "incise.that_follows" not in names


def _of_its_own(place: Place) -> Callable[[Place], Iterator[Candidate]] | None:
    """The construction that a cue has all to itself."""
    cue, frames = place.cue, place.cue.verb.frames
    if place.found.lexicon.order.second:
        return second
    if cue.declined is not None:
        return declined
    if cue.mood == "passive":
        return passive
    return written if "written" in frames else None


def _following(place: Place) -> Iterator[Candidate]:
    """The readings with the content after the verb."""
    cue, frames = place.cue, place.cue.verb.frames
    if "light" in frames:
        yield from light(place)
    framed = tuple(one for one in contents(place) if not opens_with_cited(place, one[1][0]))
    if not framed:
        return
    source, how = source_of(place)
    if ("personal" in frames and (source is None or _is_pronoun(place, source))) or (source is not None and _is_nobody(place, source)):
        return
    if source is not None and _is_supposed(place, source):
        return
    kind = "person" if source is not None and is_person(place.found, source) else "thing"
    for frame, content, features in framed:
        told: tuple[str, ...] = (
            f"frame.{frame}",
            f"{frame}.{kind}",
            f"source.{how}",
            f"mood.{cue.mood}",
            f"{'infinitive' if cue.dependent and frame == 'object' else cue.mood}.{frame}",
            f"{cue.mood}.{cue.verb.stance}",
        )
        witness = (f"witness.{kind}",) if "witness" in frames else ()
        told = (*told, *witness, *features)
        yield candidate(place, "verb." + frame, source, content, told)


def _is_nobody(place: Place, source: Span) -> bool:
    """Does nobody say it ("no official said that …")? A house may have a number ("No 10")."""
    at = place.found.at(source.start)
    return "none" in place.found.kinds[at] and not place.found.form(at + 1)[:1].isdigit() and not place.cue.negated


def _is_supposed(place: Place, source: Span) -> bool:
    """As in "If the mayor says that …": is it only supposed? "Even if she admits that" tells that she does; so does French "si"."""
    found = place.found
    before = found.at(source.start) - 1
    return found.lexicon.order.analytic and before >= place.first and "polar" in found.kinds[before] and not found.has(before - 1, "while")


def _is_pronoun(place: Place, source: Span) -> bool:
    """Is it a pronoun that may stand for nobody: "il est certain que"?"""
    at = place.found.at(source.start)
    return place.found.end(at) == source.end and "subject" in place.found.kinds[at] and "someone" not in place.found.kinds[at]


def _which(place: Place) -> Iterator[Candidate]:
    """The clause or the sentence before is what they say: "…, ce que dément X", "… C'est ce que X a démenti"."""
    found, cue = place.found, place.cue
    low = max(place.first + 2, cue.first - 12) + 1
    if low >= cue.first or found.lexicon.thats.isdisjoint(found.forms[low : cue.first]):
        return
    that = next((at for at in range(cue.first - 1, low - 1, -1) if "that" in found.kinds[at]), None)
    if that is None or "pointer" not in found.kinds[that - 1]:
        return
    if has_finite(found, that + 1, cue.first):
        return  # another verb stands between: "ce que demande la régie, qui plaide …"
    source = found.span_of(that + 1, cue.first) if that + 1 < cue.first else inverted(found, cue.end, place.end)[0]
    content = _clause_told(place, that - 1)
    if source is not None and content is not None and found.form(max(cue.end, found.at(source.end))) != ":":  # "… : le pont est fermé"
        yield candidate(place, "verb.which", source, (content,), ("which",))


def _clause_told(place: Place, pointer: int) -> Span | None:
    """The clause that "ce que" stands for: before the comma, or the sentence before ("C'est ce qu'a dit X")."""
    found, at = place.found, pointer
    while at > place.first and found.form(at - 1) != "," and found.has(at - 1, "being", "adverb", "pointer", "subject"):
        at -= 1
    if at > place.first and found.form(at - 1) == ",":
        return whole(found, clause_before(found, place.first, at - 1), at - 1) if is_clause(found, place.first, at - 1) else None
    return place.previous() if place.previous is not None and at == place.first and at < pointer else None
