"""The line at a headline: who published, and when; what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.clean import article
from selon.clean.header import header
from selon.model.article import Article
from selon.model.capture import Capture

_ONE = "La fête du potiron a réuni dimanche plus de trois cents personnes sur la place du marché, malgré la pluie du matin."
_TWO = "Le plus gros potiron pesait cent deux kilos, et il a fallu quatre hommes pour le poser sur la balance de la mairie."
_THREE = "The largest pumpkin weighed over two hundred pounds, and it took four men to lift it onto the scales of the town hall."
_FOUR = "The next fair will be held in October, and the organisers hope that the sun will be there this time as well."
_FR, _EN = "Un potiron de cent kilos à la fête", "A pumpkin of two hundred pounds at the fair"


def read(text: str, media_type: str = "text/plain") -> Article:
    return article(Capture(id="a", address="a", media_type=media_type, content=text.encode(), charset="utf-8"))


def said(text: str) -> tuple[str | None, str | None]:
    found = read(text)
    return found.outlet, found.published.earliest if found.published else None


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("Le Brin – Publié le 3 mai 2021 à 17h40", "Le Brin", "2021-05-03T17:40:00"),
        ("Vallon Matinal | Publié le 3 mai 2021", "Vallon Matinal", "2021-05-03"),
        ("La Gazette du Vallon – 3 mai 2021", "La Gazette du Vallon", "2021-05-03"),
        ("Le Brin, publié le 3 mai 2021, mis à jour le 4 mai 2021 à 9 h", "Le Brin", "2021-05-03"),
        ("Publié par Le Courrier du Vallon le 1er mai 2021", "Le Courrier du Vallon", "2021-05-01"),
        ("Vallon 24 • lundi 3 mai 2021, 6 h 30 • 3 min de lecture", "Vallon 24", "2021-05-03T06:30:00"),
        ("Vallon.example | 03/05/2021", "Vallon.example", "2021-05-03"),
        ("Le Brin\nPublié le 3 mai 2021", "Le Brin", "2021-05-03"),
        ("3 mai 2021\nLa Gazette du Vallon", "La Gazette du Vallon", "2021-05-03"),
    ],
)
def test_outlet_and_date_under_a_french_title(line: str, outlet: str, published: str) -> None:
    text = f"{_FR}\n{line}\n\n{_ONE}\n\n{_TWO}"
    assert said(text) == (outlet, published)
    found = read(text)
    assert found.title == _FR
    assert {block.kind.value for block in found.blocks} == {"title", "metadata", "paragraph"}
    spans = {one.field: one.span.of(found.text) for one in found.metadata if one.where == "header line" and one.span}
    assert spans["outlet"] == outlet
    assert spans["published"] in line


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("The Vallon Post, 3 May 2021", "The Vallon Post", "2021-05-03"),
        ("Vallon Herald | Published: May 3, 2021 at 5:40 pm", "Vallon Herald", "2021-05-03T17:40:00"),
        ("The Brin · Monday 3 May 2021, 08:00 GMT", "The Brin", "2021-05-03T08:00:00+00:00"),
        ("By Anna Smith | Vallon Herald | May 3, 2021", "Vallon Herald", "2021-05-03"),
        ("Vallon Herald, 05/23/2021", "Vallon Herald", "2021-05-23"),
        ("Vallon Herald, 05/03/2021", "Vallon Herald", None),
    ],
)
def test_outlet_and_date_under_an_english_title(line: str, outlet: str, published: str | None) -> None:
    assert said(f"{_EN}\n{line}\n\n{_THREE}\n\n{_FOUR}") == (outlet, published)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Valdor, le 3 mai 2021", "2021-05-03"),
        ("La Rochelle, 3 mai 2021", "2021-05-03"),
        ("Le Havre – 3 mai 2021", "2021-05-03"),
        ("La Rédaction | Publié le 3 mai 2021", "2021-05-03"),
        ("Par Odile Marchetti | Publié le 3 mai 2021", "2021-05-03"),
        ("Sport | Publié le 3 mai 2021", "2021-05-03"),
        ("Mis à jour le 3 mai 2021", None),
        ("Le Brin, le 31 février 2021", None),
    ],
)
def test_a_town_a_desk_a_section_or_a_person_is_no_outlet(line: str, published: str | None) -> None:
    assert said(f"{_FR}\n{line}\n\n{_ONE}\n\n{_TWO}") == (None, published)


@pytest.mark.parametrize("place", ["Le Brin – 3 mai 2021", "La Gazette du Vallon, 3 mai 2021"])
def test_a_header_far_from_the_headline_names_no_outlet(place: str) -> None:
    assert said(f"{_FR}\n{_ONE}\n{_TWO}\n{place}\n{_ONE}\n{_TWO}") == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 3 mai 2021, le rapport dit que oui",
        "— Le Brin (@lebrin) 3 mai 2021",
        "Correction: 3 mai 2021",
        "Le potiron pesait cent kilos le 3 mai 2021",
        "Publié hier",
        "AFP, 3 mai 2021",
        "",
    ],
)
def test_what_is_no_header(line: str) -> None:
    assert header(line) is None


def test_author_and_date_on_one_line() -> None:
    found = read(f"{_EN}\nBy Nora Willard · Published May 3, 2021, 3:10 p.m.\n\n{_THREE}\n\n{_FOUR}")
    assert [block.kind.value for block in found.blocks] == ["title", "credit", "metadata", "paragraph", "paragraph"]
    assert [(credit.kind.value, credit.name) for credit in found.credits] == [("author", "Nora Willard")]
    assert found.published is not None
    assert found.published.earliest == "2021-05-03T15:10:00"


def test_what_the_page_declares_comes_first() -> None:
    front = '---\ntitle: "Un potiron"\ndate: 2021-05-05\npublisher: Le Phare\n---\n\n'
    found = read(f"{front}Le Brin – Publié le 3 mai 2021\n\n{_ONE}\n\n{_TWO}\n", "text/markdown")
    assert found.outlet == "Le Phare"
    assert found.published is not None
    assert found.published.earliest == "2021-05-05"


def test_a_translation_without_a_translator_is_by_the_outlet() -> None:
    found = read(f"{_FR}\nLe Brin – 3 mai 2021\n\n{_ONE}\n\n{_TWO}\n\nTraduit de l'anglais\n")
    assert [(credit.kind.value, credit.name) for credit in found.credits] == [("translation", "Le Brin")]
    assert read(f"{_FR}\n\n{_ONE}\n\n{_TWO}\n\nTraduit de l'anglais\n").credits == ()
    ours = read(f"{_FR}\nLe Brin – 3 mai 2021\n\n{_ONE}\n\n{_TWO}\n\nArticle traduit du russe par nos soins\n")
    assert [(credit.kind.value, credit.name) for credit in ours.credits] == [("translation", "Le Brin")]


@given(st.text(alphabet="Le Brin|–,3mai2021/.:hàPublié\n", max_size=60))
def test_a_header_stands_in_its_line(line: str) -> None:
    found = header(line)
    for one in (found.outlet, found.author) if found else ():
        assert one is None or line[one.start : one.end] == one.value


def kind_of(found: Article, line: str) -> str:
    at = found.text.index(line)
    return next(block.kind.value for block in found.blocks if block.span.start <= at < block.span.end)


@pytest.mark.parametrize(
    "line",
    [
        "publié le 3 mai après une visite de la foire",
        "Publié le 3 mai 2021 après des mois d'attente",
        "Mis à jour le 4 mai 2021 pour la fête du village",
        "Publié lundi 3 mai avant le pesage",
        "Published May 3 after a visit to the fair",
        "Posted on 3 May 2021 before the weighing",
    ],
)
def test_a_sentence_that_goes_on_behind_its_date_is_no_header(line: str) -> None:
    found = read(f"{_FR}\n\n{_ONE}\n\n{line}\n\n{_TWO}")
    assert kind_of(found, line) in ("paragraph", "heading")


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 3 mai à 17h40",
        "Publié le 3 mai 2021 dans Potirons",
        "Publié le 3 mai 2021 par la rédaction",
        "Mis à jour le 4 mai",
        "Published May 3, 2021 at 5:40 pm",
        "Posted on 3 May 2021 by Anna Smith",
    ],
)
def test_a_date_with_its_hour_section_or_author_is_a_header(line: str) -> None:
    assert kind_of(read(f"{_FR}\n\n{line}\n\n{_ONE}\n\n{_TWO}"), line) == "metadata"
