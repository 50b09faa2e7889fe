"""One verb group that may hand the floor to somebody."""

from dataclasses import dataclass

from selon.attribute.lexicon import Verb


@dataclass(slots=True, eq=False)
class Cue:
    """One verb group, as token numbers. Never changed once it is made; not frozen, because that would make it slower."""

    first: int  # with the clitics before it
    shown: int  # where the cue's span begins: the auxiliary
    head: int  # the cue verb itself
    end: int  # after its last token
    verb: Verb
    mood: str  # finite, gerund, infinitive, passive
    pronoun: int | None = None  # an inverted pronoun
    negated: bool = False
    compound: bool = False
    dependent: bool = False  # an infinitive or a gerund of the past: "avoir dit", "ayant dit"
    declined: int | None = None  # where what is declined begins: "de confirmer", "tout commentaire"
    field: tuple[int, int] | None = None  # what stands between the two halves of a group ("teilte | der Sprecher | mit")
    final: bool = False  # the group closes its clause ("wie der Sprecher mitteilte")
