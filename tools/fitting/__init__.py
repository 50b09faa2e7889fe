"""The parts of tools/fit.py.

evidence    the gold -> what was read of it, right or not     regression  logistic regression, in numpy
sheet       weights.toml, read and written                    page        docs/calibration.md
"""
