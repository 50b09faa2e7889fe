"""Denials in a word or two, and refusals to comment: read from the text on, in both languages."""

import pytest

from selon.clean import article
from selon.model.capture import Capture, Declared
from selon.model.lineage import Denial
from selon.pipeline import joined, of_article

FRENCH = (
    "La mairie de Kervel a rouvert ses bureaux lundi matin.\n\nUna Brel, maire de Kervel, a accusé Ivo Tarn d'avoir vendu le phare.\n\n{}"
)
ENGLISH = "The town hall of Kervel reopened on Monday.\n\nUna Brel, the mayor of Kervel, accused Ivo Tarn of selling the lighthouse.\n\n{}"


def denials_of(words: str) -> list[Denial]:
    """The denials of a text, tied or open."""
    french = words.startswith("La mairie")
    declared = Declared(outlet="Gazette", title="Kervel", lang="fr" if french else "en")
    one = article(Capture(id="a", address="a", media_type="text/plain", content=words.encode(), charset="utf-8", declared=declared))
    lineage = joined([of_article(one)]).lineage
    return [*(denial for story in lineage.stories for denial in story.denials), *lineage.open_denials]


def is_tied(words: str) -> bool:
    """Is anything that Ivo Tarn denies tied to a claim?"""
    return any(denial.by == "Ivo Tarn" and denial.claim_id is not None for denial in denials_of(words))


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ("Ivo Tarn a qualifié ces accusations de mensongères.", True),
        ("Ivo Tarn a dénoncé des accusations mensongères.", True),
        ("Ivo Tarn a dénoncé des propos « faux » et « fantaisistes ».", True),
        ("Ivo Tarn parle d'un « mensonge ».", True),
        ("« Faux », a répondu Ivo Tarn.", True),
        ("Ivo Tarn accuse la maire de mentir.", True),
        ("« Una Brel ment », a lancé Ivo Tarn.", True),
        ("Ivo Tarn se dit innocent.", True),
        ("Ivo Tarn nie tout en bloc.", True),
        ("Ivo Tarn conteste avoir vendu le phare.", True),
        ("Ivo Tarn assure n'avoir rien vendu.", True),
        ("Ivo Tarn s'inscrit en faux.", True),
        ("Ivo Tarn a opposé un démenti catégorique.", True),
        ("Ivo Tarn a dénoncé un « faux débat » sur la pêche.", False),
        ("« Quelque chose ne va pas », a répondu Ivo Tarn.", False),
        ("Ivo Tarn accuse le pêcheur de mentir.", False),
        ("Ivo Tarn conteste aller à la pêche.", False),
        ("Ivo Tarn se dit heureux.", False),
        ("Ivo Tarn a qualifié ces travaux de nécessaires.", False),
        ("Ivo Tarn a publié un livre.", False),
    ],
)
def test_a_french_answer_is_of_what_stands_right_before_it(words: str, tied: bool) -> None:
    assert is_tied(FRENCH.format(words)) is tied


@pytest.mark.parametrize(
    ("words", "tied"),
    [
        ('Ivo Tarn blasted what he called "lies".', True),
        ('"Una Brel lied," Ivo Tarn said.', True),
        ("Ivo Tarn has always maintained his innocence.", True),
        ("Ivo Tarn pleaded not guilty.", True),
        ("Ivo Tarn has maintained that he is innocent.", True),
        ("Ivo Tarn issued a denial.", True),
        ("Ivo Tarn denied it all.", True),
        ('"Something was wrong," Ivo Tarn said.', False),
        ('"The fisherman lied," Ivo Tarn said.', False),
        ("Ivo Tarn issued a book.", False),
        ("Ivo Tarn has maintained the boats.", False),
        ("Ivo Tarn said that the fish lies on the quay.", False),
    ],
)
def test_an_english_answer_is_of_what_stands_right_before_it(words: str, tied: bool) -> None:
    assert is_tied(ENGLISH.format(words)) is tied


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Ivo Tarn had no comment on the sale.", "Ivo Tarn"),
        ("Ivo Tarn had no immediate comment.", "Ivo Tarn"),
        ("Ivo Tarn said he had no comment on the sale.", "Ivo Tarn"),
        ("Ivo Tarn said he would not comment on the sale.", "Ivo Tarn"),
        ("Ivo Tarn had no say in the sale.", None),
        ("Ivo Tarn had no boat.", None),
        ("Ivo Tarn made a comment on the sale.", None),
        ("Ivo Tarn said that if he was asked he would not comment.", None),
    ],
)
def test_who_has_no_comment_has_declined(words: str, by: str | None) -> None:
    declined = [denial.by for denial in denials_of(ENGLISH.format(words)) if denial.kind == "declined"]
    assert declined == ([by] if by else [])


@pytest.mark.parametrize(
    ("words", "rests"),
    [
        ("Harbour Lines offered to buy the lighthouse, Una Brel said.\n\nIvo Tarn said he had no comment on the report.", False),
        ("A paper reported that Ivo Tarn had bought the quay. Ivo Tarn had no comment on the report.", True),
    ],
)
def test_what_is_declined_is_looked_for_where_it_points(words: str, rests: bool) -> None:
    tied = [denial for denial in denials_of(ENGLISH.format(words)) if denial.kind == "declined" and denial.claim_id]
    assert bool(tied) is rests
