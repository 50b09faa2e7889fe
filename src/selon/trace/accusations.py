"""What somebody is accused of, held or tried for, as the articles of a collection tell it: what those who reject it look for.

A statement is an accusation where it holds a word that accuses or a measure, says what it is taken for, here or where else it is told, and
negates neither. Who is accused is named right beside that word.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import Attribution, Stance
from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.alike import function_words
from selon.trace.blame import accusing, is_charged, opens_before
from selon.trace.collection import Collection
from selon.trace.markers import markers

_NEAR_CHARS = 30  # around the word that accuses, within which the accused is named
_NAME = re.compile(r"[^\W\d_a-z]\w{3,}(?!\w|['’]s)")  # a word with a capital; "Orme's friend" names the friend
_FULL_NAME = re.compile(rf"{_NAME.pattern}(?:[\s-]+[^\W\d_a-z]\w+)*")
_OBJECT = re.compile(r"\s[^\W\d_a-z]")  # right behind: whom somebody accuses ("Brel accuses Orme")
_OBJECT_CHARS = 3  # between a word that accuses and what is told by it
_CLAUSE_CHARS = 60  # before a word that accuses, as far as its clause goes
_PARTED = re.compile(r"[,;:.!?()«»\"“”\n]")  # what parts clauses
_LEAST_LETTERS = 4  # of a part of a name


@dataclass(frozen=True, slots=True)
class Accusation:
    """A claim of the collection as one article tells it."""

    span: Span
    articles: int
    claim_id: str
    speaker: str | None  # who tells it; None: the narrator
    by_cue: bool = False  # the word that accuses is the one by which it is told

    def names(self, claimant: Claimant, text: str, language: Language) -> bool:
        """Does a part of a claimant's name stand right beside the word that accuses, no other name between, as the article tells it?"""
        return any(_is_of(name, claimant) for name in self._accused(text, language))

    def names_another(self, claimant: Claimant | None, text: str, language: Language) -> bool:
        """Does a name stand beside the words that accuse, and is nobody's there a claimant's?"""
        accused = list(self._accused(text, language))
        return claimant is not None and bool(accused) and not any(_is_of(name, claimant) for name in accused)

    def _accused(self, text: str, language: Language) -> Iterator[str]:
        """Yield the names right beside the words that accuse."""
        for one in accusing_words(text, self.span, language):
            start = max(one.start - _NEAR_CHARS, text.rfind("\n", 0, one.start) + 1)
            before = list(_NAME.finditer(text, start, one.start))[-1:]
            if _OBJECT.match(text, one.end):
                before = []  # he accuses
            yield from (name[0] for name in before if not _names_another(text, name.end(), one.start, language))
            line = text.find("\n", one.end)
            after = _FULL_NAME.search(text, one.end, min(one.end + _NEAR_CHARS, line if line >= 0 else len(text)))
            if after is not None and (name := _head_of(after, text, language)):
                yield name


class Accusations:
    """The accusations of a collection, by the articles that tell them."""

    def __init__(self, collection: Collection, claims: Sequence[Claim]) -> None:
        self.collection = collection
        self._told: dict[str, list[tuple[Appearance, Claim]]] = defaultdict(list)
        for claim in claims:
            for one in claim.appearances:
                if one.stance is not Stance.DENIED:
                    self._told[one.article_id].append((one, claim))

    def of(self, reading: Reading, language: Language) -> list[Accusation]:
        """The accusations that an article tells, in the order of its claims."""
        text = reading.article.text
        pairs = zip(reading.attributions, reading.resolutions, strict=True)
        speakers = {one.id: speaker(reading, one, how.claimant) for one, how in pairs}
        cues = {one.id: one.cue for one in reading.attributions if one.cue and one.stance is Stance.ASSERTED}
        return [
            Accusation(
                span=span,
                articles=len({each.article_id for each in claim.appearances}),
                claim_id=claim.id,
                speaker=speakers.get(one.attribution_id or ""),
                by_cue=span not in one.spans,
            )
            for one, claim in self._told[reading.article.id]
            for span in _with_cue(one.spans, cues.get(one.attribution_id or ""), text, language)
            if accusing_words(text, span, language) and not any(markers(kind, text, span, language) for kind in ("rejection", "campaign"))
            if self._is_charged(claim, span, text, language) and not _is_negated(text, span, language)
            if not all(_is_background(text, word, language) for word in accusing_words(text, span, language))
        ]

    def _is_charged(self, claim: Claim, span: Span, text: str, language: Language) -> bool:
        """Does a statement tell what somebody is accused of, here or where else it is told, and of no affair before this one?"""
        if is_charged(text, span, language) or opens_before(text, span, language):
            return is_charged(text, span, language)
        return any(
            is_charged(self.collection.article(one.article_id).text, told, self.collection.language(one.article_id))
            for one in claim.appearances
            for told in one.spans
        )


def _with_cue(spans: Sequence[Span], cue: Span | None, text: str, language: Language) -> list[Span]:
    """Where a claim is told, the first with the word that accuses by which it is told ("| accused Brel of | having sold the port")."""
    first = spans[0]
    if cue is None or not 0 <= first.start - cue.end <= _OBJECT_CHARS or not accusing(text, cue, language):
        return list(spans)
    return [Span(cue.start, first.end), *spans[1:]]


def _is_negated(text: str, span: Span, language: Language) -> bool:
    """Is nobody charged: does a negation stand right before the first word that accuses ("recommends no indictments")?"""
    first = min(one.start for one in accusing_words(text, span, language))
    before = Span(max(span.start, first - _NEAR_CHARS), first) if span.start < first else None
    return before is not None and bool(markers("negation", text, before, language))


def _is_background(text: str, word: Span, language: Language) -> bool:
    """Does a word that accuses stand behind "when" or "if" in its clause, which tells of when, and accuses nobody?"""
    start = max(0, word.start - _CLAUSE_CHARS)
    start += len(text[start : word.start]) - len(_PARTED.split(text[start : word.start])[-1])
    return start < word.start and bool(markers("condition", text, Span(start, word.start), language))


def _names_another(text: str, end: int, stop: int, language: Language) -> bool:
    """Does a noun stand right behind a name, and is who is accused ("Orme advisers were indicted", "prosecuting an Orme adviser")?"""
    behind = re.match(r"\s+([^\W\d_]+)", text[end : min(stop, end + _NEAR_CHARS)])
    return behind is not None and fold(behind[1]) not in function_words(language)


def _head_of(name: re.Match[str], text: str, language: Language) -> str | None:
    """Who is accused where a name follows: he himself, or whom its noun names ("prosecuting Orme advisers | Brel"); else nobody."""
    if not _names_another(text, name.end(), len(text), language):
        return name[0]
    behind = _FULL_NAME.search(text, name.end(), name.end() + _NEAR_CHARS)
    between = re.findall(r"\S+", text[name.end() : behind.start()]) if behind else []
    is_its_noun = all(word.isalpha() and fold(word) not in function_words(language) for word in between)
    return behind[0] if behind and is_its_noun else None


def _is_of(name: str, claimant: Claimant) -> bool:
    """Does a name hold a part of a claimant's?"""
    parts = {fold(part) for part in re.findall(r"\w+", claimant.name) if len(part) >= _LEAST_LETTERS}
    return any(fold(part) in parts for part in re.findall(r"\w+", name))


def speaker(reading: Reading, attribution: Attribution, claimant: Claimant | None) -> str | None:
    """Who speaks: a claimant, else the words that stand for one."""
    if claimant:
        return claimant.id
    return fold(attribution.source.of(reading.article.text)) if attribution.source else None


def accusing_words(text: str, span: Span, language: Language) -> list[Span]:
    """The words by which somebody is charged, blamed, arrested or tried."""
    return [*markers("accusation", text, span, language), *markers("measure", text, span, language)]
