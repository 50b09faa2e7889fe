"""The noun phrases after a verb or a preposition that a content can be from.

Dates, places and relays in front are passed over; the phrase ends at a stop of phrases.toml, a comma that opens no apposition, or a verb.
Not done yet: places without a preposition.
"""

from selon.attribute.asides import ADJUNCT_TOKENS, PLACES, is_beside_alone, past_insertion
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import FINITE, GERUND, PARTICIPLE
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.sources import phrase
from selon.attribute.stretches import is_beside
from selon.attribute.tokens import Passage
from selon.model.span import Span

_NO_PHRASE = frozenset({
    "preposition", "of", "to", "that", "who", "subordinator", "and", "but", "adverb", "clitic", "by", "as", "without", "if",
})  # fmt: skip
_OFFICES = frozenset({"role"})
_LEADING = 5  # tokens of what describes a name in front of it
_ACRONYM = 5  # letters


def inverted(found: Passage, at: int, end: int) -> tuple[Span | None, int]:
    """The subject after a verb, and the token after it; None where no noun phrase stands there."""
    begin = _past_asides(found, at, end)
    if begin >= end or not _opens_phrase(found, begin):
        return None, at
    if found.lexicon.order.second and "someone" in found.kinds[begin] and "determiner" not in found.kinds[begin]:
        return found.span_of(begin, begin + 1), begin + 1  # "räumte er ein"
    if "whoever" in found.kinds[begin] and not found.has(begin, "someone", "determiner"):
        stop = next((here for here in range(begin, end) if not found.is_word(here)), end)
        return found.span_of(begin, stop), stop
    stop = phrase_end(found, begin, end)
    stop = _before_hearer(found, begin, stop) if found.lexicon.order.second else _before_told(found, begin, stop)
    while stop - 1 > begin and "preposition" in found.kinds[stop - 1] and stop < end and "day" in found.kinds[stop]:
        stop -= 1  # "la régie | dès vendredi"
    while stop - 1 > begin and "while" in found.kinds[stop - 1] and stop < end and GERUND in moods(found, stop):
        stop -= 1  # "la régie | en appelant"
    while stop - 1 > begin and stop < end and _governs(found, stop - 1) and not is_finite(found, stop):
        stop -= 1  # "la maire | dès fin mai", "le préfet | à la veille du vote"
    if found.form(stop) == "," and (more := _apposition(found, stop + 1, end)):
        stop = more
    span = phrase(found, begin, stop)
    return span, stop


def _governs(found: Passage, at: int) -> bool:
    """A preposition, and nothing else that may end a phrase ("l'homme à la barbe rasée de près")."""
    tied = found.has(at, "determiner", "adverb", "of") or found.has(at - 1, "of")
    return found.has(at, "preposition", "to") and not tied and not found.is_capital(at)


def _before_hearer(found: Passage, begin: int, stop: int) -> int:
    """Where a bare name ends before whoever is told, and any phrase before "und": "sagte X | der Zeitung", "lacht X | und geht"."""
    if not found.has(begin, "determiner", "role", "oblique"):
        stop = next((at for at in range(begin + 1, stop) if "genitive" in found.kinds[at]), stop)
    while stop - 1 > begin and "and" in found.kinds[stop - 1]:
        stop -= 1
    return stop


def _before_told(found: Passage, begin: int, stop: int) -> int:
    """Where a phrase ends before a relay ("a confié l'élue | à Mediapart"), a bare name before whoever is told, or an adjunct.

    As in "raconte Ada Bry | à l'Écho", "said Ada Bry | to the Courier".
    """
    relay = next((at for at in range(begin + 1, stop) if found.has(at, "to", "preposition") and found.after(found.lexicon.relay, at)), stop)
    if relay < stop:
        return relay
    at = begin
    while at < stop and found.is_capital(at) and not found.has(at, "role", "title", "determiner"):
        at += 1
    return at if at - begin >= 2 and at < stop and found.has(at, "to", "preposition") and "of" not in found.kinds[at] else stop


def _past_asides(found: Passage, at: int, end: int) -> int:
    while at < end:
        after = found.after(found.lexicon.aside, at) or found.after(found.lexicon.relay, at)
        if (
            after is None
            and found.form(at) == ","
            and (found.after(found.lexicon.aside, at + 1) or found.after(found.lexicon.relay, at + 1))
        ):
            at += 1
            continue
        if after is None and found.form(at) == "," and found.form(at + 2) == "," and is_beside_alone(found, at + 1):
            after = at + 2
        if after is None and found.form(at) == ",":
            after = _past_parted(found, at, end)
        if after is None and found.has(at, "adverb", "not") and "determiner" not in found.kinds[at]:
            after = at + 1
        if after is None:
            after = _past_adjunct(found, at, end)
        elif _is_described(found, at, after, end):
            after += 1
        if after is None:
            break
        at = after
        if found.form(at) == ",":
            at += 1
    return at


def _past_parted(found: Passage, at: int, end: int) -> int | None:
    """The comma behind an adjunct between commas that stands before somebody: "a rappelé, dans son rapport, | la maire"."""
    closed = past_insertion(found, at, end)
    if closed is None or closed + 2 >= end:
        return None
    named = found.is_capital(closed + 1) and found.is_capital(closed + 2) and "determiner" not in found.kinds[closed + 1]
    office = "determiner" in found.kinds[closed + 1] and "role" in found.kinds[closed + 2]
    return closed if named or office or "title" in found.kinds[closed + 1] else None


def _is_described(found: Passage, at: int, after: int, end: int) -> bool:
    """Does an adjective behind a phrase part it from who speaks: "à la presse norvégienne | le ministre"?"""
    if after >= end or not found.is_word(after) or found.is_capital(after) or after in found.quote_at:
        return False
    if found.kinds[after] or found.has(after - 1, "determiner", "preposition", "of"):
        return False  # "à la presse que", "avec ce nouveau | quai"
    return not moods(found, after) and _past_adjunct(found, at, end) == after + 1


def _past_adjunct(found: Passage, at: int, end: int) -> int | None:
    """After an adjunct with a preposition that stands before somebody: "après le match | le capitaine"."""
    kinds = found.kinds[at]
    if kinds.isdisjoint(PLACES) or "by" in kinds or "of" in kinds:
        return None
    for here in range(at + 2, min(end, at + ADJUNCT_TOKENS)):
        if not found.is_word(here) or here in found.quote_at:
            return None
        if found.has(here, "title", "whoever") or _begins_name(found, at, here) or _begins_noun(found, here):
            if "mark_infinitive" in found.kinds[here - 2] and not found.has(here - 1, "determiner"):
                return None  # "promised on the quay to get | Ada Bry a boat"
            return here + 1 if _is_agency(found, here) else here
    return None


def _begins_noun(found: Passage, at: int) -> bool:
    """An article behind a whole phrase: "dans les colonnes du journal | le président"."""
    if "determiner" not in found.kinds[at] or "of" in found.kinds[at]:
        return False
    return not found.has(at - 1, "preposition", "of", "to", "by", "determiner", "and", "as")


def _is_agency(found: Passage, at: int) -> bool:
    """An acronym behind a common noun, and a name behind it: "à l'agence locale ABZ | Ivo Talmar"."""
    form = found.text[found.starts[at] : found.end(at)]
    if not (1 < len(form) <= _ACRONYM and form.isupper() and found.is_capital(at + 1) and found.is_capital(at + 2)):
        return False
    return not found.text[found.starts[at + 1] : found.end(at + 1)].isupper()


def _begins_name(found: Passage, first: int, at: int) -> bool:
    """A name behind a common noun ("à la sortie du tribunal | Ada Bry"), or of two words behind a place ("à Ormel | Ada Bry")."""
    if not found.is_capital(at) or found.has(at - 1, "preposition", "of", "to", "by", "determiner", "and", "as"):
        return False
    if not found.is_capital(at - 1):
        return True
    return at == first + 2 and found.is_capital(at + 1)


def _opens_phrase(found: Passage, at: int) -> bool:
    if at in found.quote_at:
        return len(found.quote_at[at].inner) <= 40
    if not found.is_word(at):
        return False
    if (
        found.has(at, "determiner", "someone", "title")
        or ("whoever" in found.kinds[at] and "who" in found.kinds[at + 1])
        or ("of" in found.kinds[at] and "determiner" in found.kinds[at + 1])
    ):
        return True
    if not found.kinds[at].isdisjoint(_NO_PHRASE):
        return False
    if found.lexicon.order.bare_offices and _describes(found, at):
        return True  # "said | former minister Ada Bry"
    if found.forms[at].isdigit():
        return _is_aged(found, at) or (found.is_capital(at + 1) and not found.has(at + 1, "day", "month"))  # "rapporte 24 Horizons"
    return found.is_capital(at) or "role" in found.kinds[at] or _has_article(found, at)


def _is_aged(found: Passage, at: int) -> bool:
    """A number joined to a word by a hyphen, with a name soon behind: "said | 35-year-old ferryman Bry"."""
    joined = found.form(at + 1) == "-" and found.end(at + 1) == found.starts[at + 2]
    return joined and any(found.is_capital(here) for here in range(at + 3, at + _LEADING))


def _has_article(found: Passage, at: int) -> bool:
    """A name with its article in lower case before a hyphen: "says | al-Bry"."""
    word = found.text[found.starts[at] : found.end(at)]
    article, _, name = word.partition("-")
    return 1 < len(article) < _ACRONYM - 1 and article.isalpha() and name[:1].isupper()


def _describes(found: Passage, at: int) -> bool:
    """Does a plain word in lower case stand before an office or a form of address, with one other between at most, or before a name?"""
    if _leads_to_name(found, at):
        return True
    for here in (at, at + 1):
        if found.kinds[here] or not found.is_word(here) or found.is_capital(here) or FINITE in moods(found, here):
            return False
        if found.has(here + 1, "role", "title") and not found.has(here + 1, "determiner"):
            return True
    return False


def _leads_to_name(found: Passage, at: int) -> bool:
    """Do nothing but plain words stand before a name of two words: "said | undecided voter Ada Bry"?"""
    for here in range(at, at + _LEADING):
        known = moods(found, here)
        if here > at and "title" in found.kinds[here]:
            return True
        if (
            found.kinds[here] - _OFFICES
            or not found.is_word(here)
            or here in found.quote_at
            or (FINITE in known and PARTICIPLE not in known)
        ):
            return False
        if here > at and found.is_capital(here) and found.is_capital(here + 1) and not found.kinds[here + 1] - _OFFICES:
            return not any(found.has(other, "and") and found.is_capital(other + 1) for other in range(here + 2, here + 2 + _LEADING))
    return False


def _apposition(found: Passage, at: int, end: int) -> int | None:
    """The end of an apposition after a comma: "le maire, Jean Petit", "Jean Petit, maire de la ville"."""
    if (
        at >= end
        or found.after(found.lexicon.stops["source"], at) is not None
        or is_beside(found, at)
        or not found.is_word(at)
        or at in found.quote_at
        or is_finite(found, at)
        or ("impersonal" in found.kinds[at] and found.has(at + 1, "who", "that", "which"))  # "…, dit la régie, ce qui surprend"
    ):
        return None
    named = "title" in found.kinds[at] and found.is_capital(at) and found.is_capital(at + 1)  # "un avocat, Me Talmar"
    if not named and found.has(at, "subject", "first", "and", "but", "not", "clitic") and "determiner" not in found.kinds[at]:
        return None
    stop = phrase_end(found, at, end)
    if stop >= end or found.form(stop) in (",", ".", ";", "!", "?", ")", ":") or stop in found.quote_at or found.has(stop, "day", "who"):
        if has_finite(found, at, stop) or stop - at > 24:
            return None
        return stop
    return stop if found.after(found.lexicon.stops["source"], stop) is not None else None
