"""Everybody whom one article names: the persons with their spellings, mentions and roles.

Not done yet: persons named by a given name alone before their full name; nicknames.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from msgspec.structs import replace

from selon.model.span import Span
from selon.resolve.beside import role_beside
from selon.resolve.conjoined import each_role
from selon.resolve.lexicon import Lexicon
from selon.resolve.lines import Lines
from selon.resolve.mentions import Mention, mentions
from selon.resolve.names import opens_sentence, same_person_name
from selon.resolve.offices import offices
from selon.resolve.parts import Phrase
from selon.resolve.personal import tells_age
from selon.resolve.persons import Names, Person
from selon.resolve.tokens import key

_NEAR_CHARS = 200  # between the end of a role and the counterpart that it explains
_NO_PERSON = frozenset({"named", "body", "state", "outlet", "group", "document", "rumour"})  # shapes of sources
_GIVEN_AND_FAMILY = 2  # words
_LAST_ROLES = 8  # roles back that are looked at for a counterpart


def cast(lines: Lines, text: str, sources: Collection[Phrase], told: Lexicon) -> list[Person]:
    """Who is named in the article; nobody where no source can mean a person.

    The names that sources give are sure; others need a form of address, a role or a given name.

    Args:
        lines: of the article.
        text: in which spans count.
        sources: the source phrases.
        told: the tables of the article's language.
    """
    if all(said.name is None and said.shape in _NO_PERSON and _by_itself(said) for said in sources):
        return []
    found = mentions(lines, sources)
    speaking = frozenset(said.span.start for said in sources if said.name is None and said.determiner and not _goes_on(said, text, told))
    persons = _seated(sorted(found, key=lambda mention: (-mention.run.size, mention.run.start)), speaking)
    for person in persons:
        person.roles = [_with_offices(one, text, told) for role in person.roles for one in each_role(role, text, told)]
    _as_counterparts(persons)
    for person in persons:
        person.roles.sort(key=lambda role: role.span.start)
        person.first = person.starts[0]
    return persons


def _by_itself(said: Phrase) -> bool:
    """Is it no circle of somebody?"""
    return said.head is None or said.head.id != "entourage"


def _goes_on(said: Phrase, text: str, told: Lexicon) -> bool:
    """Does a source end in a relative ("Ivo Talmar, a spokesman who said …"), as an apposition may?"""
    return said.span.of(text).rsplit(maxsplit=1)[-1].lower() in told.relatives


def _with_offices(role: Phrase, text: str, told: Lexicon) -> Phrase:
    found = offices(role, text, told)
    return replace(role, offices=found) if found else role


def _seated(found: list[Mention], speaking: frozenset[int]) -> list[Person]:
    """Give each mention to the person it can mean; of several, to the one of its gender who was named last before it.

    `speaking`: where sources without a name begin: "the visit of Ivo Talmar, a spokesman said" gives Ivo Talmar no role, nor does
    "selon le maire, Ivo Talmar a expliqué".
    """
    names, persons = Names(), list[Person]()
    left: list[Mention] = []  # of which nothing tells that they are persons'
    titled: set[int] = set()
    for mention in found:
        able = [person for person in names.fitting(mention.form) if person.may_be(mention.run.gender)]
        if _comes_in(mention):
            able = [person for person in able if same_person_name(mention.form, person.name)]  # by the surname, not by the given name
        if able:
            person = max(able, key=lambda person: person.last(mention.run.start + 1)) if len(able) > 1 else able[0]
        elif mention.sure:
            person = Person(mention.form, mention.run.start)
            persons.append(person)
            names.add(person)
        else:
            left.append(mention)
            continue
        if mention.run.titled:
            titled.add(id(person))
        role = role_beside(mention.words, mention.at, mention.at + mention.run.size) if mention.late else mention.role
        _seat(person, mention, None if role is not None and _speaks_itself(mention, role, speaking) else role)
    for person in persons:
        if id(person) in titled and " " not in person.name:
            _name_in_full(person, [mention for mention in left if _may_be_full(mention, person)])
    return persons


def _may_be_full(mention: Mention, person: Person) -> bool:
    """Is somebody who is addressed by one name ("M. Talmar") the last of a name of several words, or the first of two ("Sir Ivo")?

    A word of a firm's makes it nobody's.
    """
    words = mention.form.split()
    ends = len(words) > 1 and person.name == words[-1]
    opens = len(words) == _GIVEN_AND_FAMILY and person.name == words[0]
    return (ends or opens) and mention.words.told.firms.isdisjoint(key(mention.form).split())


def _name_in_full(person: Person, mentions: list[Mention]) -> None:
    """Give somebody the only full name that may be his."""
    if len({mention.form for mention in mentions}) == 1:
        person.name = mentions[0].form
        for mention in mentions:
            _seat(person, mention, mention.role)


def _comes_in(mention: Mention) -> bool:
    """As in "Ivo, 54 ans": a given name alone with an age is of somebody who comes in there, whoever else bears it."""
    words, run = mention.words, mention.run
    return run.size == 1 and run.given == 0 and not run.titled and tells_age(words.text, words.tokens, mention.at + 1, words.told)


def _speaks_itself(mention: Mention, role: Phrase, speaking: frozenset[int]) -> bool:
    """Is what stands behind a name the source of what is said, and no apposition of a name that opens the sentence?"""
    text, run = mention.words.text, mention.run
    if role.span.start not in speaking:
        return False
    if role.span.start >= run.end:
        tokens, at = mention.words.tokens, mention.at
        while at > 0 and tokens[at - 1].folded in mention.words.told.titles:
            at -= 1
        return not opens_sentence(text, tokens[at].start)
    return "," in text[role.span.end : run.start] and text[run.end : run.end + 1] == " " and _acts_there(mention)


def _acts_there(mention: Mention) -> bool:
    """As in "selon le maire, Ivo Talmar a expliqué": does a verb follow the name, which then begins a clause of its own?"""
    words, after = mention.words, mention.at + mention.run.size
    return after < len(words.tokens) and words.tokens[after].folded in words.told.verbs


def _seat(person: Person, mention: Mention, role: Phrase | None) -> None:
    if mention.form not in person.spellings:
        person.spellings.append(mention.form)
    person.mention(mention.run.span)
    person.vote(mention.run.gender, 3 if mention.run.titled else 2)
    if role is None and not person.roles:
        person.roles.extend(_addressed(mention))
    if role is not None:
        person.roles.append(role)
        person.vote(role.gender, 2)


def _addressed(mention: Mention) -> Iterator[Phrase]:
    """The trade that a form of address tells: "Me Ivo Talmar" is a lawyer; of a man, of a woman, or either."""
    words, at, gender = mention.words, mention.at - 1, mention.run.gender
    title = words.told.titles.get(words.tokens[at].folded) if at >= 0 else None
    if title is None or not title.role:
        return
    forms = [title.feminine or title.role] if gender == "f" else [title.role] if gender == "m" else [title.role, title.feminine]
    for form in dict.fromkeys(filter(None, forms)):
        noun = words.told.nouns.get(key(form))
        if noun is not None:
            span = Span(words.tokens[at].start, words.tokens[at].end)
            yield Phrase(span, "role", span, head=noun, head_key=noun.key, content=frozenset(noun.key.split()))


def _as_counterparts(persons: list[Person]) -> None:
    """As in "son homologue russe Ivo Talmar": the office of whoever was named just before, in the other country."""
    told = sorted((role for person in persons for role in person.roles if not role.counterpart), key=lambda role: role.span.start)
    starts = [role.span.start for role in told]
    for person in persons:
        for index, role in enumerate(person.roles):
            if role.counterpart and (model := _before(role, told, starts)) is not None:
                person.roles[index] = replace(role, head=model.head, head_key=model.head_key, content=model.content, offices=model.offices)


def _before(role: Phrase, told: list[Phrase], starts: list[int]) -> Phrase | None:
    at = bisect_left(starts, role.span.start)
    near = told[max(0, at - _LAST_ROLES) : at]
    return next((other for other in reversed(near) if role.span.start < other.span.end + _NEAR_CHARS), None)
