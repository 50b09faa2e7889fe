"""The body that a role names, and whether its holder acts for it."""

import sys
from pathlib import Path

import pytest

from selon.model.claimant import Claimant

sys.path.insert(0, str(Path(__file__).parent))
from staged import read

ACTS = [
    ("fr", "La porte-parole de l'Association des Brumes, Ada Talmar,", "Association des Brumes"),
    ("fr", "Ada Talmar, présidente de la Fédération des bacs,", "Fédération des bacs"),
    ("fr", "Ivo Talmar, directeur général du syndicat des pilotes,", "syndicat des pilotes"),
    ("fr", "Ada Talmar, avocate de l'association des noyés,", "association des noyés"),
    ("fr", "Ivo Talmar, ambassadeur de l'Union européenne auprès de l'ONU,", "Union européenne"),
    ("fr", "Un porte-parole de la police", "police"),
    ("fr", "Ada Talmar, présidente de la Fédération des bacs et spécialiste des marées,", "Fédération des bacs"),
    ("en", "Ada Talmar, a spokeswoman for the Harbour Ministry,", "Harbour Ministry"),
    ("en", "Harbour Ministry spokesman Ivo Talmar", "Harbour Ministry"),
    ("en", "Ivo Talmar, chairman of the Ferry Committee,", "Ferry Committee"),
]
BELONGS = [
    ("fr", "Ada Talmar, membre de l'Association des Brumes,", "Association des Brumes"),
    ("fr", "Ada Talmar, ancienne présidente de la Fédération des bacs,", "Fédération des bacs"),
    ("fr", "Ivo Talmar, professeur à l'université de Sorneville,", "université de Sorneville"),
    ("fr", "Ivo Talmar, ambassadeur norvégien auprès de l'ONU,", "ONU"),
    ("fr", "Ada Talmar, avocate associée au cabinet Orbis,", "cabinet Orbis"),
    ("fr", "Ada Talmar, l'une des figures du mouvement,", "mouvement"),
    ("fr", "Un journaliste de l'AFP", "AFP"),
    ("en", "Ada Talmar, a member of the Ferry Committee,", "Ferry Committee"),
    ("en", "Former Harbour Ministry spokesman Ivo Talmar", "Harbour Ministry"),
    ("en", "Ivo Talmar, the Norwegian ambassador to the United Nations,", "United Nations"),
]


NONE = [  # a noun without an article says what kind of role it is
    ("fr", "Ivo Talmar, chef d'entreprise,"),
    ("fr", "Ada Talmar, présentatrice de télévision,"),
    ("fr", "Ivo Talmar, officier de police norvégien,"),
]


def behind(code: str, source: str) -> Claimant:
    said = {"fr": " a dit {que le bac est vide}.", "en": " said {the ferry was empty}."}[code]
    (one,) = read(f"[{source}]{said}", code).resolutions
    assert one.claimant is not None
    return one.claimant


@pytest.mark.parametrize(("code", "source", "body"), ACTS)
def test_whoever_acts_for_a_body(code: str, source: str, body: str) -> None:
    one = behind(code, source)
    assert (one.organisation, one.acts) == (body, True)


@pytest.mark.parametrize(("code", "source", "body"), BELONGS)
def test_whoever_belongs_to_one_or_did_or_stands_before_it(code: str, source: str, body: str) -> None:
    one = behind(code, source)
    assert (one.organisation, one.acts) == (body, False)


@pytest.mark.parametrize(("code", "source"), NONE)
def test_a_kind_of_role_is_of_no_body(code: str, source: str) -> None:
    one = behind(code, source)
    assert (one.organisation, one.acts) == (None, False)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("C'est dur, juge [Ivo Talmar]. Il a dit {que le bac est vide}.", None),
        ("Le bac est vide, a prévenu [Ivo Talmar]. Il a dit {que le quai est fermé}.", None),
        ("Ada Verlin a accusé lundi l'administration Talmar. [Ivo Talmar] a dit {que le bac est vide}.", None),
        ("Le juge Ivo Talmar est venu. [Ivo Talmar] a dit {que le bac est vide}.", "juge"),
    ],
)
def test_a_verb_is_no_role(text: str, role: str | None) -> None:
    (one,) = {reading.claimant.role for reading in read(text, "fr").resolutions if reading.claimant is not None}
    assert one == role


def test_the_body_is_that_of_the_role_that_is_shown() -> None:
    text = (
        "Ada Talmar, membre du syndicat des bacs, arrive. [Ada Talmar, présidente de la Fédération des quais,] a dit {que le bac est vide}."
    )
    one = read(text, "fr").resolutions[0].claimant
    assert one is not None
    assert (one.role, one.organisation, one.acts) == ("membre du syndicat des bacs", "syndicat des bacs", False)


def test_nobody_acts_by_a_role_that_may_be_anothers() -> None:
    text = "[Le ministre Ivo Talmar] a dit {que le bac est vide}. Près d'Ivo Talmar, le chef de la Fédération des quais a parlé."
    one = read(text, "fr").resolutions[0].claimant
    assert one is not None
    assert (one.name, one.role, one.acts) == ("Ivo Talmar", "ministre", False)
