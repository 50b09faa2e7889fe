"""Identical copies as one node with a count, where a drawing would have more than forty nodes.

Two texts are identical when their text is, character for character, at whatever outlet. The earliest stands for all.
"""

from collections import defaultdict
from dataclasses import replace

from selon.show.stemma.held import Held
from selon.show.stemma.sketch import Sketch
from selon.show.stemma.texts import text_key

MOST_UNFOLDED = 40


def folded(sketch: Sketch, held: Held) -> Sketch:
    """The sketch with identical copies in stacks, if it has more than forty spots."""
    if len(sketch.spots) <= MOST_UNFOLDED:
        return sketch
    same: dict[str, list[str]] = defaultdict(list)
    for article_id in (*held.texts, *held.reporting):
        same[held.article(article_id).text_digest].append(article_id)
    moves: dict[str, str] = {}
    for first, *others in same.values():
        moves |= {text_key(other): text_key(first) for other in others}
        spot = sketch.spots[text_key(first)]
        sketch.spots[spot.key] = replace(spot, copies=tuple(others))
    return sketch.moved(moves)
