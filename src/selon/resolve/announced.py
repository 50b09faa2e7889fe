"""Speakers whom the text announces before a quotation, and the spellings that a link's title gives.

The stage before leaves a reason "announced at START:END" on an attribution whose source it inferred from the layout.
"""

import re
from bisect import bisect_left

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.resolve.names import same_person_name
from selon.resolve.persons import Person

_ANNOUNCED = re.compile(r"announced at (\d+):(\d+)")
_TITLE_NAME = re.compile(r"[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*)+")


def announcement(attribution: Attribution, article: Article) -> Span | None:
    """The words that announce an attribution without a source; None: nothing does."""
    for reason in attribution.reasons:
        found = _ANNOUNCED.search(reason)
        if found and int(found[1]) < int(found[2]) <= len(article.text):
            return Span(int(found[1]), int(found[2]))
    return None


def titled_spellings(people: list[Person], article: Article) -> list[Person]:
    """The same persons, each under the spelling of the title of a link on their name, where it is another spelling of that name."""
    links = [link for link in article.links if link.title is not None]
    if not links:
        return people
    line = sorted((span.start, number, span) for number, person in enumerate(people) for span in person.mentions)
    starts = [start for start, _, _ in line]
    for link in links:
        first, last = bisect_left(starts, link.span.start), bisect_left(starts, link.span.end)
        near = [number for _, number, span in line[max(0, first - 1) : last] if link.span.overlaps(span)]
        for number in dict.fromkeys(near):
            _respell(people[number], link.title or "")
    return people


def _respell(person: Person, title: str) -> None:
    spelt = _spelling(title, person.name)
    if spelt is not None and spelt != person.name:
        person.spellings = list(dict.fromkeys((*person.spellings, spelt)))
        person.name = spelt


def _spelling(title: str, name: str) -> str | None:
    """The words of a title that spell a full name; as many as the name has."""
    size = len(name.split())
    for stretch in _TITLE_NAME.findall(title):
        parts = stretch.split()
        for at in range(len(parts) - size + 1):
            if same_person_name(" ".join(parts[at : at + size]), name):
                return " ".join(parts[at : at + size])
    return None
