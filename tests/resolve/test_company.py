"""One full name in two articles of one story is one person's: the same days, and the same others who are named."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from selon.model.reading import Reading
from selon.model.span import Interval
from selon.resolve import across

sys.path.insert(0, str(Path(__file__).parent))
from staged import read

TOLD = "[Irène Valdor] a parlé {de pluie}. Au port de Lorvan, la régie Talmar et le pilote Durieu ont attendu que Kervel revienne."
AGAIN = "[Irène Valdor] a parlé {de brume}. Le pilote Durieu était à Lorvan, où la régie Talmar a fermé les quais, et Kervel au large."


def _read(text: str, ident: str, day: str | None) -> Reading:
    reading = read(text, "fr", ident=ident)
    when = Interval(earliest=day, latest=day, source="test") if day else None
    return replace(reading, article=replace(reading.article, published=when))


def _one(a: Reading, b: Reading) -> bool:
    return len({item.claimant.id for reading in across([a, b]) for item in reading.resolutions if item.claimant is not None}) == 1


@pytest.mark.parametrize(
    ("other", "day", "together"),
    [
        (AGAIN, "2031-04-03", True),
        (AGAIN, "2031-05-03", False),
        (AGAIN, None, False),
        (
            "[Irène Valdor] a parlé {de brume}. Le marché de Sauvance reprend lundi, dit Maurin, et Ferval expose à Brume.",
            "2031-04-02",
            False,
        ),
        ("[Irène Valdor] a parlé {de brume}.", "2031-04-02", False),
        (AGAIN.replace("Irène", "Paula"), "2031-04-02", False),
    ],
    ids=["one story", "a month later", "no date", "another story", "nobody else is named", "another first name"],
)
def test_one_name_in_one_story(other: str, day: str | None, together: bool) -> None:
    assert _one(_read(TOLD, "a", "2031-04-01"), _read(other, "b", day)) is together


def test_the_order_of_articles_changes_nothing() -> None:
    readings = [_read(TOLD, "a", "2031-04-01"), _read(AGAIN, "b", "2031-04-02"), _read(TOLD.replace("pluie", "neige"), "c", "2031-04-03")]
    forward, backward = across(readings), across(readings[::-1])[::-1]
    assert [one.resolutions for one in forward] == [one.resolutions for one in backward]


def test_states_and_months_are_no_company() -> None:
    told = "[Irène Valdor] a parlé {de pluie}. Elle a vu la France, l'Espagne, le Portugal et la Suède."
    again = "[Irène Valdor] a parlé {de brume}. Le vent vient de la France, de l'Espagne, du Portugal et de la Suède."
    assert not _one(_read(told, "a", "2031-04-01"), _read(again, "b", "2031-04-01"))
