"""Keeps the records of a collection on this machine; knows the model, no stage.

opening.py     the database opened, by a writer or by a reader
asking.py      one collection's database asked: files read, readings, what was rejected, the answer
sqlite.py      the same, written
settling.py    what a run has read becomes what readers see
memory.py      what the joining before worked out
chunks.py      many small records in one row
told.py        what SQLite cannot do, in words
migrations.py  the tables, step by step
packing.py     records <-> bytes
indexing.py    the rows and words that a search looks through
searching.py   words a person types -> a query; what it finds
sounds.py      names under their other spellings
decisions.py   `rulings.jsonl`, the one file of people's decisions

The captures themselves are files of the collection (WARC, or as they were given): evidence, never changed. All that stands in the database
was made from them and can be made again.
Not done yet: fingerprints in Parquet segments, PostgreSQL.
"""

from selon.store.asking import Asked, Kept
from selon.store.memory import Memory
from selon.store.opening import is_made, opened
from selon.store.searching import Wanted, What
from selon.store.sqlite import Store

__all__ = ["Asked", "Kept", "Memory", "Store", "Wanted", "What", "is_made", "opened"]
