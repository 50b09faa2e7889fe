"""Whether a verb is one that several govern, as its form tells."""

from selon.attribute.cue import Cue
from selon.attribute.forms import is_finite
from selon.attribute.lexicon import ALWAYS_FINITE, FINITE
from selon.attribute.tokens import Passage


def is_of_several(found: Passage, at: int) -> bool:
    """Is a finite verb one that several govern: by its ending, or because without it, it is one person's ("évoque|nt")?"""
    form, order = found.forms[at], found.lexicon.order
    one = form.removesuffix(order.more) if order.more and form.endswith(order.more) else ""
    return form.endswith(order.several) or any(mood == FINITE for _, mood in found.lexicon.verbs.get(one, ()))


def disagree(found: Passage, one: Cue, other: Cue) -> bool:
    """Is the finite verb of one group that of several, and the other's that of one, so that they share no subject?"""
    if not found.lexicon.order.several or one.mood != "finite" or other.mood != "finite":
        return False
    return {_several(found, one), _several(found, other)} == {True, False}


def number(found: Passage, at: int) -> bool | None:
    """Is a finite verb that of several, or of one? None where its form does not tell ("savent", "vient")."""
    more = found.lexicon.order.more
    if is_of_several(found, at):
        return True
    return None if not more or found.forms[at].endswith(more) else False


def _several(found: Passage, cue: Cue) -> bool | None:
    at = _verb(found, cue)
    return None if at is None else number(found, at)


def _verb(found: Passage, cue: Cue) -> int | None:
    """The finite verb of a group, an auxiliary too; None where it is a participle that shares another's."""
    verbs = (at for at in range(cue.first, cue.head + 1) if is_finite(found, at) or found.has(at, *ALWAYS_FINITE))
    return next(verbs, None)
