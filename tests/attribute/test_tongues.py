"""The language of a quotation is told where its words tell it, and nowhere else."""

import pytest

from selon.attribute.tongues import tongue
from selon.languages import load
from selon.model.article import Article, Block, BlockKind
from selon.model.span import Span


def told(text: str, lang: str = "fr") -> str | None:
    article = Article(
        id="a", digest="0" * 16, text_digest="0" * 16, address="a", url=None, outlet=None, title=None, authors=(), lang=lang,
        published=None, text=text, blocks=(Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),), credits=(), links=(), metadata=(),
        degraded=None,
    )  # fmt: skip
    return tongue(article, (Span(0, len(text)),), load(lang))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nous avons fermé la porte parce que la mer montait", "fr"),
        ("The gate was closed at night and nobody told us about it", "en"),
        ("Die Schleuse war in der Nacht geschlossen, und niemand hat es uns gesagt", "de"),
        ("La compuerta estaba cerrada por la noche y nadie nos lo dijo", "es"),
        ("Oui", None),
        ("Port-Elvane, Sarnhold, Ormelle", None),
    ],
)
def test_a_direct_quotation(text: str, code: str | None) -> None:
    assert told(text) == code
