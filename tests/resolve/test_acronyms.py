"""Acronyms, and what articles give them for; firms with and without their legal form."""

import pytest

from selon.clean import article
from selon.languages import load
from selon.model.capture import Capture, Declared
from selon.pipeline import of_article
from selon.resolve import across
from selon.resolve.acronyms import acronyms
from selon.resolve.firms import without_legal_form
from selon.resolve.lexicon import lexicon
from selon.resolve.nodes import nodes


@pytest.mark.parametrize(
    ("lang", "text", "given"),
    [
        ("fr", "La Ligue des pêcheurs de Valdor (LPV) proteste.", {"LPV": "Ligue des pêcheurs de Valdor"}),
        ("fr", "Le CNM (Comité norrois des marées) proteste.", {"CNM": "Comité norrois des marées"}),
        ("fr", "L'Observatoire norrois des droits de l'homme (ONDH) compte.", {"ONDH": "Observatoire norrois des droits de l'homme"}),
        ("en", "Norr Coast Airlines Inc <NCA> said.", {"NCA": "Norr Coast Airlines Inc"}),
        ("en", "The Department of Tides (DOT) said.", {"DOT": "Department of Tides"}),
        ("fr", "Ida Corvin (PNR), maire de Valdor, proteste.", {}),
        ("fr", "Le maire de Valdor (CNM) proteste.", {}),
        ("fr", "La régie (BM) proteste.", {}),
        ("en", "The harbour (NCA) is closed.", {}),
        ("fr", f"{'de ' * 30}(XDDDDDDDDD)", {}),  # may be spelt in millions of ways but for its first letter
    ],
)
def test_brackets_give_the_name_whose_letters_an_acronym_has(lang: str, text: str, given: dict[str, str]) -> None:
    assert acronyms(text, lexicon(load(lang))) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Norr Coast Airlines flies. NCA said so.", {"NCA": "Norr Coast Airlines"}),
        ("The Department of Tides rules. DOT said so.", {}),  # nobody asks for it
        ("Norr Coast Airlines and Norr City Airlines fly. NCA said so.", {}),
        ("The new coast airlines fly. NCA said so.", {}),
    ],
)
def test_one_that_speaks_needs_no_brackets(text: str, given: dict[str, str]) -> None:
    assert acronyms(text, lexicon(load("en")), ["NCA"]) == given


def ids(*texts: tuple[str, str]) -> list[list[str]]:
    """The ids of the claimants of each text, given with its day, as all are read together."""
    told = []
    for number, (day, text) in enumerate(texts):
        declared = Declared(outlet=f"Gazette {number}", lang="en", date=day)
        one = Capture(
            id=str(number), address=str(number), media_type="text/plain", content=text.encode(), charset="utf-8", declared=declared
        )
        told.append(of_article(article(one)))
    return [[one.claimant.id for one in reading.resolutions if one.claimant] for reading in across(told)]


FULL = ("2019-05-02", "The Norr Tide Board (NTB) said the lock is open. NTB said the quay is closed.")


def test_an_acronym_is_its_name_in_one_article_and_in_those_of_its_month() -> None:
    (full, short), (near,), (far,) = ids(FULL, ("2019-05-09", "NTB said the ferry left."), ("2021-05-09", "NTB said the ferry left."))
    assert full == short == near != far


def test_what_several_articles_give_holds_at_any_time() -> None:
    (full, _), (again, _), (far,) = ids(FULL, FULL, ("2021-05-09", "NTB said the ferry left."))
    assert full == again == far


def test_an_acronym_of_two_names_stands_for_neither_elsewhere() -> None:
    other = ("2019-05-03", "The Northern Trade Bank (NTB) said the rate is high. NTB said it is low.")
    (tides, own), (bank, its), (open_,) = ids(FULL, other, ("2019-05-09", "NTB said the ferry left."))
    assert tides == own
    assert bank == its
    assert len({tides, bank, open_}) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Valdor Motors Inc", "Valdor Motors", True),
        ("Valdor Motors Inc", "Valdor Airlines", False),
        ("Valdor Motors Inc", "Valdor Motors AG", False),
    ],
)
def test_a_firm_is_one_with_and_without_its_legal_form(one: str, other: str, same: bool) -> None:
    (first,), (second,) = ids(("2019-05-02", f"{one} said the lock is open."), ("2019-05-03", f"{other} said the lock is open."))
    assert (first == second) is same


@pytest.mark.parametrize(("behind", "has_form"), [("the lock is open", False), ("the tesmar gate is open", True)])
def test_a_word_that_is_one_without_the_firm_is_no_name_of_it(behind: str, has_form: bool) -> None:
    text = f"Tesmar Corp said {behind}."
    one = Capture(id="a", address="a", media_type="text/plain", content=text.encode(), charset="utf-8", declared=Declared(lang="en"))
    (node,) = nodes(of_article(article(one)))
    assert node.key is not None
    assert node.key.endswith("(corp)") is has_form


@pytest.mark.parametrize(
    ("name", "bare"), [("Valdor Mills Co Ltd", "Valdor Mills"), ("Valdor, Inc.", "Valdor"), ("Inc", "Inc"), ("DnV Ltd", "DnV Ltd")]
)
def test_legal_forms_end_a_name(name: str, bare: str) -> None:
    assert without_legal_form(name) == bare
