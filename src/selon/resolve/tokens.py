"""Words with their folded forms, and forms of tables looked up among them."""

from functools import lru_cache
from itertools import accumulate, compress, starmap
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from selon.languages.fold import fold
from selon.languages.words import pieces
from selon.resolve.forms import Forms

T = TypeVar("T")
_MOST_FORMS = 65536


class Token(Struct, frozen=True, gc=False):
    """One word: its code points, half-open, the characters as they stand, and folded; a struct, for they are made by the million."""

    start: int
    end: int
    form: str
    folded: str


_MARKS = ',.;:!?…()[]«»“”"\u00a0\u202f'  # that stand close to a word and are no part of one
_ELIDED_MOST = 8  # letters from which on no word is elided, as words.py has it
beginning = attrgetter("start")  # by which a word is looked for among others


class _Folds(dict[str, str]):
    """Words with their folded form, and "" for what stands between words: made when asked for, forgotten when there are too many."""

    def __missing__(self, piece: str) -> str:
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[piece] = folded = fold(piece) if piece[0].isalnum() or piece[0] == "_" else ""
        return folded


_folds = _Folds()


def plain_tokens(text: str) -> list[Token]:
    """All words of a text."""
    return _tokens(text, 0, len(text))[0]


def _tokens(text: str, start: int, end: int) -> tuple[list[Token], list[str]]:
    """The words, and the folded form of every piece."""
    found = pieces(text, start, end)
    bounds = list(accumulate(map(len, found), initial=start))
    folded = list(map(_folds.__getitem__, found))
    words = compress(zip(bounds, bounds[1:], found, folded, strict=False), folded)
    return list(starmap(Token, words)), folded


def word_tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of text; an English genitive is no word and no part of one ("Talmar's")."""
    if start and text[start - 1].isalnum():
        return _whole_tokens(text, start, end)  # cut inside a word, whose letters before the cut may tell how it goes on
    found: list[Token] = []
    keep = found.append
    for chunk in text[start:end].replace("\n", " ").split(" "):
        plain = chunk.isascii() and chunk.islower() and chunk.isalpha()  # as most are: they need no looking up
        known = chunk if plain else _chunks[chunk]
        if isinstance(known, str):
            stop = start + len(chunk)
            keep(Token(start, stop, chunk, known))
            start = stop + 1
        else:
            for word in known:
                keep(Token(start + word.start, start + word.end, word.form, word.folded))
            start += len(chunk) + 1
    return found


def first_words(text: str, start: int, end: int, count: int) -> list[Token]:
    """The first words of a stretch of text, so many at most: those behind them are not made."""
    found: list[Token] = []
    at = start
    while len(found) < count:
        space = text.find(" ", at, end)
        if space < 0:
            return [*found, *word_tokens(text, at, end)][:count] if at < end else found
        found = [*found, *word_tokens(text, at, space)] if space > at else found
        at = space + 1
    return found[:count]


def last_words(text: str, start: int, end: int, count: int = 1) -> list[Token]:
    """The last words of a stretch of text, so many at most: those before them are not made."""
    found: list[Token] = []
    at = end
    while len(found) < count:
        space = text.rfind(" ", start, at)
        if space < 0:
            return word_tokens(text, start, end)[-count:]
        found = [*word_tokens(text, space + 1, at), *found] if at - space > 1 else found
        at = space
    return found[-count:]


class _Chunks(dict[str, str | tuple[Token, ...]]):
    """What stands between two spaces: the folded form, where it is one word and nothing else, else its words, counted from its beginning.

    No word and no genitive reaches over a space, and most of what stands between two has been met before: so a text is cut at its spaces,
    which is quicker than by a pattern. Made when asked for, forgotten when there are too many.
    """

    def __missing__(self, chunk: str) -> str | tuple[Token, ...]:
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[chunk] = found = fold(chunk) if chunk.isalpha() else _words_of(chunk)
        return found


_chunks = _Chunks()


def _words_of(chunk: str) -> tuple[Token, ...]:
    """The words between two spaces; of what most are, one word or an elided one before another, with marks around, without a pattern."""
    word = chunk.strip(_MARKS)
    begin, end = chunk.find(word), chunk.find(word) + len(word)
    if word.isalpha():
        return (Token(begin, end, word, fold(word)),)
    head, mark, tail = word.partition("'" if "'" in word else "’")
    if mark and len(head) < _ELIDED_MOST and len(tail) > 1 and head.isalpha() and tail.isalpha():
        at = begin + len(head) + 1
        return Token(begin, at, head + mark, fold(head + mark)), Token(at, end, tail, fold(tail))
    return tuple(_whole_tokens(chunk, 0, len(chunk)))


def _whole_tokens(text: str, start: int, end: int) -> list[Token]:
    found, folded = _tokens(text, start, end)
    return _without_genitives(text, found) if "s" in folded else found


def _without_genitives(text: str, tokens: list[Token]) -> list[Token]:
    genitives = [at for at, word in enumerate(tokens) if at and word.folded == "s" and _is_genitive(text, tokens[at - 1], word)]
    for at in reversed(genitives):
        last = tokens[at - 1]
        if last.form[-1] in "'’":
            tokens[at - 1] = Token(last.start, last.end - 1, last.form[:-1], _folds[last.form[:-1]])
        del tokens[at]
    return tokens


def _is_genitive(text: str, owner: Token, word: Token) -> bool:
    return word.form in ("s", "S") and text[word.start - 1] in "'’" and owner.end >= word.start - 1


def plain_key(text: str) -> str:
    """All words of a text, folded, one space between: the key of `plain_tokens`, which are not made."""
    return " ".join(filter(None, map(_folds.__getitem__, pieces(text, 0, len(text)))))


def key_of(tokens: list[Token]) -> str:
    """Folded words, one space between."""
    return " ".join([word.folded for word in tokens])


@lru_cache(maxsize=16384)
def key(form: str) -> str:
    """The key of a form as it stands in a table."""
    return fold(form) if form.endswith(("'", "’")) else plain_key(form)


def longest(table: Forms[T], tokens: list[Token], at: int, end: int | None = None) -> tuple[T, int] | None:
    """The row whose form covers the most words from `at` on, before `end`, and how many."""
    stop = len(tokens) if end is None else end
    if at >= stop:
        return None
    first = tokens[at].folded
    reach = table.reach.get(first)
    if reach is None:
        return None
    if reach == 1:
        return table[first], 1
    for count in range(min(reach, stop - at), 1, -1):
        row = table.get(key_of(tokens[at : at + count]))
        if row is not None:
            return row, count
    row = table.get(first)
    return (row, 1) if row is not None else None
