"""Quotations that no cue takes.

One that stands alone right after an attributed one goes on with its source; one after a colon belongs to the subject before the colon,
one before a colon to nobody that is named;
a long one inside a sentence belongs to the sentence's subject, when that is somebody; a sentence that is mostly quoted, right after an
attributed one, goes on with its source. All others have no source: a wrong name on a quotation is the worst error.
Not done yet: quotations of two speakers in turn.
"""

from collections.abc import Iterator

from selon.attribute.choose import Candidate
from selon.attribute.contents import whole
from selon.attribute.forms import has_finite, moods
from selon.attribute.inverted import inverted
from selon.attribute.labels import is_label
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.sources import main_subject
from selon.attribute.tokens import Passage
from selon.attribute.turning import is_somebody
from selon.model.span import Span

_SPEAKS = frozenset({"subject", "someone", "role", "title"})  # kinds
_INCISE = frozenset({"quote", "incise"})  # frames of verbs that tell nothing but a quotation beside them
_NEXT = 6  # characters between an attributed sentence and the next one: a full stop, marks and spaces
_FEW = 4  # quoted words in a sentence that goes on with what somebody said
_SHARE = 0.66  # of them to the others: two fifths of the sentence
_AGENT = 7  # tokens from a participle to "par": "partagé mardi sur Radio Nord par"
_ECHO = 4  # tokens from such a noun to the last word before a name: "Même constat du côté de"
_LEAD = 4  # quoted words before a colon that are no title
_NEAR = 220  # characters between an attributed quotation and one that goes on (fr_dev2: 9 of 10 within 160)


def floating(found: Passage, first: int, end: int, told: list[Span], last: tuple[Span, int] | None, *, read: bool) -> Iterator[Candidate]:
    """The candidates of one sentence; `told` are contents already read, `last` the source and reach of the reading before.

    `read`: does the sentence hold a reading already?
    """
    past = first
    for at in found.quoted(first, end):
        quote, words = found.quote_at[at], found.quoted_words(at)
        if at < past or words < 3 or any(span.overlaps(quote.inner) for span in told):
            continue
        if is_label(found, at, first):
            continue
        others = found.loose_words(first, end)
        if others > 1:
            past = found.chain(at, end)
        yield from _read(found, at, first, end, words, others, last, read=read)


def _read(
    found: Passage, at: int, first: int, end: int, words: int, others: int, last: tuple[Span, int] | None, *, read: bool
) -> Iterator[Candidate]:
    quote = found.quote_at[at]
    near = last is not None and 0 <= quote.outer.start - last[1] <= _NEAR
    if others == 1 and found.form(at - 1) == ":":
        yield _candidate("floating.colon", None, quote.inner, near)  # "Réponse : « … »": whoever answers is not named
    elif others <= 1:
        yield _candidate("floating.alone", last[0] if near and last else None, quote.inner, near)
    elif found.form(at - 1) == ":" and found.loose_words(found.chain(at, end), end) <= 1:
        source = _before_colon(found, first, at, last[0] if near and last else None)
        yield _candidate("floating.colon", source, Span(quote.inner.start, found.quote_at[found.chain(at, end) - 1].inner.end), near)
    elif at == first and found.form(at + 1) == ":" and words >= _LEAD and found.text[quote.inner.start].isupper():
        yield _candidate("floating.colon", None, quote.inner, near)  # "« Le pont tiendra » : le maire répond aux bateliers"
    elif not read and last is not None and _is_next(found, first, last[1]) and _fills(found, at, first, words, others):
        yield _goes_on(found, at, first, end, last[0])
    elif words >= 5 and not read:
        source = main_subject(found, first, at)
        acted = source is not None and (_is_acted_on(found, found.at(source.end), at) or _is_in_relative(found, found.at(source.end), at))
        source = None if acted else source
        name = found.has(at - 1, "determiner", "of") and not found.text[quote.inner.start].islower()  # "le « Printemps des ponts »"
        if source is not None and is_somebody(found, source) and not name:
            content = Span(quote.inner.start, found.quote_at[found.chain(at, end) - 1].inner.end)
            yield _candidate("floating.inside", source, content, near)
        elif found.text[quote.inner.start].islower():  # with a capital it is a name or a title
            yield _candidate("floating.inner", None, Span(quote.inner.start, found.quote_at[found.chain(at, end) - 1].inner.end), near)


def _is_acted_on(found: Passage, at: int, end: int) -> bool:
    """Does a passive follow a subject: whose words are quoted is somebody else ("Ada Bry was booked for “…”", "the port is called “…”")?"""
    passive = False
    while at < end and found.has(at, "auxiliary", "being", "been", "adverb", "not"):
        passive = passive or found.has(at, "being", "been")
        at += 1
    return passive and PARTICIPLE in moods(found, at)


def _is_in_relative(found: Passage, at: int, end: int) -> bool:
    """Does a relative clause of somebody else hold a quotation: "a sailor is near the wave that took “the whole old quay”"?"""
    who = next((here for here in range(end - 1, at, -1) if found.has(here, "who", "which") and "that" not in found.kinds[here]), None)
    if who is None or found.has(who + 1, "subject") or not has_finite(found, who, end) or "," in found.forms[who:end]:
        return False
    told = (verb for here in range(at, who) for verb, _ in found.lexicon.verbs.get(found.forms[here], ()))
    return has_finite(found, at, who) and all(verb.frames <= _INCISE for verb in told)


def _before_colon(found: Passage, first: int, end: int, last: Span | None) -> Span | None:
    """Whose words stand behind a colon: the subject before it, if it may speak; of none ("on voit : « … »"), the last source's."""
    at_once = last is not None and last.start >= found.starts[first] and not found.text[last.end : found.starts[end - 1]].strip()
    if last is not None and at_once and is_somebody(found, last):
        return last  # "Le quai s'enfonce, selon Ada Bry : « … »"
    source = main_subject(found, first, end)
    if source is None and (agent := _agent(found, first, end - 1)) is not None:
        return agent
    if source is None or found.has(found.at(source.start), "indefinite", "impersonal"):
        return None if source is None and _names_another(found, first, end, last) else last
    return source if any(_may_speak(found, at) for at in range(found.at(source.start), found.at(source.end))) else None


def _names_another(found: Passage, first: int, end: int, last: Span | None) -> bool:
    """Is somebody else named where no verb stands: "Intolérable pour Ada Bry : …"?"""
    named = (at for at in range(first + 1, end - 1) if found.is_capital(at) and found.is_capital(at + 1))
    return (
        last is not None
        and not has_finite(found, first, end)
        and any(found.form(at + 1) not in last.of(found.text).lower() for at in named)
    )


def _agent(found: Passage, first: int, colon: int) -> Span | None:
    """Who voices the words behind a colon where no verb stands: "un avis partagé par Ada Bry : …", "Même constat pour Ada Bry : …"."""
    if has_finite(found, first, colon):
        return None
    for by in range(colon - 1, first, -1):
        if not found.has(by, "by", "preposition", "of") or "against" in found.kinds[by] or not _is_handed_on(found, first, by):
            continue
        source, after = inverted(found, by + 1, colon)
        if source is not None and after == colon and is_somebody(found, source):
            return source
    return None


def _is_handed_on(found: Passage, first: int, by: int) -> bool:
    """Does a participle of somebody's opinion stand before "par", or a noun of the same words once more before another preposition?"""
    kind, most = ("voiced", _AGENT) if "by" in found.kinds[by] else ("echo", _ECHO)
    return any(kind in found.kinds[at] for at in range(max(first, by - most), by))


def _may_speak(found: Passage, at: int) -> bool:
    """A pronoun, a role, a title, or a capital that no article and no beginning of a sentence gives."""
    if not found.kinds[at].isdisjoint(_SPEAKS):
        return True
    return found.is_capital(at) and "determiner" not in found.kinds[at] and not found.lexicon.order.nouns_capital


def _fills(found: Passage, at: int, first: int, words: int, others: int) -> bool:
    """Is the sentence mostly quoted, and about nobody else who may speak?"""
    if words < max(_FEW, others * _SHARE):
        return False
    subject = main_subject(found, first, at)
    return subject is None or not is_somebody(found, subject)


def _is_next(found: Passage, first: int, reach: int) -> bool:
    """Does the sentence follow right behind what is told up to an offset, in the same passage?"""
    return reach > found.span.start and 0 <= found.starts[first] - reach <= _NEXT


def _goes_on(found: Passage, at: int, first: int, end: int, source: Span) -> Candidate:
    """The reading of a whole sentence with somebody's words in it, right after what they said."""
    start = first
    while start < at and (found.has(start, "and", "but") or found.form(start) == "," or found.has(start + 1, "and", "but")):
        start += 1
    inner = found.quote_at[at].inner
    content = inner if start == at else whole(found, start, end) or inner
    return _candidate("floating.mixed", source, content, True)


def _candidate(rule: str, source: Span | None, content: Span, near: bool) -> Candidate:
    reasons = ("a quotation without a cue", "right after an attributed one" if near else "nothing attributed just before")
    features = (rule, rule + (".near" if near else ".far"), rule + (".named" if source else ".unnamed"))
    return Candidate(rule=rule, source=source, cue=None, content=(content,), features=features, reasons=reasons, reach=content.end)


__all__ = ["floating", "whole"]
