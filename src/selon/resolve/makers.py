"""Who made what a source cites: "selon un bilan établi par l'AFP", "according to a count by the Harbour Board".

Who read it or was shown it is nobody's source ("un rapport consulté par l'AFP").
"""

import re

from selon.languages.fold import fold
from selon.model.span import Span
from selon.resolve.parts import Phrase
from selon.resolve.phrase import phrase
from selon.resolve.scene import Scene
from selon.resolve.tokens import Token, key_of, word_tokens

_MAKER_CHARS = 110  # from the noun of a source, within which its maker's name ends
_MOST_WORDS = 5  # between that noun and the words that open the maker
_PARTS = re.compile(r"[,.;:!?()«»\"“”\n]")


def maker(said: Phrase, scene: Scene) -> Phrase | None:
    """The phrase of who made what a source names; None: no words open one."""
    text, told = scene.article.text, scene.lexicon
    begin = said.core.start
    parted = _PARTS.search(text, begin, begin + _MAKER_CHARS)
    end = parted.start() if parted else min(len(text), begin + _MAKER_CHARS)
    folded = fold(text[begin:end])
    if not any(word in folded for word in told.making):
        return None  # as in most
    tokens = word_tokens(text, begin, end)
    at = _opening(tokens, scene)
    if at is None:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].start < said.span.end:  # what stands behind the source is of its verb
        tokens = [word for word in tokens if word.start < said.span.end]
    end = _end(tokens, at + 1, scene)
    return phrase(text, Span(tokens[at + 1].start, tokens[end - 1].end), told) if end > at + 1 else None


def _opening(tokens: list[Token], scene: Scene) -> int | None:
    """The last of the words that open the maker; a date may part them ("publiés | jeudi 3 mai | par")."""
    told, dated = scene.lexicon, 0
    for at in range(1, len(tokens)):
        if at - dated >= _MOST_WORDS:
            return None
        if _is_date(tokens[at], scene):
            dated += 1
            continue
        before = next((here for here in range(at - 1, -1, -1) if not _is_date(tokens[here], scene)), 0)
        if key_of([tokens[before], tokens[at]]) in told.makers:
            return at
    return None


def _is_date(word: Token, scene: Scene) -> bool:
    return word.folded in scene.lexicon.calendar or word.form.isdecimal()


def _end(tokens: list[Token], first: int, scene: Scene) -> int:
    """Where the maker's name ends: before a preposition that is no part of it, a relative or a verb."""
    told = scene.lexicon
    for at in range(first, len(tokens)):
        word = tokens[at].folded
        if word in told.relatives or word in told.verbs or (word in told.prepositions and word not in told.of and at > first):
            return at
    return len(tokens)
