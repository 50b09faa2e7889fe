"""Keeps the records of a collection on this machine; knows the model, no stage.

sqlite.py      one collection's database: files read, readings, what was rejected, the answer, the words to search
migrations.py  the tables, step by step
packing.py     records <-> bytes
searching.py   words a person types -> a query; what a search finds

The captures themselves are files of the collection (WARC, or as they were given): evidence, never changed. All that stands in the database
was made from them and can be made again.
Not done yet: rulings, erasure, fingerprints in Parquet segments, PostgreSQL.
"""

from selon.store.searching import Wanted
from selon.store.sqlite import Kept, Store, opened

__all__ = ["Kept", "Store", "Wanted", "opened"]
