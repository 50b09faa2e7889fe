"""Input that was made, or happened, to break readers: it is read in time that grows with its size, and what a limit takes is said."""

import pytest

from selon.clean import article
from selon.clean.html import MAX_BLOCKS
from selon.errors import LimitExceeded
from selon.model.article import Article
from selon.model.capture import Capture

_PROSE = "La fête du potiron a réuni dimanche plus de trois cents personnes sur la place du marché, malgré la pluie du matin. "


def read(text: str, media_type: str) -> Article:
    return article(Capture(id="a", address="a", media_type=media_type, content=text.encode()))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" + "mot<br>" * 20_000 + "</div>",
        "<div>" + "mot<br><br>" * 3_000 + "</div>",
        "<a href='x'>mot</a>" * 20_000,
        "<p>" + "mot " * 100_000,
        "<p>" + "a : b " * 20_000,
        f"<div class='{'a b c ' * 100_000}'><p>{_PROSE}</p></div>",
        "<p>" + f"<span>{_PROSE}</span>" * 1_000,
        f"<p>{_PROSE}</p>&#0;&#xD800;<p>\x00\x01</p>",
        "<b>" * 1_500 + _PROSE,
    ],
    ids=["breaks", "double breaks", "links", "one line", "colons", "class names", "boxes", "characters", "open marks"],
)
def test_pages(page: str) -> None:
    found = read(page, "text/html")
    assert "".join(block.span.of(found.text) for block in found.blocks) == found.text


@pytest.mark.parametrize("media_type", ["text/plain", "text/markdown"])
@pytest.mark.parametrize(
    "text",
    [
        "Lire aussi : a. " * 3_000,
        "Oui.  " * 20_000,
        "photo: " * 20_000,
        "(" * 50_000,
        "[a](" * 20_000,
        "— a (@b) " * 5_000,
        "a\n \n" * 2_000,
        " " * 200_000 + "x",
        "mot " * 20_000 + "();",
        "{" * 50_000 + "a",
        "a,b " * 20_000 + "{",
        "f('" + "b" * 100_000 + "{}",
    ],
    ids=[
        "headlines",
        "lost breaks",
        "labels",
        "brackets",
        "links",
        "posts",
        "lines",
        "spaces",
        "calls",
        "braces",
        "selectors",
        "open call",
    ],
)
def test_texts(text: str, media_type: str) -> None:
    found = read(text, media_type)
    assert found.text == text
    assert "".join(block.span.of(text) for block in found.blocks) == text


def test_more_blocks_than_any_article_has() -> None:
    found = read(f"<p>{_PROSE}</p>" + "<p>x</p>" * (MAX_BLOCKS + 10), "text/html")
    assert found.degraded is not None
    assert len(found.blocks) <= MAX_BLOCKS + 1


def test_nothing_within_the_limits() -> None:
    with pytest.raises(LimitExceeded, match="nothing could be read"):
        read("<div>" * 20_000 + f"<p>{_PROSE}</p>", "text/html")
