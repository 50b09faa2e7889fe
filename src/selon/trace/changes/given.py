"""Does a text give a number in another way as well: roughly where it is exact elsewhere in it, or exactly where it is rough?"""

from dataclasses import replace

from selon.model.span import Span
from selon.trace.changes.quantities import Quantity, is_approximate, quantities
from selon.trace.changes.tellings import Telling

_LEAST = 10  # a smaller number counts many things, and must be of the same unit


def is_given(quantity: Quantity, telling: Telling, *, roughly: bool) -> bool:
    """Does a text or its headline give a number anywhere, roughly or exactly, whatever it is said to count?

    One who tells of "136,000 marchers" and of "some 136,000 people" is no less precise than another.
    """
    texts = [whole(telling)]
    if telling.article.title and telling.article.title not in telling.article.text:
        headline = replace(telling.article, text=telling.article.title, blocks=(), credits=())
        texts.append(replace(texts[0], article=headline, spans=(Span(0, len(headline.text)),), dates=()))
    return any(_is_it(one, quantity) and _is_rough(one, text) == roughly for text in texts for one in quantities(text))


def whole(telling: Telling) -> Telling:
    """The whole text of a telling, whoever tells it: its quantities are found once for all tellings with the same dates."""
    return replace(telling, spans=(Span(0, len(telling.article.text)),), attribution=None, claimant=None, around=None)


def _is_it(one: Quantity, quantity: Quantity) -> bool:
    small = one.value is not None and one.value < _LEAST
    return one.value == quantity.value and (one.unit == quantity.unit or not small)


def _is_rough(one: Quantity, telling: Telling) -> bool:
    return is_approximate(one, telling) or bool(one.bound)
