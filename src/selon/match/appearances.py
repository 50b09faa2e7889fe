"""The statements of one article: the contents of its attributions, and the narrator's own sentences.

A content of several sentences is several appearances. What a sentence holds beside its attributions (source, cue, content) is the
narrator's if at least five words are left. Contents that only point back ("cette information") state nothing of their own.
A sentence or content of several clauses is several appearances.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice, takewhile

from selon.languages import Language
from selon.languages.sentences import sentences
from selon.match.clauses import clauses, is_adjunct
from selon.match.text import Text
from selon.match.tokens import TEXT
from selon.model.article import Article
from selon.model.attribution import Attribution, Stance
from selon.model.claim import Appearance
from selon.model.reading import Reading
from selon.model.span import Span

Place = tuple[tuple[int, int], ...]  # of a statement: where each of its stretches begins and ends

_LEAST_WORDS = 5  # of a rest that the narrator tells
_LEAST_PIECE_WORDS = 10  # of a piece of a content of several sentences
_LEAST_SENTENCE_WORDS = 3  # of a whole sentence
_RELATIVE = ("verb.which",)  # rules whose content is a clause that the text tells, before it says who does not ("…, which he denies")
_AGAINST = (Stance.DENIED, Stance.UNCONFIRMED)
_MOST_BRACES = 1  # in a statement; more are a script or a template that was left on the page


def sentence_spans(article: Article, language: Language) -> list[Span]:
    """The sentences of the article text, in order."""
    return [span for block in article.blocks if block.kind in TEXT for span in sentences(article.text, block.span, language)]


def appearances(reading: Reading, found: Sequence[Span], text: Text, language: Language) -> list[Appearance]:
    """The statements of one article, in text order; one span stands once.

    Args:
        reading: the article.
        found: its sentences.
        text: its words.
        language: its language.
    """
    by_place: dict[Place, Appearance] = {}
    # the innermost attribution speaks for a content that two share: children come after their parents
    for number, attribution in reversed(list(enumerate(reading.attributions))):
        for spans in _pieces(attribution, text, language):
            if (place := _place(spans)) not in by_place:
                by_place[place] = _attributed(reading, number, spans)
    for spans in _narrated(reading, found, text, language):
        if (place := _place(spans)) not in by_place:
            by_place[place] = _appearance(reading, spans, None, None, None, Stance.ASSERTED, conditional=False)
    return [by_place[place] for place in sorted(by_place)]


def _place(spans: Iterable[Span]) -> Place:
    return tuple([(span.start, span.end) for span in spans])


def _attributed(reading: Reading, number: int, spans: tuple[Span, ...]) -> Appearance:
    attribution = reading.attributions[number]
    if attribution.rule in _RELATIVE and attribution.stance in _AGAINST and _is_the_texts_own(reading, attribution):
        return _appearance(reading, spans, None, None, None, Stance.ASSERTED, conditional=attribution.conditional)
    claimant = reading.resolutions[number].claimant if number < len(reading.resolutions) else None
    name, ident = (claimant.name, claimant.id) if claimant else (None, None)
    return _appearance(reading, spans, attribution.id, name, ident, attribution.stance, conditional=attribution.conditional)


def _is_the_texts_own(reading: Reading, attribution: Attribution) -> bool:
    """Does the text itself tell a content, inside of nobody's words and with nobody's in it?"""
    return attribution.parent is None and not any(one.parent == attribution.id and one.source for one in reading.attributions)


def _appearance(
    reading: Reading,
    spans: tuple[Span, ...],
    attribution: str | None,
    name: str | None,
    number: str | None,
    stance: Stance,
    *,
    conditional: bool,
) -> Appearance:
    places = "".join([f"|{span.start}-{span.end}" for span in spans])
    return Appearance(
        id=sha256(f"{reading.article.digest}{places}".encode()).hexdigest()[:16],
        article_id=reading.article.id,
        spans=spans,
        attribution_id=attribution,
        claimant=name,
        claimant_id=number,
        stance=stance,
        conditional=conditional,
        when=reading.article.published,
    )


def _pieces(attribution: Attribution, text: Text, language: Language) -> Iterator[tuple[Span, ...]]:
    """Yield the statements of one content: whole where it is one sentence or interrupted, else sentence by sentence."""
    if attribution.anaphoric or any(_is_code(text.chars, span) for span in attribution.content):
        return
    parts = [sentences(text.chars, span, language) for span in attribution.content]
    if len(parts) > 1 and all(len(part) <= 1 for part in parts):
        yield attribution.content
        return
    for part in parts:
        yield from ((clause,) for span in _joined(part, text) for clause in clauses(text.chars, span, language))


def _is_code(text: str, span: Span) -> bool:
    return ("{" in text or "}" in text) and text.count("{", span.start, span.end) + text.count("}", span.start, span.end) > _MOST_BRACES


def _joined(spans: list[Span], text: Text) -> list[Span]:
    """The sentences of a content, short ones together: a slogan of three words is told with what follows it."""
    found: list[Span] = []
    start: int | None = None
    for span in spans:
        begin = span.start if start is None else start
        start = begin
        if text.count(begin, span.end) >= _LEAST_PIECE_WORDS:
            found.append(Span(begin, span.end))
            start = None
    if start is not None:  # the last ones are short: they go with what stands before them
        found[-1:] = [Span(found[-1].start if found else start, spans[-1].end)]
    return found


def _narrated(reading: Reading, found: Sequence[Span], text: Text, language: Language) -> Iterator[tuple[Span, ...]]:
    taken = list(_taken(reading.attributions))
    at = 0
    for sentence in found:
        while at < len(taken) and taken[at].end <= sentence.start:
            at += 1
        if _is_code(text.chars, sentence):
            continue
        over = list(takewhile(lambda span: span.start < sentence.end, islice(taken, at, None)))  # noqa: B023
        if not over:
            if len(text.inside(sentence)) >= _LEAST_SENTENCE_WORDS:
                yield from ((clause,) for clause in clauses(text.chars, sentence, language))
            continue
        rest = _rest(sentence, over, text)
        enough = bool(rest) and sum([text.count(span.start, span.end) for span in rest]) >= _LEAST_WORDS
        if enough and not is_adjunct(text.chars, rest, language):
            yield tuple(rest)


def _taken(attributions: Sequence[Attribution]) -> Iterator[Span]:
    """Yield what attributions cover, joined and in text order: no stretch inside another."""
    held: tuple[int, int] | None = None
    for start, end in sorted(
        _place(span for one in attributions for span in (*one.content, one.source, one.cue, one.via) if span is not None)
    ):
        if held is None or start > held[1]:
            if held:
                yield Span(*held)
            held = start, end
        else:
            held = held[0], max(held[1], end)
    if held:
        yield Span(*held)


def _rest(sentence: Span, over: list[Span], text: Text) -> list[Span]:
    """What no attribution covers, in pieces that hold two words or more, without marks and space around them."""
    pieces: list[Span] = []
    start = sentence.start
    for end, after in [(span.start, span.end) for span in over] + [(sentence.end, sentence.end)]:
        count, inside = text.between_words(start, end) if start < end else (0, None)
        if inside and count > 1:
            pieces.append(inside)
        start = max(start, after)
    return pieces
