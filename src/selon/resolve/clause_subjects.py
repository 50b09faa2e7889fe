"""Who the subject of a clause is, read from where the clause begins: a name, a pronoun, a role."""

import re
from collections.abc import Iterator

from msgspec import Struct

from selon.languages.fold import fold
from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.resolve.antecedents import candidates, is_open
from selon.resolve.described import by_description
from selon.resolve.lexicon import Lexicon
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.phrase import phrase
from selon.resolve.scene import THRESHOLD, Scene
from selon.resolve.tokens import Token, key_of, longest, word_tokens

_ASIDES = 3  # before the subject of a clause, each up to a comma
_CLAUSE_CHARS = 200  # from where a clause begins to its subject
_BEFORE_NAME = 8  # words of a role before the name
_AFTER_CHARS = 20  # behind a name, for the word right behind it
_LEADING = ' \u00a0\u202f"«“'
_PARTED = re.compile(r"[,;:()«»“”\"–—\n]")


class Subject(Struct, frozen=True, gc=False):
    """Who the subject of a clause is. Nobody known: its words still tell who is not meant."""

    said: Phrase
    person: Person | None = None
    either: bool = False  # of two who share a name


def subject(begin: int, end: int, item: Attribution, scene: Scene) -> Iterator[Subject]:
    """Yield the subject of the clause that begins there, behind what stands before it, if it is one person."""
    text, told = scene.article.text, scene.lexicon
    end = min(end, begin + _CLAUSE_CHARS)
    for _ in range(_ASIDES + 1):
        begin += len(text[begin:end]) - len(text[begin:end].lstrip(_LEADING))
        parted = _PARTED.search(text, begin, end)
        stop = parted.start() if parted else end
        tokens = word_tokens(text, begin, stop)
        if tokens and tokens[0].folded in told.openers - told.prepositions:
            tokens = tokens[1:]  # "Mais il …"
        found = _named(tokens, begin, stop, scene) or _pronoun(tokens, item, scene) or _role(tokens, item, scene)
        if found is not None:
            yield _apposed(found, end, scene) or found
            return
        comma = text.find(",", begin, end)
        if comma < 0 or _is_of_another(tokens, told) or any(word.folded in told.stops for word in tokens):
            return
        begin = comma + 1


def _apposed(found: Subject, end: int, scene: Scene) -> Subject | None:
    """As in "Le roi des quais, le marin Ivo Talmar, a …": whose name stands behind the comma, where nobody holds the role."""
    text, begin = scene.article.text, found.said.span.end
    if found.person is not None or found.said.shape != "role" or text[begin : begin + 1] != ",":
        return None
    parted = _PARTED.search(text, begin + 1, end)
    stop = parted.start() if parted else end
    return _named(word_tokens(text, begin + 1, stop), begin + 1, stop, scene)


def _is_of_another(tokens: list[Token], told: Lexicon) -> bool:
    """As in "son mari, Ivo Talmar, a …": whoever is told by what he is to the person meant is not that person."""
    row = told.determiners.get(tokens[0].folded) if tokens else None
    return row is not None and row.kind == "possessive"


def _named(tokens: list[Token], begin: int, end: int, scene: Scene) -> Subject | None:
    """As in "Le président Ivo Talmar a …", "M. Talmar a …"."""
    text, told = scene.article.text, scene.lexicon
    near = [(person, span) for person, span in scene.cast.since(begin, end)]
    if not near:
        return None
    person, span = near[-1]
    before = [word for word in tokens if word.end <= span.start]
    if len(before) > _BEFORE_NAME or (before and before[-1].folded in told.small):
        return None
    if any(word.folded in told.stops for word in before) or (before and not _opens_role(before, told)):
        return None
    after = word_tokens(text, span.end, min(len(text), span.end + _AFTER_CHARS))[:1]
    if after and after[0].folded in told.grammar.coordination:
        return None
    said = phrase(text, Span(before[0].start if before else span.start, span.end), told)
    rivals = _shares_name(person, span.of(text), said.gender, scene)
    return Subject(said, None if rivals else person, rivals)


def _opens_role(before: list[Token], told: Lexicon) -> bool:
    """May the words before a name be of a role or a form of address, and no verb ("Jouer le roi Talmar | était")?"""
    first = before[0].folded
    if all(word.form[0].isupper() for word in before):
        return True  # "Dame Ada Bry"
    return first in told.determiners.reach or first in told.titles.reach or longest(told.nouns, before, 0) is not None


def _shares_name(person: Person, form: str, gender: str, scene: Scene) -> bool:
    """As in "M. Talmar" of Ivo and Ada Talmar: may a short name be another's as well?"""
    words = {word for word in form.split() if word[0].isupper()}
    others = (one for one in scene.cast.persons if one is not person and one.may_be(gender))
    return form != person.name and any(not words.isdisjoint(one.name.split()) for one in others)


def _pronoun(tokens: list[Token], item: Attribution, scene: Scene) -> Subject | None:
    """As in "Il a …": whom it means there."""
    told = scene.lexicon
    row = told.pronouns.get(tokens[0].folded) if tokens else None
    if row is None or row.kind != "personal" or row.number != "s" or row.gender == "n" or tokens[0].folded != fold(row.forms[0]):
        return None  # "Lui le dit" is somebody else than who spoke
    if key_of(tokens[1:2]) in told.empty or key_of(tokens[1:3]) in told.empty:
        return None
    said = Phrase(span := Span(tokens[0].start, tokens[0].end), "pronoun", span, gender=row.gender, pronoun=tokens[0].folded)
    able = [pair for pair in candidates(said, item, scene.memory) if pair[1] >= THRESHOLD]
    first = able[0][0] if able and not is_open(able) else None
    person = first if isinstance(first, Person) or first is None else first.person
    return Subject(said, person)


def _role(tokens: list[Token], item: Attribution, scene: Scene) -> Subject | None:
    """As in "Le ministre de la Mer a …": whose role it is."""
    told = scene.lexicon
    article = longest(told.determiners, tokens, 0) if tokens else None
    if article is None or article[0].kind not in ("definite", "demonstrative") or article[0].number == "p":
        return None
    at = article[1]
    while at < len(tokens) and tokens[at].folded in told.qualifiers and longest(told.nouns, tokens, at) is None:
        at += 1
    noun = longest(told.nouns, tokens, at)
    if noun is None or noun[0].kind != "role" or noun[0].number == "p":
        return None
    last = _end_of_role(tokens, at + noun[1], told)
    said = phrase(scene.article.text, Span(tokens[0].start, tokens[last - 1].end), told)
    if said.shape != "role" or said.number != "s":
        return None
    answer = by_description(item, said, scene)
    person = answer.voice.person if answer.voice is not None and answer.score >= THRESHOLD else None
    return Subject(said, person)


def _end_of_role(tokens: list[Token], at: int, told: Lexicon) -> int:
    """Past the complements of a role that are told by their small words: "ministre | de la Mer", and a people's adjective."""
    while at < len(tokens):
        if tokens[at].folded in told.adjectives or tokens[at].folded in told.qualifiers:
            at += 1
            continue
        tie = at
        while tie < len(tokens) and (tokens[tie].folded in told.of or tokens[tie].folded in told.determiners):
            tie += 1
        if tie == at or tie >= len(tokens):
            return at
        at = tie + 1
    return at
