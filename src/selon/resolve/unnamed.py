"""Sources that stay without a name: anonymous ones, several people at once."""

from selon.model.claimant import ClaimantKind
from selon.resolve.parts import Phrase
from selon.resolve.scene import Answer, Scene
from selon.resolve.tokens import key
from selon.resolve.voices import Voice, of_anonymous


def of_crowd(said: Phrase, scene: Scene) -> Answer:
    """Several people: a group under the words that tell it apart; bare "plusieurs responsables" is nobody in particular."""
    text = scene.article.text
    bare = said.head is not None and len(said.content) <= len(said.head.key.split())
    unknown = said.head is None and (said.determiner == "indefinite" or (len(said.content) <= 1 and said.core.of(text).islower()))
    if bare or unknown or said.determiner in ("quantity", "possessive") or not any(char.isalpha() for char in said.core.of(text)):
        voice = _met_before(said, scene) if bare and said.determiner in ("definite", "demonstrative") else None
        if voice is None:
            return Answer(None, f"a group that the text does not tell apart: «{said.span.of(text)}»", 0.0)
        return Answer(voice, f"short for «{voice.claimant.name}»", 0.6, (voice.claimant.spans[0][1],), ((voice.claimant.name, 0.6),))
    voice = of_anonymous(said, scene.article, ClaimantKind.GROUP)
    return Answer(voice, "a group, as the source stands", 0.6, (said.span,), ((voice.claimant.name, 0.6),))


def _met_before(said: Phrase, scene: Scene) -> Voice | None:
    """As in "les pêcheurs" after "des pêcheurs de Sorneville ont dit": the last group under that noun that spoke."""
    head = said.head.key if said.head is not None else ""
    turns = scene.memory.before(said.span.start, None)
    groups = (turn.voice for turn in turns if turn.voice.claimant.kind is ClaimantKind.GROUP)
    return next((voice for voice in groups if key(voice.claimant.name).startswith(head)), None)


def of_nobody(said: Phrase, scene: Scene) -> Answer:
    """A source without a name: a claimant of its own for each article and description, where it is one."""
    if said.number == "p" or (said.determiner in ("quantity", "indefinite") and len(said.content) <= 1):
        return Answer(None, f"not named: «{said.span.of(scene.article.text)}»", 0.0)
    voice = of_anonymous(said, scene.article)
    return Answer(voice, "not named", 0.85, (said.span,), ((voice.claimant.name, 0.85),))
