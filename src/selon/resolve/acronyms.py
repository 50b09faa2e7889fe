"""The acronyms that an article gives for names: "la Ligue des pêcheurs de Valdor (LPV)", "LPV (Ligue des pêcheurs de Valdor)".

An acronym stands for the words right before its brackets, or in them, whose first letters it has in their order; small words and the
legal form of a firm may have none. One that speaks needs no brackets, where its article has one name of words with a capital that it may
stand for.
"""

import re
from collections.abc import Iterable, Iterator

from selon.languages.firms import legal_forms
from selon.languages.fold import fold
from selon.resolve.lexicon import Lexicon
from selon.resolve.names import is_acronym
from selon.resolve.tokens import Token, word_tokens

_BEHIND = re.compile(r" [(<]([A-Z][A-Za-z&.-]{1,9})[)>]")  # an acronym in brackets behind a name
_INSIDE = re.compile(r"(?<!\w)([A-Z]{2,10}) \(([^()\n]{5,90})\)")  # an acronym, and a name in brackets
_CHARS = 100  # before the brackets, within which the name begins
_LEAST_LETTERS = 3  # of an acronym: two letters are the first ones of much


def acronyms(text: str, told: Lexicon, speaking: Iterable[str] = ()) -> dict[str, str]:
    """Acronym -> the name that it stands for, as the text has it first; `speaking`: those that no brackets need to give."""
    found: dict[str, str] = {}
    for match in _BEHIND.finditer(text):
        _note(match[1], text, _before(text, match.start()), found, told)
    for match in _INSIDE.finditer(text):
        _note(match[1], text, word_tokens(text, *match.span(2)), found, told, is_whole=True)
    for short in speaking:
        if short not in found and len(short) >= _LEAST_LETTERS and short.isalpha() and short.isupper():
            names = set(_spelt(short, text, told))
            if len(names) == 1:
                found[short] = names.pop()
    return found


def _before(text: str, end: int) -> list[Token]:
    """The words before a place, as far back as a name may begin: over the end of a line, and not over an empty one."""
    return word_tokens(text, max(text.rfind("\n\n", 0, end) + 1, end - _CHARS, 0), end)


def _spelt(short: str, text: str, told: Lexicon) -> Iterator[str]:
    """Yield the names, of words with a capital and small ones, that have the letters of an acronym and end in such a word."""
    letters = fold(short)
    for match in re.finditer(rf"(?<![\w-]){short[-1]}[^\W\d_]*[a-zà-ÿ][^\W\d_]*", text):
        tokens = _before(text, match.end())
        begin = _begin(tokens, letters, told, in_capitals=True)
        if begin is not None:
            yield " ".join(text[tokens[begin].start : tokens[-1].end].split())


def _note(short: str, text: str, tokens: list[Token], found: dict[str, str], told: Lexicon, *, is_whole: bool = False) -> None:
    """Note the name at the end of some words that an acronym stands for; `is_whole`: it must be all of them."""
    letters = "".join(char for char in fold(short) if char.isalnum())
    if short in found or len(letters) < _LEAST_LETTERS or not is_acronym(short):
        return
    begin = _begin(tokens, letters, told)
    if begin is None or (is_whole and any(word.folded not in told.small for word in tokens[:begin])):
        return
    name = text[tokens[begin].start : tokens[-1].end]
    if name != short:
        found[short] = " ".join(name.split())


def _begin(tokens: list[Token], letters: str, told: Lexicon, *, in_capitals: bool = False) -> int | None:
    """Which of some words is the first of the name at their end that has these first letters, and opens with a capital; None: none.

    `in_capitals`: all of its words have one, but small ones. Of several ways to spell it that is taken in which the last words have a
    letter; each word is tried with each letter once, so that no text makes it long.
    """
    tried: set[tuple[int, int]] = set()
    open_ = [(len(tokens), len(letters))]  # words before which, and letters of which, the rest of the name is
    while open_:
        end, left = open_.pop()
        if left == 0:
            if tokens[end].form[0].isupper():
                return end
            continue
        if end == 0 or (end, left) in tried:
            continue
        tried.add((end, left))
        word = tokens[end - 1]
        is_small = word.folded in told.small
        if is_small or word.form in legal_forms():
            open_.append((end - 1, left))
        if word.folded[0] == letters[left - 1] and (not in_capitals or is_small or word.form[0].isupper()):
            open_.append((end - 1, left - 1))
    return None
