"""The verb groups of a sentence that may hand the floor to somebody.

A group is told whole: auxiliary, clitics, negation, adverbs and dates inside ("a, vendredi, déclaré"), participle, words that belong
to the verb ("mis en garde"), what is declined ("refuse de confirmer"); passive, gerund, infinitive, or a verb of the kind soon before an
infinitive ("vient d'accuser").
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.cue import Cue
from selon.attribute.declining import DECLINING, declining, is_forgone, nor
from selon.attribute.forms import is_finite, is_noun
from selon.attribute.forms import moods as found_moods
from selon.attribute.lexicon import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage
from selon.attribute.verb_at import verb_at

_REACH = 14  # tokens between auxiliary and participle
_AGENT = 8  # tokens of whoever quotes: "by the Talmar news agency"
_SHARED_TOKENS = 40  # between an auxiliary and the second participle that shares it
_LEADING = frozenset({"clitic", "reflexive", "not"})  # kinds of the words that may stand between a subject and its verb
_HELPING, _LEADING_ON = frozenset({"auxiliary", "being"}), frozenset({"soon", "can"})
_BEFORE_INFINITIVE, _OF_TO = frozenset({"clitic", "reflexive", "adverb"}), frozenset({"of", "to"})
_FORGONE = frozenset({GERUND, BASE, INFINITIVE})
_OPENS_INFINITIVE = frozenset({"of", "to", "and", "without", "preposition"})


def cues(found: Passage, first: int, end: int) -> list[Cue]:
    """The cue groups among the tokens [first, end), in order."""
    groups: list[Cue] = []
    past = first
    for at in found.opening(first, end):
        if at < past or (at not in found.cued and _stands_alone(found, at)):
            continue
        if (group := _group(found, at, first, end)) is not None:
            groups.append(group)
            past = group.end + (group.verb.stance == "denied" and _is_account(found, group))
    return groups


def _is_account(found: Passage, group: Cue) -> bool:
    """Is the form behind a verb of denying a noun, where it could be a verb too ("denied reports that", "rejected claims")?"""
    return "account" in found.kinds[group.end]


def _stands_alone(found: Passage, at: int) -> bool:
    """Is an auxiliary, or "est" that no word of its own follows, right before a word that no verb group holds, as most are?"""
    return _is_plain(found, at + 1) and found.forms[at + 1] not in found.lexicon.verbs


def _is_plain(found: Passage, at: int) -> bool:
    """A word of no kind, with which no aside begins, as most are: nothing that may stand inside a verb group."""
    form = found.forms[at]
    return not found.kinds[at] and form != "," and found.lexicon.aside.opened[form] is None


def _group(found: Passage, at: int, first: int, end: int) -> Cue | None:
    group = _verb_group(found, at, first, end)
    if group is None:
        return None
    frames = group.verb.frames
    if "cites" in frames and group.mood == "passive" and (told := _quoted_as(found, group)) is not None:
        return told
    if ("blames" in frames and not _blames(found, group.end, end)) or ("as_said" in frames and group.mood != FINITE):
        return None
    if group.mood not in (FINITE, GERUND):
        return None if frames <= DECLINING else group
    if not frames.isdisjoint(DECLINING):
        group = declining(found, group, end)
    elif group.verb.negated == "unconfirmed" and (last := nor(found, group.end, end)):
        group = replace(group, end=last, negated=True)
    return group


def _quoted_as(found: Passage, group: Cue) -> Cue | None:
    """The whole of "was quoted (by the agency) as saying": a verb of saying whose subject is whoever is quoted."""
    at = group.end
    if "by" in found.kinds[at]:
        at = next((here for here in range(at + 1, min(at + _AGENT, len(found))) if "as" in found.kinds[here]), at)
    if "as" not in found.kinds[at] or found.form(at + 1) not in found.lexicon.verbs:
        return None
    verb, last = verb_at(found, at + 1, GERUND, reflexive=False)
    if verb is None or "incise" not in verb.frames:
        return None
    return Cue(group.first, group.shown, at + 1, last, verb, FINITE, negated=group.negated, compound=True)


def _blames(found: Passage, at: int, end: int) -> bool:
    """Does "responsable" follow its object: "tient la régie pour responsable de …"?"""
    for here in range(at, min(end, at + 12)):
        if "blame" in found.kinds[here]:
            return here > at and not found.has(here - 1, "determiner", "of")
        if not found.is_word(here) or is_finite(found, here):
            return False
    return False


def _verb_group(found: Passage, at: int, first: int, end: int) -> Cue | None:
    if kinds := found.kinds[at]:
        if not kinds.isdisjoint(_HELPING) and (group := _compound(found, at, first, end)):
            return group
        if not kinds.isdisjoint(_LEADING_ON) and (group := _soon(found, at, first, end)):
            return group
    return _simple(found, at, first, end) if at in found.cued else None


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


def _past_himself(found: Passage, at: int) -> int | None:
    """After a pronoun that only stresses who speaks ("a lui-même dit", "ont, eux, assuré"); None where none stands there."""
    parted = found.forms[at] == ","
    here = at + 1 if parted else at
    if "emphatic" not in found.kinds[here] or (parted and found.form(here + 1) != ","):
        return None
    return here + 2 if parted else here + 1


def _compound(found: Passage, at: int, first: int, end: int) -> Cue | None:
    head, pronoun, negated = inside(found, at + 1, end)
    if head < end and (after := _past_himself(found, head)) is not None:
        head, _, again = inside(found, after, end)
        negated = negated or again
    passive = "being" in found.kinds[at] and "auxiliary" not in found.kinds[at]
    if "been" in found.kinds[head]:
        passive = True
        head, _, again = inside(found, head + 1, end)
        negated = negated or again
    if head >= end or found.forms[head] not in found.lexicon.verbs:
        return None
    start, reflexive, ne = _left(found, at, first)
    verb, last = verb_at(found, head, PARTICIPLE, reflexive)
    if verb is None and passive:
        verb, last = verb_at(found, head, GERUND, reflexive)  # "is calling", "has been calling"
        passive = passive and verb is None
    if verb is None:
        return None
    if passive and reflexive:
        passive = False
    return Cue(
        start,
        at,
        head,
        last,
        verb,
        "passive" if passive else FINITE,
        pronoun,
        negated or ne,
        True,
        dependent=not found_moods(found, at).isdisjoint((INFINITIVE, GERUND)),
    )


def _soon(found: Passage, at: int, first: int, end: int) -> Cue | None:
    head, pronoun, negated = inside(found, at + 1, end)
    if found.has(head, "of", "to"):
        head += 1
    itself = False
    while head < end and found.has(head, "clitic", "adverb"):
        itself = itself or "reflexive" in found.kinds[head]
        head += 1
    if head >= end or found.forms[head] not in found.lexicon.verbs:
        return None
    verb, last = verb_at(found, head, INFINITIVE, itself)
    if verb is None or ("written" in verb.frames) != ("can" in found.kinds[at]):
        return None
    shown = _auxiliary(found, at, first)  # "a tenu à préciser", "n'a pas manqué de rappeler"
    start, _, ne = _left(found, shown, first)
    refuses, hesitates = negated or ne or "not" in found.kinds[at], "unhesitating" in found.kinds[at]
    if hesitates and not refuses and "without" not in found.kinds[start - 1]:
        return None  # "a cessé de dire", "hésite à dire": only with a negation it is said
    refuses = refuses and not hesitates
    return Cue(start, shown, head, last, verb, FINITE, pronoun, refuses)


def _auxiliary(found: Passage, at: int, first: int) -> int:
    """The auxiliary of a participle, before its negation and adverbs; the token itself where none stands there."""
    before = at - 1
    while before > first and found.has(before, "not", "adverb") and found.has(at, "unhesitating"):
        before -= 1
    return before if before >= first and "auxiliary" in found.kinds[before] else at


def _simple(found: Passage, at: int, first: int, end: int) -> Cue | None:
    if "and" in found.kinds[at - 1] and (joined := _joined(found, at, end)) is not None:
        return joined
    start, reflexive, ne = _left(found, at, first)
    for mood in _moods(found, at):
        verb, last = verb_at(found, at, PARTICIPLE if mood == "passive" else mood, reflexive)
        if verb is None:
            continue
        pronoun = at + 1 if "inverted" in found.kinds[at + 1] else at + 2 if "inverted" in found.kinds[at + 2] else None
        if pronoun == at + 2 and "euphonic" in found.kinds[at + 1]:
            last = max(last, at + 2)  # "ajoute t-il"
        elif pronoun == at + 2:
            pronoun = None
        after, _, negated = (last, None, False) if _is_plain(found, last) else inside(found, last, min(end, last + 3))
        negated = negated and (found.lexicon.order.denies_after or mood != FINITE or pronoun is not None)
        if negated and "bare" in verb.frames and after < end and INFINITIVE in found_moods(found, after):
            negated = False  # "dit ne pas savoir": what is said is negated, not that it is said
        if mood == "passive" and not ("by" in found.kinds[after] or ("charge" in verb.frames and "of" in found.kinds[after])):
            continue
        return Cue(start, start if reflexive else at, at, last, verb, FINITE if mood == BASE else mood, pronoun, negated or ne)
    return None


def _joined(found: Passage, at: int, end: int) -> Cue | None:
    """A participle behind "et" that shares the auxiliary of the verb before: "a ordonné la fermeture et menacé de partir"."""
    if at + 1 >= end or not found.has(at + 1, "that", "of", "to", "determiner"):
        return None
    verb, last = verb_at(found, at, PARTICIPLE, reflexive=False)
    if verb is None or FINITE in found.lexicon.verb_moods[found.forms[at]] or not _shares_auxiliary(found, at):
        return None
    return Cue(at, at, at, last, verb, FINITE, compound=True)


def _shares_auxiliary(found: Passage, at: int) -> bool:
    """Does an auxiliary stand before a participle, and no passive that it would share ("a été hué et | critiqué")?"""
    before = next((here for here in range(at - 1, max(-1, at - _SHARED_TOKENS), -1) if "auxiliary" in found.kinds[here]), None)
    return before is not None and not any("been" in found.kinds[here] for here in range(before, at))


def _moods(found: Passage, at: int) -> Iterator[str]:
    known = found.lexicon.verb_moods[found.forms[at]]
    if PARTICIPLE in known and FINITE in known and found.has(at + 1, "by", "of") and not found.has(at - 1, "subject", "who"):
        yield "passive"
    if FINITE in known and (is_finite(found, at) or "as" in found.kinds[at - 1] or _announces(found, at)):
        yield FINITE
    if BASE in known and is_finite(found, at):
        yield BASE
    if (
        GERUND in known
        and "adverb" not in found.kinds[at]
        and not (found.has(at - 1, "preposition", "of", "to") and is_forgone(found, at - 2))
        and not ((is_finite(found, at - 1) or found_moods(found, at - 1) & _FORGONE) and is_forgone(found, at - 1))
        and (
            "determiner" not in found.kinds[at - 1]
            or "alone" in found.kinds[at - 1]
            or ("clitic" in found.kinds[at - 1] and (not found.is_word(at - 2) or "while" in found.kinds[at - 2]))
        )
    ):
        yield GERUND
    if INFINITIVE in known and _opens_infinitive(found, at):
        yield INFINITIVE
    if PARTICIPLE in known and "determiner" not in found.kinds[at - 1]:
        yield "passive"


def _announces(found: Passage, at: int) -> bool:
    """A verb with an object pronoun right before a colon: "la régie le répète : …"."""
    return found.form(at + 1) == ":" and "clitic" in found.kinds[at - 1] and found.is_word(at - 2)


def _opens_infinitive(found: Passage, at: int) -> bool:
    before, kinds = at - 1, found.kinds
    while not kinds[before].isdisjoint(_BEFORE_INFINITIVE) and kinds[before].isdisjoint(_OF_TO):
        before -= 1
    if "and" in kinds[before] and found.lexicon.infinitive_marks and found.has(at + 1, "role", "plural") and not _is_marked(found, before):
        return False  # "federal and | state officials"
    return not kinds[before].isdisjoint(_OPENS_INFINITIVE) and not is_forgone(found, before - 1)


def _is_marked(found: Passage, at: int) -> bool:
    """Does the mark of an infinitive, or a verb that governs one, stand before "and": "wants to close it and | say so"?"""
    return any(found.has(here, "mark_infinitive", "modal", "soon", "causing") for here in range(max(0, at - _REACH), at))


def _left(found: Passage, at: int, first: int) -> tuple[int, bool, bool]:
    """Where the clitics before a verb begin; is one reflexive; is one a negation."""
    start, reflexive, negated, kinds = at, False, False, found.kinds
    while start > first and not kinds[start - 1].isdisjoint(_LEADING):
        if (
            "determiner" in found.kinds[start - 1]
            and is_noun(found, start)
            and not _announces(found, start)
            and not found.has(start, "clitic", "reflexive", "not", "auxiliary", "being")
        ):
            break
        start -= 1
        reflexive = reflexive or "reflexive" in kinds[start]
        negated = negated or "not" in kinds[start]
    return start, reflexive, negated
