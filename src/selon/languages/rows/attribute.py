"""Rows that the stage `attribute` reads.

words.toml        [[words]] light parts of speech; [[ending]] endings that only verbs have; [[order]] where verbs stand
conjugation.toml  [[paradigm]] regular verbs; [[irregular]] their own forms; [[plain]] verbs that report nothing
verbs.toml        [[verbs]] cue verbs by frame and stance
prepositions.toml [[preposition]] "selon"; [[unless]] what follows it when it names no source
nouns.toml        [[noun]] "l'information selon laquelle", "la volonté de"
phrases.toml      [[aside]] what may stand inside a verb group; [[relay]] through whom; [[stop]] what ends a content or a source;
                  [[opening]] first words that tell a stance
marks.toml        [[marks]] pairs of quotation marks; [[label]] words before marks that make a name of them
weights.toml      [[weight]] what speaks for and against a reading; [[end]] where contents end; [[confidence]] how sure a reading is
"""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One row: a kind of word and its forms."""

    TABLE: ClassVar[str] = "words"
    KEY: ClassVar[str] = "words"

    kind: str  # one of selon.attribute.lexicon.KINDS
    forms: tuple[str, ...]  # lower case, straight apostrophes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """One row: an ending by which a verb form is told that no table lists."""

    TABLE: ClassVar[str] = "words"
    KEY: ClassVar[str] = "ending"

    ending: str  # "aient"
    mood: str  # finite, participle, gerund, infinitive
    unless: tuple[str, ...] = ()  # forms that end so and are no verbs ("souhait")
    least: int = 3  # letters before the ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """At most one row: how the language orders its clauses and writes its nouns; left out, it does as French and English do."""

    TABLE: ClassVar[str] = "words"
    KEY: ClassVar[str] = "order"

    second: bool = False  # the verb of a main clause is its second member, and what belongs to it closes the clause ("teilte … mit")
    nouns_capital: bool = False  # common nouns have a capital: it tells no name
    days_capital: bool = False  # so do days ("Sunday")
    ordinal_stop: bool = False  # a full stop makes an ordinal of a number ("3. Mai")
    verb_first: bool = False  # a sentence may open with its verb: subjects are left out ("Añadió que …")
    initials: bool = False  # a full stop behind one letter belongs to a name ("Ada J. Bry", "U.S. officials") and ends nothing
    subject_first: bool = False  # whoever speaks stands before the verb behind a quotation ("“Who closed it?” Orme said")
    bare_offices: bool = False  # an office needs no article, even behind adjectives ("said former mayor Ada Bry")
    analytic: bool = False  # words change little, so that their order tells what a verb governs ("the ship that sank was old")
    denies_after: bool = True  # "not" right behind a simple verb denies it; else what follows ("said not all of it was safe")
    head_last: bool = False  # nouns stand before the head of their phrase ("police sources")
    more: str = ""  # what makes of a finite verb of one that of several ("évoque|nt")
    several: tuple[str, ...] = ()  # endings of finite verbs that several govern, and one person never ("ont", "ont dit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """One row: how regular verbs of one kind are conjugated. The first paradigm whose pattern fits a lemma is taken."""

    TABLE: ClassVar[str] = "conjugation"
    KEY: ClassVar[str] = "paradigm"

    lemma: str  # a regular expression with groups ("(.*)er")
    finite: tuple[str, ...]  # third persons; "{0}" is the first group
    participle: tuple[str, ...]
    gerund: tuple[str, ...] = ()
    base: tuple[str, ...] = ()  # finite forms that are also infinitives and nouns (English "say")
    reported: tuple[str, ...] = ()  # finite forms that only reported speech has (German "er sage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregular:
    """One row: a verb with forms of its own."""

    TABLE: ClassVar[str] = "conjugation"
    KEY: ClassVar[str] = "irregular"

    lemma: str
    finite: tuple[str, ...]
    participle: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """One row: verbs that report nothing; they tell where a clause has its verb."""

    TABLE: ClassVar[str] = "conjugation"
    KEY: ClassVar[str] = "plain"

    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbs:
    """One row: cue verbs that take the same complements and tell with the same stance."""

    TABLE: ClassVar[str] = "verbs"
    KEY: ClassVar[str] = "verbs"

    frames: tuple[str, ...]  # selon.attribute.lexicon.FRAMES
    lemmas: tuple[str, ...]
    stance: str = "asserted"  # asserted, denied, hedged, unconfirmed, demanded
    negated: str | None = None  # the stance under negation; None: no relation then
    then: str = ""  # words that must follow the verb ("en garde"); "a|b" is one of several forms
    apart: str = ""  # the word that closes its clause, and stands before the other forms ("teilte … mit", "mitgeteilt")
    reflexive: bool = False  # only with a reflexive pronoun
    unless: str = ""  # one of these nouns right behind it, of another meaning ("claimed the lives of many"); "a|b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preposition:
    """One row: words that hand the floor to a source."""

    TABLE: ClassVar[str] = "prepositions"
    KEY: ClassVar[str] = "preposition"

    form: str  # lower case, straight apostrophes
    # any; "initial": only before its clause, with a name, a role or a pronoun; "quoted": before words of the subject;
    # where the verb comes second: "after" the source ("dem Bericht zufolge"); "closing": after a comma at the clause's end (", so X");
    # "account": only before a word of that kind ("nach ersten Berichten")
    where: str = "any"
    keeps: str = ""  # the end of the form that belongs to the source ("source" of "de source")
    stance: str = "asserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless:
    """One row: words after a preposition that name no source ("selon la saison")."""

    TABLE: ClassVar[str] = "prepositions"
    KEY: ClassVar[str] = "unless"

    words: tuple[str, ...]  # "_" is any one word


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """One row: nouns that carry a content of somebody."""

    TABLE: ClassVar[str] = "nouns"
    KEY: ClassVar[str] = "noun"

    nouns: tuple[str, ...]
    links: tuple[str, ...] = ()  # the words between noun and content ("selon laquelle", "que")
    by: tuple[str, ...] = ()  # words before whoever says it, behind whom "that" opens a content ("a warning | by the mayor that")
    opens: tuple[str, ...] = ()  # kinds of words that open the content after the holder ("la volonté de X | de partir")
    source: str = (
        "none"  # none; itself (the noun phrase); holder (after "de", or the genitive before); subject (of the sentence: "au motif que")
    )
    stance: str = "asserted"
    counts: bool = False  # what it carries must hold a number ("un bilan de 17 morts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """One row: words that may stand between the parts of a verb group, or between cue and source or content."""

    TABLE: ClassVar[str] = "phrases"
    KEY: ClassVar[str] = "aside"

    phrases: tuple[str, ...]  # "_" one word, "#" a number, "@kind" a word of that kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One row: words through which a content came ("à l'AFP", "dans un communiqué")."""

    TABLE: ClassVar[str] = "phrases"
    KEY: ClassVar[str] = "relay"

    phrases: tuple[str, ...]  # as in Aside; "^" a word with a capital
    skip: str = ""  # the beginning of the phrase that is not the relay itself ("cité par")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One row: words before which a content or a source may end."""

    TABLE: ClassVar[str] = "phrases"
    KEY: ClassVar[str] = "stop"

    name: str  # the feature, as weights.toml weighs it: "end.clause.<name>", "end.object.<name>"
    phrases: tuple[str, ...]  # as in Aside; a leading "," asks for a comma
    of: tuple[str, ...] = ("content",)  # content, source


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One row: first words of a quotation that tell its stance, whatever verb hands it over ("il faut", "nous exigeons")."""

    TABLE: ClassVar[str] = "phrases"
    KEY: ClassVar[str] = "opening"

    stance: str  # demanded, hedged, denied
    phrases: tuple[str, ...]  # as in Aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """One row: a pair of quotation marks."""

    TABLE: ClassVar[str] = "marks"
    KEY: ClassVar[str] = "marks"

    open: str
    close: tuple[str, ...]
    least: int = 0  # words inside, below which the pair is no quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One row: words before marks that make a name or a title of what stands in them."""

    TABLE: ClassVar[str] = "marks"
    KEY: ClassVar[str] = "label"

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """One row: how much a feature speaks for (positive) or against a reading; "any" is a feature of every reading."""

    TABLE: ClassVar[str] = "weights"
    KEY: ClassVar[str] = "weight"

    feature: str
    value: float
    fixed: bool = False  # set by hand: too rare in the data for the fit to tell


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One row: the stops that end a content of one shape."""

    TABLE: ClassVar[str] = "weights"
    KEY: ClassVar[str] = "end"

    shape: str  # clause, phrase, object
    stops: tuple[str, ...]  # names of stops: those of phrases.toml, and those of punctuation and verb groups (attribute/stops.py)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """One row: how much a feature of an attribution speaks for its being right; their sum is the logarithm of the odds."""

    TABLE: ClassVar[str] = "weights"
    KEY: ClassVar[str] = "confidence"

    feature: str  # "score" stands for the sum of the weights of the reading
    value: float


ROWS: tuple[type[Any], ...] = (
    Words, Ending, Order, Paradigm, Irregular, Plain, Verbs, Preposition, Unless, Noun, Aside, Relay, Stop, Opening, Marks, Label, Weight,
    End, Confidence,
)  # fmt: skip
