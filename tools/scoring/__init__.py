"""Every figure on the development data, measured through the real command line.

measures.py   which scorer reads which data, and the figures that are kept
measuring.py  a measure -> its figures: inputs, the command, the scorer
floors.py     pinned figures, and what falls below them
page.py       figures -> docs/scores.md
"""
