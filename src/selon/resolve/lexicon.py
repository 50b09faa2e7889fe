"""What the tables of one language know, ready to be looked up by folded words."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from selon.languages import Language, firms
from selon.languages.rows.attribute import Words
from selon.languages.rows.resolve import (
    Anonymous,
    Body,
    Country,
    Determiner,
    Domain,
    Given,
    Grammar,
    Metonym,
    Office,
    Organisation,
    Particle,
    Pronoun,
    Role,
    Title,
)
from selon.languages.rows.when import TimeWord
from selon.resolve.forms import Forms, Within
from selon.resolve.tokens import key

_OPENERS = frozenset({"subordinator", "opener", "adverb", "and", "but", "while"})  # kinds of words
_LEADING = frozenset({"reflexive", "not", "clitic"})
MINISTER = "minister"  # the id under which an office row lists the nouns that a domain turns into an office


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that can be the head of a source: what kind of speaker it makes."""

    kind: str  # role, body, state, outlet, group, document, anonymous, rumour, words
    key: str  # its words, folded
    gender: str = ""
    number: str = "s"
    kinds: tuple[str, ...] = ()  # wider nouns, folded
    rank: bool = False
    id: str = ""  # id of the row
    one: bool = False  # all forms of that row are one kind of body
    alone: bool = True  # may name a body without more
    officers: frozenset[str] = frozenset()  # roles whose place is the body's
    service: bool = False  # several of them speak as one body
    acts: bool = False  # for the body that it is of
    national: bool = False  # a state has one


@dataclass(frozen=True, slots=True)
class Named:
    """A proper name of a state or a body."""

    kind: str  # state, body, outlet, group
    id: str  # "state:RU", "org:nato", "place:kremlin"
    country: str
    organisation: str  # what a metonym stands for; empty: itself
    metonym: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The tables of one language by folded words."""

    grammar: Grammar
    nouns: Forms[Noun]
    named: Forms[Named]
    states: Forms[str]  # every name and adjective of a state, folded, to its code; empty where two states share it
    adjectives: Forms[str]  # only the adjectives
    codes: frozenset[str]  # of the states, ISO 3166-1 alpha-2
    countries: dict[str, Country]  # by these codes
    pronouns: Forms[Pronoun]
    determiners: Forms[Determiner]
    titles: Forms[Title]
    given: dict[str, str]  # folded given name to m, f or ""
    particles: frozenset[str]
    domains: Within[str]  # ids
    offices: Within[Office]
    bare: dict[str, str]  # noun to the office it names alone
    ministers: frozenset[str]
    small: frozenset[str]  # words that tell two phrases apart no more than "de" does
    of: frozenset[str]
    prepositions: frozenset[str]
    ties: frozenset[str]  # of both kinds
    relatives: frozenset[str]
    qualifiers: frozenset[str]
    former: frozenset[str]
    verbs: frozenset[str]
    leading: frozenset[str]  # words before a verb, be it finite or not ("ne", "se")
    days: frozenset[str]  # of the week, and counted from today
    years: frozenset[str]  # words for several years, behind an age
    calendar: frozenset[str]  # months and days of the week, some of which are given names too ("June")
    stops: frozenset[str]  # words that no phrase goes on across: verbs, relatives, pronouns, and what opens a clause
    counterpart: frozenset[str]
    same: frozenset[str]
    participles: frozenset[str]
    leads: Forms[str]
    apart: frozenset[str]
    namesakes: frozenset[str]
    hearers: frozenset[str]
    closing: frozenset[str]
    firms: frozenset[str]
    surnames: frozenset[str]
    saints: frozenset[str]
    naming: frozenset[str]
    sides: frozenset[str]
    heard: frozenset[str]
    told_to: frozenset[str]
    ongoing: frozenset[str]
    empty: frozenset[str]
    openers: frozenset[str]  # words that open a sentence or a clause and begin no name ("Though Talmar said")
    nameless: frozenset[str]  # words with which no person's name begins: these, small ones, and whole names of states and bodies
    agents: frozenset[str]
    makers: frozenset[str]
    making: frozenset[str]  # the last words of these
    contracted: dict[str, str]  # words that hold the article of a name, with the article
    contractions: tuple[str, ...]  # these words alone, for `str.endswith`
    gendered: bool  # are its nouns of a gender, so that "il" may be a body?


@cache
def lexicon(language: Language) -> Lexicon:
    """The tables of that language, compiled once."""
    grammar = language.rows(Grammar)[0]
    adjectives = _told_apart((key(form), row.code) for row in language.rows(Country) for form in row.adjectives)
    states = {key(form): row.code for row in language.rows(Country) for form in row.names} | adjectives
    determiners = {key(form): row for row in language.rows(Determiner) for form in row.forms}
    offices = [(key(form), row) for row in language.rows(Office) for form in row.forms]
    domains = [(key(form), row.id) for row in language.rows(Domain) for form in row.forms]
    of = frozenset(map(key, grammar.of))
    given = {key(form): row.gender for row in language.rows(Given) for form in row.forms}
    pronouns = {key(form): row for row in language.rows(Pronoun) for form in row.forms}
    verbs, relatives = frozenset(map(key, grammar.verbs)), frozenset(map(key, grammar.relatives))
    prepositions = frozenset(map(key, grammar.prepositions))
    clauses = frozenset(key(form) for row in language.rows(Words) if row.kind == "subordinator" for form in row.forms)
    small = of | prepositions | frozenset(determiners) | frozenset(map(key, grammar.coordination))
    particles = frozenset(key(form) for row in language.rows(Particle) for form in row.forms)
    openers = frozenset(key(form) for row in language.rows(Words) if row.kind in _OPENERS for form in row.forms) - given.keys()
    named = _named(language)
    return Lexicon(
        grammar=grammar,
        nouns=Forms(_nouns(language)),
        named=Forms(named),
        states=Forms(states),
        adjectives=Forms(adjectives),
        codes=frozenset(states.values()) - {""},
        countries={row.code: row for row in language.rows(Country)},
        pronouns=Forms(pronouns),
        determiners=Forms(determiners),
        titles=Forms({key(form): row for row in language.rows(Title) for form in row.forms}),
        given=given,
        particles=particles,
        domains=Within(domains),
        offices=Within(offices),
        bare={key(form): row.id for row in language.rows(Office) for form in row.bare if row.id != MINISTER},
        ministers=frozenset(key(form) for row in language.rows(Office) for form in row.bare if row.id == MINISTER),
        small=small,
        of=of,
        prepositions=prepositions,
        ties=of | prepositions,
        relatives=relatives,
        qualifiers=frozenset(map(key, grammar.qualifiers)),
        former=frozenset(map(key, grammar.former)),
        verbs=verbs,
        leading=frozenset(key(form) for row in language.rows(Words) if row.kind in _LEADING for form in row.forms),
        days=frozenset(key(form) for row in language.rows(TimeWord) if row.kind in ("weekday", "deictic") for form in row.forms),
        years=frozenset(
            key(form) for row in language.rows(TimeWord) if row.value == "year" and row.kind in ("units", "years") for form in row.forms
        ),
        calendar=frozenset(key(form) for row in language.rows(TimeWord) if row.kind in ("weekday", "month") for form in row.forms),
        stops=verbs | relatives | frozenset(pronouns) | clauses,
        counterpart=frozenset(map(key, grammar.counterpart)),
        same=frozenset(map(key, grammar.same)),
        participles=frozenset(map(key, grammar.participles)),
        leads=Forms({key(form): form for form in grammar.leads}),
        apart=frozenset(map(key, grammar.apart)),
        namesakes=frozenset(map(key, grammar.namesakes)),
        hearers=frozenset(map(key, grammar.hearers)),
        closing=frozenset(map(key, grammar.closing)),
        firms=firms.words() | frozenset(map(key, grammar.firms)),
        surnames=frozenset(map(key, grammar.surnames)),
        saints=frozenset(map(key, grammar.saints)),
        naming=frozenset(map(key, grammar.naming)),
        sides=frozenset(map(key, grammar.sides)),
        heard=frozenset(map(key, grammar.heard)),
        told_to=frozenset(map(key, grammar.told_to)),
        ongoing=frozenset(map(key, grammar.ongoing)),
        empty=frozenset(map(key, grammar.empty)),
        openers=openers,
        nameless=openers | (small - particles) | prepositions | determiners.keys() | named.keys(),
        agents=frozenset(map(key, grammar.agents)),
        makers=frozenset(map(key, grammar.makers)),
        making=frozenset(key(form).rpartition(" ")[2] for form in grammar.makers),
        contracted={key(form): article for form, article in grammar.contracted},
        contractions=tuple(key(form) for form, _ in grammar.contracted),
        gendered=any(row.gender for row in determiners.values()),
    )


def _told_apart(rows: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Forms to codes; none for a form that two states share ("congolais")."""
    found: dict[str, str] = {}
    for form, code in rows:
        found[form] = code if found.get(form, code) == code else ""
    return found


def _nouns(language: Language) -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for row in language.rows(Anonymous):
        found |= {key(form): Noun(row.kind, key(form), number="") for form in row.forms}
    for body in language.rows(Body):
        for form in body.forms:
            found.setdefault(
                key(form),
                Noun(
                    body.kind,
                    key(form),
                    body.gender,
                    "",
                    id=body.id,
                    one=body.one,
                    alone=body.alone,
                    officers=frozenset(map(key, body.officers)),
                    national=body.national,
                ),
            )
    for role in language.rows(Role):
        for gender, number, forms in (("m", "s", role.masculine), ("f", "s", role.feminine), ("", "p", role.plural)):
            for form in forms:
                _add_role(found, role, key(form), gender, number)
    return found


def _add_role(found: dict[str, Noun], role: Role, form: str, gender: str, number: str) -> None:
    """A form that both genders share has none; forms of two rows keep the wider nouns of both."""
    kinds = tuple(map(key, role.kinds))
    old = found.get(form)
    if old is not None and old.kind == "role":
        gender, number = (gender if old.gender == gender else ""), (number if old.number == number else "")
        kinds = tuple(dict.fromkeys((*old.kinds, *kinds)))
    found[form] = Noun("role", form, gender, number, kinds, role.rank, role.id, service=role.service, acts=role.acts)


def _named(language: Language) -> dict[str, Named]:
    found: dict[str, Named] = {}
    for row in language.rows(Country):
        found |= {key(form): Named("state", f"state:{row.code}", row.code, "", metonym=True) for form in row.capitals}
        found |= {key(form): Named("state", f"state:{row.code}", row.code, "") for form in row.names}
    for place in language.rows(Metonym):
        found |= {key(form): Named("body", f"place:{place.id}", place.country, place.stands_for, metonym=True) for form in place.forms}
    for body in language.rows(Organisation):
        found |= {key(form): Named(body.kind, f"org:{body.id}", body.country, "") for form in body.forms}
    return found
