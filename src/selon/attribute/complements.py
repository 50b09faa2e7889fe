"""What a cue verb takes after it, in a language whose main clauses have the verb second.

that, question  "…, dass …", "…, ob …"                    clause      "…, die Brücke sei zu" (no conjunction)
infinitive      "…, die Brücke zu schließen"              colon       "…: „…“", "…: Die Brücke ist zu"
address         "warf der Stadt vor, … zu haben"          quote       "sprach von „…“"
object          "wies den Vorwurf zurück"                 as, about   "nannte X eine …", "warnte vor …"
Commas part the clauses: a clause after one is a complement, unless a relative pronoun opens it.
"""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.contents import content_end, whole
from selon.attribute.forms import is_finite, moods
from selon.attribute.framed import Framed, opens_object
from selon.attribute.lexicon import INFINITIVE
from selon.attribute.place import Place, reach
from selon.attribute.tokens import Passage
from selon.model.span import Span

_RELATIVES = 2  # relative clauses between the verb and its complement


def complements(place: Place, at: int) -> Iterator[Framed]:
    """All contents that may follow from a token on, by the frames of the verb."""
    found, frames = place.found, place.cue.verb.frames
    begin = past_asides(found, at, place.limit) if found.form(at) != "," else at
    begin -= begin > at and found.form(begin - 1) == ","  # the comma opens the complement
    close = ends_before(found, begin, place.limit)
    for _ in range(_RELATIVES):
        if found.form(close) == "," and is_relative(found, close + 1, place.limit):
            comma = next((here for here in range(close + 1, place.limit) if found.forms[here] == ","), place.limit)
            close = comma if comma < place.limit else close
    if close < place.limit and close in found.quote_at:
        yield from _quoted(place, begin, close)
    elif found.form(close) == ":":
        yield from _colon(place, close)
    elif found.form(close) == ",":
        yield from _clauses(place, close + 1)
    elif "that" in found.kinds[close] and "that" in frames:
        yield from _reached("that", place, close + 1, "clause")
    yield from _objects(place, begin, close)


def ends_before(found: Passage, at: int, limit: int) -> int:
    """The next token that is a comma, a colon, a quotation, "dass" or the limit; a finite verb before it ends nothing."""
    for here in range(at, limit):
        if here in found.quote_at or found.forms[here] in ",:;" or "that" in found.kinds[here]:
            return here
    return limit


def is_relative(found: Passage, at: int, limit: int) -> bool:
    """Does a relative clause begin here: a pronoun opens it, and its verb closes it?"""
    if "preposition" in found.kinds[at] and found.has(at + 1, "relative", "which"):
        at += 1
    return found.has(at, "relative", "which") and not is_main(found, at, limit)


def is_main(found: Passage, at: int, limit: int) -> bool:
    """Does a main clause begin here: its finite verb stands before its last word, or right after a subject?"""
    stop = next((here for here in range(at, limit) if found.forms[here] in ",;:" or here in found.quote_at), limit)
    verb = next((here for here in range(at + 1, stop) if is_finite(found, here)), None)
    if verb is None:
        return False
    last = stop - 1
    while last > at and not found.is_word(last):
        last -= 1
    if found.has(at, "subordinator", "if", "that"):
        return False
    if verb == at + 1 and found.has(at, "relative", "which") and "subject" not in found.kinds[at]:
        return False  # "die sagten": a pronoun and its verb
    return verb < last or (found.has(at, "subject", "impersonal") and not found.has(at, "relative", "which")) or found.is_capital(at)


def _reached(frame: str, place: Place, begin: int, shape: str, *features: str) -> Iterator[Framed]:
    if begin < place.limit:
        content, more = reach(place, begin, shape)
        if content:
            yield frame, content, (*more, *features)


def _quoted(place: Place, begin: int, at: int) -> Iterator[Framed]:
    """A quotation after the verb: alone, or inside an object."""
    found = place.found
    if not place.cue.verb.frames & {"quote", "incise", "about", "as", "object"}:
        return
    size = "quote.long" if found.quoted_words(at) >= 4 else "quote.short"
    if at == begin:
        yield "quote", (found.quote_at[at].inner,), ("quote.adjacent", size)
    else:
        yield from _reached("quote", place, begin, "object", "quote.inside", size)


def _colon(place: Place, colon: int) -> Iterator[Framed]:
    found, begin = place.found, colon + 1
    if not place.cue.verb.frames & {"that", "quote", "incise"} or begin >= place.end:
        return
    if begin in found.quote_at:
        last = found.chain(begin, place.end) - 1
        yield "colon", (Span(found.quote_at[begin].inner.start, found.quote_at[last].inner.end),), ("colon.quote",)
    elif found.words(begin, place.limit) >= 3 and (span := whole(found, begin, place.limit)) is not None:
        yield "colon", (span,), ("colon.open",)


def _clauses(place: Place, at: int) -> Iterator[Framed]:
    """What follows a comma."""
    found, frames = place.found, place.cue.verb.frames
    if found.has(at, "and", "adverb") and "that" in found.kinds[at + 1]:
        at += 1
    if at in found.quote_at:
        yield from _quoted(place, at, at)
    elif "if" in found.kinds[at] or ("as" in found.kinds[at] and not any(group.final for group in place.groups if group.head > at)):
        if "that" in frames:
            yield from _reached("question", place, at, "clause")
    elif "that" in found.kinds[at]:
        yield from _addressed(place, at) if "address" in frames else ()
        yield from _reached("that", place, at + 1, "clause") if "that" in frames else ()
    elif _is_infinitive_clause(found, at, place.limit):
        yield from _addressed(place, at) if "address" in frames else ()
        yield from _reached("infinitive", place, at, "phrase") if "infinitive" in frames else ()
    elif "clause" in frames and not is_relative(found, at, place.limit) and is_main(found, at, place.limit):
        yield from _reached("clause", place, at, "clause")


def _is_infinitive_clause(found: Passage, at: int, limit: int) -> bool:
    """Does an infinitive with its mark close the clause that begins here: ", die Brücke zu schließen"?"""
    for here in range(at, limit):
        if found.forms[here] in ",;:":
            return False
        if _has_mark_inside(found, here):
            return True
        if is_finite(found, here):
            return False
        if "mark_infinitive" in found.kinds[here] and here + 1 < limit and _closes_infinitive(found, here + 1):
            return True
    return False


def _closes_infinitive(found: Passage, at: int) -> bool:
    return (
        not found.is_capital(at)
        and "determiner" not in found.kinds[at]
        and (INFINITIVE in moods(found, at) or found.form(at).endswith("n"))
    )


def _has_mark_inside(found: Passage, at: int) -> bool:
    """The mark inside the infinitive: "abzuziehen"."""
    form = found.form(at)
    if found.is_capital(at) or not form.endswith("n"):
        return False
    return any(
        form[cut:].startswith(mark) and form[:cut] in found.lexicon.particles and len(form) > cut + len(mark) + 2
        for mark in found.lexicon.infinitive_marks
        for cut in range(2, 8)
    )


def _addressed(place: Place, at: int) -> Iterator[Framed]:
    """Who is charged or called upon, between the halves of the verb or after it, and of what."""
    found, cue = place.found, place.cue
    low, high = cue.field or (cue.end, at - 1)
    low = _past_subject(found, low, high)
    stop, _ = content_end(found, at, place.limit, "phrase", [group for group in place.groups if group.head > cue.head])
    what, whom = whole(found, at, stop), whole(found, low, high) if low < high else None
    if what is not None:
        yield "address", tuple(span for span in (whom, what) if span is not None), ()


def _past_subject(found: Passage, low: int, high: int) -> int:
    """Past the subject and the asides at the beginning of the field; an object opens with a word that is no subject's."""
    at = past_asides(found, low, high)
    if found.has(at, "oblique", "clitic", "reflexive") or at >= high:
        return at
    return next((here for here in range(at + 1, high) if "oblique" in found.kinds[here]), at)


def _objects(place: Place, begin: int, close: int) -> Iterator[Framed]:
    """What is no clause: an object between the halves of the verb or after it, "als …", "vor …"."""
    found, cue, frames = place.found, place.cue, place.cue.verb.frames
    low, high = (_past_subject(found, *cue.field), cue.field[1]) if cue.field else (begin, close)
    while high > low and found.has(high - 1, "adverb", "not"):
        high -= 1
    if low >= high:
        return
    if "as" in frames and any("as_object" in found.kinds[at] for at in range(low, min(place.limit, low + 12))):
        yield from _spanned("as", place, low, high)
    elif frames & {"about", "against"} and "against" in found.kinds[low]:
        yield from _spanned("about", place, low, high)
    elif "object" in frames and opens_object(found, low):
        yield from _spanned("object", place, low, high)


def _spanned(frame: str, place: Place, low: int, high: int) -> Iterator[Framed]:
    """The tokens of the field, or as far as an object reaches after the verb."""
    found = place.found
    if not place.cue.field:
        yield from _reached(frame, place, low, "object")
    elif (span := whole(found, low, high)) is not None and found.words(low, high) >= 2:
        yield frame, (span,), ()
