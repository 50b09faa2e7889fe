"""Records -> coloured text for people: every span in its sentence, every number with its place.

marks.py      the five meanings (source, cue, content, denial, hedge) and their signs
articles.py   blocks, attributions, dates, explain
links.py      reuse, edges
stories.py    claims
"""

from selon.show.listing.articles import attributions, blocks, dates, explain
from selon.show.listing.links import edge, reuse
from selon.show.listing.stories import claims
from selon.show.listing.tour import tour

__all__ = ["attributions", "blocks", "claims", "dates", "edge", "explain", "reuse", "tour"]
