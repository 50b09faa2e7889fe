"""Candidates for a cue verb: its frames, tried before and after it.

incise      "… , a dit X"; "« … », a-t-il ajouté"; goes on after the source where a clause or a quotation goes on
that        "X a dit que …", with words between; also "si", "pourquoi"
colon       "X a dit : …"
bare        "X dit avoir …"            infinitive  "X demande de …", "X promet de …"
address     "X accuse Y de …", "X appelle Y à …"      as  "X qualifie Y de …"
about       "X menace de représailles" object      "X dénonce …"
quote       "X parle d'un « … »", "X a lancé « … »"
by          "… a été confirmé par X"
Not done yet: objects before the verb ("ce que X dit"), except relatives with "que".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, trimmed, whole
from selon.attribute.cues import Cue
from selon.attribute.lexicon import INFINITIVE
from selon.attribute.sources import antecedent, clause_start, inverted, main_subject, subject
from selon.attribute.tokens import Passage, has_finite, is_finite, moods
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """What a cue's readings may look at."""

    found: Passage
    cue: Cue
    first: int  # the sentence
    end: int
    limit: int  # the end of the content the cue stands in, else the sentence's
    groups: list[Cue]  # of the sentence
    last: Span | None  # the source of the reading before, in this sentence


def readings(place: Place) -> Iterator[Candidate]:
    """All candidates for one cue."""
    cue, frames = place.cue, place.cue.verb.frames
    if cue.mood == "passive":
        yield from _passive(place)
        return
    if cue.mood == "finite" and frames & {"incise", "quote"}:
        yield from _incise(place)
    source, how = _source(place)
    for frame, content, features in _contents(place):
        told = (f"frame.{frame}", f"source.{how}", f"mood.{cue.mood}", f"{cue.mood}.{frame}", *features)
        yield _candidate(place, "verb." + frame, source, content, told)


def _candidate(
    place: Place, rule: str, source: Span | None, content: tuple[Span, ...], features: tuple[str, ...], shown: Span | None = None
) -> Candidate:
    found, cue = place.found, place.cue
    ends = [span.end for span in content] + ([source.end] if source else [])
    return Candidate(
        rule=rule,
        source=source,
        cue=shown or found.span_of(cue.shown, cue.end),
        content=content,
        features=features + (("negated",) if cue.negated and cue.verb.negated is None else ()),
        verb=cue.verb,
        stance=(cue.verb.negated or cue.verb.stance) if cue.negated else cue.verb.stance,
        negated=cue.negated,
        reasons=(f"{found.lexicon.code}/verbs.toml {cue.verb.name}",),
        reach=max(ends, default=found.ends[cue.end - 1]),
    )


def _source(place: Place) -> tuple[Span | None, str]:
    """The source of a cue whose content follows, and how it was found."""
    found, cue = place.found, place.cue
    if cue.pronoun is not None:
        return found.span_of(cue.pronoun, cue.pronoun + 1), "pronoun"
    if cue.mood in ("gerund", "infinitive"):
        if place.last is not None:
            return place.last, "control"
        span = main_subject(found, place.first, cue.first) or main_subject(found, cue.end, place.end)
        return span, "main" if span else "none"
    if found.has(cue.first - 1, "and") and place.last is not None:
        return place.last, "control"
    span = subject(found, cue.first, place.first)
    if span is not None:
        return span, "subject"
    if (
        found.has(
            cue.first - 1,
            "and",
        )
        or found.form(cue.first - 1) == ","
    ):
        span = place.last or main_subject(found, place.first, cue.first)
        return span, "control" if span else "none"
    return (place.last, "control") if place.last else (None, "none")


# ---- the content before the verb
def _incise(place: Place) -> Iterator[Candidate]:
    found, cue = place.found, place.cue
    before = cue.first - 1
    marked = before < place.first or not found.is_word(before) or before in found.quote_at or found.has(before, "as")
    if cue.pronoun is not None:
        source: Span | None = found.span_of(cue.pronoun, cue.pronoun + 1)
        after, features = cue.end if cue.pronoun < cue.end else cue.pronoun + 1, ["incise.pronoun"]
    elif marked and before >= place.first:
        source, after = inverted(found, cue.end, place.end)
        if source is None:
            return
        features = ["incise.noun", "incise.person" if _is_person(found, source) else "incise.thing"]
    else:
        return
    end = before if found.has(before, "as") else cue.first
    content, more = _before(place, end)
    if not content:
        return
    if "that" not in cue.verb.frames and "before.quote" not in more:
        features.append("incise.quote_verb")
    if found.has(cue.end, "that"):
        features.append("incise.that_follows")
    shown = found.span_of(cue.head if cue.pronoun is not None and cue.pronoun < cue.head else cue.shown, cue.end)
    if cue.pronoun is not None and cue.pronoun >= cue.head:
        shown = found.span_of(cue.shown, cue.head + 1)
    tail, how = _continuation(place, after, bool(more & {"before.quote"}))
    content += tail
    yield _candidate(place, "verb.incise", source, content, (*features, *sorted(more), *how), shown)


def _is_person(found: Passage, source: Span) -> bool:
    """A title, a role, a pronoun or a name: what is likely to speak."""
    first, end = found.at(source.start), found.at(source.end)
    return any(found.has(at, "title", "role", "someone", "subject") or found.is_capital(at) for at in range(first, min(end, first + 4)))


def _before(place: Place, end: int) -> tuple[tuple[Span, ...], set[str]]:
    """The content before a verb in parenthesis, and what it is like."""
    found = place.found
    stop = end
    while stop > place.first and not found.is_word(stop - 1) and stop - 1 not in found.quote_at and found.form(stop - 1) not in ")":
        stop -= 1
    if stop <= place.first:
        return (), set()
    if stop - 1 in found.quote_at:
        begin = stop - 1
        while begin - 1 >= place.first and (begin - 1 in found.quote_at or found.form(begin - 1) in (",", ";")):
            begin -= 1
        long = len(found.quote_at[stop - 1].inner.of(found.text).split()) >= 3
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
    has = has_finite(found, start, stop)
    return (span,), {"before.clause" if has else "before.phrase", *(("before.short",) if stop - start <= 3 else ())}


def _clause(place: Place, stop: int) -> int:
    start = place.first
    for at in range(place.first, stop):
        if place.found.forms[at] == ";":
            start = at + 1
    return start


def _continuation(place: Place, after: int, quoted: bool) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """What goes on after the source of a parenthesis."""
    found = place.found
    at = after
    while at < place.end and at not in found.quote_at and at - after < 30 and not any(group.first == at for group in place.groups):
        at += 1
    if at in found.quote_at and at < place.end and not has_finite(found, after, at):
        gap = found.plain[found.ends[at - 1] - found.origin : found.starts[at] - found.origin] if at else ""
        if at - after <= 1 and (quoted or len(found.quote_at[at].inner.of(found.text).split()) >= 3 or not gap.strip()):
            last = at
            while last + 1 < place.end and last + 1 in found.quote_at:
                last += 1
            return (Span(found.quote_at[at].inner.start, found.quote_at[last].inner.end),), ("after.quote",)
    if not quoted and found.form(after) == "," and after + 1 < place.end:
        if not found.has(after + 1, "who", "which", "preposition", "and", "but") and has_finite(found, after + 1, place.end):
            stop, _ = content_end(found, after + 1, place.end, "clause", place.groups)
            span = whole(found, after + 1, stop)
            if span is not None and found.words(after + 1, stop) >= 3:
                return (span,), ("after.clause",)
    return (), ()


# ---- the content after the verb
def _contents(place: Place) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found, cue, frames = place.found, place.cue, place.cue.verb.frames
    at = cue.end + 1 if cue.pronoun == cue.end else cue.end
    begin = past_asides(found, at, place.limit)
    if "that" in frames:
        yield from _that(place, at)
        yield from _question(place, begin)
    if frames & {"that", "quote"}:
        yield from _colon(place, at)
    for frame, finder in (("bare", _bare), ("infinitive", _infinitive), ("address", _address), ("as", _as), ("to", _to), ("about", _about)):
        if frame in frames:
            yield from finder(place, begin)
    if frames & {"quote", "incise"}:
        yield from _quote(place, begin)
    if "object" in frames:
        yield from _object(place, begin)


def past_asides(found: Passage, at: int, end: int) -> int:
    """The token after asides, adverbs and relays, with the commas around them."""
    while at < end:
        after = found.after(found.lexicon.aside, at) or found.after(found.lexicon.relay, at)
        if after is None and found.has(at, "adverb") and not found.has(at, "determiner"):
            after = at + 1
        if after is None and found.form(at) == ",":
            inner = found.after(found.lexicon.aside, at + 1) or found.after(found.lexicon.relay, at + 1)
            if inner is not None:
                after = inner
        if after is None:
            return at
        at = after + 1 if found.form(after) == "," else after
    return at


def _span(place: Place, begin: int, shape: str) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    stop, name = content_end(place.found, begin, place.limit, shape, [group for group in place.groups if group.head > place.cue.head])
    span = whole(place.found, begin, stop)
    if span is None or place.found.words(begin, stop) < (2 if shape == "object" else 1):
        return (), ()
    return (span,), (f"stop.{name}",)


def _that(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found = place.found
    commas, here = 0, at - 1
    while here + 1 < min(place.limit, at + 26):
        here += 1
        form = found.forms[here]
        after = found.after(found.lexicon.aside, here) if not found.has(here, "that") else None
        if after:
            here = after - 1
            continue
        if found.has(here, "that"):
            if commas % 2 == 0 and not found.has(here - 1, "never_that") and not found.has(here, "clitic"):
                content, features = _span(place, here + 1, "clause")
                if content:
                    yield "that", content, (*features, "gap.none" if here - at <= 1 else "gap.some")
            return
        commas += form == ","
        if form in ";:" or (here in found.quote_at and len(found.quote_at[here].inner) > 30):
            return
        if is_finite(found, here) or any(group.head == here for group in place.groups):
            return


def _question(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    if place.found.has(at, "if"):
        content, features = _span(place, at, "clause")
        if content:
            yield "question", content, features


def _colon(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found = place.found
    for here in range(at, min(place.limit, at + 24)):
        if found.forms[here] == ":":
            begin = here + 1
            if begin in found.quote_at and begin < place.end:
                last = begin
                while last + 1 < place.end and last + 1 in found.quote_at:
                    last += 1
                yield "colon", (Span(found.quote_at[begin].inner.start, found.quote_at[last].inner.end),), ("colon.quote",)
                return
            span = whole(found, begin, place.limit) if begin < place.limit else None
            if span is not None and found.words(begin, place.limit) >= 3:
                yield "colon", (span,), ("colon.open",)
            return
        if found.forms[here] == ";" or here in found.quote_at or is_finite(found, here) or found.has(here, "that"):
            return


def _is_infinitive(found: Passage, at: int, end: int) -> bool:
    while at < end and found.has(at, "clitic", "reflexive", "not", "adverb") and not found.has(at, "of"):
        at += 1
    return (
        (at < end
        and INFINITIVE in moods(found, at)
        and not found.has(at - 1, "determiner"))
        or (at < end and INFINITIVE in moods(found, at) and found.has(at - 1, "clitic"))
    )


def _bare(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    if not place.found.has(at, "of", "to") and _is_infinitive(place.found, at, place.limit):
        content, features = _span(place, at, "phrase")
        if content:
            yield "bare", content, features


def _infinitive(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found = place.found
    opens = at
    if found.form(at) == ",":  # "menaçait, en cas de refus, de partir"
        close = next((here for here in range(at + 1, min(place.limit, at + 16)) if found.forms[here] == ","), at)
        at, opens = at + 1, close + 1
    if found.has(opens, "of", "to") and _is_infinitive(found, opens + 1, place.limit):
        content, features = _span(place, at, "phrase")
        if content and content[0].end > found.starts[opens]:
            yield "infinitive", content, features


def _opens_object(found: Passage, at: int) -> bool:
    return (
        at in found.quote_at
        or found.has(at, "determiner", "title", "someone")
        or (found.is_capital(at) and found.is_word(at))
        or found.form(at)[:1].isdigit()
    )


def _address(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    """Somebody is addressed or charged: an object, then "de" or "à"."""
    found = place.found
    if not _opens_object(found, at) and not (found.has(at, "to") and found.is_word(at + 1)):
        return
    for here in range(at + 1, min(place.limit, at + 30)):
        if found.forms[here] in ";:" or (
            is_finite(found, here) and not found.has(here - 1, "determiner", "of", "to") and found.has(here, "auxiliary", "being")
        ):
            return
        if found.has(here, "of", "to") and (_is_infinitive(found, here + 1, place.limit) or here + 1 in found.quote_at):
            content, features = _span(place, at, "phrase")
            if content and content[0].end > found.starts[here]:
                yield "address", content, features
            return


def _as(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found = place.found
    for here in range(at, min(place.limit, at + 24)):
        if found.has(here, "as") or (found.has(here, "of") and "as" in place.cue.verb.frames and here + 1 in found.quote_at):
            content, features = _span(place, at, "object")
            if content and content[0].end > found.starts[here]:
                yield "as", content, features
            return
        if not found.is_word(here) or is_finite(found, here):
            return


def _to(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found = place.found
    if found.has(at, "to") and found.form(at) and not _is_infinitive(found, at + 1, place.limit):
        content, features = _span(place, at, "object")
        if content:
            yield "to", content, features


def _about(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found = place.found
    if (
        found.has(at, "of", "preposition")
        and not _is_infinitive(found, at + 1, place.limit)
        and (found.has(at, "of") or found.form(at) in found.lexicon.kinds)
    ):
        if not found.has(at, "of", "against"):
            return
        content, features = _span(place, at, "object")
        if content:
            yield "about", content, features


def _quote(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    """A quotation after the verb: alone, or inside an object."""
    found = place.found
    here = at
    while here < place.limit and here not in found.quote_at:
        if found.forms[here] in ";:" or is_finite(found, here) or found.has(here, "that") or here - at > 12:
            return
        here += 1
    if here >= place.limit or here not in found.quote_at:
        return
    if here == at or (here == at + 1 and found.forms[at] == ","):
        content, features = _span(place, here, "object")
        if content and len(found.quote_at[here].inner.of(found.text).split()) >= 2:
            yield "quote", content, (*features, "quote.adjacent")
    elif "quote" in place.cue.verb.frames and not found.form(at) == ",":
        content, features = _span(place, at, "object")
        if content and content[0].end > found.starts[here]:
            yield "quote", content, (*features, "quote.inside")


def _object(place: Place, at: int) -> Iterator[tuple[str, tuple[Span, ...], tuple[str, ...]]]:
    found = place.found
    if _opens_object(found, at) and not found.has(at, "day"):
        content, features = _span(place, at, "object")
        if content:
            yield "object", content, (*features, *(("object.pointer",) if found.has(at, "pointer") else ()))


# ---- passives
def _passive(place: Place) -> Iterator[Candidate]:
    found, cue, frames = place.found, place.cue, place.cue.verb.frames
    by, _, _ = (at := past_asides(found, cue.end, place.end)), None, None
    source: Span | None = None
    after = at
    if found.has(by, "by"):
        source, after = inverted(found, by + 1, place.end)
        if source is None:
            return
    shown = found.span_of(cue.shown, by + 1) if source else found.span_of(cue.shown, cue.end)
    if "as" in frames and source and after < place.end and (found.has(after, "as", "of")):
        span = whole(found, after + 1, content_end(found, after, place.limit, "object", place.groups)[0])
        if span:
            yield _candidate(place, "passive.as", source, (span,), ("passive.as",), shown)
        return
    if "charge" in frames and found.has(after, "of") and (_is_infinitive(found, after + 1, place.limit) or found.has(after, "of")):
        content, _ = _span(place, after, "object")
        if content:
            yield _candidate(place, "passive.charge", source, content, ("passive.charge",), shown)
        return
    if source and frames & {"by", "object"}:
        before = subject(found, cue.first, place.first)
        if before is None:
            head = cue.first
            start = clause_start(found, head, place.first)
            before = trimmed(found, found.starts[start], found.ends[head - 1]) if head > start else None
        if before:
            yield _candidate(
                place, "passive.by", source, (before,), ("passive.by", *(("passive.listed",) if "by" in frames else ())), shown
            )


__all__ = ["Place", "antecedent", "past_asides", "readings"]
