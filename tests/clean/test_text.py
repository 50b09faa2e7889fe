"""Scraped text: titles, tails, posts, glued lines; a short text is a paragraph."""

from dataclasses import replace

import pytest

from selon.clean import article
from selon.errors import Empty
from selon.model.article import Article
from selon.model.capture import Capture, Declared

_ONE = "La fête du potiron a réuni dimanche plus de trois cents personnes sur la place du marché, malgré la pluie du matin."
_TWO = "Le plus gros potiron pesait cent deux kilos, et il a fallu quatre hommes pour le poser sur la balance de la mairie."


def read(text: str, **declared: str) -> Article:
    return article(
        Capture(id="a", address="a", media_type="text/plain", content=text.encode(), charset="utf-8", declared=Declared(**declared))
    )


def kinds(text: str, **declared: str) -> list[str]:
    return [block.kind.value for block in read(text, **declared).blocks]


@pytest.mark.parametrize(
    "text", ["Le maire a dit oui.", "Il pleut", "Nach Angaben der Stadt Seeheim kamen dreihundert Besucher zum Fest.", "?!", "123"]
)
def test_a_short_text_is_a_paragraph_or_nothing(text: str) -> None:
    assert kinds(text) == (["paragraph"] if any(map(str.isalpha, text)) else kinds(text))


def test_the_last_line_before_prose_is_the_title() -> None:
    assert kinds(f"La boutique\nLe maire inaugure le nouveau banc du parc\nUn potiron de cent kilos\n{_ONE}\n{_TWO}") == [
        "debris", "related", "title", "paragraph", "paragraph",
    ]  # fmt: skip


def test_the_declared_title_is_the_title() -> None:
    assert kinds(f"Un potiron de cent kilos\nLe récit de la fête\n{_ONE}\n{_TWO}", title="Un potiron de cent kilos")[0] == "title"


def test_a_repeated_title_is_debris() -> None:
    assert kinds(f"Un potiron de cent kilos\n\nUn potiron de cent kilos© Valdor / Pia Lindgren\n{_ONE}\n{_TWO}")[:3] == [
        "title",
        "debris",
        "credit",
    ]


def test_a_sign_and_a_name_in_the_middle_are_a_pictures() -> None:
    def told(text: str) -> list[tuple[str, str]]:
        return [(one.kind.value, one.name) for one in read(text).credits]

    assert told(f"{_ONE}\n© AFP\n{_TWO}") == [("photo", "AFP")]
    assert told(f"{_ONE}\n© Le Phare\n{_TWO}\n© AFP") == [("photo", "AFP")]  # the page signs its pictures so
    assert told(f"{_ONE}\n\n{_TWO}\n© AFP") == [("source", "AFP")]
    assert told(f"{_ONE}\n© 2018 AFP\n{_TWO}") == [("source", "AFP")]
    assert told(f"{_ONE}\n© Tous droits réservés - Belga\n{_TWO}") == [("source", "Belga")]


def test_a_post_is_one_block_with_its_signature() -> None:
    text = f"{_ONE}\nIl est arrivé, et il est énorme !\n— Le Phare (@phare) 3 mai 2021\n{_TWO}"
    assert kinds(text) == ["paragraph", "embed", "paragraph"]


def test_all_is_debris_after_a_form() -> None:
    text = f"{_ONE}\n{_TWO}\nRépondre\nEntrez vos coordonnées ci-dessous :\nVous commentez à l'aide de votre compte.\nSuivant"
    assert kinds(text) == ["paragraph", "paragraph", "debris", "debris", "debris", "debris"]


def test_a_notice_in_the_middle_ends_nothing() -> None:
    assert kinds(f"{_ONE}\nNewsletter\n{_TWO}\n{_ONE}\n{_TWO}") == ["paragraph", "debris", "paragraph", "paragraph", "paragraph"]


def test_three_blocks_on_a_line() -> None:
    found = read(f"{_ONE}\n![]() |\nLe potiron sur la balance. (Source : AFP/VAL) |\n{_TWO}")
    assert [block.kind.value for block in found.blocks] == ["paragraph", "debris", "caption", "credit", "debris", "paragraph"]
    assert [(credit.kind.value, credit.name, credit.span.of(found.text)) for credit in found.credits] == [
        ("photo", "AFP/VAL", "(Source : AFP/VAL)")
    ]


def test_a_credit_at_the_end_of_prose() -> None:
    found = read(f"{_ONE}\n{_TWO} (afp/abc)")
    assert [block.kind.value for block in found.blocks] == ["paragraph", "paragraph", "credit"]
    assert [(credit.kind.value, credit.name) for credit in found.credits] == [("source", "afp"), ("via", "abc")]


def test_a_headline_that_ran_into_the_text() -> None:
    found = read(f"{_ONE} Lire aussi : La fanfare cherche un trombone Le maire a promis que la pesée aurait lieu dès demain. {_TWO}")
    assert [block.kind.value for block in found.blocks] == ["paragraph", "related", "paragraph"]
    assert found.blocks[2].span.of(found.text).startswith("Le maire a promis")


def test_a_headline_that_was_lost_takes_no_sentence_with_it() -> None:
    lost = (
        "Odile a proposé de compter aussi les courges, les citrouilles et les pâtissons, ce qui fut fait dès mardi matin par trois élèves."
    )
    found = read(f"{_ONE} Lire aussi : {lost} {_TWO}")
    assert [block.kind.value for block in found.blocks] == ["paragraph", "related", "paragraph"]
    assert found.blocks[1].span.of(found.text).strip() == "Lire aussi :"


def test_a_sentence_that_goes_on_is_one_block() -> None:
    assert kinds(f"{_ONE}\n{_TWO[:60]}\n{_TWO[61:].lower()}") == ["paragraph", "paragraph"]


def test_equal_texts_at_two_addresses() -> None:
    one, two = read(_ONE), article(Capture(id="b", address="b", media_type="text/plain", content=_ONE.encode()))
    assert one.text_digest == two.text_digest
    assert one.digest != two.digest


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- Le plus gros de tous -", "heading"),
        ('– "Une belle journée" –', "heading"),
        ("- Le plus gros de tous a été pesé devant la mairie par quatre hommes venus de Valdor.", "paragraph"),
    ],
)
def test_what_stands_between_dashes_is_an_intertitle(line: str, kind: str) -> None:
    found = kinds(f"Un potiron de cent kilos\n{_ONE}\n{line}\n{_TWO}\n")
    assert found[2] == kind
    assert found[-1] == "paragraph"


def test_where_there_is_no_text_it_is_said_what_was_lost_on_the_way() -> None:
    content = b"<html><body></body></html>"
    for media_type, bytes_ in (("text/html", content), ("text/plain", b" \n")):
        capture = Capture(id="a", address="a", media_type=media_type, content=bytes_, charset="utf-8", degraded="1711 bytes are missing")
        with pytest.raises(Empty, match=r"no text.*: 1711 bytes are missing; fetch it again"):
            article(capture)
        with pytest.raises(Empty, match=r"no text( in it)?; (?!fetch)"):
            article(replace(capture, degraded=None))
