"""What people decided -> the records of a run. Their decisions win over every rule, and none is dropped in silence.

made.py         a decision with its id; `fault`: what is wrong with one
book.py         which rulings are in force, what becomes of each
places.py       words that stand in a text <-> its characters now
articles.py     a date, an outlet, a language …; what is no article
attributions.py accepted, rejected, added, other characters, speaker, stance
claimants.py    merged, told apart, renamed
links.py        links, edges and denials, for `match` and `trace`
applied.py      the first two steps for all readings of a run
effect.py       what a ruling changes: before and after
merging.py      the rulings of two people
depending.py    why one cannot be taken back

Pure: who, when and why are given; `store` keeps the file. Order of the steps: articles, (read anew), attributions, (one claimant in all
articles), claimants, (claims), links.
"""

from selon.rulings.applied import Ruled, of_readings, standing
from selon.rulings.book import Book
from selon.rulings.claimants import of_claimants
from selon.rulings.depending import dependents
from selon.rulings.effect import Side, effect
from selon.rulings.links import of_links
from selon.rulings.made import fault, hash_of, made
from selon.rulings.merging import Conflict, merged
from selon.rulings.places import Found, Lost, Texts, outside, place, quoted

__all__ = [
    "Book",
    "Conflict",
    "Found",
    "Lost",
    "Ruled",
    "Side",
    "Texts",
    "dependents",
    "effect",
    "fault",
    "hash_of",
    "made",
    "merged",
    "of_claimants",
    "of_links",
    "of_readings",
    "outside",
    "place",
    "quoted",
    "standing",
]
