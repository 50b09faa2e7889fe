"""Results -> something to hold: one file a form.

lines.py     the line that each command prints with --json, as typed records
jsonl.py     records -> lines, JSON Lines
tsv.py       lines -> tab-separated rows, for pipes
listing/     records -> coloured text for people, spans shown in their sentence
"""
