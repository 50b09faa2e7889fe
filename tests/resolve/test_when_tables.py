"""Tables of time that are wrong are said to be, and a language without one has no dates."""

import pytest

from selon.errors import TableError
from selon.languages import Language, load
from selon.languages.rows.when import TimeShape, TimeWord
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Span
from selon.resolve import dates
from selon.resolve.when.ranges import RULES

TEXT = "Le 3 mai 2019, la halle a brûlé."
ARTICLE = Article(
    id="a", digest="0" * 16, text_digest="0" * 16, address="a", url=None, outlet=None, title=None, authors=(), lang="xx",
    published=None, text=TEXT, blocks=(Block(span=Span(0, len(TEXT)), kind=BlockKind.PARAGRAPH),), credits=(), links=(),
    metadata=(), degraded=None,
)  # fmt: skip
MAY = TimeWord(kind="month", forms=("mai",), value=5)


def language(*rows: TimeWord | TimeShape) -> Language:
    kinds = (TimeWord, TimeShape)
    return Language("xx", {kind: tuple(row for row in rows if isinstance(row, kind)) for kind in kinds})


def test_a_language_of_three_rows() -> None:
    found = dates(ARTICLE, language(MAY, TimeShape(rule="day", forms=("day month year",))))
    assert [(one.span.of(TEXT), one.earliest) for one in found] == [("3 mai 2019", "2019-05-03")]


def test_a_language_without_tables_has_no_dates() -> None:
    assert dates(ARTICLE, language()) == ()


def test_a_shape_that_asks_for_a_kind_nobody_wrote() -> None:
    with pytest.raises(TableError, match="there is no word of kind 'mouth'"):
        dates(ARTICLE, language(MAY, TimeShape(rule="day", forms=("day mouth",))))


def test_a_shape_with_a_rule_nobody_wrote() -> None:
    with pytest.raises(TableError, match="there is no rule 'dya'"):
        dates(ARTICLE, language(MAY, TimeShape(rule="dya", forms=("day month",))))


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_rule_has_its_shape(code: str) -> None:
    unused = {"fr": {"numeric_either", "recent_one", "unit_named", "part_so_far"}, "en": {"numeric", "unit_same", "lapse", "decade_range"}}
    assert {*RULES} - {row.rule for row in load(code).rows(TimeShape)} <= unused[code]
