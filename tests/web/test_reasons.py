"""Reasons that the stages write in English stand in French on French pages, as far as they are sentences of a known form."""

import re

import pytest
from lxml import html

from selon.show.wording import reason, wording
from selon.show.wording.reasons import _TEMPLATES, _VALUE
from support.asking import Client

pytestmark = pytest.mark.xdist_group("web")


@pytest.mark.parametrize(
    ("said", "french"),
    [
        ("dates meet", "les dates se rejoignent"),
        ("shared passage of 24 words; dates meet", "passage commun de 24 mots\u202f; les dates se rejoignent"),
        ("content: name Valcastel; word ferry", "contenu\u00a0: nom Valcastel\u202f; mot ferry"),
        ("not shown separate: both rest on AFP", "séparation non établie\u00a0: les deux reposent sur AFP"),
        ("credit line (agency): Agence; du port", "ligne de crédit (agency)\u00a0: Agence; du port"),
        ("shared: 46 words shared in 2 passages", "texte commun\u00a0: 46 mots en commun, en 2 passages"),
        ("content: concept barrier; concept end", "contenu\u00a0: notion «\u202fbarrière…\u202f»\u202f; notion end"),
        ("header line", "ligne d’en-tête"),
        ("short for «Office du détroit»", "abrégé de «\u202fOffice du détroit\u202f»"),
    ],
)
def test_a_reason_is_told_in_french(said: str, french: str) -> None:
    assert reason(said, wording("fr")) == french
    assert reason(said, wording("en")) == said


def test_what_fits_no_form_is_left_as_it_is() -> None:
    assert reason("dates meet; seen in a dream", wording("fr")) is None


@pytest.mark.parametrize("template", _TEMPLATES)
def test_every_form_is_read_back_and_has_its_french(template: str) -> None:
    filled = _VALUE.sub(lambda found: "dates meet" if found[1] in ("reason", "reasons") else f"X{found[1]}Y", template)
    told = reason(filled, wording("fr"))
    assert told is not None and told != filled
    assert set(re.findall(r"X\w+?Y", told)) == set(re.findall(r"X\w+?Y", filled))


def test_a_page_says_its_reasons_in_its_language(client: Client, claim: str) -> None:
    page = html.fromstring(client.get(f"/claims/{claim}", headers={"Accept-Language": "fr"}).text)
    told = page.xpath("//details[@class='why']//li/bdi | //section[.//h2[@id='why']]//li//span/bdi")
    french = [one for one in told if one.get("lang") != "en"]
    assert len(told) > 3
    assert len(french) >= 0.8 * len(told), [one.text_content() for one in told if one.get("lang") == "en"]
