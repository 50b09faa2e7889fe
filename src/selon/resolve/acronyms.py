"""The acronyms that an article gives for names: "la Ligue des pêcheurs de Valdor (LPV)", "LPV (Ligue des pêcheurs de Valdor)".

One that speaks needs no brackets, where its article has one name of words with a capital that it may stand for.

An acronym stands for the words right before its brackets, or in them, whose first letters it has in their order; small words and the
legal form of a firm may have none. In an article that does not give it, it stands for the one name for which several articles give it;
where one article gives it, or they give it for several names, for the one that those of a month give it for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from selon.languages.firms import legal_forms
from selon.languages.fold import fold
from selon.resolve.lexicon import Lexicon
from selon.resolve.names import is_acronym
from selon.resolve.tokens import Token, word_tokens

if TYPE_CHECKING:
    from selon.resolve.nodes import Node

_BEHIND = re.compile(r" [(<]([A-Z][A-Za-z&.-]{1,9})[)>]")  # an acronym in brackets behind a name
_INSIDE = re.compile(r"(?<!\w)([A-Z]{2,10}) \(([^()\n]{5,90})\)")  # an acronym, and a name in brackets
_CHARS = 100  # before the brackets, within which the name begins
_LEAST_LETTERS = 3  # of an acronym: two letters are the first ones of much


def acronyms(text: str, told: Lexicon, speaking: Iterable[str] = ()) -> dict[str, str]:
    """Acronym -> the name that it stands for, as the text has it first; `speaking`: those that no brackets need to give."""
    found: dict[str, str] = {}
    for match in _BEHIND.finditer(text):
        begin = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _CHARS)
        _note(match[1], text, word_tokens(text, begin, match.start()), found, told)
    for match in _INSIDE.finditer(text):
        _note(match[1], text, word_tokens(text, *match.span(2)), found, told, is_whole=True)
    for short in speaking:
        if short not in found and len(short) >= _LEAST_LETTERS and short.isalpha() and short.isupper():
            names = {" ".join(match[0].split()) for match in _spelt(short, told).finditer(text)}
            if len(names) == 1:
                found[short] = names.pop()
    return found


@lru_cache(maxsize=1 << 12)
def _spelt(short: str, told: Lexicon) -> re.Pattern[str]:
    """Words with a capital that have the letters of an acronym; small ones may stand between, or for a letter ("Department of Trade")."""
    small = "|".join(sorted(re.escape(word) for word in told.small if word.isalpha()))
    between = rf"\s(?:(?:{small})\s)*?"
    first, *others = (rf"{letter}[^\W\d_]*[a-zà-ÿ][^\W\d_]*" for letter in short)
    later = (rf"(?:{word}|(?={letter.lower()})(?:{small})\b)" for letter, word in zip(short[1:], others, strict=True))
    return re.compile(rf"(?<![\w-]){between.join((first, *later))}(?!\w)")


def _note(short: str, text: str, tokens: list[Token], found: dict[str, str], told: Lexicon, *, is_whole: bool = False) -> None:
    """Note the name at the end of some words that an acronym stands for; `is_whole`: it must be all of them."""
    letters = "".join(char for char in fold(short) if char.isalnum())
    if short in found or len(letters) < _LEAST_LETTERS or not is_acronym(short):
        return
    begin = _begin(tokens, len(tokens), letters, told)
    if begin is None or not tokens[begin].form[0].isupper() or (is_whole and any(word.folded not in told.small for word in tokens[:begin])):
        return
    name = text[tokens[begin].start : tokens[-1].end]
    if name != short:
        found[short] = " ".join(name.split())


def _begin(tokens: list[Token], end: int, letters: str, told: Lexicon) -> int | None:
    """Which of the words before `end` is the first of a name with these first letters; None: none."""
    if end == 0 or not letters:
        return end if not letters else None
    word = tokens[end - 1]
    if word.folded[0] == letters[-1]:
        rest = letters[:-1]
        begin = (end - 1) if not rest else _begin(tokens, end - 1, rest, told)
        if begin is not None:
            return begin
    skipped = word.folded in told.small or word.form in legal_forms()
    return _begin(tokens, end - 1, letters, told) if skipped else None


def named_in_full(nodes: "list[Node]") -> "list[Node]":
    """The nodes; those that bear an acronym have the key of the name that it stands for."""
    given: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if node.short is not None:
            given[node.short[0]].append(node)
    usual = {short: name for short, found in given.items() if (name := _usual(found)) is not None}
    return [_in_full(node, given, usual) for node in nodes] if given else nodes


def _usual(given: "list[Node]") -> str | None:
    """The key of the only name for which several articles give an acronym."""
    names = {node.short[1] for node in given if node.short is not None}
    return next(iter(names)) if len(names) == 1 and len({node.article for node in given}) > 1 else None


def _in_full(node: "Node", given: "dict[str, list[Node]]", usual: dict[str, str]) -> "Node":
    if node.key is None or node.key not in given:
        return node
    if node.short is not None:
        return replace(node, key=node.short[1], forms=())
    near = {other.short[1] for other in given[node.key] if other.short is not None and node.is_near(other)}
    name = usual.get(node.key) or (next(iter(near)) if len(near) == 1 else None)
    return replace(node, key=name, forms=()) if name is not None else node
