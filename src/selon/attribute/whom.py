"""Whom a relative pronoun behind a preposition stands for: "Ada Bry, selon qui le pont est fermé"."""

from typing import NamedTuple

from selon.attribute.antecedents import antecedent
from selon.attribute.contents import content_end, trimmed, whole
from selon.attribute.cue import Cue
from selon.attribute.named import names_somebody
from selon.attribute.tokens import Passage
from selon.model.span import Span


class Told(NamedTuple):
    """Who says something, what, and why it ends there."""

    source: Span
    content: Span
    stop: str


def of_whom(found: Passage, begin: int, pronoun: int, low: int, high: int, groups: list[Cue]) -> Told | None:
    """What is told on the word of whoever stands before the comma.

    Args:
        found: the sentence.
        begin: the token that opens the preposition.
        pronoun: the relative pronoun behind it.
        low: where the clause of both begins at most.
        high: and where it ends.
        groups: the cues of the sentence.
    """
    parted = found.form(begin - 1) == ","
    noun = antecedent(found, begin, low) if begin - 1 > low and (parted or _ends_name(found, begin)) else None
    if noun is None or "and" in found.kinds[found.at(noun.start) - 1]:  # "for the North and | the South, according to whom"
        return None
    start = _somebody(found, found.at(noun.start), begin - parted)
    if start is None or found.words(pronoun + 1, high) < 2:
        return None
    end, stop = content_end(found, pronoun + 1, high, "clause", groups)
    source, content = trimmed(found, found.starts[start], found.end(begin - 1 - parted)), whole(found, pronoun + 1, end)
    return Told(source, content, stop) if source is not None and content is not None and found.words(pronoun + 1, end) > 1 else None


def _ends_name(found: Passage, at: int) -> bool:
    """Does a full name end right before a token: "Ada Bry | selon qui"?"""
    return found.is_capital(at - 1) and found.is_capital(at - 2) and not found.has(at - 2, "determiner")


def _somebody(found: Passage, first: int, end: int) -> int | None:
    """Where in a noun phrase begins who it names: "dans la lignée de | Ada Bry"; None where it names nobody."""
    opened = (first, *(at + 1 for at in range(first, end - 1) if "of" in found.kinds[at]))
    named = next((at for at in opened if names_somebody(found, at)), None)
    return first if named is None and any(map(found.is_capital, range(first + 1, end))) else named
