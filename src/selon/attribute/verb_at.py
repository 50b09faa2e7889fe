"""Which cue verb stands at a token, in which mood, with the words that belong to it."""

from selon.attribute.forms import is_finite
from selon.attribute.lexicon import INFINITIVE, Verb
from selon.attribute.tokens import BETWEEN, Passage

_OBJECT = 8  # tokens behind a verb in which its object is looked for


def verb_at(found: Passage, at: int, mood: str, reflexive: bool) -> tuple[Verb | None, int]:
    """The cue verb at a token in that mood, with the token after the words that belong to it.

    An infinitive with a capital inside a sentence, or one that ends where somebody speaks, is a name: "sur Twitter", "sur twitter".
    """
    named = mood == INFINITIVE and at > 0 and found.is_word(at - 1)
    if named and (found.is_capital(at) or found.after(found.lexicon.relay, at - 1) == at + 1):
        return None, at
    for verb, its in found.lexicon.verbs.get(found.forms[at], ()):
        if its != mood or verb.reflexive != reflexive or (verb.unless and _means_another(found, at + 1, verb.unless)):
            continue
        if not verb.then:
            return verb, at + 1
        if (end := _belongings(found, at + 1, verb.then)) is not None:
            return verb, end
    return None, at


def _means_another(found: Passage, at: int, nouns: frozenset[str]) -> bool:
    """Does one of some nouns close the noun phrase right behind a verb ("claimed | hundreds of lives"), and open no clause?"""
    for here in range(at, at + _OBJECT):
        if found.form(here) in nouns:
            return not is_finite(found, here + 1)
        if not found.is_word(here) or is_finite(found, here):
            return False
    return False


def _belongings(found: Passage, at: int, words: tuple[tuple[str, ...], ...]) -> int | None:
    """The token after the words that belong to a verb; a pronoun and adverbs may stand before them."""
    known, kinds = found.forms, found.kinds
    while known[at] not in words[0]:
        after = at + 1 if not kinds[at].isdisjoint(BETWEEN) else found.after(found.lexicon.aside, at)
        if after is None:
            return None
        at = after
    for forms in words:
        if known[at] not in forms:
            return None
        at += 1
    return at
