"""Contents after the verb that are noun phrases, alone or with what is said of them, and quotations.

address    "accuse X de …", "appelle X à …"       thanked, warned, likened   "remercie X pour …", "met en garde X contre …", "compare X à …"
taken_as   "qualifie X de …"                      called_for, spoken_for, spoken_of   "appelle à …", "plaide pour …", "menace de …"
named      "called X “…”"                         seen       "y voit …"
predicate  "se dit …", "juge nécessaire de …"     blamed     "tient X pour responsable de …"
"""

from collections.abc import Iterator

from selon.attribute.antecedents import noun_start
from selon.attribute.asides import past_adjunct
from selon.attribute.asked import is_asked
from selon.attribute.forms import is_finite, moods
from selon.attribute.framed import Framed, framed, is_count, is_infinitive, opens_object
from selon.attribute.labels import is_label
from selon.attribute.lexicon import GERUND
from selon.attribute.place import Place, reach
from selon.attribute.tokens import NAME_WORDS, Passage
from selon.model.span import Span

_PEOPLE = frozenset({"role", "plural"})  # kinds
_ACCOUNT = 3  # tokens up to the noun for what somebody told
_EVENT = 3  # tokens before a verb that its subject may stand in


def address(place: Place, at: int) -> Iterator[Framed]:
    """Somebody is addressed or charged: an object, then "de" or "à"; a pronoun before the verb stands for the object."""
    found = place.found
    if (
        _has_object_pronoun(place)
        and found.has(at, "of", "to")
        and (_is_complement(found, at, place.limit) or _is_charge(found, at, at - 1))
    ):
        yield from framed(place, at, "phrase", "address")
        return
    if found.has(at, "of", "to") and _is_complement(found, at, place.limit) and _is_behind_que(place) and (whom := _before_que(place)):
        content, features = reach(place, at, "phrase")
        if content:
            yield "address", whom + content, features  # "la régie, qu'il accuse de mentir"
        return
    several = _is_several(place, at) or is_asked(place, at)
    if not opens_object(found, at) and not ("to" in found.kinds[at] and found.is_word(at + 1)) and not several:
        return
    for here in range(at + 1, min(place.limit, at + 30)):
        if found.forms[here] in ";:" or (
            is_finite(found, here) and not found.has(here - 1, "determiner", "of", "to") and found.has(here, "auxiliary", "being")
        ):
            return
        charged = "charge" in place.cue.verb.frames and _is_charge(found, here, at)
        if found.has(here, "of", "to") and (charged or _is_complement(found, here, place.limit) or here + 1 in found.quote_at):
            yield from framed(place, at, "phrase", "address", past=here)
            return


def _is_several(place: Place, at: int) -> bool:
    """Nouns for several people without an article, with one word before them at most: "accused | doctors of …"."""
    found, verb = place.found, place.cue.verb
    if not found.lexicon.order.analytic or not ("charge" in verb.frames or verb.then):
        return False
    for here in (at, at + 1):
        if not found.is_word(here) or not found.kinds[here] <= _PEOPLE or is_finite(found, here) or moods(found, here) == {GERUND}:
            return False
        if ("role" in found.kinds[here] and found.forms[here].endswith("s")) or "plural" in found.kinds[here]:
            return True
    return False


def _has_object_pronoun(place: Place) -> bool:
    """Does a pronoun for the addressed stand before the verb: "l'accuse de mentir", "lui reproche d'avoir menti"?"""
    found, cue = place.found, place.cue
    return any("clitic" in found.kinds[at] and not found.has(at, "reflexive", "therein") for at in range(cue.first, cue.head))


def thanked(place: Place, at: int) -> Iterator[Framed]:
    """Somebody is thanked or blamed for something: an object, then "pour"."""
    yield from _with(place, at, "for")


def warned(place: Place, at: int) -> Iterator[Framed]:
    """Somebody is warned of something: an object, then "contre" or "sur"."""
    yield from _with(place, at, "against")


def likened(place: Place, at: int) -> Iterator[Framed]:
    """Something is put down to somebody, or set beside something: an object, then "à"."""
    yield from _with(place, at, "to", frame="likens")


def _with(place: Place, at: int, kind: str, *, frame: str = "") -> Iterator[Framed]:
    found = place.found
    if not opens_object(found, at) or is_count(found, at):
        return
    for here in range(at + 1, min(place.limit, at + 20)):
        if found.has(here, kind):
            yield from framed(place, at, "object", frame or kind, past=here)
            return
        if not (found.is_word(here) or found.forms[here] in "()") or is_finite(found, here):
            return


def spoken_for(place: Place, at: int) -> Iterator[Framed]:
    """Somebody speaks up for something: "plaide pour une réforme", "se prononce en faveur de la réforme"."""
    found = place.found
    if "for" in found.kinds[at]:
        yield from framed(place, at, "object", "pro")


def _is_complement(found: Passage, at: int, end: int) -> bool:
    if is_infinitive(found, at + 1, end):
        return True
    return "of" in found.kinds[at] and at + 1 < end and GERUND in moods(found, at + 1) and "determiner" not in found.kinds[at + 1]


def _is_charge(found: Passage, at: int, first: int) -> bool:
    """Is it a noun without an article that somebody is charged with: "accuse la régie de négligence"?"""
    return (
        "of" in found.kinds[at]
        and "determiner" not in found.kinds[at]
        and at > first
        and found.is_word(at + 1)
        and not found.is_capital(at + 1)
        and not found.has(at + 1, "determiner", "preposition", "who", "that")
    )


def taken_as(place: Place, at: int) -> Iterator[Framed]:
    """What somebody takes something for: "qualifie X de …", "présente X comme …"."""
    found = place.found
    for here in range(at, min(place.limit, at + 24)):
        if "as" in found.kinds[here] or ("as" in place.cue.verb.frames and _is_called(found, at, here)):
            content, features = reach(place, at, "phrase")
            if here == at and _is_behind_que(place):
                content = _before_que(place) + content  # "l'aide, qu'il considère comme un piège"
            if content and content[-1].end > found.starts[here]:
                yield "as", content, features
            return
        if (not found.is_word(here) and found.forms[here] != ",") or is_finite(found, here):
            return


def _is_called(found: Passage, at: int, here: int) -> bool:
    """Does "of" open what something is called, in marks, or without them what an account is ("qualifie ces accusations de mensongères")?"""
    if "of" not in found.kinds[here]:
        return False
    if here + 1 in found.quote_at:
        return True
    account = any("account" in found.kinds[noun] for noun in range(at + 1, min(here, at + _ACCOUNT)))
    return (
        account
        and found.is_word(here + 1)
        and found.kinds[here + 1].isdisjoint(("determiner", "of", "title"))
        and not found.is_capital(here + 1)
    )


def _is_behind_que(place: Place) -> bool:
    """Do "que" and a pronoun stand right before the verb?"""
    found, first = place.found, place.cue.first
    return "subject" in found.kinds[first - 1] and "that" in found.kinds[first - 2]


def _before_que(place: Place) -> tuple[Span, ...]:
    """The noun phrase before a relative "que" whose verb is the cue."""
    found, que = place.found, place.cue.first - 2
    end = que - 1 if found.form(que - 1) == "," else que
    start = noun_start(found, end, place.first)
    return (found.span_of(start, end),) if start < end else ()


def called_for(place: Place, at: int) -> Iterator[Framed]:
    """What somebody calls for: "appelle à la grève"."""
    found = place.found
    if "to" in found.kinds[at] and found.form(at) and not is_infinitive(found, at + 1, place.limit):
        yield from framed(place, at, "object", "to")


def spoken_of(place: Place, at: int) -> Iterator[Framed]:
    """What somebody speaks of: "menace de représailles", "met en garde contre …"."""
    found = place.found
    if (
        found.has(at, "of", "preposition")
        and not is_infinitive(found, at + 1, place.limit)
        and ("of" in found.kinds[at] or found.form(at) in found.lexicon.kinds)
    ):
        if not found.has(at, "of", "against"):
            return
        yield from framed(place, at, "object", "about")


def predicate(place: Place, at: int) -> Iterator[Framed]:
    """What somebody is said to be: "se dit satisfait", "juge nécessaire de …"."""
    found = place.found
    certain = "of" in found.kinds[at + 1]  # "se disent certains de partir"
    if (
        found.is_word(at)
        and (certain or "determiner" not in found.kinds[at])
        and not found.has(at, "that", "by")
        and not is_infinitive(found, at, place.limit)
        and not (place.cue.verb.reflexive and _breaks_out(place))
    ):
        yield from framed(place, at, "phrase", "predicate")


def _breaks_out(place: Place) -> bool:
    """As in "un incendie s'est déclaré": is the subject right before the verb an event?"""
    first = place.cue.first
    return any("event" in place.found.kinds[at] for at in range(max(place.first, first - _EVENT), first))


def _row(place: Place, at: int) -> tuple[tuple[Span, ...], tuple[str, ...]] | None:
    """A row of quotations with nothing behind it but the end or a comma."""
    found = place.found
    stop = found.chain(at, place.limit)
    if stop < place.limit and found.is_word(stop):
        return None
    return (Span(found.quote_at[at].inner.start, found.quote_at[stop - 1].inner.end),), ("stop.row",)


def quotation(place: Place, at: int) -> Iterator[Framed]:
    """A quotation after the verb: alone, or inside an object."""
    found = place.found
    if not found.quoted(at, place.limit):
        return
    beyond = past_adjunct(found, at, place.limit)
    at = here = beyond if beyond in found.quote_at else at
    while here < place.limit and here not in found.quote_at:
        if found.forms[here] in ";:" or is_finite(found, here) or "that" in found.kinds[here] or here - at > 12:
            return
        here += 1
    if found.lexicon.order.analytic and any(one.mood == "gerund" and place.cue.end <= one.first < here for one in place.groups):
        return  # "said the bridge was old, adding | “…”"
    if (
        here >= place.limit
        or here not in found.quote_at
        or (here > at and found.quoted_words(here) <= NAME_WORDS and is_label(found, here, at))
    ):
        return
    if here == at or (here == at + 1 and found.forms[at] == ",") or _is_hearer(place, here):
        content, features = _row(place, here) or reach(place, here, "phrase")
        if content and found.quoted_words(here) >= 2:
            yield "quote", content, (*features, "quote.adjacent", "quote.long" if found.quoted_words(here) >= 4 else "quote.short")
    elif "quote" in place.cue.verb.frames and found.form(at) != ",":
        content, features = reach(place, at, "object")
        if content and content[0].end > found.starts[here]:
            yield "quote", content, (*features, "quote.inside", "quote.long" if found.quoted_words(here) >= 4 else "quote.short")


def _is_hearer(place: Place, quote: int) -> bool:
    """Does whoever is told stand before a quotation that opens a sentence or stands behind a comma: "told reporters at the port “…”"?"""
    found = place.found
    if "hearer" not in place.cue.verb.frames or not found.lexicon.order.analytic:
        return False
    opens = found.form(quote - 1) == "," or found.text[found.quote_at[quote].inner.start].isupper()
    return opens and found.quoted_words(quote) > 2 and not found.has(quote - 1, "determiner", "preposition", "of", "as")


def seen(place: Place, at: int) -> Iterator[Framed]:
    """Somebody takes something for something: "y voit une provocation", "voit dans la fermeture une provocation"."""
    found, cue = place.found, place.cue
    if "indefinite" in found.kinds[cue.first - 1]:
        return  # "on y voit un pont": what an image shows
    told = "therein" in found.kinds[cue.head - 1] or "therein" in found.kinds[cue.shown - 1]  # "y voit", "y a vu"
    begin = at if told or "therein" not in found.kinds[at] else past_adjunct(found, at, place.limit)
    if (told or begin > at) and begin < place.limit and opens_object(found, begin):
        yield from framed(place, begin, "object", "sees")


def noun_phrase(place: Place, at: int) -> Iterator[Framed]:
    """A noun phrase: "dénonce les retards"."""
    found, at = place.found, past_adjunct(place.found, at, place.limit)
    if "that" in found.kinds[place.cue.first - 1]:
        return  # "une source que cite la radio": what follows is the subject
    if place.cue.verb.negated == "unconfirmed" and is_count(found, at):
        return  # "le pays a confirmé plus de 200 cas": what is counted there is not said
    some = "of" in found.kinds[at] and "determiner" in found.kinds[at + 1]  # "de nombreux retards"
    denied = "account" in found.kinds[at] and place.cue.verb.stance == "denied"  # "denied reports that …", without an article
    if (some or denied or opens_object(found, at)) and "day" not in found.kinds[at]:
        content, features = reach(place, at, "object")
        if not content and denied:
            content = (found.span_of(at, at + 1),)  # "denied involvement", which is all
        if content:
            yield "object", content, (*features, *(("object.pointer",) if "pointer" in found.kinds[at] else ()))


def blamed(place: Place, at: int) -> Iterator[Framed]:
    """Who is held responsible, and for what: "tient X pour responsable de …"."""
    if opens_object(place.found, at):
        yield from framed(place, at, "object", "blames")
