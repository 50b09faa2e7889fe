"""The readings of one sentence behind those of the sentences before it: a quotation that simply goes on may be one relation with theirs."""

import re
from dataclasses import replace

from selon.attribute.choose import Candidate
from selon.attribute.citing import RULE as CITES
from selon.attribute.tokens import Passage
from selon.model.span import Span

_BEHIND = frozenset({"verb.incise", "verb.straight"})  # readings whose content stands before the verb
_SPEAKING = _BEHIND | {"verb.that", "verb.colon"}  # readings of which the same breath may go on
_WORDS = 4  # quoted words in a content that is mixed, of somebody who is quoted on
_LOOKED_AT = 4  # readings before a sentence; whoever is cited between them says nothing of his own
_CLOSING = ".!?…"
_MARKS = 3  # characters behind a quotation in which its sentence ends: " »."
_INSERTED = re.compile(r", ([^,.;:!?…]{4,60})(?=[,.])")  # between two commas, or a comma and the end of a sentence
_GAP = 220  # characters between a reading and a quotation that goes on: the rest of its sentence


def add(told: list[Candidate], fresh: list[Candidate], found: Passage) -> None:
    """The readings of one sentence behind those of the sentences before it."""
    spoken = [at for at in range(max(0, len(told) - _LOOKED_AT), len(told)) if told[at].rule != CITES][-2:]
    if spoken and (place := _quoted_before(found, [told[at] for at in spoken], fresh[0])) is not None:
        place = spoken[place]
        told[place] = replace(told[place], content=told[place].content + fresh[0].content, reach=fresh[0].reach)
        del fresh[0]
    elif found.lexicon.weights.get("floating.apart", 0.0) < 0:
        fresh = [one for one in fresh if one.rule != "floating.alone" or one.cue is not None]  # the paragraph before announces it
    told += fresh


def _quoted_before(found: Passage, told: list[Candidate], after: Candidate) -> int | None:
    """The reading that a quotation goes on with: the last, or the one before by the same speaker ("“A,” said X, who added B. “C”")."""
    if _goes_on(found, told[-1], after):
        return len(told) - 1
    if len(told) < 2 or told[-1].source is None or told[-2].source is None:
        return None
    if not told[-1].source.overlaps(told[-2].source) and not _is_dependent(found, told[-2], told[-1]):
        return None
    return len(told) - 2 if _goes_on(found, replace(told[-2], reach=told[-1].reach), after) else None


def _is_dependent(found: Passage, main: Candidate, inside: Candidate) -> bool:
    """Does a reading stand in a clause that tells when somebody said what is quoted: "“A,” said X after Y denied it. “B”"?"""
    if main.rule not in _BEHIND or main.cue is None or inside.cue is None or inside.cue.start < main.reach:
        return False
    begin, end = found.at(max(main.reach, main.cue.end)), found.at(inside.cue.start)
    opens = next((at for at in range(begin, end) if found.has(at, "who", "which", "subordinator", "clausal")), None)
    return (
        opens is not None
        and all(found.is_word(at) or found.forms[at] == "," for at in range(begin, end))
        and not any(found.has(at, "and", "but", "while") for at in range(begin, opens + 1))
    )


def _goes_on(found: Passage, before: Candidate, after: Candidate) -> bool:
    """Does a quotation simply go on: "« A », a dit X. « B »"? Whether that is one relation or two, weights.toml says.

    "join.next": one; "join.breath": one where nothing stands between, "« A », a dit X dans un entretien. « B »" is two.
    """
    weights = found.lexicon.weights
    if after.rule != "floating.alone" or before.cue is None or after.content[0].start < before.reach:
        return False
    gap = found.text[before.reach : after.content[0].start]
    breath = weights.get("join.breath", 0.0) > 0 and not any(mark.isalnum() for mark in gap) and _is_one_voice(found, after.content[0])
    breath = breath and before.rule in _SPEAKING
    further = weights.get("join.next", 0.0) > 0
    if len(gap) > _GAP or not (breath or further):
        return False
    last = before.content[-1]
    if found.quote_at.get(found.before(last.start) - 1) is not None:
        return True
    if not further and not _is_quoted_whole(found, last):
        return False
    return before.rule in _BEHIND and any(found.quoted_words(at) >= _WORDS for at in found.quoted(found.at(last.start), found.at(last.end)))


def _is_quoted_whole(found: Passage, content: Span) -> bool:
    """Not "À Norr, « le bac a coulé »", in the narrator's words as well."""
    quotes = (found.quote_at[at] for at in found.quoted(found.at(content.start), found.at(content.end)))
    return any(quote.inner.start <= content.start and content.end <= quote.inner.end for quote in quotes)


def _is_one_voice(found: Passage, quoted: Span) -> bool:
    """A whole sentence, no heading, into which nobody else is put: not "« Il faut un pont, toussote Ada Bry, et vite. »"."""
    text, kinds = found.text, found.lexicon.kinds
    if not any(mark in text[quoted.end - 1 : quoted.end + _MARKS] for mark in _CLOSING):
        return False
    for inserted in _INSERTED.finditer(text, quoted.start, quoted.end):
        words = inserted.group(1).split()
        if len(words) < 2 or not words[0].islower() or kinds.get(words[0]):
            continue
        if words[1][0].isupper() or (len(words) > 2 and "determiner" in kinds.get(words[1], ()) and "role" in kinds.get(words[2], ())):
            return False
    return True
