"""What in a statement lays something at somebody's door: words that accuse, and measures with the charge they are taken for.

A word that only mentions accusations told elsewhere ("these allegations", "the accused") tells none.
"""

import re

from selon.languages import Language
from selon.model.span import Span
from selon.trace.markers import markers
from selon.trace.statements import Statement

_CLAUSE = re.compile(r"[^,;:.!?()\n]+")  # what no mark parts
_CLAUSE_CHARS = 80  # behind a noun for an accusation, within which a clause opens that says what it tells
_BEFORE_CHARS = 25  # before a word that accuses, within which it stands that it is of an affair before


def blames(one: Statement, language: Language) -> bool:
    """Does a statement accuse, in its own words or in how it is told ("Ruritania accuses the port of …")?"""
    return any(bool(accusing(one.text, span, language)) for span in (one.span, *one.telling))


def charges(one: Statement, language: Language) -> bool:
    """Does a statement tell that somebody is held or tried, and for what?"""
    return is_charged(one.text, one.span, language)


def accusing(text: str, span: Span, language: Language) -> list[Span]:
    """The words of a stretch that accuse and do not only mention an accusation."""
    found = markers("accusation", text, span, language)
    if not found:
        return []
    only_named = [*markers("accused", text, span, language), *_mentions(text, span, language)]
    return [one for one in found if not any(one.overlaps(other) for other in only_named)]


def is_charged(text: str, span: Span, language: Language) -> bool:
    """Does a stretch accuse of something, or tell a measure and what it is taken for, and nothing of an affair before this one?"""
    accused = [one for one in accusing(text, span, language) if not _is_former(text, one, span, language)]
    if accused and any(markers(kind, text, Span(accused[0].start, span.end), language) for kind in ("charge", "of what")):
        return True
    measures = [one for one in markers("measure", text, span, language) if not _is_former(text, one, span, language)]
    return bool(measures) and bool(markers("charge", text, Span(measures[0].start, span.end), language))


def opens_before(text: str, span: Span, language: Language) -> bool:
    """Is the first thing laid at somebody's door in a stretch of an affair before the one that is told?"""
    first = min([*accusing(text, span, language), *markers("measure", text, span, language)], default=None)
    return first is not None and _is_former(text, first, span, language)


def _is_former(text: str, word: Span, span: Span, language: Language) -> bool:
    """Does it stand right before a word that it is of an affair before ("had already been arrested")?"""
    before = Span(max(span.start, word.start - _BEFORE_CHARS), word.start) if span.start < word.start else None
    return before is not None and bool(markers("former", text, before, language))


def _mentions(text: str, span: Span, language: Language) -> list[Span]:
    """The pointing words for an account that say nothing of what it tells ("the allegations", not "the allegations of theft")."""
    return [one for one in markers("anaphor", text, span, language) if not _says_of_what(text, one.end, language)]


def _says_of_what(text: str, start: int, language: Language) -> bool:
    """Does a word stand right behind that opens what it is of, or in the same clause one that opens what it tells?"""
    clause = _CLAUSE.match(text, start, start + _CLAUSE_CHARS)
    words = re.match(r"\s*\S+", clause[0]) if clause else None
    if clause is None or words is None:
        return False
    first, all_of_it = Span(start, start + words.end()), Span(start, clause.end())
    return any(markers(kind, text, first, language) for kind in ("complement", "of what")) or bool(
        markers("complement", text, all_of_it, language)
    )
