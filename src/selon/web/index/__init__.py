"""An answer laid out for pages: each page is a few look-ups by key, whatever the size of the collection.

tables.py  the tables, and what their columns hold
making.py  readings, edges and stories -> one SQLite file; counts and lists of the overview are computed here, once
asking.py  what the pages ask of it
rows.py    the rows of their lists
known.py   the records behind the ids that a form names
figures.py the numbers of the overview
glance.py  what the first page of a claim needs of its story

The file is made anew whenever the collection's answer is another one; it is a copy, gone with the process.
"""

from selon.web.index.asking import Index
from selon.web.index.known import OfIndex
from selon.web.index.making import index_made

__all__ = ["Index", "OfIndex", "index_made"]
