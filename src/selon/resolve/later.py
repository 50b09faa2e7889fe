"""Speakers who are described first and named when they speak next."""

from itertools import pairwise

from selon.model.attribution import Attribution
from selon.resolve.answers import answer
from selon.resolve.holders import UNNAMED
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.roles import at_odds
from selon.resolve.scene import Answer, Scene

_BESIDE_CHARS = 2  # a comma and a space


def named_later(attributions: tuple[Attribution, ...], said: dict[str, Phrase], answers: dict[str, Answer], scene: Scene) -> None:
    """A head of something who speaks without a name, and is named with nothing but a rank when he speaks next."""
    outer = [item for item in attributions if item.parent is None and item.id in said]
    if not any(_is_bare(said[item.id], answers[item.id]) for item in outer):
        return
    order = sorted(outer, key=lambda item: said[item.id].span.start)
    known: list[Person] = []
    for item, after in pairwise(order):
        if known and _is_open(answers[item.id]):
            answers[item.id] = answer(item, said[item.id], scene)
        person = _introduced(said[item.id], answers[item.id], answers[after.id], scene)
        if person is not None and said[after.id].name is not None and _goes_on(item, after):
            scene.give(person, said[item.id])
            known.append(person)
    for item in order if known else ():
        voice = answers[item.id].voice
        if voice is None or voice.person in known or _is_open(answers[item.id]):
            answers[item.id] = answer(item, said[item.id], scene)


def _goes_on(one: Attribution, after: Attribution) -> bool:
    """Does the second follow the first, with its source behind what it says ("« … », a ajouté X")? Before it, somebody new may stand.

    A name right behind the office is its own: "a dit le chef du port, | le capitaine X évoquant …".
    """
    if one.source is None or after.source is None:
        return False
    if 0 < after.source.start - one.source.end <= _BESIDE_CHARS:
        return True
    return one.content[-1].end <= after.content[0].start < after.source.start


def _is_open(answer: Answer) -> bool:
    """Has it no voice, or only an office, whose holder may be named later?"""
    return answer.voice is None or answer.how == UNNAMED


def _is_bare(said: Phrase, answer: Answer) -> bool:
    """Is it a description of one whom nobody answers?"""
    return said.shape == "role" and said.determiner == "definite" and said.number != "p" and _is_open(answer)


def _introduced(first: Phrase, before: Answer, then: Answer, scene: Scene) -> Person | None:
    """Who is named after a description that nobody answers, without an office that speaks against it."""
    person = then.voice.person if then.voice is not None else None
    if (
        not _is_bare(first, before)
        or person is None
        or person.first < first.span.end
        or scene.cast.is_settled(person)
        or len(first.content) < 2
    ):
        return None
    if any(first.span.end < other.first < person.first and other.may_be(first.gender) for other in scene.cast.persons):
        return None  # whom the text names sooner may be the one
    return None if at_odds(first, person, scene.cast, scene.article.text, scene.lexicon) else person
