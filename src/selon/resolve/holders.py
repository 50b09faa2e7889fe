"""Who holds an office in a body that the text names, and has no name in it: "le directeur du centre" where it has the "Centre Marées"."""

from selon.model.span import Span
from selon.resolve.circles import complement
from selon.resolve.parts import Phrase
from selon.resolve.roles import LOOSE, holders
from selon.resolve.scene import Answer, Scene
from selon.resolve.voices import of_anonymous

_HELD = 0.55  # beside nobody in the text who could hold it; on fr_dev and fr_dev2 two of two
_BODIES = frozenset({"body", "outlet", "group", "state"})


def office_holder(said: Phrase, scene: Scene) -> Answer | None:
    """A claimant of its own under the description, where nobody whom the article names can be meant; else None."""
    if said.shape != "role" or said.determiner != "definite" or said.number != "s" or said.head is None or said.head.rank:
        return None
    if said.span.end > said.core.end or _anybody(said, scene):
        return None
    of = complement(said, scene)
    if of is None or of.shape not in _BODIES or of.head is None:
        return None
    name = _with_full_name(said, of, scene)
    if name is None:
        return None
    voice = of_anonymous(said, scene.article, name=name)
    return Answer(voice, "an office whose holder the text does not name", _HELD, (said.span,), ((name, _HELD),))


def _anybody(said: Phrase, scene: Scene) -> bool:
    """Is there somebody in the article who could be meant: without an office, or with one that fits a little?"""
    free = any(person.may_be(said.gender) and not scene.cast.is_settled(person) for person in scene.cast.persons)
    able = holders(said, scene.cast, said.span.start, scene.article.text, scene.lexicon)
    return free or any(score >= LOOSE for _, score in able)


def _with_full_name(said: Phrase, of: Phrase, scene: Scene) -> str | None:
    """The description with the full name of its body; None: the text has no name for it."""
    text = scene.article.text
    if any(char.isupper() for char in of.core.of(text)):
        return " ".join(said.core.of(text).split())
    full = scene.bodies.full(of)
    if full is None:
        return None
    return " ".join(f"{Span(said.core.start, of.core.start).of(text)}{full.span.of(text)}".split())
