"""Readings of a verb behind its subject, with the content before both: "« … », X a dit"; "The bridge, she said, would stay open"."""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, is_clause, whole
from selon.attribute.forms import has_finite, moods
from selon.attribute.incise import goes_on, is_person
from selon.attribute.lexicon import GERUND, PARTICIPLE
from selon.attribute.parenthesis import before_incise, continuation
from selon.attribute.place import Place, candidate
from selon.attribute.sources import phrase, subject
from selon.attribute.stretches import between_commas, is_adjunct, is_clause_of_its_own
from selon.attribute.tokens import Passage
from selon.model.span import Span

_LONGEST = 20  # tokens of whoever speaks behind "as"
_SPOKEN = 5  # words of a quotation at a sentence's beginning that is no name


def straight(place: Place) -> Iterator[Candidate]:
    """The reading of "« … », X a dit": the source stands between content and verb."""
    found, cue = place.found, place.cue
    if "that" in found.kinds[cue.end] or not ("," in found.forms[place.first : cue.first] or found.quoted(place.first, cue.first)):
        return
    source = subject(found, cue.first, place.first)
    begin = found.at(source.start) if source is not None else place.first
    if begin == place.first and begin + 1 < cue.first and begin in found.quote_at and found.quoted_words(begin) >= _SPOKEN:
        begin += 1  # "“We lost the bridge” | the mayor said": no name that stands in marks
        source = found.span_of(begin, cue.first)
    elif begin == place.first and begin in found.quote_at and found.form(begin + 1) == "," and _is_name(found, begin + 2, cue.first):
        source, begin = found.span_of(begin + 2, cue.first), begin + 2  # "“It is hard”, | Ms Orme said"
    if source is not None and begin <= place.first and (nearest := _nearest(place, begin)) is not None:
        source, begin = found.span_of(nearest, cue.first), nearest
    if begin > place.first and found.is_word(begin - 1) and begin - 1 not in found.quote_at and (closing := _closing(place)) is not None:
        source, begin = found.span_of(closing, cue.first), closing
    if (
        source is None
        or begin <= place.first
        or found.has(begin, "who", "which")
        or found.has(cue.first - 1, "who", "which", "relative_that")
        or _is_related(place, source)
        or (found.is_word(begin - 1) and begin - 1 not in found.quote_at)
    ):
        return
    content, more = before_incise(place, begin)
    if not content or (_opens_content(place) and not ("before.quote" in more and _closes_in_comma(found, begin))):
        return
    tail, how = continuation(place, cue.end, bool(more & {"before.quote"}), short="before.short" in more)
    if not tail and "before.clause" in more and _only_leads(found, content[0]):
        return
    features = (
        "straight",
        *(f"straight.{name}" for name in sorted(more)),
        *how,
        *(("straight.inserted",) if _is_inserted(place, more, how) else ()),
        "incise.person" if is_person(found, source) else "incise.thing",
    )
    yield candidate(place, "verb.straight", source, content + tail, features)


def as_said(place: Place) -> Iterator[Candidate]:
    """The reading of "As Ada Bry has pointed out, | the bridge is old": the content follows the comma."""
    found, cue = place.found, place.cue
    after = past_asides(found, cue.end, place.end)
    comma = after - 1 if found.form(after - 1) == "," else after
    if "as" not in found.kinds[place.first] or "clause" not in cue.verb.frames or found.form(comma) != "," or cue.verb.stance != "asserted":
        return
    if found.has(comma + 1, "and", "but", "who", "which"):
        return
    if has_finite(found, place.first + 1, cue.first) or not 1 <= cue.first - place.first - 1 <= _LONGEST:
        return
    source = phrase(found, place.first + 1, cue.first)
    stop, _ = content_end(found, comma + 1, place.end, "clause", place.groups)
    span = whole(found, comma + 1, stop)
    if source is not None and is_person(found, source) and span is not None and is_clause(found, comma + 1, stop):
        yield candidate(place, "verb.as_said", source, (span,), ("as_said",))


def _nearest(place: Place, begin: int) -> int | None:
    """The noun phrase right before a verb between commas, which is no apposition: "The bridge, Mr. Orme said, would close"."""
    found, cue = place.found, place.cue
    comma = next((at for at in range(cue.first - 1, begin, -1) if found.forms[at] == ","), None)
    if comma is None or comma + 1 >= cue.first or found.form(cue.end) != ",":
        return None
    if not goes_on(found, cue.end + 1, place.end) and not found.has(cue.end + 1, "subordinator", "if", "while", "but"):
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
    return comma + 1 if is_person(found, found.span_of(comma + 1, cue.first)) else None


def _opens_content(place: Place) -> bool:
    """Does a clause follow the verb: "Asked about it, she said | it was safe"?"""
    found, at = place.found, place.cue.end
    if at >= place.end or not (found.has(at, "subject", "determiner", "title") or found.is_capital(at)) or found.has(at, "day", "month"):
        return False
    stop = next((here for here in range(at, min(place.end, at + 12)) if found.forms[here] in ",;:"), min(place.end, at + 12))
    return has_finite(found, at, stop)


def _closes_in_comma(found: Passage, begin: int) -> bool:
    """Does a comma close a quotation right before who speaks: what follows is a hearer then ("“We lost,” Orme told the Courier host")?"""
    at = begin - 1
    if found.form(at) == ",":
        at -= 1
    quote = found.quote_at.get(at)
    return quote is not None and found.quoted_words(at) >= _SPOKEN - 2 and (at < begin - 1 or found.text[quote.inner.end - 1] == ",")


def _is_related(place: Place, source: Span) -> bool:
    """Does the verb stand in a relative clause behind the source: "the plan, by Ada Bry, which analysts | have estimated"?"""
    found, cue = place.found, place.cue
    behind = found.before(source.end - 1)
    return found.form(behind) == "," != found.form(cue.first - 1) and found.has(behind + 1, "who", "which")


def _only_leads(found: Passage, content: Span) -> bool:
    """Is it a subordinate clause and no main one: "When she was asked about it, | she laughed"?"""
    first, end = found.at(content.start), found.before(content.end - 1)
    first += found.has(first, "and", "but")
    gerund = GERUND in moods(found, first + 1)
    leads = "opener" in found.kinds[first] and (gerund or "subordinator" in found.kinds[first])
    if not found.lexicon.order.past_relatives:
        return False
    if PARTICIPLE in moods(found, first) and found.form(first + 1) != "," and not found.has(first + 1, "subject"):
        return not any(
            is_clause_of_its_own(found, *part) for part in between_commas(found, first, end)[1:]
        )  # "Asked if it would close, | she"
    joined = "clausal" in found.kinds[first]  # "As the crowd cheered, | she whispered"
    if not (leads or joined):
        return False
    opening, *parts = between_commas(found, first, end)
    verbs = sum(is_clause_of_its_own(found, *part) for part in parts)
    return verbs < (1 if gerund or joined or has_finite(found, *opening) else 2)


def _is_inserted(place: Place, more: set[str], how: tuple[str, ...]) -> bool:
    """Does the verb stand between commas inside a clause: "The bridge, she said, | would stay open"?"""
    return bool(more & {"before.phrase"}) and "after.clause" in how and place.found.form(place.cue.end) == ","
