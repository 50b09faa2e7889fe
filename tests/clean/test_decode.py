"""Bytes to text: every encoding a French page comes in, declared rightly, wrongly or not at all."""

import pytest

from selon.clean.decode import decode
from selon.errors import Unreadable

_TEXT = (
    "L'élève a déclaré, à l'école du village, que « le cœur de la forêt » était fermé : où aller ? Les bûcherons, eux, "
    "n'ont reçu aucun ordre ; il a été prié d'attendre Noël. Le forfait coûte 12 € et les œufs sont offerts, paraît-il.\n" * 3
)
_DECLARED = {
    "rightly": None,
    "not at all": "",
    "as utf-8": "utf-8",
    "as latin-1": "iso-8859-1",
    "as windows-1252": "windows-1252",
    "as 8859-15": "iso-8859-15",
}


def page(charset: str, declared: str) -> bytes:
    meta = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{meta}</head><body><p>{_TEXT}</p></body></html>".encode(charset, "xmlcharrefreplace")


@pytest.mark.parametrize("declared", _DECLARED.values(), ids=_DECLARED)
@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-15"])
def test_french_page(charset: str, declared: str | None) -> None:
    text, _ = decode(page(charset, charset if declared is None else declared), declared=None, markup=True, where="a.html")
    assert _TEXT.splitlines()[0] in text


def test_a_wrong_declaration_is_said() -> None:
    _, note = decode(page("windows-1252", "utf-8"), declared=None, markup=True, where="a.html")
    assert note is not None
    assert "utf-8" in note
    assert "windows-1252" in note


def test_a_right_declaration_needs_no_note() -> None:
    assert decode(page("windows-1252", "windows-1252"), declared=None, markup=True, where="a.html")[1] is None


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_text(charset: str) -> None:
    assert decode("Une école.".encode(charset), declared=None, markup=False, where="a.txt") == ("Une école.", None)


def test_a_record_keeps_its_first_character() -> None:
    assert decode("\ufeffUne école.".encode(), declared="utf-8", markup=False, where="a.jsonl")[0] == "\ufeffUne école."


def test_few_bytes_are_read_as_they_are_declared() -> None:
    assert decode("café".encode("windows-1252"), declared="windows-1252", markup=False, where="a.txt")[0] == "café"


@pytest.mark.parametrize("content", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 200, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 30])
def test_a_picture_is_no_text(content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"no text"):
        decode(content, declared=None, markup=False, where="a.txt")


def test_a_telex_sign_is_no_binary() -> None:
    assert decode(b"The rain stopped.\n\x03", declared=None, markup=False, where="a.txt")[0].endswith("\x03")
