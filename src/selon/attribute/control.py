"""Whose word a verb is whose content follows: its own subject, or the one that controls it.

A gerund, an infinitive or a second verb takes the subject of the verb before; at the beginning of a sentence, whoever spoke last.
"""

from selon.attribute.agreement import disagree
from selon.attribute.antecedents import noun_start
from selon.attribute.behind_noun import before_moment, beside_noun
from selon.attribute.cited import whom_quoted
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.place import Place
from selon.attribute.purpose import purpose_of
from selon.attribute.sources import main_subject, nearest_subject, nearest_verb, subject
from selon.attribute.stops import ends_in_comma
from selon.attribute.stretches import clause_start
from selon.attribute.unparted import source_before, source_behind
from selon.model.span import Span

_PLACE = 8  # tokens of a place with its comma
_PHRASE = 14  # tokens of "selon" and whom it names
_BRACKET = 8  # tokens of a party in brackets behind a name

Told = tuple[Span | None, str]  # the source, and how it was found


def source_of(place: Place) -> Told:
    """The source of a cue, and how it was found: pronoun, subject, neighbour, control, main, none."""
    found, cue = place.found, place.cue
    if cue.pronoun is not None:
        return found.span_of(cue.pronoun, cue.pronoun + 1), "pronoun"
    return _dependent(place) if cue.dependent or cue.mood in ("gerund", "infinitive") else _finite(place)


def _with_place(place: Place, span: Span) -> Span:
    """An indefinite pronoun with the place in front of it, where it stands for somebody there: "À la mairie, on explique que …"."""
    found, at = place.found, place.found.at(span.start)
    if found.end(at) != span.end or "indefinite" not in found.kinds[at] or at <= place.first + 1 or found.form(at - 1) != ",":
        return span
    start = clause_start(found, at - 1, place.first)
    told = at - start <= _PLACE and "to" in found.kinds[start] and not has_finite(found, start, at)
    somebody = any(found.is_capital(here) or "role" in found.kinds[here] for here in range(start + 1, at - 1))
    return Span(found.starts[start], span.end) if told and somebody else span


def _dependent(place: Place) -> Told:
    found, cue = place.found, place.cue
    if cue.mood == "gerund" and (told := _beside_gerund(place)) is not None:
        return told
    if _is_while(place) and place.last is not None and _goes_on_while(place):
        return place.last, "control"
    if _is_while(place) and _stands_beside_another(place):
        span = nearest_subject(found, place.first, cue.first)
        return span, "main" if span else "none"
    if place.last is not None:
        return place.last, "control"
    if (span := _narrated(place)) is not None:
        return span, "control"
    if (span := purpose_of(place)) is not None:
        return span, "purpose"
    behind = place.limit if place.limit < place.end else cue.end  # where the main clause begins
    span = main_subject(found, place.first, cue.first) or _neighbour(place) or main_subject(found, behind, place.end)
    return span, "main" if span else "none"


def _beside_gerund(place: Place) -> Told | None:
    """Whose word a participle is, where what stands right before it tells."""
    found, cue = place.found, place.cue
    if (quoted := whom_quoted(place)) is not None:
        return quoted, "subject"
    if place.last is not None and any(group.end == cue.first for group in place.groups):
        return place.last, "control"  # "“We lost it,” he said | adding that …"
    if place.last is not None and ends_in_comma(found, cue.first - 1):
        return place.last, "control"  # "said it was “inevitable,” | adding that …"
    if not _is_while(place) and found.is_word(cue.first - 1) and not found.has(cue.first - 1, "while", "and", "adverb", "but", "clitic"):
        end = before_moment(found, cue.first, place.first)
        start = noun_start(found, end, place.first)
        if start < end:
            if not _is_hearer(place, start, end) and (another := beside_noun(place, start, end)) is not None:
                return another
            return _behind_hearer(place, start) if _is_hearer(place, start, end) else (found.span_of(start, end), "neighbour")
    if not _is_while(place) and (span := _absolute(place)) is not None:
        return span, "subject"
    return (told, "control") if (told := _according(place)) is not None else None


def _goes_on_while(place: Place) -> bool:
    """Does a gerund go on with one before: "s'est défendue en rappelant que …, | et en soulignant que …"?"""
    found, cue = place.found, place.cue
    if "and" not in found.kinds[cue.first - 1]:
        return False
    before = [group for group in place.groups if group.first < cue.first]
    return bool(before) and before[-1].mood == "gerund" and "while" in found.kinds[before[-1].first]


def _according(place: Place) -> Span | None:
    """Whoever a phrase between commas right before a participle names: "…, selon une source, | confirmant que …"."""
    found, end = place.found, place.cue.first - 1
    if found.form(end) != ",":
        return None
    start = next((at for at in range(end - 1, max(place.first, end - _PHRASE), -1) if found.forms[at] == ","), None)
    if start is None or found.after(found.lexicon.aside, start + 1) is not None:
        return None  # "pour sa part"
    for row in found.lexicon.prepositions.get(found.form(start + 1), ()):
        begin = start + 1 + len(row.form.split())
        if begin < end and " ".join(found.forms[start + 1 : begin]) == row.form and not has_finite(found, begin, end):
            return found.span_of(begin, end)
    return None


def _is_hearer(place: Place, start: int, end: int) -> bool:
    """Is the noun phrase right before a participle that of a relay, or a name behind "to": "wrote to the Courier | saying", "sur Facebook"?

    Neither names its subject: a name takes no participle to tell which of several it is.
    """
    found = place.found
    if "determiner" in found.kinds[start - 1] and "to" not in found.kinds[start - 1]:
        return False
    if found.after(found.lexicon.relay, start - 1) == end:
        return True
    named = found.is_capital(end - 1) and not any(found.has(at, "role", "title") for at in range(start, end))
    sent = found.lexicon.speaking.get(found.form(start - 2)) == "document"  # "a letter to the mayor | saying"
    return "to" in found.kinds[start - 1] and (named or sent)


def _behind_hearer(place: Place, start: int) -> Told:
    """Whoever spoke in the sentence, or its subject where the hearer stands right behind the verb ("wrote to Ada Bry | saying")."""
    found = place.found
    if place.last is not None:
        return place.last, "control"
    verb = start - 2
    is_verb = verb > place.first and (is_finite(found, verb) or PARTICIPLE in moods(found, verb)) and "determiner" not in found.kinds[verb]
    span = main_subject(found, place.first, place.cue.first) if is_verb else None
    return span, "main" if span else "none"


def _absolute(place: Place) -> Span | None:
    """The name behind a comma that a participle has for its own subject: "…, Ada Bry (PDV) insistant sur …", "…, Ada Bry y voyant …"."""
    found, end = place.found, place.cue.first
    while end > place.first and found.has(end - 1, "clitic", "reflexive") and not found.is_capital(end - 1):
        end -= 1
    stop = end
    if found.form(stop - 1) == ")":
        stop = next((at for at in range(stop - 2, max(place.first, stop - _BRACKET), -1) if found.forms[at] == "("), stop)
    start = noun_start(found, stop, place.first) if stop > place.first and found.is_capital(stop - 1) else stop
    if start + 1 >= stop or found.form(start - 1) != "," or not found.is_capital(stop - 2) or has_finite(found, start, stop):
        return None
    return found.span_of(start, end)


def _narrated(place: Place) -> Span | None:
    """Whoever goes on in an infinitive: "Et d'ajouter que …", "Et la maire de conclure : « … »"."""
    found, cue = place.found, place.cue
    if cue.mood != "infinitive" or "and" not in found.kinds[place.first] or "of" not in found.kinds[cue.first - 1]:
        return None
    return place.speaker if cue.first - place.first == 2 else subject(found, cue.first - 1, place.first + 1)


def _is_while(place: Place) -> bool:
    """As in "ont défilé | en chantant": a gerund whose word the subject of the main clause is."""
    return "while" in place.found.kinds[place.cue.first] and place.cue.first < place.cue.head


def _stands_beside_another(place: Place) -> bool:
    """Does a gerund stand beside a verb that is none of the readings before: "il a réagi | en disant que"?

    A comma or "tout en" leads back to whoever spoke in the sentence.
    """
    found, before = place.found, place.cue.first - 1
    both = "while" in found.kinds[before] or "while" in found.kinds[place.cue.first + 1]
    if place.last is not None and (both or not found.is_word(before)):
        return False
    verb = nearest_verb(found, place.first, place.cue.first)
    return verb is not None and not any(group.first <= verb < group.end for group in place.groups)


def _neighbour(place: Place) -> Span | None:
    """The noun phrase right before a participle: "des élus, réclamant un vote, …", "un rapport disant que …"."""
    found, at = place.found, place.cue.first
    if _is_while(place):
        return None
    if found.form(at - 1) == ",":
        at -= 1
    return subject(found, at, place.first) if at > place.first and "while" not in found.kinds[at - 1] else None


def _behind_adjunct(place: Place) -> Span | None:
    """Who stands behind an adjunct that no comma closes, before a verb whose content follows: "In an interview | Orme said that"."""
    found, cue = place.found, place.cue
    opens = "that" in found.kinds[cue.end] or cue.end in found.quote_at
    opens = opens or ("clausal" in cue.verb.frames and found.has(cue.end, "subject", "determiner", "title"))
    start = clause_start(found, cue.first, place.first)
    opens = opens or (found.has(cue.end, "definite") and found.is_capital(cue.first - 1))
    if not opens or not found.lexicon.order.analytic or "preposition" not in found.kinds[start] or "," in found.forms[start : cue.first]:
        return None
    return source_behind(found, cue.first, start)


def _is_relative(place: Place, span: Span) -> bool:
    """Is it a relative clause that a comma closes right before the verb: "cut taxes, which would help, | urged a vote"?"""
    found, at = place.found, place.found.at(span.start)
    thing = found.has(at, "who") and found.has(at, "impersonal")  # "which"
    return thing and found.form(place.cue.first - 1) == "," and has_finite(found, at + 1, place.cue.first)


def _finite(place: Place) -> Told:
    found, cue = place.found, place.cue
    if found.has(cue.first - 1, "and", "but") and place.last is not None:
        before = next((group for group in reversed(place.groups) if group.end <= cue.first and group.mood == "finite"), None)
        if before is not None and disagree(found, before, cue):  # "les élus disent que la régie ment et | nie tout"
            span = nearest_subject(found, place.first, cue.first - 1)
            return span, "subject" if span else "none"
        return place.last, "control"
    if cue.first == place.first + 1 and "who" in found.kinds[place.first] and place.speaker is not None:
        return place.speaker, "control"  # "« … », a dit X. Qui ajoute que …"
    if cue.first == place.first + 1 and found.has(place.first, "and", "but") and place.speaker is not None:
        return place.speaker, "control"  # "Ada Bry a dit que … . Mais assure que …"
    span = subject(found, cue.first, place.first)
    if span is not None and not _is_relative(place, span):
        return _with_place(place, span), "subject"
    span = source_before(found, cue.first, place.first) or _behind_adjunct(place)
    if span is not None:
        return span, "subject"
    if found.has(cue.first - 1, "and", "but") or found.form(cue.first - 1) == ",":
        span = place.last or main_subject(found, place.first, cue.first)
        return span, "control" if span else "none"
    return (place.last, "control") if place.last else (None, "none")
