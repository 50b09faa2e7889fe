"""Numbers that each of two texts tells as of its own day are two; one that both tell of one day is one, told roughly by one of them."""

import pytest

from support.handmade import changes_between

DAYS = ("2031-03-01", "2031-03-03")


@pytest.mark.parametrize(
    ("before", "after", "lang", "days", "wanted"),
    [
        (
            "The salt bank of Brume put its shortage of salt today at 400 crates for the quay and the market",
            "The salt bank of Brume has met a shortage today of about 400 crates of salt for the quay and the market",
            "en",
            DAYS,
            [],
        ),
        (  # one day
            "The salt bank of Brume put its shortage of salt today at 400 crates for the quay and the market",
            "The salt bank of Brume has met a shortage today of about 400 crates of salt for the quay and the market",
            "en",
            (DAYS[0], DAYS[0]),
            ["precision_changed"],
        ),
        (  # one of the two tells no day
            "The salt bank of Brume put its shortage of salt at 400 crates for the quay and the market",
            "The salt bank of Brume has met a shortage today of about 400 crates of salt for the quay and the market",
            "en",
            DAYS,
            ["precision_changed"],
        ),
        (  # so many figures that it is one number
            "The salt bank of Brume put its shortage of salt today at 417 crates for the quay and the market",
            "The salt bank of Brume has met a shortage today of about 417 crates of salt for the quay and the market",
            "en",
            DAYS,
            ["precision_changed"],
        ),
        (
            "La banque du sel de Brume a fixé aujourd'hui à 400 caisses le besoin de sel du quai et du marché",
            "La banque du sel de Brume a fixé aujourd'hui à près de 400 caisses le besoin de sel du quai et du marché",
            "fr",
            DAYS,
            [],
        ),
        (
            "La banque du sel de Brume a fixé à 400 caisses le besoin de sel du quai et du marché",
            "La banque du sel de Brume a fixé aujourd'hui à près de 400 caisses le besoin de sel du quai et du marché",
            "fr",
            DAYS,
            ["precision_changed"],
        ),
    ],
)
def test_a_number_of_the_day(before: str, after: str, lang: str, days: tuple[str, str], wanted: list[str]) -> None:
    assert [one.kind for one in changes_between(before, after, days=days, lang=lang)] == wanted
