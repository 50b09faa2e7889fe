"""The state of a body that has none beside it: "le gouvernement" in an article about one state only.

Where the article names two states, or names one without an office or a body of it, the body stays one of its own.
Not done yet: the state of an article that names several, one of them in passing.
"""

from selon.model.span import Span
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, longest, plain_tokens

_AHEAD_WORDS = 3  # from a state's name back to the noun that it stands behind ("le ministre de la République tchèque")


def with_adjective(form: str, code: str, gender: str, told: Lexicon) -> str:
    """A noun with the adjective of a state, by the habit of the language ("gouvernement norvégien", "Norwegian government")."""
    row = told.countries[code]
    adjective = (row.feminine if gender == "f" else row.masculine)[0]
    return f"{form} {adjective}" if told.grammar.head == "first" else f"{adjective} {form}"


def only_state(text: str, told: Lexicon) -> tuple[str, Span] | None:
    """The state that a text names, where it names no other, and where an office or a body of it stands."""
    tokens = plain_tokens(text)
    codes: set[str] = set()
    where: Span | None = None
    at = 0
    while at < len(tokens):
        state, proper = longest(told.states, tokens, at), longest(told.named, tokens, at)
        capital = tokens[at].form[0].isupper()
        count = max((found[1] for found in (state, proper) if found is not None), default=1)
        if proper is not None and proper[1] == count and proper[0].country and capital:
            codes.add(proper[0].country)
            official = proper[0].kind != "state" or _of_an_office(tokens, at, count, told)
        elif state is not None and (capital or tokens[at].folded in told.adjectives.reach):
            codes.add(state[0])
            official = _of_an_office(tokens, at, count, told)
        else:
            official = False
        if official and where is None:
            where = Span(tokens[at].start, tokens[at + count - 1].end)
        at += count
    return (next(iter(codes)), where) if len(codes) == 1 and "" not in codes and where is not None else None


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
