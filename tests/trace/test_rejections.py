"""Denials without a word of denial, refusals that deny nothing, and what pointing words point at."""

from dataclasses import replace

import pytest

from selon import trace as tracing
from selon.model.attribution import Stance
from selon.model.lineage import Denial
from support.handmade import Text, appearance, claim, person

HELD = "Una Brel a été placée en garde à vue pour le naufrage du ferry Aurore"
TARN = person("Ivo Tarn")


def denials_of(text: Text, *accusing: str, **others: Text) -> list[Denial]:
    """The denials that are tied, in articles whose statements are one claim."""
    told = [appearance(text, words) for words in accusing] + [appearance(one, HELD) for one in others.values()]
    lineage = tracing.lineage([one.read() for one in (text, *others.values())], (), [claim(*told)])
    return [denial for story in lineage.stories for denial in story.denials]


def test_who_is_held_rejects_it_in_the_first_person() -> None:
    text = Text("a", f"{HELD}. « On cherche à nous mettre le naufrage sur le dos », a dit Una Brel.")
    text.said("On cherche à nous mettre le naufrage sur le dos", person("Una Brel"), source="Una Brel", cue="a dit")
    (denial,) = denials_of(text, HELD)
    assert (denial.by, denial.kind, denial.manner) == ("Una Brel", "explicit", "explicit")
    assert "garde à vue" in denial.tie


def test_counsel_contests_the_measure() -> None:
    text = Text("a", f"{HELD}. Son avocat Ivo Tarn dénonce une arrestation « arbitraire ».")
    text.said("une arrestation « arbitraire »", TARN, source="Son avocat Ivo Tarn", cue="dénonce")
    (denial,) = denials_of(text, HELD)
    assert (denial.by, denial.manner) == ("Ivo Tarn", "contested")  # that she was held he denies not
    tied = replace(denial, tie="a person says so")
    assert (tied.manner, replace(tied, is_of_measure=False).manner) == ("contested", "explicit")  # whatever words tell the tie


def test_nothing_of_the_kind_is_a_denial_from_one_who_rejects() -> None:
    text = Text("a", f"{HELD}. « Je n'ai rien fait », dit Una Brel. « Il n'y a pas eu de naufrage », ajoute Una Brel.")
    text.said("Je n'ai rien fait", person("Una Brel"), source="Una Brel", cue="dit")
    text.said("Il n'y a pas eu de naufrage", person("Una Brel"), source="Una Brel", cue="ajoute")
    assert [denial.kind for denial in denials_of(text, HELD)] == ["explicit", "explicit"]


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Il n'y a pas eu de blessés", "Ivo Tarn"),  # from one who rejects nothing
        ("On cherche à leur mettre le naufrage sur le dos", "Ivo Tarn"),  # a third person
        ("Il a commencé par dire : 'Oui, mais je n'y suis pour rien'", "Ivo Tarn"),  # whom he quotes
        ("Le règlement est arbitraire", "Ivo Tarn"),  # of no accusation and no measure
        ("Les quais sont fermés", "Son avocat Ivo Tarn"),
    ],
)
def test_what_is_no_rejection(said: str, source: str) -> None:
    text = Text("a", f"{HELD}. « {said} », a dit {source}.")
    text.said(said, TARN, source=source, cue="a dit")
    assert denials_of(text, HELD) == []


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("La procureure accuse Una Brel du naufrage", 1),
        ("La procureure accuse Marie Brel du naufrage", 1),
        ("La procureure accuse Brel conseil du naufrage", 0),  # who works for her
        ("Una Brel accuse Ivo Tarn du naufrage", 0),  # she is who accuses
    ],
)
def test_who_is_accused_is_who_stands_behind_the_word(told: str, count: int) -> None:
    text = Text("a", f"{told}. « C'est une cabale », a dit Una Brel.")
    text.said("C'est une cabale", person("Una Brel"), source="Una Brel", cue="a dit")
    assert len(denials_of(text, told)) == count


def test_nobody_rejects_what_no_article_tells() -> None:
    text = Text("a", "Le ferry Aurore part à midi. « Je n'ai rien fait », dit Una Brel.")
    text.said("Je n'ai rien fait", person("Una Brel"), source="Una Brel", cue="dit")
    assert denials_of(text, "Le ferry Aurore part à midi") == []


def test_the_accusation_that_most_articles_tell() -> None:
    other = Text("b", f"{HELD}.")
    text = Text("a", f"Una Brel est soupçonnée de fraude. {HELD}. « Je n'ai rien fait », dit Una Brel.")
    text.said("Je n'ai rien fait", person("Una Brel"), source="Una Brel", cue="dit")
    fraud, held = claim(appearance(text, "Una Brel est soupçonnée de fraude")), claim(appearance(text, HELD), appearance(other, HELD))
    stories = tracing.lineage([text.read(), other.read()], (), [fraud, held]).stories
    assert {story.claim.id: len(story.denials) for story in stories} == {fraud.id: 0, held.id: 1}


@pytest.mark.parametrize(
    ("content", "cue", "count"),
    [
        ("la demande de la ville", "a rejeté", 0),
        ("toute négociation", "refuse", 0),
        ("les accusations de la ville", "a rejeté", 1),
        ("que le ferry ait coulé", "a démenti", 1),
    ],
)
def test_a_refusal_is_no_denial(content: str, cue: str, count: int) -> None:
    text = Text("a", f"Le port {cue} {content}.")
    text.said(content, TARN, source="Le port", cue=cue, stance=Stance.DENIED)
    lineage = tracing.lineage([text.read()], (), [])
    assert len(lineage.open_denials) == count


def test_these_accusations_point_at_what_accuses() -> None:
    text = Text("a", f"{HELD}, accusée de négligence par la ville. Le ferry part toujours à midi. Ivo Tarn rejette ces accusations.")
    text.said("ces accusations", TARN, source="Ivo Tarn", cue="rejette", stance=Stance.DENIED, anaphoric=True)
    accused = claim(appearance(text, f"{HELD}, accusée de négligence par la ville"))
    noon = claim(appearance(text, "Le ferry part toujours à midi"))
    stories = tracing.lineage([text.read()], (), [accused, noon]).stories
    assert {story.claim.id: len(story.denials) for story in stories} == {accused.id: 1, noon.id: 0}


def test_these_accusations_stay_open_where_nothing_accuses() -> None:
    text = Text("a", "Le ferry part toujours à midi. Ivo Tarn rejette ces accusations.")
    text.said("ces accusations", TARN, source="Ivo Tarn", cue="rejette", stance=Stance.DENIED, anaphoric=True)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, "Le ferry part toujours à midi"))])
    assert [denial.claim_id for denial in lineage.open_denials] == [None]


def test_a_lawyer_in_english() -> None:
    held = "Una Brel was arrested over the sinking of the ferry Aurora"
    text = Text("a", f'{held}. Her lawyer Ivo Tarn called the arrest "unjustified".', lang="en")
    text.said('the arrest "unjustified"', TARN, source="Her lawyer Ivo Tarn", cue="called")
    assert [denial.by for denial in denials_of(text, held)] == ["Ivo Tarn"]


@pytest.mark.parametrize(
    "told",
    [
        "Una Brel n'a pas été placée en garde à vue pour le naufrage du ferry Aurore",  # nobody is held
        "Una Brel a été libérée de sa garde à vue pour le naufrage du ferry Aurore",  # it is over
    ],
)
def test_nobody_rejects_what_is_no_accusation(told: str) -> None:
    text = Text("a", f"{told}. « On cherche à nous mettre le naufrage sur le dos », a dit Una Brel.")
    text.said("On cherche à nous mettre le naufrage sur le dos", person("Una Brel"), source="Una Brel", cue="a dit")
    assert denials_of(text, told) == []


@pytest.mark.parametrize(("between", "is_tied"), [("", True), ("Le port reste ouvert. ", False)])
def test_an_answer_may_open_a_text_and_what_it_answers_stand_right_behind_it(between: str, is_tied: bool) -> None:
    text = Text("a", f"Son avocat Ivo Tarn dénonce une arrestation « arbitraire ». {between}{HELD}.")
    text.said("une arrestation « arbitraire »", TARN, source="Son avocat Ivo Tarn", cue="dénonce")
    assert bool(denials_of(text, HELD, b=Text("b", f"{HELD}."))) is is_tied


def test_nobody_rejects_in_the_first_person_what_somebody_else_is_accused_of() -> None:
    held = "Ivo Tarn a été placé en garde à vue pour le naufrage du ferry Aurore"
    text = Text("a", f"{held}. « On cherche à nous mettre cela sur le dos », a dit Una Brel.")
    text.said("On cherche à nous mettre cela sur le dos", person("Una Brel"), source="Una Brel", cue="a dit")
    assert denials_of(text, held) == []


@pytest.mark.parametrize(("who", "is_tied"), [("Una Brel", True), ("Una Brel supporters", False)])
def test_who_a_noun_behind_a_name_means_is_somebody_else(who: str, is_tied: bool) -> None:
    held = f"{who} were accused of the sinking of the ferry Aurore"
    text = Text("a", f"{held}. Una Brel said the inquiry was a witch hunt.", lang="en")
    text.said("the inquiry was a witch hunt", person("Una Brel"), source="Una Brel", cue="said")
    assert bool(denials_of(text, held)) is is_tied


@pytest.mark.parametrize("held", ["The port of Ostrel accused him of theft", "They are prosecuting the Brel adviser Ivo Tarn"])
def test_a_name_of_the_next_line_or_before_its_noun_is_not_who_is_accused(held: str) -> None:
    text = Text("a", f"{held}\nUna Brel has said the inquiry was a witch hunt.", lang="en")
    text.said("the inquiry was a witch hunt", person("Una Brel"), source="Una Brel", cue="has said")
    assert denials_of(text, held) == []


@pytest.mark.parametrize(
    ("told", "is_tied"),
    [
        ("Una Brel a été placée en garde à vue pour le naufrage du ferry Aurore", True),
        ("Una Brel est accusée du naufrage du ferry Aurore", False),  # of no arrest
        ("Le port fêtait ses cent ans quand Una Brel a été placée en garde à vue pour le naufrage du ferry Aurore", False),  # only of when
    ],
)
def test_an_arrest_is_contested_where_one_is_told(told: str, is_tied: bool) -> None:
    text = Text("a", f"{told}. Son avocat Ivo Tarn dénonce une arrestation « arbitraire ».")
    text.said("une arrestation « arbitraire »", TARN, source="Son avocat Ivo Tarn", cue="dénonce")
    assert bool(denials_of(text, told)) is is_tied


@pytest.mark.parametrize(("content", "count"), [("un large quart de la côte", 0), ("ces critiques", 1), ("l'étude du port", 1)])
def test_what_a_storm_sweeps_is_no_account(content: str, count: int) -> None:
    text = Text("a", f"La tempête Una a balayé {content}.")
    text.said(content, person("Una"), source="La tempête Una", cue="a balayé", stance=Stance.DENIED)
    assert len(tracing.lineage([text.read()], (), []).open_denials) == count


@pytest.mark.parametrize(
    ("told", "is_tied"),
    [
        ("Una Brel a été placée en garde à vue pour le naufrage du ferry Aurore", True),
        ("Una Brel est jugée pour le naufrage du ferry Aurore", False),
        ("Una Brel, arrêtée en mai, est jugée pour le naufrage du ferry Aurore", True),
    ],
)
def test_an_arrest_that_is_contested_is_no_trial(told: str, is_tied: bool) -> None:
    text = Text("a", f"{told}. Son avocat Ivo Tarn dénonce une arrestation « arbitraire ».")
    text.said("une arrestation « arbitraire »", TARN, source="Son avocat Ivo Tarn", cue="dénonce")
    assert bool(denials_of(text, told)) is is_tied
