"""Names of firms, papers and clubs, and what is short for one of them."""

import re
from collections.abc import Iterator
from functools import cache

from selon.languages.firms import legal_forms, partners
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.names import is_acronym
from selon.resolve.tokens import Token, key, word_tokens

_FURTHER = re.compile(r"(?:(?: |&|\n)+[A-Z0-9][\w.&-]*)+")  # words with a capital behind the first
_IN_WORD = re.compile(r"(?<=\w)")  # a place right behind a letter or a digit
_INITIALS = frozenset({"", "."})  # what may stand before "and", or between the words of one partner's name
_LISTED = _INITIALS | {",", "&"}  # between the names of partners
_PARTNER_CHARS = 40  # behind the first partner, for the others and their legal form
_LAST, _WORD_CHARS = re.compile(r"([A-Z][\w.&-]*) $"), 25  # a word with a capital right before


def is_firm(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Is one of the words a firm's, a paper's or a club's, or the last one a legal form ("Valdor Holdings", "Marée Hebdo", "Valdor AG")?"""
    if end - at <= 1:
        return False
    if tokens[end - 1].form in legal_forms() or (
        tokens[end - 1].form in partners() and tokens[end - 2].folded in lexicon.grammar.coordination
    ):
        return True
    return not lexicon.firms.isdisjoint([word.folded for word in tokens[at:end]])


def past_partners(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """Where a firm's name ends that stands before a word and goes on there: "Talmar | and Co Ltd", "Corvin, | Bry and Sons".

    `at` itself where it does not go on.
    """
    here, count = at, len(tokens)
    if at >= count or not (tokens[at].form[0].isupper() or tokens[at].folded in lexicon.grammar.coordination):
        return at  # as most are
    while 0 < here < count - 1:
        gap, form = text[tokens[here - 1].end : tokens[here].start].strip(), tokens[here].form
        if gap in _INITIALS and tokens[here].folded in lexicon.grammar.coordination:
            return _past_form(text, tokens, here + 2) if tokens[here + 1].form in partners() else at
        if not form[0].isupper() or gap not in _LISTED or (gap == "," and here == at and _is_full_name(tokens, at, lexicon)):
            break
        if gap == "&" and form in partners():
            return _past_form(text, tokens, here + 1)
        here += 1
    return at


def _is_full_name(tokens: list[Token], end: int, lexicon: Lexicon) -> bool:
    """As in "Ivo Talmar, | Corvin & Co's chairman": is the word before the last one a given name?"""
    return end > 1 and tokens[end - 2].folded in lexicon.given and tokens[end - 2].form[0].isupper()


def _past_form(text: str, tokens: list[Token], at: int) -> int:
    """Behind the legal form that ends a name, where one stands there."""
    while at < len(tokens) and tokens[at].form in legal_forms() and not text[tokens[at - 1].end : tokens[at].start].strip():
        at += 1
    return at


def full_firm(form: str, text: str, lexicon: Lexicon) -> Span | None:
    """The name of a firm that begins with a word, up to what shows it to be one ("Dome" of "Dome Petroleum Ltd").

    A name that goes on with partners may have others before that word ("Talmar" of "J.P. Talmar and Co"). None where no such name
    stands in the text, or several do.
    """
    found: dict[str, Span] = {}
    if form in legal_forms():
        return None
    for start, end in _longer(form, text):
        tokens = word_tokens(text, start, min(len(text), end + _PARTNER_CHARS))
        within = sum(word.end <= end for word in tokens)
        last = past_partners(text, tokens, within, lexicon)
        if last > within:
            start = _first_partner(text, start, lexicon)
        elif _before(text, start, lexicon) is not None:
            continue  # it stands within a longer name
        shown = [at for at, word in enumerate(tokens[:last]) if at and (word.form in legal_forms() or word.folded in lexicon.firms)]
        if shown or last > within:
            name = Span(start, tokens[last - 1 if last > within else shown[-1]].end)
            found.setdefault(key(without_legal_form(" ".join(name.of(text).split()))), name)
    return next(iter(found.values())) if len(found) == 1 else None


def without_legal_form(name: str) -> str:
    """What a firm is called without its legal form, so that "Talmar and Co" and "Talmar and Co Inc" are one.

    >>> without_legal_form("Valdor Holdings Inc"), without_legal_form("Inc"), without_legal_form("DnV Ltd")
    ('Valdor Holdings', 'Inc', 'DnV Ltd')
    """
    words = name.split(" ")
    if len(words) == 2 and is_acronym(words[0]) and not words[0].isupper():
        return name  # folded, it would be another one
    while len(words) > 1 and words[-1].rstrip(".") in legal_forms():
        words.pop()
    return " ".join(words).rstrip(",") if len(words) < name.count(" ") + 1 else name


def _first_partner(text: str, start: int, lexicon: Lexicon) -> int:
    """Where a name begins that a word stands in: behind initials and given names ("J.P. | Talmar and Co")."""
    while (before := _before(text, start, lexicon)) is not None:
        start = before
    return start


def _before(text: str, start: int, lexicon: Lexicon) -> int | None:
    """Where the capital begins that stands right before a place and is of the same name."""
    before = _LAST.search(text, max(0, start - _WORD_CHARS), start)
    if before is None or key(before[1]) in lexicon.small or key(before[1]) in lexicon.determiners:
        return None
    return before.start()


@cache
def _partnered() -> re.Pattern[str]:
    """What stands behind the name of a first partner: the others, and the word that tells them."""
    return re.compile(rf"(?:,?\s[A-Z][\w.&-]*)*\s(?:\w{{1,3}}|&)\s(?:{'|'.join(sorted(partners()))})\b")


def _longer(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands with further capitals or partners behind it, and where the capitals end."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if not _IN_WORD.match(text, at) and (further := _FURTHER.match(text, end)) is not None:
            end = further.end()
            yield at, end
        elif not _IN_WORD.match(text, at) and _partnered().match(text, end):
            yield at, end
        at = text.find(form, end)
