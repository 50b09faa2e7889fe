"""Words that two texts put into one speaker's mouth otherwise, inside the quotation marks, and what is no change of them."""

import pytest

from selon import trace as tracing
from selon.model.attribution import SpeechKind
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Change
from support.handmade import Text, appearance, changes_between, claim, person

BREL = person("Una Brel")
SAID = "Le bac a heurté la digue du port pendant la nuit, et personne ne répond"


def changes(before: str, after: str, *, other: str = "Una Brel") -> list[Change]:
    """What is shown of the wording of two quotations in two texts that nothing joins."""
    a = Text("a", f"« {before} », a dit Una Brel à la presse.", day="2031-03-01")
    b = Text("b", f"Au port, {other} a dit : « {after} ».", day="2031-03-02")
    one = a.said(before, BREL, source="Una Brel", cue="a dit", kind=SpeechKind.DIRECT)
    two = b.said(after, person(other), source=other, cue="a dit", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, before, one), appearance(b, after, two))
    (story,) = tracing.lineage([a.read(), b.read()], (), [both]).stories
    return [one for one in story.changes if one.kind == "wording_changed"]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (SAID.replace("la digue", "la jetée"), "«digue» in a, «jetée» in b"),
        (SAID.replace("pendant la nuit", "volontairement pendant la nuit"), "nothing in a, «volontairement» in b"),
        (SAID.replace(" pendant la nuit", ""), "«pendant la nuit» in a, nothing in b"),
        (SAID.replace("personne ne répond", "personne ne sait"), "«répond» in a, «sait» in b"),
    ],
    ids=["another word", "a word put in", "words cut", "the last word"],
)
def test_other_words_inside_the_marks(after: str, told: str) -> None:
    (one,) = changes(SAID, after)
    assert one.sentence == f"wording differs inside the quotation marks: {told}"
    assert (one.from_article, one.to_article, one.directed) == ("a", "b", False)


@pytest.mark.parametrize(
    "after",
    [
        SAID,
        SAID.split(",")[0],  # a quotation may end sooner
        SAID[len("Le bac ") :],  # and begin later
        SAID.replace("pendant la nuit", "(...)"),  # a cut that is shown
        SAID.replace("la digue du port", "la digue [du port de Brume]"),  # an editor's word
        SAID.replace("heurté", "heurtée"),  # one word, written otherwise
        SAID.replace("et personne", "mais que personne"),  # small words alone
        "Le bac est parti hier, et nul ne sait où il est allé cette nuit",  # another sentence
    ],
    ids=["the same", "ends sooner", "begins later", "omission", "brackets", "one letter", "small words", "another sentence"],
)
def test_no_change_of_words(after: str) -> None:
    assert changes(SAID, after) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # a cut that is shown before a word that stands twice
            "Rien ne permet que les bacs partent sans lumière, ni que les phares restent éteints cette nuit",
            "Rien ne permet (...) que les phares restent éteints cette nuit",
        ),
        (  # one sentence in the place of two
            "On parle de la fin du port, et c'est pourquoi nous allons réparer les deux digues de Brume",
            "On parle de la fin du port perdu. On va réparer les deux digues de Brume",
        ),
    ],
    ids=["omission", "two sentences"],
)
def test_a_cut_that_is_shown_and_other_sentences(before: str, after: str) -> None:
    assert changes(before, after) == []
    assert changes(after, before) == []


def test_a_cut_that_nothing_shows() -> None:
    before = "Rien ne permet que les bacs partent sans lumière, ni que les phares restent éteints cette nuit"
    (one,) = changes(before, "Rien ne permet que les phares restent éteints cette nuit")
    assert one.kind == "wording_changed"


@pytest.mark.parametrize(
    ("kind", "day", "shown"),
    [
        (ClaimantKind.BODY, "2031-03-02", 0),
        (ClaimantKind.BODY, "2031-03-01", 1),
        (ClaimantKind.BODY, None, 0),
        (ClaimantKind.PERSON, "2031-03-02", 1),
    ],
    ids=["a body on two days", "a body on one day", "a body without a day", "a person"],
)
def test_the_next_notice_of_a_body_is_another(kind: ClaimantKind, day: str | None, shown: int) -> None:
    after = SAID.replace("la digue", "la jetée")
    a, b = Text("a", f"« {SAID} », a dit la Capitainerie.", day="2031-03-01"), Text("b", f"La Capitainerie a dit : « {after} ».", day=day)
    one = a.said(SAID, person("Capitainerie", kind=kind), source="la Capitainerie", cue="a dit", kind=SpeechKind.DIRECT)
    two = b.said(after, person("Capitainerie", kind=kind), source="La Capitainerie", cue="a dit", kind=SpeechKind.DIRECT)
    (story,) = tracing.lineage([a.read(), b.read()], (), [claim(appearance(a, SAID, one), appearance(b, after, two))]).stories
    assert len([one for one in story.changes if one.kind == "wording_changed"]) == shown


def test_two_speakers_may_say_it_each_in_his_words() -> None:
    assert changes(SAID, SAID.replace("la digue", "la jetée"), other="Ivo Tarn") == []


def test_one_word_in_two_parts_is_one() -> None:
    assert changes("Pour le port de Brume, c'est du jamais-vu en vingt ans", "Pour le port de Brume, c'est du jamais vu en vingt ans") == []


def test_marks_that_hold_nothing() -> None:
    told = 'La digue du port de Brume a cédé "" dans la nuit de lundi'
    assert changes_between(told, told, days=("2031-03-01", "2031-03-02")) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SAID.replace("du port", "des 12 ports"), SAID.replace("du port", "des douze ports")),
        (SAID.replace("la digue", "le nœud"), SAID.replace("la digue", "le noeud")),
        (SAID.replace("pendant la nuit", "vers 14 heures"), SAID.replace("pendant la nuit", "vers 14H00")),
        (SAID.replace("personne", "monsieur Orme"), SAID.replace("personne", "M. Orme")),
        (SAID.replace("du port", "de l'Entente des usagers du Nord"), SAID.replace("du port", "de l'EUN")),
        (SAID, SAID.replace("pendant la nuit, et", ". . . et")),
        (SAID, "Pendant la nuit, le bac a heurté la digue du port, et personne ne répond"),
        (SAID, SAID.replace("pendant la nuit, et personne", "(la nuit), vite, personne")),
    ],
    ids=["numbers", "ligature", "an hour", "in short", "first letters", "points with blanks", "put elsewhere", "brackets beside it"],
)
def test_one_thing_written_in_two_ways(before: str, after: str) -> None:
    assert changes(before, after) == []
    assert changes(after, before) == []


@pytest.mark.parametrize(("third", "count"), [("", 0), (" La radio Canal Nord était là.", 1)])
def test_what_is_said_to_an_outlet_may_be_another_talk(third: str, count: int) -> None:
    after = SAID.replace("la digue", "la jetée")
    a = Text("a", f"« {SAID} », a dit Una Brel sur Canal Nord.", day="2031-03-01")
    b = Text("b", f"Au port, Una Brel a dit : « {after} ».{third}", day="2031-03-02")
    one = a.said(SAID, BREL, source="Una Brel", cue="a dit", kind=SpeechKind.DIRECT, via="sur Canal Nord")
    two = b.said(after, BREL, source="Una Brel", cue="a dit", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, SAID, one), appearance(b, after, two))
    (story,) = tracing.lineage([a.read(), b.read()], (), [both]).stories
    assert sum(one.kind == "wording_changed" for one in story.changes) == count
