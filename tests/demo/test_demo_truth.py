"""The pipeline's answers over the demo against its truth, one test for each thing that is to be seen; then over 50 other tellings."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import demo_truth
import pytest
from demo_truth import CLAIM_CHECKS, Held
from story_variants import DEMO, variant

TRUTH: dict[str, Any] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
VARIANTS = 50


@cache
def demo() -> Held:
    return demo_truth.held(DEMO)


def name(row: Any) -> str:
    if isinstance(row, list):
        return " | ".join(row)
    if "key" in row:
        return str(row["key"])
    if "a" in row:
        return f"{row['a']} = {row['b']}"
    return str(row.get("id") or f"{row.get('kind')}: {row.get('from')} to {row.get('to')}")


def test_nothing_is_rejected() -> None:
    assert demo().answer.rejected == ()


@pytest.mark.parametrize("row", TRUTH["articles"], ids=name)
def test_article(row: dict[str, Any]) -> None:
    assert list(demo_truth.articles(demo(), row)) == []


@pytest.mark.parametrize("aspect", CLAIM_CHECKS)
@pytest.mark.parametrize("claim", TRUTH["claims"], ids=name)
def test_claim(claim: dict[str, Any], aspect: str) -> None:
    assert list(CLAIM_CHECKS[aspect](demo(), claim)) == []


@pytest.mark.parametrize("row", TRUTH["edges"], ids=name)
def test_edge(row: dict[str, Any]) -> None:
    assert list(demo_truth.edges(demo(), row)) == []


@pytest.mark.parametrize("row", TRUTH["changes"], ids=name)
def test_change(row: dict[str, Any]) -> None:
    assert list(demo_truth.changes(demo(), row)) == []


@pytest.mark.parametrize("row", TRUTH["copies"], ids=name)
def test_copy(row: dict[str, Any]) -> None:
    assert list(demo_truth.copies(demo(), row)) == []


@pytest.mark.parametrize("pair", TRUTH["apart"], ids=name)
def test_apart(pair: list[str]) -> None:
    assert list(demo_truth.apart(demo(), pair)) == []


def test_circle() -> None:
    assert list(demo_truth.circle(demo(), TRUTH["circle"])) == []


@pytest.mark.parametrize("seed", range(VARIANTS))
def test_truth_follows_the_story(seed: int, tmp_path: Path) -> None:
    """Other names, numbers, days and another order: the answers change with them, and with nothing else."""
    assert demo_truth.differences(demo_truth.held(variant(seed, tmp_path))) == []
