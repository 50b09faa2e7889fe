"""The full names of bodies in one article, so that "le parquet" or "le centre" finds what it is short for."""

from dataclasses import dataclass

from selon.languages import Language
from selon.model.article import Article
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, Noun, lexicon
from selon.resolve.phrase import Phrase, body_core
from selon.resolve.tokens import Token, longest

_NAMED = frozenset({"body", "outlet", "group", "document"})
_REACH = 12  # words of a body's name


@dataclass(frozen=True, slots=True)
class FullName:
    """A body's name as it stands somewhere in the text."""

    span: Span
    noun: Noun
    content: frozenset[str]  # folded words besides the head
    own: bool = False  # the span is a proper name alone


def full_names(article: Article, language: Language, blocks: list[list[Token]]) -> tuple[FullName, ...]:
    """Body nouns with a complement that holds a capital or a state's adjective, in text order; `blocks` as `block_tokens` yields them."""
    told = lexicon(language)
    found: list[FullName] = []
    for tokens in blocks:
        for at in range(len(tokens)):
            noun = longest(told.nouns, tokens, at)
            name = _name_from(article.text, tokens, at, noun, told) if noun is not None and noun[0].kind in _NAMED else None
            if name is not None:
                found.append(name)
    return tuple(found)


def _name_from(text: str, tokens: list[Token], at: int, noun: tuple[Noun, int], told: Lexicon) -> FullName | None:
    """From the head to the last capital or adjective that belongs to it."""
    end = last = at + noun[1]
    plain = 0
    while end < len(tokens) and end - at < _REACH:
        gap = text[tokens[end - 1].end : tokens[end].start]
        form = tokens[end].folded
        if gap.strip(" \u00a0\u202f'’-«\"“") or form in told.verbs or form in told.relatives or form in told.pronouns:
            break
        if (tokens[end].form[0].isupper() and len(form) > 1) or form in told.adjectives:
            last = end + 1
        elif form not in told.small and tokens[end - 1].folded not in told.small:
            plain += 1
            if plain > (2 if noun[0].kind == "outlet" else 1):
                break
        elif form in told.prepositions and form not in told.of and form not in told.grammar.purpose:
            break
        end += 1
    if last == at + noun[1]:
        return None
    content = frozenset(word.folded for word in tokens[at + noun[1] : last]) - told.small
    proper = any(word.form[0].isupper() for word in tokens[at + noun[1] : last])
    if noun[0].kind == "outlet" and not proper:  # "un site arabe" names no site
        return None
    span = own_name(tokens[at:last], noun, told)
    return FullName(span, noun[0], content, span.start != tokens[at].start)


def own_name(tokens: list[Token], noun: tuple[Noun, int], told: Lexicon) -> Span:
    """What of a body's words is its name: an outlet's capitals, a centre without the ministry that it belongs to."""
    if noun[0].kind == "outlet":
        at = noun[1]
        while at < len(tokens) and not tokens[at].form[0].isupper():
            at += 1
        if 0 < at < len(tokens) and tokens[at - 1].folded not in told.small:
            return Span(tokens[at].start, tokens[-1].end)
    return body_core(tokens, noun[0], told)


def _same_kind(said: Phrase, name: FullName, extra: frozenset[str] | set[str]) -> bool:
    """Another noun for an outlet that is named before ("le journal Lune", then "ce quotidien")."""
    outlets = said.head is not None and said.head.kind == "outlet" == name.noun.kind
    return outlets and not extra and name.own and name.span.start < said.span.start


def antecedent(said: Phrase, names: tuple[FullName, ...]) -> FullName | None:
    """The full name that a short one stands for: the same noun, nothing that contradicts, the last before it or else the first after."""
    if said.head is None:
        return None
    extra = said.content - set(said.head.key.split())
    kin = [name for name in names if name.noun.key == said.head.key or _same_kind(said, name, extra)]
    able = [name for name in kin if extra <= name.content and not said.core.overlaps(name.span)]
    before = [name for name in able if name.span.start < said.span.start]
    return before[-1] if before else (able[0] if able else None)


def by_officer(said: Phrase, text: str, blocks: list[list[Token]], told: Lexicon) -> tuple[str, Span] | None:
    """As in "la préfecture" beside "la préfète du Nord": the body with its officer's place, where the article has one such place."""
    if said.head is None or not said.head.officers or len(said.content) > len(said.head.key.split()):
        return None
    found: dict[str, Span] = {}
    for tokens in blocks:
        for at in range(len(tokens)):
            noun = longest(told.nouns, tokens, at)
            if noun is not None and noun[0].key in said.head.officers and (span := _place_after(tokens, at + noun[1], told)):
                found.setdefault(" ".join(span.of(text).split()), span)
    if len(found) != 1:
        return None
    place, span = next(iter(found.items()))
    return f"{' '.join(said.core.of(text).split())} {place}", span


def _place_after(tokens: list[Token], at: int, told: Lexicon) -> Span | None:
    """As in "du Nord", "de Marbourg": a small word and the capitals after it, up to a given name."""
    end = at
    while end < len(tokens) and end < at + 2 and tokens[end].folded in told.small:
        end += 1
    begin = end
    while end > at and end < len(tokens) and tokens[end].form[0].isupper() and _no_given(tokens[end], told):
        end += 1
    return Span(tokens[at].start, tokens[end - 1].end) if end > begin else None


def _no_given(word: Token, told: Lexicon) -> bool:
    form = word.folded
    return form not in told.given and form.partition("-")[0] not in told.given
