"""Verbless attributions: "Moscou : les frappes continuent", "… – le maire", and the labels of interviews ("Ada Bry : …").

Only where no verb stands beside the name, and the name is a capitalised word or a role.
Not done yet: headlines whose source stands after a comma ("Des renforts arrivent, dit le maire" is a verb's matter).
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.choose import Candidate
from selon.attribute.contents import trimmed, whole
from selon.attribute.forms import has_finite, moods
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.tokens import Passage
from selon.attribute.topics import QUOTED, TOPIC
from selon.model.span import Span

_DASHES = "–—―"
_PARTING = ("-", *_DASHES)
_LEAD = 14  # tokens in which the colon is looked for
_SENTENCE = 4  # words in marks that may be all that is said
_LONGEST = 9  # words of a name before a colon (the longest of fr_dev2 has 8)


def headlines(found: Passage, first: int, end: int, labels: frozenset[str], *, is_heading: bool) -> Iterator[Candidate]:
    """The candidates of one sentence that holds no reading; `labels` open several paragraphs of the article, as in interviews."""
    lead = found.forms[first : min(end, first + _LEAD)]
    if ":" in lead and (colon := first + lead.index(":")) + 1 < end:
        if first == 0 and found.text[found.starts[0] : found.end(colon - 1)] in labels:
            yield from _label(found, colon)
        else:
            yield from _colon(found, first, colon, end, is_heading=is_heading)
    elif is_heading or found.text[found.end(end - 1) - 1] not in ".!?…":
        yield from _dash(found, first, end)


def _colon(found: Passage, first: int, colon: int, end: int, *, is_heading: bool) -> Iterator[Candidate]:
    while first + 1 < colon and not found.forms[first].strip("#"):
        first += 1  # the mark of a heading
    names = found.words(first, colon)
    quoted = colon + 1 in found.quote_at and found.words(colon + 2, end) <= 1
    if (
        not 1 <= names <= _LONGEST
        or has_finite(found, first, colon)
        or not _is_name(found, first, colon, strict=not (is_heading or quoted))
    ):
        return
    source = trimmed(found, found.starts[first], found.end(colon - 1))
    if first == 0 and not is_heading and not quoted:
        end = _answer_end(found, colon + 1)  # the label of an interview: the whole paragraph is the answer
    content = whole(found, colon + 1, end)
    if source is None or content is None or (found.words(colon + 1, end) < 3 and not quoted):
        return
    if is_heading and not quoted and found.form(end - 1) == "?":
        return  # a question is nobody's
    about = is_heading and not quoted and not _may_say(found, first, colon, end)
    if about and not has_finite(found, colon + 1, end) and not _has_role(found, first, colon):
        return
    told = _candidate("headline.colon" if is_heading else "label.colon", source, content, found, *(("headline.about",) if about else ()))
    if is_heading and not _is_speaker(found, first, colon, quoted=quoted) and (about or quoted or found.lexicon.order.head_last):
        told = replace(told, rule=TOPIC, features=(*told.features, QUOTED) if quoted else told.features)
    yield told


def _is_speaker(found: Passage, first: int, colon: int, *, quoted: bool) -> bool:
    """Does an office, a document or a form of address stand before the colon, or the speaker's "I" behind it?"""
    if any("title" in found.kinds[at] for at in range(first, colon)) or found.has(_head(found, first, colon), "role"):
        return True
    bears = "role" in found.kinds[first] and all(found.is_capital(at) for at in range(first, colon))  # "Cardinal Orme: …"
    return not quoted and (bears or "first" in found.kinds[colon + 1])


def _head(found: Passage, first: int, colon: int) -> int:
    """The head of the phrase before a colon: its last noun before a preposition, or its first one."""
    if not found.lexicon.order.head_last:
        return next((at for at in range(first, colon) if found.form(at)[:1].isalpha() and "determiner" not in found.kinds[at]), first)
    stop = next((at for at in range(first + 1, colon) if found.has(at, "of", "preposition", "to") or found.form(at) == ","), colon)
    return stop - 1


def _may_say(found: Passage, first: int, colon: int, end: int) -> bool:
    """Does an office open a headline ("Ministre du port : …"), or does it say "we"? Others may name what it is about ("Loire : …")."""
    if "if" in found.kinds[colon + 1]:
        return False
    if any("first" in found.kinds[at] for at in range(colon, end)) and sum(map(found.is_capital, range(first, colon))) > 1:
        return True
    told = any(PARTICIPLE in moods(found, at) for at in range(first, colon))  # "Gendarme tué à Valbrune : …"
    noun = first + ("determiner" in found.kinds[first] and first + 1 < colon)
    named = found.has(noun, "role") and "of" in found.kinds[noun + 1] and found.forms[noun] not in found.lexicon.speaking
    return named and not told and not found.forms[noun].endswith("s")


def _label(found: Passage, colon: int) -> Iterator[Candidate]:
    if any("not_label" in found.kinds[at] for at in range(colon)):
        return
    content = whole(found, colon + 1, _answer_end(found, colon + 1))
    if content is not None:
        yield _candidate("label.repeated", found.span_of(0, colon), content, found)


def _answer_end(found: Passage, begin: int) -> int:
    """Where the answer behind a label ends: with its paragraph, or with its marks where a dash parts the rest from them."""
    is_parted = found.quoted_words(begin) >= _SENTENCE and found.form(begin + 1) in _PARTING
    return begin + 1 if is_parted else len(found)


def _dash(found: Passage, first: int, end: int) -> Iterator[Candidate]:
    for at in range(end - 2, max(first, end - 7), -1):
        if found.forms[at] in _DASHES or (found.forms[at] == "-" and found.starts[at] > found.end(at - 1)):
            source = trimmed(found, found.starts[at + 1], found.end(end - 1))
            content = whole(found, first, at)
            if source and content and found.is_capital(at + 1) and _is_told(found, first, at) and not has_finite(found, at, end):
                yield _candidate("headline.dash", source, content, found)
            return


def _is_told(found: Passage, first: int, end: int) -> bool:
    """A clause, or a quotation and nothing else."""
    return has_finite(found, first, end) or (first in found.quote_at and found.chain(first, end) == end)


def _candidate(rule: str, source: Span, content: Span, found: Passage, *features: str) -> Candidate:
    return Candidate(
        rule=rule,
        source=source,
        cue=None,
        content=(content,),
        features=(rule, *features),
        reasons=("a name and no verb",),
        reach=max(source.end, content.end),
    )


def _has_role(found: Passage, first: int, end: int) -> bool:
    return any(found.has(at, "role", "title") for at in range(first, end))


def _is_name(found: Passage, first: int, end: int, *, strict: bool) -> bool:
    """A role, or capitalised words only; a strict name has two words and more, all capitalised."""
    words = [at for at in range(first, end) if found.is_word(at)]
    if any("not_label" in found.kinds[at] for at in words) or all(found.has(at, "adverb", "and", "but") for at in words):
        return False  # "Puis : « … »" names nobody
    if found.lexicon.order.nouns_capital:
        return _has_role(found, first, end)
    if not strict:
        return _has_role(found, first, end) or all(found.is_capital(at) or found.has(at, "of", "determiner") for at in words)
    if any(found.end(at) - found.starts[at] > 1 and found.text[found.starts[at] : found.end(at)].isupper() for at in words):
        return False  # "LIRE AUSSI", "Horaires TER": no person
    if "," in found.forms[first:end]:
        return False  # "Valbrune, Ormel, Trois-Ponts : des marches …" are places
    return 2 <= len(words) <= 5 and all(found.is_capital(at) or found.has(at, "of", "title") for at in words)
