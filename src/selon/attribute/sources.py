"""The noun phrases before a verb that a content can be from.

subject      the region back to the clause's beginning is cut at its commas; adjuncts in front fall away, appositions stay, relatives and
             participles between commas stay out
antecedent   before "qui"
main_subject the subject of the sentence, for cues that have none of their own
Not done yet: noun phrases are told by what stands around them, so a place without a preposition may be taken for a source.
"""

from functools import cache

from selon.attribute.forms import has_finite, is_finite, is_hyphen, moods
from selon.attribute.known import Known
from selon.attribute.lexicon import GERUND, INFINITIVE, PARTICIPLE, Lexicon
from selon.attribute.masks import QUOTES
from selon.attribute.tokens import Passage
from selon.model.span import Span

_LONGEST = 240  # characters: longer noun phrases are misread clauses (the longest source in fr_dev has 187)
_HOLDING = frozenset({"determiner", "of", "to", "preposition"})  # kinds of the words before a quotation that is a part of the phrase
_SAID_WORDS = 3  # in marks, opening in lower case: no name
_LINKS = frozenset({"and", "but", "adverb", "day"})  # kinds of the words that link a stretch to what stands before it
_LINKING = frozenset({"and", "but", "adverb", "day", "subordinator"})  # and of those in front of a phrase that are no part of it
_GOVERNS = frozenset({"preposition", "subordinator", "of", "to", "by", "without", "if", "as"})  # and of those that open an adjunct
_DEPENDENT = frozenset({GERUND, PARTICIPLE})
_PARTING = frozenset({",", "(", ")"})
_BREAKS = frozenset(";:?!•|…")
_OPENS = frozenset({"that", "subordinator", "but", "if", "and"})  # words that may open a clause
_NOTHING: frozenset[str] = frozenset()
_BINDS = frozenset({"who", "which", "that"})


def clause_start(found: Passage, at: int, first: int) -> int:
    """The first token of the clause that a token stands in, not before `first`."""
    depth, forms, opening = 0, found.forms, _opening(found.lexicon)
    for before in range(at - 1, first - 1, -1):
        form = forms[before]
        if not opening[form]:
            continue  # a word that opens no clause, as most are
        if form == ")":
            depth += 1
        elif form == "(":
            if depth == 0:
                return before + 1
            depth -= 1
        elif depth == 0 and _opens_clause(found, before, at, first):
            return before + 1
    return first


@cache
def _opening(lexicon: Lexicon) -> Known:
    """Of each form: may a clause begin behind it? Behind marks, quotations, and some kinds of words."""
    return Known(lambda form: not form.isalpha() or form[0] in QUOTES or not lexicon.kinds.get(form, _NOTHING).isdisjoint(_OPENS))


def _opens_clause(found: Passage, before: int, at: int, first: int) -> bool:
    form, kinds = found.forms[before], found.kinds[before]
    if form in _BREAKS or (form in "–—-" and form) or form in (".",):
        return form != "-" or not is_hyphen(found, before)
    if kinds.isdisjoint(_OPENS) and before not in found.quote_at:
        return False
    if found.has(before, "that", "subordinator", "but", "if") and "who" not in found.kinds[before]:
        return not ("preposition" in found.kinds[before] and not found.has(before, "that", "subordinator"))
    if before in found.quote_at and _is_speech(found, before):
        return True
    return "and" in found.kinds[before] and _is_clause(found, first, before)


def _is_speech(found: Passage, at: int) -> bool:
    """A quotation that is no part of a name: it is long, or it ends as a sentence or a clause does."""
    inner = found.quote_at[at].inner
    return len(inner) > 60 or found.text[inner.end - 1] in ",.!?…"


def _is_clause(found: Passage, first: int, end: int) -> bool:
    return has_finite(found, max(first, end - 60), end)


def subject(found: Passage, at: int, first: int) -> Span | None:
    """The subject of a verb group that begins at a token: the noun phrase before it, in its clause."""
    place = (at, first)
    if place not in found.subjects:
        found.subjects[place] = _subject(found, at, first)
    return found.subjects[place]


def _subject(found: Passage, at: int, first: int) -> Span | None:
    end, kinds = at, found.kinds
    while end > first and "adverb" in kinds[end - 1] and kinds[end - 1].isdisjoint(("determiner", "subject")):
        end -= 1
    if "day" in kinds[end - 1] and end - 2 > first:
        end -= 2 if "preposition" in found.kinds[end - 2] else 1  # "the council on Friday | denied"
    if end > first and not kinds[end - 1].isdisjoint(("who", "relative_that")):
        return antecedent(found, end - 1, first)
    closed = found.forms[end - 1] == ","
    if closed and (who := _before_insertion(found, end, first)) is not None:
        return antecedent(found, who, first)
    if end > first and not kinds[end - 1].isdisjoint(("subject", "first")):
        return found.span_of(end - 1, end)
    start = clause_start(found, end, first)
    if closed and (over := _before_relative(found, end, first)) is not None and start > over:
        start, end = clause_start(found, over, first), over
    parts = _parts(found, start, end)
    while parts and (_is_adjunct(found, *parts[0]) or _is_clause_of_its_own(found, *parts[0])):
        parts.pop(0)
    if len(parts) > 1 and not _may_be_subject(found, parts[0][0]):
        parts.pop(0)  # the rest of an adjunct that a quotation cut
    return _joined(found, parts, closed=found.form(end - 1) == ",")


def _before_insertion(found: Passage, end: int, first: int) -> int | None:
    """The relative pronoun before an adjunct between commas, the second right before `end`: "le rapport qui, en juin, | relevait"."""
    comma = next((at for at in range(end - 2, max(first, end - 10), -1) if found.forms[at] == ","), None)
    return comma - 1 if comma is not None and "who" in found.kinds[comma - 1] and not has_finite(found, comma, end - 1) else None


def _before_relative(found: Passage, end: int, first: int) -> int | None:
    """The comma before a relative clause that a comma closes right before `end`."""
    for at in range(end - 2, first, -1):
        if found.forms[at] in _BREAKS:
            return None
        if found.forms[at] == "," and found.has(at + 1, "who", "which"):
            return at
    return None


def _parts(found: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between commas outside brackets, as pairs of tokens."""
    parts, begin, depth, forms = [], start, 0, found.forms[start:end]
    marks = [at for at, form in enumerate(forms, start) if form in _PARTING] if "," in forms else []
    for at in marks:
        form = found.forms[at]
        depth += (form == "(") - (form == ")")
        if form == "," and depth <= 0:
            if at > begin:
                parts.append((begin, at))
            begin = at + 1
    if end > begin:
        parts.append((begin, end))
    return parts


def _is_adjunct(found: Passage, start: int, end: int) -> bool:
    """A stretch that cannot be a subject: it opens with a preposition, a date, an adverb or a participle."""
    kinds = found.kinds
    while start < end and (after := found.after(found.lexicon.aside, start)) and after <= end:
        start = after
    while start < end and not kinds[start].isdisjoint(_LINKS) and "determiner" not in kinds[start]:
        start += 1
    if start >= end:
        return True
    if "determiner" in kinds[start]:
        return False
    if not kinds[start].isdisjoint(_GOVERNS):
        return True
    return not moods(found, start).isdisjoint(_DEPENDENT) and not found.is_capital(start + 1)


def _is_clause_of_its_own(found: Passage, start: int, end: int) -> bool:
    """A stretch with a finite verb that no relative pronoun opens: "alors que la nuit tombait, le maire a dit"."""
    maybe = found.lexicon.finite
    if not any(map(maybe.__getitem__, found.forms[start:end])):
        return False  # as most have none
    for at, (form, kinds) in enumerate(zip(found.forms[start:end], found.kinds[start:end], strict=True), start):
        if kinds and not kinds.isdisjoint(_BINDS):
            return False
        if maybe[form] and is_finite(found, at):
            return True
    return False


def _may_be_subject(found: Passage, at: int) -> bool:
    if found.has(at, "determiner", "subject", "someone", "title", "role") or at in found.quote_at:
        return True
    return found.is_capital(at) or found.form(at)[:1].isdigit()


def has_main(found: Passage, start: int, end: int) -> bool:
    """Is there a finite verb in the stretch that stands in no relative clause between commas?"""
    return any(_is_clause_of_its_own(found, *part) for part in _parts(found, start, end))


def is_beside(found: Passage, start: int) -> bool:
    """A stretch between commas that is no apposition: a relative, a participle, an adjunct."""
    if found.has(start, "who", "which", "that", "preposition", "of", "to", "subordinator", "adverb", "day", "by", "as", "without", "if"):
        return "determiner" not in found.kinds[start]
    if found.after(found.lexicon.aside, start):
        return True
    return (
        bool(moods(found, start) & {GERUND, PARTICIPLE, INFINITIVE})
        and not found.is_capital(start)
        and "determiner" not in found.kinds[start]
    )


def _joined(found: Passage, parts: list[tuple[int, int]], *, closed: bool) -> Span | None:
    if not parts:
        return None
    start, end = parts[0]
    for begin, stop in parts[1:]:
        if is_beside(found, begin):
            break
        near = (
            not closed
            and (begin, stop) == parts[-1]
            and len(parts) == 2
            and "determiner" in found.kinds[begin]
            and "and" not in found.kinds[begin]
        )
        if near and not _is_name(found, *parts[0]):
            start = begin  # "Ancien maire de la ville, le député a dit": both are one, the nearer one is sure
        end = stop
    return phrase(found, start, end)


def _is_name(found: Passage, start: int, end: int) -> bool:
    """Two words and more, all with a capital: somebody's name, no office."""
    return end - start >= 2 and all(found.is_capital(at) and not found.has(at, "role", "title", "determiner") for at in range(start, end))


def phrase(found: Passage, start: int, end: int) -> Span | None:
    """The phrase without words in front that only link it ("or", "lundi", "et")."""
    while start < end:
        if (after := found.after(found.lexicon.aside, start)) and after < end:
            start = after
        elif _only_links(found, start, end):
            start += 1
        else:
            break
    while end > start and (_is_told_behind(found, start, end - 1) or (not found.is_word(end - 1) and found.form(end - 1) != ")")):
        end -= 1
    if start >= end or not _can_be_source(found, start, end):
        return None
    return _balanced(found, found.span_of(start, end))


def _is_told_behind(found: Passage, start: int, at: int) -> bool:
    """A quotation behind a noun that is no name: it opens in lower case ("le maire « refuse de partir » et ajoute")."""
    quote = found.quote_at.get(at)
    if quote is None or at <= start or not found.kinds[at - 1].isdisjoint(_HOLDING):
        return False  # "le « roi des forains »"
    return found.quoted_words(at) >= _SAID_WORDS and found.text[quote.inner.start].islower()


def _only_links(found: Passage, at: int, end: int) -> bool:
    """A word in front of a phrase that only links it, or a mark."""
    kinds = found.kinds[at]
    if kinds and not kinds.isdisjoint(_LINKING) and "determiner" not in kinds and at + 1 < end:
        return True
    return not found.is_word(at) and found.forms[at] != "("


def _can_be_source(found: Passage, start: int, end: int) -> bool:
    if found.end(end - 1) - found.starts[start] > _LONGEST:
        return False
    if found.forms[start].isdigit() and all(found.forms[at].isdigit() for at in range(start, end)):
        return False  # a year
    return end - start > 1 or found.kinds[start].isdisjoint(("impersonal", "as", "subordinator"))


def _balanced(found: Passage, span: Span) -> Span:
    """With the closing bracket or mark that a cut left outside."""
    if found.text[span.end : span.end + 1] == ")":
        piece = span.of(found.text)
        if piece.count("(") > piece.count(")"):
            return Span(span.start, span.end + 1)
    return span


def antecedent(found: Passage, who: int, first: int) -> Span | None:
    """The noun phrase before a relative pronoun, with the pronoun."""
    at = who
    if found.form(at - 1) == ",":
        at -= 1
        start = clause_start(found, at, first)
        parts = _parts(found, start, at)
        begin = parts[-1][0] if parts else start
        told = has_finite(found, begin, at)  # "« … », a dit Ada Bry, qui …"
        if (
            len(parts) > 1
            and not told
            and ("which" in found.kinds[begin] or not (is_beside(found, begin) or "determiner" in found.kinds[begin]))
        ):
            begin = parts[-2][0]  # something stands between: "un député, proche du ministre, qui", "vingt élus, dont trois du port, qui"
        at = noun_start(found, at, begin) if len(parts) < 2 or begin == parts[-1][0] else noun_start(found, parts[-2][1], begin)
    elif "and" in found.kinds[at - 1] and (parts := _parts(found, clause_start(found, at - 1, first), at - 1)) and len(parts) > 1:
        at = noun_start(found, parts[-2][1], parts[-2][0])  # "le cortège, parti du port et qui chantait"
    else:
        at = noun_start(found, at, first)
    while at < who and "adverb" in found.kinds[at] and "determiner" not in found.kinds[at]:
        at += 1  # "sur quoi insiste (également) Ada Bry, qui"
    return found.span_of(at, who + 1) if at < who else None


def noun_start(found: Passage, end: int, first: int) -> int:
    """Where the noun phrase that ends at a token begins: back over complements with "de", to a verb, a preposition or a break."""
    at = end
    while at > first:
        before = at - 1
        if (
            found.forms[before] in _BREAKS
            or found.form(before) in (",", "(", ")", ".")
            or found.has(before, "that", "and", "but", "subordinator")
        ):
            break
        if found.has(before, "preposition", "by", "without", "as", "to") and not found.has(before, "determiner", "of"):
            break
        if is_finite(found, before) and at < end:
            break
        if (
            at < end
            and _opens_noun(found, at)
            and not found.is_capital(before)
            and not found.has(before, "determiner", "of", "alone", "many")
        ):
            break  # "mercredi 29 janvier | les témoignages"
        if at < end and (GERUND in (its := moods(found, before)) or (PARTICIPLE in its and "auxiliary" in found.kinds[before - 1])):
            break
        at = before
    return _past_wording(found, at, end)


def _opens_noun(found: Passage, at: int) -> bool:
    return "determiner" in found.kinds[at] and found.kinds[at].isdisjoint(("of", "and"))


def _past_wording(found: Passage, start: int, end: int) -> int:
    """After words that only lead to who speaks: "(les propos de) la maire"."""
    for at in range(start, min(end, start + 3)):
        if "wording" in found.kinds[at] and "of" in found.kinds[at + 1] and at + 2 < end:
            return at + 2
    return start


def main_subject(found: Passage, first: int, end: int) -> Span | None:
    """The subject of the first finite verb in [first, end) that stands in no relative clause."""
    for at in range(first, end):
        if is_finite(found, at):
            start = at
            while (
                start > first
                and found.has(start - 1, "clitic", "reflexive", "not")
                and not ("determiner" in found.kinds[start - 1] and not found.has(start - 2, "subject", "who", "not"))
            ):
                start -= 1
            if found.has(start - 1, "who", "which", "that"):
                continue
            return subject(found, start, first)
    return None
