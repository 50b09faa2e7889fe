"""A limit that is told as what must not be passed is the number itself."""

import pytest

from support.handmade import changes_between

DAYS = ("2031-03-01", "2031-03-02")


@pytest.mark.parametrize(
    ("before", "after", "lang", "kinds"),
    [
        (
            "Les pêcheurs de Brume restent dans un rayon de 100 kilomètres autour de leur port",
            "Les pêcheurs de Brume ne doivent pas s'éloigner de plus de 100 kilomètres de leur port",
            "fr",
            [],
        ),
        (
            "The sailors of Brume may fish within 100 kilometres of their port",
            "The sailors of Brume must not fish more than 100 kilometres from their port",
            "en",
            [],
        ),
        (
            "Les pêcheurs de Brume ont ramé 100 kilomètres autour de leur port",
            "Les pêcheurs de Brume ont ramé plus de 100 kilomètres autour de leur port",
            "fr",
            ["precision_changed"],
        ),
        (  # the negation stands in another clause
            "Les pêcheurs de Brume ont ramé 100 kilomètres autour de leur port",
            "Les pêcheurs de Brume ne dorment pas, ils ont ramé plus de 100 kilomètres autour de leur port",
            "fr",
            ["precision_changed"],
        ),
    ],
)
def test_what_must_not_be_passed(before: str, after: str, lang: str, kinds: list[str]) -> None:
    assert [one.kind for one in changes_between(before, after, days=DAYS, lang=lang)] == kinds
