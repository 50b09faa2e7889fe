"""The pages of `tests/clean/pages`: built as the families of press sites build theirs, with invented words.

`data-is` on an element names the kind of the block that its words must make; what carries no such mark stands outside the article.
`$name` stands for a passage of `stock.toml`.
"""

import re
import tomllib
from pathlib import Path
from string import Template

from lxml import etree

PAGES = Path(__file__).parent.parent / "clean" / "pages"
STOCK = tomllib.loads((PAGES / "stock.toml").read_text(encoding="utf-8"))
FAMILIES = sorted(path.stem for path in PAGES.glob("*.html"))


def source(family: str) -> str:
    """A page with its words and its marks."""
    return Template((PAGES / f"{family}.html").read_text(encoding="utf-8")).safe_substitute(STOCK)


def unmarked(family: str) -> bytes:
    """The page as a site would send it."""
    return re.sub(r'\sdata-is="\w+"', "", source(family)).encode()


def marked(family: str) -> list[tuple[str, str]]:
    """The kinds that the page's own marks give, with the words that they stand on."""
    root = etree.fromstring(source(family).encode(), parser=etree.HTMLParser(encoding="utf-8"))
    return [(element.get("data-is", ""), bare("".join(element.itertext()))) for element in root.iter() if element.get("data-is")]


def bare(words: str) -> str:
    """Words alone, in lower case."""
    return re.sub(r"[\W_]+", " ", words).strip().lower()
