"""Reasons that the stages write in English stand in French on French pages, as far as they are sentences of a known form."""

import re

import pytest
from lxml import html

from selon.languages import codes, load
from selon.languages.rows.match import Concept
from selon.show.wording import LANGS, TERMS, reason, wording
from selon.show.wording.forms import FORMS
from support.asking import Client

pytestmark = pytest.mark.xdist_group("web")

VALUE = re.compile(r"%\((\w+)\)s")
VALUES = {  # of a kind: as a stage writes it, and as a French page tells it
    "reason": ("dates meet", "les dates se rejoignent"),
    "reasons": ("dates meet", "les dates se rejoignent"),
    "concept": ("barrier", "«\u202fbarrière…\u202f»"),
    "stem": ("centr", "«\u202fcentr…\u202f»"),
    "contrary": ("close", "«\u202fferm…\u202f»"),
    "country": ("NO", "Norvège"),
    "number": ("12000", "12\u202f000"),
    "toll": ("1e+06", "1\u202f000\u202f000"),
    "weekday": ("Friday", "vendredi"),
    "kind": ("author", "auteur"),
    "earliest": ("2031-03-14", "14 mars 2031"),
    "latest": ("2031-03-13T19:05:00+01:00", "13 mars 2031, 19:05 +01:00"),
    "day": ("2031-03-13", "13 mars 2031"),
}


@pytest.mark.parametrize(
    ("said", "french"),
    [
        ("dates meet", "les dates se rejoignent"),
        ("shared passage of 24 words; dates meet", "passage commun de 24 mots\u202f; les dates se rejoignent"),
        ("content: name Valcastel; word ferry", "contenu\u00a0: nom Valcastel\u202f; mot «\u202fferry…\u202f»"),
        ("not shown separate: both rest on AFP", "séparation non établie\u00a0: les deux reposent sur AFP"),
        ("credit line (agency): Agence; du port", "ligne de crédit (agency)\u00a0: Agence; du port"),
        ("shared: 46 words shared in 2 passages", "texte commun\u00a0: 46 mots en commun, en 2 passages"),
        ("shared: 46 words shared in 1 passage", "texte commun\u00a0: 46 mots en commun, en 1 passage"),
        ("content: concept barrier; concept end", "contenu\u00a0: notion «\u202fbarrière…\u202f»\u202f; notion fin"),
        ("concept barrier; few words of two who are quoted", "notion «\u202fbarrière…\u202f»\u202f; peu de mots de deux qui sont cités"),
        ("contrary: open | close", "contraire\u00a0: «\u202fouvert…\u202f» | «\u202fferm…\u202f»"),
        ("negated: ferry", "nié\u00a0: «\u202fferry…\u202f»"),
        ("country NO; number 2000", "pays Norvège\u202f; nombre 2\u202f000"),
        ("linked: The port; linked: closed", "lien vers\u00a0: The port\u202f; lien vers\u00a0: closed"),
        ("linked: The port; closed; dates meet", "lien vers\u00a0: The port; closed\u202f; les dates se rejoignent"),
        ("named in the source; nothing shows a person", "nommé dans la source\u202f; rien ne montre une personne"),
        ("meta article:published_time", "balise meta article:published_time"),
        ("credit line (author): Ada Valdor", "ligne de crédit (auteur)\u00a0: Ada Valdor"),
        ("header line", "ligne d’en-tête"),
        ("short for «Office du détroit»", "abrégé de «\u202fOffice du détroit\u202f»"),
    ],
)
def test_a_reason_is_told_in_french(said: str, french: str) -> None:
    assert reason(said, wording("fr")) == french


def test_concepts_stand_in_words_of_the_page_and_not_by_their_keys() -> None:
    said = "concept hit_target; concept trade_topic; country NO; dates meet"
    assert reason(said, wording("en")) == "concept “hit”; concept trade; country Norway; dates meet"


@pytest.mark.parametrize("lang", LANGS)
def test_every_concept_has_a_word_in_every_language_of_the_pages(lang: str) -> None:
    known = {row.name for row in load(lang).rows(Concept)} | set(TERMS["concept"])
    for code in codes():
        for row in load(code).rows(Concept):
            assert {row.name, *row.broader} <= known


def test_what_fits_no_form_is_left_as_it_is() -> None:
    assert reason("dates meet; seen in a dream", wording("fr")) is None
    assert reason("concept barrier; seen in a dream", wording("fr")) is None
    assert reason("word ferry; seen in a dream; dates meet", wording("fr")) is None


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read_back_and_has_its_french(form: str) -> None:
    told = reason(VALUE.sub(lambda found: VALUES.get(found[1], (f"X{found[1]}Y", ""))[0], form), wording("fr"))
    french = wording("fr").messages.gettext(form)
    assert told == VALUE.sub(lambda found: VALUES.get(found[1], ("", f"X{found[1]}Y"))[1], french)


def test_a_page_says_its_reasons_in_its_language(client: Client, claim: str) -> None:
    page = html.fromstring(client.get(f"/claims/{claim}", headers={"Accept-Language": "fr"}).text)
    told = page.xpath("//details[@class='why']//li/bdi | //section[.//h2[@id='why']]//li//span/bdi")
    assert len(told) > 3
    assert not [one.text_content() for one in told if one.get("lang") == "en"]
