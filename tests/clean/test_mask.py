"""The mask: another extractor's opinion counts where ours is in doubt, and never alone."""

import sys

import pytest

from selon.clean import article
from selon.clean.with_trafilatura import kept_words
from selon.errors import UsageError
from selon.model.article import Article, BlockKind
from selon.model.capture import Capture

_PROSE = (
    "Le bac de Saint-Ormel a repris son service lundi, après trois semaines de réparation dans le bassin du chantier voisin.",
    "La traversée dure onze minutes, et la capitainerie attend quarante mille passagers pendant la saison qui commence.",
    "Les horaires restent ceux de l'an dernier, a précisé la directrice du port, qui n'exclut pas un second départ le soir.",
)
_DOUBTED = "Lecteurs, connectez vos appareils avant le départ."  # words of accounts, in the middle of the article


def page(*, mask: bool) -> Article:
    body = f"<h1>Le bac repart</h1><p>{_PROSE[0]}</p><p>{_DOUBTED}</p><p>{_PROSE[1]}</p><p>{_PROSE[2]}</p>"
    content = f"<html><body><article>{body}</article></body></html>".encode()
    return article(Capture(id="bac", address="bac.html", media_type="text/html", content=content), mask=mask)


def paragraphs(found: Article) -> list[str]:
    return [block.span.of(found.text).strip() for block in found.blocks if block.kind is BlockKind.PARAGRAPH]


def test_both_must_be_against_a_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    monkeypatch.setattr("selon.clean.with_trafilatura.kept_words", lambda page, *, where: lambda line: False)
    assert paragraphs(page(mask=True)) == list(_PROSE)  # it drops all; of the rest nothing is doubted
    monkeypatch.setattr("selon.clean.with_trafilatura.kept_words", lambda page, *, where: lambda line: True)
    assert _DOUBTED in paragraphs(page(mask=True))


def test_the_text_and_its_blocks_stay() -> None:
    pytest.importorskip("trafilatura")
    off, on = page(mask=False), page(mask=True)
    assert off.text == on.text
    assert [block.span for block in off.blocks] == [block.span for block in on.blocks]


def test_what_trafilatura_keeps_is_compared_by_words() -> None:
    pytest.importorskip("trafilatura")
    said = f"<html><body><article><h1>Le bac repart</h1><p>{'</p><p>'.join(_PROSE)}</p></article></body></html>"
    keeps = kept_words(said, where="bac.html")
    assert keeps
    assert keeps(_PROSE[1].upper())
    assert not keeps("Le phare est éteint.")


def test_no_opinion_of_an_empty_or_a_huge_page() -> None:
    pytest.importorskip("trafilatura")
    assert kept_words("<html><body><p>Rien.</p></body></html>", where="a.html") is None
    assert kept_words("<p>" * 60_000, where="a.html") is None


def test_without_trafilatura_the_call_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UsageError, match=r"selon\[mask\]"):
        kept_words("<html></html>", where="a.html")
