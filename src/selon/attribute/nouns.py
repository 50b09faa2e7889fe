"""Candidates for nouns that carry a content: "l'information selon laquelle …", "la volonté de X de …", "les craintes que …".

Nouns behind a verb that says little ("lancer un appel à") are read in light.py.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from selon.attribute.antecedents import noun_start
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, subordinate_end, whole
from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.framed import is_infinitive
from selon.attribute.lexicon import GENITIVE
from selon.attribute.own_verb import before_own_verb
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.sources import main_subject, subject
from selon.attribute.stretches import clause_start
from selon.attribute.tokens import Passage
from selon.languages import Language, load
from selon.languages.rows.attribute import Noun
from selon.model.span import Span

Links = tuple[list[str], ...]
_SOURCE_WORDS = 14  # of who says what a noun carries, with what tells of them between commas


@cache
def rows(language: Language) -> dict[str, tuple[tuple[Noun, Links], ...]]:
    """The rows of each noun, each with its links as words."""
    found: dict[str, list[tuple[Noun, Links]]] = {}
    for row in language.rows(Noun):
        links = tuple(link.split() for link in row.links)
        for noun in row.nouns:
            found.setdefault(noun, []).append((row, links))
    return {noun: tuple(rows) for noun, rows in found.items()}


def nouns(found: Passage, hands: Sequence[int], first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    """The candidates that begin at `hands`, some of the tokens [first, end)."""
    known = rows(load(found.lexicon.code))
    for at in hands:
        if found.forms[at] in known:
            for row, links in known[found.forms[at]]:
                yield from _read(found, row, links, at, first, end, groups)
                yield from _held(found, row, at, first, end, groups)


def _read(found: Passage, row: Noun, links: Links, at: int, first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    ahead = found.forms[at + 1 : min(end, at + 8)]
    for words in links:
        if words[0] not in ahead:
            continue
        for here in range(at + 1, min(end, at + 8)):
            if found.forms[here] == words[0] and found.forms[here : here + len(words)] == words and _may_link(found, at, here):
                yield from _linked(found, row, at, here, here + len(words), first, end, groups)
                return
            if not found.is_word(here) and found.form(here) != ",":
                break


def _may_link(found: Passage, noun: int, link: int) -> bool:
    """A bare conjunction links only right behind the noun, or behind the noun and its holder: any other is somebody else's."""
    return (
        "that" not in found.kinds[link]
        or link == noun + 1
        or ("of" in found.kinds[noun + 1] and not found.has(link - 1, "never_that", "of"))
    )


def _owner(found: Passage, noun: int, first: int) -> Span | None:
    """Whoever stands before the noun in the genitive: "Orme's claim that …"."""
    at = noun - 1
    while (at > first and "adverb" in found.kinds[at]) or (
        at > first and GENITIVE not in moods(found, at) and noun - at < 3 and found.is_word(at)
    ):
        at -= 1
    if at < first or GENITIVE not in moods(found, at):
        return None
    start = noun_start(found, at + 1, first)
    return found.span_of(start, at + 1)


def _held(found: Passage, row: Noun, at: int, first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    """The reading of "la volonté de X de partir": the holder stands between the noun and the content."""
    begin = at + 2
    if found.forms[at + 1] in row.by:
        yield from _told_by(found, row, at, first, end, groups)
        return
    if not row.opens or not found.has(at + 1, "of", "by") or not _is_somebody(found, at + 1, end):
        return
    opens = next((here for here in range(begin + 1, min(end, begin + 12)) if _opens(found, row, here, end)), None)
    if opens is None or not all(found.is_word(here) and not is_finite(found, here) for here in range(begin, opens)):
        return
    addressed = next((here for here in range(begin + 1, opens) if "to" in row.opens and "to" in found.kinds[here]), opens)
    beyond = opens + 1 if found.has(opens, "that", "against") else opens
    if beyond > opens:
        addressed = beyond
    stop, name = content_end(found, beyond, end, "clause" if "that" in found.kinds[opens] else "object", groups)
    span = whole(found, addressed, stop if "that" in found.kinds[opens] else _before_verb(found, beyond, stop))
    start = at - 1 if at > first and "determiner" in found.kinds[at - 1] else at
    if span is not None:
        yield _candidate(found, row, found.span_of(begin, min(opens, addressed)), found.span_of(start, begin), span, at, f"stop.{name}")


def _told_by(found: Passage, row: Noun, at: int, first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    """The reading of "a warning by the mayor that the pier is old"; "a boat by the pier that sank" has a relative clause."""
    begin = at + 2
    link = next((here for here in range(begin + 1, min(end, begin + _SOURCE_WORDS)) if "that" in found.kinds[here]), None)
    if link is None or is_finite(found, link + 1) or not all(_may_be_source(found, here) for here in range(begin, link)):
        return
    commas = [here for here in range(begin, link) if found.form(here) == ","]
    if (commas and commas[-1] != link - 1) or len(commas) == 1:
        return
    named = any(found.is_capital(here) or found.has(here, "role", "title") for here in range(begin, link))
    if "by" not in found.kinds[at + 1] and not named:
        return  # "an accusation from years ago that"
    start = at
    while start > first and found.has(start - 1, "determiner"):
        start -= 1
    stop, name = content_end(found, link + 1, subordinate_end(found, start, link + 1, first, end), "clause", groups)
    stop = stop if has_finite(found, first, start) else before_own_verb(found, link + 1, stop)
    span = whole(found, link + 1, stop)
    close = commas[-1] if commas else phrase_end(found, begin, link)
    if span is not None and close > begin and found.words(link + 1, stop) >= 2:
        yield _candidate(found, row, found.span_of(begin, close), found.span_of(start, begin), span, at, f"stop.{name}", "noun.by")


def _may_be_source(found: Passage, at: int) -> bool:
    return (found.is_word(at) or found.form(at) == ",") and not is_finite(found, at) and not found.has(at, "who", "which", "that", "and")


def _opens(found: Passage, row: Noun, at: int, end: int) -> bool:
    return found.has(at, *row.opens) and (found.has(at, "that", "against") or is_infinitive(found, at + 1, end))


def _before_verb(found: Passage, at: int, end: int) -> int:
    """The content ends where the sentence's own verb comes: "l'appel de X à partir | a été suivi"."""
    return next((here for here in range(at + 2, end) if is_finite(found, here) and not found.has(here - 1, "who", "that", "subject")), end)


def _is_somebody(found: Passage, of: int, end: int) -> bool:
    at = of + 1
    while at < end and "determiner" in found.kinds[at]:
        at += 1
    return at < end and (found.is_capital(at) or found.has(at, "role", "title") or "role" in found.kinds[at + 1])


def _candidate(found: Passage, row: Noun, source: Span | None, cue: Span, content: Span, at: int, *features: str) -> Candidate:
    return Candidate(
        rule="noun",
        source=source,
        cue=cue,
        content=(content,),
        features=("noun", f"noun.{row.source}", *features),
        stance=row.stance,
        reasons=(f"{found.lexicon.code}/nouns.toml {found.forms[at]}",),
        reach=content.end,
    )


def _linked(found: Passage, row: Noun, at: int, link: int, begin: int, first: int, end: int, groups: list[Cue]) -> Iterator[Candidate]:
    start = at
    while start > max(first, clause_start(found, at, first)) and found.has(start - 1, "determiner", "adverb"):
        start -= 1
    limit = subordinate_end(found, start, begin, first, end)
    stop, name = content_end(found, begin, limit, "clause", groups)
    stop = stop if has_finite(found, first, start) else before_own_verb(found, begin, stop)
    span = whole(found, begin, stop)
    source: Span | None = None
    owned: tuple[str, ...] = ()
    if row.source == "itself":
        source = found.span_of(start, link)
    elif row.source == "subject":
        if not found.has(start - 1, "to", "preposition"):
            return  # a motif on a cloth
        source, start = main_subject(found, first, at), start - 1
    elif row.source == "holder" and (owner := _owner(found, at, first)) is not None:
        source, start, owned = owner, at, ("noun.owner",)
    elif row.source == "holder":
        source = _holder(found, at, link, start, first)
    if row.source == "itself":
        cue_start, cue_end = link, begin
    elif row.source == "holder" and source is not None:
        cue_start, cue_end = start, found.at(source.start) if source.start > found.starts[at] else link
    else:
        cue_start, cue_end = start, link
    if span is not None and found.words(begin, stop) >= 2:
        yield _candidate(found, row, source, found.span_of(cue_start, cue_end), span, at, f"stop.{name}", *owned)


def _holder(found: Passage, noun: int, link: int, start: int, first: int) -> Span | None:
    """Whose a noun is that has an article: "les craintes du maire que …", "le maire a la conviction que …"."""
    by = next((here for here in range(noun + 1, link - 1) if found.has(here, "of", "by")), None)
    if by is not None:
        return found.span_of(by + 1, max(by + 2, phrase_end(found, by + 1, link)))
    has = start > first and "auxiliary" in found.kinds[start - 1] and is_finite(found, start - 1)
    return subject(found, start - 1, first) if has else None
