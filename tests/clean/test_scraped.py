"""The pages of `pages/` as a scraper that keeps no mark-up leaves them: no paragraph of the article is lost, and comments stay outside."""

import re

import pytest
from lxml import etree

from selon.clean import article
from selon.model.article import Article, BlockKind
from selon.model.capture import Capture
from support.pages import FAMILIES, STOCK, bare, marked, source

_BREAKING = """
    address article aside blockquote br button dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr label li
    main nav ol p pre section summary table td th tr ul
"""
_BREAKS = frozenset(_BREAKING.split())
_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "head", "title", "meta", "link"))
_PROSE_CHARS = 100
COMMENTS = ("conservative_daily", "wordpress_classic", "blogger", "spip")  # their readers' comments can be told without mark-up


def scraped(family: str) -> Article:
    """A page without its tags, a line a box."""
    root = etree.fromstring(source(family).encode(), parser=etree.HTMLParser(encoding="utf-8"))
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        breaks = element.tag in _BREAKS or "-" in str(element.tag) or element.get("data-is")
        unseen = element.tag in _UNSEEN
        said = (None if unseen else element.text) if event == "start" else element.tail
        pieces.append(f"\n{said or ''}" if breaks else said or "")
    text = re.sub(r"\s*\n\s*", "\n", "".join(pieces)).strip() + "\n"
    return article(Capture(id=family, address=f"{family}.txt", media_type="text/plain", content=text.encode()))


@pytest.mark.parametrize("family", FAMILIES)
def test_no_paragraph_is_lost(family: str) -> None:
    text = scraped(family)
    told = " ".join(bare(block.span.of(text.text)) for block in text.blocks if block.kind is BlockKind.PARAGRAPH)
    wanted = [words for kind, words in marked(family) if kind == "paragraph" and len(words) > _PROSE_CHARS]
    assert [words for words in wanted if words not in told] == []


_ABOVE = pytest.mark.xfail(strict=True, reason="sentences of a caption or of a sidebar stand above the headline")


@pytest.mark.parametrize(
    "family", [pytest.param(one, marks=_ABOVE) if one in ("public_radio", "sidebar_first") else one for one in FAMILIES]
)
def test_the_headline_is_found(family: str) -> None:
    titles = [words for kind, words in marked(family) if kind == "title"]
    found = scraped(family).title
    assert found is not None
    assert titles[0] in bare(found)


@pytest.mark.parametrize("family", COMMENTS)
def test_comments_stay_outside(family: str) -> None:
    text = scraped(family)
    told = [bare(block.span.of(text.text)) for block in text.blocks if block.kind is BlockKind.PARAGRAPH]
    invented = [bare(words) for words in STOCK.values()]
    assert [words for words in told if len(words) > _PROSE_CHARS and not any(passage in words for passage in invented)] == []
