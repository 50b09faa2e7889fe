"""The five real pages and the development data: kinds of blocks, credits. The figures are floors: lowering one is its own commit."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from selon.clean import article
from selon.model.article import Article
from selon.model.capture import Capture
from selon.read import captures

pytestmark = pytest.mark.data


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


def test_pages_let_nothing_in(data: Path) -> None:
    found, wanted = articles(data / "gold" / "blocks" / "pages"), gold(data / "gold" / "blocks" / "html_dev.jsonl")
    for name, row in wanted.items():
        paragraphs = [block.span.of(found[name].text) for block in found[name].blocks if block.kind.value == "paragraph"]
        assert not [line for line in row["must_not"] if any(line in paragraph for paragraph in paragraphs)], name
