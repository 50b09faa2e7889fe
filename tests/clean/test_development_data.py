"""The five real pages and the development data: kinds of blocks, credits. The figures are floors: lowering one is its own commit."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from selon.clean import article
from selon.languages.fold import fold
from selon.model.article import Article
from selon.model.capture import Capture
from selon.read import captures

pytestmark = pytest.mark.data
_CREDITED = 2_000  # of the rows that carry a credit


def gold(path: Path) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def articles(path: Path) -> dict[str, Article]:
    return {capture.id: article(capture) for capture in captures([path]) if isinstance(capture, Capture)}


def right_chars(found: Article, wanted: dict[str, Any]) -> Counter[bool]:
    kinds = {at: block.kind.value for block in found.blocks for at in range(block.span.start, block.span.end)}
    return Counter(
        kinds[at] == block["kind"]
        for block in wanted["blocks"]
        for at in range(block["start"], block["end"])
        if not found.text[at].isspace()
    )


def test_seeds(data: Path) -> None:
    found, wanted = articles(data / "seeds"), gold(data / "gold" / "blocks" / "seeds.jsonl")
    assert found.keys() == wanted.keys()
    for name, row in wanted.items():
        assert found[name].text == row["text"]
        assert right_chars(found[name], row)[False] == 0, name
        assert [(credit.kind.value, credit.name) for credit in found[name].credits] == [(c["kind"], c["name"]) for c in row["credits"]]


def test_scraped_texts(data: Path, tmp_path: Path) -> None:
    path = data / "gold" / "blocks" / "text_dev.jsonl"
    found, wanted = articles(path), gold(path)
    total = sum((right_chars(found[name], row) for name, row in wanted.items()), Counter[bool]())
    assert total[True] / total.total() >= 0.94
    names = Counter((name, credit.kind.value, credit.name) for name in wanted for credit in found[name].credits)
    said = Counter((name, credit["kind"], credit["name"]) for name, row in wanted.items() for credit in row["credits"])
    assert (names & said).total() / said.total() >= 0.9
    assert (names & said).total() / names.total() >= 0.9


def test_the_agency_of_a_credit_line_is_found(data: Path) -> None:
    """One outlet's style: a regression gate, not evidence."""
    columns = ["id", "provider", "text", "credit"]
    rows = pq.read_table(data / "corpora" / "news_bulk.parquet", columns=columns).filter(pc.is_valid(pc.field("credit"))).to_pylist()
    rows = [row for row in rows if row["provider"]]
    some = rows[:: len(rows) // _CREDITED][:_CREDITED]
    found = sum(has_credit(row["text"] + "\n" + row["credit"], row["provider"]) for row in some)
    assert found / len(some) >= 0.95


def has_credit(text: str, provider: str) -> bool:
    read = article(Capture(id="a", address="a.txt", media_type="text/plain", content=text.encode()))
    wanted = set(words(provider))
    return any(wanted <= set(name) or set(name) <= wanted for name in (words(credit.name) for credit in read.credits) if name)


def words(name: str) -> list[str]:
    return re.findall(r"\w+", fold(name))


def test_blocks_are_the_characters_at_their_offsets(data: Path) -> None:
    """Of every file of the development data: blocks tile the text, credits and links stand in it."""
    for path in (data / "seeds", data / "gold" / "blocks" / "text_dev.jsonl", data / "gold" / "blocks" / "pages"):
        for found in articles(path).values():
            edges = [(block.span.start, block.span.end) for block in found.blocks]
            assert [0, *(end for _, end in edges)] == [*(start for start, _ in edges), len(found.text)]
            assert "".join(block.span.of(found.text) for block in found.blocks) == found.text
            assert all(credit.span.of(found.text).strip() for credit in found.credits)
            assert all(link.span.of(found.text) for link in found.links)


def test_pages_let_nothing_in(data: Path) -> None:
    found, wanted = articles(data / "gold" / "blocks" / "pages"), gold(data / "gold" / "blocks" / "html_dev.jsonl")
    for name, row in wanted.items():
        paragraphs = [block.span.of(found[name].text) for block in found[name].blocks if block.kind.value == "paragraph"]
        assert not [line for line in row["must_not"] if any(line in paragraph for paragraph in paragraphs)], name
