"""Who goes on speaking, in whole texts: quoted sentences right behind a quotation, and pronouns before a verb of going on."""

import pytest

from selon.clean import article
from selon.model.capture import Capture, Declared
from selon.pipeline import of_article

_NARRATED = "Le chantier avait commencé au printemps sur les deux rives du fleuve, avec des barges venues de loin. " * 3


def _named(text: str, lang: str = "fr") -> list[str | None]:
    """The claimants of the attributions in text order."""
    told = Declared(lang=lang)
    capture = Capture(id="a", address="a", media_type="text/plain", content=text.encode(), charset="utf-8", declared=told)
    return [one.claimant.name if one.claimant else None for one in of_article(article(capture)).resolutions]


@pytest.mark.parametrize(
    "text",
    [
        "« Le bac ne passe plus », a indiqué la Ligue des Marées. « Il faut un pont pour les écoliers. » Le maire était absent.",
        "« Le bac ne passe plus depuis lundi », a raconté une vendeuse du port. « Il faut un pont ! » Le maire était absent.",
    ],
)
def test_a_quoted_sentence_right_behind_a_quotation_is_the_same_speaker_s(text: str) -> None:
    told = _named(text)
    assert None not in told
    assert len(set(told)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "La Ligue des Marées a indiqué que le bac ne passe plus. « Il faut un pont pour les écoliers. » Le maire était absent.",
        "« Le bac ne passe plus », a indiqué la Ligue des Marées. « Une longue attente » Le maire était absent.",
        "« Le bac ne passe plus », a indiqué la Ligue des Marées.\n\n« Il faut un pont pour les écoliers. » Le maire était absent.",
        "« Le bac ne passe plus », a indiqué la Ligue des Marées. « Il faut un pont, toussote un conseiller, et vite. » Le maire était là.",
        "« Le bac ne passe plus », a indiqué la Ligue des Marées, quand la foule gronde. « Il faut un pont ! » Le maire était absent.",
    ],
    ids=["no quotation before", "a quoted heading", "another paragraph", "another inside", "words between"],
)
def test_a_body_hardly_goes_on_elsewhere(text: str) -> None:
    assert _named(text)[1:] == [None]


def test_before_a_verb_of_going_on_more_may_lie_between() -> None:
    text = f"« Le pont tient », a dit Paul Talmar.\n\n{_NARRATED}« Il tiendra longtemps », a-t-il ajouté."
    assert _named(text) == ["Paul Talmar", "Paul Talmar"]


@pytest.mark.parametrize(
    "text",
    [
        f"« Le pont tient », a dit Paul Talmar.\n\n{_NARRATED}« Il tiendra longtemps », a-t-il affirmé.",
        f"« Le pont tient », a dit Paul Talmar.\n\n{_NARRATED}{_NARRATED}{_NARRATED}« Il tiendra longtemps », a-t-il ajouté.",
    ],
    ids=["another verb", "too far"],
)
def test_else_others_may_have_come_in(text: str) -> None:
    assert _named(text) == ["Paul Talmar", None]


def test_who_comes_in_behind_a_paragraph_of_quotation_is_not_who_spoke_before() -> None:
    apart = "Work had begun in spring on both banks of the river, with barges that had come from afar and a crane of the port. " * 2
    first = f'{apart}"The bridge holds," Paul Talmar said.'
    text = f'{first}\n\n{apart}\n\n"It will hold for years," he said.'
    more = f'{first}\n\n"It is of stone and will not burn, whatever comes."\n\n{apart}\n\n"It will hold for years," he said.'
    assert _named(text, "en") == _named(more, "en") == ["Paul Talmar", None]


def test_who_speaks_inside_the_marks_is_not_who_spoke_before() -> None:
    text = "« Le bac ne passe plus », a indiqué la Ligue des Marées. « Il faut un pont, lance Ada Bry. Et vite. » Le maire était là."
    assert _named(text) == ["Ligue des Marées", "Ada Bry"]


def test_a_pronoun_inside_marks_is_who_was_named_last_or_nobody() -> None:
    said = "« Il a dit lundi que le quai du port tiendrait encore un an », note Ada Bry."
    named = f"« Le bac coule », a dit Ivo Talmar. Le port attend Paul Orme. {said}"
    assert _named(named)[1:] == ["Ada Bry", None]
