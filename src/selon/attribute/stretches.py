"""The stretches before a verb: where its clause begins, what stands between its commas, and what each of these is."""

from functools import cache

from selon.attribute.forms import has_finite, is_finite, is_hyphen, is_plain, moods
from selon.attribute.known import Known
from selon.attribute.lexicon import ALWAYS_FINITE, BASE, GERUND, INFINITIVE, PARTICIPLE, Lexicon
from selon.attribute.masks import QUOTES
from selon.attribute.tokens import Passage

_LINKS = frozenset({"and", "but", "adverb", "day"})  # kinds of the words that link a stretch to what stands before it
_GOVERNS = frozenset({"preposition", "subordinator", "of", "to", "by", "without", "if", "as"})  # and of those that open an adjunct
_DEPENDENT = frozenset({GERUND, PARTICIPLE})
_PARTING = frozenset({",", "(", ")"})
BREAKS = frozenset(";:?!•|…")
_OPENS = frozenset({"that", "subordinator", "but", "if", "and"})  # words that may open a clause
_MAY_OPEN = _OPENS | {"clausal"}
_TITLE = 5  # words
_LINKING = 4  # letters: shorter words of a title may have no capital
_COMPARED = 5  # tokens behind "que", with the comma: "le même que | le maire adjoint,"
_NEAR = 60  # tokens before "and" in which the verb of its first clause stands
_NOTHING: frozenset[str] = frozenset()
_GROUP = ("adverb", "not", "been", "being")  # kinds of the words inside a verb group
_BINDS = frozenset({"who", "which", "that"})
_STOPS = ("and", "but", "subordinator", "who", "which", "that")  # kinds of the words that open another clause


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
    return Known(lambda form: not form.isalpha() or form[0] in QUOTES or not lexicon.kinds.get(form, _NOTHING).isdisjoint(_MAY_OPEN))


def _opens_clause(found: Passage, before: int, at: int, first: int) -> bool:
    form, kinds = found.forms[before], found.kinds[before]
    if form in BREAKS or (form in "–—-" and form) or form in (".",):
        return form != "-" or not is_hyphen(found, before)
    if kinds.isdisjoint(_OPENS) and "clausal" not in kinds and before not in found.quote_at:
        return False
    if "clausal" in kinds and _is_subject_between(found, before, at):
        return _has_own_verb(found, before, max(first, before - _NEAR))
    if found.has(before, "that", "subordinator", "but", "if") and "who" not in found.kinds[before]:
        if _compares(found, before, at, first):
            return False
        return not ("preposition" in found.kinds[before] and not found.has(before, "that", "subordinator"))
    if before in found.quote_at and _is_speech(found, before):
        return not (found.lexicon.order.analytic and at == before + 1 and is_title(found, before, first))
    low = max(first, before - _NEAR)
    after = before + 1
    tied = "of" in found.kinds[after] and not found.has(after, "determiner") and not found.has(after + 1, "preposition", "subordinator")
    if tied and not is_others(found, after):
        return False  # "le président de la ligue et | de la région", but "et | d'après la régie"
    return "and" in found.kinds[before] and _is_clause(found, before, at, low) and not _joins_subjects(found, before, at, low)


def _compares(found: Passage, that: int, at: int, first: int) -> bool:
    """Does a noun alone stand between "que" and a comma: "Ada Bry, de la même équipe que | Talmar, dit"?"""
    if found.lexicon.order.analytic or found.forms[at - 1] != "," or "that" not in found.kinds[that] or not 1 < at - that - 1 <= _COMPARED:
        return False
    inside = range(that + 1, at - 1)
    if any(found.forms[here] == "," or found.has(here, "subject", "clitic") for here in inside) or has_finite(found, that + 1, at - 1):
        return False
    comma = next((here for here in range(that - 1, first, -1) if found.forms[here] == ","), None)
    return comma is not None and not has_finite(found, comma + 1, that)


def _joins_subjects(found: Passage, before: int, at: int, first: int) -> bool:
    """Is "et" inside the subject of a verb of several: "le port ferme et les syndicats A | et B ont protesté"?"""
    several = found.lexicon.order.several
    if not several or not found.forms[at].endswith(several) or not (found.is_capital(before + 1) or "single" in found.kinds[before + 1]):
        return False
    for here in range(before - 1, first, -1):
        if is_finite(found, here) or not found.is_word(here):
            return False
        if "and" in found.kinds[here]:
            return _is_clause(found, here, at, first)
    return False


def _has_own_verb(found: Passage, before: int, begin: int) -> bool:
    """Has the clause before a conjunction its verb: "shares fell | after the firm said it"?"""
    return has_finite(found, begin, before) and has_finite(found, clause_start(found, before, begin), before)


def _is_subject_between(found: Passage, before: int, at: int) -> bool:
    """Do words alone stand between a conjunction and a verb, and no "and" right before it: "fell after the firm | said it would close"?"""
    follows = moods(found, before + 1)
    if GERUND in follows or found.has(before + 1, "adverb", "preposition", "of", "to") or "issued" in found.kinds[before - 1]:
        return False  # "after voting for it", "a statement issued after the talks"
    if "as" in found.kinds[before] and moods(found, before - 1) and not found.has(before + 1, "determiner", "subject"):
        return False  # "identify as Orme supporters"
    return at - before > 1 and all(found.is_word(here) for here in range(before + 1, at)) and not found.has(at - 1, "and", "but")


def _is_speech(found: Passage, at: int) -> bool:
    """A quotation that is no part of a name: it is long, or it ends as a sentence or a clause does."""
    inner = found.quote_at[at].inner
    return len(inner) > 60 or found.text[inner.end - 1] in ",.!?…"


def is_title(found: Passage, at: int, first: int) -> bool:
    """Does a quotation of a few words, with its comma, belong to a phrase without a verb: "star of the show “The Boss,” | said"?"""
    if (
        found.quoted_words(at) > _TITLE
        or found.text[found.quote_at[at].inner.end - 1] != ","
        or at - 1 <= first
        or not found.is_word(at - 1)
    ):
        return False
    words = found.quote_at[at].inner.of(found.text).split()
    named = all(word[0].isupper() or len(word) < _LINKING for word in words)
    named = named or found.has(at - 1, "determiner")  # "known as the “king of quays,”"
    return named and not found.is_capital(at - 1) and not has_finite(found, first, at)


def _is_clause(found: Passage, stop: int, at: int, first: int) -> bool:
    """Does a clause with its own verb end before "and"? Of one behind "but" the verb may still come: "mais des élus du centre et de …"."""
    if not has_finite(found, first, stop):
        return False
    begin = clause_start(found, stop, first)
    return begin <= first or at == stop + 1 or "but" not in found.kinds[begin - 1] or has_finite(found, begin, stop)


def between_commas(found: Passage, start: int, end: int) -> list[tuple[int, int]]:
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


def is_adjunct(found: Passage, start: int, end: int) -> bool:
    """A stretch that cannot be a subject: it opens with a preposition, a date, an adverb or a participle."""
    kinds = found.kinds
    begin = start
    while start < end and (after := found.after(found.lexicon.aside, start)) and after <= end:
        start = after
    named = begin < start < end and found.is_capital(start - 1) and kinds[start - 1].isdisjoint(("day", "month"))
    if named and all(found.is_capital(at) and not kinds[at] for at in range(start, end)):
        return True  # "Back at Orme | Yard": the name goes on
    while start < end and not kinds[start].isdisjoint(_LINKS) and "determiner" not in kinds[start] and not is_others(found, start):
        start += 1
    if start >= end:
        return True
    if "determiner" in kinds[start] or is_others(found, start):
        return False
    if not kinds[start].isdisjoint(_GOVERNS):
        return True
    named = found.is_capital(start) and start + 1 == end and end < len(found) and is_finite(found, end)  # "Ebeling said"
    return not moods(found, start).isdisjoint(_DEPENDENT) and not found.is_capital(start + 1) and not named


def is_clause_of_its_own(found: Passage, start: int, end: int) -> bool:
    """A stretch with a finite verb that no relative pronoun opens: "alors que la nuit tombait, le maire a dit"."""
    maybe = found.lexicon.finite
    if not any(map(maybe.__getitem__, found.forms[start:end])):
        return False  # as most have none
    for at, (form, kinds) in enumerate(zip(found.forms[start:end], found.kinds[start:end], strict=True), start):
        if kinds and not kinds.isdisjoint(_BINDS) and not _points(found, at, end):
            inside = at > start and "and" not in found.kinds[at - 1]
            return inside and found.lexicon.order.analytic and _goes_on_after(found, at + 1, end)
        if maybe[form] and is_finite(found, at) and not _is_added(found, at, start) and not _describes(found, at, start, end):
            return True
    return False


def _points(found: Passage, at: int, end: int) -> bool:
    """Is it no relative but the subject of a sentence, as its capital and its verb show: "That | could help the port"?"""
    return at + 1 < end and "pointer" in found.kinds[at] and found.is_capital(at) and is_finite(found, at + 1)


def _describes(found: Passage, at: int, start: int, end: int) -> bool:
    """Is it a participle that opens a stretch before a name or an office: "retired colonel Ada Bry"?"""
    if at > start or not found.lexicon.order.bare_offices or PARTICIPLE not in moods(found, at):
        return False
    if found.is_capital(at) and (found.is_word(at - 1) or found.has(at + 1, "month", "day")):
        return False
    if at > 0 and at - 1 not in found.quote_at and found.form(at - 1) != ",":
        return False
    return at + 1 < end and (found.is_capital(at + 1) or found.has(at + 1, "role", "title"))


def _is_added(found: Passage, at: int, start: int) -> bool:
    """A participle that looks like a finite verb: right behind a comma and before who did it ("the ship, owned by Orme")."""
    return PARTICIPLE in moods(found, at) and "by" in found.kinds[at + 1] and "," in found.forms[max(0, start - 1) : start]


def _goes_on_after(found: Passage, at: int, end: int) -> bool:
    """Does a second verb, which is no participle, stand behind a relative clause without commas: "the ship that sank | was old"?"""
    stops = (here for here in range(at, end) if found.has(here, *_STOPS) or (here > at and "subject" in found.kinds[here]))
    end = next((here for here in stops if not _measures(found, here, end)), end)
    verbs = [here for here in range(at, end) if is_finite(found, here) and not found.is_capital(here)]
    first = at if BASE in moods(found, at) else next((here for here in verbs), end)
    while first + 1 < end and (first + 1 in verbs or found.has(first + 1, *_GROUP) or not moods(found, first + 1).isdisjoint(_DEPENDENT)):
        first += 1
    return any(here > first and (found.has(here, *ALWAYS_FINITE) or PARTICIPLE not in moods(found, here)) for here in verbs)


def _measures(found: Passage, at: int, end: int) -> bool:
    """Is it no conjunction but a word of degree, between a verb and its manner: "that worked | so well in Orme"?"""
    how = "but" in found.kinds[at] and bool(moods(found, at - 1)) and at + 2 < end and is_plain(found, at + 1)
    return how and found.has(at + 2, "preposition", "of", "to")


def has_main(found: Passage, start: int, end: int) -> bool:
    """Is there a finite verb in the stretch that stands in no relative clause between commas?"""
    return any(is_clause_of_its_own(found, *part) for part in between_commas(found, start, end))


def is_beside(found: Passage, start: int) -> bool:
    """A stretch between commas that is no apposition: a relative, a participle, an adjunct."""
    if found.has(start, "who", "which", "that", "preposition", "of", "to", "subordinator", "adverb", "day", "by", "as", "without", "if"):
        return "determiner" not in found.kinds[start] and not is_others(found, start)
    if found.after(found.lexicon.aside, start):
        return True
    return (
        bool(moods(found, start) & {GERUND, PARTICIPLE, INFINITIVE})
        and not found.is_capital(start)
        and "determiner" not in found.kinds[start]
    )


def is_others(found: Passage, at: int) -> bool:
    """People whom nothing names: "d'autres | estiment"."""
    return "of" in found.kinds[at] and "others" in found.kinds[at + 1]
