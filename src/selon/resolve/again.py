"""An unnamed speaker who is spoken of again: "un pêcheur de Kervel a dit …", then "le pêcheur", "ce pêcheur".

Meant is the one unnamed speaker of that noun whom the article has; where two have it ("a senior official", "another official"), nobody.
Who spoke last goes before anybody with that role (`last_again`), one further up after them (`unnamed_again`).
"""

from selon.model.claimant import ClaimantKind
from selon.resolve.parts import Phrase
from selon.resolve.scene import Answer, Scene, best_of
from selon.resolve.tokens import key
from selon.resolve.voices import Voice

_AGAIN = 0.75
_LAST = 0.8  # who spoke last of all
_LEAST_LETTERS = 3  # of a noun


def unnamed_again(said: Phrase, parent: str | None, scene: Scene) -> Answer | None:
    """The unnamed speaker whom a bare noun with its article means; None: it means none."""
    noun = said.head.key if said.head is not None else said.head_key
    bare = said.determiner in ("definite", "demonstrative") and said.number == "s" and len(said.content) <= len(noun.split())
    if not bare or len(noun) < _LEAST_LETTERS:
        return None
    turns = scene.memory.before(said.span.start, parent) or scene.memory.before(said.span.start, None)
    found: dict[str, Voice] = {turn.voice.claimant.id: turn.voice for turn in turns if _is_one(turn.voice, noun)}
    if len(found) != 1:
        return None
    (voice,) = found.values()
    name = voice.claimant.name
    return Answer(voice, f"the same as before: «{name}»", _AGAIN, (voice.claimant.spans[0][1],), ((name, _AGAIN),))


def last_again(said: Phrase, parent: str | None, scene: Scene) -> Answer | None:
    """As in "a spokesman said … the spokesman added": who spoke last without a name, under that noun."""
    turns = scene.memory.before(said.span.start, parent)
    voice = turns[0].voice if turns else None
    pointing = said.determiner in ("definite", "demonstrative") and said.number == "s"
    if voice is None or voice.claimant.kind is not ClaimantKind.ANONYMOUS or said.head is None or not pointing:
        return None
    if said.head.key in scene.lexicon.bare or said.head.key in scene.lexicon.ministers:  # "le président" is the state's
        return None
    if any(_is_one(turn.voice, said.head.key) and turn.voice.claimant.id != voice.claimant.id for turn in turns):
        return None
    words = frozenset(key(voice.claimant.name).split())
    fits = words.issuperset(said.head.key.split()) and said.content <= words
    return best_of([(voice, _LAST)], said, scene, "the same as before") if fits else None


def _is_one(voice: Voice, noun: str) -> bool:
    return voice.claimant.kind is ClaimantKind.ANONYMOUS and f" {noun} " in f" {key(voice.claimant.name)} "
