"""Aligned stretches of two texts, in one language or in two."""

from dataclasses import dataclass

from selon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of one article."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One difference inside a reused passage. Source: Levenshtein 1966, over words."""

    op: str  # replace, delete (in a, not in b), insert (in b, not in a)
    a: Span | None  # None: nothing of a
    b: Span | None  # None: nothing of b


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """A passage of `a` that stands again in `b`. `a.article_id < b.article_id`."""

    a: Passage
    b: Passage
    tokens: int  # words that both share, aligned
    edits: tuple[Edit, ...]
    direction: str | None  # "a->b", "b->a"; None: nothing shows it
    reasons: tuple[str, ...]  # what shows the direction, or why there is none
    relation: str = "excerpt"  # of the two articles, by all they share: identical, revised, a abridges b, b abridges a, quotes, excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Two articles in two languages that are one text; which came first is not said. `a < b`."""

    a: str  # article id
    b: str
    passages: tuple[tuple[Passage, Passage], ...]  # paragraphs that stand for each other, in the order of `a`
    shared: int  # names and numbers that both write
    share: float  # [0, 1], of those of the article that has fewer
    order: float  # [0, 1], of the shared ones that stand in one order in both


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A sentence that holds some of the words asked for."""

    passage: Passage
    words: tuple[Span, ...]  # the words of the article that were asked for
    score: float  # [0, 1]: how much of what was asked for it holds, rare words weighing more


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A quotation, or a part of one between two marks of omission, set against the passage of a text that is nearest to it."""

    quote: Span  # of the part, in the quotation
    passage: Passage
    share: float  # [0, 1], of the part's words that stand in the passage, in order
    edits: tuple[Edit, ...]  # a: in the quotation, b: in the text
