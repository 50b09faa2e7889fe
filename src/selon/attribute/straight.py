"""Readings of a verb behind its subject, with the content before both: "« … », X a dit"; "The bridge, she said, would stay open"."""

from collections.abc import Iterator

from selon.attribute.asides import past_asides, past_circumstance
from selon.attribute.between_content import CLAUSE_WORDS, SPOKEN, between_content_and_verb
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, is_clause, whole
from selon.attribute.forms import has_finite, moods
from selon.attribute.incise import is_person
from selon.attribute.lexicon import BASE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.parenthesis import before_incise, continuation
from selon.attribute.place import Place, candidate
from selon.attribute.sources import phrase
from selon.attribute.stretches import between_commas, is_clause_of_its_own
from selon.attribute.tokens import Passage
from selon.model.span import Span

_AS_SAID = frozenset({"clause", "as_said"})  # frames of the verbs that may stand behind "as"
_HEARER = 6  # tokens of whoever is told something
_LONGEST = 20  # tokens of whoever speaks behind "as"


def straight(place: Place) -> Iterator[Candidate]:
    """The reading of "« … », X a dit": the source stands between content and verb."""
    found, cue = place.found, place.cue
    if "that" in found.kinds[cue.end] or not ("," in found.forms[place.first : cue.first] or found.quoted(place.first, cue.first)):
        return
    source, begin = between_content_and_verb(place)
    if source is None or _is_no_speaker(place, source, begin):
        return
    content, more = before_incise(place, begin)
    if not content or _tells_itself(place, content[0], begin, more):
        return
    tail, how = continuation(place, _past_hearer(place), bool(more & {"before.quote"}), short="before.short" in more)
    if not tail and "before.clause" in more and _only_leads(found, content[0]):
        return
    if "before.phrase" in more and not tail and _is_clause_to_itself(place, found.at(content[0].start), begin):
        more = more - {"before.phrase"} | {"before.clause"}
    features = (
        "straight",
        *(f"straight.{name}" for name in sorted(more)),
        *how,
        *(("straight.inserted",) if _is_inserted(place, more, how) else ()),
        "incise.person" if is_person(found, source) else "incise.thing",
    )
    yield candidate(place, "verb.straight", _past_as(found, source), content + tail, features)


def _past_as(found: Passage, source: Span) -> Span:
    """Whoever speaks without "as": "The ferry, as | the mayor said, is old"."""
    at, last = found.at(source.start), found.before(source.end - 1)
    if "as" not in found.kinds[at]:
        return source
    while last > at + 2 and "adverb" in found.kinds[last - 1]:
        last -= 1  # "as the mayor | also said"
    return found.span_of(at + 1, last) if last > at + 1 else source


def _past_hearer(place: Place) -> int:
    """Behind whoever is told, up to a comma: "The bridge, the clerk told | them, is old", "…, she told | the Harbour Courier, is old"."""
    found, at = place.found, place.cue.end
    if "hearer" not in place.cue.verb.frames or not found.lexicon.order.analytic:
        return at
    stop = next((here for here in range(at, min(place.end, at + _HEARER)) if not found.is_word(here) or here in found.quote_at), at)
    whole = (
        found.form(stop) == "," and not has_finite(found, at, stop) and not any(found.has(here, "that", "if") for here in range(at, stop))
    )
    return stop if whole else at


def _is_no_speaker(place: Place, source: Span, begin: int) -> bool:
    """Does nothing stand before the source, or a relative pronoun or a word beside it, so that it is none of this verb?"""
    found, cue = place.found, place.cue
    return (
        begin <= place.first
        or found.has(begin, "who", "which")
        or found.has(cue.first - 1, "who", "which", "relative_that")
        or _is_related(place, source)
        or (found.is_word(begin - 1) and begin - 1 not in found.quote_at)
    )


def _tells_itself(place: Place, content: Span, begin: int, more: set[str]) -> bool:
    """Does the verb take what follows it, and not what stands before?"""
    if _opens_content(place) and not ("before.quote" in more and _closes_in_comma(place.found, begin)):
        return True
    return "before.quote" not in more and _says_what_follows(place, place.found.at(content.start))


def as_said(place: Place) -> Iterator[Candidate]:
    """The reading of "As Ada Bry has pointed out, | the bridge is old": the content follows the comma."""
    found, cue = place.found, place.cue
    after = past_asides(found, cue.end, place.end)
    comma = after - 1 if found.form(after - 1) == "," else after
    able = not cue.verb.frames.isdisjoint(_AS_SAID) and cue.verb.stance == "asserted"
    quotes = found.form(comma) == ":" and found.quoted_words(comma + 1) >= SPOKEN
    if not able or not (quotes or found.form(comma) == ",") or found.has(comma + 1, "and", "but", "who", "which"):
        return
    opened = _as(place)
    if opened is None or has_finite(found, opened + 1, cue.first) or not 1 <= cue.first - opened - 1 <= _LONGEST:
        return
    last = cue.first
    while "adverb" in found.kinds[last - 1]:
        last -= 1  # "As Ada Bry | recently put it"
    source = phrase(found, opened + 1, last)
    stop, _ = content_end(found, comma + 1, place.end, "clause", place.groups)
    span = whole(found, comma + 1, stop)
    if source is not None and is_person(found, source) and span is not None and (quotes or is_clause(found, comma + 1, stop)):
        yield candidate(place, "verb.as_said", source, (span,), ("as_said",))


def _as(place: Place) -> int | None:
    """The "as" that opens a sentence or a clause, behind "and" or "but" too: "The port may close, and | as Ada Bry noted, …"."""
    found, first = place.found, place.first
    for at in range(place.cue.first - 2, max(first, place.cue.first - _LONGEST) - 1, -1):
        if "as" in found.kinds[at]:
            joined = at - 2 if found.form(at - 1) == "," else at - 1
            return at if at == first or (joined >= first and found.has(joined, "and", "but")) else None
    return None


def _is_clause_to_itself(place: Place, first: int, begin: int) -> bool:
    """Is it a clause whose verb no table knows: many words, a comma, and who speaks with a verb of saying that closes the sentence?"""
    found, cue = place.found, place.cue
    if "clausal" not in cue.verb.frames or found.form(begin - 1) != "," or found.words(first, begin - 1) < CLAUSE_WORDS:
        return False
    after = past_asides(found, cue.end, place.end)
    goes = after < place.end and (found.is_word(after) or (found.form(after) == "," and not found.has(after + 1, "and", "but")))
    if goes or found.has(first, "preposition", "of", "to", "as", "opener", "subordinator") or ";" in found.forms[first:begin]:
        return False
    return not any(found.forms[at] == "," and not found.has(at + 1, "to", "preposition", "with") for at in range(first, begin - 1))


def _opens_content(place: Place) -> bool:
    """Does a clause follow the verb: "Asked about it, she said | it was safe"?"""
    found, at = place.found, place.cue.end
    if "bounding" in found.kinds[at + 1] and found.form(at + 2)[:1].isdigit() | found.has(at + 2, "determiner"):
        at += 2  # "reported | at least six boats sank"
    if at >= place.end or not (found.has(at, "subject", "determiner", "title") or found.is_capital(at)) or found.has(at, "day", "month"):
        return False
    stop = next((here for here in range(at, min(place.end, at + 12)) if found.forms[here] in ",;:"), min(place.end, at + 12))
    return has_finite(found, at, stop)


def _says_what_follows(place: Place, first: int) -> bool:
    """Does the verb take what follows it: a colon, an infinitive, or behind words that a preposition opens an object?

    As in "Under the heading “Trust”, the Courier writes: …", "…, the clerk agreed to come", "In figures released on Monday, the board
    said a …".
    """
    found, end = place.found, place.cue.end
    if found.form(end) == ":" or ("mark_infinitive" in found.kinds[end] and moods(found, end + 1) & {BASE, INFINITIVE}):
        return True
    leads = "preposition" in found.kinds[first] and found.after(found.lexicon.aside, first) is None
    if not leads or "uninverted" in place.cue.verb.frames or found.after(found.lexicon.aside, end) or found.after(found.lexicon.relay, end):
        return False
    return end < place.end and (found.has(end, "determiner") or found.form(end)[:1].isdigit())


def _closes_in_comma(found: Passage, begin: int) -> bool:
    """Does a comma close a quotation right before who speaks: what follows is a hearer then ("“We lost,” Orme told the Courier host")?"""
    at = begin - 1
    if found.form(at) == ",":
        at -= 1
    quote = found.quote_at.get(at)
    return quote is not None and found.quoted_words(at) >= SPOKEN - 2 and (at < begin - 1 or found.text[quote.inner.end - 1] == ",")


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
    if not found.lexicon.order.analytic:
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
    found, end = place.found, _past_hearer(place)
    if not more & {"before.phrase"} or "after.clause" not in how:
        return False
    return found.form(end) == "," or past_circumstance(found, past_asides(found, end, place.end), place.end) is not None
