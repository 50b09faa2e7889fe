"""The full names of bodies in one article, so that "le parquet" or "le centre" finds what it is short for."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property

from selon.languages.fold import fold
from selon.model.span import Span
from selon.resolve.full_names import FullName, full_name
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.lines import Line, Lines
from selon.resolve.parts import Phrase
from selon.resolve.tokens import Token, key_of, longest

_NAMED = frozenset({"body", "outlet", "group", "document"})
_NAMES_MOST = 20  # names of one head that are looked at for one that goes on
_OPENING_LINES = 1  # the headline and a paragraph, where a body may stand before its full name
_SOON_CHARS = 1000  # from a short name to the full one that is told only after it
_ADDRESS = re.compile(r"(?<![\w@/.-])(?:[\w-]+\.)+(?:com|org|net|info|fr|eu|tv|io)(?![\w/.-]|\.\w)")
_ENDING = re.compile(r"\.(?:com|org|net|info|fr|eu|tv|io)\b")


@cache
def _outlets(told: Lexicon) -> tuple[str, ...]:
    """The nouns for outlets, sorted."""
    return tuple(sorted(form for form, noun in told.nouns.items() if noun.kind == "outlet"))


class Institutions:
    """The full names of one article, by their head, and the places of its officers: looked for when they are asked for."""

    def __init__(self, text: str, lines: Lines, told: Lexicon) -> None:
        self._text, self._lines, self._told = text, lines, told
        self._by_head: dict[str, list[FullName]] = {}
        self._able: dict[tuple[str, frozenset[str]], list[FullName]] = {}
        self._officers: dict[str, dict[str, Span]] = {}

    def _names(self, head: str) -> list[FullName]:
        """The body nouns of that key with a complement that holds a capital or a state's adjective, in text order."""
        if head not in self._by_head:
            self._by_head[head] = [name for line, at, noun in self._nouns(head) if (name := self._name(line, at, noun)) is not None]
        return self._by_head[head]

    def _name(self, line: Line, at: int, noun: tuple[Noun, int]) -> FullName | None:
        if self._stands_in_a_name(line, at) or self._is_of_a_role(line, at + noun[1]):
            return None
        return full_name(self._text, line.tokens, at, noun, self._told) if noun[0].kind in _NAMED else None

    def _is_of_a_role(self, line: Line, at: int) -> bool:
        """As in "police officer of the Norr Commissariat": is the noun only what somebody is of, who has no name of a body?"""
        if self._told.grammar.head != "last" or at >= len(line.tokens) or not line.tokens[at].form.islower():
            return False
        noun = longest(self._told.nouns, line.tokens, at)
        return noun is not None and noun[0].kind == "role" and not self._text[line.tokens[at - 1].end : line.tokens[at].start].strip()

    def _stands_in_a_name(self, line: Line, at: int) -> bool:
        """As in "le syndicat Police Marine": has the noun a capital, and a word of another phrase close before it?"""
        word, before = line.tokens[at], line.tokens[at - 1] if at else None
        if before is None or not word.form[0].isupper() or self._text[before.end : word.start] != " ":
            return False
        return self._told.grammar.head == "first" and before.folded not in self._told.small

    def _nouns(self, key: str) -> Iterator[tuple[Line, int, tuple[Noun, int]]]:
        """The places of a noun, where no longer one stands."""
        for line, at in self._lines.holding(key.partition(" ")[0]):
            noun = longest(self._told.nouns, line.tokens, at)
            if noun is not None and noun[0].key == key:
                yield line, at, noun

    @cached_property
    def _own(self) -> list[FullName]:
        """The names of outlets that are proper ones alone, in text order."""
        found = (name for key in _outlets(self._told) for name in self._names(key) if name.own)
        return sorted(found, key=lambda name: name.span.start)

    def full(self, said: Phrase) -> FullName | None:
        """The full name that a short one stands for: nothing contradicts, the last before it; near the opening, the only one soon after."""
        if said.head is None:
            return None
        extra = frozenset(said.content - set(said.head.key.split()))
        able = self._with(said.head.key, extra)
        at = bisect_left(able, said.span.start, key=lambda name: name.span.start)
        before = next((name for name in reversed(able[max(0, at - 2) : at]) if not said.core.overlaps(name.span)), None)
        other = self._another_noun(said) if not extra else None
        found = max((name for name in (before, other) if name is not None), key=lambda name: name.span.start, default=None)
        if found is not None and found is before:
            return self._whole(found, able)
        if found is not None or self._text.count("\n", 0, said.span.start) > _OPENING_LINES:
            return found
        return _only_soon([name for name in able[at:] if not said.core.overlaps(name.span)], said.span.end + _SOON_CHARS)

    def _whole(self, name: FullName, able: list[FullName]) -> FullName:
        """The first spelling that goes on where a name breaks off ("Centre Al farouq", "Centre Al Farouq"), or to its acronym."""
        begin = f"{name.span.of(self._text)} "
        longer = (
            other
            for other in able[:_NAMES_MOST]
            if (other.short or len(other.content) == len(name.content) + 1) and other.span.of(self._text).startswith(begin)
        )
        return next(longer, name)

    def _with(self, head: str, extra: frozenset[str]) -> list[FullName]:
        """The names of that head that hold those words."""
        if (head, extra) not in self._able:
            self._able[head, extra] = [name for name in self._names(head) if extra <= name.content and self._may_be_short(name)]
        return self._able[head, extra]

    def by_purpose(self, said: Phrase) -> FullName | None:
        """As in "le centre de secours norvégien" for the "Centre pour le secours aux Danois": whose it is, and in the name what for.

        The words besides a state's stand in the name, behind a word of purpose, and no other name has them.
        """
        words = said.content.difference(self._told.states, said.head.key.split()) if said.head is not None else frozenset()
        if said.head is None or not words or not said.countries:
            return None
        able = [name for name in self._with(said.head.key, words) if self._tells_purpose(name)]
        return able[0] if len({name.content for name in able}) == 1 else None

    def _tells_purpose(self, name: FullName) -> bool:
        head, _, behind = fold(name.span.of(self._text)).partition(name.noun.key)
        return not head and behind.split()[:1] in [[word] for word in self._told.grammar.purpose]

    def _may_be_short(self, name: FullName) -> bool:
        """Is "l'armée" short for it? So it is for an army of a state, not for one that has a name besides ("Armée des Marées")."""
        return not (name.noun.national and name.noun.kind == "body") or not name.content.isdisjoint(self._told.states)

    def _another_noun(self, said: Phrase) -> FullName | None:
        """Another noun for an outlet that is named before ("le journal Lune", then "ce quotidien")."""
        if said.head is None or said.head.kind != "outlet":
            return None
        at = bisect_left(self._own, said.span.start, key=lambda name: name.span.start)
        return next((name for name in reversed(self._own[max(0, at - 2) : at]) if not said.core.overlaps(name.span)), None)

    def outlet_later(self, said: Phrase) -> Span | None:
        """As in "selon un site local": the one outlet under that noun, or the one address of a site, that the text names after it."""
        if said.head is None:
            return None
        extra = frozenset(said.content - set(said.head.key.split()))
        names = [name.span for name in self._with(said.head.key, extra) if name.span.start > said.span.end and name.own]
        words = {whole.of(self._text): whole for span in reversed(names) if (whole := _with_ending(span, self._text))}
        if len(words) != 1 and said.head.id == "website":
            found = [Span(*match.span()) for match in _ADDRESS.finditer(self._text, said.span.end)]
            words = {span.of(self._text): span for span in reversed(found)}
        return next(iter(words.values())) if len(words) == 1 else None

    def full_group(self, said: Phrase) -> Span | None:
        """The only name, with a capital in it, that the article gives a group of that noun ("les pêcheurs de Sorneville")."""
        if said.head is None:
            return None
        found: dict[str, Span] = {}
        for line, at, noun in self._nouns(said.head.key):
            after = line.tokens[at + noun[1]].folded if at + noun[1] < len(line.tokens) else ""
            tied = after in self._told.of or after in self._told.adjectives
            name = full_name(self._text, line.tokens, at, noun, self._told) if tied and noun[0] == said.head else None
            if name is not None and any(map(str.isupper, name.span.of(self._text))):
                found.setdefault(" ".join(sorted(name.content)), name.span)
        return next(iter(found.values())) if len(found) == 1 else None

    def by_officer(self, said: Phrase) -> tuple[str, Span] | None:
        """As in "la préfecture" beside "la préfète du Nord": the body with its officer's place, where the article has one such place."""
        if said.head is None or not said.head.officers or len(said.content) > len(said.head.key.split()):
            return None
        found: dict[str, Span] = {}
        for officer in said.head.officers:
            for place, span in self._places(officer, said.head.officers).items():
                found[place] = min(span, found.get(place, span))
        if len(found) != 1:
            return None
        place, span = next(iter(found.items()))
        return f"{' '.join(said.core.of(self._text).split())} {place}", span

    def _places(self, officer: str, officers: frozenset[str]) -> dict[str, Span]:
        """The places that holders of a role have beside them, each where it stands first; a longer title is passed over whole."""
        if officer not in self._officers:
            found = self._officers[officer] = {}
            for line, at, noun in self._nouns(officer):
                count = max(
                    (len(form.split()) for form in officers if key_of(line.tokens[at : at + len(form.split())]) == form), default=noun[1]
                )
                if noun[0].kind == "role" and (span := _place_after(self._text, line.tokens, at + count, self._told)):
                    found.setdefault(" ".join(span.of(self._text).split()), span)
        return self._officers[officer]


def _only_soon(names: list[FullName], before: int) -> FullName | None:
    """The first of some names, where it begins before a place and none of the others is another."""
    return names[0] if names and names[0].span.start < before and len({name.content for name in names}) == 1 else None


def _with_ending(span: Span, text: str) -> Span:
    """A name with the ending of its address ("Marees" before ".org")."""
    ending = _ENDING.match(text, span.end)
    return Span(span.start, ending.end()) if ending else span


def _place_after(text: str, tokens: list[Token], at: int, told: Lexicon) -> Span | None:
    """As in "du Nord", "de Marbourg": a small word and the capitals after it, up to a mark or a given name."""
    end = at
    while end < len(tokens) and end < at + 2 and tokens[end].folded in told.small:
        end += 1
    begin = end
    while end > at and end < len(tokens) and tokens[end].form[0].isupper() and _no_given(tokens[end], told):
        if end > begin and text[tokens[end - 1].end : tokens[end].start].strip(" \u00a0'’-"):
            break
        end += 1
    return Span(tokens[at].start, tokens[end - 1].end) if end > begin else None


def _no_given(word: Token, told: Lexicon) -> bool:
    form = word.folded
    return form not in told.given and form.partition("-")[0] not in told.given
