"""Results -> something to hold: one file a form.

lines/       the line that each command prints with --json, as typed records
jsonl.py     records -> lines, JSON Lines
items.py     what several lines hold
lookups.py   records -> lines of the commands that look one thing up
who.py       records -> lines of `selon who`
collections.py records -> lines of the commands of a collection
edtf.py      times of records as EDTF strings
pasted.py    a claim's story as plain text or Markdown, to paste
tsv.py       lines -> tab-separated rows, for pipes
listing/     records -> coloured text for people, spans shown in their sentence
stemma/      a claim's lineage as a picture, and the same as rows of a table
"""
