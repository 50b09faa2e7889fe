"""Pairs of statements that are one claim, a denial, or must stay apart; sentences of our own."""

from typing import Any

import pytest

from selon import match
from selon.languages import codes, examples
from support.handmade import Text


def golden() -> list[Any]:
    found = []
    for code in codes():
        for example in examples("match", code):
            marks = [pytest.mark.xfail(strict=True)] if example.get("known_failure") else []
            found.append(pytest.param(code, example, id=f"{code}: {example['label']}", marks=marks))
    return found


def read(name: str, example: dict[str, Any], side: str, code: str) -> Text:
    text = Text(name, example[side], lang=example.get(f"{side}_lang", code))
    for words, day in example.get(f"{side}_dates", []):
        text.dated(words, day)
    return text


def relation(a: Text, b: Text) -> str:
    """How the statements of two one-sentence articles stand to each other: same, variant, denial, apart."""
    claims = match.claims([a.read(), b.read()], ())
    links = {link.kind for claim in claims for link in claim.links}
    joined = any(len({one.article_id for one in claim.appearances}) == 2 for claim in claims)
    if "denial" in links:
        assert not joined
        return "denial"
    return "variant" if joined and "variant" in links else "same" if joined else "apart"


@pytest.mark.parametrize(("code", "example"), golden())
def test_pair(code: str, example: dict[str, Any]) -> None:
    assert relation(read("a", example, "a", code), read("b", example, "b", code)) == example["wanted"]


@pytest.mark.parametrize(("code", "example"), golden())
def test_pair_the_other_way_round(code: str, example: dict[str, Any]) -> None:
    assert relation(read("b", example, "b", code), read("a", example, "a", code)) == example["wanted"]
