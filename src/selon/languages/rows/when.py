"""Rows that the dates of the stage `resolve` read: words, the orders they stand in, and what tells past from future."""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """One row: words of one kind and value, as they stand in expressions of time.

    Kinds with a meaning to the rules: month (1-12), weekday (0 = Monday), unit and units (day, week, weekend, month, quarter, half,
    year, decade, century: one, several), season (1 = spring), number, ordinal, quarter_code, deictic (days from publication), anchor
    (days from a date told before), part (early, mid, late), turn (last, next, this, previous, following, same), past (last), later (1 or
    -1), since, until, by, from, before, after (they open an end), for (points ahead), about (a count that is not exact), suffix (makes a
    numeral an ordinal), tens_suffix (makes a numeral a decade), break (nothing here is a date).
    Every other kind is glue: it has a name so that a shape can ask for it.
    """

    TABLE: ClassVar[str] = "when"
    KEY: ClassVar[str] = "word"

    kind: str
    forms: tuple[str, ...]  # lower case; several words are one form ("plus tard")
    value: int | str = 0
    case: str = "any"  # lower: a capital inside a sentence makes it a name ("Mars"); upper: small letters make it another word ("may")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeShape:
    """One row: an order of kinds that is an expression of time, and the rule that dates it."""

    TABLE: ClassVar[str] = "when"
    KEY: ClassVar[str] = "shape"

    rule: str  # the name of a rule: day, month, year, weekday, ...
    forms: tuple[str, ...]  # kinds in order; [kind] may be left out, a|b either, kind.2 the second of its kind
    inner: bool = False  # only after a word that opens an end ("depuis mars")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeTense:
    """One row: verb forms, or their endings, that show on which side of the publication an event stands."""

    TABLE: ClassVar[str] = "when"
    KEY: ClassVar[str] = "tense"

    # past; future; either: the form alone does not tell; none: only looks like a verb form; where the date follows at once, close: future
    # (an infinitive, a present) and participle: past, unless an auxiliary says otherwise; auxiliary: past before a participle;
    # blunt: takes its side from an infinitive right behind it ("sans ciller")
    side: str
    forms: tuple[str, ...] = ()  # whole words, lower case, with their accents
    endings: tuple[str, ...] = ()  # of words of five letters and more
    but: tuple[str, ...] = ()  # words with such an ending that are no such verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One row: what follows a numeral that counts things and names no year ("1984 manifestants")."""

    TABLE: ClassVar[str] = "when"
    KEY: ClassVar[str] = "counted"

    endings: tuple[str, ...]  # of the plural
    words: tuple[str, ...]  # signs and words that are counted, whatever their ending
    but: tuple[str, ...] = ()  # words with such an ending that are no plural noun ("mais", "dans")


ROWS: tuple[type[Any], ...] = (TimeWord, TimeShape, TimeTense, Counted)
