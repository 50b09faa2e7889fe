"""Candidates -> attributions: one record each, sorted, with parents, ids and confidence."""

import hashlib

from selon.attribute.choose import Candidate, score
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
_NOTHING: frozenset[str] = frozenset()
_PRONOUNS = frozenset({"subject", "someone", "inverted", "indefinite"})  # kinds
_LENGTHS = ((3, "words.3"), (6, "words.6"), (25, "words.25"), (40, "words.40"))  # up to so many words; longer ones have no name


def records(article: Article, told: list[tuple[Passage | None, Candidate]], language: Language) -> tuple[Attribution, ...]:
    """The attributions in text order, parents before children; two of one cue are one, the first."""
    weights = lexicon(language).weights
    unique: dict[tuple[Span | None, tuple[Span, ...]], tuple[Passage | None, Candidate]] = {}
    for found, candidate in told:
        unique.setdefault((candidate.cue, () if candidate.cue else candidate.content), (found, candidate))
    ordered = sorted(unique.values(), key=lambda item: _order(item[1]))
    made: list[Attribution] = []
    open_: list[Attribution] = []
    for found, candidate in ordered:
        while open_ and max([span.end for span in open_[-1].content]) <= candidate.content[0].start:
            open_.pop()
        parent = next((one for one in reversed(open_[-8:]) if _holds(one, candidate) or _hands_on(one, candidate)), None)
        record = _record(article, found, candidate, parent, language, weights)
        made.append(record)
        open_.append(record)
    return tuple(made)


def _order(candidate: Candidate) -> tuple[int, int, int]:
    """In text order; of two that say the same words, who hands on what somebody else said first."""
    spans = candidate.content
    cue = candidate.cue.start if candidate.cue and candidate.rule != _HANDED_ON else -1
    return spans[0].start, -max([span.end for span in spans]), cue


def _holds(outer: Attribution, inner: Candidate) -> bool:
    """Does the content of one relation hold the whole of another: its content, and its cue?"""
    spans = (*inner.content, inner.cue) if inner.cue else inner.content
    return all(any(part.covers(span) for part in outer.content) for span in spans)


def _hands_on(outer: Attribution, inner: Candidate) -> bool:
    """Does one relation hand on the very words of another: "selon B, a dit A", "a dit A, citant B"?"""
    return outer.content == inner.content and (outer.rule == _HANDED_ON or inner.rule == "verb.cites")


def _record(
    article: Article,
    found: Passage | None,
    candidate: Candidate,
    parent: Attribution | None,
    language: Language,
    weights: dict[str, float],
) -> Attribution:
    conditional, kind, told, anaphoric = _told(found, candidate)
    key = ";".join(f"{span.start}:{span.end}" for span in (*([candidate.cue] if candidate.cue else []), *candidate.content))
    identity = f"{article.digest} {'cue' if candidate.cue else 'none'} {key}"
    return Attribution(
        id=hashlib.sha256(identity.encode()).hexdigest()[:16],
        article_id=article.id,
        source=candidate.source,
        cue=candidate.cue,
        content=candidate.content,
        kind=kind,
        stance=told,
        conditional=conditional,
        lang=tongue(article, candidate.content, kind, language),
        parent=parent.id if parent else None,
        via=candidate.via,
        anaphoric=anaphoric,
        rule=candidate.rule,
        reasons=candidate.reasons,
        confidence=confidence(names_of(found, candidate, kind, parent), score(candidate, weights), language),
    )


def _told(found: Passage | None, candidate: Candidate) -> tuple[bool, SpeechKind, Stance, bool]:
    """Is it told in the conditional; which kind of speech it is; its stance; does it only point back?"""
    if found is None:
        return False, SpeechKind.DIRECT, Stance.ASSERTED, False
    quoted = [is_quoted(found, span) for span in candidate.content]
    conditional = is_conditional(found, candidate, quoted)
    told = stance(found, candidate, quoted, hedged=conditional)
    return conditional, speech_kind(found, candidate, quoted), told, is_anaphoric(found, candidate)


def names_of(found: Passage | None, candidate: Candidate, kind: SpeechKind, parent: Attribution | None) -> frozenset[str]:
    """What a reading is, in the words of weights.toml: rule, features, kind, who its source is, how long it is, whether it is nested."""
    inner = ("inner",) if parent is not None else ()
    who = f"who.{_who(found, candidate.source)}"
    return frozenset((candidate.rule, *candidate.features, f"kind.{kind.value}", who, *inner, *_length(found, candidate)))


def _length(found: Passage | None, candidate: Candidate) -> tuple[str, ...]:
    if found is None:
        return ()
    words = sum([found.text.count(" ", span.start, span.end) + 1 for span in candidate.content])
    for most, name in _LENGTHS:
        if words <= most:
            return (name,)
    return ()


def _who(found: Passage | None, source: Span | None) -> str:
    """A pronoun; somebody named, that is a title or two words with a capital; an office; one word with a capital; else a thing."""
    if source is None or found is None:
        return "none"
    first, end = found.at(source.start), found.at(source.end)
    tokens = found.kinds[first:end]
    if len(tokens) == 1 and not tokens[0].isdisjoint(_PRONOUNS):
        return "pronoun"
    capitals = sum(["determiner" not in kinds and found.is_capital(at) for at, kinds in enumerate(tokens, first)])
    told = _NOTHING.union(*tokens)
    if capitals >= 2 or "title" in told:
        return "named"
    if "role" in told:
        return "office"
    return "capital" if capitals else "thing"
