"""The collection in the browser: pages over what the last run kept. Complete without scripts; nothing from outside; text is data.

application.py  the addresses, each with its page
serving.py      what one server was started with
guard.py        headers of every answer; which hosts, origins and passwords are let in
held.py         the index that is current, made anew when the collection has another answer
index/          an answer laid out for pages
rendering.py    a template -> an answer, in the reader's language
text.py         control characters made visible; links that may be followed
spans.py        an article's text with its marks: nested spans nest, crossing spans are cut
forms.py        what a form sent, if its token is ours
jobs.py         imports at work: counts, stop
pages/          one file a page
templates/      static/ (one stylesheet, one script, fonts)
"""

from selon.web.application import application
from selon.web.serving import Serving

__all__ = ["Serving", "application"]
