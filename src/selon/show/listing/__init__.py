"""Records -> coloured text for people: every span in its sentence, every number with its place.

marks.py      the five meanings (source, cue, content, denial, hedge) and their signs
articles.py   blocks, attributions, dates, explain
links.py      reuse, edges
stories.py    claims
lookups.py    changes, denials, gaps, near sentences, a quotation beside its text
voices.py     a claimant: names, roles, what is attributed to it
collections.py what a collection holds, what a search finds
rulings.py    what people decided, and what it changes
additions.py  what became of what was to be added
research.py   scores, counts and differences
walk.py       the first walk through one claim: `selon demo`

Each is loaded when it is first asked for: in a pipe there is nobody to colour a text for.
"""

from typing import TYPE_CHECKING

from selon import lazily

if TYPE_CHECKING:
    from selon.show.listing.additions import addition
    from selon.show.listing.articles import attributions, blocks, dates, explain
    from selon.show.listing.collections import found, status
    from selon.show.listing.links import edge, reuse
    from selon.show.listing.lookups import changes, comparison, denials, gaps, near
    from selon.show.listing.rulings import effect, forgotten, ruling, version
    from selon.show.listing.stories import claim, claims
    from selon.show.listing.voices import who
    from selon.show.listing.walk import tour

__all__ = [
    "addition", "attributions", "blocks", "changes", "claim", "claims", "comparison", "dates", "denials", "edge", "effect", "explain",
    "forgotten", "found", "gaps", "near", "reuse", "ruling", "status", "tour", "version", "who",
]  # fmt: skip

_HOMES = {
    "addition": "additions", "attributions": "articles", "blocks": "articles", "dates": "articles", "explain": "articles",
    "found": "collections", "status": "collections", "edge": "links", "reuse": "links", "changes": "lookups", "comparison": "lookups",
    "denials": "lookups", "gaps": "lookups", "near": "lookups", "effect": "rulings", "forgotten": "rulings", "ruling": "rulings",
    "version": "rulings", "claim": "stories", "claims": "stories", "who": "voices", "tour": "walk",
}  # fmt: skip
__getattr__ = lazily(__name__, _HOMES)
