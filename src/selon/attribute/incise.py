"""Readings with the content before the verb: "… , a dit X"; "« … », a-t-il ajouté, « … »"; "comme le dit X, …" backwards.

The content goes on after the source where a clause or a quotation goes on.
"""

from collections.abc import Iterator

from selon.attribute.agreement import is_of_several
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, whole
from selon.attribute.forms import has_finite, is_finite
from selon.attribute.inverted import inverted
from selon.attribute.parenthesis import before_incise, continuation, goes_on
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.place import Place, candidate
from selon.attribute.sources import subject
from selon.attribute.stretches import between_commas, has_main
from selon.attribute.tokens import NAME_WORDS, Passage
from selon.model.span import Span

_SPEAKS = frozenset({"title", "role", "someone", "subject"})  # kinds
_SAYING = frozenset({"that", "incise"})  # frames of the verbs that may close a clause without a comma
_NO_CLAUSE_END = (
    "that", "who", "which", "as", "and", "but", "subject", "not", "preposition", "adverb", "if", "subordinator", "modal",
)  # fmt: skip
_MARK_CHARS, _MARKS = 2, frozenset('«“"')  # before the inside of a quotation
_OFFICE = 4  # tokens in which an office is named: "la toute jeune maire"


def incise(place: Place) -> Iterator[Candidate]:
    """The readings of a cue as a verb in parenthesis, or right after its quotation and its source."""
    found, cue = place.found, place.cue
    source, after, features = _speaker(place)
    if source is None or _is_governed_by_several(place, source):
        return
    before = cue.first - 1
    if "but" in found.kinds[before]:
        yield from _after_only(place, source, after, features)
        return
    content, more = before_incise(place, before if "as" in found.kinds[before] else cue.first)
    if content:
        told = _parenthesis(place, source, after, content, features, more)
        if not (_is_object(place, told) or _has_own_subject(place, told)):
            yield told
    elif "as" in found.kinds[before]:
        yield from _as_said(place, source, after)


def _is_governed_by_several(place: Place, source: Span) -> bool:
    """Is the verb one of several, and what stands behind it one thing or name: its object ("two states, …, have recognised Ada Bry")?"""
    found, cue, several = place.found, place.cue, place.found.lexicon.order.several
    if not several or not any(is_of_several(found, at) and is_finite(found, at) for at in range(cue.first, cue.end)):
        return False
    name = range(found.at(source.start), found.at(source.end))
    return _is_one(found, name) or (len(name) > 1 and all(found.is_capital(at) and "determiner" not in found.kinds[at] for at in name))


def _is_one(found: Passage, name: range) -> bool:
    """One thing: an article of one, no "and", and no complement right behind its noun ("une partie des élus")."""
    if not found.has(name[0], "single") or any(found.has(at, "and") or found.forms[at] == "," for at in name):
        return False
    return not any(found.has(at, "of") for at in name[1:_OFFICE])


def _is_object(place: Place, told: Candidate) -> bool:
    """No verb before the cue, and a thing behind it: a subject and its object ("la cour, section du port, a confirmé la peine")."""
    names = set(told.features)
    if "incise.thing" not in names:
        return False
    if "before.phrase" in names:
        return len(told.content) == 1
    first = place.found.at(told.content[0].start)  # "le gérant, qui plaide l'« oubli », a nié les faits"
    related = any(place.found.has(at, "who") for at in range(first, place.cue.first))
    return place.cue.verb.stance == "denied" and related and not has_main(place.found, first, place.cue.first)


def _has_own_subject(place: Place, told: Candidate) -> bool:
    """Is the content nothing but somebody with an apposition: the verb's own subject ("Ada Bry, présidente du port, a dénoncé la taxe")?"""
    found, cue, names = place.found, place.cue, set(told.features)
    if cue.pronoun is not None or found.form(cue.first - 1) != "," or not names & {"before.phrase", "before.mixed"}:
        return False
    thing = "incise.thing" in names
    if "before.mixed" in names and not thing:
        return False
    parts = between_commas(found, found.at(told.content[0].start), cue.first)
    if len(parts) < 2 or parts[0][0] in found.quote_at or has_main(found, parts[0][0], cue.first):
        return False
    if any(found.quoted_words(at) > NAME_WORDS for at in found.quoted(parts[0][0], cue.first)):
        return False
    start, stop = parts[0]
    office = thing or (told.source is not None and _opens_as_thing(found, found.at(told.source.start)))
    named = _is_somebody(found, start, stop, office=office) or all(map(found.is_capital, range(*parts[1])))
    denies = cue.verb.stance == "denied" and any(found.has(at, "who") for at, _ in parts[1:])
    return named or (denies and len(told.content) == 1 and "determiner" in found.kinds[start])


def _opens_as_thing(found: Passage, at: int) -> bool:
    """An article, or "de", before a word in lower case or a quotation that is no office: "le « retour » d'Ada Bry", "de ce neveu"."""
    while found.has(at, "determiner", "of"):
        at += 1
    return not found.is_capital(at) and not found.has(at, "role", "title", "someone")


def _is_somebody(found: Passage, start: int, stop: int, *, office: bool) -> bool:
    """A name of two words and more, with an article before it or none, or an `office`: "Ada Bry", "L'équipe d'Ada Bry", "La maire"."""
    if found.has(start, "preposition", "to", "of") and "determiner" not in found.kinds[start]:
        return False  # "Dans cette région, l'épaisseur …"
    if office and any(found.has(at, "role", "title") for at in range(start, min(stop, start + _OFFICE))):
        return True
    named = stop - start > 1 and found.is_capital(stop - 1) and found.is_capital(stop - 2)
    return named and ("determiner" in found.kinds[start] or all(map(found.is_capital, range(start, stop))))


def _goes_on_with(found: Passage, at: int, end: int) -> bool:
    """Does a verb follow the noun phrase behind the cue: "Orme Mills, a weaver, said | its mill | was closed"?"""
    stop = next((here for here in range(at, end) if not found.is_word(here) or found.has(here, "who", "which", "that", "and", "but")), end)
    return has_finite(found, at, stop)


def _speaker(place: Place) -> tuple[Span | None, int, tuple[str, ...]]:
    """The inverted source, the token after it, and what it is like."""
    found, cue, before = place.found, place.cue, place.cue.first - 1
    if cue.pronoun is not None:
        if found.is_word(before) and before not in found.quote_at and not has_main(found, place.first, cue.first):
            return None, cue.end, ()  # "aussi, les passants espèrent-ils mieux": the noun before and the pronoun are one
        pronoun = found.span_of(cue.pronoun, cue.pronoun + 1)
        after = max(cue.end, cue.pronoun + 1)
        behind = _behind(found, after, place.end) if "indefinite" in found.kinds[cue.pronoun] else None
        return (*(behind or (pronoun, after)), ("incise.pronoun",))
    if _is_unmarked(place):
        source, after = inverted(found, cue.end, place.end)
        if source is not None and is_person(found, source) and (after >= place.end or not found.is_word(after)):
            return source, after, ("incise.noun", "incise.person", "incise.unmarked")
        return None, cue.end, ()
    marked = not found.is_word(before) or before in found.quote_at or "as" in found.kinds[before]
    led = found.lexicon.order.subject_first and found.has(cue.first, "soon")
    if before < place.first or not marked or led or _told_somebody(place) or _is_behind_an_aside(place):
        return None, cue.end, ()
    source, after = inverted(found, cue.end, place.end)
    return source, after, ("incise.noun", "incise.person" if source and is_person(found, source) else "incise.thing")


def _is_behind_an_aside(place: Place) -> bool:
    """As in "la Ligue du port (LDP) a annoncé une fête": brackets right behind a word close what is the verb's own subject."""
    found, at = place.found, place.cue.first - 1
    if found.form(at) != ")":
        return False
    while at > place.first and found.form(at) != "(":
        at -= 1
    return at > place.first and found.is_word(at - 1) and at - 1 not in found.quote_at


def _is_unmarked(place: Place) -> bool:
    """A verb of saying right behind a whole clause, with no comma: "le pont est fermé explique la maire"."""
    found, cue = place.found, place.cue
    before = cue.first - 1
    if not cue.verb.frames >= _SAYING or not found.is_word(before) or before in found.quote_at or before <= place.first + 2:
        return False
    if found.has(cue.end, "that", "of", "to") or _told_somebody(place):
        return False
    if found.has(before, *_NO_CLAUSE_END):
        return False
    return has_main(found, place.first, cue.first) and not _has_subject(place)


def _told_somebody(place: Place) -> bool:
    """Is the name behind the verb whoever is told: "the clerk told the Courier"? Such verbs are never inverted."""
    return "uninverted" in place.cue.verb.frames


def _has_subject(place: Place) -> bool:
    """Does the clause's own verb come before the noun right before the cue, or is that noun the cue's subject?"""
    found, cue = place.found, place.cue
    span = subject(found, cue.first, place.first)
    return span is not None and not has_finite(found, found.at(span.start), cue.first)


def _after_only(place: Place, source: Span, after: int, features: tuple[str, ...]) -> Iterator[Candidate]:
    """The reading of "…, car, disent-ils, la pluie menace": only what follows is theirs."""
    content, how = continuation(place, after, quoted=False, short=True)
    if content:
        yield candidate(place, "verb.incise", source, content, (*features, "before.clause", *how))


def _stands_in_marks(found: Passage) -> bool:
    """Is it the inside of a quotation that is read: "« Le bac coule, souffle Ada Bry. Il faut partir. »"?"""
    before = found.text[max(0, found.span.start - _MARK_CHARS) : found.span.start].strip()
    return before[-1:] in _MARKS and not found.lexicon.order.subject_first  # "« …, asked Byron »" may ask him


def _parenthesis(place: Place, source: Span, after: int, content: tuple[Span, ...], features: tuple[str, ...], more: set[str]) -> Candidate:
    found, cue = place.found, place.cue
    tail, how = continuation(place, after, "before.quote" in more, short="before.short" in more)
    replaces = "after.clause" in how and "before.short" in more and not goes_on(found, after + 1, place.end)
    content = tail if replaces else content + tail
    spoken = "incise.thing" not in features and _stands_in_marks(found)
    loose = "that" not in cue.verb.frames and "before.quote" not in more and not spoken
    odd: tuple[str, ...] = ("incise.quote_verb",) if loose else ()
    enclosed = found.form(cue.first - 1) == "," and found.form(after) == ","  # "…, rapporte la radio, …"
    odd += ("incise.enclosed",) if enclosed and "incise.person" in features else ()
    odd += ("incise.that_follows",) if "that" in found.kinds[cue.end] else ()
    behind = (
        _goes_on_with(found, after, place.end)
        if "before.phrase" in more
        else "incise.thing" in features and goes_on(found, after, place.end)
    )
    odd += ("incise.goes_on",) if behind else ()
    return candidate(place, "verb.incise", source, content, (*features, *odd, *sorted(more), *how), _shown(place))


def _shown(place: Place) -> Span:
    """The cue's span: without an auxiliary that an inverted pronoun parts from it ("a-t-il ajouté")."""
    found, cue = place.found, place.cue
    if cue.pronoun is None:
        return found.span_of(cue.shown, cue.end)
    return found.span_of(cue.head, cue.end) if cue.pronoun < cue.head else found.span_of(cue.shown, cue.head + 1)


def _as_said(place: Place, source: Span | None, after: int) -> Iterator[Candidate]:
    """The reading of "comme l'a dit X, …", "comme le dit X : « … »": the content follows the comma or the colon."""
    found, begin = place.found, after + 1
    if source is None or found.form(after) not in (",", ":") or not is_person(found, source) or found.has(begin, "who", "which"):
        return
    if begin < place.end and begin in found.quote_at and found.quoted_words(begin) > NAME_WORDS:
        last = found.chain(begin, place.end)
        if last >= place.end or not found.is_word(last):
            quoted = Span(found.quote_at[begin].inner.start, found.quote_at[last - 1].inner.end)
            yield candidate(place, "verb.as_said", source, (quoted,), ("as_said",))
            return
    stop, _ = content_end(found, begin, place.end, "clause", place.groups)
    span = whole(found, begin, stop)
    if found.form(after) == "," and span is not None and has_finite(found, begin, stop):
        yield candidate(place, "verb.as_said", source, (span,), ("as_said",))


def _behind(found: Passage, at: int, end: int) -> tuple[Span, int] | None:
    """Whoever stands behind "on": "a-t-on précisé au ministère de la Mer"."""
    at = found.after(found.lexicon.aside, at) or at  # "a-t-on appris vendredi | auprès du parquet"
    if not found.has(at, "to", "preposition", "of"):
        return None
    if found.after(found.lexicon.relay, at) and "beside" not in found.kinds[at]:
        return None  # "a-t-on dit à la radio"
    begin = at + 1
    if "beside" in found.kinds[at] and found.has(begin, "of") and "determiner" not in found.kinds[begin]:
        begin += 1  # "auprès d' | une source syndicale"
    told = begin > at + 1 and found.has(begin, "determiner")
    if not told and not any(found.is_capital(here) or "role" in found.kinds[here] for here in (begin, begin + 1)):
        return None
    stop = phrase_end(found, begin, end)
    return found.span_of(begin, stop), stop


def is_person(found: Passage, source: Span) -> bool:
    """A title, a role, a pronoun or a name: what is likely to speak."""
    at, last = found.at(source.start), source.end
    starts, kinds, stop = found.starts, found.kinds, min(at + 4, len(found.starts))
    while at < stop and starts[at] < last:
        if not kinds[at].isdisjoint(_SPEAKS) or found.is_capital(at):
            return True
        at += 1
    return False
