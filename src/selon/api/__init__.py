"""A collection as a thing to hold: the folder, its captures, its readings, its answer.

finding.py     is a folder a collection?
collection.py  a folder that is a collection: made, run, asked, corrected
folder.py      its settings, its files, the lock of whoever writes in it
entities.py    a user's own table of persons and bodies, named in its settings
sentences.py   a user's own sentence model, named there too
joining.py     all of them joined, as settings and rulings have it
running.py     captures -> kept readings, only what is new
answers.py     an answer <-> what is kept of it
rulings.py     people's decisions: the book, an effect, an undo
targets.py     ids of an answer -> words in texts, what a ruling is about
samples.py     passages drawn by chance, which people label
evidence.py    the captures behind some articles, byte for byte
meant.py       what a call to erase means, and how a text is seen to hold it
forgetting.py  what is erased for good
checking.py    is everything whole?
version.py     what the stages are made of, as one hash
opening.py     `selon.open`, `selon.files`: the answers as typed records and tables
tables.py      records that other libraries take as a table, and notebooks show
large/         runs over more articles than one process holds

What a collection needs is loaded when it is first asked for: commands over files need none of it.
"""

from typing import TYPE_CHECKING

from selon import lazily

if TYPE_CHECKING:
    from selon.api.collection import Collection, Report, made
    from selon.api.finding import found

__all__ = ["Collection", "Report", "found", "made"]

_HOMES = {"Collection": "collection", "Report": "collection", "found": "finding", "made": "collection"}
__getattr__ = lazily(__name__, _HOMES)
