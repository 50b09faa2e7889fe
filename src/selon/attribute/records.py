"""Candidates -> attributions: one record each, sorted, with parents, ids and confidence."""

import hashlib
from collections.abc import Sequence

from selon.attribute.choose import Candidate, score
from selon.attribute.citing import RULE as CITES
from selon.attribute.lexicon import lexicon
from selon.attribute.stance import is_anaphoric, is_conditional, is_quoted, speech_kind, stance
from selon.attribute.sure import confidence
from selon.attribute.tokens import Passage
from selon.attribute.tongues import tongue
from selon.languages import Language
from selon.model.article import Article
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.span import Span

_HANDED_ON = "preposition.within"
_RANKS = {_HANDED_ON: -1, CITES: 1}
_DIRECT = SpeechKind.DIRECT
_KINDS = {kind: f"kind.{kind.value}" for kind in SpeechKind}
_NOTHING: frozenset[str] = frozenset()
_PRONOUNS = frozenset({"subject", "someone", "inverted", "indefinite"})  # kinds
_DEEPEST = 8  # contents around one: no press nests deeper
_LENGTHS = ((3, "words.3"), (6, "words.6"), (25, "words.25"), (40, "words.40"))  # up to so many words; longer ones have no name


def records(article: Article, told: list[tuple[Passage | None, Candidate]], language: Language) -> tuple[Attribution, ...]:
    """The attributions in text order, parents before children; two of one cue are one, the first."""
    weights = lexicon(language).weights
    unique: dict[tuple[int, int] | tuple[Span, ...], tuple[Passage | None, Candidate]] = {}
    for found, candidate in told:
        cue = candidate.cue
        unique.setdefault((cue.start, cue.end) if cue is not None else candidate.content, (found, candidate))
    ordered = sorted(unique.values(), key=lambda item: _order(item[1]))
    made: list[Attribution] = []
    open_: list[Attribution] = []
    for found, candidate in ordered:
        while open_ and max([span.end for span in open_[-1].content]) <= candidate.content[0].start:
            open_.pop()
        parent = _parent(open_[-_DEEPEST:], candidate) if open_ else None
        record = _record(article, found, candidate, parent, language, weights)
        made.append(record)
        open_.append(record)
    return tuple(made)


def _order(candidate: Candidate) -> tuple[int, int, int, int]:
    """In text order; of those that say the same words, first who hands on what somebody else said, last whoever is cited for it."""
    spans = candidate.content
    rank = _RANKS.get(candidate.rule, 0)
    cue = candidate.cue.start if candidate.cue is not None else -1
    return spans[0].start, -(spans[0].end if len(spans) == 1 else max([span.end for span in spans])), rank, cue


def _parent(open_: Sequence[Attribution], candidate: Candidate) -> Attribution | None:
    for one in reversed(open_):
        if _holds(one, candidate) or _hands_on(one, candidate):
            return one
    return None


def _holds(outer: Attribution, inner: Candidate) -> bool:
    """Does the content of one relation hold the whole of another: its content, and its cue?"""
    parts = outer.content
    for span in (*inner.content, inner.cue) if inner.cue is not None else inner.content:
        if not any(part.start <= span.start and span.end <= part.end for part in parts):
            return False
    return True


def _hands_on(outer: Attribution, inner: Candidate) -> bool:
    """Does one relation hand on the very words of another: "selon B, a dit A", "a dit A, citant B"?"""
    return outer.content == inner.content and (outer.rule == _HANDED_ON or inner.rule == CITES)


def _record(
    article: Article,
    found: Passage | None,
    candidate: Candidate,
    parent: Attribution | None,
    language: Language,
    weights: dict[str, float],
) -> Attribution:
    conditional, kind, told, anaphoric = _told(found, candidate)
    cue, content = candidate.cue, candidate.content
    return Attribution(
        id=identity(article, cue, content),
        article_id=article.id,
        source=candidate.source,
        cue=cue,
        content=content,
        kind=kind,
        stance=told,
        conditional=conditional,
        lang=tongue(article, content, language) if kind is _DIRECT else None,
        parent=parent.id if parent else None,
        via=candidate.via,
        anaphoric=anaphoric,
        rule=candidate.rule,
        reasons=candidate.reasons,
        confidence=confidence(names_of(found, candidate, kind, parent), score(candidate, weights), language),
    )


def identity(article: Article, cue: Span | None, content: tuple[Span, ...]) -> str:
    """The id of the attribution that stands at some spans of an article."""
    key = ";".join([f"{span.start}:{span.end}" for span in (content if cue is None else (cue, *content))])
    return hashlib.sha256(f"{article.digest} {'none' if cue is None else 'cue'} {key}".encode()).hexdigest()[:16]


def _told(found: Passage | None, candidate: Candidate) -> tuple[bool, SpeechKind, Stance, bool]:
    """Is it told in the conditional; which kind of speech it is; its stance; does it only point back?"""
    if found is None:
        return False, _DIRECT, Stance.ASSERTED, False
    quoted = [is_quoted(found, span) for span in candidate.content]
    conditional = is_conditional(found, candidate, quoted)
    told = stance(found, candidate, quoted, hedged=conditional)
    return conditional, speech_kind(found, candidate, quoted), told, is_anaphoric(found, candidate)


def names_of(found: Passage | None, candidate: Candidate, kind: SpeechKind, parent: Attribution | None) -> frozenset[str]:
    """What a reading is, in the words of weights.toml: rule, features, kind, who its source is, how long it is, whether it is nested."""
    names = {candidate.rule, *candidate.features, _KINDS[kind], f"who.{_who(found, candidate.source)}"}
    if parent is not None:
        names.add("inner")
    if found is not None:
        text = found.text
        names.update(_length(sum([text.count(" ", span.start, span.end) + 1 for span in candidate.content])))
    return frozenset(names)


def _length(words: int) -> tuple[str, ...]:
    """The name of a length; none for the longer ones."""
    for most, name in _LENGTHS:
        if words <= most:
            return (name,)
    return ()


def _who(found: Passage | None, source: Span | None) -> str:
    """A pronoun; somebody named, that is a title or two words with a capital; an office; one word with a capital; else a thing."""
    if source is None or found is None:
        return "none"
    first, end = found.at(source.start), found.at(source.end)
    told = found.kinds[first] if end == first + 1 else _NOTHING.union(*found.kinds[first:end])
    if end == first + 1 and not told.isdisjoint(_PRONOUNS):
        return "pronoun"
    if "title" in told:
        return "named"
    capitals = 0
    for at in range(first, end):
        if "determiner" not in found.kinds[at] and found.is_capital(at):
            capitals += 1
    if capitals >= 2:
        return "named"
    if "role" in told:
        return "office"
    return "capital" if capitals else "thing"
