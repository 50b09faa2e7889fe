"""Persons of one article, found again by name, by place and by role.

All questions are answered from indexes, so that an article of any length is read in time that grows with its length.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from selon.languages.fold import fold
from selon.languages.phonetic import DRESSES, name_parts, opening_sounds, skeleton
from selon.model.span import Span
from selon.resolve.names import same_person_name
from selon.resolve.parts import Phrase

FAR_MENTIONS = 40  # names back: farther ones are meant by no pronoun; on fr_dev and fr_dev2 five are enough


@dataclass(slots=True, eq=False)
class Person:
    """Somebody as one article names them."""

    name: str  # the fullest spelling met, the first of equals
    first: int  # where it is named first
    spellings: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)  # in text order
    starts: list[int] = field(default_factory=list)  # of the mentions
    roles: list[Phrase] = field(default_factory=list)  # as the text gives them, in text order
    votes: dict[str, int] = field(default_factory=dict)  # m, f

    @property
    def gender(self) -> str:
        """What forms of address, roles and given names say, by majority; empty: nothing, or a draw."""
        m, f = self.votes.get("m", 0), self.votes.get("f", 0)
        return "m" if m > f else "f" if f > m else ""

    def vote(self, gender: str, weight: int) -> None:
        """Count one hint of the person's gender."""
        if gender:
            self.votes[gender] = self.votes.get(gender, 0) + weight

    def may_be(self, gender: str) -> bool:
        """Does that gender not contradict? What is not known contradicts nothing."""
        return not gender or self.gender in ("", gender)

    def mention(self, span: Span) -> None:
        """Keep one more mention, in text order."""
        at = bisect_right(self.starts, span.start)
        self.starts.insert(at, span.start)
        self.mentions.insert(at, span)

    def last(self, before: int) -> int:
        """Where it is named last before a place; not named there yet: below nought, the farther the lower."""
        at = bisect_left(self.starts, before)
        return self.starts[at - 1] if at else -self.first


class Names:
    """Persons by the first sound of the last word of their name, and by their given name."""

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self._by_sound: dict[str, list[tuple[int, Person, str]]] = {}  # each with the surname
        self._by_given: dict[str, dict[int, Person]] = {}
        self._fitting: dict[str, list[Person]] = {}  # by form, since somebody was added last
        self._count = 0
        for person in persons:
            self.add(person)

    def add(self, person: Person) -> None:
        """Index one more person."""
        _, given, surname, sounds = _heard(person.name)
        for sound in sounds:
            self._by_sound.setdefault(sound, []).append((self._count, person, surname))
        if given:
            self._by_given.setdefault(given, {})[self._count] = person
        self._count += 1
        self._fitting.clear()

    def fitting(self, form: str) -> list[Person]:
        """Whose name a form may be, in the order in which they were added."""
        if form not in self._fitting:
            self._fitting[form] = self._found(form) if self._count else []
        return self._fitting[form]

    def _found(self, form: str) -> list[Person]:
        flat, _, surname, sounds = _heard(form)
        given = self._by_given.get(flat, {})
        near, heard = dict(given), frozenset[str]()
        for sound in sounds:
            for number, person, other in self._by_sound.get(sound, ()):
                if number in near:
                    continue
                if other != surname:
                    heard = heard or _sounds(surname)
                    if heard.isdisjoint(_sounds(other)):
                        continue
                if same_person_name(form, person.name):
                    near[number] = person
        return [near[number] for number in sorted(near)] if near else []


@lru_cache(maxsize=65536)
def _heard(name: str) -> tuple[str, str, str, frozenset[str]]:
    """The name folded, its given name folded where it is one of several words, its last word, and with which sounds that may begin."""
    words, surname = name.split(), next(reversed(name_parts(name)), "")
    return fold(name), fold(words[0]) if len(words) > 1 else "", surname, opening_sounds(surname)


@lru_cache(maxsize=65536)
def _sounds(surname: str) -> frozenset[str]:
    return frozenset(skeleton(surname, code) for code in DRESSES)


class Cast:
    """The persons of one article, in the order in which they are named."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self.persons = tuple(sorted(persons, key=lambda person: person.first))
        line = [(span.start, person, span) for person in self.persons for span in person.mentions]
        self._line = sorted(line, key=lambda item: item[0])
        self._starts = [start for start, _, _ in self._line]
        self._ends = {span.end: (person, span) for _, person, span in self._line}
        self._count_roles()

    @cached_property
    def _names(self) -> Names:
        return Names(self.persons)

    def _count_roles(self) -> None:
        self._roles: dict[int, dict[tuple[object, ...], Phrase]] = {}
        self._settled: set[int] = set()
        self._holders: dict[str, list[tuple[int, Person]]] = {}
        for number, person in enumerate(self.persons):
            self._index_roles(number, person)

    def _index_roles(self, number: int, person: Person) -> None:
        told: dict[tuple[object, ...], Phrase] = {
            (role.head, role.gender, role.countries, role.content, role.offices): role for role in reversed(person.roles)
        }
        self._roles[id(person)] = told
        if any(role.head is not None and not role.head.rank for role in told.values()):
            self._settled.add(id(person))
        for term in sorted({term for role in told.values() for term in _terms(role)}):
            self._holders.setdefault(term, []).append((number, person))

    def named(self, form: str, gender: str, before: int) -> list[Person]:
        """Whom a name may mean at that place of the text: who fits its gender, the last named first."""
        able = [person for person in self._names.fitting(form) if person.may_be(gender)]
        if len(able) < 2:
            return able
        exact = [person for person in able if form in person.spellings and len(form.split()) > 1]
        return sorted(exact or able, key=lambda person: -person.last(before + 1))

    def since(self, begin: int, end: int) -> Iterator[tuple[Person, Span]]:
        """Who is named between two places, the last first, not farther back than `FAR_MENTIONS`."""
        last = bisect_left(self._starts, end)
        first = max(bisect_left(self._starts, begin), last - FAR_MENTIONS)
        for _, person, span in reversed(self._line[first:last]):
            yield person, span

    def ending(self, at: int) -> tuple[Person, Span] | None:
        """Whose name ends right there."""
        return self._ends.get(at)

    def roles_of(self, person: Person) -> Iterable[Phrase]:
        """The roles that the text gives a person, each once."""
        return self._roles[id(person)].values()

    def is_settled(self, person: Person) -> bool:
        """Does the text give the person a role of another kind than a rank?"""
        return id(person) in self._settled

    def holding(self, terms: Iterable[str]) -> list[Person]:
        """Who has a role under one of these heads, wider nouns or offices, in the order in which they are named."""
        near = {number: person for term in terms for number, person in self._holders.get(term, ())}
        return [person for _, person in sorted(near.items())]

    def give(self, person: Person, role: Phrase) -> None:
        """Keep a role that a later sentence shows to be the person's."""
        person.roles.insert(0, role)
        self._index_roles(self.persons.index(person), person)


def _terms(role: Phrase) -> set[str]:
    head = role.head
    return {*role.offices, *((head.key, *head.key.split(), *head.kinds) if head is not None else ())}
