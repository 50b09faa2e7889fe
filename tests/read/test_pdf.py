"""PDFs: their paragraphs, whatever the lines of the page; what cannot be read is said."""

import io
from pathlib import Path

import pypdf
import pytest

from selon.clean import article
from selon.clean.pdf.columns import Line
from selon.clean.pdf.paragraphs import paragraphs
from selon.errors import Malformed, Unreadable
from selon.model.article import Article, BlockKind
from selon.model.capture import Capture
from selon.read import captures
from support.pdfs import column, of_drawings, pdf, written

_LINES = [
    "La brume s'est levée mardi sur le port de la ville, et le bac a quitté",
    "le quai à l'aube avec trois cents passagers, a déclaré la capi-",
    "taine Una Brel. La mer était calme.",
    "",
    "Le porte-parole de la mairie a confirmé l'horaire : « Tout est prêt », a-",
    "t-il dit. Selon le porte-",
    "parole, la pluie cessera.",
]
_PARAGRAPHS = [
    "La brume s'est levée mardi sur le port de la ville, et le bac a quitté le quai à l'aube avec trois cents passagers, a déclaré la "
    "capitaine Una Brel. La mer était calme.",
    "Le porte-parole de la mairie a confirmé l'horaire : « Tout est prêt », a-t-il dit. Selon le porte-parole, la pluie cessera.",
]
_INFO = "/Title (Le bac) /Author (Una Brel) /CreationDate (D:20210503081112+02'00')"


def read(content: bytes) -> Article:
    return article(Capture(id="a", address="a.pdf", media_type="application/pdf", content=content))


def texts(found: Article, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.span.of(found.text).strip() for block in found.blocks if block.kind is kind]


def test_lines_become_paragraphs_and_parted_words_are_put_together() -> None:
    found = read(pdf([[(70, 760, 22, "Le bac a quitté le port"), *column(_LINES)]], info=_INFO))
    assert texts(found) == _PARAGRAPHS
    assert texts(found, BlockKind.TITLE) == ["Le bac a quitté le port"]
    assert "".join(block.span.of(found.text) for block in found.blocks) == found.text
    assert found.degraded is None


def test_what_the_file_says_of_itself_is_a_candidate_and_no_day_of_publication() -> None:
    found = read(pdf([column(_LINES)], info=_INFO))
    said = {(one.field, one.value): one.where for one in found.metadata}
    assert said["title", "Le bac"] == "PDF Title"
    assert said["author", "Una Brel"] == "PDF Author"
    assert said["made", "2021-05-03T08:11:12+02:00"] == "PDF CreationDate"
    assert found.published is None


@pytest.mark.parametrize("title", ["Microsoft Word - note.docx", "untitled", "bac_v2.indd"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert not [one for one in read(pdf([column(_LINES)], info=f"/Title ({title})")).metadata if one.value == title]


def test_an_indent_begins_a_paragraph() -> None:
    lines = [
        (82.0 if at in (0, 3) else 70.0, 700 - 12 * at, 10.0, f"Ligne numéro {at}, qui dit que la mer est calme et le bac parti")
        for at in range(6)
    ]
    assert len(texts(read(pdf([lines])))) == 2


def test_columns_are_read_one_after_the_other_and_a_sentence_goes_on_in_the_next() -> None:
    left = [f"La colonne de gauche tient sa ligne {at} et puis" for at in range(10)]
    right = [f"la colonne de droite tient sa ligne {at} et puis" for at in range(10)]
    in_order = column(left, x=60) + column(right, x=320)
    across = [one for pair in zip(column(left, x=60), column(right, x=320), strict=True) for one in pair]
    assert texts(read(pdf([in_order]))) == [" ".join(left + right)]
    assert read(pdf([in_order])).degraded is None
    found = read(pdf([across]))
    assert texts(found) == [" ".join(left + right)]
    assert found.degraded == "the columns of page 1 were put in order by their places"


def test_what_every_page_repeats_is_set_aside_and_paragraphs_go_on_over_pages() -> None:
    words = ["La mer est calme, dit", "la capitaine, et le bac", "partira demain sans que", "personne ne l'attende."]
    pages = [[(70, 800, 8, f"Le Phare, page {at}"), (70, 700, 10, line)] for at, line in enumerate(words)]
    found = read(pdf(pages))
    assert texts(found) == [" ".join(words)]
    assert texts(found, BlockKind.DEBRIS) == [f"Le Phare, page {at}" for at in range(4)]


def test_a_page_that_cannot_be_read_is_said_and_the_others_are_read() -> None:
    drawings = [
        b"BT /F1 10 Tf 70 700 Td (Le bac est parti mardi, a dit la capitaine Una Brel.) Tj ET",
        b"BT [[[ (((",
        b"%" + b"x" * 5_000_000,
    ]
    found = read(of_drawings(drawings))
    assert "Una Brel" in found.text
    assert "page 3 draws more than is read" in (found.degraded or "")


def test_ligatures_and_composed_accents() -> None:
    (one,) = paragraphs([Line(text="la ﬁn de l'e\u0301te\u0301", x=0, y=0, size=10, page=0)])
    assert one.text == "la fin de l'été"


def encrypted(content: bytes, password: str, folder: Path) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(content)))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    writer.write(folder / "locked.pdf")
    return (folder / "locked.pdf").read_bytes()


def test_a_locked_pdf_is_said_and_one_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="locked with a password"):
        read(encrypted(pdf([column(_LINES)]), "secret", tmp_path))
    assert texts(read(encrypted(pdf([column(_LINES)]), "", tmp_path))) == _PARAGRAPHS


def test_pages_of_pictures_are_said() -> None:
    with pytest.raises(Unreadable, match="no text, only pictures") as said:
        read(of_drawings([b"0 0 100 100 re f"]))
    assert "OCR" in said.value.fix


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"x" * 5_000, written([b"<< >>"] * 4), pdf([column(_LINES)])[:500]])
def test_a_broken_pdf_is_said(content: bytes) -> None:
    with pytest.raises((Malformed, Unreadable)):
        read(content)


def test_a_pdf_is_told_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(pdf([column(_LINES)]))
    (found,) = captures([tmp_path / "note.txt"])
    assert isinstance(found, Capture)
    assert found.media_type == "application/pdf"
