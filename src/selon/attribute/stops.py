"""Where a content may end: the names of the stops that stand at a token.

A stop is a phrase of phrases.toml, a mark, a comma by what follows it, a verb that goes on with the same subject, a cue.
weights.toml says which of them end a clause, an object or a phrase.
"""

from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite, is_hyphen, moods
from selon.attribute.lexicon import GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.tokens import Passage

_SPEAKER = 14  # tokens of whoever speaks
_BINDING = ("that", "who", "which", "if")  # kinds of the words that bind a clause to what stands before
MAY_END = frozenset({"and", "but", "subject", "pointer", "alone"})  # kinds of the words at which a content may end; no others do


def stops(found: Passage, at: int, begin: int, end: int, groups: dict[int, Cue]) -> list[str]:
    """The names of the stops that stand at a token."""
    form, phrases = found.forms[at], found.lexicon.stops["content"]
    if form.isalpha():
        names, links = [], not found.kinds[at].isdisjoint(("and", "but"))
    else:
        names, links = _mark_stops(found, at, end), form == ","
    group = groups.get(at + 1 if links else at)
    if group is not None:
        names += _group_stops(found, at, group, end)
    if form == ",":
        names += _comma_stops(found, at, begin, end, groups)
    if name := found.named(phrases, at):
        names.append(name if name != "but" or _has_verb_of_its_own(found, at + 2, end) else "but_phrase")
    if _is_denied_behind(found, at + (form == ","), end, groups):
        names.append("but_denied")
    return names + _word_stops(found, at, begin, end)


def _is_denied_behind(found: Passage, at: int, end: int, groups: dict[int, Cue]) -> bool:
    """After "but": does somebody deny what was told, and not who told it: "said the bridge had sunk | but the port denied it"?"""
    if at >= end or "but" not in found.kinds[at]:
        return False
    group = next((groups[here] for here in range(at + 2, min(end, at + _SPEAKER)) if here in groups), None)
    if group is None or group.mood != "finite" or group.negated or group.verb.stance != "denied":
        return False
    if not _opens_source(found, at + 1) or has_finite(found, at + 1, group.first):
        return False
    return all(found.is_word(here) and not found.has(here, *_BINDING, "subordinator") for here in range(at + 1, group.first))


def _mark_stops(found: Passage, at: int, end: int) -> list[str]:
    form = found.forms[at]
    if form == ";":
        return ["semicolon"]
    if form == ":":
        return ["colon", "colon_quote"] if at + 1 in found.quote_at else ["colon"]
    if form in "–—":
        return ["dash"]
    return ["dash"] if form == "-" and at + 1 < end and not is_hyphen(found, at) else []


def _word_stops(found: Passage, at: int, begin: int, end: int) -> list[str]:
    """A second verb or a clause behind "et", and a sentence whose full stop before it is missing."""
    if found.kinds[at].isdisjoint(MAY_END):
        return []
    if "and" in found.kinds[at]:
        if _goes_on(found, at + 1, end):
            return ["and_verb"]
        if at + 1 < end and PARTICIPLE in moods(found, at + 1) and not found.is_capital(at + 1):
            return ["and_participle"]
        if _begins_clause(found, begin, at, end):
            return ["and_clause"]
    runs_on = found.has(at, "subject", "but", "pointer", "alone") and found.is_capital(at) and found.is_word(at - 1)
    return ["run_on"] if runs_on else []


def _group_stops(found: Passage, at: int, group: Cue, end: int) -> list[str]:
    form = found.forms[at]
    if group.pronoun is not None:
        return ["parenthesis"]
    if group.mood == "gerund":
        parted = form == "," or at != group.head or not found.is_word(at - 1) or ends_in_comma(found, at - 1)
        return ["gerund_cue" if parted else "gerund_close"]
    after = group.field[0] if group.field else group.end
    led = found.lexicon.order.subject_first and found.has(group.first, "soon")  # "its division, Orme Air, | will report a loss"
    if form == "," and group.mood == "finite" and "that" not in found.kinds[group.end] and not led and _opens_source(found, after):
        return ["parenthesis"]
    if found.has(at, "and", "but") and group.mood == "finite":
        return ["and_cue"]
    return []


def ends_in_comma(found: Passage, at: int) -> bool:
    """Does a comma that closes more than the words in marks stand inside them: "“inevitable,” adding that"?"""
    quote = found.quote_at.get(at)
    return quote is not None and found.text[quote.inner.end - 1] == ","


def _has_verb_of_its_own(found: Passage, at: int, end: int) -> bool:
    """Is there a finite verb up to the next comma?"""
    stop = next((here for here in range(at, end) if found.forms[here] in ",;:"), end)
    return has_finite(found, at, stop)


def _opens_source(found: Passage, at: int) -> bool:
    return (
        found.has(at, "determiner", "title", "someone", "adverb", "day")
        or found.is_capital(at)
        or found.after(found.lexicon.aside, at) is not None
    )


def _comma_stops(found: Passage, at: int, begin: int, end: int, groups: dict[int, Cue]) -> list[str]:
    """What a comma may close, by what follows it."""
    after = at + 1
    names = [_follows(found, begin, after, end)]
    if names[0] == "comma_and" and _goes_on(found, after + 1, end):
        names.append("comma_and_verb")
    ahead = after
    while ahead < min(end, after + 4) and found.has(ahead, "adverb", "and", "while"):
        ahead += 1
    if _closes_sentence(found, after, end, groups):
        names.append("closing")
    group = groups.get(ahead)
    if group is not None and group.mood == "gerund":
        names.append("gerund_cue")
    elif group is not None and group.mood == "finite" and ahead > after:
        names.append("and_cue")
    return names


def _closes_sentence(found: Passage, at: int, end: int, groups: dict[int, Cue]) -> bool:
    """Do whoever speaks and a verb of saying close the sentence behind a comma: "…, the port authority said"?"""
    stop = min(end, at + _SPEAKER)
    group = next((groups[here] for here in range(at + 1, stop) if here in groups), None)
    if group is None or group.mood != "finite" or "incise" not in group.verb.frames or group.end < end - 1 or group.pronoun is not None:
        return False
    office = any("role" in found.kinds[here] for here in range(at, group.first))  # "private economists say"
    return (office or _opens_source(found, at)) and not has_finite(found, at, group.first) and "," not in found.forms[at : group.first]


def _follows(found: Passage, begin: int, after: int, end: int) -> str:
    if found.has(after, "who", "which"):
        return "comma_relative"
    bare = "of" in found.kinds[after] and "determiner" not in found.kinds[after]
    if bare and any("of" in found.kinds[at] and "determiner" not in found.kinds[at] for at in range(begin + 1, after)):
        return "comma_list"  # "d'alertes, de retards": one more complement of the same noun
    if found.has(after, "of", "to", "preposition", "by", "without") and "determiner" not in found.kinds[after]:
        return "comma_adjunct"
    if PARTICIPLE in moods(found, after) and not is_finite(found, after):
        return "comma_participle"
    if is_finite(found, _past_clitics(found, after, end)):
        return "comma_verb"
    if "subject" in found.kinds[after] and has_finite(found, after, min(end, after + 6)):
        return "comma_subject"
    if "determiner" in found.kinds[after]:
        return "comma_list" if _is_list(found, after, end) else "comma_noun"
    return "comma_and" if found.has(after, "and", "but") else "comma_other"


def _is_list(found: Passage, at: int, end: int) -> bool:
    """Does what follows a comma close with "et" and a last noun, all of them with articles: "la fin des taxes, | la paix et un vote"?"""
    last = False
    for here in range(at, end):
        opens = found.has(here + 1, "determiner", "of") and here + 1 < end
        if found.forms[here] == ",":
            if last or not opens:
                return last
        elif "and" in found.kinds[here]:
            last = last or opens
        elif found.has(here, *_BINDING, "but", "subordinator", "preposition") and found.kinds[here].isdisjoint(("determiner", "of")):
            return last
        elif not (found.is_word(here) or here in found.quote_at) or is_finite(found, here):
            return last and not is_finite(found, here)
    return last


def _past_clitics(found: Passage, at: int, end: int) -> int:
    while at < end - 1 and found.has(at, "clitic", "reflexive", "not") and "determiner" not in found.kinds[at]:
        at += 1
    return min(at, end - 1)


def _begins_clause(found: Passage, begin: int, at: int, end: int) -> bool:
    """After "et": a clause with its own subject, behind words that have no verb ("salue l'accord | et les bateliers ont repris la mer")."""
    after = at + 1
    if after >= end or not (found.has(after, "determiner", "title", "many", "alone") or found.is_capital(after)):
        return False
    if has_finite(found, begin, at) or any(found.has(here, *_BINDING, "but") or here in found.quote_at for here in range(begin, at)):
        return False
    for here in range(after, end):
        if found.has(here, *_BINDING, "but", "subordinator") or not (found.is_word(here) or here in found.quote_at):
            return False
        if is_finite(found, here) and moods(found, here).isdisjoint((GERUND, INFINITIVE)):
            return here > after and not found.has(here - 1, "and", "clitic", "not", "reflexive")
    return False


def _goes_on(found: Passage, at: int, end: int) -> bool:
    """After "et": a finite verb without a subject of its own."""
    while at < end and found.has(at, "clitic", "reflexive", "not") and "determiner" not in found.kinds[at]:
        at += 1
    return at < end and is_finite(found, at) and "subject" not in found.kinds[at]
