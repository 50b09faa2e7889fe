"""Dates known in part, and dates that no calendar has: an interval of days, or none; never a run that stops."""

import pytest

from selon.clean.days import interval
from selon.model.capture import Capture, Declared
from selon.pipeline import joined, per_article

_TEXT = "Le pont de Lorvan ferme demain, a dit mardi le maire Ivo Talmar. Il a plu lundi."


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2021", "2021", ("2021-01-01", "2021-12-31")),
        ("2020-02", "2020-02", ("2020-02-01", "2020-02-29")),
        (" 2021-05-03 ", None, ("2021-05-03", None)),
        (None, "2021-04", (None, "2021-04-30")),
        ("2021-05-03", "2021-05-01", None),
        ("0000", "0000", None),
        ("2021-13", "2021-13", None),
        ("0001-01-01T00:00:00+14:00", None, None),
        ("9999-12-31T23:59:59-12:00", None, None),
        ("Mon, 03 May 2021 08:11:12 +9999", None, None),
        ("٢٠٢١", "٢٠٢١", None),
        ("hier", "2021", None),
        (None, None, None),
    ],
)
def test_interval(first: str | None, last: str | None, days: tuple[str | None, str | None] | None) -> None:
    found = interval(first, last, "")
    assert (found and (found.earliest, found.latest)) == days


@pytest.mark.parametrize(
    "date", ["2021", "2021-05", "0000-00-00", "0001-01-01", "9999-12-31", "12345-01-01", "2021-00", "²²²²", "9" * 5_000]
)
def test_no_declared_date_stops_a_run(date: str) -> None:
    for declared in (Declared(lang="fr", date=date), Declared(lang="fr", published_from=date, published_to="2021")):
        read = per_article(Capture(id="a", address="a", media_type="text/plain", content=_TEXT.encode(), declared=declared))
        assert read.attributions
        assert joined([read]).readings


@pytest.mark.parametrize(
    "words",
    [
        "9" * 6_000,
        "2021-05-" + "9" * 5_000,
        "²²²²/²²/²²",
        "31/12/9999",
        "9999-12-31",
        "0001-01-01",
        "12 ²²² ²²²",
        "vers " + "1" * 5_000 + " heures",
    ],
)
def test_no_number_of_a_text_stops_a_run(words: str) -> None:
    texts = (_TEXT + f" Il y avait {words} personnes, selon la préfète Ada Bry.{more}" for more in ("", " La pluie aussi."))
    captures = [
        Capture(id=str(at), address=str(at), media_type="text/plain", content=text.encode(), declared=Declared(lang="fr"))
        for at, text in enumerate(texts)
    ]
    assert len(joined([per_article(one) for one in captures]).readings) == 2
