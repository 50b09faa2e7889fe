"""Who contests an account, who says of himself that it was not so, who evades: denials without a word of denial."""

import pytest

from selon import trace as tracing
from selon.model.attribution import SpeechKind, Stance
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Denial
from support.handmade import Text, appearance, claim, person

TOLD = "les barges de Kervel ont coulé le ferry Aurore"
KERVEL = person("Kervel", kind=ClaimantKind.BODY)


def denials_of(words: str, source: str, who: Claimant, *, before: str = f"La régie dit que {TOLD}.", asked: str = "") -> list[Denial]:
    """The tied denials of an article in which somebody answers what stands before."""
    text = Text("a", f"{before} {asked}« {words} », a dit {source}.")
    if TOLD in before:
        text.said(TOLD, person("Régie du port", kind=ClaimantKind.BODY), source="La régie", cue="dit que")
    text.said(words, who, source=source, cue="a dit")
    told = [claim(appearance(text, TOLD, text.told[0][0]))] if TOLD in before else []
    lineage = tracing.lineage([text.read()], (), [*told, claim(appearance(text, words, text.told[-1][0]))])
    return [denial for story in lineage.stories for denial in story.denials]


@pytest.mark.parametrize("words", ["Ces informations sont totalement fausses", "Il n'en est rien", "Cette version ne repose sur rien"])
def test_an_account_is_contested(words: str) -> None:
    (denial,) = denials_of(words, "Ivo Tarn", person("Ivo Tarn"))
    assert (denial.kind, denial.by) == ("explicit", "Ivo Tarn")
    assert denial.tie.startswith("contests")


@pytest.mark.parametrize(
    "words",
    [
        "Ces informations sont précieuses",
        "Le faux pas du pilote est une information",  # a noun, and no verb of being between
        "La porte du fond est fausse",  # no account
    ],
)
def test_no_account_is_contested(words: str) -> None:
    assert denials_of(words, "Ivo Tarn", person("Ivo Tarn")) == []


def test_what_was_not_so_is_not_contested() -> None:
    before = "La régie dit que les barges de Kervel n'ont jamais coulé le ferry Aurore."
    told = "les barges de Kervel n'ont jamais coulé le ferry Aurore"
    text = Text("a", f"{before} « C'est faux », a dit Ivo Tarn.")
    text.said(told, person("Régie du port", kind=ClaimantKind.BODY), source="La régie", cue="dit que")
    text.said("C'est faux", person("Ivo Tarn"), source="Ivo Tarn", cue="a dit")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, text.told[0][0]))])
    assert [one for story in lineage.stories for one in story.denials] == []


@pytest.mark.parametrize(("words", "denied"), [("The report is ridiculous", True), ("It is ridiculous", False), ("It is untrue", True)])
def test_an_opinion_denies_only_what_is_named_as_an_account(words: str, denied: bool) -> None:
    told = "the barges of Kervel sank the ferry Aurore"
    text = Text("a", f"The port board said {told}. “{words},” replied Ivo Tarn.", lang="en")
    text.said(told, person("Port board", kind=ClaimantKind.BODY), source="The port board", cue="said")
    text.said(words, person("Ivo Tarn"), source="Ivo Tarn", cue="replied")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, text.told[0][0]))])
    assert bool([one for story in lineage.stories for one in story.denials]) is denied


def test_nothing_is_contested_where_nothing_is_told() -> None:
    assert denials_of("Ces informations sont fausses", "Ivo Tarn", person("Ivo Tarn"), before="Le ferry part à midi.") == []


def test_somebody_says_of_himself_that_it_was_not_so() -> None:
    (denial,) = denials_of("Nos barges n'ont jamais coulé le ferry", "Kervel", KERVEL)
    assert denial.tie.startswith("says of himself")


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Nos barges n'ont jamais coulé le ferry", person("Ivo Tarn")),  # nobody says it of him
        ("Les barges n'ont jamais coulé le ferry", KERVEL),  # he does not speak of himself
        ("Nos barges ont coulé le ferry", KERVEL),  # no negation
        ("Nos amis ne savent pas nager", KERVEL),  # of something else
    ],
)
def test_a_negation_alone_denies_nothing(words: str, who: Claimant) -> None:
    assert denials_of(words, who.name, who) == []


@pytest.mark.parametrize(("told", "denied"), [("a coulé le ferry Aurore", True), ("a refusé de couler le ferry Aurore", False)])
def test_who_was_told_to_have_refused_denies_nothing_by_saying_that_he_does_not(told: str, denied: bool) -> None:
    text = Text("a", f"La régie dit que Kervel {told}. « Je n'ai pas coulé le ferry Aurore », a dit Kervel.")
    text.said(f"Kervel {told}", person("Régie du port", kind=ClaimantKind.BODY), source="La régie", cue="dit que")
    text.said("Je n'ai pas coulé le ferry Aurore", KERVEL, source="Kervel", cue="a dit")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, f"Kervel {told}", text.told[0][0]))])
    assert bool([one for story in lineage.stories for one in story.denials]) is denied


def test_who_is_asked_and_evades_has_declined() -> None:
    marine = person("Marine de Kervel", kind=ClaimantKind.BODY)
    (denial,) = denials_of("Nous n'avons pas d'information", "la Marine de Kervel", marine, asked="Interrogée : ")
    assert denial.kind == "declined"
    assert denials_of("Nous n'avons pas d'information", "la Marine de Kervel", marine) == []
    assert denials_of("Nous n'avons pas d'information", "Ivo Tarn", person("Ivo Tarn"), asked="Interrogé : ") == []


@pytest.mark.parametrize(
    ("told", "words", "denied"),
    [
        ("Kervel va vendre les barges du port", "Nos barges ne sont pas à vendre au port", True),
        ("Kervel va vendre les barges du port", "Nos barges ne sont plus à vendre au port", False),  # they were before
        ("Kervel va vendre les barges du port", "Nous ne voulons pas vendre les barges du port", False),  # he may do what he does not wish
        ("Kervel loue des barges au port, faute de ferry", "Nos barges n'ont pas de ferry au port", False),  # both say there is none
        ("Kervel loue des barges au port, avec un ferry", "Nos barges n'ont pas de ferry au port", True),
    ],
)
def test_what_is_no_longer_so_or_not_wished_denies_nothing(told: str, words: str, denied: bool) -> None:
    text = Text("a", f"La régie dit que {told}. « {words} », a dit Kervel.")
    text.said(told, person("Régie du port", kind=ClaimantKind.BODY), source="La régie", cue="dit que")
    text.said(words, KERVEL, source="Kervel", cue="a dit")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, text.told[0][0]))])
    assert bool([one for story in lineage.stories for one in story.denials]) is denied


def test_nobody_denies_what_he_has_no_longer_in_english() -> None:
    told = "Kervel will run old barges in the port for lack of clean ferries"
    text = Text("a", f"The board said {told}. “We have no clean ferries in the port,” said Kervel.", lang="en")
    text.said(told, person("Port board", kind=ClaimantKind.BODY), source="The board", cue="said")
    text.said("We have no clean ferries in the port", KERVEL, source="Kervel", cue="said")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, text.told[0][0]))])
    assert [one for story in lineage.stories for one in story.denials] == []


@pytest.mark.parametrize(
    "words",
    [
        "Je rappelle qu'on n'a pas le droit de couler les barges ni le ferry",  # of anybody
        "Nos barges n'ont jamais coulé le ferry ?",
    ],
)
def test_a_clause_of_its_own_and_a_question_say_nothing_of_himself(words: str) -> None:
    assert denials_of(words, "Kervel", KERVEL) == []


@pytest.mark.parametrize(
    ("words", "is_denied"),
    [
        ("It is not true that the salt is wet", False),  # it says itself what is not so
        ("It is not true", True),
        ("The vote never happened", False),  # nobody told of a vote
        ("The sinking of the ferry never happened", True),
    ],
)
def test_what_is_said_not_to_be_so_is_what_was_told(words: str, is_denied: bool) -> None:
    told = "the barges of Kervel sank the ferry Aurore"
    text = Text("a", f"The port board said {told}. “{words},” replied Ivo Tarn.", lang="en")
    text.said(told, person("Port board", kind=ClaimantKind.BODY), source="The port board", cue="said")
    text.said(words, person("Ivo Tarn"), source="Ivo Tarn", cue="replied")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, text.told[0][0]))])
    assert bool([one for story in lineage.stories for one in story.denials]) is is_denied


@pytest.mark.parametrize(("stance", "is_denied"), [(Stance.ASSERTED, True), (Stance.DENIED, False)])
def test_what_somebody_denied_is_not_contested_by_who_calls_his_words_untrue(stance: Stance, is_denied: bool) -> None:
    text = Text("a", f"La régie {'dit' if is_denied else 'nie'} que {TOLD}. Ivo Tarn répond : « Ces déclarations sont mensongères. »")
    said = text.said(
        TOLD, person("Régie du port", kind=ClaimantKind.BODY), source="La régie", cue="dit" if is_denied else "nie", stance=stance
    )
    words = "Ces déclarations sont mensongères."
    text.said(words, person("Ivo Tarn"), source="Ivo Tarn", cue="répond", kind=SpeechKind.DIRECT)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, TOLD, said))])
    found = [one.by for story in lineage.stories for one in story.denials]
    assert ("Ivo Tarn" in found) is is_denied


@pytest.mark.parametrize(("verb", "denied"), [("did not open", True), ("cannot open", False)])
def test_what_somebody_cannot_do_is_not_denied(verb: str, denied: bool) -> None:
    told, words = "the port opened its gates to the barges of Norr", f"it {verb} its gates to the barges of Norr"
    port = person("port of Ostrel", kind=ClaimantKind.BODY)
    text = Text("a", f"Una Brel said {told}. The port of Ostrel said {words}.", lang="en")
    said = text.said(told, person("Una Brel"), source="Una Brel", cue="said")
    text.said(words, port, source="The port of Ostrel")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, said))])
    assert bool([one for story in lineage.stories for one in story.denials]) is denied
