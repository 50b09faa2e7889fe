"""Selon, French for "according to": who said it first, on whose word, who repeated it, what changed, who denied it."""

__version__ = "0.1.0"
