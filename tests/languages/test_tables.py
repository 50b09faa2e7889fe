"""A wrong table is said in words, with file, row and what to do."""

from pathlib import Path

import pytest

from selon import languages
from selon.errors import TableError

GOOD = """[[profile]]
name = "Test"
function_words = ["la"]
abbreviations = []
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A languages folder with one language, "xx"."""
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "language.toml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(languages, "files", lambda _: tmp_path)
    for function in (languages.folders, languages.codes, languages.load):
        function.cache_clear()
    yield tmp_path
    for function in (languages.folders, languages.codes, languages.load):
        function.cache_clear()


def test_a_language_with_its_first_table_only(folder: Path) -> None:
    assert languages.codes() == ("xx",)
    assert languages.load("xx").code == "xx"


@pytest.mark.parametrize(
    ("text", "what", "fix"),
    [
        (GOOD + "[[profil]]\nname = 'x'\n", "unknown kind of row 'profil'", "one of: profile"),
        (GOOD.replace("name", "nom"), "unknown column 'nom'", "one of:"),
        (GOOD.replace("abbreviations = []\n", ""), "the column 'abbreviations' is missing", "needed:"),
        (GOOD.replace('["la"]', '"la"'), "Expected `array`", "see languages/rows"),
        ("[[profile\n", "this is not TOML", "mend the line"),
    ],
)
def test_a_wrong_table(folder: Path, text: str, what: str, fix: str) -> None:
    (folder / "xx" / "language.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as error:
        languages.load("xx")
    assert what in error.value.what
    assert fix in error.value.fix
    assert "languages/xx/language.toml" in error.value.where


def test_no_such_language(folder: Path) -> None:
    with pytest.raises(TableError, match="no language 'yy'"):
        languages.load("yy")
