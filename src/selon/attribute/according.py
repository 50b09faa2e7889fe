"""Candidates for source prepositions: "selon X, …", "… , selon X", "… , selon X, …", "de source …".

The phrase covers its own clause. What names no source ("selon la saison") stands in the table `unless`.
Not done yet: "pour X, …" is taken only where a clause begins, before a name, a role or a pronoun.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from selon.attribute.antecedents import antecedent
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, is_clause, trimmed, whole
from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import PARTICIPLE, lexicon
from selon.attribute.named import named, names_somebody, past_wording
from selon.attribute.sources import main_subject
from selon.attribute.stretches import clause_start
from selon.attribute.tokens import Passage
from selon.attribute.whom import of_whom
from selon.languages import Language, load
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span

_DESCRIBED = 5  # tokens from a comma to the phrase, where nothing but a participle or an adjective stands between


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
                yield _candidate(found, row, said.source, found.span_of(begin, after + 1), (said.content,), "initial", f"stop.{said.stop}")
            continue
        if after >= end or found.after(found.lexicon.unless, after) is not None or (row.keeps and _is_told(found, after - 1, chosen)):
            continue
        if row.where == "quoted":
            yield from _cried(found, row, begin, after, first, end)
            continue
        if row.where == "any" and (told := next((one for one in chosen if _tells(found, one, match.start() + shift)), None)) is not None:
            source, _ = named(found, row, after, end, initial=False)
            if source is not None:
                yield _candidate(found, row, source, found.span_of(begin, after), told.content, "within")
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
        yield _candidate(found, row, source, found.span_of(begin, after), (content,), "quoted")


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
    source, stop = named(found, row, after, high, initial=initial)
    if source is None or (stop > after + 1 and "first" in found.kinds[stop - 1]):
        return  # "according to the way we | do it"
    cue = found.span_of(begin, after if row.keeps else max(after, past_wording(found, after, high)))
    cue = Span(cue.start, cue.end - len(row.keeps))
    cue = trimmed(found, cue.start, cue.end) or cue
    if initial:
        yield from _initial(found, row, source, cue, stop, high, groups)
    elif (who := _in_relative(found, begin, stop)) is not None:
        yield from _of_antecedent(found, row, source, cue, who, stop, low, high)
    elif (opens := _described(found, begin, low)) is not None:
        yield from _of_somebody(found, row, source, cue, opens, begin, stop, high)
    else:
        yield from _later(found, row, source, cue, begin, stop, low, high, groups)


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


def _candidate(
    found: Passage, row: Preposition, source: Span, cue: Span, content: tuple[Span, ...], where: str, *features: str
) -> Candidate:
    return Candidate(
        rule=f"preposition.{where}",
        source=source,
        cue=cue,
        content=content,
        features=(f"preposition.{where}", f"preposition.{row.where}", *features),
        stance=row.stance,
        reasons=(f"{found.lexicon.code}/prepositions.toml {row.form}",),
        reach=max(source.end, *(span.end for span in content)),
    )


def _initial(found: Passage, row: Preposition, source: Span, cue: Span, stop: int, high: int, groups: list[Cue]) -> Iterator[Candidate]:
    at = stop
    while at < high and not found.is_word(at) and at not in found.quote_at:
        at += 1
    if at >= high or (found.form(stop) != "," and not found.has(at, "determiner", "subject", "title") and not found.is_capital(at)):
        at = _past_comma(found, stop, high)
    at = _past_besides(found, at, high)
    if at >= high:
        return
    end, name = content_end(found, at, high, "clause", groups)
    span = whole(found, at, end)
    if span is not None and found.words(at, end) >= 2:
        yield _candidate(found, row, source, cue, (span,), "initial", f"stop.{name}")


def _past_besides(found: Passage, at: int, high: int) -> int:
    """After relatives and participles that stand between the source and its content: "selon la cour, saisie lundi, …"."""
    while _opens_relative(found, at) or (PARTICIPLE in moods(found, at) and not found.has(at, "determiner", "subject", "auxiliary")):
        comma = next((here for here in range(at, high) if found.forms[here] == ","), None)
        if comma is None or comma + 1 >= high or not is_clause(found, comma + 1, high):
            break
        at = comma + 1
    return at


def _opens_relative(found: Passage, at: int) -> bool:
    """Does a relative pronoun stand behind a comma ("selon la maire, que les gardes accusent, …"), and no word that may also point?"""
    return found.has(at, "who", "which") or (found.has(at, "that") and not found.has(at, "relative_that"))


def _past_comma(found: Passage, at: int, high: int) -> int:
    for here in range(at, min(high, at + 30)):
        if found.forms[here] == ",":
            return here + 1
    return at


def _later(
    found: Passage, row: Preposition, source: Span, cue: Span, begin: int, stop: int, low: int, high: int, groups: list[Cue]
) -> Iterator[Candidate]:
    inner = clause_start(found, begin, low)
    verbless = found.form(stop) == "," and inner < begin and "and" not in found.kinds[inner - 1] and not has_finite(found, inner, begin)
    start = inner if verbless else _clause(found, low, begin)
    left = _left(found, start, begin)
    if left is None:
        return
    right = None
    open_left = _is_unfinished(found, start, begin, stop)
    parted = found.form(stop) == ","
    on = stop + parted
    if on < high and (open_left or (parted and not is_clause(found, start, begin))) and not _opens_relative(found, on):
        end, _ = content_end(found, on, high, "clause", groups)
        of_source = PARTICIPLE in moods(found, on) and not found.has(on, "determiner", "auxiliary")  # "…, selon X, cité par Y"
        right = whole(found, on, end) if open_left or (found.words(on, end) > 1 and not of_source) else None
    content = (left, right) if right else (left,)
    yield _candidate(
        found,
        row,
        source,
        cue,
        content,
        "split" if right else "final",
        *(("final.verbless",) if not has_finite(found, start, begin) else ()),
    )


def _is_unfinished(found: Passage, start: int, begin: int, stop: int) -> bool:
    """Does the clause still wait for its predicate: "ils étaient, selon elle, | trois", "le feu a selon la régie | pris tôt"?"""
    at = _before(found, begin, stop)
    if at is None or at <= start:
        return False
    return found.has(at, "being", "auxiliary", "modal") and is_finite(found, at)


def _before(found: Passage, begin: int, stop: int) -> int | None:
    """The token before a phrase that stands between two commas, or between none."""
    commas = found.form(begin - 1) == ",", found.form(stop) == ","
    return begin - 1 - commas[0] if commas[0] == commas[1] or commas[0] else None


def _in_relative(found: Passage, begin: int, stop: int) -> int | None:
    """The relative pronoun whose verb stands behind the phrase: "le navire qui, selon X, | a coulé", "qui selon lui | a coulé"."""
    who = _before(found, begin, stop)
    if who is None or who < 1 or not found.has(who, "who", "which"):
        return None
    at = stop + (found.form(stop) == ",")
    while found.has(at, "clitic", "reflexive", "not"):
        at += 1
    return who if at in found.quote_at or is_finite(found, at) else None


def _of_antecedent(
    found: Passage, row: Preposition, source: Span, cue: Span, who: int, stop: int, low: int, high: int
) -> Iterator[Candidate]:
    """The reading of "le navire qui, selon X, a coulé": what is said of the noun before, up to the comma."""
    noun = antecedent(found, who, low)
    on = stop + (found.form(stop) == ",")
    close = next((at for at in range(on, high) if found.forms[at] in ",;:"), high)
    rest = whole(found, on, close)
    if noun is None or has_finite(found, found.at(noun.start), who):
        noun = found.span_of(who, who + 1)
    if rest is not None:
        yield _candidate(found, row, source, cue, (noun, rest), "split")


def _described(found: Passage, begin: int, low: int) -> int | None:
    """Where a participle or an adjective opens that stands between a comma and the phrase: "la régie, | accusée selon X de …"."""
    comma = next((at for at in range(begin - 1, max(low, begin - _DESCRIBED), -1) if found.forms[at] == ","), None)
    if comma is None or comma + 1 >= begin or not all(found.is_word(at) for at in range(comma + 1, begin)):
        return None
    opens = PARTICIPLE in moods(found, comma + 1) or "blame" in found.kinds[comma + 1]
    return comma + 1 if opens and not found.has(comma + 1, "determiner", "auxiliary") and not has_finite(found, comma + 1, begin) else None


def _of_somebody(
    found: Passage, row: Preposition, source: Span, cue: Span, opens: int, begin: int, stop: int, high: int
) -> Iterator[Candidate]:
    """The reading of "…, responsable selon X de …": what is said of somebody, up to the comma."""
    if "blame" in found.kinds[opens]:  # its complement is no part of the source
        first = found.at(source.start)
        links = [at for at in range(first + 1, stop) if "of" in found.kinds[at]]
        if len(links) > 1 and (found.is_capital(links[0] + 1) or found.is_capital(links[0] + 2)):
            links = links[1:]  # "selon le ministère de la Mer | de l'accident"
        stop = links[0] if links else stop
        source = found.span_of(first, stop)
    close = next((at for at in range(stop, high) if found.forms[at] in ",;:"), high)
    rest = whole(found, stop, close) if stop < close else None
    content = (found.span_of(opens, begin), *((rest,) if rest is not None else ()))
    yield _candidate(found, row, source, cue, content, "final", "final.verbless")


def _clause(found: Passage, low: int, begin: int) -> int:
    start = low
    for at in range(low, begin):
        if found.forms[at] in (";", ":") or ("but" in found.kinds[at] and at > low and found.form(at - 1) == ","):
            start = at + 1
    return start if found.words(start, begin) >= 2 else low


def _left(found: Passage, start: int, begin: int) -> Span | None:
    stop = begin
    while stop > start and not found.is_word(stop - 1) and stop - 1 not in found.quote_at and found.form(stop - 1) != ")":
        stop -= 1
    quotes = [at for at in range(start, stop) if at in found.quote_at]
    if quotes and not found.loose_words(start, stop):
        return Span(found.quote_at[quotes[0]].inner.start, found.quote_at[quotes[-1]].inner.end)
    return whole(found, start, stop)
