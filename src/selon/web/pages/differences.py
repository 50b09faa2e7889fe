"""Two passages, word by word: what one has and the other has not, as marks in each or as one line of both."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from markupsafe import Markup

from selon.model.article import Article
from selon.model.span import Span
from selon.web.spans import Mark, marked

_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
WORDS = 1_500  # of two passages set against each other; the alignment is quadratic at worst
_ALIKE = 0.45  # of the words in common: below that one line of both is hard to read

_Step = tuple[str, Span | None, Span | None]  # equal, or what stands in its place: of a, of b


def aligned(a: Article, a_span: Span, b: Article, b_span: Span) -> tuple[list[Mark], list[Mark]]:
    """The words of each passage that the other does not have at that place, as marks."""
    steps = [step for step in _steps(a, a_span, b, b_span)[1] if step[0] != "equal"]
    gone = [Mark(span=mine, meaning="del") for _, mine, _ in steps if mine and _has_word(a, mine)]
    return gone, [Mark(span=theirs, meaning="ins") for _, _, theirs in steps if theirs and _has_word(b, theirs)]


def is_long(article: Article, span: Span) -> bool:
    """Has a passage more words than are set against each other?"""
    return sum(1 for _ in islice(_WORD.finditer(article.text, span.start, span.end), WORDS + 1)) > WORDS


def merged(a: Article, a_span: Span, b: Article, b_span: Span) -> Markup | None:
    """One line: the words of `b`, with those of `a` alone struck and those of `b` alone underlined; None: too little is alike."""
    share, steps = _steps(a, a_span, b, b_span)
    if share < _ALIKE:
        return None
    return Markup("").join(_pieces(a, b, steps)).strip()


def _pieces(a: Article, b: Article, steps: list[_Step]) -> Iterator[Markup]:
    for op, mine, theirs in steps:
        if op != "equal" and mine and _has_word(a, mine):
            yield _gap(a, mine) + marked(a.text, mine, [Mark(span=mine, meaning="del")])
        if theirs:
            is_new = op != "equal" and _has_word(b, theirs)
            yield _gap(b, theirs) + marked(b.text, theirs, [Mark(span=theirs, meaning="ins")] if is_new else ())


def _has_word(article: Article, span: Span) -> bool:
    """Is there more than a sign in it? Signs alone are not marked."""
    return any(char.isalnum() for char in span.of(article.text))


def _gap(article: Article, span: Span) -> Markup:
    return Markup(" ") if article.text[span.start - 1 : span.start].isspace() else Markup("")


def _steps(a: Article, a_span: Span, b: Article, b_span: Span) -> tuple[float, list[_Step]]:
    """How much is alike, in [0, 1], and the steps in order. Source: Ratcliff and Metzener 1988."""
    mine, theirs = _words(a, a_span), _words(b, b_span)
    matcher = SequenceMatcher(None, [_form(a, one) for one in mine], [_form(b, one) for one in theirs], autojunk=False)
    steps: list[_Step] = [
        (op, _whole(mine[first:last]), _whole(theirs[start:end])) for op, first, last, start, end in matcher.get_opcodes()
    ]
    return matcher.ratio(), steps


def _form(article: Article, span: Span) -> str:
    """A word as it is compared: case and the kind of apostrophe do not count."""
    return span.of(article.text).casefold().replace("’", "'")


def _words(article: Article, span: Span) -> list[Span]:
    found = _WORD.finditer(span.of(article.text))
    return [Span(one.start() + span.start, one.end() + span.start) for one in found][:WORDS]


def _whole(words: list[Span]) -> Span | None:
    return Span(words[0].start, words[-1].end) if words else None
