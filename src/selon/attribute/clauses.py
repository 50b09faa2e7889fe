"""Contents after the verb that are clauses or infinitives: "que …", "si …", ": …", "avoir …", "de partir"."""

from collections.abc import Iterator

from selon.attribute.asides import past_adjunct
from selon.attribute.contents import whole
from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.framed import Framed, framed, is_infinitive
from selon.attribute.lexicon import FINITE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.place import Place, reach
from selon.attribute.tokens import Passage
from selon.model.span import Span

_TOLD = frozenset({"hearer", "address"})  # verbs whose object is whoever is told
_ASKED = 8  # tokens of whoever is asked
_SCRAP = 2  # tokens behind "that"


def that_clause(place: Place, at: int) -> Iterator[Framed]:
    """A clause behind its conjunction, with asides and a hearer between: "a dit lundi à la radio que …"."""
    found = place.found
    commas, here, stop = 0, at - 1, min(place.limit, at + 26)
    governed = False  # a preposition stands between
    bare = True  # nothing stands between but asides and commas
    told = False  # an object stands between: "écrit une lettre que …" reports nothing, "avertit la régie que …" does
    if found.lexicon.thats.isdisjoint(found.forms[at:stop]):
        return
    heads = {group.head: group for group in place.groups}
    while here + 1 < stop:
        here += 1
        form, opens = found.forms[here], "that" in found.kinds[here]
        if not opens and (after := found.after(found.lexicon.aside, here) or _past_cited(found, heads.get(here), stop, first=bare)):
            here = after - 1
            continue
        if opens:
            related = (told and place.cue.verb.frames.isdisjoint(_TOLD)) or _is_relative(place, here)
            closed = (
                (bare and not found.lexicon.order.analytic) or commas % 2 == 0 or (commas > 1 and found.forms[here - 1] == ",")
            )  # "…, lors d'un vote de la régie, un service, que"
            if not related and closed and "never_that" not in found.kinds[here - 1] and "clitic" not in found.kinds[here]:
                content, features = reach(place, here + 1, "clause")
                if content and (here - at <= 1 or not _is_scrap(place, here + 1)):
                    yield _that(place, here, content, (*features, "gap.none" if here - at <= 1 else "gap.some"))
            return
        commas += form == ","
        bare = bare and form == ","
        told = told or (_is_object(found, here) and not (governed and found.forms[here - 1] == ","))
        if "comparative" in found.kinds[here]:
            return
        if form in ";:" or (here in found.quote_at and len(found.quote_at[here].inner) > 30):
            return
        if (here in heads or is_finite(found, here)) and not (governed and _describes(found, here)):
            return
        governed = governed or found.has(here, "preposition", "to")


def _that(place: Place, at: int, content: tuple[Span, ...], features: tuple[str, ...]) -> Framed:
    """A clause behind its conjunction; or one noun for what was told, which the word points at ("disputed | that claim, saying")."""
    found = place.found
    noun = found.at(content[0].start)
    singular = "account" in found.kinds[noun] and not found.forms[noun].endswith("s")
    if singular and "object" in place.cue.verb.frames and (not found.is_word(noun + 1) or found.has(noun + 1, "and", "but")):
        return "object", (Span(found.starts[at], found.end(noun)),), features
    return "that", content, features


def _is_scrap(place: Place, at: int) -> bool:
    """Is it a noun that "that" points at, and no clause: "denied carrying out raids that | day"?"""
    found, words = place.found, range(at, place.limit)
    return len(words) <= _SCRAP and not has_finite(found, at, place.limit) and not any(here in found.quote_at for here in words)


def _describes(found: Passage, at: int) -> bool:
    """Does a participle describe the noun before it: "said in a statement | posted on Monday that"?"""
    plain = found.is_word(at - 1) and not found.has(at - 1, "and", "but", "who", "subject", "adverb", "preposition")
    return plain and PARTICIPLE in moods(found, at) and found.has(at + 1, "preposition", "by", "day", "month")


def _past_cited(found: Passage, cue: Cue | None, stop: int, *, first: bool) -> int | None:
    """The comma behind whoever is cited before the clause: "a dit, en citant une source | , que"; `first`: behind anything spoken of."""
    if cue is None or cue.mood != GERUND:
        return None
    comma = next((at for at in range(cue.end, stop) if found.forms[at] == ","), None)
    closes = comma is not None and ("cites" in cue.verb.frames or (first and "that" in found.kinds[comma + 1]))
    return comma if closes else None


def _is_relative(place: Place, at: int) -> bool:
    """Does a verb follow "that" at once, behind a form that may be a plural: "states | that refused", no "states that the port refused"?"""
    found = place.found
    if "relative_that" not in found.kinds[at] or not found.is_word(at - 1):
        return False
    if at == place.cue.end and not found.forms[at - 1].endswith("s"):
        return False
    if at > place.cue.end and (
        "hearer" in place.cue.verb.frames
        or found.has(at - 1, "day", "month", "adverb", "someone", "first")
        or found.forms[at - 1].isdigit()
    ):
        return False  # "said on Monday that would do", "told me that would do"
    behind = at + 1
    while behind < place.limit and found.has(behind, "adverb", "not"):
        behind += 1
    if behind >= place.limit or found.is_capital(behind) or found.has(behind, "first", "subject") or "'" in found.forms[behind]:
        return False  # "says that we're late"
    known = moods(found, behind)
    if FINITE in known and at > place.cue.end and found.has(behind + 1, "determiner", "quotation", "preposition", "subject"):
        return True  # "showed a sign that | read “Closed”"
    return known & {FINITE, PARTICIPLE} == {FINITE} or found.has(behind, "auxiliary", "modal")


def _is_object(found: Passage, at: int) -> bool:
    """An article that no preposition governs: an object begins, unless it is a day ("le 1er mars")."""
    return (
        "article" in found.kinds[at]
        and not found.form(at + 1)[:1].isdigit()
        and found.is_word(at - 1)
        and not found.has(at - 1, "preposition", "of", "to", "by", "and")
    )


def question(place: Place, at: int) -> Iterator[Framed]:
    """An indirect question: "demande si …"."""
    told = place.found.lexicon.order.analytic or any("clitic" in place.found.kinds[here] for here in range(place.cue.first, place.cue.head))
    yield from _asking(place, at, told=told)


def question_to(place: Place, at: int) -> Iterator[Framed]:
    """An indirect question behind whoever is asked: "asked the mayor | whether", "a demandé à la maire | si"."""
    if (opens := _past_asked(place, at)) is not None:
        yield from _asking(place, opens, told=True)


def _asking(place: Place, at: int, *, told: bool) -> Iterator[Framed]:
    """The question that begins at a token; `told`: somebody is asked, who may answer."""
    if "asks" in place.cue.verb.frames and (_is_asked(place) or not has_finite(place.found, at + 1, place.limit)):
        return  # "asked if possible"
    yield from framed(place, at, "clause", "asked" if told and place.cue.verb.stance == "demanded" else "question")


def _is_asked(place: Place) -> bool:
    """Is the verb a participle that tells of whoever is asked: "when | asked whether", "Ada Bry, | asked whether it would close, said"?"""
    found, cue = place.found, place.cue
    if cue.compound or PARTICIPLE not in found.lexicon.verb_moods[found.forms[cue.head]]:
        return False
    return not found.is_word(cue.first - 1) or cue.first == place.first or found.has(cue.first - 1, "subordinator", "opener", "being")


def _past_asked(place: Place, at: int) -> int | None:
    """The word that opens the question behind whoever is asked; None where none stands there."""
    found = place.found
    named = found.lexicon.order.analytic and (found.has(at, "determiner", "someone", "title", "role") or found.is_capital(at))
    if not named and "to" not in found.kinds[at]:
        return None  # "demande une aide si …"
    for here in range(at + 1, min(place.limit, at + _ASKED)):
        if found.has(here, "polar", "asking"):
            return here
        if not found.is_word(here) or is_finite(found, here) or found.has(here, "that", "who", "and", "but", "if"):
            return None
    return None


def colon(place: Place, at: int) -> Iterator[Framed]:
    """Words behind a colon: "a dit : …"."""
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
        if found.forms[here] == ";" or here in found.quote_at or is_finite(found, here) or "that" in found.kinds[here]:
            return


def bare(place: Place, at: int) -> Iterator[Framed]:
    """An infinitive without a preposition, with its negation: "dit | ne rien savoir"."""
    at = past_adjunct(place.found, at, place.limit)
    negated = any("not" in place.found.kinds[here] for here in range(place.cue.first, place.cue.head))
    while at > place.cue.end and "not" in place.found.kinds[at - 1] and not negated:
        at -= 1  # "dit | ne rien savoir", but "ne conteste pas | avoir vendu le bac"
    if not place.found.has(at, "of", "to") and (is_infinitive(place.found, at, place.limit) or _is_marked_infinitive(place.found, at)):
        yield from framed(place, at, "phrase", "bare")


def _is_marked_infinitive(found: Passage, at: int) -> bool:
    """Does an infinitive stand alone in marks: "dit « réfuter » la thèse"?"""
    quote = found.quote_at.get(at)
    return quote is not None and INFINITIVE in found.lexicon.moods[quote.inner.of(found.text).lower()]


def gerund(place: Place, at: int) -> Iterator[Framed]:
    """What somebody says of himself: "denied | having sent the order"."""
    found = place.found
    while at < place.limit and found.has(at, "not", "adverb"):
        at += 1
    if at < place.limit and GERUND in moods(found, at):
        yield from framed(place, at, "phrase", "bare")


def infinitive(place: Place, at: int) -> Iterator[Framed]:
    """An infinitive behind its preposition: "demande de …", "menaçait, en cas de refus, de …"."""
    found = place.found
    opens = at
    if found.form(at) == ",":  # "menaçait, en cas de refus, de partir"
        close = next((here for here in range(at + 1, min(place.limit, at + 16)) if found.forms[here] == ","), at)
        at, opens = at + 1, close + 1
    if found.has(opens, "of", "to") and is_infinitive(found, opens + 1, place.limit):
        while opens == at > place.cue.end and "not" in found.kinds[at - 1] and not found.lexicon.order.denies_after:
            at, opens = at - 1, opens - 1  # "vowed | never to close it"
        yield from framed(place, at, "phrase", "infinitive", past=opens)
