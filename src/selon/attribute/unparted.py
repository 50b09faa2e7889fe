"""A content before its source in a text that has lost its commas: "The bridge was hit on Monday a ferryman said".

Texts of many collections were stripped of commas before anybody read them. Only a passage of many words without a single one is taken
for such a text, and only a source that stands whole between the end of a clause and a verb that closes the sentence: a pronoun, or a
noun phrase that begins with an article right behind a noun.
Not done yet: sources without an article ("… activists said"), and names with an apposition ("Ada Bry the mayor said").
"""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.contents import whole
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.incise import is_person
from selon.attribute.lexicon import GERUND, PARTICIPLE
from selon.attribute.place import Place, candidate
from selon.attribute.tokens import Passage
from selon.model.span import Span

_BARE_TOKENS = (
    100  # of a passage without a comma; of 24,994 paragraphs of 60 tokens and more in English press that has commas 615 have none
)
_SAYING = frozenset({"that", "incise"})  # frames
_SOURCE = 14  # tokens of a source
_CONTENT = 5  # words of a content, at least
_NAME = 2  # words of a name without an article
_HEARER = 4  # tokens of the name of who is told


def unparted(place: Place) -> Iterator[Candidate]:
    """The reading of a verb that closes a sentence of a text without commas."""
    found, cue = place.found, place.cue
    if not _has_no_commas(found) or not cue.verb.frames >= _SAYING or cue.negated or not _closes(place):
        return
    begin = _source(found, cue.first, place.first)
    if begin is None or found.words(place.first, begin) < _CONTENT or not any(moods(found, at) for at in range(place.first, begin)):
        return
    content, source = whole(found, place.first, begin), found.span_of(begin, cue.first)
    if content is not None:
        features = ("straight", "straight.before.clause", "incise.person" if is_person(found, source) else "incise.thing")
        yield candidate(place, "verb.straight", source, (content,), features)


def source_before(found: Passage, end: int, first: int) -> Span | None:
    """Who stands right before a verb behind an adjunct that no comma closes: "Asked about the dyke | Ada Bry said …"."""
    if not _has_no_commas(found):
        return None
    begin = _source(found, end, first)
    if begin is None and found.is_capital(end - 1):
        begin = end - 1
        while begin > first and _goes_on(found, begin - 1) and (found.is_capital(begin - 1) or found.has(begin - 1, "role", "title")):
            begin -= 1
        begin = begin if end - begin >= _NAME or _opens_sentence(found, begin - 1) else None
    return None if begin is None else found.span_of(begin, end)


def source_behind(found: Passage, end: int, first: int) -> Span | None:
    """A pronoun, a noun phrase with its article, or a name, before a verb and behind a noun in lower case that ends an adjunct."""
    begin = _source(found, end, first)
    if begin is None and found.is_capital(end - 1):
        begin = end - 1
        while begin > first and _goes_on(found, begin - 1) and found.is_capital(begin - 1):
            begin -= 1
    if begin is None or begin <= first + 1:
        return None
    if not _opens_sentence(found, begin - 1) and (found.is_capital(begin - 1) or not _ends_clause(found, begin - 1)):
        return None
    return found.span_of(begin, end)


def _goes_on(found: Passage, at: int) -> bool:
    """May a name go on before its last words with this one: no word that opens a sentence ("… shut | However Orme said")?"""
    return found.is_word(at) and not _opens_sentence(found, at)


def _opens_sentence(found: Passage, at: int) -> bool:
    """Is it an adverb or a day with a capital, inside a text, behind a word that has none: a sentence begins or an adjunct ends there?"""
    told = found.has(at, "adverb", "day", "but") and found.is_capital(at)
    return told and at > 0 and found.is_word(at - 1) and not found.is_capital(at - 1) and "determiner" not in found.kinds[at - 1]


def _has_no_commas(found: Passage) -> bool:
    return len(found.starts) >= _BARE_TOKENS and "," not in found.plain


def _closes(place: Place) -> bool:
    """Does nothing follow the verb but who is told, a day, a relay, or what the speaker does meanwhile?"""
    found, at = place.found, place.cue.end
    if "uninverted" in place.cue.verb.frames:
        at += "determiner" in found.kinds[at]
        end = min(place.end, at + _HEARER)
        at = next((here for here in range(at, end) if not found.is_capital(here)), end)
    at = past_asides(found, at, place.end)
    return at >= place.end or not found.is_word(at) or moods(found, at) == {GERUND}


def _source(found: Passage, end: int, first: int) -> int | None:
    """Where the source begins that ends right before the verb: behind a word that a clause may end with."""
    if "subject" in found.kinds[end - 1]:
        return end - 1 if _ends_clause(found, end - 2) else None
    for at in range(end - 1, max(first, end - _SOURCE), -1):
        if is_finite(found, at) and "determiner" not in found.kinds[at]:
            return None
        if "determiner" in found.kinds[at] and "of" not in found.kinds[at] and _ends_clause(found, at - 1):
            return None if has_finite(found, at, end) else at
    return None


def _ends_clause(found: Passage, at: int) -> bool:
    """May a clause end with this token: a noun, a number, a day, a closing bracket?"""
    if not found.is_word(at):
        return found.form(at) == ")"
    if found.has(
        at, "preposition", "of", "to", "by", "and", "but", "as", "determiner", "that", "who", "which", "if", "not", "subordinator"
    ):
        return False
    if found.has(at, "impersonal", "indefinite", "account", "auxiliary", "being", "modal", "while", "adverb"):
        return False
    return not is_finite(found, at) and moods(found, at).isdisjoint((GERUND, PARTICIPLE))
