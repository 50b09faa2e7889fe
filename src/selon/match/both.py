"""What the two statements of a pair both hold, found once for all that is asked of it. Of many pairs at once `common` tells the same."""

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from selon.languages.phonetic import same_spelling
from selon.match.facts import Facts, least_weights, number_met
from selon.match.nearness import Nearness


class Both(NamedTuple):
    """The keys of two statements, in the order of the first; names of one sound are also possible spellings of one name."""

    keys: list[str]
    kinds: list[str]  # the first letter of each
    words: list[str]  # those that are not light
    names: Sequence[str]  # those of names and countries
    content: list[str]  # those that tell what happens, as the language of the first has it
    weight: float  # what both hold of the keys: the smaller weight of each
    content_weight: float  # of those that tell what happens
    whole: float  # the geometric mean of what the two statements weigh
    words_met: int  # words that both hold, light ones aside
    number: float  # the weight of two numbers that differ on paper and can be one; 0 where none are
    articles: Nearness  # those that the two stand in

    @staticmethod
    def of(a: Facts, b: Facts, articles: Nearness) -> "Both":
        """What two statements both hold; `articles`: those that they stand in."""
        keys = list(filter(b.keys.__contains__, a.keys))
        if a.written and b.written:
            keys = [key for key in keys if key[0] != "n" or same_spelling(a.named[key], b.named[key])]
        kinds = [key[0] for key in keys]
        words = [key for key in keys if key[0] != "l"] if "l" in kinds else keys
        names = [key for key in keys if key[0] in "np"] if "n" in kinds or "p" in kinds else ()
        content = _told(a, keys)
        weight = sum(least_weights(a, b, keys))
        content_weight = weight if len(content) == len(keys) else sum(least_weights(a, b, content))
        words_met = min(_words(a, words), _words(b, words))
        number = number_met(a, b) if a.numbers and b.numbers else 0.0
        whole = sqrt(a.weight * b.weight)
        return Both(keys, kinds, words, names, content, weight, content_weight, whole, words_met, number, articles)

    @property
    def cosine(self) -> float:
        """How alike the two are as wholes, in [0, 1]."""
        return self.weight / self.whole


def content_words(a: Facts, b: Facts, keys: Iterable[str], names: Iterable[str]) -> int:
    """How many words of what happens both hold, of some keys of both; a word that is also one of the `names` is none."""
    mine = _told(a, keys)
    theirs = mine if a.code == b.code else _told(b, keys)
    return min(_words(a, mine, names), _words(b, theirs, names))


def _told(facts: Facts, keys: Iterable[str]) -> list[str]:
    """Of some keys those that tell what happens."""
    happens = facts.content
    return [key for key in keys if key in happens]


def _words(facts: Facts, keys: Iterable[str], names: Iterable[str] = ()) -> int:
    """How many words some keys of a statement stand for, those of some names aside: a concept and the broader one may be one word."""
    word = facts.places.__getitem__
    found = set(map(word, keys))
    return len(found.difference(map(word, names)) if names else found)
