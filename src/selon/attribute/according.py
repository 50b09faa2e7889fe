"""Candidates for source prepositions: "selon X, …", "… , selon X", "… , selon X, …", "de source …".

The phrase covers its own clause. What names no source ("selon la saison") stands in the table `unless`.
Not done yet: "pour X, …" is taken only where a clause begins, before a name, a role or a pronoun.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from selon.attribute.choose import Candidate
from selon.attribute.contents import trimmed
from selon.attribute.cue import Cue
from selon.attribute.leading import leading
from selon.attribute.lexicon import lexicon
from selon.attribute.named import named, names_somebody, past_wording
from selon.attribute.phrasing import reading
from selon.attribute.sources import main_subject
from selon.attribute.stretches import clause_start
from selon.attribute.tokens import Passage
from selon.attribute.told_of import described, in_relative, of_antecedent, of_somebody
from selon.attribute.trailing import trailing, waits_behind
from selon.attribute.whom import of_whom
from selon.languages import Language, load
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span


@cache
def _opened(language: Language) -> tuple[dict[str, re.Pattern[str]], dict[str, Preposition]]:
    """The prepositions by the token that opens them; and the row of each form."""
    opened = {
        first: re.compile(rf"(?<![\w'-])(?:{'|'.join(_body(row.form) for row in rows)})", re.IGNORECASE)
        for first, rows in lexicon(language).prepositions.items()
    }
    return opened, {row.form: row for row in language.rows(Preposition)}


def _body(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+") + (r"(?=\s*\w)" if form.endswith("'") else r"(?![\w-])")


def prepositions(found: Passage, hands: Sequence[int], end: int) -> Iterator[tuple[re.Match[str], Preposition]]:
    """The prepositions that begin at some tokens before `end`: where each stands in `found.plain`, and its row."""
    opened, rows = _opened(load(found.lexicon.code))
    forms, past, stop = found.forms, 0, found.end(end - 1) - found.origin
    for at in hands:
        if (pattern := opened.get(forms[at])) is None:
            continue
        start = found.starts[at] - found.origin
        if start >= past and (match := pattern.match(found.plain, start, stop)):
            past = match.end()
            yield match, rows[" ".join(match.group().lower().split())]


def according(
    found: Passage,
    hands: Sequence[int],
    first: int,
    end: int,
    groups: list[Cue],
    limits: list[tuple[int, int]],
    chosen: Sequence[Candidate] = (),
) -> Iterator[Candidate]:
    """The candidates that begin at `hands`; `limits` are contents (as tokens) that a phrase inside them does not leave.

    A phrase between the cue and the content of a reading already `chosen` tells that same content.
    """
    shift = found.origin
    for match, row in prepositions(found, hands, end):
        begin, after = found.at(match.start() + shift), found.at(match.end() + shift)
        if after < end and "whom" in found.kinds[after] and (row.where == "any" or _has_spoken(found, begin, chosen)):
            if (said := of_whom(found, begin, after, *_limits(begin, first, end, limits), groups)) is not None:
                yield reading(found, row, said.source, found.span_of(begin, after + 1), (said.content,), "initial", f"stop.{said.stop}")
            continue
        if after >= end or found.after(found.lexicon.unless, after) is not None:
            continue
        if row.keeps and (_is_told(found, after - 1, chosen) or "and" in found.kinds[begin - 1]):
            continue  # "un réseau de bateliers et de sources sûres"
        if row.where == "quoted":
            yield from _cried(found, row, begin, after, first, end)
            continue
        if row.where == "any" and (told := next((one for one in chosen if _tells(found, one, match.start() + shift)), None)) is not None:
            source, _ = named(found, row, after, end, initial=False)
            if source is not None:
                yield reading(found, row, source, found.span_of(begin, after), told.content, "within")
            continue
        low, high = _limits(begin, first, end, limits)
        yield from _readings(found, row, begin, after, low, high, groups)


def _has_spoken(found: Passage, begin: int, chosen: Sequence[Candidate]) -> bool:
    """As in "« Il tiendra », dit Ada Bry, pour qui …": does the source of another reading stand right before the comma?"""
    if found.form(begin - 1) != ",":
        return False
    end = found.end(begin - 2)
    return any(one.source is not None and one.cue is not None and one.source.end == end for one in chosen)


def _cried(found: Passage, row: Preposition, begin: int, after: int, first: int, end: int) -> Iterator[Candidate]:
    """The reading of "X ont défilé aux cris de « … »": the quotation is the words of the sentence's subject."""
    stop = found.chain(after, end)
    source = (main_subject(found, first, begin) or main_subject(found, stop, end)) if stop > after else None
    if source is not None:
        content = Span(found.quote_at[after].inner.start, found.quote_at[stop - 1].inner.end)
        yield reading(found, row, source, found.span_of(begin, after), (content,), "quoted")


def _is_told(found: Passage, at: int, chosen: Sequence[Candidate]) -> bool:
    """Is the source of the phrase another reading's already ("explique-t-on de même source")?"""
    return any(one.source is not None and one.source.start <= found.starts[at] < one.source.end for one in chosen)


def _tells(found: Passage, told: Candidate, offset: int) -> bool:
    """Does a phrase tell what a reading says: between its cue and its content, or right behind "« … », a dit X"?"""
    if told.cue is None:
        return False
    if told.cue.end <= offset < told.content[0].start:
        return True
    behind = told.source is not None and told.source.end <= offset and not found.text[told.source.end : offset].strip()
    return behind and told.content[-1].end <= told.cue.start


def _limits(begin: int, first: int, end: int, limits: list[tuple[int, int]]) -> tuple[int, int]:
    for low, high in reversed(limits):
        if low <= begin < high:
            return low, high
    return first, end


def _readings(found: Passage, row: Preposition, begin: int, after: int, low: int, high: int, groups: list[Cue]) -> Iterator[Candidate]:
    if row.where == "initial" and (found.forms[after].isnumeric() or not names_somebody(found, after)):
        return  # "pour entrer", as most are
    low = begin if row.where != "initial" and _opens_sentence(found, begin, low) else low
    start = clause_start(found, begin, low)
    cut_off = start > low and (start - 1 in found.quote_at or (start == begin and found.form(begin - 1) == ","))
    initial = not cut_off and _is_lead(found, start, begin)
    if row.where == "initial" and not (initial and (start == low or "but" in found.kinds[start - 1])):
        return
    waits = found.form(begin - 1) == "," and waits_behind(found, begin - 2, low)
    source, stop = named(found, row, after, high, initial=initial, waits=waits)
    if source is None or (stop > after + 1 and "first" in found.kinds[stop - 1]):
        return  # "according to the way we | do it"
    cue = found.span_of(begin, after if row.keeps else max(after, past_wording(found, after, high)))
    cue = Span(cue.start, cue.end - len(row.keeps))
    cue = trimmed(found, cue.start, cue.end) or cue
    if initial:
        yield from leading(found, row, source, cue, stop, high, groups)
    elif (who := in_relative(found, begin, stop)) is not None:
        yield from of_antecedent(found, row, source, cue, who, stop, low, high)
    elif (opens := described(found, begin, low)) is not None:
        yield from of_somebody(found, row, source, cue, opens, begin, stop, high)
    else:
        yield from trailing(found, row, source, cue, begin, stop, low, high, groups)


def _opens_sentence(found: Passage, begin: int, low: int) -> bool:
    """Has the phrase a capital behind a word without one: a heading without its full stop stands before it ("Le bac coule Selon X, …")?"""
    return begin > low and found.is_capital(begin) and found.is_word(begin - 1) and not found.is_capital(begin - 1)


def _is_lead(found: Passage, start: int, begin: int) -> bool:
    """Nothing but words that link stands before the phrase: "toujours selon X", "mais, selon X"."""
    while start < begin:
        after = found.after(found.lexicon.aside, start)
        if after is None and (not found.is_word(start) or found.has(start, "adverb", "and", "but", "subordinator", "that")):
            after = start + 1
        if after is None or start in found.quote_at:
            return False
        start = after
    return True
