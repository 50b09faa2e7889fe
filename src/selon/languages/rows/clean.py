"""Rows that the stage `clean` reads: what lines of a page are for, and how credits are worded.

A page's furniture is often in another language than its article, so the stage reads the rows of all languages together.
Forms are compared without case and accents, with one kind of quote, dash and space; `#` stands for a number.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One row: words that tell what the line is for, whatever else it says."""

    TABLE: ClassVar[str] = "notices"
    KEY: ClassVar[str] = "notice"

    forms: tuple[str, ...]  # as they are written
    kind: Literal["debris", "disclaimer", "related", "metadata", "caption"]  # the block it makes
    place: Literal["start", "whole", "within"] = "start"  # where in the line it must stand; "within" counts in lines of 60 words at most
    ends: bool = False  # the article is over where such a line stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """One row: words of accounts, forms and settings. Two of them in a line outside the article, or in a short line, make it debris."""

    TABLE: ClassVar[str] = "notices"
    KEY: ClassVar[str] = "furniture"

    words: tuple[str, ...]  # single words


@dataclass(frozen=True, slots=True, kw_only=True)
class Commenting:
    """One row: words that end the head of a reader's comment, after a name ("Odile dit :"), or stand alone under a comment."""

    TABLE: ClassVar[str] = "notices"
    KEY: ClassVar[str] = "commenting"

    forms: tuple[str, ...]
    alone: bool = False  # the whole line ("Répondre"), perhaps with a number
    opens: bool = False  # a heading that comments follow ("12 commentaires")


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditWord:
    """One row: words that acknowledge where a text or a picture comes from."""

    TABLE: ClassVar[str] = "credits"
    KEY: ClassVar[str] = "credit"

    forms: tuple[str, ...]  # as they are written, without the colon
    kind: Literal["source", "translation", "via", "photo", "author"]
    shape: Literal["label", "lead", "closing", "joint", "trail"]
    # label:   "Source : X"
    # lead:    "Par X", "Reprinted from X": the words, then the name, alone on a line
    # closing: the same, but only as the last words of the text ("Selon X" opens sentences everywhere else)
    # joint:   "X avec Y": Y has the kind, X wrote it
    # trail:   "X contributed to this report": the name, then the words, alone on a line


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundName:
    """One row: words around a name in a credit that belong to nobody's name."""

    TABLE: ClassVar[str] = "credits"
    KEY: ClassVar[str] = "around_name"

    kind: Literal["author_for", "name_end", "aside", "rights"]
    forms: tuple[str, ...]
    # author_for: between an author and the outlet or the place the author writes for or from: "pour" in "Par X pour Y"
    # name_end:   after the name of a source: "sous licence" in "republié de X sous licence ..."
    # aside:      before the name of somebody who did not write: "édité par"
    # rights:     beside the name of who holds them: "tous droits réservés"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One row: a news or picture agency under all its names; such a name alone is a credit, other names need words beside them."""

    TABLE: ClassVar[str] = "agencies"
    KEY: ClassVar[str] = "agency"

    name: str  # as this language calls it
    forms: tuple[str, ...]  # every name and abbreviation; short ones are capitals in the text, or stand in brackets
    pictures: bool = False  # it deals in pictures: its name alone credits a picture


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceStart:
    """One row: capitalised, these words open a sentence; they show where a heading ran into the paragraph after it."""

    TABLE: ClassVar[str] = "notices"
    KEY: ClassVar[str] = "sentence_start"

    words: tuple[str, ...]  # lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class StampWord:
    """One row: words of the line under a headline, around its date."""

    TABLE: ClassVar[str] = "headers"
    KEY: ClassVar[str] = "stamp"

    # published, updated: before a date; glue: between them; by: before who wrote or published it; aside: of no consequence ("4 min read");
    # self: whoever publishes it, after `by` ("par nos soins"); onward: behind the date, it shows that a sentence goes on
    kind: Literal["published", "updated", "glue", "by", "aside", "self", "onward"]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletWord:
    """One row: words by which a name is known as that of an outlet, in a line that dates an article."""

    TABLE: ClassVar[str] = "headers"
    KEY: ClassVar[str] = "outlet_word"

    # noun: anywhere in the name ("Le Courrier du Vallon"); article: before it ("Le Brin"); town: a place whose name opens with an article;
    # desk: who writes or what runs inside an outlet, never its name ("La rédaction", "Le direct")
    kind: Literal["noun", "article", "town", "desk"]
    forms: tuple[str, ...]
    writes: bool = False  # of desks: an article may be signed so


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOrder:
    """At most one row: what comes first in "03/05/2021"; no row where the language's countries differ."""

    TABLE: ClassVar[str] = "headers"
    KEY: ClassVar[str] = "date_order"

    first: Literal["day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedFrom:
    """One row: words that say out of which language a text was translated; the translator may follow."""

    TABLE: ClassVar[str] = "headers"
    KEY: ClassVar[str] = "translated_from"

    form: str  # {language} stands for the forms of `tongue`


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslatedInto:
    """One row: what may stand between the language and the translator."""

    TABLE: ClassVar[str] = "headers"
    KEY: ClassVar[str] = "translated_into"

    forms: tuple[str, ...]  # {language} stands for the forms of `tongue`


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One row: names of languages, as they stand in credits."""

    TABLE: ClassVar[str] = "headers"
    KEY: ClassVar[str] = "tongue"

    forms: tuple[str, ...]


ROWS: tuple[type[Any], ...] = (
    Notice,
    Furniture,
    Commenting,
    SentenceStart,
    CreditWord,
    AroundName,
    Agency,
    StampWord,
    OutletWord,
    DateOrder,
    TranslatedFrom,
    TranslatedInto,
    Tongue,
)
