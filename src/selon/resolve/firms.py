"""Names of firms, papers and clubs, and what is short for one of them."""

import re
from collections.abc import Iterator

from selon.languages.firms import legal_forms
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, key, word_tokens

_FURTHER = re.compile(r"(?:(?: |&|\n)+[A-Z0-9][\w.&-]*)+")  # words with a capital behind the first
_IN_WORD = re.compile(r"(?<=\w)")  # a place right behind a letter or a digit
_LAST, _WORD_CHARS = re.compile(r"([A-Z][\w.&-]*) $"), 25  # a word with a capital right before


def is_firm(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Is one of the words a firm's, a paper's or a club's, or the last one a legal form ("Valdor Holdings", "Marée Hebdo", "Valdor AG")?"""
    if end - at <= 1:
        return False
    return tokens[end - 1].form in legal_forms() or not lexicon.firms.isdisjoint([word.folded for word in tokens[at:end]])


def full_firm(form: str, text: str, lexicon: Lexicon) -> Span | None:
    """The name of a firm that begins with a word, up to what shows it to be one ("Dome" of "Dome Petroleum Ltd").

    None where no such name stands in the text, or several do.
    """
    found: dict[str, Span] = {}
    for start, end in _longer(form, text):
        before = _LAST.search(text, max(0, start - _WORD_CHARS), start)
        if before is not None and key(before[1]) not in lexicon.small and key(before[1]) not in lexicon.determiners:
            continue  # it stands within a longer name
        tokens = word_tokens(text, start, end)
        shown = [at for at, word in enumerate(tokens) if at and (word.form in legal_forms() or word.folded in lexicon.firms)]
        if shown:
            name = Span(start, tokens[shown[-1]].end)
            found.setdefault(key(name.of(text)), name)
    return next(iter(found.values())) if len(found) == 1 else None


def _longer(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands with further capitals behind it, and where these end."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        further = None if _IN_WORD.match(text, at) else _FURTHER.match(text, end)
        if further is not None:
            end = further.end()
            yield at, end
        at = text.find(form, end if further is not None else at + 1)
