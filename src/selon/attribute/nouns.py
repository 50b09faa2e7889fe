"""Candidates for nouns that carry a content: "l'information selon laquelle …", "la volonté de X de …".

Not done yet: nouns with a light verb ("lancer un appel à") and bare nouns ("les accusations de X").
"""

from collections.abc import Iterator
from functools import cache

from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, subordinate_end, whole
from selon.attribute.cues import Cue
from selon.attribute.sources import clause_start, phrase_end
from selon.attribute.tokens import Passage
from selon.languages import Language, load
from selon.languages.rows.attribute import Noun


@cache
def _rows(language: Language) -> dict[str, tuple[Noun, ...]]:
    found: dict[str, list[Noun]] = {}
    for row in language.rows(Noun):
        for noun in row.nouns:
            found.setdefault(noun, []).append(row)
    return {noun: tuple(rows) for noun, rows in found.items()}


def nouns(found: Passage, first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    """The candidates among the tokens [first, end)."""
    rows = _rows(load(found.lexicon.code))
    for at in range(first, end):
        for row in rows.get(found.forms[at], ()):
            yield from _read(found, row, at, first, end, groups)


def _read(found: Passage, row: Noun, at: int, first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    for link in row.links:
        words = link.split()
        for here in range(at + 1, min(end, at + 8)):
            if [found.form(here + n) for n in range(len(words))] == words:
                yield from _linked(found, row, at, here, here + len(words), first, end, groups)
                return
            if not found.is_word(here) and found.form(here) != ",":
                break


def _linked(found: Passage, row: Noun, at: int, link: int, begin: int, first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    start = at
    while start > max(first, clause_start(found, at, first)) and found.has(start - 1, "determiner", "adverb"):
        start -= 1
    limit = subordinate_end(found, start, begin, first, end)
    stop, name = content_end(found, begin, limit, "clause", groups)
    span = whole(found, begin, stop)
    source = None
    if row.source == "itself":
        source = found.span_of(start, link)
    elif row.source == "holder" and (by := next((here for here in range(at + 1, link - 1) if found.has(here, "of", "by")), None)):
        source = found.span_of(by + 1, max(by + 2, phrase_end(found, by + 1, link)))
    cue_start, cue_end = (link, begin) if row.source == "itself" else (start, found.at(source.start) if source else at + 1)
    if span is not None and found.words(begin, stop) >= 2:
        yield Candidate(
            rule="noun",
            source=source,
            cue=found.span_of(cue_start, cue_end),
            content=(span,),
            features=("noun", f"noun.{row.source}", f"stop.{name}"),
            stance=row.stance,
            reasons=(f"{found.lexicon.code}/nouns.toml {found.forms[at]}",),
            reach=span.end,
        )
