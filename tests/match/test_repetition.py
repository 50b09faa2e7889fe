"""Texts that say one thing many times over share what they say, and not a million places."""

import pytest

from selon import match
from selon.match.grams import MOST_TIMES
from selon.match.warm import Warm, passages
from selon.model.article import Article
from selon.trace.changes.quantities import _value
from support.handmade import Text

_SAID = "Le maire de Lorvan a annoncé mardi que le pont fermerait dès le lendemain soir. "


def article(number: int, text: str) -> Article:
    return Text(f"a{number}", text, day=f"2031-05-0{number}", outlet=None).read().article


@pytest.mark.parametrize("said", ["mot ", "A. ", "un deux trois quatre ", _SAID])
def test_a_text_of_one_thing_said_again_and_again(said: str) -> None:
    articles = [article(1, said * 400), article(2, said * 401), article(3, _SAID + "La pluie n'a pas cessé de la nuit.")]
    found = match.reuses(articles)
    assert 1 <= len(found) <= 4 * MOST_TIMES  # 5,000 of "A. ", in nine seconds
    assert passages(Warm.of(articles[:1] + articles[2:]), articles[1]) == tuple(
        one for one in found if "a2" in (one.a.article_id, one.b.article_id)
    )


def test_what_stands_beside_it_is_found_as_ever() -> None:
    beside = "La préfète Ada Bry a promis une navette gratuite entre les deux rives pendant toute la durée des travaux du pont."
    found = match.reuses([article(1, _SAID * 30 + beside), article(2, beside + _SAID * 3)])
    assert any(one.tokens >= 20 for one in found)


@pytest.mark.parametrize(
    ("written", "value"), [("1 000,500,200", 1_000_500_200), ("1 234.567,890", 1_234_567_890), ("1.234", 1_234), ("1,5", 1.5)]
)
def test_groups_of_digits_that_are_parted_in_two_ways(written: str, value: float) -> None:
    assert _value(written) == value
