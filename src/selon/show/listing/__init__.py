"""Records -> coloured text for people: every span in its sentence, every number with its place.

marks.py      the five meanings (source, cue, content, denial, hedge) and their signs
articles.py   blocks, attributions, dates, explain
links.py      reuse, edges
stories.py    claims
lookups.py    changes, denials, gaps, near sentences, a quotation beside its text
who.py        a claimant: names, roles, what is attributed to it
collections.py what a collection holds, what a search finds
rulings.py    what people decided, and what it changes
additions.py  what became of what was to be added
"""

from selon.show.listing.additions import addition
from selon.show.listing.articles import attributions, blocks, dates, explain
from selon.show.listing.collections import found, status
from selon.show.listing.links import edge, reuse
from selon.show.listing.lookups import changes, comparison, denials, gaps, near
from selon.show.listing.rulings import effect, forgotten, ruling, version
from selon.show.listing.stories import claim, claims
from selon.show.listing.tour import tour
from selon.show.listing.who import who

__all__ = [
    "addition", "attributions", "blocks", "changes", "claim", "claims", "comparison", "dates", "denials", "edge", "effect", "explain",
    "forgotten", "found", "gaps", "near", "reuse", "ruling", "status", "tour", "version", "who",
]  # fmt: skip
