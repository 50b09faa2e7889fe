"""Whether "the bank" is short for another body than the one that spoke last."""

from selon.resolve.names import is_capital
from selon.resolve.parts import Phrase
from selon.resolve.scene import Scene
from selon.resolve.subjects import starts
from selon.resolve.tokens import word_tokens
from selon.resolve.voices import Voice

_NAMING_CHARS = 60  # behind "l'association", where its name may follow
_LEAD_LINES = 2  # headline and lead
_WORDS_CHARS = 60  # of a sentence's first words


def is_another(said: Phrase, voice: Voice, scene: Scene) -> bool:
    """As in "the bank", which stood before the body was named: short for another, as it is behind another name that opens a sentence."""
    text, name = scene.article.text, voice.claimant.name
    if said.determiner != "definite":
        return False
    at = text.lower().find(said.span.of(text).lower())
    told = text.count("\n", 0, max(at, 0)) >= _LEAD_LINES  # a lead may describe whom the text names later
    if told and at < text.find(name.split()[0]) and not any(map(is_capital, word_tokens(text, at, at + _NAMING_CHARS)[1:])):
        return True
    return _another_name_opens(scene, voice.claimant.spans[0][1].end, said.span.start, name)


def _another_name_opens(scene: Scene, since: int, at: int, own: str) -> bool:
    """Does a sentence between two places open with a proper name that is no person's and no word of its own, and a verb behind it?"""
    memory, told = scene.memory, scene.lexicon
    for start in starts(memory, since, at):
        words = word_tokens(memory.text, start, min(at, start + _WORDS_CHARS))
        if len(words) < 2 or not is_capital(words[0]) or start <= since or memory.in_contents(words[0].start):
            continue
        first, second = words[0], words[1]
        known = (
            first.folded in told.determiners or first.folded in told.pronouns or first.folded in told.small or first.folded in told.openers
        )
        if (
            known
            or first.form in own
            or first.folded in told.titles
            or any(span.start == first.start for _, span in scene.cast.since(start, second.end))
        ):
            continue
        if second.folded in told.verbs and scene.stands_inside(first.form, first.start):
            return True
    return False
