"""The state of a body that has none beside it: "le gouvernement" in an article about one state only.

Where the article names two states, or names one without an office or a body of it, the body stays one of its own.
Not done yet: the state of an article that names several, one of them in passing.
"""

from collections.abc import Iterator

from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, longest, plain_tokens

_OPENING_CHARS = 1000  # of a text, at least
_AHEAD_WORDS = 3  # from a state's name back to the noun that it stands behind ("le ministre de la République tchèque")


def with_adjective(form: str, code: str, gender: str, told: Lexicon) -> str:
    """A noun with the adjective of a state, by the habit of the language ("gouvernement norvégien", "Norwegian government")."""
    row = told.countries[code]
    adjective = (row.feminine if gender == "f" else row.masculine)[0]
    return f"{form} {adjective}" if told.grammar.head == "first" else f"{adjective} {form}"


def only_state(text: str, told: Lexicon) -> tuple[str, Span] | None:
    """The state that a text names, where it names no other, and where an office or a body of it stands."""
    if _opens_with_several(text, told):
        return None
    only: str | None = None
    where: Span | None = None
    for code, official in _states(text, told):
        if not code or (only is not None and code != only):
            return None
        only, where = code, where or official
    return (only, where) if only is not None and where is not None else None


def _opens_with_several(text: str, told: Lexicon) -> bool:
    """Does the opening name two states already, so that the rest need not be read? The last one there may go on behind it."""
    cut = text.find("\n", _OPENING_CHARS)
    codes = [code for code, _ in _states(text[:cut], told)][:-1] if cut >= 0 else []
    return len(set(codes)) > 1 or "" in codes


def _states(text: str, told: Lexicon) -> Iterator[tuple[str, Span | None]]:
    """The states that a text names, by code, in order; with the words that do so where an office or a body of the state stands there."""
    tokens = plain_tokens(text)
    past = 0
    states, named = told.states.reach, told.named.reach
    for at in [at for at, word in enumerate(tokens) if word.folded in states or word.folded in named]:
        word = tokens[at]
        if at < past:
            continue
        state, proper = longest(told.states, tokens, at), longest(told.named, tokens, at)
        capital = word.form[0].isupper()
        count = max((found[1] for found in (state, proper) if found is not None), default=1)
        past = at + count
        if proper is not None and proper[1] == count and proper[0].country and capital:
            official = proper[0].kind != "state" or _of_an_office(tokens, at, count, told)
            code = proper[0].country
        elif state is not None and (capital or word.folded in told.adjectives.reach):
            official, code = _of_an_office(tokens, at, count, told), state[0]
        else:
            continue
        yield code, Span(word.start, tokens[past - 1].end) if official else None


def _of_an_office(tokens: list[Token], at: int, count: int, told: Lexicon) -> bool:
    """Stands a role or a body beside a state's name or adjective: before it, small words between, or, by the habit, behind it?"""
    begin = at
    while begin > max(0, at - _AHEAD_WORDS) and tokens[begin - 1].folded in told.small:
        begin -= 1
    beside = [begin - 1] if begin else []
    if told.grammar.head == "last" and at + count < len(tokens):
        beside.append(at + count)
    nouns = (longest(told.nouns, tokens, place) for place in beside)
    return any(noun is not None and noun[0].kind in ("role", "body", "state") for noun in nouns)
