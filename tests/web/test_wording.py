"""Every message of pages and pictures has its French, with the same values in it; French spaces are set."""

import re
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import selon.show
import selon.web
from selon.show.exports.tables import TABLES
from selon.show.wording import TERMS, wording

WEB, SHOW = Path(selon.web.__file__).parent, Path(selon.show.__file__).parent
PO = SHOW / "wording" / "fr.po"
KEYWORDS = {"_": None, "say": None, "ngettext": (1, 2), "plural": (1, 2)}
VALUE = re.compile(r"%\((\w+)\)s")


def messages() -> set[str]:
    found = set()
    for folder, methods in (
        (WEB, [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]),
        (SHOW, [("**.py", "python"), ("**.html", "jinja2.ext.babel_extract")]),
    ):
        for _, _, message, _, _ in extract_from_dir(str(folder), method_map=methods, keywords=KEYWORDS):
            found.add(message if isinstance(message, str) else message[0])
    return found


def test_every_message_has_its_french() -> None:
    with PO.open("rb") as file:
        known = {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(file) if one.id}
    assert messages() - known == set()


def test_values_are_the_same_in_both_languages() -> None:
    with PO.open("rb") as file:
        for one in read_po(file):
            ids, words = ([part] if isinstance(part, str) else list(part) for part in (one.id, one.string))
            if one.id:
                assert set(VALUE.findall(words[-1])) == set(VALUE.findall(ids[-1])), one.id
                assert all(set(VALUE.findall(word)) <= set(VALUE.findall(ids[-1])) for word in words), one.id


def test_french_spaces() -> None:
    fr = wording("fr")
    assert fr.say("Who said what?  ( / )").startswith("Qui a dit quoi\u202f?")
    assert fr.say("Possibly the same, on one name alone:").endswith("\u00a0:")
    assert fr.number(12000) == "12\u202f000"


def test_dates_and_plurals() -> None:
    fr, en = wording("fr"), wording("en")
    assert fr.between("2031-03-01", "2031-03-15") == "1–15 mars 2031"
    assert fr.day("2031-03-01T10:00:00+01:00") == "1er mars 2031"
    assert en.between(None, "2031-03-15") == "by 15 March 2031"
    assert en.between(None, None) == "undated" and fr.between(None, None) == "non daté"
    assert fr.plural("%(n)s node", "%(n)s nodes", 0, n=0) == fr.plural("%(n)s node", "%(n)s nodes", 1, n=0).replace("1", "0")


def test_every_kind_has_a_name_and_no_two_changes_one_colour_alone() -> None:
    for kinds in TERMS.values():
        for term in kinds.values():
            assert term.words
            assert not term.meaning or term.sign, "a colour never stands alone"


def test_every_table_of_an_export_has_a_name() -> None:
    assert set(TERMS["table"]) == set(TABLES)
