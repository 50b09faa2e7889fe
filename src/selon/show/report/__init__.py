"""One claim -> a report that can be handed over: one HTML file, without scripts, without anything from outside.

settings.py  what a person decides of one report; what a report replaces
persons.py   who is named, and who stands there by role
view.py      a story -> what is shown: every passage numbered, with its place and hash
page.py      ... -> HTML (templates/)
facts.py     what a report says, as a list in the file itself: what a later one differs in
dossier.py   report, passages, captures and rulings in a ZIP whose hashes can be checked
"""

from selon.show.report.facts import differences, facts, read_back
from selon.show.report.page import report, withdrawn
from selon.show.report.settings import Replaced, Settings

__all__ = ["Replaced", "Settings", "differences", "facts", "read_back", "report", "withdrawn"]
