"""Marks that make a name or a title of what stands in them: "le mouvement « Trois Ponts »", "intitulé « … »"."""

from selon.attribute.tokens import Passage

_NEAR = 3  # tokens between such a word and the marks


def is_label(found: Passage, at: int, first: int) -> bool:
    """Does a word like "intitulé" stand right before the quotation at a token?"""
    labels = found.lexicon.labels
    return any(found.forms[before] in labels for before in range(max(first, at - _NEAR), at))
