"""Rows that the stage `resolve` reads: who can speak, and by what words a text points at them."""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """One row: the small words that build the phrase of a source."""

    TABLE: ClassVar[str] = "speakers"
    KEY: ClassVar[str] = "grammar"

    head: str  # "first" or "last": which of several nouns before the name is the head (le chef du centre | the centre chief)
    of: tuple[str, ...]  # words that tie a complement to its noun
    purpose: tuple[str, ...]  # prepositions that stand inside the names of bodies ("Centre pour la paix")
    prepositions: tuple[str, ...]  # words that open another complement; a name after one is not the speaker's
    relatives: tuple[str, ...]  # words that open a relative clause
    coordination: tuple[str, ...]  # words between two sources
    counterpart: tuple[str, ...]  # nouns for the holder of the same office elsewhere
    of_name: tuple[str, str]  # what ties a name to its noun: before a consonant, before a vowel
    same: tuple[str, ...]  # words that send back to what was just named ("même")
    qualifiers: tuple[str, ...]  # words before a noun that tell nothing of who is meant ("ancien", "nouveau")
    former: tuple[str, ...]  # those of them that tell of what is past
    participles: tuple[str, ...]  # words after a document's name that no longer belong to it ("publié")
    verbs: tuple[str, ...]  # frequent verb forms: no phrase goes on across one
    verbal: tuple[str, ...] = ()  # endings of verb forms: a lone word that opens a sentence with one is hardly a name
    leads: tuple[str, ...] = ()  # phrases before a speaker that are no part of it ("tout comme")
    describing: tuple[str, ...] = ()  # endings of words that describe who is named after a comma ("Optimiste, Ivo Talmar")
    compounded: tuple[str, ...] = ()  # second halves of words that describe who is named ("Istanbul-based", "state-run")
    apart: tuple[str, ...] = ()  # prepositions that stand in no office: what is behind one holds none ("dans les colonnes de")
    namesakes: tuple[str, ...] = ()  # nouns of what is named after a person, whose name beside them is not the speaker's ("hôpital")
    hearers: tuple[str, ...] = ()  # prepositions before whom a source spoke to, an outlet ("(a indiqué) la préfecture au quotidien")
    closing: tuple[str, ...] = ()  # adjectives without a capital that a body's name ends in ("Éducation nationale")
    firms: tuple[
        str, ...
    ] = ()  # words in the names of firms, papers and clubs, beside those of `firms.toml`: no person's name has one ("hebdo")
    surnames: tuple[str, ...] = ()  # roles that are family names too, behind a given name ("Paul King")
    saints: tuple[str, ...] = ()  # words before a name that make it a place's ("St. Louis")
    makers: tuple[str, ...] = ()  # words that open who made what is cited ("établi par"), and not who read it ("consulté par")
    agents: tuple[str, ...] = ()  # words that open who says some words ("tenus par"), and not who hands them on ("rapportés par")
    naming: tuple[str, ...] = ()  # words between a noun and the name of who it is ("a man named Talmar")
    sides: tuple[str, ...] = ()  # nouns that lead to whose words nobody's are ("du côté de la mairie", "au sein du ministère")
    heard: tuple[str, ...] = ()  # forms of verbs by which nobody's words are learned ("a-t-on appris"): who spoke last is not meant
    told_to: tuple[str, ...] = ()  # pronouns before a verb of whoever is told ("lui a-t-on dit")
    ongoing: tuple[str, ...] = ()  # forms of cue verbs that say that whoever spoke last goes on ("a-t-il ajouté")
    empty: tuple[str, ...] = ()  # words right behind a personal pronoun that make it nobody's ("il | faut")
    contracted: tuple[tuple[str, str], ...] = ()  # words that hold the article of a name, and the article ("du" of "Le Brisant"; "le")
    articled: bool = False  # a common noun as a source has an article: a lone word with a capital is a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Determiner:
    """A word that opens a noun phrase."""

    TABLE: ClassVar[str] = "speakers"
    KEY: ClassVar[str] = "determiner"

    kind: str  # definite, indefinite, demonstrative, possessive, quantity
    forms: tuple[str, ...]  # lower case
    gender: str = ""  # m, f; empty: either
    number: str = ""  # s, p; empty: either
    own: bool = False  # the teller's own ("notre"): it points at nobody who was named before


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A word that stands for somebody."""

    TABLE: ClassVar[str] = "pronouns"
    KEY: ClassVar[str] = "pronoun"

    forms: tuple[str, ...]
    # personal: the last who spoke; recent: the last who was named; vague: nobody in particular;
    # impersonal: the last speaker who is no person, after a hyphen ("indique-t-on"), else nobody
    kind: str
    gender: str = ""  # m, f, n (no person); empty: either
    number: str = "s"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A form of address; it stands before a name and is no part of it."""

    TABLE: ClassVar[str] = "roles"
    KEY: ClassVar[str] = "title"

    forms: tuple[str, ...]  # without full stop
    gender: str = ""
    number: str = "s"
    role: str = ""  # the noun of the trade whose members alone are addressed so ("Me" of a lawyer)
    feminine: str = ""  # of a woman, where it is another


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A noun for a person by office, trade or standing."""

    TABLE: ClassVar[str] = "roles"
    KEY: ClassVar[str] = "role"

    masculine: tuple[str, ...] = ()  # singular forms
    feminine: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()  # wider nouns that may point at its holder: "élu" for a mayor
    id: str = ""  # the same in every language, where one noun answers another; empty: not told
    rank: bool = False  # a rank stands before the name of whoever has it and tells no office
    service: bool = False  # all of them together speak as one body, without more ("les pompiers")
    acts: bool = False  # whoever has it acts for the body that it is of ("porte-parole", "président"), as no member does


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office under its several names. Ids are the same in every language."""

    TABLE: ClassVar[str] = "roles"
    KEY: ClassVar[str] = "office"

    id: str  # "head-of-state", "minister:foreign"
    forms: tuple[str, ...]  # phrases that name it wherever they stand
    bare: tuple[str, ...] = ()  # nouns that name it only with a country or alone ("président")
    country: str = ""  # only there: the foreign minister of the US is its Secretary of State


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A noun for something that speaks and is no person."""

    TABLE: ClassVar[str] = "bodies"
    KEY: ClassVar[str] = "body"

    id: str  # the same in every language: "ministry"
    forms: tuple[str, ...]  # singular and plural
    kind: str  # body, state, outlet, group, document
    gender: str = ""
    officers: tuple[str, ...] = ()  # whose place is its place: "préfète du Nord", then "la préfecture"
    alone: bool = True  # may name a body without more ("la police"); false: short for one that was named ("la société")
    one: bool = False  # its forms name one and the same kind of body, here and in the other languages
    national: bool = False  # a state has one: without a state beside it, it is that of the only state that the text is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """What a ministry or a minister is for. Ids are the same in every language."""

    TABLE: ClassVar[str] = "bodies"
    KEY: ClassVar[str] = "domain"

    id: str  # "defence"
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body known under several names or an acronym. Ids are the same in every language."""

    TABLE: ClassVar[str] = "bodies"
    KEY: ClassVar[str] = "organisation"

    id: str  # "nato"
    forms: tuple[str, ...]
    kind: str = "body"  # body, outlet, group
    country: str = ""  # ISO 3166-1 alpha-2; empty: several or none


@dataclass(frozen=True, slots=True, kw_only=True)
class Metonym:
    """A place or a building that speaks for a body. Capitals that speak for their state are in `countries`."""

    TABLE: ClassVar[str] = "metonyms"
    KEY: ClassVar[str] = "metonym"

    id: str  # the same in every language
    forms: tuple[str, ...]
    stands_for: str  # the body, in the words of the language
    country: str = ""  # ISO 3166-1 alpha-2; empty: a union of states


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One state: each has the same columns."""

    TABLE: ClassVar[str] = "countries"
    KEY: ClassVar[str] = "country"

    code: str  # ISO 3166-1 alpha-2
    names: tuple[str, ...]  # the first is shown
    gender: str  # m, f; n where the language has none
    number: str  # s, p
    masculine: tuple[str, ...]  # adjectives, masculine singular
    feminine: tuple[str, ...]
    masculine_plural: tuple[str, ...]  # also the people
    feminine_plural: tuple[str, ...]
    capitals: tuple[str, ...]  # speaks for the state
    metonym: str  # what the capital stands for when it speaks: "state", for every one

    @property
    def adjectives(self) -> tuple[str, ...]:
        """All forms of its adjective."""
        return (*self.masculine, *self.feminine, *self.masculine_plural, *self.feminine_plural)

    @property
    def forms(self) -> tuple[str, ...]:
        """All words for it: its names, its adjectives, its capitals."""
        return (*self.names, *self.adjectives, *self.capitals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exonym:
    """A town or region under the names it has in this language. Ids are the same in every language."""

    TABLE: ClassVar[str] = "places"
    KEY: ClassVar[str] = "exonym"

    id: str  # its name in English, lower case
    forms: tuple[str, ...]
    country: str  # ISO 3166-1 alpha-2; empty: several states hold or claim it


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymous:
    """A noun that names nobody: the source stays unnamed, or is whoever stands after it ("les propos de …")."""

    TABLE: ClassVar[str] = "roles"
    KEY: ClassVar[str] = "anonymous"

    forms: tuple[str, ...]
    kind: str = "anonymous"  # anonymous: a source; rumour: nobody's words; words: somebody's, who stands after "of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Given names of one gender, of the languages whose people the news names."""

    TABLE: ClassVar[str] = "given"
    KEY: ClassVar[str] = "given"

    gender: str  # m, f; empty: both
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Particle:
    """Lower-case words inside a name ("de", "van", "ben")."""

    TABLE: ClassVar[str] = "given"
    KEY: ClassVar[str] = "particle"

    forms: tuple[str, ...]


ROWS: tuple[type[Any], ...] = (
    Grammar,
    Determiner,
    Pronoun,
    Title,
    Role,
    Office,
    Body,
    Domain,
    Organisation,
    Metonym,
    Country,
    Exonym,
    Anonymous,
    Given,
    Particle,
)
