"""Who stands between a content and the verb behind it: "« … », X a dit"; "The bridge, she said, …"; "… the port is open, aides said"."""

from selon.attribute.asides import past_asides, past_circumstance
from selon.attribute.forms import has_finite
from selon.attribute.incise import is_person
from selon.attribute.parenthesis import goes_on
from selon.attribute.place import Place
from selon.attribute.sources import subject
from selon.attribute.stretches import is_adjunct
from selon.attribute.tokens import Passage
from selon.model.span import Span

SPOKEN = 5  # words of a quotation at a sentence's beginning that is no name
CLAUSE_WORDS = 6  # of a clause whose verb no table knows


def between_content_and_verb(place: Place) -> tuple[Span | None, int]:
    """The source of a verb behind its content, and the token it begins at."""
    found, cue = place.found, place.cue
    source = subject(found, cue.first, place.first)
    begin = found.at(source.start) if source is not None else place.first
    if begin == place.first and begin + 1 < cue.first and begin in found.quote_at and found.quoted_words(begin) >= SPOKEN:
        begin += 1  # "“We lost the bridge” | the mayor said": no name that stands in marks
        source = found.span_of(begin, cue.first)
    elif begin == place.first and begin in found.quote_at and found.form(begin + 1) == "," and _is_name(found, begin + 2, cue.first):
        source, begin = found.span_of(begin + 2, cue.first), begin + 2  # "“It is hard”, | Ms Orme said"
    if source is not None and begin <= place.first and (nearest := _nearest(place, begin)) is not None:
        source, begin = found.span_of(nearest, cue.first), nearest
    alone = source is not None and begin == place.first and begin not in found.quote_at
    if alone and (closing := _closing(place)) is not None and _is_clause_long(found, begin, closing - 1):
        source, begin = found.span_of(closing, cue.first), closing  # the words before hold no verb that the tables know
    if begin > place.first and found.is_word(begin - 1) and begin - 1 not in found.quote_at and (closing := _closing(place)) is not None:
        source, begin = found.span_of(closing, cue.first), closing
    return source, begin


def _is_clause_long(found: Passage, first: int, end: int) -> bool:
    """Words enough for a clause, with no name and nothing in apposition before the last comma but where a verb is sure."""
    if found.words(first, end) < CLAUSE_WORDS:
        return False
    return has_finite(found, first, end) or not any(found.forms[at] == "," for at in range(first, end))


def _nearest(place: Place, begin: int) -> int | None:
    """The noun phrase right before a verb between commas, which is no apposition: "The bridge, Mr. Orme said, would close"."""
    found, cue = place.found, place.cue
    comma = next((at for at in range(cue.first - 1, begin, -1) if found.forms[at] == ","), None)
    close = past_circumstance(found, past_asides(found, cue.end, place.end), place.end) or cue.end
    if comma is None or comma + 1 >= cue.first or found.form(close) != ",":
        return None
    if not goes_on(found, close + 1, place.end) and not found.has(close + 1, "subordinator", "if", "while", "but", "and"):
        return None
    return comma + 1 if is_person(found, found.span_of(comma + 1, cue.first)) else None


def _is_name(found: Passage, first: int, end: int) -> bool:
    """Nothing but capitals and forms of address."""
    return first < end and all(found.is_capital(at) for at in range(first, end))


def _closing(place: Place) -> int | None:
    """Where whoever speaks begins behind the last comma of a sentence that the verb closes: "…, and the port is open, | officials said"."""
    found, cue = place.found, place.cue
    comma = next((at for at in range(cue.first - 1, place.first, -1) if found.forms[at] == ","), None)
    if comma is None or comma + 1 >= cue.first or found.has(comma + 1, "and", "but"):
        return None
    if is_adjunct(found, comma + 1, cue.first) or has_finite(found, comma + 1, cue.first):
        return None
    before = next((at for at in range(comma - 1, place.first - 1, -1) if found.forms[at] == ","), place.first - 1)
    office = any(found.has(at, "role", "title") for at in range(before + 1, comma)) and not has_finite(found, before + 1, comma)
    if office and before >= place.first:
        return None  # "Ada Bry, minister of fisheries, tides and harbours said"
    after = past_asides(found, cue.end, place.end)
    related = any(found.has(at, "who", "which", "relative_that", "subject") for at in range(comma + 2, cue.first))
    if related:
        return None  # "a claim | that officials deny", "a claim | he denies"
    told = "uninverted" in cue.verb.frames and not has_finite(found, cue.end, place.end)  # "officials told the Courier"
    if after < place.end and found.is_word(after) and not told:
        return None
    several = comma + 2 == cue.first and "clausal" in cue.verb.frames and found.form(comma + 1).endswith("s")  # "…, | traders said"
    return comma + 1 if several or is_person(found, found.span_of(comma + 1, cue.first)) else None
