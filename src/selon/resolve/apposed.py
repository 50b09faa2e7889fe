"""A body's name behind words that only say what it is: "a monitoring group, the Tolm Observatory", "un collectif, la Ligue des Marées".

Where nothing in front has a capital, the name speaks. The town behind a name of several capitals is where it works, and no part of it.
"""

from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, longest

_KINDS = frozenset({"body", "group", "outlet"})  # of the noun in front
_LEAST_CAPITALS = 2  # of a name


def body_beside(text: str, chunks: list[list[Token]], lexicon: Lexicon) -> list[Token] | None:
    """The words of the name with its article; None: the source has none such. `chunks` come without the indefinite article of the first."""
    words = [word for chunk in chunks[:2] for word in chunk]
    at = next((at for at, word in enumerate(words) if word.form[0].isupper()), 0)
    if at < 2 or not _is_article(words[at - 1], lexicon) or len(chunks[0]) not in (at - 1, len(words)):
        return None
    front = words[: at - 1]
    parted = len(chunks[0]) == at - 1 and text[front[-1].end : words[at - 1].start].strip() == ","
    if not parted and (lexicon.grammar.head != "last" or front[-1].folded in lexicon.small | lexicon.prepositions | lexicon.verbs):
        return None  # where commas are kept, two nouns without one hardly stand so
    if not any(_tells_a_body(front, place, lexicon) for place in range(len(front))):
        return None
    end = _without_place(words, at, lexicon)
    capitals = sum(word.form[0].isupper() for word in words[at:end])
    return words[at - 1 : end] if capitals >= _LEAST_CAPITALS else None


def _is_article(word: Token, lexicon: Lexicon) -> bool:
    row = lexicon.determiners.get(word.folded)
    return row is not None and row.kind == "definite"


def _tells_a_body(front: list[Token], at: int, lexicon: Lexicon) -> bool:
    noun = longest(lexicon.nouns, front, at)
    return noun is not None and noun[0].kind in _KINDS


def _without_place(words: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where a name ends, without "in Tolm" behind it."""
    last = len(words)
    if last - at > _LEAST_CAPITALS + 1 and words[last - 2].folded in lexicon.prepositions and words[last - 2].folded not in lexicon.of:
        return last - 2 if words[last - 1].form[0].isupper() else last
    return last
