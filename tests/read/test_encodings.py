"""Eighteen ways in which a page says its encoding, rightly, wrongly or not at all, in two languages, through the reader of files."""

from pathlib import Path

import pytest

from selon.clean import article
from selon.model.capture import Capture
from selon.read import captures

_TEXTS = {
    "fr": "L'élève a déclaré, à l'école du village, que « le cœur de la forêt » était fermé : où aller ? Les bûcherons, eux, n'ont reçu "
    "aucun ordre ; il a été prié d'attendre Noël. Le forfait coûte 12 € et les œufs sont offerts, paraît-il.",
    "en": "“The ferry won’t sail before noon,” the captain said on Tuesday — the café’s owner, Zoë, agreed. The fare is £12, or €14, and "
    "the naïve traveller’s résumé says nothing of it…",
}
_CHARSETS = ("utf-8", "windows-1252", "iso-8859-15")
_SAID = ("utf-8", "windows-1252", "iso-8859-1", "iso-8859-15", "", "as it is")


def page(lang: str, charset: str, said: str) -> tuple[bytes, str]:
    """A page and the words that its reader must find. What a charset has no sign for is written as a reference, as outlets do."""
    text = _TEXTS[lang]
    meta = f'<meta charset="{charset if said == "as it is" else said}">' if said else ""
    head = f"<!DOCTYPE html><html lang={lang}><head>{meta}<title>x</title></head>"
    body = f"{head}<body><article><p>{text}</p><p>{text}</p></article></body></html>"
    return body.encode(charset, "xmlcharrefreplace"), text


def read(path: Path) -> str:
    (found,) = captures([path])
    assert isinstance(found, Capture)
    return article(found).text


@pytest.mark.parametrize("said", _SAID)
@pytest.mark.parametrize("charset", _CHARSETS)
@pytest.mark.parametrize("lang", _TEXTS)
def test_a_page(tmp_path: Path, lang: str, charset: str, said: str) -> None:
    content, text = page(lang, charset, said)
    (tmp_path / "a.html").write_bytes(content)
    assert read(tmp_path / "a.html").count(text) == 2


@pytest.mark.parametrize("charset", [*_CHARSETS, "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_text_says_nothing_of_its_encoding(tmp_path: Path, name: str, charset: str) -> None:
    text = "".join(char for char in _TEXTS["fr"] if char not in "€œ")
    (tmp_path / name).write_bytes(text.encode(charset))
    assert read(tmp_path / name) == text
