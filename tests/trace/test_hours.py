"""Two counts of two hours of one day, neither of which corrects the other; as many pairs that are compared still."""

import pytest

from support.handmade import changes_between

DAY = "2031-03-01"


def kinds(before: str, after: str, lang: str = "fr") -> list[str]:
    """The kinds of change between two tellings of one claim on one day."""
    return [change.kind for change in changes_between(before, after, days=(DAY, DAY), lang=lang)]


@pytest.mark.parametrize(
    ("before", "after", "lang"),
    [
        ("17 400 marins ont défilé à 14h00 au port de Brume", "58 600 marins ont défilé au port de Brume", "fr"),
        ("42 marins ont été arrêtés au port de Brume vers 17h", "52 marins ont été arrêtés au port de Brume vers 18h20", "fr"),
        ("42 marins ont été arrêtés au port de Brume vers 17 heures", "70 marins ont été arrêtés au port de Brume", "fr"),
        ("By 2.30 pm 420 sailors had marched in the port of Brume", "By 6 pm 580 sailors had marched in the port of Brume", "en"),
        ("420 Matrosen zogen um 14 Uhr durch den Hafen von Brume", "580 Matrosen zogen durch den Hafen von Brume", "de"),
    ],
)
def test_counts_of_two_hours(before: str, after: str, lang: str) -> None:
    assert kinds(before, after, lang) == []


@pytest.mark.parametrize(
    ("before", "after", "lang"),
    [
        ("17 400 marins ont défilé au port de Brume", "58 600 marins ont défilé au port de Brume", "fr"),
        ("42 marins ont été arrêtés au port de Brume vers 17h", "52 marins ont été arrêtés au port de Brume vers 17h00", "fr"),
        ("420 sailors had marched in the port of Brume by 2 pm", "580 sailors had marched in the port of Brume by 14:00", "en"),
        ("420 Matrosen zogen durch den Hafen von Brume", "580 Matrosen zogen durch den Hafen von Brume", "de"),
        (  # an hour of something else, farther off
            "Les pompiers, qui étaient venus de toutes les communes de la baie, sont arrivés à 6h00 au port de Brume, dont ils ont d'abord "
            "fermé les deux entrées et toutes les rues, et 42 marins ont été blessés au port de Brume",
            "52 marins ont été blessés au port de Brume",
            "fr",
        ),
    ],
)
def test_counts_that_are_compared(before: str, after: str, lang: str) -> None:
    assert kinds(before, after, lang) == ["number_changed"]
