"""Whether a sentence opens with the name of a thing that nobody's name is: "Marbourg Télécom a fermé. Il …" may mean it."""

from selon.resolve.names import is_capital
from selon.resolve.scene import Scene
from selon.resolve.subjects import starts
from selon.resolve.tokens import word_tokens

_WORDS_CHARS = 60  # of a sentence's first words


def another_name_opens(scene: Scene, since: int, at: int) -> bool:
    """Does a sentence between two places open with a proper name that is no person's, and a verb behind it?"""
    memory, told = scene.memory, scene.lexicon
    for start in starts(memory, since, at):
        words = word_tokens(memory.text, start, min(at, start + _WORDS_CHARS))
        if len(words) < 2 or not is_capital(words[0]) or start <= since or memory.in_contents(words[0].start):
            continue
        first, second = words[0], words[1]
        known = first.folded in told.determiners or first.folded in told.pronouns or first.folded in told.small or first.folded in told.openers
        if known or first.folded in told.titles or any(span.start == first.start for _, span in scene.cast.since(start, second.end)):
            continue
        if second.folded in told.verbs and scene.stands_inside(first.form, first.start):
            return True
    return False
