"""As in "ce dernier", "celle-ci": who was named or described last."""

from selon.model.span import Span
from selon.resolve.antecedents import Ranked
from selon.resolve.between import another_noun
from selon.resolve.epithets import by_office
from selon.resolve.offices import offices
from selon.resolve.parts import Phrase
from selon.resolve.phrase import phrase
from selon.resolve.roles import holders
from selon.resolve.scene import KINDS, Scene
from selon.resolve.scores import OUTER, RECENT, SUBJECT, UNLIKELY, doubted
from selon.resolve.voices import VOICES, of_body


def recent(said: Phrase, scene: Scene) -> Ranked:
    """The person who was named or described last and agrees; where a body was, that body."""
    memory = scene.memory
    if said.number != "s":
        return []
    near = memory.cast.since(0, said.span.start)
    last = next(((person, mention) for person, mention in near if person.may_be(said.gender)), None)
    since = last[1].start if last is not None else memory.text.rfind("\n", 0, said.span.start) + 1
    nearer = another_noun(said, memory, since)
    if nearer is None:
        return [(last[0], doubted(RECENT, said.gender, last[0].gender))] if last is not None else []
    return _whose_noun(nearer, said, scene)


def _whose_noun(noun: Span, said: Phrase, scene: Scene) -> Ranked:
    """Who is meant by a role that stands before "ce dernier"; a body, where it spoke itself."""
    found = phrase(scene.article.text, noun, scene.lexicon)
    if found.shape == "role" and found.determiner == "definite":
        able = holders(found, scene.cast, noun.start, scene.article.text, scene.lexicon)
        if able and able[0][1] > UNLIKELY and (len(able) == 1 or able[1][1] < able[0][1]):
            return [(able[0][0], doubted(SUBJECT, said.gender, able[0][0].gender))]
        office = offices(found, scene.article.text, scene.lexicon)
        turns = scene.memory.before(said.span.start, None)[:1]
        last = turns[0].voice.person if turns else None
        person = by_office(found, office, last, scene) if office and not able else None
        return [(person, OUTER)] if person is not None else []
    if found.shape in KINDS and found.head is not None and found.head.alone:
        return [(of_body(found, scene.article, KINDS[found.shape]), OUTER)]
    turns = scene.memory.before(said.span.start, None)[:1]
    bodies = [
        turn.voice for turn in turns if turn.voice.claimant.kind in VOICES and found.core.of(scene.article.text) in turn.voice.claimant.name
    ]
    return [(voice, SUBJECT) for voice in bodies]
