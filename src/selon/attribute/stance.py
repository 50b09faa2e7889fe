"""How a content is told: stance, the journalist's conditional, direct or indirect, pointing back or not.

The stance comes from the table row of the cue; a conditional in an asserted content makes it hedged.
Not done yet: hedges of the author's own beside the relation ("sans preuve").
"""

from collections.abc import Sequence

from selon.attribute.choose import Candidate
from selon.attribute.forms import has_finite, moods
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.quotation import dialogue
from selon.attribute.tokens import Passage
from selon.languages.words import forms
from selon.model.attribution import SpeechKind, Stance
from selon.model.span import Span

# Looked up here once: each look at a member of an enumeration takes as long as a call.
_DIRECT, _INDIRECT, _MIXED = SpeechKind.DIRECT, SpeechKind.INDIRECT, SpeechKind.MIXED
_ASSERTED, _HEDGED = Stance.ASSERTED, Stance.HEDGED
_STANCES = {stance.value: stance for stance in Stance}
ASKED = "verb.asked"  # of what somebody else is asked, who is likely to answer: whoever asks does not go on
_OPENING = 60  # characters: the longest opening of the tables has 40
_NEVER_TOLD = frozenset({"verb.bare", "verb.infinitive", "verb.address", "verb.object", "verb.about", "verb.to"})
_OWN = frozenset({"indefinite", "first", "regret"})  # kinds of words beside a conditional that is the speaker's own: "on aurait aimé"
_FREE = ("preposition", "verb.incise", "verb.straight", "verb.colon")  # no conjunction that could ask for the tense


def stance(found: Passage, candidate: Candidate, quoted: Sequence[bool], *, hedged: bool) -> Stance:
    """The stance of a reading; `quoted`: does each part of its content stand in marks?"""
    if candidate.rule == ASKED or (candidate.rule == "verb.question" and _is_open(found, candidate)):
        return _HEDGED
    if candidate.stance != "asserted":
        return _STANCES[candidate.stance]
    if quoted[0] and (opened := _opened(found, candidate.content[0])) is not None:
        return _STANCES[opened]
    return _HEDGED if hedged else _ASSERTED


def _is_open(found: Passage, candidate: Candidate) -> bool:
    """Does an indirect question leave open what it says: "whether it would close", "a demandé pourquoi", and no "explained why"?"""
    asserted = candidate.stance == "asserted"
    return candidate.stance == "demanded" or (asserted and "polar" in found.kinds[found.at(candidate.content[0].start)])


def _opened(found: Passage, span: Span) -> str | None:
    """The stance that the first words of a quotation tell: "« Il faut partir », a dit X" demands."""
    words = found.text[span.start : span.start + _OPENING].replace("’", "'")
    match = found.lexicon.openings.pattern.match(words)
    return found.lexicon.openings.names[int(match.lastgroup[1:])] if match and match.lastgroup else None


def is_conditional(found: Passage, candidate: Candidate, quoted: Sequence[bool]) -> bool:
    """Does the content stand in the conditional of reports: "aurait" before a participle, or any after a preposition?"""
    if candidate.rule in _NEVER_TOLD:
        return False
    loose = candidate.rule.startswith(_FREE)
    for span, its_quoted in zip(candidate.content, quoted, strict=True):
        if (loose and _told_in_conditional(found, span)) if its_quoted else _has_conditional(found, span, loose=loose):
            return True
    return False


def _has_conditional(found: Passage, span: Span, *, loose: bool) -> bool:
    first, end = found.at(span.start), found.at(span.end)
    if found.lexicon.conditionals.isdisjoint(found.forms[first:end]):
        return False
    for at in range(first, end):
        if "if" in found.kinds[at]:
            return False  # "si la pluie cessait, il partirait" is no report
        if "conditional" in found.kinds[at] and not (at > first and found.is_capital(at)):  # "in May"
            perfect = any(
                PARTICIPLE in moods(found, after) or "been" in found.kinds[after] for after in range(at + 1, min(at + 4, len(found)))
            )
            if (loose or (perfect and "auxiliary" in found.kinds[at])) and "regret" not in found.kinds[at + 1]:
                return True
    return False


def _told_in_conditional(found: Passage, span: Span) -> bool:
    """Does a quotation of somebody else's news stand in the conditional, without "if"?"""
    kinds, told = found.lexicon.kinds, found.text[span.start : span.end].lower()
    if not any(word in told for word in found.lexicon.reporting):
        return False  # as most do not
    words = [form.replace("’", "'") for form in forms(told, 0, len(told))]
    for at, word in enumerate(words):
        kind = kinds.get(word, frozenset())
        if not kind.isdisjoint(("if", "that", "which")):
            return False  # in a clause of its own the conditional may be somebody else's again
        if "report" in kind:
            around = [kinds.get(other, frozenset()) for other in words[max(0, at - 1) : at + 3]]
            return not any(other & _OWN for other in around)
    return False


def speech_kind(found: Passage, candidate: Candidate, quoted: Sequence[bool]) -> SpeechKind:
    """All in marks, none of it, or a part; marks around one word make nothing mixed. A dash of dialogue is a mark too."""
    if all(quoted) or (candidate.rule == "verb.incise" and dialogue(found.text, found.span) == candidate.content[0].start):
        return _DIRECT
    if any(quoted):
        return _MIXED
    if not found.marked:
        return _INDIRECT
    tokens = [at for span in candidate.content for at in found.quoted(found.at(span.start), found.at(span.end))]
    return _MIXED if any(found.quoted_words(at) >= 2 for at in tokens) else _INDIRECT


def is_quoted(found: Passage, span: Span) -> bool:
    """Does a span stand in marks? One outside the passage is a quotation that goes on there."""
    if not found.span.covers(span):
        return True
    if not found.marked:
        return False
    quote = found.quote_at.get(found.before(span.start) - 1)
    return quote is not None and quote.outer.covers(span)


def is_anaphoric(found: Passage, candidate: Candidate) -> bool:
    """Does the content only point back: "cette information", "ces accusations"?"""
    if candidate.rule in ("verb.pointed", "verb.alone"):
        return True
    span = candidate.content[0]
    first = found.at(span.start)
    if len(candidate.content) > 1 or "pointer" not in found.kinds[first]:
        return False
    end = found.at(span.end)
    return found.words(first, end) <= 3 and not has_finite(found, first, end)
