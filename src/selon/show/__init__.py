"""Results -> something to hold: one file a form.

lines/       the line that each command prints with --json, as typed records
jsonl.py     records -> lines, JSON Lines
story_line.py a story -> its line of `selon claims`
items.py     what several lines hold
context.py   the sentences around a span; whose.py: whose words an appearance is
history.py   the captures of one page, with the lines that came and went
lookups.py   records -> lines of the commands that look one thing up
who.py       records -> lines of `selon who`
collections.py records -> lines of the commands of a collection
rulings.py   rulings and their effects -> lines
edtf.py      times of records as EDTF strings; dated.py: days, as far as they are known
numbers.py   numbers with the things they count
pasted.py    a claim's story as plain text or Markdown, to paste
visible.py   text for a terminal: nothing in it obeyed, its length bounded
tsv.py       lines -> tab-separated rows, for pipes
listing/     records -> coloured text for people, spans shown in their sentence
exports/     an answer -> files of other programs: CSV, Parquet, GEXF, Web Annotation, PROV-O, schema.org, STIX, ninjs
report/      one claim -> a file to hand over: HTML, dossiers
research/    samples to label, scores, counts, manifests, what is different between two answers
wording/     the words of pages and reports, French and English
stemma/      a claim's lineage as a picture, and the same as rows of a table
"""
