"""Days as far as they are known: an end that is open is no day, in no listing and in no sum."""

from dataclasses import replace

import pytest

from selon.model.span import Interval
from selon.show.dated import first_and_last, in_days
from support.handmade import Text


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (("2031-03-14T06:30:00+01:00", "2031-03-14T06:30:00+01:00"), "2031-03-14"),
        (("2031-03-01", "2031-03-31"), "2031-03-01 → 2031-03-31"),
        (("2031-03-14", None), "2031-03-14 → …"),
        ((None, "2031-03-14"), "… → 2031-03-14"),
        ((None, None), "undated"),
    ],
)
def test_a_listing_says_which_days(ends: tuple[str | None, str | None], said: str) -> None:
    assert in_days(Interval(earliest=ends[0], latest=ends[1], source="")) == said


def test_an_open_end_is_neither_the_first_day_nor_the_last() -> None:
    dates = (("2031-03-10", "2031-03-10"), ("2012-01-01", None), (None, "2040-01-01"), ("2031-03-01", "2031-03-31"))
    one = Text("a", "Le bac attend.").read().article
    articles = [replace(one, published=Interval(earliest=first, latest=last, source="")) for first, last in dates]
    assert first_and_last(articles) == ("2031-03-01", "2031-03-31")
    assert first_and_last(articles[1:3]) is None
