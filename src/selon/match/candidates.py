"""Which statements are worth comparing: those that share two keys of weight, and in articles about one thing those that share three of any.

Every statement is filed under each pair of its heaviest keys; under one pair each later statement meets the earliest ones (by known date,
then id), so a pair of words that a thousand share costs a thousand times a constant. What a whole article is about weighs little in each
of its sentences; so where some statements of two articles meet, and the articles are about one thing, all their statements are held against
each other, for the earliest articles that an article meets so.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from selon.match.around import is_one_story
from selon.match.evidence import Statement

_HEAVIEST = 8  # keys of one statement that are paired
_LEAST_WEIGHT = 0.25  # of a key that is paired
_HOLDERS = 48  # earliest holders each later one is compared with
_STORIES = 12  # articles about one thing that an article is compared with as a whole, the earliest
_STORY_KEYS = 2  # that two statements share there


def candidates(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs to compare, each once, smaller index first; the statements must stand in canonical order."""
    met = _by_keys(statements)
    for index, others in enumerate(_in_stories(statements, met)):
        yield from ((other, index) for other in sorted(others | met[index]))


def _by_keys(statements: Sequence[Statement]) -> list[set[int]]:
    """For each statement the earlier ones that share two of its heaviest keys."""
    held: dict[tuple[str, str], list[int]] = {}
    found: list[set[int]] = []
    for index, statement in enumerate(statements):
        met: set[int] = set()
        for pair in combinations(_heaviest(statement), 2):
            holders = held.get(pair)
            if holders is None:
                held[pair] = [index]
                continue
            met.update(holders)
            if len(holders) < _HOLDERS:
                holders.append(index)
        found.append(met)
    return found


def _in_stories(statements: Sequence[Statement], met: Sequence[set[int]]) -> list[set[int]]:
    """For each statement the earlier ones of articles about one thing that share keys of any weight."""
    articles: dict[str, list[int]] = defaultdict(list)
    for index, statement in enumerate(statements):
        articles[statement.appearance.article_id].append(index)
    first = {article: indices[0] for article, indices in articles.items()}
    home = [first[statement.appearance.article_id] for statement in statements]
    neighbours: dict[int, set[int]] = defaultdict(set)  # articles, by their first statement
    for index, others in enumerate(met):
        neighbours[home[index]].update([home[other] for other in others])
    found: list[set[int]] = [set() for _ in statements]
    for own, others in neighbours.items():
        here = statements[own].appearance.article_id
        around = statements[own].facts.around
        alike = [other for other in sorted(others - {own}) if is_one_story(around, statements[other].facts.around)]
        for there in (statements[other].appearance.article_id for other in alike[:_STORIES]):
            for index in articles[here]:
                keys, rolls = statements[index].facts.content, statements[index].rolls
                for other in articles[there]:
                    if len(keys & statements[other].facts.content) >= _STORY_KEYS or (rolls and statements[other].rolls):
                        found[max(index, other)].add(min(index, other))
    return found


def _heaviest(statement: Statement) -> list[str]:
    keys = statement.facts.keys
    chosen = sorted((key for key in keys if keys[key] > _LEAST_WEIGHT and key[0] != "l"), key=lambda key: (-keys[key], key))[:_HEAVIEST]
    return sorted(chosen)
