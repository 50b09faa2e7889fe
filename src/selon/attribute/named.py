"""Whom a preposition names: "selon | Ada Bry, figure du port", "d'après des informations de | la radio"."""

from selon.attribute.apposed import is_named, opens_clause, past_apposed, past_name
from selon.attribute.contents import trimmed
from selon.attribute.forms import is_finite
from selon.attribute.inverted import inverted
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.stretches import is_others
from selon.attribute.tokens import NAME_WORDS, Passage
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span


def names_somebody(found: Passage, at: int) -> bool:
    """Does a name, a role or a pronoun begin at a token, past its article?"""
    while "determiner" in found.kinds[at] and "someone" not in found.kinds[at]:
        at += 1
    others = is_others(found, at) and (found.form(at + 2) == "," or "role" in found.kinds[at + 2])
    if others or ("many" in found.kinds[at] and "shared" not in found.kinds[at] and found.form(at + 1) == ","):
        return True  # "pour d'autres", "pour certains, …"
    return found.has(at, "role", "someone", "title") or "role" in found.kinds[at + 1] or found.is_capital(at)


def named(found: Passage, row: Preposition, after: int, high: int, *, initial: bool, waits: bool = False) -> tuple[Span | None, int]:
    """The source that begins at a token, and the token after it; `initial`: does the phrase open its clause?

    `waits`: does the clause before it lack what its verb governs, so that no apposition stands behind a comma, but for a name?
    """
    if row.keeps:
        stop = phrase_end(found, after, high) if found.is_word(after) else after
        return Span(found.end(after - 1) - len(row.keeps), found.end(stop - 1)), stop
    if found.has(after, "someone", "subject") and "determiner" not in found.kinds[after]:
        return found.span_of(after, after + 1), after + 1
    begin, after = after, past_wording(found, after, high)
    stop = phrase_end(found, after, high)
    if stop <= after or not (found.is_word(after) or after in found.quote_at) or found.has(after, "and", "but"):
        return None, after  # "le monde d'après | et"
    if initial and found.has(stop, "that", "who", "which"):  # a relative that restricts: "selon le rapport que la mairie publie, …"
        stop = next((at for at in range(stop, high) if found.forms[at] == ","), stop)
    if initial and (longer := past_apposed(found, after, stop, high)) is not None:
        told = stop if _is_office(found, after, stop) or any("and" in found.kinds[at] for at in range(after, stop)) else longer
        return trimmed(found, found.starts[after], found.end(told - 1)), longer
    if initial and (short := _unparted(found, after, stop)) is not None:
        return trimmed(found, found.starts[after], found.end(short - 1)), short
    if initial and _is_office(found, after, stop) and (closed := past_name(found, stop, high)) is not None:
        return trimmed(found, found.starts[after], found.end(closed - 1)), closed
    apposed = not waits or (found.form(stop) == "," and found.is_capital(stop + 1) and "determiner" not in found.kinds[stop + 1])
    source, longer = inverted(found, after, high) if apposed else (None, stop)
    if source is not None and longer > stop and _goes_on(found, (begin, after, stop, longer, high), initial=initial):
        return source, longer
    return trimmed(found, found.starts[after], found.end(stop - 1)), stop


def _goes_on(found: Passage, at: tuple[int, int, int, int, int], *, initial: bool) -> bool:
    """Does a comma open what tells who the source is, from where it stops to where a longer phrase would; where the clause ends is last."""
    begin, after, stop, longer, high = at
    if found.form(stop) != "," or (initial and not _is_apposed(found, stop + 1, longer, high)):
        return False
    if initial:  # "selon les informations de l'Écho, | le maire de Lorvan, Ivo Talmar, …"
        return not (stop == after + 1 > begin + 1 and found.is_capital(longer + 1))
    # "Over the years, according to the office, | the rise of the river “is slow”"
    return not any(found.quoted_words(here) > NAME_WORDS for here in found.quoted(stop, min(high, longer + 1)))


def _is_office(found: Passage, begin: int, stop: int) -> bool:
    """An office without a name, of which its noun alone is shown: "le directeur du port | , figure de la ville"."""
    named = is_named(found, begin, stop)
    return "determiner" in found.kinds[begin] and not named and ("role" in found.kinds[begin + 1] or not found.is_capital(stop - 1))


def _is_apposed(found: Passage, at: int, end: int, high: int) -> bool:
    """Does a phrase between commas tell who somebody is: a name or an office, no list that the clause begins with?"""
    names = (found.has(here, "role", "title") or found.is_capital(here) for here in range(at, min(end, at + 5)))
    several = "of" in found.kinds[at] and not found.is_capital(at)  # "selon Ada Bry, | des élus, des pêcheurs et la régie ont payé"
    main = found.has(end + 1, "determiner", "subject", "title") or end + 1 in found.quote_at
    main = main or (found.is_capital(end + 1) and opens_clause(found, end + 1, high))
    return found.form(end) == "," and main and not several and any(names)


def _unparted(found: Passage, after: int, stop: int) -> int | None:
    """Where the next clause begins, when no comma parts it from the source: "selon le préfet Jean Petit | le pont est fermé"."""
    if found.form(stop) == "," or not is_finite(found, min(stop, len(found) - 1)):
        return None
    tied = ("determiner", "preposition", "of", "to", "by", "and", "as")
    free = (at for at in range(after + 2, stop) if not found.has(at - 1, *tied))
    return next((at for at in free if _is_pronoun(found, at) or ("determiner" in found.kinds[at] and "of" not in found.kinds[at])), None)


def _is_pronoun(found: Passage, at: int) -> bool:
    """Is it a subject and nothing else ("il"), which no source goes on with?"""
    return "subject" in found.kinds[at] and "determiner" not in found.kinds[at] and found.forms[at].islower()


def _is_moment(found: Passage, at: int) -> bool:
    """A year, a day or a month: "selon des chiffres de 2031" names the figures."""
    return found.forms[at][:1].isdigit() or found.has(at, "month", "day")


def past_wording(found: Passage, after: int, high: int) -> int:
    """After words that only lead to the source: "selon (les mots du) maire", "d'après (des informations de) la radio"."""
    for at in range(after, min(high, after + 5)):
        if "wording" in found.kinds[at]:
            by = next((here for here in range(at + 1, min(high, at + 4)) if "of" in found.kinds[here]), None)
            return by + 1 if by is not None and by + 1 < high and not _is_moment(found, by + 1) else after
        if not found.is_word(at) or ("of" in found.kinds[at] and at > after):
            break
    return after
