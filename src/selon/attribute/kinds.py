"""Which kinds of word each form may be: the table of words, and the names of offices and trades."""

from collections.abc import Iterator

from selon.attribute.cue_verbs import known
from selon.languages import Language
from selon.languages.rows.attribute import Words
from selon.languages.rows.resolve import Anonymous, Body, Determiner, Role

KINDS = (
    "auxiliary", "being", "been", "modal", "soon", "clitic", "reflexive", "subject", "first", "determiner", "preposition", "of",
    "to", "and", "but", "subordinator", "who", "which", "that", "if", "not", "adverb", "day", "month", "title", "shortened", "inverted",
    "by", "as", "without", "role", "someone", "pointer", "hedge", "conditional", "impersonal", "indefinite", "wording", "can", "opener",
    "relative_that", "mark_infinitive", "not_label", "report", "while", "never_that", "comparative", "against", "neither",
    "comment", "comment_noun", "comment_kind", "enabling", "whom", "blame", "for", "genitive", "oblique", "reported", "inside", "article",
    "hence", "particle", "as_object", "relative", "account", "alone", "unhesitating", "voiced", "echo",
    "therein", "none", "euphonic", "whoever", "beside", "many", "regret", "emphatic", "neuter", "several", "causing", "event",
    "single", "plural", "things", "nominative", "lone", "clausal", "issued", "qualifier", "shared",
    "placing", "absolute", "message", "definite", "reputed", "acronym", "fused", "complementing", "number", "bounding", "origin",
    "years", "compass", "elided_if", "polar", "asking", "grounds", "unable", "others", "purpose",
)  # fmt: skip


def kinds_of_words(language: Language) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The kinds of each form, and those of the words that a compound may end in ("*minister" in the tables)."""
    kinds: dict[str, set[str]] = {}
    for row in language.rows(Words):
        known(row.kind, KINDS, language, "words")
        for form in row.forms:
            kinds.setdefault(form, set()).add(row.kind)
    for form in _roles(language):
        kinds.setdefault(form, set()).add("role")
    told = {form: frozenset(names) for form, names in kinds.items()}
    compounds = {form[1:]: told.pop(form) for form in [form for form in told if form[0] == "*"]}
    return told, compounds


def speaking(language: Language) -> dict[str, str]:
    """The nouns of one word for what speaks and is no person, with their kinds: bodies, documents, groups, unnamed sources."""
    bodies = {form: row.kind for row in language.rows(Body) for form in row.forms}
    unnamed = {form: row.kind for row in language.rows(Anonymous) if row.kind == "anonymous" for form in row.forms}
    return {form: kind for form, kind in (bodies | unnamed).items() if " " not in form}


def possessives(language: Language) -> frozenset[str]:
    """The determiners that name an owner."""
    return frozenset(form for row in language.rows(Determiner) if row.kind == "possessive" for form in row.forms)


def _roles(language: Language) -> Iterator[str]:
    """The nouns for who speaks by office or trade, of one word."""
    for row in language.rows(Role):
        yield from (form for form in (*row.masculine, *row.feminine, *row.plural) if " " not in form)
