"""Names of firms, papers and clubs, and what is short for one of them."""

import re

from selon.languages.firms import legal_forms
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, key, word_tokens

_FURTHER = r"(?:(?: |&|\n)+[A-Z0-9][\w.&-]*)+"  # words with a capital behind the first
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
    for match in re.finditer(rf"(?<!\w){re.escape(form)}{_FURTHER}", text):
        before = _LAST.search(text, max(0, match.start() - _WORD_CHARS), match.start())
        if before is not None and key(before[1]) not in lexicon.small and key(before[1]) not in lexicon.determiners:
            continue  # it stands within a longer name
        tokens = word_tokens(text, match.start(), match.end())
        shown = [at for at, word in enumerate(tokens) if at and (word.form in legal_forms() or word.folded in lexicon.firms)]
        if shown:
            name = Span(match.start(), tokens[shown[-1]].end)
            found.setdefault(key(name.of(text)), name)
    return next(iter(found.values())) if len(found) == 1 else None
