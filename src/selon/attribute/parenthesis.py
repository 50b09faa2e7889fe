"""The content around a verb in parenthesis: what stands before it, and what goes on behind its source."""

from selon.attribute.asides import past_asides, past_circumstance
from selon.attribute.contents import content_end, is_clause, whole
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.labels import is_label
from selon.attribute.lexicon import BASE, GERUND
from selon.attribute.place import Place
from selon.attribute.stretches import has_main
from selon.attribute.tokens import NAME_WORDS, Passage
from selon.model.span import Span

_CLAUSE, _GOING_ON = 3, 2  # words of a clause behind a parenthesis; of one that only goes on ("The port, she said, | is closed")
_JOINED = 5  # words of a quotation that a conjunction ties to another
_INSERTED, _JOINED_ON = 20, 3  # tokens between two halves of a quotation, and words of the second
_LEAD = 5  # tokens of a verbless lead before a colon: "Valbrune : …", "La raison : …"
_CIRCUMSTANCE = 12  # tokens of "à son procès en février"
_DASHES = frozenset("–—-")
_PARTS = _DASHES | {";", ":"}  # marks behind which the clause before a parenthesis may begin
_DATELINE = 6  # tokens before the dash of a dateline
_LONG_DATELINE = 12  # of one that opens with a town in capitals, and gives day and agency too


def before_incise(place: Place, end: int) -> tuple[tuple[Span, ...], set[str]]:
    """The content before a verb in parenthesis, and what it is like."""
    found = place.found
    stop = end
    while stop > place.first and not found.is_word(stop - 1) and stop - 1 not in found.quote_at and found.form(stop - 1) not in ")":
        stop -= 1
    if stop <= place.first:
        return (), set()
    unparted = stop == end and found.quoted_words(stop - 1) <= NAME_WORDS and stop - 1 > place.first  # "« Trois Ponts » a lancé une fête"
    if unparted and (found.form(stop - 2) == "," or _is_named_so(place, stop, end)):
        return (), set()
    if stop - 1 in found.quote_at and not (found.quoted_words(stop - 1) <= NAME_WORDS and is_label(found, stop - 1, place.first)):
        begin = stop - 1
        while begin - 1 >= place.first and (begin - 1 in found.quote_at or found.form(begin - 1) in (",", ";")):
            begin -= 1
        long = found.quoted_words(stop - 1) >= 3
        if begin == place.first or found.form(begin - 1) in (":", ".", ";") or not found.is_word(begin - 1):
            quotes = [found.quote_at[at] for at in range(begin, stop) if at in found.quote_at]
            return (Span(quotes[0].inner.start, quotes[-1].inner.end),), {"before.quote"}
        start = _clause(place, stop)
        span = whole(found, start, stop)
        return ((span,) if span else ()), {"before.mixed", *(("before.long",) if long else ())}
    start = _clause(place, stop)
    span = whole(found, start, stop)
    if span is None:
        return (), set()
    if any(found.quoted_words(at) >= 4 for at in found.quoted(start, stop)):
        return (span,), {"before.mixed"}
    has = has_main(found, start, stop)
    return (span,), {"before.clause" if has else "before.phrase", *(("before.short",) if stop - start <= 3 else ())}


def _is_named_so(place: Place, stop: int, end: int) -> bool:
    """Does a quotation of a few words only name something: "les « bonnets bleus » ont dénoncé …", "in the show “Late News,” X said"?"""
    found = place.found
    if stop - 1 not in found.quote_at or not found.has(stop - 2, "determiner", "of"):
        return False
    return end == place.cue.first or not has_main(found, place.first, stop)


def _clause(place: Place, stop: int) -> int:
    """Where the clause before a parenthesis begins: after a semicolon, or after a dateline ("VALBRUNE, 3 mai (Ormel) – …")."""
    found, start = place.found, place.first
    for at in [at for at, form in enumerate(found.forms[start:stop], start) if form in _PARTS]:
        if found.forms[at] == ";" or (found.forms[at] == ":" and at - place.first <= _LEAD and not has_finite(found, place.first, at)):
            start = at + 1
        elif found.forms[at] in _DASHES and at - place.first <= _LONG_DATELINE:
            start = at + 1 if _is_dateline(found, place.first, at) else start
    return start


def _is_dateline(found: Passage, first: int, dash: int) -> bool:
    """A few names and nothing else, or a town all in capitals with what may follow it."""
    names = [at for at in range(first, dash) if found.is_word(at)]
    if not names:
        return False
    town = found.text[found.starts[names[0]] : found.end(names[0])]
    if names[0] == first and len(town) > 2 and town.isupper():
        return True
    return dash - first <= _DATELINE and all(found.is_capital(at) for at in names)


def continuation(place: Place, after: int, quoted: bool, *, short: bool) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """What goes on after the source of a parenthesis."""
    found = place.found
    at = after = _past_circumstance(place, after) if not quoted else after
    if found.marked:
        firsts = {group.first for group in place.groups}
        while at < place.end and at not in found.quote_at and at - after < 30 and at not in firsts:
            at += 1
    if at in found.quote_at and at < place.end and not has_finite(found, after, at):
        gap = found.plain[found.end(at - 1) - found.origin : found.starts[at] - found.origin] if at else ""
        if (at == after or (at == after + 1 and not found.is_word(after))) and (quoted or found.quoted_words(at) >= 3 or not gap.strip()):
            last = found.chain(at, place.end) - 1
            return (Span(found.quote_at[at].inner.start, found.quote_at[last].inner.end),), ("after.quote",)
    if quoted and (told := _behind_circumstance(place, after)) is not None:
        return (told,), ("after.quote",)
    if quoted and (joined := _joined(place, after)) is not None:
        return (joined,), ("after.quote",)
    clause = () if quoted else _clause_after(place, after, short=short) or _grounds_after(place, after)
    return clause, ("after.clause",) if clause else ()


def _behind_circumstance(place: Place, after: int) -> Span | None:
    """The second half of a quotation behind what the speaker does or where: "“Each time,” she said, pointing at the quay, “you stay”"."""
    found = place.found
    at = after + 1 if found.form(after) == "," else after
    quote = next((here for here in range(at, min(place.end, at + _INSERTED)) if here in found.quote_at), None)
    if not found.lexicon.order.analytic or quote is None or any(at <= group.head < quote for group in place.groups):
        return None
    circumstance = GERUND in moods(found, at) or found.has(at, "preposition", "of", "to", "day")
    if not circumstance and not found.text[found.quote_at[quote].inner.start].islower():
        return None
    if found.form(quote - 1) != "," or found.quoted_words(quote) < _JOINED_ON or has_finite(found, at, quote):
        return None
    if any(found.has(here, "that", "who", "and", "but") or not found.is_word(here) for here in range(at, quote - 1)):
        return None
    last = found.chain(quote, place.end) - 1
    if last + 1 < place.end and found.is_word(last + 1):
        return None
    return Span(found.quote_at[quote].inner.start, found.quote_at[last].inner.end)


def _past_circumstance(place: Place, after: int) -> int:
    """The comma behind where and when it was said: "le bac servait, a-t-il expliqué | à son procès en février, | à passer le bras"."""
    found = place.found
    if (close := past_circumstance(found, past_asides(found, after, place.end), place.end)) is not None:
        return close
    if place.cue.pronoun is None or not found.has(after, "to", "preposition") or found.has(after, "of", "by"):
        return after
    for at in range(after + 1, min(place.end, after + _CIRCUMSTANCE)):
        if found.forms[at] == ",":
            return at if found.has(at + 1, "of", "to") or at + 1 in found.quote_at else after
        if not found.is_word(at) or at in found.quote_at or found.has(at, "that", "who", "and", "but") or is_finite(found, at):
            return after
    return after


def _joined(place: Place, after: int) -> Span | None:
    """The quotation that a word of joining ties to the one before: "« … », a dit X, mais « il faut un pont »"."""
    found = place.found
    at = after + 2 if found.form(after) == "," else after + 1
    if not found.has(at - 1, "and", "but", "while", "subordinator") or at >= place.end or at not in found.quote_at:
        return None
    last = found.chain(at, place.end) - 1
    if found.quoted_words(at) < _JOINED or (last + 1 < place.end and is_finite(found, last + 1)):
        return None  # too short to be a statement, or a title that is a subject
    return Span(found.quote_at[at].inner.start, found.quote_at[last].inner.end)


def _clause_after(place: Place, after: int, *, short: bool) -> tuple[Span, ...]:
    """The clause that goes on after a comma; after a lead of a few words it may open with an adjunct."""
    found, begin = place.found, after + 1
    if found.form(after) != "," or begin >= place.end or found.has(begin, "who", "which", "without") or GERUND in moods(found, begin):
        return ()
    if not short and (found.has(begin, "preposition", "and", "but") or not is_clause(found, begin, place.end)):
        return ()
    stop, _ = content_end(found, begin, place.end, "clause", place.groups)
    span = whole(found, begin, stop)
    least = _GOING_ON if goes_on(found, begin, place.end) else _CLAUSE
    return (span,) if span is not None and found.words(begin, stop) >= least else ()


def _grounds_after(place: Place, after: int) -> tuple[Span, ...]:
    """Why or how, behind a comma: "He leans to the bridge, he said, | because it is near", "…, they say, | by closing the port"."""
    found, begin = place.found, after + 1
    if found.form(after) != "," or begin + 1 >= place.end:
        return ()
    how = found.has(begin, "by") and GERUND in moods(found, begin + 1)
    what_for = found.form(begin) == "to" and BASE in moods(found, begin + 1)
    if not (found.has(begin, "grounds") or how or what_for):
        return ()
    stop, _ = content_end(found, begin, place.end, "clause", place.groups)
    span = whole(found, begin, stop)
    return (span,) if span is not None and found.words(begin, stop) >= _CLAUSE else ()


def goes_on(found: Passage, at: int, end: int) -> bool:
    """Does the verb of the words before come after the parenthesis: "Le pont, assure la régie, | tiendra"?"""
    while at < end and found.has(at, "clitic", "reflexive", "not", "adverb") and "determiner" not in found.kinds[at]:
        at += 1
    return at < end and is_finite(found, at)
