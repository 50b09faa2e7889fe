"""Whoever is named, the answer is the same: names, countries and outlets are swapped in real articles, and nothing else may change.

Each name gives way to another of its class: as many words, the same gender and number, the same elision before it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attribute_staged as staged
import pyarrow.parquet as pq
import pytest

from selon.attribute import attributions
from selon.languages import load
from selon.model.article import Article

ARTICLES = 200
SWAPS = {
    "fr": (
        ("Emmanuel Macron", "François Hollande", "Nicolas Sarkozy", "Donald Trump"), ("Marine Le Pen", "Nathalie Le Gall"),
        ("Macron", "Hollande", "Sarkozy", "Trump"),
        ("Vladimir Poutine", "Recep Erdogan"), ("Poutine", "Erdogan"),
        ("la Russie", "la Chine", "la France", "la Turquie", "la Belgique"),
        ("La Russie", "La Chine", "La France", "La Turquie", "La Belgique"),
        ("Moscou", "Washington", "Paris", "Pékin", "Berlin", "Londres"), ("Le Monde", "Le Figaro", "Le Parisien"), ("BFMTV", "RTL", "TF1"),
    ),
    "en": (
        ("Donald Trump", "Hillary Clinton", "Barack Obama"), ("Trump", "Clinton", "Obama"),
        ("Moscow", "Washington", "Paris", "Beijing", "London", "Berlin", "Sydney", "Toronto"),
        ("Russia", "China", "France", "Turkey", "Germany", "India", "Japan", "Canada", "Australia", "Israel"), ("CNN", "BBC", "NBC"),
    ),
}  # fmt: skip


def _articles(data: Path, code: str) -> Iterator[Article]:
    table = pq.read_table(data / "corpora" / "news_bulk.parquet", columns=["lang", "text"], filters=[("lang", "=", code)])
    step = len(table) // (ARTICLES // 2)
    for row in table.take(list(range(0, len(table), step))).to_pylist()[: ARTICLES // 2]:
        yield staged.article(row["text"], code)


def _swapped(text: str, code: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with each name replaced by the next of its class, and how far each offset of a change has moved since."""
    after = {one: two for group in SWAPS[code] for one, two in zip(group, [*group[1:], group[0]], strict=True)}
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, after), key=len, reverse=True)) + r")(?![\w'’-])")
    pieces, moves, at, moved = [], [(0, 0)], 0, 0
    for match in pattern.finditer(text):
        pieces += [text[at : match.start()], after[match.group()]]
        moved += len(after[match.group()]) - len(match.group())
        moves.append((match.end(), moved))
        at = match.end()
    return "".join([*pieces, text[at:]]), moves


def _told(article: Article, moves: list[tuple[int, int]]) -> list[tuple[object, ...]]:
    def moved(offset: int) -> int:
        return offset + next(by for start, by in reversed(moves) if start <= offset)

    def spans(item: Any) -> list[tuple[int, int]]:
        return [(moved(span.start), moved(span.end)) for span in item]

    return [
        (spans(one.content), spans([one.source] if one.source else []), spans([one.cue] if one.cue else []), one.kind, one.stance)
        for one in attributions(article, load(article.lang))
    ]


@pytest.mark.data
@pytest.mark.parametrize("code", ["fr", "en"])
def test_names_move_nothing(code: str, data: Path) -> None:
    differing, touched = [], 0
    for article in _articles(data, code):
        text, moves = _swapped(article.text, code)
        touched += len(moves) > 1
        if len(moves) > 1 and _told(article, moves) != _told(staged.article(text, code), [(0, 0)]):
            differing.append(article.text[:60])
    assert touched >= 30
    assert differing == []
