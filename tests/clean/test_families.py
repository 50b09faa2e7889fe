"""Pages built as the families of press sites build theirs: each element that says what it is must be read so, and nothing beside it.

See `support/pages.py` for how the pages are marked.
"""

import pytest

from selon.clean import article
from selon.model.article import Article, BlockKind
from selon.model.capture import Capture
from support.pages import FAMILIES, bare, marked, unmarked

_TELLING = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BLOCKQUOTE)


def read(family: str) -> Article:
    return article(Capture(id=family, address=f"{family}.html", media_type="text/html", content=unmarked(family)))


def blocks(page: Article) -> list[tuple[str, str]]:
    return [(str(block.kind), bare(block.span.of(page.text))) for block in page.blocks]


@pytest.mark.parametrize("family", FAMILIES)
def test_every_marked_element_is_read_as_what_it_is(family: str) -> None:
    found = blocks(read(family))
    assert [wanted for wanted in marked(family) if wanted not in found] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_beside_the_article_is_read_as_its_words(family: str) -> None:
    told = {words for _, words in marked(family)}
    assert [words for kind, words in blocks(read(family)) if kind in _TELLING and words not in told] == []
