"""Denials that name nothing, or little, of what they deny: read from the text on."""

import pytest

from selon.clean import article
from selon.model.capture import Capture, Declared
from selon.model.lineage import Denial
from selon.pipeline import joined, of_article

OPENING = "La mairie de Kervel a rouvert ses bureaux lundi matin après trois semaines de travaux."


def denials_of(words: str) -> list[Denial]:
    """The denials of a text of two paragraphs, tied or open."""
    declared = Declared(outlet="Gazette", title="Un port en vue", lang="fr")
    content = f"{OPENING}\n\n{words}".encode()
    one = article(Capture(id="a", address="a", media_type="text/plain", content=content, charset="utf-8", declared=declared))
    lineage = joined([of_article(one)]).lineage
    return [*(denial for story in lineage.stories for denial in story.denials), *lineage.open_denials]


def is_tied(words: str, by: str) -> bool:
    """Is what somebody denies tied to a claim?"""
    return any(denial.by == by and denial.claim_id is not None for denial in denials_of(words))


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Una Brel affirme que le ferry a coulé devant Sorne. Contacté, Ivo Tarn a vigoureusement démenti.", True),
        ("Una Brel affirme que le ferry a coulé devant Sorne. Contacté, Ivo Tarn dément.", True),
        ("Una Brel affirme que le ferry a coulé devant Sorne. Contacté, Ivo Tarn n'a pas démenti.", False),
        ("Una Brel affirme que le ferry a coulé. Lia Sorn assure que le phare a brûlé. Ivo Tarn a démenti.", True),
        ("Le ferry est rentré au port de Sorne mardi. Ivo Tarn a démenti.", False),
        ("Le rôle de Ivo Tarn n'a jamais été contesté.", False),
    ],
)
def test_a_verb_without_an_object_denies_what_stands_before_it(words: str, tied: bool) -> None:
    assert is_tied(words, "Ivo Tarn") is tied


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Ivo Tarn est accusé d'avoir vendu le phare de Sorne à son frère. Ivo Tarn a toujours clamé son innocence.", True),
        ("Ivo Tarn est accusé d'avoir vendu le phare de Sorne à son frère. Ivo Tarn a protesté de son innocence.", True),
        ("Ivo Tarn a repeint le phare de Sorne avec son frère. Ivo Tarn a toujours clamé son innocence.", False),
        ("Ivo Tarn est accusé d'avoir vendu le phare de Sorne. Ivo Tarn a clamé sa joie.", False),
    ],
)
def test_an_innocence_is_of_what_its_speaker_is_accused_of(words: str, tied: bool) -> None:
    assert is_tied(words, "Ivo Tarn") is tied


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Una Brel affirme que le ferry a coulé devant Sorne. Des propos démentis par Ivo Tarn.", True),
        ("Una Brel assure avoir subi des coups au port de Sorne, des accusations rejetées par Ivo Tarn.", True),
        ("Les gardiens ont désigné cinq marins du port de Sorne, une thèse rejetée par Ivo Tarn.", True),
        ("La mairie donne son accord à un marché couvert à Sorne, une hypothèse rejetée par Ivo Tarn.", False),
        ("Le marché de Sorne ouvre mardi. Il pleut. Des propos démentis par Ivo Tarn.", False),
    ],
)
def test_a_noun_beside_it_stands_for_what_is_told(words: str, tied: bool) -> None:
    assert is_tied(words, "Ivo Tarn") is tied


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Una Brel affirme que la pollution a atteint le lac de Sorne. Ivo Tarn a démenti la pollution de ce lac.", True),
        ("Una Brel affirme que la pollution a atteint le lac de Sorne. Ivo Tarn a démenti la vente de ce lac.", False),
        ("Una Brel affirme que la pollution n'a pas atteint le lac. Ivo Tarn a démenti la pollution du lac.", False),
    ],
)
def test_all_words_stand_right_before_it(words: str, tied: bool) -> None:
    assert is_tied(words, "Ivo Tarn") is tied


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Le gardien aurait vendu le phare à deux reprises en mars, ce que nie Ivo Tarn.", True),
        ("Ivo Tarn a vendu le phare en mars, et il nie la vente du marché couvert.", False),
    ],
)
def test_a_relative_clause_denies_what_the_text_itself_tells(words: str, tied: bool) -> None:
    assert is_tied(words, "Ivo Tarn") is tied


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Le port va fermer en mai, selon des informations de La Gazette de Sorne.\n\n{}\n\nIvo Tarn a démenti ces informations.", True),
        ("Le port va fermer en mai.\n\n{}\n\nIvo Tarn a démenti ces informations.", False),
    ],
)
def test_these_reports_are_what_one_outlet_told(words: str, tied: bool) -> None:
    far = "Le marché reste ouvert tout l'été, et les barques partent de la jetée chaque matin avant six heures."
    assert is_tied(words.format(far), "Ivo Tarn") is tied
