"""Speakers whom the text announces before a quotation, and the spellings that a link's title gives.

The stage before leaves a reason "announced at START:END" on an attribution whose source it inferred from the layout.
"""

import re

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.resolve.cast import Cast
from selon.resolve.names import same_person_name

_ANNOUNCED = re.compile(r"announced at (\d+):(\d+)")
_TITLE_NAME = re.compile(r"[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*)+")


def announcement(attribution: Attribution, article: Article) -> Span | None:
    """The words that announce an attribution without a source; None: nothing does."""
    for reason in attribution.reasons:
        found = _ANNOUNCED.search(reason)
        if found and int(found[1]) < int(found[2]) <= len(article.text):
            return Span(int(found[1]), int(found[2]))
    return None


def titled_spellings(people: Cast, article: Article) -> Cast:
    """The same persons, each under the spelling of the title of a link on their name, where it is another spelling of that name."""
    for link in article.links:
        if link.title is None:
            continue
        for person in people.persons:
            if not any(link.span.overlaps(mention) for mention in person.mentions):
                continue
            spelt = _spelling(link.title, person.name)
            if spelt is not None and spelt != person.name:
                person.spellings = list(dict.fromkeys((*person.spellings, spelt)))
                person.name = spelt
    return people


def _spelling(title: str, name: str) -> str | None:
    """The words of a title that spell a full name; as many as the name has."""
    size = len(name.split())
    for stretch in _TITLE_NAME.findall(title):
        parts = stretch.split()
        for at in range(len(parts) - size + 1):
            if same_person_name(" ".join(parts[at : at + size]), name):
                return " ".join(parts[at : at + size])
    return None
