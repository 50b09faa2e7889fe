"""Stage 5: articles -> reused passages; readings -> claims.

reuse       `reuses`: passages that stand in two articles
  tokens    the words of all articles as 64-bit numbers, with their places
  seeds     where two articles share five words in a row; runs of them
  chains    runs that follow each other in both are one passage
  edits     what was cut, replaced or put in
  direction which came first, and what shows it
"""

from selon.match.reuse import reuses

__all__ = ["reuses"]
