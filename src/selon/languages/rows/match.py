"""Rows that the stage `match` reads."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One row: what several words of one language, and of others, are about.

    Concepts are what brings languages together: a word that no row holds meets only words of its own language. A new language takes the
    names, kinds, `broader` and `against` of languages/en/concepts.toml and writes its own forms: all that the press uses for it (noun,
    verb, adjective, headline word), as beginnings wherever endings change, as ends where words are compounds. Where two rows claim one
    form, it stands for both; a whole word wins over a beginning, the longer beginning over the shorter, a beginning over an end.
    """

    TABLE: ClassVar[str] = "concepts"
    KEY: ClassVar[str] = "concept"

    name: str  # the same in every language; English, lower case, joined by _
    # measure: only right after a number; common: so usual that it tells little ("begin", "world"); word: it weighs what a word weighs
    # that no row holds, and only meets its synonyms and translations
    kind: Literal["predicate", "thing", "place", "office", "body", "counted", "measure", "common", "word"]
    forms: tuple[str, ...]  # words, or several words; "bombard*" is the beginning of a word, "*damm" the end of one (never several words)
    but: tuple[str, ...] = ()  # words that begin like one of the forms and are others ("vendredi" beside "vend*"); "voil*" is a beginning
    broader: tuple[str, ...] = ()  # what it is a kind of: killing and dying are deaths; such a name needs no row of its own
    against: tuple[str, ...] = ()  # concepts that say the contrary
    # what it makes of a statement: habit, what happens again and again; superlative, how an event compares with others; reaction, what
    # people make of it. A statement that does so and one that does not are rarely one claim
    manner: Literal["", "habit", "superlative", "reaction"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """One row: words that tell little about what a sentence says."""

    TABLE: ClassVar[str] = "light"
    KEY: ClassVar[str] = "light"

    kind: Literal["function", "adverb", "reporting", "calendar", "title"]
    forms: tuple[str, ...]  # "déclar*" is the beginning of a word
    weight: float = 0.0  # [0, 1]; a content word weighs 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord:
    """One row: a word that is a number, multiplies one, or is one in a vague way."""

    TABLE: ClassVar[str] = "quantities"
    KEY: ClassVar[str] = "number"

    form: str  # lower case; the parts of a hyphenated word stand alone
    kind: Literal["value", "scale", "vague", "part"]  # "trois", "mille", "dizaines"; part: only inside "vingt-et-un"
    low: float  # the number, or the least that is meant
    high: float | None = None  # the most that is meant; None: the same as `low`


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One row: words before a number that make it a least, a most or a rough one."""

    TABLE: ClassVar[str] = "quantities"
    KEY: ClassVar[str] = "bound"

    form: str  # lower case, one or several words
    kind: Literal["least", "most", "about"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation:
    """One row: a word that turns what stands beside it into its contrary."""

    TABLE: ClassVar[str] = "negations"
    KEY: ClassVar[str] = "negation"

    forms: tuple[str, ...]  # "renonc*" is the beginning of a word
    # particle: reaches a few words around; verb: all that follows in its clause; proof: after a particle, all that follows in its sentence
    kind: Literal["particle", "verb", "proof"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One row: endings that are cut off to find the stem of a word, the longest first."""

    TABLE: ClassVar[str] = "endings"
    KEY: ClassVar[str] = "ending"

    forms: tuple[str, ...]  # lower case, without accents
    least: int  # letters that must stay


@dataclass(frozen=True, slots=True, kw_only=True)
class Lemma:
    """One row: forms of one word that no ending brings together."""

    TABLE: ClassVar[str] = "lemmas"
    KEY: ClassVar[str] = "lemma"

    lemma: str  # lower case
    forms: tuple[str, ...]  # its other forms


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One row: words that show where one clause ends and another begins."""

    TABLE: ClassVar[str] = "clauses"
    KEY: ClassVar[str] = "clause"

    # joint: after a comma, begins a clause of its own; turn: begins another event wherever it stands between two counts;
    # verb: a form that shows that a clause has a verb; and: joins what is told of others; part: some among others are counted ("among");
    # adjunct: opens what only says when, where or how, if no verb follows; asked: opens what says about what somebody is asked
    kind: Literal["joint", "turn", "verb", "and", "part", "adjunct", "asked"]
    forms: tuple[str, ...]  # lower case; a joint may be several words, the others are one


@dataclass(frozen=True, slots=True, kw_only=True)
class Capital:
    """One row: how capitals are used. A language without this table gives them to names, and to the first word of a sentence."""

    TABLE: ClassVar[str] = "capitals"
    KEY: ClassVar[str] = "capital"

    nouns: bool  # every noun has one (German): a capital alone shows no name
    endings: tuple[str, ...] = ()  # of capitalised words that are nouns and no names ("ung", "heit"), lower case


ROWS: tuple[type[Any], ...] = (Concept, Light, NumberWord, Bound, Negation, Ending, Lemma, Clause, Capital)
