"""Whose word "…, comme elle l'a dit" is, in whole texts: the subject of the clause before it, and nobody else's."""

import pytest

from selon.clean import article
from selon.model.capture import Capture, Declared
from selon.pipeline import of_article


def _named(text: str) -> list[str | None]:
    told = Declared(lang="fr")
    capture = Capture(id="a", address="a", media_type="text/plain", content=text.encode(), charset="utf-8", declared=told)
    return [one.claimant.name if one.claimant else None for one in of_article(article(capture)).resolutions]


CASES = {
    "the subject of the clause before": (
        "Paul Talmar a parlé lundi. Irène Valdor garde un souvenir terrible du port, comme elle l'a confié à l'Écho.",
        ["Irène Valdor"],
    ),
    "a quotation goes on behind it": (
        "Irène Valdor garde un souvenir terrible du port, comme elle l'a confié à l'Écho. « Tout tremblait, la mer comme le quai. »",
        ["Irène Valdor", "Irène Valdor"],
    ),
    "the clause before is of a thing": (
        "Paul Talmar a parlé lundi. Ce sera la dernière pour le patron du bac, comme il l'a confié à l'Écho.",
        [None],
    ),
    "a quotation goes on behind nobody": (
        "Paul Talmar a parlé lundi. Le patron du bac garde le cap, comme il l'a confié à l'Écho. « Tout tremblait, la mer comme le quai. »",
        [None, None],
    ),
    "another gender": ("Irène Valdor garde un souvenir terrible du port, comme il l'a confié à l'Écho.", [None]),
    "whoever is named in the clause may be meant behind it": (
        "C'est une première pour Irène Valdor, comme elle l'a confié à l'Écho. « Tout tremblait, la mer et le quai », a-t-elle dit.",
        [None, "Irène Valdor"],
    ),
}


@pytest.mark.parametrize(("text", "who"), CASES.values(), ids=CASES)
def test_whose_word_it_is(text: str, who: list[str | None]) -> None:
    """A name only where the clause itself shows it."""
    assert _named(text) == who


COMES_IN = {
    "named first there": (
        "Paul Talmar est revenu au port lundi. Le préfet Ivo Valdor viendra jeudi à Sorneville, a-t-il indiqué à l'Écho.",
        ["Ivo Valdor"],
    ),
    "who spoke before goes on": (
        "« Le pont est vieux », a dit Paul Talmar. Le préfet Ivo Valdor viendra jeudi à Sorneville, a-t-il ajouté.",
        ["Paul Talmar", "Paul Talmar"],
    ),
    "of another gender": ("Le préfet Ivo Valdor viendra jeudi à Sorneville, a-t-elle indiqué à l'Écho.", [None]),
}


@pytest.mark.parametrize(("text", "who"), COMES_IN.values(), ids=COMES_IN)
def test_who_is_named_as_the_subject_of_what_is_told(text: str, who: list[str | None]) -> None:
    """A pronoun behind what the narrator tells of somebody new is that person, unless the verb goes on with who spoke."""
    assert _named(text) == who


def test_who_is_named_between_a_speaker_and_the_verb_has_not_come_in_since() -> None:
    """As in "Ivo Valdor, who campaigned for Paul Talmar, blasted …": the pronoun is the speaker."""
    text = (
        "Ivo Valdor, qui soutient le ministre Paul Talmar depuis mai, a dénoncé un scandale. « C'est une honte pour le port », a-t-il dit."
    )
    assert _named(text) == ["Ivo Valdor", "Ivo Valdor"]
