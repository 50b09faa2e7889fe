"""Sources that stay without a name: anonymous ones, several people at once."""

from selon.model.claimant import ClaimantKind
from selon.resolve.parts import Phrase
from selon.resolve.scene import Answer, Scene
from selon.resolve.voices import of_anonymous


def of_crowd(said: Phrase, scene: Scene) -> Answer:
    """Several people: a group under the words that tell it apart; bare "plusieurs responsables" is nobody in particular."""
    text = scene.article.text
    bare = said.head is not None and len(said.content) <= len(said.head.key.split())
    unknown = said.head is None and (said.determiner == "indefinite" or (len(said.content) <= 1 and said.core.of(text).islower()))
    if bare or unknown or said.determiner in ("quantity", "possessive") or not any(char.isalpha() for char in said.core.of(text)):
        return Answer(None, f"a group that the text does not tell apart: «{said.span.of(text)}»", 0.0)
    voice = of_anonymous(said, scene.article, ClaimantKind.GROUP)
    return Answer(voice, "a group, as the source stands", 0.6, (said.span,), ((voice.claimant.name, 0.6),))


def of_nobody(said: Phrase, scene: Scene) -> Answer:
    """A source without a name: a claimant of its own for each article and description, where it is one."""
    if said.number == "p" or (said.determiner in ("quantity", "indefinite") and len(said.content) <= 1):
        return Answer(None, f"not named: «{said.span.of(scene.article.text)}»", 0.0)
    voice = of_anonymous(said, scene.article)
    return Answer(voice, "not named", 0.85, (said.span,), ((voice.claimant.name, 0.85),))
