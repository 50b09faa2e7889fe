"""A collection as a thing to hold: the folder, its captures, its readings, its answer.

collection.py  a folder that is a collection: made, found, run, asked, corrected
folder.py      its settings, its files, the lock of whoever writes in it
running.py     captures -> kept readings, only what is new
answers.py     an answer <-> what is kept of it
rulings.py     people's decisions: the book, an effect, an undo
targets.py     ids of an answer -> words in texts, what a ruling is about
forgetting.py  what is erased for good
checking.py    is everything whole?
version.py     what the stages are made of, as one hash
opening.py     `selon.open`, `selon.files`: the answers as typed records and tables
tables.py      records that other libraries take as a table, and notebooks show
"""

from selon.api.collection import Collection, Report, found, made

__all__ = ["Collection", "Report", "found", "made"]
