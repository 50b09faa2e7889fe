"""Whom an article addresses by one name, and names in full where nothing else tells that it is a person's name."""

import pytest

from selon.clean import article
from selon.model.capture import Capture, Declared
from selon.pipeline import of_article


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fr", "M. Otarig a dit que le bac coule. C'est ainsi qu'Ejiru Otarig a ouvert la digue.", "Ejiru Otarig"),
        ("fr", "M. Ejiru a dit que le bac coule. C'est ainsi qu'Ejiru Otarig a ouvert la digue.", "Ejiru Otarig"),
        ("en", "Mr Otarig said the ferry sank. That is how Ejiru Otarig opened the dyke.", "Ejiru Otarig"),
        ("fr", "M. Otarig a dit que le bac coule. C'est ainsi qu'Ejiru Otarig et qu'Olisu Otarig ont ouvert la digue.", "Otarig"),
        ("fr", "M. Otarig a dit que le bac coule. C'est ainsi que l'Otarig Burnout Inventory a commencé.", "Otarig"),
        ("en", "Mr Otarig said the ferry sank. That is how Otarig Holdings opened the dyke.", "Otarig"),
        ("fr", "M. Otarig a dit que le bac coule. C'est ainsi qu'Ejiru Valdor a ouvert la digue.", "Otarig"),
    ],
)
def test_whoever_is_addressed_has_the_only_full_name_that_may_be_his(lang: str, text: str, name: str) -> None:
    one = Capture(id="a", address="a", media_type="text/plain", content=text.encode(), charset="utf-8", declared=Declared(lang=lang))
    first = of_article(article(one)).resolutions[0]
    assert first.claimant is not None
    assert first.claimant.name == name
