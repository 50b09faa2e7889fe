"""The words of pages and reports in French and English: what is said around the texts, never of them.

catalogue.py one language's messages, plurals, numbers
days.py      dates and intervals of time, as a reader of that language writes them
reasons.py   why the stages say what they say, sentence by sentence
forms.py     the sentences in which they say it
terms.py     the names of kinds (changes, denials, stances, claimants, edges), each with its sign
fr.po        the French messages; the English ones are the message ids

A message is written in the code in English, and looked up when the page is made. `tests/web/test_wording.py` gathers all of them and
fails where one has no French. Source: GNU gettext manual, "The Format of PO Files".
"""

from selon.show.wording.catalogue import LANGS, Wording, wording
from selon.show.wording.reasons import reason
from selon.show.wording.terms import TERMS, Term

__all__ = ["LANGS", "TERMS", "Term", "Wording", "reason", "wording"]
