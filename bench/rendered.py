"""Pages made of the articles of corpora/news_bulk.parquet below SELON_DATA (default ../shared), and what pages are made of.

The words of an article are set into one of the pages of tests/clean/pages, which are built as press sites build theirs, in place of the
invented ones. Around them stands what surrounds an article: menus, lists of other headlines, pictures, drawings, scripts, as many and as
heavy as in the ten pages of gold/blocks/pages on average. `make_up` counts both in one way.
"""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from html import escape
from pathlib import Path
from string import Template

import pyarrow.parquet as pq
from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve()
_WEIGHT = 134_000  # bytes: what the ten pages weigh on average
_MENU_ITEMS, _HEADLINES, _FOOT_ITEMS, _METAS, _SCRIPTS, _BOXES = 72, 24, 56, 64, 38, 99
_SCRIPT_BYTES = 64_000  # of all scripts and drawings
_UNSEEN = ("script", "style", "svg", "noscript", "iframe", "template", "head", "select")
_ITEM = (
    '<li class="menu__item menu__item--level-1 js-menu" data-pos="{0}"><a class="menu__link" href="https://www.site.example/rubrique/{0}/" '
    'data-track="menu|{0}"><span class="menu__label">Rubrique numéro {0}</span></a></li>'
)
_HEADLINE = (
    '<div class="teaser teaser--inline"><div class="teaser__media"><a href="https://www.site.example/a/{0}" aria-hidden="true">'
    '<img class="teaser__img lazyload" data-srcset="https://img.site.example/320/{0}.jpg 320w, https://img.site.example/640/{0}.jpg 640w" '
    'alt=""></a></div><h3 class="teaser__title"><a class="teaser__link" href="https://www.site.example/a/{0}" data-track="teaser|{0}">'
    "Un autre titre de ce journal, le {0}e du jour</a></h3>"
    '<svg viewBox="0 0 24 24"><path d="M{0} 2v20l4 4"/><path d="M2 {0}h20"/></svg></div>'
)
_META = '<meta property="site:part-{0}" content="Une valeur pour les machines, la {0}e">'


@dataclass(frozen=True, slots=True)
class MakeUp:
    """What some pages hold on average."""

    bytes: float
    elements: float  # that may be seen, and below them
    attribute_chars: float  # of these
    unseen: float  # elements of scripts, styles, drawings and the head
    unseen_chars: float

    def __str__(self) -> str:
        """The figures in words."""
        return (
            f"{self.bytes / 1000:.0f} kB on average, {self.elements:.0f} elements with {self.attribute_chars / 1000:.0f} kB of attributes, "
            f"{self.unseen:.0f} elements that nobody sees, {self.unseen_chars / 1000:.0f} kB of them"
        )


def gold() -> Iterator[bytes]:
    """Yield the ten pages of the development data."""
    for path in sorted((SHARED / "gold" / "blocks" / "pages").glob("*.html")):
        yield path.read_bytes()


def rendered(many: int) -> Iterator[bytes]:
    """Yield so many pages, of articles evenly spread over all."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.pages import FAMILIES, PAGES, STOCK

    sources = [(PAGES / f"{family}.html").read_text(encoding="utf-8") for family in FAMILIES]
    sources = [source for source in sources if "$p1" in source and "$p2" in source]  # the others are told in other words
    others = {name: words if name[0] in "nr" else "" for name, words in STOCK.items()}  # two articles share no words of ours
    table = pq.read_table(SHARED / "corpora" / "news_bulk.parquet", columns=["title", "text"])
    step = max(1, table.num_rows // many)
    rows = table.take(list(range(0, min(table.num_rows, step * many), step))).to_pylist()
    for at, row in enumerate(rows):
        first, *more = [escape(line.strip()) for line in row["text"].split("\n") if line.strip()]
        own = {"t": escape(row["title"] or "") or first, "p1": first, "p2": "</p><p>".join(more)}
        yield _furnished(Template(sources[at % len(sources)]).safe_substitute({**others, **own})).encode()


def _furnished(page: str) -> str:
    """A page with what surrounds an article."""
    head = "".join(map(_META.format, range(_METAS)))
    top = f'<nav class="menu" aria-label="Rubriques"><ul class="menu__list">{"".join(map(_ITEM.format, range(_MENU_ITEMS)))}</ul></nav>'
    beside = f'<aside class="related">{"".join(map(_HEADLINE.format, range(_HEADLINES)))}</aside>'
    items = "".join(map(_ITEM.format, range(100, 100 + _FOOT_ITEMS)))
    foot = f'<footer class="footer">{_boxes(_BOXES)}<ul class="footer__list">{items}</ul></footer>'
    page = page.replace("</head>", f"{head}</head>", 1)
    page = re.sub(r"(<body[^>]*>)", lambda body: body.group() + top, page, count=1)
    scripts = _scripts(min(_SCRIPT_BYTES, max(0, _WEIGHT - len((page + beside + foot).encode()))))
    page = page.replace("</body>", f"{beside}{foot}{scripts}</body>", 1)
    return page.replace("</body>", f'<div class="{"u-" * ((_WEIGHT - len(page.encode())) // 2)}end"></div></body>', 1)


def _boxes(many: int) -> str:
    """Boxes in rows, eleven elements each."""
    return ('<div class="row">' + '<div class="col col-6"><div class="slot"></div></div>' * 5 + "</div>") * (many // 11)


def _scripts(size: int) -> str:
    each = size // _SCRIPTS
    line = "window.page=window.page||[];window.page.push({id:7,width:300,height:250,name:'slot'});"
    return "".join(f"<script>{(line * (each // len(line) + 1))[:each]}</script>" for _ in range(_SCRIPTS))


def make_up(pages: Sequence[bytes]) -> MakeUp:
    """What pages hold on average."""
    sums = [sum(figures) / len(pages) for figures in zip(*map(astuple, map(_make_up, pages)), strict=True)]
    return MakeUp(*sums)


def _make_up(page: bytes) -> MakeUp:
    root = etree.fromstring(page, parser=etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True))
    apart = list(root.iter(*_UNSEEN))
    unseen = {element for top in apart for element in top.iter()}
    seen = [element for element in root.iter("*") if element not in unseen]
    written = sum(len(etree.tostring(element, with_tail=False)) for element in apart if element.getparent() not in unseen)
    chars = sum(len(name) + len(value) + 4 for element in seen for name, value in element.items())
    return MakeUp(len(page), len(seen), chars, len(unseen), written)
