"""A sentence without a reading that tells of somebody: a quotation right behind it is theirs, and goes on with nobody who spoke before.

"« A », dit Ada Bry. Paul Orme hausse les épaules. « B »": B is his; of 56 read in 6,000 articles 52 were. Behind several it is nobody's.
Not done yet: somebody told of by one word.
"""

from itertools import takewhile

from selon.attribute.forms import moods
from selon.attribute.lexicon import GERUND
from selon.attribute.sources import subjects
from selon.attribute.tokens import Passage
from selon.model.span import Span

_OFFICE = 4  # tokens in which an office is named: "la toute jeune maire"


def turned(found: Passage, first: int, end: int, last: tuple[Span, int]) -> tuple[Span, int] | None:
    """Whose words go on behind a sentence without a reading, and where those before it end: of whomever it tells of, if of one alone.

    Args:
        found: the passage.
        first: the first token of the sentence.
        end: the token behind it.
        last: who spoke before it.
    """
    said = _words(found.text, last[0])
    others: list[Span] = []
    for who in subjects(found, first, end):
        if who is not None and _is_told_of(found, who) and not any(who.overlaps(other) for other in others):
            others.append(who)
    if not others or _names(found, others[-1]) & said:
        return last
    if len(others) > 1 or _is_unsure(found, others[0]) or _is_about_another(found, end):
        return None
    return _without_article(found, others[0]), last[1]


def is_somebody(found: Passage, source: Span) -> bool:
    """A role, a title or a name of two words; no pronoun: it may be anybody's."""
    tokens = range(found.at(source.start), found.at(source.end))
    names = not found.lexicon.order.nouns_capital and sum(found.is_capital(at) for at in tokens) >= 2
    return names or any(found.has(at, "role", "title") for at in tokens[:_OFFICE])


def _is_told_of(found: Passage, who: Span) -> bool:
    """A role, a title, or a name of two words without an article ("le Grand Palais" is no person), in no clause of time or place."""
    at = found.at(who.start)
    named = found.is_capital(at) and found.is_capital(at + 1) and not found.has(at, "determiner")
    told = named or any(found.has(here, "role", "title") for here in range(at, at + _OFFICE))
    return told and is_somebody(found, who) and not found.has(at - 1, "which", "subordinator", "if", "that")


def _is_unsure(found: Passage, who: Span) -> bool:
    """More than one ("deux élus", "Ada Bry et Paul Orme"), or somebody of whoever spoke before ("son fils")."""
    tokens = range(found.at(who.start), found.at(who.end))
    if GERUND in moods(found, tokens[0]) or any(at in found.quote_at for at in tokens):  # "Citant Ada Bry, Paul Orme"
        return True
    if found.forms[tokens[0]] in found.lexicon.possessives or any(found.has(at, "and") or _parts(found, at) for at in tokens):
        return True
    office = takewhile(lambda at: at == tokens[0] or not found.has(at, "of"), tokens[:_OFFICE])
    return any(found.forms[at].endswith("s") and found.has(at, "determiner", "role") for at in office)


def _is_about_another(found: Passage, at: int) -> bool:
    """Does the quotation at a token speak of "him" or "her" and of nobody first: "Paul Orme a un bac. « Il gagne bien sa vie. »"?"""
    if at not in found.quote_at:
        return False
    words = _words(found.text, found.quote_at[at].inner)
    kinds = [found.lexicon.kinds.get(word, frozenset()) for word in words]
    if any("first" in known for known in kinds):
        return False
    return any("subject" in known and known.isdisjoint(("determiner", "impersonal", "indefinite")) for known in kinds)


def _parts(found: Passage, at: int) -> bool:
    """Is a comma one behind which another subject stands: "Présidée par Ada Bry, | cette rencontre", no office: "Ada Bry, la maire"?"""
    return found.forms[at] == "," and found.has(at + 1, "determiner") and not any(found.has(here, "role") for here in (at + 2, at + 3))


def _without_article(found: Passage, who: Span) -> Span:
    """Without the pronoun of a verb behind it, which looks like an article: "Ada Bry | l'a soutenu"."""
    last = found.before(who.end - 1) - 1
    return who if last == found.at(who.start) or not found.has(last, "determiner") else found.span_of(found.at(who.start), last)


def _names(found: Passage, who: Span) -> frozenset[str]:
    """The words by which somebody is known again: those with a capital that are no form of address."""
    tokens = range(found.at(who.start), found.at(who.end))
    return frozenset(found.forms[at] for at in tokens if found.is_capital(at) and not found.has(at, "title", "determiner", "role"))


def _words(text: str, who: Span) -> frozenset[str]:
    """All words of a source, which may stand in another passage."""
    return frozenset(who.of(text).lower().replace("’", "'").replace("'", " ").split())
