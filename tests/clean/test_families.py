"""Pages built as the families of press sites build theirs, with invented words: each element that says what it is must be read so.

In `pages/`, `data-is` on an element names the kind of the block that its words must make; what carries no such mark stands outside the
article, and none of it may become a paragraph, a heading or a quotation. `$name` stands for a passage of `stock.toml`.
"""

import re
import tomllib
from pathlib import Path
from string import Template

import pytest
from lxml import etree

from selon.clean import article
from selon.model.article import Article, BlockKind
from selon.model.capture import Capture

PAGES = Path(__file__).parent / "pages"
STOCK = tomllib.loads((PAGES / "stock.toml").read_text(encoding="utf-8"))
FAMILIES = sorted(path.stem for path in PAGES.glob("*.html"))
_TELLING = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BLOCKQUOTE)


def _source(family: str) -> str:
    return Template((PAGES / f"{family}.html").read_text(encoding="utf-8")).safe_substitute(STOCK)


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words).strip().lower()


def _marked(source: str) -> list[tuple[str, str]]:
    """The kinds that the page's own marks give, with the words that they stand on."""
    root = etree.fromstring(source.encode(), parser=etree.HTMLParser(encoding="utf-8"))
    return [(element.get("data-is", ""), _bare("".join(element.itertext()))) for element in root.iter() if element.get("data-is")]


def _read(family: str) -> Article:
    content = re.sub(r'\sdata-is="\w+"', "", _source(family)).encode()
    return article(Capture(id=family, address=f"{family}.html", media_type="text/html", content=content))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_marked_element_is_read_as_what_it_is(family: str) -> None:
    page = _read(family)
    blocks = [(str(block.kind), _bare(block.span.of(page.text))) for block in page.blocks]
    missed = [wanted for wanted in _marked(_source(family)) if wanted not in blocks]
    assert missed == []


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_beside_the_article_is_read_as_its_words(family: str) -> None:
    page, marked = _read(family), _marked(_source(family))
    told = {words for _, words in marked}
    leaked = [
        block.span.of(page.text).strip() for block in page.blocks if block.kind in _TELLING and _bare(block.span.of(page.text)) not in told
    ]
    assert leaked == []
