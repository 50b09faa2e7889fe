"""Whose circle "son entourage" is: who is told of in what it says, or in the sentences before."""

from collections.abc import Iterator

from selon.model.attribution import Attribution
from selon.resolve.clause_subjects import Subject, subject
from selon.resolve.described import last_named
from selon.resolve.lexicon import Lexicon
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.roles import at_odds
from selon.resolve.scene import Scene
from selon.resolve.subjects import starts
from selon.resolve.tokens import Token, longest, word_tokens

_OFFICE_WORDS = 8  # before a name that opens what is said: "La ministre de la Mer et des Ports, …"
_BACK = 2  # sentences before
_BACK_CHARS = 500  # to where they begin
_CIRCLE_CHARS = 900  # from one mention of a circle to the next


def owner(item: Attribution, said: Phrase, scene: Scene) -> Person | None:
    """The person whose circle it is; None where the text does not show it."""
    found = named_beside(item, said, scene)
    if found is None:
        named = last_named(said, scene)
        told = next(_subjects(item, said, scene), None)
        named = None if named is not None and _is_inside(named, item, scene) else named
        found = _of_before(said, named, scene) or named if told is None else told.person or _not_against(told, named, scene)
    if found is not None:
        scene.owners.append((said.span.start, found))
    return found


def named_beside(item: Attribution, said: Phrase, scene: Scene) -> Person | None:
    """As in "Du côté d'Ada Bry, son entourage dit": who is named last before it in its sentence, outside what it says."""
    named = last_named(said, scene)
    begin, end = _sentence(said, scene), said.span.start
    near = [at for at in named.starts if begin <= at < end] if named is not None else []
    return named if any(not any(span.start <= at < span.end for span in item.content) for at in near) else None


def _sentence(said: Phrase, scene: Scene) -> int:
    """Where its sentence begins."""
    return max((at for at in starts(scene.memory, -1, said.span.start + 1) if at <= said.span.start), default=0)


def _of_before(said: Phrase, named: Person | None, scene: Scene) -> Person | None:
    """As in "a dit son entourage. …, ajoute son entourage": the same again, where nobody was named since."""
    at, person = scene.owners[-1] if scene.owners else (-1, None)
    if person is None or said.span.start - at > _CIRCLE_CHARS or (named is not None and named.last(said.span.start) > at):
        return None
    return person


def _not_against(told: Subject, named: Person | None, scene: Scene) -> Person | None:
    """Who was named last, where what the subject says of itself does not exclude it."""
    if named is None or told.either or not named.may_be(told.said.gender):
        return None
    if told.said.shape == "role" and at_odds(told.said, named, scene.cast, scene.article.text, scene.lexicon):
        return None
    return named


def _subjects(item: Attribution, said: Phrase, scene: Scene) -> Iterator[Subject]:
    """Yield the subjects that are persons: of what is said, of the sentence, of those before it in the paragraph."""
    own, begin = item.content[0], _sentence(said, scene)
    if said.span.start < own.start:
        yield from subject(begin, said.span.start, item, scene)
    yield from subject(own.start, own.end, item, scene)
    places = [begin, *reversed([at for at in starts(scene.memory, said.span.start - _BACK_CHARS, begin) if at < begin][-_BACK:])]
    for at in places:
        if at != own.start and not scene.memory.in_quotes(at):
            yield from subject(at, said.span.start, item, scene)


def _is_inside(person: Person, item: Attribution, scene: Scene) -> bool:
    """Is somebody named late in what is said, behind another: "« Elle a prié Ivo Talmar de venir », a dit son entourage"?"""
    text, told = scene.article.text, scene.lexicon
    begin, end = item.content[0].start, item.content[-1].end
    named = next((span for span in person.mentions if begin <= span.start < end), None)
    tokens = word_tokens(text, begin, named.start) if named is not None else []
    if named is None or len(tokens) <= _OFFICE_WORDS:
        return False
    nouns = ((tokens[at - 1], longest(told.nouns, tokens, at)) for at in range(1, len(tokens) - _OFFICE_WORDS + 1))
    office = any(noun is not None and noun[0].kind == "role" and _is_definite(word, told) for word, noun in nouns)
    return office or any(other is not person for other, _ in scene.cast.since(begin, named.start))


def _is_definite(word: Token, told: Lexicon) -> bool:
    row = told.determiners.get(word.folded)
    return row is not None and row.kind == "definite"
