"""Who holds an office that the text names, and has no name in it: "le directeur du centre" where it has the "Centre Marées".

Such a speaker stands under the role, on behalf of the body. Whoever may be meant by name goes before.
"""

from selon.model.span import Span
from selon.resolve.circles import complement
from selon.resolve.epithets import INTRODUCED
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.phrase import phrase
from selon.resolve.roles import LOOSE, holders, is_former
from selon.resolve.scene import Answer, Scene
from selon.resolve.tokens import word_tokens
from selon.resolve.voices import of_anonymous

UNNAMED = "an office whose holder the text does not name"
_HELD = 0.55  # beside nobody in the text who could hold it; on fr_dev and fr_dev2 two of two
_BODIES = frozenset({"body", "outlet", "group", "state", "named"})
_OPENING_LINES = 2  # the headline and the paragraphs whose persons the press goes on to describe


def office_holder(said: Phrase, scene: Scene) -> Answer | None:
    """A claimant of its own under the description, where nobody whom the article names can be meant; else None."""
    if said.shape != "role" or said.determiner != "definite" or said.number != "s" or said.head is None or said.head.rank:
        return None
    if said.span.end > said.core.end or _anybody(said, scene) or is_former(said.span, said, scene.article.text, scene.lexicon):
        return None
    name = _shown(said, scene)
    if name is None:
        return None
    voice = of_anonymous(said, scene.article, name=name, lexicon=scene.lexicon)
    return Answer(voice, UNNAMED, _HELD, (said.span,), ((name, _HELD),))


def _shown(said: Phrase, scene: Scene) -> str | None:
    """The description, whose body or place has its name there, or somewhere in the text; None: the text has no name for it."""
    text = scene.article.text
    if scene.lexicon.grammar.head == "last":
        of, form = _before(said, scene) or complement(said, scene), said.core.of(text)
    else:
        of, form = complement(said, scene), said.core.of(text)
    if of is None:
        return None
    own = word_tokens(text, of.core.start, of.core.end)
    if any(word.form[0].isupper() for word in own):
        return " ".join(form.split())
    full = scene.bodies.full(of) if of.shape in _BODIES and of.head is not None else None
    if full is None or full.span.overlaps(said.span):
        return None
    ahead, behind = text[said.core.start : of.core.start], text[of.core.end : said.core.end]
    return " ".join(f"{ahead}{full.span.of(text)}{behind}".split())


def _before(said: Phrase, scene: Scene) -> Phrase | None:
    """As in "the Harbour Board spokesman", "the mayor's spokesman": what stands before the head."""
    tokens = word_tokens(scene.article.text, said.core.start, said.core.end)
    head = said.head.key.split()[0] if said.head is not None else ""
    at = next((at for at, word in enumerate(tokens) if word.folded == head), 0)
    return phrase(scene.article.text, Span(tokens[0].start, tokens[at - 1].end), scene.lexicon) if at else None


def _anybody(said: Phrase, scene: Scene) -> bool:
    """Is there somebody in the article who could be meant: with an office that fits a little, or without one and named near the opening?"""
    able = holders(said, scene.cast, said.span.start, scene.article.text, scene.lexicon)
    if any(score >= LOOSE for _, score in able):
        return True
    if said.head is not None and said.head.id in INTRODUCED:
        return False
    return any(
        person.may_be(said.gender) and not scene.cast.is_settled(person) and _is_near(person, said, scene) for person in scene.cast.persons
    )


def _is_near(person: Person, said: Phrase, scene: Scene) -> bool:
    """Does the article open with the person, or did he speak, or is he named in the paragraph of the description or the one before?"""
    text, at = scene.article.text, said.span.start
    if text.count("\n", 0, person.first) <= _OPENING_LINES or scene.memory.spoke(person) > 0:
        return True
    begin = text.rfind("\n", 0, max(0, text.rfind("\n", 0, at))) + 1
    return begin <= person.last(at) <= at
