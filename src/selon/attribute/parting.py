"""A passage -> its sentences: a quoted heading is one of its own, a quoted question with who asks it is one."""

from bisect import bisect_left
from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.forms import is_finite
from selon.attribute.tokens import Passage
from selon.languages import Language
from selon.languages.sentences import ends

# No sentence of the press is longer: the longest of fr_dev2 has 190 tokens outside quotations. It keeps the cost linear.
_LONGEST = 300  # tokens
_TOLD = frozenset({"hearer", "address"})  # frames of the verbs behind which whoever is told stands
_OFFICES = frozenset({"role"})  # kinds that a name may open with: "Captain Ada Bry"
_HEADING_WORDS, _HEADING_LETTERS = 2, 10  # of a heading in capitals, at least
_KICKER = 4  # tokens of a kicker and the article behind it
_WORD = 6  # letters of a word that is no acronym
_NAMED = 40  # tokens from a quoted heading to the verb of saying that makes it no heading


def sentences(found: Passage, language: Language) -> Iterator[tuple[int, int]]:
    """The sentences as tokens; a quoted heading glued to the text is one of its own ("« Une longue nuit » Le maire a dit …")."""
    first, stops = 0, list(ends(found.plain, 0, len(found.plain), language))
    for stop, next_stop in zip(stops, [*stops[1:], None], strict=True):
        end = bisect_left(found.starts, stop + found.origin, first)
        if (
            next_stop is not None
            and found.lexicon.order.subject_first
            and _asks(found, end - 1)
            and not found.loose_words(first, end)
            and _names(found, end)
        ):
            after = bisect_left(found.starts, next_stop + found.origin, end)
            if _is_told(found, end, after):
                continue  # "“Who closed it?” Orme said."
        while first + 2 < end and first in found.quote_at and _is_glued(found, first) and not _is_told(found, first + 1, end):
            yield first, first + 1
            first += 1
        if (heading := _after_capitals(found, first, end) or _after_kicker(found, first, end)) is not None:
            yield first, heading
            first = heading
        while end - first > _LONGEST:
            yield first, first + _LONGEST
            first += _LONGEST
        if first < end:
            yield first, end
        first = end


def _after_capitals(found: Passage, first: int, end: int) -> int | None:
    """The token behind a heading in capitals that is glued to its text ("CINQ BLESSÉS | Le préfet a dit …"); None where there is none."""
    at, letters, words, plain = first, 0, 0, False
    while at < end and (not (found.is_word(at) or at in found.quote_at) or _is_in_capitals(found, at)):
        if found.forms[at] in ".;()":
            return None
        size = len(found.forms[at]) if found.is_word(at) and at not in found.quote_at else 0
        letters, words, plain = letters + size, words + (size > 1), plain or size >= _WORD or (size > 1 and bool(found.kinds[at]))
        at += 1
    opens = at < end and found.is_capital(at) and len(found.forms[at]) > 1 and found.is_word(at - 1)
    if opens and len(found.forms[at - 1]) == 1:
        at -= 1  # "BLESSÉS | À Sorne"
    return at if opens and words >= _HEADING_WORDS and letters >= _HEADING_LETTERS and plain else None


def _after_kicker(found: Passage, first: int, end: int) -> int | None:
    """The token behind a few words that tell what a text is about: "Crise | Le préfet a dit …"; None where there are none."""
    article = next((at for at in range(first + 1, min(end - 1, first + _KICKER)) if _opens_anew(found, at)), None)
    if article is None or not all(found.is_word(at) and found.kinds[at] <= _OFFICES for at in range(first, article)):
        return None
    return article if not any(is_finite(found, at) for at in range(first, article)) else None


def _opens_anew(found: Passage, at: int) -> bool:
    """An article with a capital before a common noun or an office."""
    return found.is_capital(at) and "article" in found.kinds[at] and (not found.is_capital(at + 1) or _is_office(found, at + 1))


def _is_office(found: Passage, at: int) -> bool:
    """As in "Premier ministre", no surname ("Ada Le Maire")."""
    return found.has(at, "role") and found.has(at + 1, "role") and not found.is_capital(at + 1)


def _is_in_capitals(found: Passage, at: int) -> bool:
    form = found.text[found.starts[at] : found.end(at)]
    return form.isupper()


def _asks(found: Passage, at: int) -> bool:
    """Is it a quotation that ends in a question or an exclamation?"""
    quote = found.quote_at.get(at)
    return quote is not None and found.text[quote.inner.end - 1] in "?!"


def _names(found: Passage, at: int) -> bool:
    """May whoever speaks begin here: a name, an article, a pronoun?"""
    return found.has(at, "subject", "determiner", "title") or (found.is_capital(at) and found.kinds[at] <= _OFFICES)


def _is_glued(found: Passage, at: int) -> bool:
    last = found.text[found.quote_at[at].inner.end - 1]
    return last not in ".!?…," and (at + 1 in found.quote_at or found.is_capital(at + 1)) and found.quoted_words(at) >= 2


def _opens_circumstance(found: Passage, at: int) -> bool:
    """Does it tell what else happens: "Orme asks | as a boat sails by"?"""
    return found.has(at, "as", "subordinator") and not found.has(at, "polar") and found.has(at + 1, "subject", "determiner")


def _is_told(found: Passage, at: int, end: int) -> bool:
    """Do a name and a verb of saying close the sentence behind a quotation: "“We lost the bridge” Orme said on Friday."?"""
    stop = min(end, at + _NAMED)
    while at < stop and found.is_word(at) and found.forms[at] not in found.lexicon.verbs and not is_finite(found, at):
        at += 1
    if at >= stop or not any("incise" in verb.frames for verb, _ in found.lexicon.verbs.get(found.forms[at], ())):
        return False
    after = past_asides(found, at + 1, end)
    if after >= end or not found.is_word(after) or found.has(after, "of") or _opens_circumstance(found, after):
        return True
    if any(is_finite(found, here) or found.has(here, "that", "if", "subject") for here in range(after, end)):
        return False
    hearer = any(not verb.frames.isdisjoint(_TOLD) for verb, _ in found.lexicon.verbs[found.forms[at]])
    return hearer or found.has(after, "to", "preposition")  # "Orme asked the crowd", "Orme said in front of the hall"
