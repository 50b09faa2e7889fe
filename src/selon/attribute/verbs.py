"""All readings of one cue verb: before it (incise), after it (frames), and as a passive."""

from collections.abc import Iterator

from selon.attribute.choose import Candidate
from selon.attribute.contents import clause_before, is_clause, whole
from selon.attribute.declined import declined
from selon.attribute.frames import contents
from selon.attribute.incise import incise, is_person
from selon.attribute.inverted import inverted
from selon.attribute.light import light
from selon.attribute.passives import passive
from selon.attribute.place import Place, candidate
from selon.attribute.second import second
from selon.attribute.sources import main_subject, noun_start, subject
from selon.attribute.written import written
from selon.model.span import Span


def readings(place: Place) -> Iterator[Candidate]:
    """All candidates for one cue."""
    cue, frames = place.cue, place.cue.verb.frames
    if place.found.lexicon.order.second:
        yield from second(place)
        return
    if cue.declined is not None:
        yield from declined(place, *_source(place))
        return
    if cue.mood == "passive":
        yield from passive(place)
        return
    if "written" in frames:
        yield from written(place)
        return
    if "cites" in frames and cue.mood == "gerund":
        yield from _cites(place)
        return
    if cue.mood == "finite" and frames & {"incise", "quote"}:
        yield from incise(place)
    yield from _which(place)
    source, how = _source(place)
    if "light" in frames:
        yield from light(place, source, how)
    if "personal" in frames and (source is None or _is_pronoun(place, source)):
        return
    for frame, content, features in contents(place):
        kind = "person" if source is not None and is_person(place.found, source) else "thing"
        told = (
            f"frame.{frame}",
            f"{frame}.{kind}",
            f"source.{how}",
            f"mood.{cue.mood}",
            f"{cue.mood}.{frame}",
            f"{cue.mood}.{cue.verb.stance}",
        )
        witness = (f"witness.{kind}",) if "witness" in frames else ()
        told = (*told, *witness, *features)
        yield candidate(place, "verb." + frame, source, content, told)


def _is_pronoun(place: Place, source: Span) -> bool:
    """Is it a pronoun that may stand for nobody: "il est certain que"?"""
    at = place.found.at(source.start)
    return place.found.ends[at] == source.end and place.found.has(at, "subject") and not place.found.has(at, "someone")


def _source(place: Place) -> tuple[Span | None, str]:
    """The source of a cue whose content follows, and how it was found."""
    found, cue = place.found, place.cue
    if cue.pronoun is not None:
        return found.span_of(cue.pronoun, cue.pronoun + 1), "pronoun"
    if cue.mood == "gerund" and found.is_word(cue.first - 1) and not found.has(cue.first - 1, "while", "and", "adverb", "but", "clitic"):
        start = noun_start(found, cue.first, place.first)
        if start < cue.first:
            return found.span_of(start, cue.first), "neighbour"
    if cue.mood in ("gerund", "infinitive"):
        if place.last is not None:
            return place.last, "control"
        if cue.first - place.first == 2 and found.has(place.first, "and") and place.speaker is not None:
            return place.speaker, "control"  # "« … », a dit X. Et d'ajouter que …"
        span = main_subject(found, place.first, cue.first) or _neighbour(place) or main_subject(found, cue.end, place.end)
        return span, "main" if span else "none"
    if found.has(cue.first - 1, "and", "but") and place.last is not None:
        return place.last, "control"
    if cue.first == place.first + 1 and found.has(place.first, "who") and place.speaker is not None:
        return place.speaker, "control"  # "« … », a dit X. Qui ajoute que …"
    span = subject(found, cue.first, place.first)
    if span is not None:
        return span, "subject"
    if found.has(cue.first - 1, "and", "but") or found.form(cue.first - 1) == ",":
        span = place.last or main_subject(found, place.first, cue.first)
        return span, "control" if span else "none"
    return (place.last, "control") if place.last else (None, "none")


def _which(place: Place) -> Iterator[Candidate]:
    """The clause or the sentence before is what they say: "…, ce que dément X", "… C'est ce que X a démenti"."""
    found, cue = place.found, place.cue
    that = next((at for at in range(cue.first - 1, max(place.first + 2, cue.first - 12), -1) if found.has(at, "that")), None)
    if that is None or cue.mood != "finite" or not found.has(that - 1, "pointer"):
        return
    source = found.span_of(that + 1, cue.first) if that + 1 < cue.first else inverted(found, cue.end, place.end)[0]
    content = _clause_told(place, that - 1)
    if source is not None and content is not None:
        yield candidate(place, "verb.which", source, (content,), ("which",))


def _clause_told(place: Place, pointer: int) -> Span | None:
    """The clause that "ce que" stands for: before the comma, or the sentence before ("C'est ce qu'a dit X")."""
    found, at = place.found, pointer
    while at > place.first and found.form(at - 1) != "," and found.has(at - 1, "being", "adverb", "pointer", "subject"):
        at -= 1
    if at > place.first and found.form(at - 1) == ",":
        return whole(found, clause_before(found, place.first, at - 1), at - 1) if is_clause(found, place.first, at - 1) else None
    return place.previous if at == place.first and at < pointer else None


def _neighbour(place: Place) -> Span | None:
    """The noun phrase right before a participle: "des élus, réclamant un vote, …", "un rapport disant que …"."""
    found, at = place.found, place.cue.first
    if found.form(at - 1) == ",":
        at -= 1
    return subject(found, at, place.first) if at > place.first and not found.has(at - 1, "while") else None


def _cites(place: Place) -> Iterator[Candidate]:
    """Whoever is cited said what the reading before says: "…, a dit X, citant Y"."""
    if place.cue.mood != "gerund" or not place.before:
        return
    source, _ = inverted(place.found, place.cue.end, place.end)
    if source is not None:
        yield candidate(place, "verb.cites", source, place.before, ("cites",))
