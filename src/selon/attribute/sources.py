"""The noun phrases before a verb that a content can be from.

subject      the region back to the clause's beginning is cut at its commas; adjuncts in front fall away, appositions stay, relatives and
             participles between commas stay out
main_subject the subject of the sentence, for cues that have none of their own; nearest_subject: of the verb before
Not done yet: noun phrases are told by what stands around them, so a place without a preposition may be taken for a source.
"""

from collections.abc import Iterator

from selon.attribute.antecedents import antecedent
from selon.attribute.before_subject import is_name, without_what_stands_before
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.inserted import DASHES, before_dashes, before_insertion, before_relative, inside_relative
from selon.attribute.lexicon import GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.stretches import between_commas, clause_start, is_beside, is_others, is_title
from selon.attribute.tokens import Passage
from selon.model.span import Span

_AS_FOR = 3  # tokens: "quant à elle"
_ASIDE = 4  # tokens: "pour sa part"
_LONGEST = 240  # characters: longer noun phrases are misread clauses (the longest source in fr_dev has 187)
_HOLDING = frozenset({"determiner", "of", "to", "preposition"})  # kinds of the words before a quotation that is a part of the phrase
_QUESTION = 16  # tokens of "when asked by reporters about the bridge"
_INVERTED = 4  # tokens from a verb within which its pronoun stands
_SAID_WORDS = 3  # in marks, opening in lower case: no name
_NO_NOUN = ("preposition", "to", "of", "by", "and", "but", "determiner", "that", "adverb", "who", "subordinator", "day")
_LINKING = frozenset({"and", "but", "adverb", "day", "subordinator"})  # and of those in front of a phrase that are no part of it


def subject(found: Passage, at: int, first: int) -> Span | None:
    """The subject of a verb group that begins at a token: the noun phrase before it, in its clause."""
    place = (at, first)
    if place not in found.subjects:
        dash = before_dashes(found, at, first)
        found.subjects[place] = _subject(found, at if dash is None else dash, first)
    return found.subjects[place]


def _subject(found: Passage, at: int, first: int) -> Span | None:
    end, kinds = _before_adverb(found, _subject_end(found, at, first), first), found.kinds
    if end > first and not kinds[end - 1].isdisjoint(("who", "relative_that")):
        noun = antecedent(found, end - 1, first)
        return None if noun is None or _is_infinitive(found, found.at(noun.start)) else noun
    closed = found.forms[end - 1] == "," or (end - 1 in found.quote_at and is_title(found, end - 1, first))
    if closed and (who := before_insertion(found, end, first)) is not None:
        return antecedent(found, who, first)
    if end > first and not kinds[end - 1].isdisjoint(("subject", "first")):
        return found.span_of(end - 1, end)
    if closed and (asked := _before_question(found, end, first)) is not None:
        end = asked
    start = clause_start(found, end, first)
    if closed and (over := before_relative(found, end, first)) is not None and start > over:
        start, end = clause_start(found, over, first), over
    parts = between_commas(found, start, end)
    if parts and not closed and (inside := inside_relative(found, *parts[-1])) is not None:
        return phrase(found, inside, end)
    return _joined(found, without_what_stands_before(found, parts, closed=closed), closed=closed)


def _before_adverb(found: Passage, end: int, first: int) -> int:
    """Before the commas around a conjunction that stands alone, as an adverb: "Orme, | though, said"."""
    alone = end - 3 > first and found.forms[end - 1] == "," == found.forms[end - 3] and "subordinator" in found.kinds[end - 2]
    return end - 3 if alone else end


def _before_question(found: Passage, end: int, first: int) -> int | None:
    """The comma before a short clause of time between commas, without a verb of its own: "Ada Bry, when asked by a voter, | said"."""
    comma = next((at for at in range(end - 2, max(first, end - _QUESTION), -1) if found.forms[at] == ","), None)
    if comma is None or not found.lexicon.order.analytic or "subordinator" not in found.kinds[comma + 1]:
        return None
    participle = PARTICIPLE in moods(found, comma + 2) and not has_finite(found, first, comma)
    return comma if participle else None


def _subject_end(found: Passage, at: int, first: int) -> int:
    """The token after a subject, before adverbs, a day, and a word for all of those named ("the mayor and the clerk both | said")."""
    end, kinds = at, found.kinds
    if end - 2 >= first and "shared" in kinds[end - 1] and found.is_word(end - 2) and not found.has(end - 2, *_NO_NOUN):
        end -= 1
    while end > first and _is_adverb(found, end - 1, first):
        end -= 1
    if (moment := _moment(found, end, first)) is not None:
        end = moment
    if not found.lexicon.order.analytic and (aside := _aside(found, end, first)) is not None:
        end = aside  # "la régie pour sa part | plaide"
    if end - _AS_FOR > first and "someone" in kinds[end - 1] and found.after(found.lexicon.aside, end - _AS_FOR) == end:
        end -= _AS_FOR  # "la régie quant à elle | dément"
    if "day" in kinds[end - 1] and end - 2 > first:
        end -= 2 if "preposition" in found.kinds[end - 2] else 1  # "the council on Friday | denied"
    return end


def _aside(found: Passage, end: int, first: int) -> int | None:
    """Where an aside of several words begins that ends at a token."""
    if found.forms[end - 1] == ",":
        return None  # it may close a relative: "la femme, qui a gagné en 2016, | se réjouit"
    opened, aside = found.lexicon.aside.opened, found.lexicon.aside
    starts = (at for at in range(max(first + 1, end - _ASIDE), end - 1) if opened[found.forms[at]] is not None)
    return next((at for at in starts if found.after(aside, at) == end and not found.is_capital(end - 1)), None)


def _is_adverb(found: Passage, at: int, first: int) -> bool:
    """An adverb of the tables, or one that its ending tells, behind a noun or a pronoun: "Orme increasingly | signalled"."""
    if "adverb" in found.kinds[at] and found.kinds[at].isdisjoint(("determiner", "subject", "many")):
        return True
    told = "adverb" in moods(found, at) and not found.is_capital(at)
    return told and at > first and found.is_word(at - 1) and found.kinds[at - 1].isdisjoint(_NO_NOUN)


def _moment(found: Passage, end: int, first: int) -> int | None:
    """Where a moment begins that stands right before a verb: "Ada Bry, who was mayor, | last week said", "Bry | this week said"."""
    if not found.lexicon.order.analytic:
        return None
    for start in (end - 2, end - 3):
        named = found.is_word(end - 1) and not found.forms[end - 1].isdigit()
        behind = named and found.is_word(start - 1) and found.kinds[start - 1].isdisjoint(_NO_NOUN)
        parted = start > first and (found.form(start - 1) == "," or behind)
        if parted and found.after(found.lexicon.aside, start) == end:
            return start
    return None


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
        if (near and not is_name(found, *parts[0])) or is_others(found, begin):
            start = begin  # "Ancien maire de la ville, le député a dit": both are one, the nearer one is sure
        end = stop
    return phrase(found, start, end)


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
    if start < end and "and" in found.kinds[end - 1] and not found.is_capital(end - 1):
        return _of_an_earlier_verb(found, start, end - 1)
    if start >= end or not _can_be_source(found, start, end):
        return None
    return _balanced(found, found.span_of(start, end))


def _of_an_earlier_verb(found: Passage, start: int, end: int) -> Span | None:
    """The subject of a verb that no table knows, before one that shares it: "(Le groupe) peine à vendre et | dit", "(Il) rêve et | dit".

    A pronoun, a name, or a noun with its article and what it is of: behind these the verb stands.
    """
    if "subject" in found.kinds[start] or ("determiner" in found.kinds[start] and found.has(start + 1, "not", "reflexive", "clitic")):
        return found.span_of(start, start + 1)  # "Certains | n'hésitent pas"
    at = start + ("determiner" in found.kinds[start])
    if at == start and not found.is_capital(at):
        return None
    at += 1
    while at < end and (found.is_capital(at) or "of" in found.kinds[at] or found.has(at - 1, "of")):
        at += 1
    is_told = at < end - 1 or found.is_capital(start)
    return found.span_of(start, at) if is_told and not found.has(at - 1, "of") else None


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
    if _is_infinitive(found, start):
        return False
    return end - start > 1 or found.kinds[start].isdisjoint(("impersonal", "as", "subordinator"))


def _is_infinitive(found: Passage, at: int) -> bool:
    """As in "parler de ceux qui se taisent", who are not told from what is done to them."""
    return moods(found, at) == {INFINITIVE} and "determiner" not in found.kinds[at] and not found.is_capital(at)


def _balanced(found: Passage, span: Span) -> Span:
    """With the closing bracket or mark that a cut left outside."""
    if found.text[span.end : span.end + 1] == ")":
        piece = span.of(found.text)
        if piece.count("(") > piece.count(")"):
            return Span(span.start, span.end + 1)
    return span


def main_subject(found: Passage, first: int, end: int) -> Span | None:
    """The subject of the first finite verb in [first, end) that stands in no relative clause."""
    return next(subjects(found, first, end), None)


def subjects(found: Passage, first: int, end: int) -> Iterator[Span | None]:
    """The subjects of the finite verbs in [first, end) that stand in no relative clause; None where a verb has none."""
    for at in range(first, end):
        if is_finite(found, at):
            start = _group_start(found, at, first)
            if not found.has(start - 1, "who", "which", "that") and not (moods(found, at) == {GERUND} and start > first):
                yield subject(found, start, first)


def nearest_subject(found: Passage, first: int, end: int) -> Span | None:
    """The subject of the last finite verb in [first, end), whose pronoun may stand behind it ("s'est-il défendu")."""
    at = nearest_verb(found, first, end)
    if at is None:
        return None
    for here in range(at + 1, min(end, at + _INVERTED)):
        if "subject" in found.kinds[here] and found.text[found.starts[here] - 1] in DASHES:
            return found.span_of(here, here + 1)
    start = at - 1 if at > first and "clitic" in found.kinds[at - 1] else at  # before a verb it is no article: "il | le garde"
    span = subject(found, _group_start(found, start, first), first)
    several = found.lexicon.order.several
    alone = span is not None and is_name(found, found.at(span.start), found.at(span.end))
    return None if alone and several and found.forms[at].endswith(several) else span


def nearest_verb(found: Passage, first: int, end: int) -> int | None:
    """The last finite verb in [first, end), an auxiliary before its participle."""
    at = next((at for at in range(end - 1, first - 1, -1) if is_finite(found, at)), None)
    if at is None:
        return None
    before = at - 1
    while before > first and "adverb" in found.kinds[before] and "determiner" not in found.kinds[before]:
        before -= 1  # "has openly | opposed"
    return before if before >= first and "auxiliary" in found.kinds[before] and is_finite(found, before) else at


def _group_start(found: Passage, at: int, first: int) -> int:
    """Where the group of a finite verb begins: with its reflexive, its pronouns and "ne"."""
    while (
        at > first
        and found.has(at - 1, "clitic", "reflexive", "not")
        and not ("determiner" in found.kinds[at - 1] and not found.has(at - 2, "subject", "who", "not"))
    ):
        at -= 1
    return at
