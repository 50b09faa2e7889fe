"""The chain of one appearance: which relay it names, and for which body a speaker acts."""

import pytest
from tests.support.handmade import Text, appearance, claim, person

from selon.trace.chains import chains
from selon.trace.collection import Collection

WORDS = "le bac est vide"


def stations(tail: str, via: str | None = None, *, acts: bool = True, lang: str = "fr") -> list[tuple[str, str]]:
    """The hops behind the article: how, and who."""
    text = Text("a", f"Ada Bry a dit que {WORDS}{tail}.", lang=lang)
    told = text.said(WORDS, person("Ada Bry", organisation="Office des bacs", acts=acts), source="Ada Bry", cue="a dit", via=via)
    (found,) = chains(claim(appearance(text, WORDS, told)), Collection.of([text.read()]))
    return [(hop.how, hop.name) for hop in found.hops[1:]]


@pytest.mark.parametrize(
    ("lang", "via", "name"),
    [
        ("fr", "sur France 2", "France 2"),
        ("fr", "au micro d'Europe 1", "Europe 1"),
        ("fr", "dans les colonnes du Journal du dimanche", "Journal du dimanche"),
        ("fr", "à l'AFP", "AFP"),
        ("en", "the Orbis Press", "Orbis Press"),
    ],
)
def test_a_relay_bears_its_whole_name(lang: str, via: str, name: str) -> None:
    assert stations(f" {via}", via, lang=lang)[0] == ("cited by", name)


@pytest.mark.parametrize(
    ("lang", "via"),
    [
        ("fr", "sur Twitter"),
        ("fr", "dans un communiqué"),
        ("en", "the Syrian state news agency"),
        ("en", "in a June report"),
        ("en", "on Capitol Hill"),
    ],
)
def test_a_channel_a_state_a_month_a_place_are_no_relay(lang: str, via: str) -> None:
    assert [how for how, _ in stations(f" {via}", via, lang=lang)] == ["quotation", "speaks for"]


def test_who_acts_for_a_body_leads_to_it_and_who_only_belongs_to_one_does_not() -> None:
    assert stations("") == [("quotation", "Ada Bry"), ("speaks for", "Office des bacs")]
    assert stations("", acts=False) == [("quotation", "Ada Bry")]


def test_who_quotes_himself_is_one_station() -> None:
    text, ada = Text("a", f"Ada Bry a dit avoir déclaré que {WORDS}."), person("Ada Bry")
    outer = text.said(f"avoir déclaré que {WORDS}", ada, source="Ada Bry", cue="a dit")
    inner = text.said(WORDS, ada, source="Ada Bry", cue="déclaré", parent=outer)
    (found,) = chains(claim(appearance(text, WORDS, inner)), Collection.of([text.read()]))
    assert [hop.name for hop in found.hops[1:]] == ["Ada Bry"]


def test_who_quotes_another_is_two() -> None:
    text = Text("a", f"Ada Bry a dit que le port a déclaré que {WORDS}.")
    outer = text.said(f"le port a déclaré que {WORDS}", person("Ada Bry"), source="Ada Bry", cue="a dit")
    inner = text.said(WORDS, person("port"), source="le port", cue="a déclaré", parent=outer)
    (found,) = chains(claim(appearance(text, WORDS, inner)), Collection.of([text.read()]))
    assert [hop.name for hop in found.hops[1:]] == ["Ada Bry", "port"]


@pytest.mark.parametrize(
    ("said", "source", "shown"),
    [
        ("Ada Bry, cheffe de l'Office des bacs, a dit que", "Ada Bry", "Ada Bry, cheffe de l'Office des bacs"),
        ("L'Office des bacs et son porte-parole Ada Bry ont dit que", "Ada Bry", "Office des bacs et son porte-parole Ada Bry"),
        ("Ada Bry a dit que", "Ada Bry", "Ada Bry"),  # the body stands nowhere
        ("L'Office des bacs ferme.\nAda Bry a dit que", "Ada Bry", "Ada Bry"),  # in another paragraph
    ],
)
def test_a_body_is_shown_by_the_words_that_give_it_to_the_speaker(said: str, source: str, shown: str) -> None:
    text = Text("a", f"{said} {WORDS}.")
    told = text.said(WORDS, person("Ada Bry", organisation="Office des bacs", acts=True), source=source, cue=said.split(" que")[0][-7:])
    (found,) = chains(claim(appearance(text, WORDS, told)), Collection.of([text.read()]))
    passage = found.hops[-1].passage
    assert found.hops[-1].how == "speaks for" and passage is not None
    assert passage.span.of(text.text) == shown
