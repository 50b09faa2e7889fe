"""Where a content begins and ends.

A content that opens a clause or an object has several candidate ends: each stop of phrases.toml, each verb group that goes on with
the same subject, a verb in parenthesis, the sentence's end. Each candidate has a name, and weights.toml says how much it is worth for a
clause and for an object; the first end with a positive weight wins.
Not done yet: ends are weighed one by one, without a look at what follows them further on.
"""

from selon.attribute.cues import Cue
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.tokens import Passage, has_finite, is_finite, moods
from selon.model.span import Span

_EDGES = " \t\n\r\u00a0\u202f,;:–—-.…"
_LINK = frozenset(("http", "https", ">"))  # an address, or arrows that point to it: no words of anybody


def trimmed(found: Passage, start: int, end: int) -> Span | None:
    """The characters [start, end) without space and loose punctuation at their edges, with their marks in balance."""
    text = found.text
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and (text[end - 1] in _EDGES or (text[end - 1] == ")" and "(" not in text[start:end])):
        end -= 1
    if start < end and text[start] == "(" and ")" not in text[start:end]:
        start += 1
    return Span(start, end) if start < end else None


def whole(found: Passage, first: int, end: int) -> Span | None:
    """The tokens [first, end) as a content: what stands in marks when that is all there is."""
    if first >= end:
        return None
    span = trimmed(found, found.starts[first], found.ends[end - 1])
    if span is None:
        return None
    quote = found.quote_at.get(found.at(span.start))
    if quote is not None and quote.outer.start == span.start and not found.text[quote.outer.end : span.end].strip(_EDGES):
        return quote.inner
    return span


def content_end(found: Passage, begin: int, end: int, shape: str, groups: list[Cue]) -> tuple[int, str]:
    """The token after a content that begins at a token, and the name of the stop; shape is "clause", "phrase" or "object"."""
    weights = found.lexicon.weights
    by_first = {group.first: group for group in groups}
    depth = 0
    for at in range(begin + 1, end):
        form = found.forms[at]
        depth += (form == "(") - (form == ")")
        if depth < 0:
            return at, "bracket"
        if form in _LINK:
            return at, "link"
        if depth:
            continue
        for name in _stops(found, at, begin, end, by_first):
            if weights.get(f"end.{shape}.{name}", 0.0) > 0:
                while name == "gerund_cue" and at - 1 > begin and found.has(at - 1, "while"):
                    at -= 1  # "tout | en assurant que"
                return at + (form == ")"), name  # a bracket that closes belongs to the content
    return end, "sentence"


def _stops(found: Passage, at: int, begin: int, end: int, groups: dict[int, Cue]) -> list[str]:
    """The names of the stops that stand at a token."""
    names: list[str] = []
    form, kinds, stops = found.forms[at], found.kinds[at], found.lexicon.stops["content"]
    if not kinds and form[:1].isalpha() and at not in groups and not stops.may_open(form):
        return names  # any other word, as most are
    if form in (";", ":"):
        names.append({";": "semicolon", ":": "colon"}[form])
        if form == ":" and at + 1 in found.quote_at:
            names.append("colon_quote")
    if form in "–—" or (form == "-" and at + 1 < end):
        names.append("dash")
    group = groups.get(at + 1) if form == "," or found.has(at, "and", "but") else groups.get(at)
    if group is not None:
        names += _group_stops(found, at, group, end)
    if form == ",":
        names += _comma_stops(found, at, begin, end, groups)
    if name := found.named(stops, at):
        names.append(name if name != "but" or _has_verb_of_its_own(found, at + 2, end) else "but_phrase")
    if found.is_capital(at) and found.is_word(at - 1) and found.has(at, "subject", "but", "pointer", "alone"):
        names.append("run_on")  # a sentence begins here, whose full stop before it is missing
    if found.has(at, "and") and _goes_on(found, at + 1, end):
        names.append("and_verb")
    elif found.has(at, "and") and at + 1 < end and PARTICIPLE in moods(found, at + 1) and not found.is_capital(at + 1):
        names.append("and_participle")
    return names


def _group_stops(found: Passage, at: int, group: Cue, end: int) -> list[str]:
    form = found.forms[at]
    if group.pronoun is not None:
        return ["parenthesis"]
    if group.mood == "gerund":
        return ["gerund_cue" if form == "," or at != group.head or not found.is_word(at - 1) else "gerund_close"]
    after = group.field[0] if group.field else group.end
    if form == "," and group.mood == "finite" and not found.has(group.end, "that") and _opens_source(found, after):
        return ["parenthesis"]
    if found.has(at, "and", "but") and group.mood == "finite":
        return ["and_cue"]
    return []


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
    group = groups.get(ahead)
    if group is not None and group.mood == "gerund":
        names.append("gerund_cue")
    elif group is not None and group.mood == "finite" and ahead > after:
        names.append("and_cue")
    return names


def _follows(found: Passage, begin: int, after: int, end: int) -> str:
    if found.has(after, "who", "which"):
        return "comma_relative"
    bare = found.has(after, "of") and not found.has(after, "determiner")
    if bare and any(found.has(at, "of") and not found.has(at, "determiner") for at in range(begin + 1, after)):
        return "comma_list"  # "d'alertes, de retards": one more complement of the same noun
    if found.has(after, "of", "to", "preposition", "by", "without") and not found.has(after, "determiner"):
        return "comma_adjunct"
    if PARTICIPLE in moods(found, after) and not is_finite(found, after):
        return "comma_participle"
    if is_finite(found, _past_clitics(found, after, end)):
        return "comma_verb"
    if found.has(after, "subject") and has_finite(found, after, min(end, after + 6)):
        return "comma_subject"
    if found.has(after, "determiner"):
        return "comma_noun"
    return "comma_and" if found.has(after, "and", "but") else "comma_other"


def _past_clitics(found: Passage, at: int, end: int) -> int:
    while at < end - 1 and found.has(at, "clitic", "reflexive", "not") and not found.has(at, "determiner"):
        at += 1
    return min(at, end - 1)


def is_clause(found: Passage, first: int, end: int) -> bool:
    """Is there a finite verb, or a quotation long enough to hold one?"""
    return has_finite(found, first, end) or any(found.quoted_words(at) >= 4 for at in range(first, min(end, len(found))))


def _goes_on(found: Passage, at: int, end: int) -> bool:
    """After "et": a finite verb without a subject of its own."""
    while at < end and found.has(at, "clitic", "reflexive", "not") and not found.has(at, "determiner"):
        at += 1
    return at < end and is_finite(found, at) and not found.has(at, "subject")


def clause_before(found: Passage, first: int, end: int) -> int:
    """Where the clause begins that a verb in parenthesis closes: after a colon or a semicolon, else at the sentence's start."""
    start = first
    for at in range(first, end):
        if found.forms[at] in (";", ":") and not has_finite(found, at + 1, at + 1):
            start = at + 1
    return start


def subordinate_end(found: Passage, cue: int, after: int, first: int, end: int) -> int:
    """Where a clause ends that opens the sentence with a conjunction ("même si X dit que …, | Y part"); else the sentence's end."""
    opened = next((at for at in range(first, min(cue, first + 4)) if found.has(at, "subordinator", "opener")), None)
    if opened is None or any(found.forms[at] == "," for at in range(opened, cue)):
        return end
    for at in range(after, end):
        if found.forms[at] == "," and _opens_main(found, at + 1, end):
            return at
    return end


def main_clause(found: Passage, after: int, end: int) -> int:
    """Where the main clause begins behind words that only lead to it ("Après avoir dit que …, | le maire part"); else the end."""
    return next((at for at in range(after, end) if found.forms[at] == "," and _opens_main(found, at + 1, end)), end)


def _opens_main(found: Passage, at: int, end: int) -> bool:
    if not (found.has(at, "determiner", "subject", "title") or found.is_capital(at)) or found.has(at, "who", "which"):
        return False
    stop = next((here for here in range(at, end) if found.forms[here] in ",;"), end)
    return has_finite(found, at, stop) or (stop < end and has_finite(found, stop, min(end, stop + 12)))
