"""Signs in a text that a run of capitals is a person's name: an age, a verb, an office before it, a speaker under its last word."""

from selon.resolve.lexicon import Lexicon
from selon.resolve.lines import Line
from selon.resolve.names import is_acronym, is_capital
from selon.resolve.offices import offices
from selon.resolve.parts import Phrase
from selon.resolve.runs import Run
from selon.resolve.tokens import Token, longest

_YOUNGEST, _OLDEST = 4, 114  # years of who is told with an age
_HEADLINE = 6  # words of one, at least
_LONGEST = 3  # words of a name that its surname alone stands for elsewhere
_OFTEN = 2  # times that a surname stands alone before a capital that is no part of it


def aged(text: str, tokens: list[Token], end: int, told: Lexicon) -> bool:
    """As in "Ivo, 54 ans", "Ivo, Malien de 54 ans", "Ivo, un voisin": an age, a people or a description after the name."""
    if end + 1 >= len(tokens):
        return False
    comma = text[tokens[end - 1].end : tokens[end].start].strip() == ","
    if comma and is_capital(tokens[end]) and tokens[end].folded in told.adjectives:
        return True
    article = told.determiners.get(tokens[end].folded)
    if comma and article is not None and article.kind == "indefinite" and tokens[end - 1].folded in told.given:
        return tokens[end + 1].folded not in told.given
    close = comma or not text[tokens[end - 1].end : tokens[end].start].strip()
    return close and _is_age(tokens[end]) and tokens[end + 1].form.isalpha() and tokens[end - 1].folded in told.given


def tells_age(text: str, tokens: list[Token], end: int, told: Lexicon) -> bool:
    """Does an age in years stand right behind a name: "Ivo, 54 ans", "Ivo (54 ans"?"""
    if end + 1 >= len(tokens) or not _is_age(tokens[end]) or tokens[end + 1].folded not in told.years:
        return False
    return text[tokens[end - 1].end : tokens[end].start].strip() in (",", "(")


def years_old(text: str, tokens: list[Token], end: int, told: Lexicon) -> bool:
    """As in "Talmarine, 46 ans,": an age in years between commas, or before the end, is nobody's but a person's."""
    if not tells_age(text, tokens, end, told):
        return False
    behind = text[tokens[end + 1].end : tokens[end + 1].end + 2].strip()[:1]
    return behind in (",", ")", ".", "")


def _is_age(word: Token) -> bool:
    return word.form.isdecimal() and len(word.form) <= 3 and _YOUNGEST <= int(word.form) <= _OLDEST


def _only_opens(text: str, word: Token, told: Lexicon) -> bool:
    """Has the word its capital because a sentence begins ("But Talmar", "Interestingly Talmar")? It may stand elsewhere without one."""
    low = word.form.lower()
    return word.folded in told.small or word.folded in told.relatives or low.endswith(told.grammar.describing) or f" {low} " in text


def acts(text: str, tokens: list[Token], at: int, size: int, told: Lexicon) -> bool:
    """Two capitals or more that open a sentence without an article and are followed by a verb."""
    if size < 2 or at + size >= len(tokens) or tokens[at + size].folded not in told.verbs:
        return False
    if _only_opens(text, tokens[at], told) or any(is_acronym(word.form) for word in tokens[at : at + size]):
        return False
    gap = text[tokens[at - 1].end : tokens[at].start] if at else "\n"
    return any(mark in gap for mark in ".\n!?") and not any(longest(told.nouns, tokens, at + i, at + size) for i in range(size))


def is_borne(own: list[Token], run: Run, surnames: frozenset[str], told: Lexicon) -> bool:
    """As in "Daizha Talmar", where "Talmar" says something elsewhere: persons are short for their last word, firms for their first."""
    if (
        not 1 < run.size <= _LONGEST
        or own[-1].folded not in surnames
        or not all(is_capital(word) or word.folded in told.particles for word in own)
    ):
        return False
    return not any(longest(told.nouns, own, at) or longest(told.states, own, at) or longest(told.named, own, at) for at in range(len(own)))


def names_a_body(tokens: list[Token], at: int, end: int, told: Lexicon) -> bool:
    """As in "Cook Political Report", "Defense Authorization Act": do capitals without a given name end in the noun of a thing?"""
    if end - at < 2 or told.nouns.reach.keys().isdisjoint([word.folded for word in tokens[at:end]]):
        return False
    nouns = ((place, longest(told.nouns, tokens, place, end)) for place in range(at, end))
    return any(noun is not None and noun[0].kind not in ("role", "anonymous") and place + noun[1] == end for place, noun in nouns)


def is_headline(words: list[Token]) -> bool:
    """Is it written in capitals, as headlines are ("CNN Reporter Caught on Video")? Then two of them are no name."""
    capitals = sum(is_capital(word) for word in words)
    return len(words) >= _HEADLINE and capitals * 4 >= len(words) * 3


def is_introduced(text: str, tokens: list[Token], at: int, size: int, told: Lexicon) -> bool:
    """As in "Son suppléant, Ulyx Talmar, …": two capitals between commas, behind a noun with whose it is."""
    if size < 2 or at < 2 or at + size >= len(tokens) or not tokens[at - 1].form.islower():
        return False
    row = told.determiners.get(tokens[at - 2].folded)
    gaps = (text[tokens[at - 1].end : tokens[at].start].strip(), text[tokens[at + size - 1].end : tokens[at + size].start].strip())
    return row is not None and row.kind == "possessive" and row.number != "p" and gaps == (",", ",")


def holds_office(role: Phrase | None, run: Run, words: Line) -> bool:
    """As in "President Talmar": an office or a rank right before one capital; "le patron Valmer" may be of a firm."""
    if role is None or role.head is None or words.text[role.span.end : run.start].strip(" \u00a0"):
        return False
    return role.head.rank or bool(offices(role, words.text, words.told))


def only_leads(text: str, own: list[Token], run: Run) -> bool:
    """As in "Though Talmar": a capital of a sentence's beginning, before a name that stood without it, and never with it."""
    if run.titled or run.given >= 0 or run.size < 2:
        return False
    form, rest, start = text[run.start : run.end], text[own[1].start : run.end], run.start
    return form not in text[:start] and text.count(rest, 0, start) >= _OFTEN
