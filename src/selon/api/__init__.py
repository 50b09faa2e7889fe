"""A collection as a thing to hold: the folder, its captures, its readings, its answer.

collection.py  a folder that is a collection: made, found, run, asked
running.py     captures -> kept readings, only what is new
version.py     what the stages are made of, as one hash
opening.py     `selon.open`, `selon.files`: the answers as typed records and tables
tables.py      records that other libraries take as a table, and notebooks show
"""

from selon.api.collection import Collection, Report, found, made

__all__ = ["Collection", "Report", "found", "made"]
