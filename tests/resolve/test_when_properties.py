"""What holds of any text, made of words that name times and of others."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages import codes, load
from selon.languages.rows.when import TimeShape, TimeWord
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Interval, Span
from selon.resolve import dates, published
from selon.resolve.when import tokens
from selon.resolve.when.pieces import plain
from selon.resolve.when.ranges import RULES
from selon.show.edtf import edtf

OTHERS = (
    "2019", "1984", "31", "1er", "3", "XIXe", "1990s", "2020-02-29", "12/05/2018", ",", ".", "«", "a dit", "will", "sera", "said", "\n",
    "Mars", "Mai",
)  # fmt: skip
CODES = codes()
WORDS = {code: [*sorted({form for row in load(code).rows(TimeWord) for form in row.forms}), *OTHERS] for code in CODES}
DAYS = st.dates(min_value=date(1960, 1, 1), max_value=date(2060, 12, 31)).map(date.isoformat)


def article(text: str, lang: str, day: str | None) -> Article:
    interval = Interval(earliest=day, latest=day, source="the test") if day else None
    return Article(
        id="a", digest="0" * 16, text_digest="0" * 16, address="a", url=None, outlet=None, title=None, authors=(), lang=lang,
        published=interval, text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),), credits=(), links=(),
        metadata=(), degraded=None,
    )  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@given(data=st.data(), day=st.none() | DAYS)
def test_spans_stand_inside_in_order_and_ends_are_ordered(code: str, data: st.DataObject, day: str | None) -> None:
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[code]), min_size=1, max_size=25)))
    one = article(text, code, day)
    found = dates(one, load(code))
    assert [expression.span for expression in found] == sorted(expression.span for expression in found)
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for expression in found:
        assert expression.span.end <= len(text)
        assert expression.span.of(text).strip() == expression.span.of(text)
        if expression.earliest and expression.latest:
            assert date.fromisoformat(expression.earliest) <= date.fromisoformat(expression.latest)
        assert day is None or expression.earliest or expression.latest
        assert not edtf(expression).startswith("2000-") or "2000" in (expression.earliest or "") + (expression.latest or "")
    interval = published(one, found)
    assert (interval == one.published) if day else (interval is None or interval.latest is None)


@given(st.text(max_size=200), st.sampled_from(CODES))
def test_any_text_can_be_read(text: str, code: str) -> None:
    assert len(plain(text)) == len(text)
    if text:
        dates(article(text, code, "2021-06-17"), load(code))


@given(st.text(max_size=200))
def test_pieces_tile_the_text(text: str) -> None:
    assert "".join(tokens.pieces(plain(text))) == plain(text)


@pytest.mark.parametrize("code", CODES)
def test_every_shape_has_its_rule(code: str) -> None:
    assert {row.rule for row in load(code).rows(TimeShape)} <= {*RULES, "none"}
