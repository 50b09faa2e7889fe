"""Everybody whom one article names: the persons with their spellings, mentions and roles.

Not done yet: persons named by a given name alone before their full name; nicknames.
"""

from dataclasses import dataclass, field, replace

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.article import Article, BlockKind
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, lexicon
from selon.resolve.names import Run, is_capital, name_run, same_person_name
from selon.resolve.offices import offices
from selon.resolve.phrase import Phrase, phrase
from selon.resolve.tokens import Token, longest, word_tokens

SET_ASIDE = frozenset({BlockKind.DEBRIS, BlockKind.RELATED, BlockKind.DISCLAIMER, BlockKind.METADATA})
_WINDOW = 16  # words of a role before a name
_NEAR_CHARS = 200  # between the end of a role and the counterpart that it explains


@dataclass(slots=True)
class Person:
    """Somebody as one article names them."""

    name: str  # the fullest spelling met, the first of equals
    first: int  # where it is named first
    spellings: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)  # in text order
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


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text that is a person's, or may be."""

    run: Run
    form: str
    sure: bool
    at: int  # index of its first word
    role: Phrase | None


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The persons of one article, in the order in which they are named."""

    persons: tuple[Person, ...]

    def named(self, form: str, gender: str, before: int) -> list[Person]:
        """Whom a name may mean at that place of the text: who fits its gender, the last named first."""
        able = [person for person in self.persons if _fits(person, form) and not (gender and person.gender and gender != person.gender)]
        exact = [person for person in able if form in person.spellings and len(form.split()) > 1]
        return sorted(exact or able, key=lambda person: -_last(person, before))


def _last(person: Person, before: int) -> int:
    return max((mention.start for mention in person.mentions if mention.start <= before), default=-person.first)


def _fits(person: Person, form: str) -> bool:
    return same_person_name(form, person.name) or _given_alone(form, person)


def _given_alone(form: str, person: Person) -> bool:
    parts = person.name.split()
    return len(parts) > 1 and fold(form) == fold(parts[0])


def block_tokens(article: Article) -> list[list[Token]]:
    """The words of each block that is the article's own, in text order."""
    spans = [block.span for block in article.blocks if block.kind not in SET_ASIDE]
    return [word_tokens(article.text, span.start, span.end) for span in spans]


def cast(article: Article, language: Language, sources: list[Phrase], blocks: list[list[Token]]) -> Cast:
    """Who is named in the article. The names that sources give are sure; others need a form of address, a role or a given name.

    Args:
        article: spans count in its text.
        language: of the article.
        sources: the source phrases that hold a name.
        blocks: what `block_tokens` yields of the article.
    """
    told = lexicon(language)
    tokens = [word for block in blocks for word in block]
    speakers = {item.name.start: item for item in sources if item.name is not None}
    mentions = list(_mentions(article.text, tokens, told, speakers))
    persons: list[Person] = []
    for mention in sorted(mentions, key=lambda mention: (-mention.run.size, mention.run.span.start)):
        _seat(persons, mention)
    for person in persons:
        person.roles = [replace(role, offices=offices(role, article.text, told)) for role in person.roles]
    _as_counterparts(persons)
    for person in persons:
        person.mentions.sort()
        person.roles.sort(key=lambda role: role.span.start)
        person.first = person.mentions[0].start
    return Cast(tuple(sorted(persons, key=lambda person: person.first)))


def _seat(persons: list[Person], mention: Mention) -> None:
    """Give a mention to the person it can mean; of several, to the one of its gender who was named last before it."""
    able = [person for person in persons if _fits(person, mention.form)]
    able = [person for person in able if not (mention.run.gender and person.gender and mention.run.gender != person.gender)]
    if not able and not mention.sure:
        return
    person = max(able, key=lambda person: _last(person, mention.run.span.start)) if able else None
    if person is None:
        person = Person(mention.form, mention.run.span.start)
        persons.append(person)
    if mention.form not in person.spellings:
        person.spellings.append(mention.form)
    person.mentions.append(mention.run.span)
    person.vote(mention.run.gender, 3 if mention.run.titled else 2)
    if mention.role is not None:
        person.roles.append(mention.role)
        person.vote(mention.role.gender, 2)


def _as_counterparts(persons: list[Person]) -> None:
    """As in "son homologue russe Ivo Talmar": the office of whoever was named just before, in the other country."""
    told = sorted((role for person in persons for role in person.roles if not role.counterpart), key=lambda role: role.span.start)
    for person in persons:
        for index, role in enumerate(person.roles):
            near = [other for other in told if other.span.start < role.span.start < other.span.end + _NEAR_CHARS]
            if role.counterpart and near:
                model = near[-1]
                person.roles[index] = replace(role, head=model.head, head_key=model.head_key, content=model.content, offices=model.offices)


def _mentions(text: str, tokens: list[Token], told: Lexicon, speakers: dict[int, Phrase]) -> list[Mention]:
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        if not is_capital(tokens[at]):
            at += 1
            continue
        if tokens[at].start in speakers:
            mention = _speaker(text, tokens, at, told, speakers[tokens[at].start])
        else:
            mention = _bystander(text, tokens, at, told)
            own = next((word.start for word in tokens[at : at + 8] if word.start in speakers), None) if mention is not None else None
            if mention is not None and own is not None and own < mention.run.span.end:  # the source knows better where its name begins
                at = next(i for i in range(at, at + 8) if tokens[i].start == own)
                mention = _speaker(text, tokens, at, told, speakers[own])
        if mention is None:
            at += 1
            continue
        found.append(mention)
        while at < len(tokens) and tokens[at].start < mention.run.span.end:
            at += 1
    return found


def _speaker(text: str, tokens: list[Token], at: int, told: Lexicon, source: Phrase) -> Mention | None:
    assert source.name is not None
    form = source.name.of(text)
    inner = [word for word in tokens[at : at + 8] if word.end <= source.name.end]
    known = next((i for i, word in enumerate(inner) if word.folded in told.given), -1)
    gender = source.gender if source.shape == "person" else ""
    run = Run(source.name, len(inner), len(inner), known, source.titled, gender)
    role = source if source.role is not None and source.head is not None else _role(text, tokens, at, at + len(inner), told)
    return Mention(run, form, source.shape == "person", at, role)


def _bystander(text: str, tokens: list[Token], at: int, told: Lexicon) -> Mention | None:
    """A name outside the sources: from its form of address or given name on."""
    window = tokens[at : at + 8]
    run = name_run(text, window, 0, told)
    if run is None or longest(told.named, window, 0) or window[0].folded in told.determiners:
        return None
    if run.given > 0 and not run.titled:  # "Hier Paul Talmar": the name begins at the given name
        run = name_run(text, window, run.count - run.size + run.given, told) or run
    after_article = at > 0 and tokens[at - 1].folded in told.determiners
    if after_article and run.size > 2 and run.given < 0 and not run.titled:  # "Speaker of the House Ned Barlow"
        run = name_run(text, window, 1, told) or run
    begin = next(i for i, word in enumerate(window) if word.start == run.span.start) + at
    role = _role(text, tokens, begin, begin + run.size, told)
    place = begin > 0 and tokens[begin - 1].folded in told.of | told.prepositions and run.given < 0
    role = None if place and not run.titled else role
    sure = run.sure or (role is not None and (run.size > 1 or run.given == 0)) or _aged(text, tokens, begin + run.size, told)
    return Mention(
        run,
        run.span.of(text),
        sure or _acts(text, tokens, begin, run.size, told),
        begin,
        role,
    )


def _aged(text: str, tokens: list[Token], end: int, told: Lexicon) -> bool:
    """As in "Ivo, 54 ans", "Ivo, Malien de 54 ans": an age or a people after the name."""
    if end + 1 >= len(tokens):
        return False
    comma = text[tokens[end - 1].end : tokens[end].start].strip() == ","
    if comma and is_capital(tokens[end]) and tokens[end].folded in told.adjectives:
        return True
    close = comma or not text[tokens[end - 1].end : tokens[end].start].strip()
    age = int(tokens[end].form) if tokens[end].form.isdecimal() and len(tokens[end].form) <= 3 else 0
    return close and 3 < age < 115 and tokens[end + 1].form.isalpha() and tokens[end - 1].folded in told.given


def _acts(text: str, tokens: list[Token], at: int, size: int, told: Lexicon) -> bool:
    """Two capitals or more that open a sentence without an article and are followed by a verb."""
    if size < 2 or at + size >= len(tokens) or tokens[at + size].folded not in told.verbs:
        return False
    gap = text[tokens[at - 1].end : tokens[at].start] if at else "\n"
    return any(mark in gap for mark in ".\n!?") and not any(longest(told.nouns, tokens, at + i, at + size) for i in range(size))


def _role(text: str, tokens: list[Token], at: int, end: int, told: Lexicon) -> Phrase | None:
    return _role_before(text, tokens, at, told) or _role_after(text, tokens, end, told)


def _role_before(text: str, tokens: list[Token], at: int, told: Lexicon) -> Phrase | None:
    """As in "le ministre de la Santé, Ivo Talmar", "le ministre Talmar": the last role noun before the name that is no complement."""
    start = at
    while start > 0 and at - start < _WINDOW:
        gap = text[tokens[start - 1].end : tokens[start].start]
        if ("," in gap and start != at) or any(mark in gap for mark in '.;:!?«»"“”()\n') or _stops(tokens[start - 1], told):
            break
        start -= 1
    complement = None
    for head in range(at - 1, start - 1, -1):
        noun = longest(told.nouns, tokens, head, at)
        before = tokens[head - 1].folded if head > 0 else ""
        if noun is None or noun[0].kind != "role" or noun[0].number == "p":
            continue
        if head > 0 and longest(told.nouns, tokens, head - 1, at):  # "secrétaire général": a longer noun begins before
            continue
        if before not in told.of:
            return _role_at(text, tokens, head, at, start, told)
        complement = head
    return _role_at(text, tokens, complement, at, start, told) if complement is not None else None


def _role_at(text: str, tokens: list[Token], head: int, at: int, start: int, told: Lexicon) -> Phrase | None:
    begin = head
    if told.grammar.head == "last":
        while begin > start and tokens[begin - 1].folded not in told.small:
            begin -= 1
    if begin > 0 and begin - 1 >= start and tokens[begin - 1].folded in told.determiners:
        begin -= 1
    found = phrase(text, Span(tokens[begin].start, tokens[at - 1].end), told)
    return found if found.head is not None and found.head.kind == "role" and found.number == "s" and found.name is None else None


def _role_after(text: str, tokens: list[Token], end: int, told: Lexicon) -> Phrase | None:
    """As in "Ivo Talmar, ministre de la Santé": a role noun soon after a comma or a bracket."""
    if end >= len(tokens) or not text[tokens[end - 1].end : tokens[end].start].lstrip("\u00a0").startswith((",", " (", "(")):
        return None
    stop = end
    while stop < len(tokens) and stop - end < _WINDOW:
        gap = text[tokens[stop - 1].end : tokens[stop].start] if stop > end else ""
        if any(mark in gap for mark in ',.;:!?«»"“”()\n') or _stops(tokens[stop], told):
            break
        stop += 1
    if stop == end:
        return None
    found = phrase(text, Span(tokens[end].start, tokens[stop - 1].end), told)
    right = found.head is not None and found.head.kind == "role" and found.number == "s" and found.name is None
    return found if right else None


def _stops(word: Token, told: Lexicon) -> bool:
    form = word.folded
    return form in told.verbs or form in told.relatives or form in told.pronouns
