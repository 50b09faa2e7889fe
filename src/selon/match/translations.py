"""Articles in two languages that are one text, aligned paragraph by paragraph.

No dictionary is needed: a translation keeps its names and numbers, and their order. Two reports of one event share some of them, in
another order. Which of the two came first is not said here: text alone does not show it.
Not done yet: a few translated paragraphs in a long article of another matter.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product

from selon.match.cognates import cognates
from selon.match.tokens import TEXT
from selon.model.article import Article
from selon.model.passage import Passage, Translation
from selon.model.span import Span

# Measured on the 65 translated pairs of lineage/dev among 3,000 other articles of corpora.
_RARE_ARTICLES = 60  # what stands in more articles points to nobody
_LEAST_RARE = 3  # rare keys in common, before two articles are compared
_LEAST_SHARED = 10  # keys in common: two reports of one event had 8, the shortest of 60 translations 14
_LEAST_SHARE = 0.25  # of the keys of the article that has fewer
_LEAST_OF_LONGER = 0.12  # of the keys of the other one: a short text's few names stand in many long ones
_LEAST_ORDER = 0.7  # of the common keys stand in one order in both
_MOST_DAYS = 90  # between the two, where both are dated

_UNTOLD = (None, "", "und")  # of two such articles nobody knows whether they are of one language
_LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")


def translations(articles: Sequence[Article]) -> tuple[Translation, ...]:
    """The pairs of articles in two languages that are one text, sorted; `a < b` are article ids."""
    told = {article.id: article for article in sorted(articles, key=lambda article: article.id) if article.lang not in _UNTOLD}
    if len({article.lang for article in told.values()}) < 2:
        return ()
    keys = {name: cognates(article) for name, article in told.items()}
    found = (_compared(told[a], told[b], keys[a], keys[b]) for a, b in _candidates(told, keys))
    return tuple(one for one in found if one is not None)


def _candidates(articles: Mapping[str, Article], keys: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that share enough rare keys and stand near enough in time, sorted."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name, mine in keys.items():
        for key in mine:
            holders[key].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= _RARE_ARTICLES:
            shared.update(_in_two_languages(names, articles))
    for (a, b), count in sorted(shared.items()):
        if count >= _LEAST_RARE and _is_near(articles[a], articles[b]):
            yield a, b


def _in_two_languages(names: Sequence[str], articles: Mapping[str, Article]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of some articles that are in two languages."""
    by_language: dict[str | None, list[str]] = defaultdict(list)
    for name in names:
        by_language[articles[name].lang].append(name)
    for mine, others in combinations(by_language.values(), 2):
        yield from ((a, b) if a < b else (b, a) for a, b in product(mine, others))


def _is_near(a: Article, b: Article) -> bool:
    """Can both have appeared within some months? True where one of them has no date."""
    if a.published is None or b.published is None:
        return True
    ends = (a.published.earliest, a.published.latest, b.published.earliest, b.published.latest)
    first, last, other_first, other_last = (date.fromisoformat(end[:10]) if end else None for end in ends)
    gaps = [(later - earlier).days for earlier, later in ((last, other_first), (other_last, first)) if earlier and later]
    return all(gap <= _MOST_DAYS for gap in gaps)


def _compared(a: Article, b: Article, mine: Mapping[str, int], others: Mapping[str, int]) -> Translation | None:
    shared = sorted(((place, others[key]) for key, place in mine.items() if key in others))
    if len(shared) < _LEAST_SHARED:
        return None
    fewer, more = sorted((len(mine), len(others)))
    if len(shared) / fewer < _LEAST_SHARE or len(shared) / more < _LEAST_OF_LONGER:
        return None
    chain = _in_order(shared)
    if len(chain) / len(shared) < _LEAST_ORDER:
        return None
    return Translation(
        a=a.id, b=b.id, passages=tuple(_aligned(a, b, chain)), shared=len(shared), share=len(shared) / fewer, order=len(chain) / len(shared)
    )  # fmt: skip


def _in_order(shared: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest run of pairs that stand in one order in both. Source: Fredman 1975, Discrete Mathematics 11 (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []  # the pair at the end of the best run of each length
    before: list[int] = []
    for number, (_, place) in enumerate(shared):
        length = bisect_left(tops, place)
        before.append(ends[length - 1] if length else -1)
        tops[length:] = [place] if length == len(tops) else [place, *tops[length + 1 :]]
        ends[length:] = [number] if length == len(ends) else [number, *ends[length + 1 :]]
    chain, number = [], ends[-1]
    while number >= 0:
        chain.append(shared[number])
        number = before[number]
    return chain[::-1]


def _aligned(a: Article, b: Article, chain: Sequence[tuple[int, int]]) -> Iterator[tuple[Passage, Passage]]:
    """Yield each paragraph of `a` with the one of `b` that holds most of its keys, in order."""
    here, there = _paragraphs(a), _paragraphs(b)
    held: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for place, other in chain:
        held[_paragraph(here, place)][_paragraph(there, other)] += 1
    best = [(number, max(sorted(others), key=lambda other, others=others: others[other])) for number, others in sorted(held.items())]  # type: ignore[misc]
    for number, other in best:
        yield Passage(article_id=a.id, span=here[number]), Passage(article_id=b.id, span=there[other])


def _paragraphs(article: Article) -> list[Span]:
    """The lines of an article's own text, without the white space around them."""
    found = []
    for block in article.blocks:
        if block.kind in TEXT:
            found += [Span(*match.span()) for match in _LINE.finditer(article.text, block.span.start, block.span.end)]
    return found


def _paragraph(spans: Sequence[Span], place: int) -> int:
    return bisect_left(spans, place, key=lambda span: span.end - 1)
