"""Who stands behind an attribution: goldens about invented people, both ways, in disguises."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages import codes, examples, load
from selon.model.article import Link
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve import claimants

sys.path.insert(0, str(Path(__file__).parent))
from staged import article, attribution, names, read

KNOWN = pytest.mark.xfail(reason="known failure", strict=True)
CODES = [code for code in codes() if examples("resolve", code)]
GOLDENS = [
    pytest.param(code, example, id=f"{code}: {example['label']}", marks=[KNOWN] if example.get("known_failure") else [])
    for code in CODES
    for example in examples("resolve", code)
]
DISGUISES = {
    "as it stands": lambda text: text,
    "other apostrophes": lambda text: text.replace("'", "’"),
    "hard spaces": lambda text: text.replace("M. ", "M.\u00a0").replace("« ", "«\u00a0"),
    "debris before": lambda text: "Menu Accueil\n\n" + text,
}
SWAP = {"Talmar": "Brenik", "Valdor": "Oshira", "Hestad": "Lundmark", "Sorneville": "Aubemont", "Sornville": "Aubemont", "Lumen": "Orbis"}


def _apostrophes(name: str) -> str:
    return name.replace("’", "'").replace("\u00a0", " ")


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@pytest.mark.parametrize(("code", "example"), GOLDENS)
def test_golden(code: str, example: dict[str, Any], disguise: Any) -> None:
    reading = read(disguise(example["text"]), code)
    assert [_apostrophes(name) for name in names(reading)] == example["who"]
    for item, kind in zip(reading.resolutions, example.get("kinds", ()), strict=False):
        assert item.claimant is not None
        assert item.claimant.kind == ClaimantKind(kind)


@pytest.mark.parametrize(("code", "example"), GOLDENS)
def test_other_names_give_the_same_resolution(code: str, example: dict[str, Any]) -> None:
    def swapped(text: str) -> str:
        for old, new in SWAP.items():
            text = text.replace(old, new)
        return text

    assert [_apostrophes(name) for name in names(read(swapped(example["text"]), code))] == [swapped(name) for name in example["who"]]


@pytest.mark.parametrize("code", CODES)
def test_some_must_stay_open(code: str) -> None:
    told = examples("resolve", code)
    assert len(told) >= 20
    assert sum("" in example["who"] for example in told) >= len(told) // 3


def test_role_body_and_country_stand_apart_from_the_name() -> None:
    reading = read("[Le porte-parole du ministère norvégien de la Pêche, Olaf Hestad,] a parlé {du hareng}.", "fr")
    one = reading.resolutions[0].claimant
    assert one is not None
    assert (one.name, one.organisation, one.country) == ("Olaf Hestad", "ministère norvégien de la Pêche", "NO")
    assert one.role is not None
    assert one.role.startswith("porte-parole")


def test_a_metonym_keeps_its_name_and_tells_its_body() -> None:
    palace, capital = (item.claimant for item in read("[Le Kremlin] parle {de ballet}. [Moscou] parle {de neige}.", "fr").resolutions)
    assert palace is not None
    assert capital is not None
    assert (palace.kind, palace.country, palace.organisation) == (ClaimantKind.BODY, "RU", "présidence russe")
    assert (capital.name, capital.kind, capital.country) == ("Moscou", ClaimantKind.STATE, "RU")
    assert palace.id != capital.id


def test_an_open_source_says_so_and_keeps_its_candidates() -> None:
    item = read("[Mme Irène Valdor] a dit que {oui}. [Il] a dit que {non}.", "fr").resolutions[1]
    assert (item.claimant, item.how, item.confidence) == (None, "unresolved: «Il»", 0.0)


def test_the_title_of_a_link_gives_the_spelling() -> None:
    text = "Voici ce que dit Irina Scharikowa :\nLe phare est réparé."
    name = Span(text.index("Irina"), text.index(" :"))
    link = Link(span=name, url="https://example.org/", title="Irina Charikova")
    page = article(text, "fr", links=[link])
    content = Span(text.index("Le phare"), len(text))
    told = (attribution(0, None, content, text, reasons=(f"announced at {name.start}:{name.end}",)),)
    (item,) = claimants(page, told, load("fr"))
    assert item.claimant is not None
    assert item.claimant.name == "Irina Charikova"
    assert {"Irina Charikova", "Irina Scharikowa"} <= set(item.claimant.aliases)


def test_nobody_is_announced() -> None:
    text = "Le phare est réparé."
    (item,) = claimants(article(text, "fr"), (attribution(0, None, Span(0, 8), text),), load("fr"))
    assert (item.claimant, item.how) == (None, "no source is named")


@given(st.text(alphabet="ABCdeéil MmeTalmr.,'’«»\n-[]{}()", max_size=80), st.sampled_from(CODES))
def test_any_text_gives_one_resolution_each(noise: str, code: str) -> None:
    flat = "".join(char for char in noise if char not in "[]{}") + " a dit que oui"
    spans = [Span(start, start + 4) for start in range(0, len(flat) - 8, 5)]
    told = tuple(attribution(n, span, Span(len(flat) - 3, len(flat)), flat) for n, span in enumerate(spans))
    found = claimants(article(flat, code), told, load(code))
    assert [item.attribution_id for item in found] == [item.id for item in told]
    assert all(0 <= item.confidence <= 1 and all(0 <= score <= 1 for _, score in item.candidates) for item in found)
    assert found == claimants(article(flat, code), told, load(code))
