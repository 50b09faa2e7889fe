"""Denials whose claim stands in the sentence itself, farther off in the article, or in another article of the story."""

import pytest

from selon import trace as tracing
from selon.clean import article
from selon.model.attribution import Stance
from selon.model.capture import Capture, Declared
from selon.model.claimant import Claimant
from selon.model.lineage import Denial
from selon.pipeline import joined, of_article
from support.handmade import Text, appearance, claim, person

TARN, BREL = person("Ivo Tarn"), person("Una Brel")
FAR = "La mairie reste fermée. Le marché ouvre demain. Le pont rouvre aussi."


def shown(text: Text, told: str, said: str) -> list[Denial]:
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, said))])
    return [one for story in lineage.stories for one in story.denials]


def said_and_denied(told: str, answer: str, content: str, *, cue: str, source: str = "Ivo Tarn", who: Claimant = TARN,
                    stance: Stance = Stance.DENIED, says: str = "affirme que", lang: str = "fr") -> list[Denial]:  # fmt: skip
    """The denials shown where Una Brel tells something, and an answer stands some sentences behind it."""
    text = Text("a", f"Una Brel {says} {told}. {FAR} {answer}", lang=lang)
    attribution = text.said(told, BREL, source="Una Brel", cue=says)
    text.said(content, who, source=source, cue=cue, stance=stance)
    return shown(text, told, attribution)


@pytest.mark.parametrize(
    ("words", "is_shown"),
    [
        ("il n'y a aucune preuve que le ferry Aurore ait coulé devant Kervel", True),
        ("il ignore si le ferry Aurore a coulé devant Kervel", True),
        ("il n'y a aucune preuve que le marché couvert ait été vendu", False),
        ("il ignore si le marché couvert sera vendu", False),
    ],
)
def test_what_nothing_shows_is_declined_of_who_told_it(words: str, is_shown: bool) -> None:
    told = "le ferry Aurore a coulé devant Kervel"
    found = said_and_denied(told, f"Ivo Tarn dit que {words}.", words, cue="dit que", stance=Stance.ASSERTED)
    assert [one.kind for one in found] == (["declined"] if is_shown else [])


@pytest.mark.parametrize(
    ("told", "is_shown"),
    [("Ivo Tarn est accusé d'avoir vendu le phare", True), ("Ivo Tarn a repeint le phare", False)],
)
def test_mere_accusations_are_those_of_the_denier(told: str, is_shown: bool) -> None:
    assert (
        bool(said_and_denied(told, "Le gardien dément ces accusations.", "ces accusations", cue="dément", source="Le gardien")) is is_shown
    )


@pytest.mark.parametrize(("told", "is_shown"), [("Ivo Tarn est accusé du vol du phare", True), ("Lia Sorn est accusée du vol", False)])
def test_a_hand_in_it_is_denied_of_what_is_laid_to_him(told: str, is_shown: bool) -> None:
    found = said_and_denied(told, "Le gardien nie toute implication.", "toute implication", cue="nie", source="Le gardien")
    assert bool(found) is is_shown


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Selon la mairie de Kervel, le ferry Aurore a coulé devant le phare, ce que nie le port de Kervel.", "le port de Kervel"),
        ("La mairie de Kervel affirme que le ferry Aurore a coulé devant le phare, ce que dément Ivo Tarn.", "Ivo Tarn"),
        ("La mairie de Kervel affirme que le ferry Aurore a coulé devant le phare, ce que confirme Ivo Tarn.", None),
        ("Ivo Tarn a démenti la thèse d'un incendie du phare avancée par la police.", "Ivo Tarn"),
        ("Ivo Tarn a rappelé la thèse d'un incendie du phare avancée par la police.", None),
        ("La mairie a vendu le phare de Kervel. Ivo Tarn ne demande pas si le ferry Aurore a coulé, ce que nie le port de Kervel.", None),
    ],
)
def test_what_the_sentence_itself_denies(words: str, by: str | None) -> None:
    assert tied(words, "fr") == ([by] if by else [])


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("Kervel refuted these allegations with a source telling the Courier that it had no boats.", "Kervel"),
        ("Kervel repeated these allegations with a source telling the Courier that it had no boats.", None),
    ],
)
def test_what_is_pointed_at_stands_before_what_the_denier_adds(words: str, by: str | None) -> None:
    told = "The Norr Coalition accused the government troops of carrying out the attack on the port."
    assert tied(f"{told} {words}", "en") == ([by] if by else [])


def tied(words: str, lang: str) -> list[str | None]:
    """Who denies what, in a text of its own."""
    told = Declared(lang=lang)
    read = article(Capture(id="a", address="a", media_type="text/plain", content=words.encode(), charset="utf-8", declared=told))
    return [one.by for story in joined([of_article(read)]).lineage.stories for one in story.denials if one.claim_id]


@pytest.mark.parametrize(
    ("answer", "source", "is_shown"),
    [
        ("Le gardien nie toute implication.", "Le gardien", True),
        ("Le marché compte les dégâts laissés par le gardien, qui nie toute implication.", "le gardien, qui", False),
    ],
)
def test_a_relative_clause_is_of_its_own_sentence(answer: str, source: str, is_shown: bool) -> None:
    told = "Ivo Tarn est accusé du vol du phare"
    text = Text("a", f"Una Brel affirme que {told}.\n\n{FAR}\n\nLe bac est parti.\n\nLa fanfare joue.\n\n{answer}")
    attribution = text.said(told, BREL, source="Una Brel", cue="affirme que")
    text.said("toute implication", TARN, source=source, cue="nie", stance=Stance.DENIED)
    assert bool(shown(text, told, attribution)) is is_shown


@pytest.mark.parametrize(
    ("label", "is_shown"),
    [
        ("le ferry Aurore a coulé cette nuit devant le port de Kervel", True),
        ("les pompiers de Brume demandent des bateaux et des hangars", False),
    ],
)
def test_a_claim_is_denied_in_the_words_it_is_shown_in(label: str, is_shown: bool) -> None:
    told = "le ferry Aurore a coulé devant Kervel"
    a = Text("a", f"Una Brel affirme que {told}, ce que nie Ivo Tarn.", day="2031-03-02")
    b = Text("b", f"Una Brel annonce que {label}.", day="2031-03-01")
    longest = b.said(label, BREL, source="Una Brel", cue="annonce que")
    denied = a.said(f"Una Brel affirme que {told}", TARN, source="Ivo Tarn", cue="nie", stance=Stance.DENIED, rule="verb.which")
    said = a.said(told, BREL, source="Una Brel", cue="affirme que", parent=denied)
    lineage = tracing.lineage([a.read(), b.read()], (), [claim(appearance(a, told, said), appearance(b, label, longest))])
    assert bool([one for story in lineage.stories for one in story.denials]) is is_shown


@pytest.mark.parametrize(("verb", "is_shown"), [("nie", True), ("refuse", False)])
def test_what_somebody_refuses_he_does_not_deny(verb: str, is_shown: bool) -> None:
    told = "le port veut vendre le phare"
    text = Text("a", f"Una Brel affirme que {told}, ce que {verb} Ivo Tarn.")
    denied = text.said(f"Una Brel affirme que {told}", TARN, source="Ivo Tarn", cue=verb, stance=Stance.DENIED, rule="verb.which")
    said = text.said(told, BREL, source="Una Brel", cue="affirme que", parent=denied)
    assert bool(shown(text, told, said)) is is_shown


@pytest.mark.parametrize(
    ("told", "is_shown"),
    [
        ("les marins du port sont accusés d'être responsables de l'incendie du phare", True),
        ("les marins du port ont une responsabilité envers leurs familles", False),
    ],
)
def test_no_hand_in_it_is_of_what_is_laid_to_them(told: str, is_shown: bool) -> None:
    words = "Les marins du port ne sont pas responsables de l'incendie"
    assert bool(said_and_denied(told, f"Ivo Tarn dit : {words}.", words, cue="dit", stance=Stance.ASSERTED)) is is_shown
