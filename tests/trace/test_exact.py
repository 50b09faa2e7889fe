"""A number that a word makes a rough one, wherever that stands, is none that another text gives less precisely; one without is."""

import pytest

from support.handmade import changes_between

DAYS = ("2031-03-01", "2031-03-02")
LIST = (
    "The quay sells {}75,000 tonnes of salt worth two million dollars, "
    "15,000 tonnes of sand worth a million dollars and 6,000 tonnes of tallow"
)
ROUGH = "The salt works of Brume will yield about 158,000 crates of salt a year"


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("The salt works of Brume will yield salt at an approximate rate of 158,000 crates a year", ROUGH, []),
        ("The salt works of Brume will yield salt at a steady rate of 158,000 crates a year", ROUGH, ["precision_changed"]),
        ("The salt works of Brume will yield 158,000 crates or more of salt a year", ROUGH, []),
        ("The salt works of Brume will yield salt over the next years, 158,000 crates a year", ROUGH, ["precision_changed"]),
        (  # so many others are counted besides
            "At night six others were hurt by the wave at the quay of Brume",
            "At night nine others were hurt by the wave at the quay of Brume",
            [],
        ),
        (
            "At night six pilots were hurt by the wave at the quay of Brume",
            "At night nine pilots were hurt by the wave at the quay of Brume",
            ["number_changed"],
        ),
        (  # how a share is told
            "The salt works of Brume have about an 80 per cent share of the salt market",
            "The salt works of Brume have about 80 per cent of the salt market",
            [],
        ),
        (
            "The salt works of Brume have an 80 per cent share of the salt market",
            "The salt works of Brume have about an 80 per cent share of the salt market",
            ["precision_changed"],
        ),
        (  # the next of a list that begins with a rough number
            LIST.format("about "),
            "The quay of Brume sells sand, salt and about 6,000 tonnes of tallow",
            [],
        ),
        (
            LIST.format(""),
            "The quay of Brume sells sand, salt and about 6,000 tonnes of tallow",
            ["precision_changed"],
        ),
        (  # a bound of several words
            "The quay of Brume owes the pilots 60 million dollars in wages",
            "The quay of Brume owes its pilots in excess of 60 million dollars in wages",
            ["precision_changed"],
        ),
        (
            "The quay of Brume will take 60 million dollars of the loan for its pilots",
            "The quay of Brume will take a minimum of 60 million dollars of the loan for its pilots",
            ["precision_changed"],
        ),
    ],
)
def test_exactly(before: str, after: str, wanted: list[str]) -> None:
    assert [one.kind for one in changes_between(before, after, days=DAYS, lang="en")] == wanted
