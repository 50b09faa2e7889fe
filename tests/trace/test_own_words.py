"""Denials in the speaker's own mouth, accounts that a noun beside them contests, and those of somebody who is named."""

import pytest

from selon import trace as tracing
from selon.model.attribution import Stance
from selon.model.lineage import Denial
from support.handmade import Text, appearance, claim, person

TARN, BREL = person("Ivo Tarn"), person("Una Brel")


def shown(text: Text, *told: str) -> list[Denial]:
    """The tied denials of an article, of which each of the first attributions tells a claim of its own."""
    claims = [claim(appearance(text, words, said)) for words, (said, _) in zip(told, text.told, strict=False)]
    lineage = tracing.lineage([text.read()], (), claims)
    return [denial for story in lineage.stories for denial in story.denials]


def answered(told: str, words: str, *, lang: str = "fr", rule: str = "verb.incise") -> list[Denial]:
    """The denials shown where Una Brel tells something, and Ivo Tarn answers."""
    by, after = ("a dit", "affirme que") if lang == "fr" else ("said", "claims that")
    text = Text("a", f"Una Brel {after} {told}. « {words} », {by} Ivo Tarn.", lang=lang)
    text.said(told, BREL, source="Una Brel", cue=after)
    text.said(words, TARN, source="Ivo Tarn", cue=by, rule=rule)
    return shown(text, told)


@pytest.mark.parametrize(
    ("words", "denied"),
    [
        ("Je démens fermement cette information", True),
        ("Nous démentons cette information", True),
        ("Nous contestons cette version", True),
        ("Je démens que le ferry Aurore a coulé devant Kervel", True),
        ("Si je démens cette information, on rira", False),
        ("Nous contestons cette amende", False),
        ("Nous rejetons cette offre", False),
        ("Vous démentez cette information", False),
        ("Est-ce que je démens cette information ?", False),
        ("Je démens la vente du marché couvert", False),
        ("Je nie toute complicité", False),
    ],
)
def test_who_denies_in_the_first_person(words: str, denied: bool) -> None:
    found = answered("le ferry Aurore a coulé devant Kervel", words)
    assert [(one.by, one.kind) for one in found] == ([("Ivo Tarn", "explicit")] if denied else [])


@pytest.mark.parametrize(("words", "denied"), [("We strongly deny these reports", True), ("We reject this offer", False)])
def test_who_denies_in_the_first_person_in_english(words: str, denied: bool) -> None:
    assert bool(answered("the ferry Aurore sank off Kervel", words, lang="en")) is denied


@pytest.mark.parametrize(("rule", "denied"), [("verb.bare", True), ("verb.incise", False)])
def test_an_infinitive_denies_where_it_is_his_own(rule: str, denied: bool) -> None:
    assert bool(answered("le ferry Aurore a coulé devant Kervel", "réfuter totalement cette version", rule=rule)) is denied


@pytest.mark.parametrize(
    ("told", "denied"),
    [("Ivo Tarn a vendu le grand ferry Aurore", True), ("la mairie a vendu le grand ferry Aurore", False)],
)
def test_it_was_not_he_who_did_what_others_say_he_did(told: str, denied: bool) -> None:
    assert bool(answered(told, "Ce n'est pas moi qui ai vendu le grand ferry Aurore")) is denied


def contested(before: str, told: str, noun: str, *, rule: str = "passive.by") -> list[Denial]:
    """The denials shown where a text counts something, and a noun with a participle stands behind it."""
    text = Text("a", f"{before}, {noun} contesté par Ivo Tarn. La mairie ouvre demain.")
    text.said(noun, TARN, source="Ivo Tarn", cue="contesté par", stance=Stance.DENIED, rule=rule)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told))])
    return [denial for story in lineage.stories for denial in story.denials]


@pytest.mark.parametrize(
    ("told", "noun", "denied"),
    [
        ("Le port compte 40 barques neuves", "un chiffre", True),
        ("Le port compte 40 barques neuves", "un marché", False),
        ("Le port compte des barques neuves", "un chiffre", False),
    ],
)
def test_a_figure_is_contested_by_a_noun_beside_it(told: str, noun: str, denied: bool) -> None:
    assert bool(contested(told, told, noun)) is denied


def test_no_figure_is_contested_behind_another() -> None:
    told = "Le port compte 40 barques neuves"
    assert not contested(f"{told} et la mairie en attend 12 autres", told, "un chiffre")


@pytest.mark.parametrize(
    ("denied", "others", "is_shown"),
    [
        ("les accusations de vol relayées par des riverains", (), True),
        ("les accusations de vol relayées par des marins", (), False),
        ("les accusations de vol relayées par des riverains", ("le phare est vide",), False),  # which of two things they tell
    ],
)
def test_an_account_is_what_those_tell_who_made_it(denied: str, others: tuple[str, ...], is_shown: bool) -> None:
    told = ("la caisse du port a disparu", *others)
    lines = " ".join(f"Des riverains disent que {words}." for words in told)
    text = Text("a", f"{lines} La mairie reste fermée. Le marché ouvre demain. Ivo Tarn dément {denied}.")
    for words in told:
        text.said(words, person("Riverains du port"), source="Des riverains", cue="disent que")
    text.said(denied, TARN, source="Ivo Tarn", cue="dément", stance=Stance.DENIED)
    assert bool(shown(text, *told)) is is_shown


@pytest.mark.parametrize(("noun", "is_shown"), [("la thèse d'", True), ("les critiques sur ", False)])
def test_what_only_names_a_topic_says_nothing_of_it(noun: str, is_shown: bool) -> None:
    told = "une longue panne du ferry Aurore gêne Kervel"
    denied = f"{noun}une longue panne du ferry Aurore"
    text = Text("a", f"Una Brel affirme que {told}. La mairie reste fermée. Le marché ouvre demain. Ivo Tarn écarte {denied}.")
    text.said(told, BREL, source="Una Brel", cue="affirme que")
    text.said(denied, TARN, source="Ivo Tarn", cue="écarte", stance=Stance.DENIED)
    assert bool(shown(text, told)) is is_shown


@pytest.mark.parametrize(
    ("denied", "is_shown"),
    [("ces accusations", True), ("toutes ces accusations", False)],  # of many things
)
def test_accusations_are_what_the_article_alone_accuses_him_of_before(denied: str, is_shown: bool) -> None:
    told, later = "Ivo Tarn d'avoir volé la caisse du port", "Ivo Tarn d'avoir coulé une barge"
    lines = f"Una Brel accuse {told}. La mairie reste fermée.\nLe marché ouvre demain.\nLe pont rouvre aussi."
    text = Text("a", f"{lines} Ivo Tarn a nié {denied}. Lia Sorn accusait {later}.")
    text.said(told, BREL, source="Una Brel", cue="accuse")
    text.said(later, person("Lia Sorn"), source="Lia Sorn", cue="accusait")
    text.said(denied, TARN, source="Ivo Tarn", cue="a nié", stance=Stance.DENIED)
    assert bool(shown(text, told, later)) is is_shown
