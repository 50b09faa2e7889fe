"""Bulletins: texts that tell in the same words, from hour to hour or day to day, what something stands at, with other figures each time."""

import re
from collections import Counter

from selon.model.span import Span
from selon.trace.changes.surroundings import beside
from selon.trace.changes.tellings import Telling
from selon.trace.changes.units import measures

_FIGURES = re.compile(r"\d+(?:[.,/:-]\d+)*")
_LEAST, _KEPT = 3, 0.5  # figures beside the two numbers of each text, and the share of the fewer that both texts have


def have_other_figures(a: Telling, mine: Span, b: Telling, theirs: Span, unit: str) -> bool:
    """Are two numbers of money, shares or rates told among figures of which most are others too?

    Of a text that corrects one number of another the figures around it are the same.
    """
    if unit not in measures(a.language) or a.article.id == b.article.id:
        return False
    sides = _figures(a, mine), _figures(b, theirs)
    fewer = min(side.total() for side in sides)
    return fewer >= _LEAST and (sides[0] & sides[1]).total() < _KEPT * fewer


def _figures(telling: Telling, span: Span) -> Counter[str]:
    """The figures of a telling and of the sentences beside it, those of its number aside."""
    near, text = beside(telling), telling.article.text
    found = _FIGURES.finditer(text, near.start, near.end)
    return Counter(match.group() for match in found if not Span(*match.span()).overlaps(span))
