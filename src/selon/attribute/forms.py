"""What a token is in its place: a finite verb, a noun, a pronoun that looks like an article.

The tables say what a form may be (`Passage.kinds`, `lexicon.moods`); its neighbours decide.
"""

from selon.attribute.lexicon import ALWAYS_FINITE, BASE, FINITE, GENITIVE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage

_NOTHING: frozenset[str] = frozenset()
_LINKS = frozenset({
    "preposition", "of", "to", "and", "but", "that", "determiner", "by", "as", "adverb", "day", "month", "subordinator", "if",
    "without", "not",
})  # fmt: skip
_GOVERNS = frozenset({"of", "to", "preposition", "by", "without"})
_VERBS = frozenset({FINITE, BASE, INFINITIVE, GERUND})
_MAY_RULE = frozenset({"subject", "first", "determiner", "role", "title", "who", "that", "plural", "genitive"})
_OPENS_ADJUNCT = frozenset({"and", "but", "adverb", "preposition", "month", "day"})
_NOUN = 6  # tokens of a noun phrase without an article
_CLAUSE = 12  # tokens before a pronoun in which its clause would have a verb already


def moods(found: Passage, at: int) -> frozenset[str]:
    """The verb moods that a form can have, whatever stands around it."""
    try:
        return found.lexicon.moods[found.forms[at]]
    except IndexError:
        return _NOTHING


def is_finite(found: Passage, at: int) -> bool:
    """Is the token a finite verb in its place? A form after an article or a preposition is a noun."""
    if not found.lexicon.finite[found.forms[at]]:
        return "nominative" in found.kinds[at - 1] and is_plain(found, at)  # others, as most are, are none
    told = found.finite.get(at)
    if told is None:
        told = found.finite[at] = _is_finite(found, at)
    return told


def _is_finite(found: Passage, at: int) -> bool:
    if not found.kinds[at].isdisjoint(ALWAYS_FINITE):
        return not ("compass" in found.kinds[at] and found.is_capital(at) and found.is_word(at - 1))
    known = found.lexicon.moods[found.forms[at]]
    if (found.is_capital(at) and not _may_be_capital(found, at)) or has_agent(found, at):
        return False
    return not is_noun(found, at) and (FINITE in known or _has_plural_subject(found, at))


def has_agent(found: Passage, at: int) -> bool:
    """Is a form that may be a finite verb a participle: "a source quoted | by the agency said", never "prices rose | by a third"?"""
    if not found.lexicon.order.analytic or not found.has(at + 1, "by") or PARTICIPLE not in moods(found, at):
        return False
    if found.has(at - 1, "subject", "who", "which"):
        return False
    agent = at + 3 if found.has(at + 2, "determiner") else at + 2
    return found.is_capital(agent) or found.has(agent, "role") or found.form(agent) in found.lexicon.speaking


def _may_be_capital(found: Passage, at: int) -> bool:
    """May a verb have a capital here: at the beginning of the passage, after its subject, or of a sentence without one?"""
    order = found.lexicon.order
    if order.nouns_capital:
        return False
    return at == 0 or "subject" in found.kinds[at - 1] or (order.verb_first and not found.is_word(at - 1))


def is_noun(found: Passage, at: int) -> bool:
    """Does what stands before the token make a noun of a form that could be a verb?"""
    before = found.kinds[at - 1]
    if not before.isdisjoint(_GOVERNS) and "clitic" not in before:
        return True
    if "role" in found.kinds[at] and found.form(at - 1) == "," and found.is_capital(at - 2) and _opens_complement(found, at + 1):
        return True
    if "things" in found.kinds[at] and (_is_led(found, at) or _is_said(found, at)):
        return True
    if "things" in found.kinds[at] and (_is_clausal(found, at + 1) or _is_behind_acronym(found, at)):
        return True  # "40 coastal | states said"
    if "things" in found.kinds[at] and (_is_joined_noun(found, at) or _is_held(found, at)):
        return True
    if "determiner" not in before:
        return at > 0 and (GENITIVE in moods(found, at - 1) or _describes(found, at))
    if _is_subject_alone(found, at) or _is_counted(found, at):
        return False
    if "clitic" not in before:
        return True
    return not (found.has(at - 2, "subject", "who", "not", "clitic", "reflexive", "that", "as") or _is_pronoun(found, at - 1))


def _is_joined_noun(found: Passage, at: int) -> bool:
    """Before a preposition that no such verb takes: "loud | chants of “no”", behind "and" also "and | attacks on the mayor"."""
    return "of" in found.kinds[at + 1] or ("and" in found.kinds[at - 1] and "complementing" in found.kinds[at + 1])


def _is_held(found: Passage, at: int) -> bool:
    """The last word of a definite thing that a gerund governs: "accused them of launching the chemical | attacks"."""
    for here in range(at - 1, max(0, at - _NOUN), -1):
        if "definite" in found.kinds[here]:
            return here < at - 1 and GERUND in moods(found, here - 1) and not found.kinds[here - 2].isdisjoint(_GOVERNS)
        if not found.is_word(here) or found.kinds[here] or found.is_capital(here) or here in found.quote_at:
            return False
    return False


def _is_clausal(found: Passage, at: int) -> bool:
    """A finite form of a verb that takes nothing but clauses: "said"."""
    return any("clausal" in verb.frames and mood == FINITE for verb, mood in found.lexicon.verbs.get(found.form(at), ()))


def _is_behind_acronym(found: Passage, at: int) -> bool:
    """Behind letters in capitals that a preposition governs, or before what goes on with a noun: "according to ODF | estimates"."""
    text = found.text[found.starts[at - 1] : found.end(at - 1)] if at > 0 else ""
    if not text[1:].isupper() or not text.isupper():
        return False
    return not found.kinds[at - 2].isdisjoint(_GOVERNS) or found.has(at + 1, "and", "of", *ALWAYS_FINITE)


def _opens_complement(found: Passage, at: int) -> bool:
    """Does a preposition and its noun follow an office that could be a verb: "Ada Bry, juge | à Valbrune"?"""
    if not found.has(at, "preposition", "to", "of") or "determiner" in found.kinds[at] or moods(found, at + 1) & {INFINITIVE}:
        return False
    return found.after(found.lexicon.aside, at) is None and not any("that" in found.kinds[here] for here in range(at, at + _NOUN))


def _describes(found: Passage, at: int) -> bool:
    """Does a participle with its adverb stand between an article and its noun: "a newly released | report"?"""
    if PARTICIPLE not in moods(found, at) or "adverb" not in found.kinds[at - 1] or not found.has(at - 2, "determiner"):
        return False
    return not found.has(at - 2, "pointer", "many", "lone", "subject", "none") and not found.kinds[at + 1] and found.is_word(at + 1)


def _is_led(found: Passage, at: int) -> bool:
    """Does nothing that could be its subject stand before a form, back to a preposition: "in battleground | states"?"""
    for here in range(at - 1, max(-1, at - _NOUN), -1):
        if not found.kinds[here].isdisjoint(_GOVERNS):
            before = here - 1  # behind a noun it may belong to the subject: "the ministry of defence | reports"
            opens = found.forms[before] in found.lexicon.prepositions and found.lexicon.order.subject_first  # "according to"
            return opens or not found.is_word(before) or bool(moods(found, before)) or not found.kinds[before].isdisjoint(_OPENS_ADJUNCT)
        if not found.is_word(here - 1) and PARTICIPLE in moods(found, here):
            return True  # "Unconfirmed | reports"
        if not found.is_word(here) or here in found.quote_at or found.is_capital(here) or found.forms[here].endswith("s"):
            return False
        if not found.kinds[here].isdisjoint(_MAY_RULE) or (moods(found, here) & _VERBS and not _is_bare(found, here)):
            return False
    return False


def _is_bare(found: Passage, at: int) -> bool:
    """A base form where no base form can stand, a noun: "upcoming | state contests"."""
    return BASE in moods(found, at) and not moods(found, at) & {FINITE, GERUND} and not is_finite(found, at)


def _is_said(found: Passage, at: int) -> bool:
    """Does it open what somebody said: "the mayor said | plans for the bridge were old"? Behind "what he said" a verb does follow."""
    told = found.lexicon.verbs.get(found.forms[at - 1], ())
    if not any("clausal" in verb.frames and mood == FINITE for verb, mood in told) or found.forms[at - 1].endswith("s"):
        return False
    return not any("if" in found.kinds[here] or "that" in found.kinds[here] for here in range(max(0, at - _NOUN), at - 1))


def _is_subject_alone(found: Passage, at: int) -> bool:
    """Does a word for several or for one stand alone before its verb: "beaucoup | disent", "several | said it", "another | says it"?

    Of several no verb ends as one thing's does ("some claims"); a participle may describe a noun ("some reported cases").
    """
    known, kinds = moods(found, at), found.kinds[at - 1]
    if FINITE not in known and BASE in known and "many" in kinds:
        return found.has(at + 1, "that", "subject", "first", "determiner", "quotation") or found.is_capital(at + 1)  # "many | think he"
    third = found.forms[at].endswith("s")
    if FINITE not in known or not (("many" in kinds and not third) or ("lone" in kinds and (third or PARTICIPLE in known))):
        return False
    return (
        PARTICIPLE not in known
        or found.has(at + 1, "that", "subject", "first", "determiner", "quotation")
        or found.form(at + 1) in (",", ":")
    )


def _is_counted(found: Passage, at: int) -> bool:
    """Do an article and a number stand alone before their verb: "the two | raised a million"?"""
    told = "definite" in found.kinds[at - 2] or _is_clausal(found, at - 2)  # "said | two died"
    if FINITE not in moods(found, at) or not told or "number" not in found.kinds[at - 1]:
        return False
    if not found.is_word(at + 1):
        return True
    return found.has(at + 1, "determiner", "that", "subject", "to", "adverb", "preposition") or found.form(at + 1)[:1].isdigit()


def _is_pronoun(found: Passage, at: int) -> bool:
    """Is a form that may be an article a pronoun: right behind a noun, in a clause without a verb ("la régie l'accuse")?"""
    before = at - 1
    while "day" in found.kinds[before] or ("preposition" in found.kinds[before] and "day" in found.kinds[before + 1]):
        before -= 1  # "those who wrote on Monday | say"
    if not found.is_word(before) or before in found.quote_at or len(found.forms[before]) == 1 or not found.kinds[before].isdisjoint(_LINKS):
        return False
    if moods(found, before) & _VERBS:
        return False
    for here in range(before - 1, max(-1, before - _CLAUSE), -1):
        if not found.is_word(here) or found.has(here, "that", "who", "but", "subordinator"):
            return True
        if here in found.quote_at or is_finite(found, here):
            return False
    return True


def _has_plural_subject(found: Passage, at: int) -> bool:
    if ("several" in found.kinds[at] or "plural" in found.kinds[at - 1]) and _stands_behind_noun(found, at):
        return True
    if found.has(at - 1, "subject", "first", "who") or (found.has(at - 1, "adverb") and not found.has(at - 2, "determiner")):
        return True
    if found.has(at - 1, "many") and _is_subject_alone(found, at):
        return True
    return found.is_word(at - 1) and found.form(at - 1).endswith("s") and "single" not in found.kinds[at - 2]  # "a news | report"


def _stands_behind_noun(found: Passage, at: int) -> bool:
    """Does a word that may end a subject stand right before, and nothing that governs a base form in the same clause?"""
    before = at - 1
    if not found.is_word(before) or before in found.quote_at or not found.kinds[before].isdisjoint(_LINKS) or moods(found, before) & _VERBS:
        return False
    for here in range(before, max(-1, at - _CLAUSE), -1):
        if found.has(here, "modal", "soon", "causing"):
            return False
        if not found.is_word(here) or found.has(here, "that", "who", "but", "subordinator"):
            break
    return True


def has_finite(found: Passage, first: int, end: int) -> bool:
    """Is there a finite verb among the tokens [first, end)?"""
    first, end, maybe = max(0, first), min(end, len(found.starts)), found.lexicon.finite
    if first >= end:
        return False
    if any(map(maybe.__getitem__, found.forms[first:end])):
        return any(is_finite(found, at) for at in range(first, end))
    pronouns = found.lexicon.nominatives
    return bool(pronouns) and any(
        form in pronouns and is_finite(found, at) for at, form in enumerate(found.forms[first : end - 1], first + 1)
    )


def is_plain(found: Passage, at: int) -> bool:
    """A word in lower case of no kind that no ending tells: behind "they" it is a verb that no table knows."""
    form = found.forms[at]
    return form.isalpha() and not found.kinds[at] and not found.is_capital(at) and not moods(found, at)


def is_hyphen(found: Passage, at: int) -> bool:
    """Is a stroke one without spaces, inside a word: "a 75-day strike"?"""
    if not 0 < at < len(found) - 1 or not (found.is_word(at - 1) and found.is_word(at + 1)):
        return False
    return found.end(at - 1) == found.starts[at] and found.end(at) == found.starts[at + 1]
