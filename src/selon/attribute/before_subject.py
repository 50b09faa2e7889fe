"""What stands in front of a subject, between commas, and is no part of it: adjuncts, clauses of their own, the rest of a place."""

from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.inserted import GOVERNING
from selon.attribute.lexicon import GERUND, PARTICIPLE
from selon.attribute.stretches import has_main, is_adjunct, is_clause_of_its_own
from selon.attribute.tokens import Passage

_SUBJECT = 3  # words of a subject alone: "le maire adjoint"
_PLACE_WORDS = 2  # of a state behind a town


def without_what_stands_before(found: Passage, parts: list[tuple[int, int]], *, closed: bool) -> list[tuple[int, int]]:
    """The stretches of a subject, without those in front that are no part of it: adjuncts, clauses of their own."""
    parts = _after_opener(found, _after_clause(found, parts, closed=closed), closed=closed)
    if len(parts) > 1 and _is_named(found, parts[0], parts[1]):
        parts[0] = (parts[0][0] + 1, parts[0][1])
    among = len(parts)
    while parts and not (len(parts) == 1 and not closed and (_holds_described(found, *parts[0]) or _is_described(found, *parts[0]))):
        if not (_is_beside_the_subject(found, parts) or (1 < len(parts) < among and _is_short(found, *parts[0]))):
            break
        parts.pop(0)
    if len(parts) > 1 and not _may_be_subject(found, parts[0][0]):
        parts.pop(0)  # the rest of an adjunct that a quotation cut
    return _after_place(found, parts, closed=closed)


def _after_clause(found: Passage, parts: list[tuple[int, int]], *, closed: bool) -> list[tuple[int, int]]:
    """What stands behind a clause whose verb commas part from its subject: "alors que la caisse, ouverte hier, enfle, | le maire a dit"."""
    if closed or len(parts) < 3 or is_clause_of_its_own(found, *parts[-1]):
        return parts
    for place in range(len(parts) - 2, 0, -1):
        if is_clause_of_its_own(found, *parts[place]) and _may_be_subject(found, parts[place + 1][0]):
            return parts[place + 1 :]
    return parts


def _after_opener(found: Passage, parts: list[tuple[int, int]], *, closed: bool) -> list[tuple[int, int]]:
    """What stands behind the clause of "alors que", even if no table knows its verb: "alors que le conflit s'enlise, | les élus disent"."""
    if closed or len(parts) < 2 or not _may_be_subject(found, parts[-1][0]) or is_name(found, *parts[-1]):
        return parts
    start = parts[0][0]
    opened = start > 1 and found.has(start - 1, "that") and found.has(start - 2, "opener")
    return parts[1:] if opened and parts[0][1] - start > _SUBJECT else parts


def _is_short(found: Passage, start: int, end: int) -> bool:
    """One word in short, of a place or a party: "In Ormel, Fla., | officials", "…, D-Norr, | said"."""
    stop = found.text[found.end(start) : found.end(start) + 1] == "."
    return end - start == 1 and (stop or found.forms[start][1:2] == "-")


def _is_named(found: Passage, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Does a name stand behind "as", with who that is behind a comma: "As Ada Bry, an engineer, | noted", not "As mayor, she said"?"""
    start, end = first
    named = found.has(start, "as") and is_name(found, start + 1, end)
    return named and found.has(second[0], "determiner") and not has_finite(found, *second)


def _holds_described(found: Passage, start: int, end: int) -> bool:
    """Does a participle with its complement describe the subject, right before its verb: "a survey published on Sunday | suggested"?"""
    if not found.lexicon.order.analytic:
        return False
    verbs = [at for at in range(start, end) if is_finite(found, at)]
    opens = found.has(start, "determiner", "plural", "role") or found.form(start).endswith("s")
    if not opens or len(verbs) != 1 or verbs[0] <= start or PARTICIPLE not in moods(found, verbs[0]) or found.is_capital(verbs[0]):
        return False
    at, last = verbs[0], end - 1
    noun = found.is_word(at - 1) and not found.has(
        at - 1, "subject", "first", "who", "relative_that", "auxiliary", "being", "adverb", "modal"
    )
    if not noun or any(not found.is_word(here) for here in range(start, end)):
        return False
    if at == last:  # a day stood behind it
        return found.has(at + 1, "day", "month", "preposition")
    if found.has(at + 1, "day", "month"):
        return at + 1 >= last
    if any(found.has(here, "as", "and", "but", "subordinator", "that", "who") for here in range(at + 1, end)):
        return False
    if any(found.has(here, "determiner") and not found.has(here - 1, *GOVERNING) for here in range(at + 2, end)):
        return False  # "the army foiled on Monday an attack"
    return found.has(at + 1, "preposition", "by") and (
        found.has(last, "day", "month") or found.is_capital(last) or found.forms[last].isdigit() or found.has(last - 1, "determiner")
    )


def _is_described(found: Passage, start: int, end: int) -> bool:
    """Does a participle that is no cue describe a noun for several people before its verb: "elected officials from both towns | say"?"""
    known = moods(found, start)
    if not found.lexicon.order.analytic or not known & {PARTICIPLE, GERUND} or found.forms[start] in found.lexicon.verbs:
        return False
    people = start + 1 < end and found.has(start + 1, "role", "plural") and not found.is_capital(start + 1)
    several = people and (found.forms[start + 1].endswith("s") or "plural" in found.kinds[start + 1])
    return several and (start + 2 == end or (found.has(start + 2, *GOVERNING) and not has_finite(found, start + 2, end)))


def _is_beside_the_subject(found: Passage, parts: list[tuple[int, int]]) -> bool:
    """Is the first stretch an adjunct, a clause of its own, or a time with its noun ("quelques heures après cette annonce, | la maire")?"""
    first = parts[0]
    return is_adjunct(found, *first) or is_clause_of_its_own(found, *first) or (len(parts) > 1 and _is_governed(found, *first))


def _is_governed(found: Passage, start: int, end: int) -> bool:
    """Does a phrase of time with its preposition open a stretch, and a noun follow: "quelques heures après | cette annonce"?"""
    after = found.after(found.lexicon.aside, start)
    return after is not None and after < end and "preposition" in found.kinds[after - 1] and not has_main(found, after, end)


def _may_be_subject(found: Passage, at: int) -> bool:
    if found.has(at, "determiner", "subject", "someone", "title", "role") or at in found.quote_at:
        return True
    return found.is_capital(at) or found.form(at)[:1].isdigit()


def _after_place(found: Passage, parts: list[tuple[int, int]], *, closed: bool) -> list[tuple[int, int]]:
    """Without the state behind a town, in whose apposition nobody speaks: "closed in Norr, Talmaria, | Ada Bry said"."""
    if closed or len(parts) < 2 or not _is_named_by(found, *parts[0]):
        return parts
    at, told = parts[0][0] - 1, parts[1][0]
    while at - 1 >= 0 and found.is_capital(at - 1):
        at -= 1
    placed = found.forms[parts[0][0] - 1] == "," and 0 < at < parts[0][0] - 1 and found.has(at - 1, "preposition", "to", "of")
    office = found.has(told, "role", "title") and not found.is_capital(told + 1)  # "in Norr, Ada Bry, Minister of Tides said"
    named = found.is_capital(told) and not office
    alone = parts[0][1] - parts[0][0] == 1 and (found.has(told, "determiner") or found.form(parts[1][1] - 1).endswith("s"))
    return parts[1:] if placed and (named or alone) else parts


def _is_named_by(found: Passage, start: int, end: int) -> bool:
    """Nothing but one or two capitals, no office."""
    return end - start <= _PLACE_WORDS and all(found.is_capital(at) and not found.has(at, "role", "title") for at in range(start, end))


def is_name(found: Passage, start: int, end: int) -> bool:
    """Two words and more, all with a capital: somebody's name, no office."""
    return end - start >= 2 and all(found.is_capital(at) and not found.has(at, "role", "title", "determiner") for at in range(start, end))
