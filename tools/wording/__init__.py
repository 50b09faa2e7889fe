"""Does the house keep to its words? It has none that judges a claim, a person or an outlet.

judging.toml  the words, all forms
judging.py    how they are found in names and in prose
surfaces.py    everything that is our own wording: names, labels, help, schemas, tables, pages, file names
allowed.toml   the sentences and names that may use such a word, each with its reason
"""
