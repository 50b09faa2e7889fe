"""One id across articles by what stands around the texts: their dates, their links, the outlets that published them."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from selon.model.article import Link
from selon.model.claimant import ClaimantKind
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.resolve import across

sys.path.insert(0, str(Path(__file__).parent))
from staged import read

FR = "[La porte-parole du port, Irène Valdor,] a parlé {de brume}."
EN = "[Harbour spokeswoman Irène Valdor] spoke of {fog}."
TEACHER = "[L'institutrice Irène Valdor] a parlé {de craie}."
BARE = "[Irène Valdor] a parlé {de pluie}."


def _dated(text: str, lang: str, day: str | None, ident: str) -> Reading:
    reading = read(text, lang, ident=ident)
    when = Interval(earliest=day, latest=day, source="test") if day else None
    return replace(reading, article=replace(reading.article, published=when))


def _one(*readings: Reading) -> bool:
    return len({item.claimant.id for reading in across(readings) for item in reading.resolutions if item.claimant is not None}) == 1


@pytest.mark.parametrize(
    ("other", "lang", "day", "together"),
    [
        (EN, "en", "2031-04-20", True),
        (FR.replace("brume", "pluie"), "fr", "2031-04-20", True),
        (EN, "en", "2032-04-20", False),
        (EN, "en", None, False),
        (TEACHER, "fr", "2031-04-02", False),
        (BARE, "fr", "2031-04-02", False),
    ],
    ids=["two languages", "one language", "a year later", "no date", "another role", "no role"],
)
def test_one_kind_of_role_within_a_month(other: str, lang: str, day: str | None, together: bool) -> None:
    assert _one(_dated(FR, "fr", "2031-04-01", "a"), _dated(other, lang, day, "b")) is together


@pytest.mark.parametrize(("url", "together"), [("http://port.example/brume/", True), ("https://port.example/pluie", False)])
def test_a_link_on_the_name_leads_to_the_page_where_it_speaks(url: str, together: bool) -> None:
    page, blog = read(FR, "fr", ident="a"), read(BARE, "fr", ident="b")
    page = replace(page, article=replace(page.article, url="https://port.example/brume"))
    blog = replace(blog, article=replace(blog.article, links=(Link(span=Span(0, 12), url=url),)))
    assert _one(page, blog) is together


def _claimant(outlet: str, text: str, lang: str = "fr") -> tuple[str, ClaimantKind]:
    own, other = read("[Paul Talmar] a parlé {de neige}.", "fr", ident="a"), read(text, lang, ident="b")
    found = across([replace(own, article=replace(own.article, outlet=outlet)), other])[1].resolutions[0].claimant
    assert found is not None
    return found.name, found.kind


@pytest.mark.parametrize("text", ["Hier, [Le Lanterneau] a parlé {de neige}.", "Hier, [le Lanterneau] a parlé {de neige}."])
def test_an_outlet_whose_articles_are_held_has_its_own_name(text: str) -> None:
    assert _claimant("Le Lanterneau", text) == ("Le Lanterneau", ClaimantKind.OUTLET)


def test_an_outlet_that_looks_like_a_person() -> None:
    assert _claimant("Phare Matinal", "Selon [Phare Matinal], {il neige}.") == ("Phare Matinal", ClaimantKind.OUTLET)


def test_a_ministry_that_publishes_stays_a_body() -> None:
    name, kind = _claimant("Ministère norvégien de la Culture", "[Le ministère norvégien de la Culture] a parlé {de neige}.")
    assert (name, kind) == ("ministère norvégien de la Culture", ClaimantKind.BODY)


def test_a_person_with_a_role_is_no_outlet() -> None:
    assert _claimant("Paul Verlin", "[Le maire Paul Verlin] a parlé {de neige}.")[1] is ClaimantKind.PERSON
