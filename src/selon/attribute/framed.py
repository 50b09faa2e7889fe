"""What the readings of a cue have in common: a frame with its content, and what may open one."""

from collections.abc import Iterator

from selon.attribute.forms import moods
from selon.attribute.lexicon import INFINITIVE
from selon.attribute.place import Place, reach
from selon.attribute.tokens import Passage
from selon.model.span import Span

_LEADING = frozenset({"clitic", "reflexive", "not", "adverb"})  # kinds of the words that may stand before an infinitive

_COUNTING = frozenset({"comparative", "of", "to"})  # kinds of the words that may stand before a number
_DEGREE = 3  # tokens

Framed = tuple[str, tuple[Span, ...], tuple[str, ...]]  # frame, content, features


def framed(place: Place, begin: int, shape: str, frame: str, *, past: int | None = None) -> Iterator[Framed]:
    """The content that begins at a token, when there is one, and when it reaches past another token."""
    content, features = reach(place, begin, shape)
    if content and (past is None or content[-1].end > place.found.starts[past]):
        yield frame, content, features


def is_infinitive(found: Passage, at: int, end: int) -> bool:
    """Does an infinitive begin here, with its clitics and its negation?"""
    if "mark_infinitive" in found.kinds[at - 1]:
        return (
            at < end and found.is_word(at) and "determiner" not in found.kinds[at] and not found.is_capital(at) and at not in found.quote_at
        )
    kinds = found.kinds
    while at < end and (not kinds[at].isdisjoint(_LEADING) or _is_no_more(found, at)) and "of" not in kinds[at]:
        at += 1
    return at < end and INFINITIVE in moods(found, at) and ("determiner" not in kinds[at - 1] or "clitic" in kinds[at - 1])


def _is_no_more(found: Passage, at: int) -> bool:
    """The second half of "ne plus", "ne rien" before an infinitive."""
    if "not" not in found.kinds[at - 1]:
        return False
    return "comparative" in found.kinds[at] or (INFINITIVE in moods(found, at + 1) and "impersonal" in found.kinds[at])


def opens_object(found: Passage, at: int) -> bool:
    """May a noun phrase begin here?"""
    return (
        at in found.quote_at
        or found.has(at, "determiner", "title", "someone")
        or (found.is_capital(at) and found.is_word(at))
        or found.form(at)[:1].isdigit()
        or is_count(found, at)
    )


def is_count(found: Passage, at: int) -> bool:
    """As in "au moins | 126", "plus de | cent": do words of degree alone stand before a number?"""
    for here in range(at, at + _DEGREE):
        if found.form(here)[:1].isdigit():
            return here > at + ("to" in found.kinds[at])
        if found.kinds[here].isdisjoint(_COUNTING) or here in found.quote_at:
            return False
    return False
