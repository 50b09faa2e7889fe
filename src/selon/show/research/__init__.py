"""For research: what is drawn to be labelled, how well it was read, what is counted, what makes it repeatable.

sampling.py  records -> a sample to label, drawn by hash: the same whatever the order
sheets.py    a sample <-> a CSV with columns for labels
scoring.py   labels -> precision and recall with intervals
counting.py  records -> counts by outlet, language, month, claimant, with their denominators
manifest.py  an answer -> what made it: versions, settings, hashes; what is different when it is made again
differing.py two exports -> which rows came, went, changed
"""
