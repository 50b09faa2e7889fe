"""Attributions to claimants: who stands behind them; when and where things are said to have happened.

who.py           one resolution an attribution: `claimants`
  phrase.py        the words of a source taken apart          names.py         names of persons, runs of capitals
  cast.py          everybody whom the article names           roles.py         whose role a description means
  memory.py        who spoke so far, whom a pronoun may mean  offices.py       one office under its several names
  institutions.py  bodies under short names                   announced.py     speakers announced before a quotation
  voices.py        the claimant that comes out                lexicon.py       the tables, by folded words
across.py        one id for one claimant in all articles: `across`
  bodies.py        one key for one body in any language
when/            expressions of time as days: `dates`; a publication that only the text tells: `published`
where.py         one place under its names: `place`, `same_place`
"""

from selon.resolve.across import across
from selon.resolve.names import same_name
from selon.resolve.when import dates, published
from selon.resolve.where import place, same_place
from selon.resolve.who import claimants

__all__ = ["across", "claimants", "dates", "place", "published", "same_name", "same_place"]
