"""What stands between a subject and its verb: dashes, an adjunct between commas, a relative clause."""

from selon.attribute.forms import has_finite, is_hyphen
from selon.attribute.stretches import BREAKS, clause_start, has_main
from selon.attribute.tokens import NAME_WORDS, Passage

DASHES = frozenset("–—-")
_INSERTED = 30  # tokens between dashes
GOVERNING = ("preposition", "to", "of", "by", "without")  # kinds


def before_dashes(found: Passage, end: int, first: int) -> int | None:
    """The first of two dashes around what stands between a subject and its verb: "Mr Orme - who was mayor then - said".

    An apposition stands there behind a name only: "Ada Bry — a former aide — said".
    """
    if found.form(end - 1) not in DASHES or is_hyphen(found, end - 1):
        return None
    behind = end - 3 if found.form(end - 2) in DASHES else end - 2  # "--" is one
    opened = next(
        (at for at in range(behind, max(first, end - _INSERTED), -1) if found.form(at) in DASHES and not is_hyphen(found, at)), None
    )
    if opened is not None and found.form(opened - 1) in DASHES:
        opened -= 1
    if opened is None or not found.is_word(opened - 1):
        return None
    begin = opened + 2 if found.form(opened + 1) in DASHES else opened + 1
    if found.has(begin, "who", "which"):
        return opened
    if has_main(found, begin, behind + 1) or any(found.quoted_words(at) > NAME_WORDS for at in found.quoted(begin, end - 1)):
        return None
    named = found.is_capital(opened - 1) and (found.is_capital(opened - 2) or "title" in found.kinds[opened - 2])
    inside = found.lexicon.order.analytic and not has_finite(found, max(first, opened - _INSERTED), opened)
    return opened if inside or (named and "determiner" in found.kinds[begin]) else None


def before_insertion(found: Passage, end: int, first: int) -> int | None:
    """The relative pronoun before an adjunct between commas, the second right before `end`: "le rapport qui, en juin, | relevait"."""
    comma = next((at for at in range(end - 2, max(first, end - 10), -1) if found.forms[at] == ","), None)
    return comma - 1 if comma is not None and "who" in found.kinds[comma - 1] and not has_finite(found, comma, end - 1) else None


def before_relative(found: Passage, end: int, first: int) -> int | None:
    """The comma before a relative clause that a comma closes right before `end`; "that" behind a verb opens what is said and none."""
    opened = False
    for at in range(end - 2, first, -1):
        if found.forms[at] in BREAKS:
            return None
        opens = at + 2 if found.has(at + 1, "and") else at + 1
        if found.forms[at] != "," or opens + 1 >= end:
            continue
        if found.has(opens, "who", "which") or _is_apposed(found, at, end, first):
            return at
        if not opened and found.has(opens, "that"):
            if not has_main(found, clause_start(found, at, first), at):
                return at
            opened = True  # "a estimé lundi, que …"
    return None


def _is_apposed(found: Passage, comma: int, end: int, first: int) -> bool:
    """Does what somebody is, with a relative clause, stand behind a comma: "Ada Bry, | head of a group that has sued the port, said"?"""
    opens = comma + 1
    if not found.lexicon.order.analytic or not found.has(opens, "determiner") or not found.is_word(comma - 1):
        return False
    relative = next((at for at in range(opens + 1, end - 1) if found.has(at, "who", "which", "that") or found.forms[at] == ","), None)
    if relative is None or found.forms[relative] == "," or not has_finite(found, relative, end - 1):
        return False
    return not has_finite(found, opens, relative) and not has_main(found, clause_start(found, comma, first), comma)


def inside_relative(found: Passage, start: int, end: int) -> int | None:
    """Where the subject of a relative clause begins that a preposition and its pronoun open: "la maire, à qui | les gardes reprochent"."""
    inside = found.lexicon.order.analytic  # "a letter in which | the mayor says"
    for at in range(end - 3, start - 1, -1) if inside else range(start, min(start + 1, end - 2)):
        if found.has(at, *GOVERNING) and found.has(at + 1, "who", "which"):
            return at + 2 if not has_finite(found, at + 2, end) else None
    return None
