"""Runs over more articles than one process holds: files in, Parquet tables out, in parts that are made once.

run.py      the flow on one screen: `run`
inputs.py   the files of a run, cut into slices of so many records
work.py     what is carried over each part: a slice read, its grams, the passages of a bucket of pairs, the answer
rows.py     records -> flat rows (model/schemas.py)
unpacking.py  packed records -> records for tracing, in little room
result.py   what a folder of results holds
loading.py  a result, or a slice of it, into a collection: `load`

A part is called by a hash of its stage, the version of that stage, the settings and the inputs (engine/kept.py); so a run that was killed
goes on where it was, and a changed rule makes anew what it touches and what rests on that.

Not done yet: claimants, claims and the lineage are three stages of one part, so of one process each; what it holds grows with the articles.
Object stores have to be mounted as a folder.
"""

from selon.api.large.loading import load
from selon.api.large.result import Result
from selon.api.large.run import Report, Settings, Stage, run

__all__ = ["Report", "Result", "Settings", "Stage", "load", "run"]
