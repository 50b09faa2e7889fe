"""A name in a source that is short for a firm's: "Tesmar said" in a text on "Tesmar Mills Plc"."""

from msgspec.structs import replace

from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.firms import full_firm
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.scene import Answer, Scene
from selon.resolve.tokens import word_tokens
from selon.resolve.voices import of_body, spellings


def by_short_name(form: str, people: list[Person], said: Phrase, scene: Scene) -> Answer | None:
    """The firm, where nothing else tells of the `people` who may bear the name; None: it is short for none."""
    if " " in form or said.titled or any(person.name != form or person.roles for person in people) or _owns_a_name(said, scene):
        return None
    firm = full_firm(form, scene.article.text, scene.lexicon)
    return _short_for(firm, form, said, scene) if firm is not None else None


def _owns_a_name(said: Phrase, scene: Scene) -> bool:
    """As in "Tesmar's Talmar": does a capital end what stands behind a genitive?"""
    text, name = scene.article.text, said.name
    if name is None or text[name.end : name.end + 2] not in ("'s", "’s"):
        return False
    after = word_tokens(text, name.end + 2, said.span.end)
    return bool(after) and after[-1].form[0].isupper()


def _short_for(firm: Span, form: str, said: Phrase, scene: Scene) -> Answer:
    name = " ".join(firm.of(scene.article.text).split())
    voice = of_body(replace(said, core=firm), scene.article, ClaimantKind.BODY, name=name, aliases=spellings(name, form))
    return Answer(voice, f"short for «{name}»", 0.75, (firm,), ((name, 0.75),))
