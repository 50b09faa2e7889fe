"""What stands around and inside a verb group: clitics and negations before it, asides, adverbs and an inverted pronoun in it."""

from selon.attribute.forms import is_noun
from selon.attribute.lexicon import GERUND
from selon.attribute.tokens import Passage

_REACH = 14  # tokens between auxiliary and participle
_LEADING = frozenset({"clitic", "reflexive", "not"})  # kinds of the words that may stand between a subject and its verb


def is_plain(found: Passage, at: int) -> bool:
    """A word of no kind, with which no aside begins, as most are: nothing that may stand inside a verb group."""
    form = found.forms[at]
    return not found.kinds[at] and form != "," and found.lexicon.aside.opened[form] is None


def inside(found: Passage, at: int, end: int) -> tuple[int, int | None, bool]:
    """After what may stand inside a verb group from `at` on: the token, an inverted pronoun met, whether a negation was met."""
    pronoun, negated, limit = None, False, min(end, at + _REACH)
    opened = found.lexicon.aside.opened
    while at < limit:
        kinds, form = found.kinds[at], found.forms[at]
        aside = opened[form] is not None
        if not kinds and form != "," and not aside:
            break  # any other word, as most are
        if "inverted" in kinds:
            pronoun, at = at, at + 1
        elif "not" in kinds or "neither" in kinds:
            negated, at = True, at + 1
        elif "euphonic" in kinds and "inverted" in found.kinds[at + 1]:
            at += 1
        elif form == "," and (after := found.after(found.lexicon.aside, at + 1)) and found.form(after) == ",":
            at = after + 1
        elif aside and (after := found.after(found.lexicon.aside, at)):
            at = after
        elif "adverb" in kinds or ("shared" in kinds and found.forms[at + 1] in found.lexicon.verbs):
            at += 1  # "have both | said", "ont tous | dit"
        else:
            break
    return at, pronoun, negated


def left(found: Passage, at: int, first: int) -> tuple[int, bool, bool]:
    """Where the clitics before a verb begin; is one reflexive; is one a negation."""
    start, reflexive, negated, kinds = at, False, False, found.kinds
    while start > first and not kinds[start - 1].isdisjoint(_LEADING):
        if (
            "determiner" in found.kinds[start - 1]
            and is_noun(found, start)
            and not announces(found, start)
            and not _is_of_gerund(found, start)
            and not found.has(start, "clitic", "reflexive", "not", "auxiliary", "being")
        ):
            break
        start -= 1
        reflexive = reflexive or "reflexive" in kinds[start]
        negated = negated or "not" in kinds[start]
    return start, reflexive, negated


def _is_of_gerund(found: Passage, at: int) -> bool:
    """A participle whose object stands before it: "…, | l'accusant d'avoir menti", "en | les accusant"."""
    placed = not found.is_word(at - 2) or "while" in found.kinds[at - 2]
    return placed and "clitic" in found.kinds[at - 1] and found.lexicon.moods[found.forms[at]] == {GERUND}


def announces(found: Passage, at: int) -> bool:
    """A verb with an object pronoun right before a colon: "la régie le répète : …"."""
    return found.form(at + 1) == ":" and "clitic" in found.kinds[at - 1] and found.is_word(at - 2)
