"""A number told less precisely, one that has changed, and numbers that count a part or what comes on top."""

import pytest

from support.handmade import changes_between

DAYS = ("2031-03-01", "2031-03-02")


def kinds(before: str, after: str, lang: str = "fr") -> list[str]:
    """The kinds of change between two tellings of one claim on two days."""
    return [change.kind for change in changes_between(before, after, days=DAYS, lang=lang)]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("au moins 154", "plus de 150", "precision_changed"),
        ("près de 288", "près de 290", "precision_changed"),
        ("environ 35", "36", "precision_changed"),
        ("au moins 24", "25", "number_changed"),  # the toll has risen
        ("au moins 188", "191", "number_changed"),
        ("près de 90", "plus de 92", "number_changed"),
        ("plus de 150", "148", "number_changed"),
        ("au moins 100", "au moins 149", "number_changed"),
    ],
)
def test_a_rounder_number_is_less_precise(before: str, after: str, kind: str) -> None:
    told = "La tempête de Brume a blessé {} marins sur le quai du Sel"
    assert kinds(told.format(before), told.format(after)) == [kind]


def test_a_rounder_number_in_english() -> None:
    told = "The storm of Brume hurt {} sailors on the salt quay"
    assert kinds(told.format("154"), told.format("more than 150"), "en") == ["precision_changed"]
    assert kinds(told.format("at least 24"), told.format("25"), "en") == ["number_changed"]


@pytest.mark.parametrize(
    ("before", "after", "lang", "wanted"),
    [
        (
            "La tempête de Brume a dépassé dimanche sur le quai du Sel les 400 marins blessés",
            "La tempête de Brume a blessé dimanche sur le quai du Sel plus de 400 marins blessés",
            "fr",
            [],
        ),
        (
            "La tempête de Brume a fait dimanche sur le quai du Sel 400 marins blessés",
            "La tempête de Brume a fait dimanche sur le quai du Sel plus de 400 marins blessés",
            "fr",
            ["precision_changed"],
        ),
        (
            "The storm of Brume exceeded on Sunday on the salt quay 400 sailors hurt",
            "The storm of Brume left on Sunday on the salt quay more than 400 sailors hurt",
            "en",
            [],
        ),
    ],
)
def test_a_number_that_was_passed_is_rough_already(before: str, after: str, lang: str, wanted: list[str]) -> None:
    assert kinds(before, after, lang) == wanted


@pytest.mark.parametrize(
    ("before", "after", "lang", "wanted"),
    [
        (
            "La crue a noyé 25 marins dans la baie de Brume",
            "La crue a noyé 31 marins dans la baie et quatre dans le port de Brume",
            "fr",
            [],
        ),
        ("La crue a noyé 25 marins dans la baie de Brume", "La crue a noyé 31 marins dans la baie de Brume", "fr", ["number_changed"]),
        (
            "La crue a noyé 25 marins dans la baie de Brume",
            "La crue a noyé 31 marins et quatre pilotes dans la baie de Brume",  # two counts of one place
            "fr",
            ["number_changed"],
        ),
        (
            "La crue a noyé des dizaines de marins dans la baie de Brume",
            "La crue a noyé 31 marins, principalement dans la baie de Brume",  # of a larger whole
            "fr",
            [],
        ),
        (
            "La crue a noyé des dizaines de marins dans la baie de Brume",
            "La crue a noyé 31 marins dans la baie de Brume",
            "fr",
            ["precision_changed"],
        ),
        ("Dans la baie de Brume 4 marins sont par ailleurs noyés", "Dans la baie de Brume 24 marins sont noyés", "fr", []),
        ("In the bay of Brume 4 sailors have also drowned", "In the bay of Brume 24 sailors have drowned", "en", []),
        ("In the bay of Brume 4 sailors have drowned", "In the bay of Brume 24 sailors have drowned", "en", ["number_changed"]),
    ],
)
def test_a_part_is_not_the_whole(before: str, after: str, lang: str, wanted: list[str]) -> None:
    assert kinds(before, after, lang) == wanted
