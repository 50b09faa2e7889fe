"""Readings with the content after the verb, one function a frame.

that       "X a dit que …", with words between; also "si", "pourquoi"     colon  "X a dit : …"
bare       "X dit avoir …"            infinitive  "X demande de …", "X promet de …"
for        "X remercie Y pour …"      against     "X met en garde Y contre …"
address    "X accuse Y de …", "X appelle Y à …"      as  "X qualifie Y de …"
to, about  "X appelle au calme", "X menace de représailles"                object "X dénonce …"
blames     "X tient Y pour responsable de …"
quote      "X parle d'un « … »", "X a lancé « … »"            sees        "X y voit …"
Not done yet: objects before the verb ("ce que X dit").
"""

from collections.abc import Iterator

from selon.attribute.contents import is_clause, whole
from selon.attribute.inverted import past_adjunct, past_asides, phrase_end
from selon.attribute.labels import is_label
from selon.attribute.lexicon import GERUND, INFINITIVE
from selon.attribute.place import Place, reach
from selon.attribute.sources import noun_start
from selon.attribute.tokens import Passage, is_finite, moods
from selon.model.span import Span

_NAMED = 16  # tokens up to the name that somebody is given
_NAME = 5  # words of a name that stands in marks: more are words of somebody
Framed = tuple[str, tuple[Span, ...], tuple[str, ...]]  # frame, content, features


def contents(place: Place) -> Iterator[Framed]:
    """All contents that may follow the cue, by the frames of its verb."""
    found, cue, frames = place.found, place.cue, place.cue.verb.frames
    at = cue.end + 1 if cue.pronoun == cue.end else cue.end
    begin = past_asides(found, at, place.limit)
    if "that" in frames:
        yield from _that(place, at)
        yield from _question(place, begin)
    if "clause" in frames:
        yield from _clause(place, begin)
    if frames & {"that", "quote"}:
        yield from _colon(place, at)
    for frame, finder in (
        ("bare", _bare),
        ("infinitive", _infinitive),
        ("address", _address),
        ("for", _for),
        ("against", _against),
        ("likens", _likens),
        ("pro", _pro),
        ("as", _as),
        ("to", _to),
        ("about", _about),
        ("predicate", _predicate),
    ):
        if frame in frames:
            yield from finder(place, begin)
    beyond = past_adjunct(found, begin, place.limit)
    if frames & {"quote", "incise"}:
        yield from _quote(place, beyond if beyond in found.quote_at else begin)
    if "object" in frames:
        yield from _object(place, beyond)
    if "names" in frames:
        yield from _names(place, begin)
    if "sees" in frames:
        yield from _sees(place, begin, beyond)
    if "blames" in frames and opens_object(found, begin):
        content, features = reach(place, begin, "object")
        if content:
            yield "blames", content, features


def _that(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    commas, here, stop = 0, at - 1, min(place.limit, at + 26)
    if not any("that" in kinds for kinds in found.kinds[at:stop]):
        return
    while here + 1 < stop:
        here += 1
        form = found.forms[here]
        after = found.after(found.lexicon.aside, here) if not found.has(here, "that") else None
        if after:
            here = after - 1
            continue
        if found.has(here, "that"):
            if commas % 2 == 0 and not found.has(here - 1, "never_that") and not found.has(here, "clitic"):
                content, features = reach(place, here + 1, "clause")
                if content:
                    yield "that", content, (*features, "gap.none" if here - at <= 1 else "gap.some")
            return
        commas += form == ","
        if found.has(here, "comparative"):
            return
        if form in ";:" or (here in found.quote_at and len(found.quote_at[here].inner) > 30):
            return
        if is_finite(found, here) or any(group.head == here for group in place.groups):
            return


def _question(place: Place, at: int) -> Iterator[Framed]:
    if place.found.has(at, "if"):
        content, features = reach(place, at, "clause")
        if content:
            yield "question", content, features


def _clause(place: Place, at: int) -> Iterator[Framed]:
    """A clause without a conjunction ("she said the bridge was closed"); after a hearer too ("told the radio it was closed")."""
    found = place.found
    if "hearer" in place.cue.verb.frames:
        at = phrase_end(found, at, place.limit) if at < place.limit and opens_object(found, at) else at
        at = past_asides(found, at, place.limit)
    if at >= place.limit or not (found.is_word(at) and at not in found.quote_at) or found.has(at, "that", "who", "and", "but"):
        return
    if is_infinitive(found, at, place.limit) or found.has(at, "of", "as", "by") or not _opens_clause(found, at):
        return
    content, features = reach(place, at, "clause")
    if content and is_clause(found, at, found.at(content[0].end)) and not found.has(at, "to"):
        yield "clause", content, features


def _opens_clause(found: Passage, at: int) -> bool:
    """A clause begins with its subject or an adjunct, never with its verb: "several states | could decide" reports nothing."""
    if found.has(at, "determiner", "subject", "preposition", "title", "someone", "if", "subordinator") or found.is_capital(at):
        return True
    return not is_finite(found, at) and not moods(found, at) & {GERUND}


def _colon(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    if ":" not in found.forms[at : min(place.limit, at + 24)]:
        return
    for here in range(at, min(place.limit, at + 24)):
        if found.forms[here] == ":":
            begin = here + 1
            if begin in found.quote_at and begin < place.end:
                last = found.chain(begin, place.end) - 1
                yield "colon", (Span(found.quote_at[begin].inner.start, found.quote_at[last].inner.end),), ("colon.quote",)
                return
            span = whole(found, begin, place.limit) if begin < place.limit else None
            if span is not None and found.words(begin, place.limit) >= 3:
                yield "colon", (span,), ("colon.open",)
            return
        if found.forms[here] == ";" or here in found.quote_at or is_finite(found, here) or found.has(here, "that"):
            return


def is_infinitive(found: Passage, at: int, end: int) -> bool:
    """Does an infinitive begin here, with its clitics and its negation?"""
    if found.has(at - 1, "mark_infinitive"):
        return at < end and found.is_word(at) and not found.has(at, "determiner") and not found.is_capital(at) and at not in found.quote_at
    while at < end and found.has(at, "clitic", "reflexive", "not", "adverb") and not found.has(at, "of"):
        at += 1
    return (at < end and INFINITIVE in moods(found, at) and not found.has(at - 1, "determiner")) or (
        at < end and INFINITIVE in moods(found, at) and found.has(at - 1, "clitic")
    )


def _bare(place: Place, at: int) -> Iterator[Framed]:
    if not place.found.has(at, "of", "to") and is_infinitive(place.found, at, place.limit):
        content, features = reach(place, at, "phrase")
        if content:
            yield "bare", content, features


def _infinitive(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    opens = at
    if found.form(at) == ",":  # "menaçait, en cas de refus, de partir"
        close = next((here for here in range(at + 1, min(place.limit, at + 16)) if found.forms[here] == ","), at)
        at, opens = at + 1, close + 1
    if found.has(opens, "of", "to") and is_infinitive(found, opens + 1, place.limit):
        content, features = reach(place, at, "phrase")
        if content and content[0].end > found.starts[opens]:
            yield "infinitive", content, features


def opens_object(found: Passage, at: int) -> bool:
    """May a noun phrase begin here?"""
    return (
        at in found.quote_at
        or found.has(at, "determiner", "title", "someone")
        or (found.is_capital(at) and found.is_word(at))
        or found.form(at)[:1].isdigit()
    )


def _address(place: Place, at: int) -> Iterator[Framed]:
    """Somebody is addressed or charged: an object, then "de" or "à"; a pronoun before the verb stands for the object."""
    found = place.found
    if (
        _has_object_pronoun(place)
        and found.has(at, "of", "to")
        and (_is_complement(found, at, place.limit) or _is_charge(found, at, at - 1))
    ):
        content, features = reach(place, at, "phrase")
        if content:
            yield "address", content, features
        return
    if not opens_object(found, at) and not (found.has(at, "to") and found.is_word(at + 1)):
        return
    for here in range(at + 1, min(place.limit, at + 30)):
        if found.forms[here] in ";:" or (
            is_finite(found, here) and not found.has(here - 1, "determiner", "of", "to") and found.has(here, "auxiliary", "being")
        ):
            return
        charged = "charge" in place.cue.verb.frames and _is_charge(found, here, at)
        if found.has(here, "of", "to") and (charged or _is_complement(found, here, place.limit) or here + 1 in found.quote_at):
            content, features = reach(place, at, "phrase")
            if content and content[0].end > found.starts[here]:
                yield "address", content, features
            return


def _has_object_pronoun(place: Place) -> bool:
    """Does a pronoun for the addressed stand before the verb: "l'accuse de mentir", "lui reproche d'avoir menti"?"""
    found, cue = place.found, place.cue
    return any(found.has(at, "clitic") and not found.has(at, "reflexive", "therein") for at in range(cue.first, cue.head))


def _for(place: Place, at: int) -> Iterator[Framed]:
    """Somebody is thanked or blamed for something: an object, then "pour"."""
    yield from _with(place, at, "for")


def _against(place: Place, at: int) -> Iterator[Framed]:
    """Somebody is warned of something: an object, then "contre" or "sur"."""
    yield from _with(place, at, "against")


def _likens(place: Place, at: int) -> Iterator[Framed]:
    """Something is put down to somebody, or set beside something: an object, then "à"."""
    yield from _with(place, at, "to", frame="likens")


def _pro(place: Place, at: int) -> Iterator[Framed]:
    """Somebody speaks up for something: "plaide pour une réforme", "se prononce en faveur de la réforme"."""
    found = place.found
    if found.has(at, "for"):
        content, features = reach(place, at, "object")
        if content:
            yield "pro", content, features


def _with(place: Place, at: int, kind: str, *, frame: str = "") -> Iterator[Framed]:
    found = place.found
    if not opens_object(found, at):
        return
    for here in range(at + 1, min(place.limit, at + 20)):
        if found.has(here, kind):
            content, features = reach(place, at, "object")
            if content and content[0].end > found.starts[here]:
                yield frame or kind, content, features
            return
        if not (found.is_word(here) or found.forms[here] in "()") or is_finite(found, here):
            return


def _is_complement(found: Passage, at: int, end: int) -> bool:
    if is_infinitive(found, at + 1, end):
        return True
    return found.has(at, "of") and at + 1 < end and GERUND in moods(found, at + 1) and not found.has(at + 1, "determiner")


def _is_charge(found: Passage, at: int, first: int) -> bool:
    """Is it a noun without an article that somebody is charged with: "accuse la régie de négligence"?"""
    return (
        found.has(at, "of")
        and not found.has(at, "determiner")
        and at > first
        and found.is_word(at + 1)
        and not found.is_capital(at + 1)
        and not found.has(at + 1, "determiner", "preposition", "who", "that")
    )


def _as(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    for here in range(at, min(place.limit, at + 24)):
        if found.has(here, "as") or (found.has(here, "of") and "as" in place.cue.verb.frames and here + 1 in found.quote_at):
            content, features = reach(place, at, "phrase")
            if here == at and found.has(place.cue.first - 1, "subject") and found.has(place.cue.first - 2, "that"):
                content = _before_que(place) + content  # "l'aide, qu'il considère comme un piège"
            if content and content[-1].end > found.starts[here]:
                yield "as", content, features
            return
        if (not found.is_word(here) and found.forms[here] != ",") or is_finite(found, here):
            return


def _before_que(place: Place) -> tuple[Span, ...]:
    """The noun phrase before a relative "que" whose verb is the cue."""
    found, que = place.found, place.cue.first - 2
    end = que - 1 if found.form(que - 1) == "," else que
    start = noun_start(found, end, place.first)
    return (found.span_of(start, end),) if start < end else ()


def _to(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    if found.has(at, "to") and found.form(at) and not is_infinitive(found, at + 1, place.limit):
        content, features = reach(place, at, "object")
        if content:
            yield "to", content, features


def _about(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    if (
        found.has(at, "of", "preposition")
        and not is_infinitive(found, at + 1, place.limit)
        and (found.has(at, "of") or found.form(at) in found.lexicon.kinds)
    ):
        if not found.has(at, "of", "against"):
            return
        content, features = reach(place, at, "object")
        if content:
            yield "about", content, features


def _predicate(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    if found.is_word(at) and not found.has(at, "determiner", "that", "by") and not is_infinitive(found, at, place.limit):
        content, features = reach(place, at, "phrase")
        if content:
            yield "predicate", content, features


def _row(place: Place, at: int) -> tuple[tuple[Span, ...], tuple[str, ...]] | None:
    """A row of quotations with nothing behind it but the end or a comma."""
    found = place.found
    stop = found.chain(at, place.limit)
    if stop < place.limit and found.is_word(stop):
        return None
    return (Span(found.quote_at[at].inner.start, found.quote_at[stop - 1].inner.end),), ("stop.row",)


def _quote(place: Place, at: int) -> Iterator[Framed]:
    """A quotation after the verb: alone, or inside an object."""
    found = place.found
    here = at
    while here < place.limit and here not in found.quote_at:
        if found.forms[here] in ";:" or is_finite(found, here) or found.has(here, "that") or here - at > 12:
            return
        here += 1
    if here >= place.limit or here not in found.quote_at or (here > at and found.quoted_words(here) <= _NAME and is_label(found, here, at)):
        return
    if here == at or (here == at + 1 and found.forms[at] == ","):
        content, features = _row(place, here) or reach(place, here, "phrase")
        if content and found.quoted_words(here) >= 2:
            yield "quote", content, (*features, "quote.adjacent", "quote.long" if found.quoted_words(here) >= 4 else "quote.short")
    elif "quote" in place.cue.verb.frames and found.form(at) != ",":
        content, features = reach(place, at, "object")
        if content and content[0].end > found.starts[here]:
            yield "quote", content, (*features, "quote.inside", "quote.long" if found.quoted_words(here) >= 4 else "quote.short")


def _names(place: Place, at: int) -> Iterator[Framed]:
    """Somebody gives somebody a name: "called the plan “a joke”", an object with a quotation at its end."""
    found = place.found
    quote = next((here for here in range(at, min(place.limit, at + _NAMED)) if here in found.quote_at), None)
    if quote is None or not opens_object(found, at) or quote == at or any(is_finite(found, here) for here in range(at, quote)):
        return
    last = found.chain(quote, place.limit) - 1
    yield "names", (Span(found.starts[at], found.ends[last]),), ()


def _sees(place: Place, at: int, beyond: int) -> Iterator[Framed]:
    """Somebody takes something for something: "y voit une provocation", "voit dans la fermeture une provocation"."""
    found, cue = place.found, place.cue
    if found.has(cue.first - 1, "indefinite"):
        return  # "on y voit un pont": what an image shows
    begin = (
        at if found.has(cue.head - 1, "therein") or found.has(cue.shown - 1, "therein") else beyond if found.has(at, "therein") else None
    )
    if begin is not None and begin < place.limit and opens_object(found, begin):
        content, features = reach(place, begin, "object")
        if content:
            yield "sees", content, features


def _object(place: Place, at: int) -> Iterator[Framed]:
    found = place.found
    if found.has(place.cue.first - 1, "that"):
        return  # "une source que cite la radio": what follows is the subject
    some = found.has(at, "of") and found.has(at + 1, "determiner")  # "de nombreux retards"
    if (some or opens_object(found, at)) and not found.has(at, "day"):
        content, features = reach(place, at, "object")
        if content:
            yield "object", content, (*features, *(("object.pointer",) if found.has(at, "pointer") else ()))
