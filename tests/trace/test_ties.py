"""Which claim a denial is about: what stands right before it, and nothing where the text does not carry it."""

import pytest

from selon import trace as tracing
from selon.model.attribution import SpeechKind, Stance
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Denial
from support.handmade import Text, appearance, claim, person

TARN, BREL = person("Ivo Tarn"), person("Una Brel")
SUNK = "le ferry Aurore a coulé devant Kervel"


def denial_of(
    before: str,
    told: str,
    denial: str,
    content: str,
    *,
    source: str = "Ivo Tarn",
    cue: str = "dément",
    teller: Claimant = BREL,
    by: str = "Una Brel",
    says: str = "affirme que",
    stance: Stance = Stance.DENIED,
    kind: SpeechKind = SpeechKind.INDIRECT,
    lang: str = "fr",
) -> Denial | None:
    """The denial of an article in which `teller` tells something, and `denial` stands behind it; None where none is shown."""
    text = Text("a", f"{before} {denial}", lang=lang)
    said = text.said(told, teller, source=by, cue=says, kind=kind)
    text.said(content, TARN, source=source, cue=cue, stance=stance, anaphoric=len(content.split()) <= 2)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, said))])
    found = [*lineage.open_denials, *(one for story in lineage.stories for one in story.denials)]
    return found[0] if found else None


def tied(one: Denial | None) -> bool:
    return one is not None and one.claim_id is not None


def test_an_account_is_the_one_told_right_before() -> None:
    before = f"Una Brel affirme que {SUNK}."
    assert tied(denial_of(before, SUNK, "Ivo Tarn dément cette information.", "cette information"))
    farther = f"{before} La mairie reste fermée. Le marché ouvre demain."
    assert not tied(denial_of(farther, SUNK, "Ivo Tarn dément cette information.", "cette information"))


@pytest.mark.parametrize(("told", "is_tied"), [("12 barques ont coulé devant Kervel", True), (SUNK, False)])
def test_figures_are_denied_of_what_counts(told: str, is_tied: bool) -> None:
    assert tied(denial_of(f"Una Brel affirme que {told}.", told, "Ivo Tarn dément ces chiffres.", "ces chiffres")) is is_tied


@pytest.mark.parametrize(
    ("told", "is_tied"),
    [
        ("il a caché les plans du ferry Aurore", True),
        ("la mairie compte douze barques neuves", False),  # of nobody who could be accused
    ],
)
def test_an_accusation_is_of_somebody(told: str, is_tied: bool) -> None:
    assert tied(denial_of(f"Una Brel affirme que {told}.", told, "Ivo Tarn dément ces accusations.", "ces accusations")) is is_tied


def test_an_accusation_that_is_only_mentioned_tells_none() -> None:
    told = "le dossier sur ces accusations part demain au greffe"
    assert not tied(denial_of(f"Una Brel affirme que {told}.", told, "Ivo Tarn dément les accusations.", "les accusations"))


@pytest.mark.parametrize(("content", "is_tied"), [("this", True), ("it was ready", False)])
def test_a_bare_word_points_only_where_it_stands_alone(content: str, is_tied: bool) -> None:
    told = "the ferry Aurora sank off Kervel"
    before = f"Una Brel said {told}."
    found = denial_of(before, told, f"Ivo Tarn denied {content}.", content, cue="denied", says="said", lang="en")
    assert tied(found) is is_tied


def test_what_stands_between_is_what_it_points_at() -> None:
    told = f"Una Brel affirme que {SUNK}."
    assert tied(denial_of(told, SUNK, "Mais Ivo Tarn nie cela.", "cela", cue="nie"))
    assert not tied(denial_of(told, SUNK, "Mais ce danger, Ivo Tarn nie cela.", "cela", cue="nie"))


def test_a_noun_with_a_pointing_word_behind_it_is_what_is_denied() -> None:
    content = "toute violence dans ce ferry"
    assert not tied(denial_of(f"Una Brel affirme que {SUNK}.", SUNK, f"Ivo Tarn dément {content}.", content))


@pytest.mark.parametrize(
    "denial",
    [
        "Si Ivo Tarn dément cette information, le marché fermera.",  # only supposed
        "Ivo Tarn lui reproche de dément cette information.",  # laid at another's door
        "Ivo Tarn pourrait demain dément cette information.",  # only possible
    ],
)
def test_what_is_no_denial(denial: str) -> None:
    assert denial_of(f"Una Brel affirme que {SUNK}.", SUNK, denial, "cette information") is None


def test_who_is_asked_about_a_report_is_asked_what_the_press_tells() -> None:
    gazette = person("Gazette de Kervel", kind=ClaimantKind.OUTLET)
    denial, content = "Ivo Tarn n'a pas souhaité commenter cette information.", "cette information"
    asked = {"cue": "n'a pas souhaité commenter", "stance": Stance.UNCONFIRMED}
    by_outlet = denial_of(f"La Gazette affirme que {SUNK}.", SUNK, denial, content, teller=gazette, by="La Gazette", **asked)  # type: ignore[arg-type]
    assert tied(by_outlet)
    assert by_outlet is not None
    assert by_outlet.kind == "declined"
    assert not tied(denial_of(f"Una Brel affirme que {SUNK}.", SUNK, denial, content, **asked))  # type: ignore[arg-type]


def test_nobody_denies_what_he_says_himself() -> None:
    before = f"Ivo Tarn affirme que {SUNK}."
    assert not tied(
        denial_of(before, SUNK, "Le maire dément cette information.", "cette information", source="Le maire", teller=TARN, by="Ivo Tarn")
    )


def test_a_denial_is_not_what_another_denial_is_about() -> None:
    told = "le port dément avoir vendu le ferry Aurore"
    text = Text("a", f"{told}. Ivo Tarn dément cette information.")
    text.said("avoir vendu le ferry Aurore", BREL, source="le port", cue="dément", stance=Stance.DENIED)
    text.said("cette information", TARN, source="Ivo Tarn", cue="Ivo Tarn dément", stance=Stance.DENIED, anaphoric=True)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told))])
    assert all(denial.claim_id is None for denial in lineage.open_denials if denial.by == "Ivo Tarn")
    assert not any(denial.by == "Ivo Tarn" for story in lineage.stories for denial in story.denials)


@pytest.mark.parametrize(
    ("told", "is_tied"),
    [
        ("Ivo Tarn est accusé d'avoir coulé le ferry", True),
        ("Ivo Tarn avait loué la barque verte, mais", False),  # he does not deny that
        ("Una Brel est accusée d'avoir aidé le parti d'Ivo Tarn", False),  # she is accused
    ],
)
def test_a_hand_in_it_is_denied_of_what_accuses(told: str, is_tied: bool) -> None:
    text = Text("a", f"{told}. L'armateur nie toute implication.")
    text.said("toute implication", TARN, source="L'armateur", cue="nie", stance=Stance.DENIED)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told))])
    assert bool(lineage.stories[0].denials) is is_tied


def test_a_hand_in_an_affair_of_its_own_stays_open() -> None:
    told = "Ivo Tarn est accusé d'avoir coulé le ferry"
    text = Text("a", f"{told}. Il fut jugé dans une affaire de fraude, dans laquelle il nie toute implication.")
    text.said("toute implication", TARN, source="il", cue="nie", stance=Stance.DENIED)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told))])
    assert not lineage.stories[0].denials


@pytest.mark.parametrize(
    ("content", "is_tied"),
    [
        ("la vente du ferry Aurore à la ville de Kervel", True),
        ("le naufrage du ferry Aurore à la ville de Kervel", False),  # what it turns on is not told
    ],
)
def test_what_shares_its_words_holds_what_the_denial_turns_on(content: str, is_tied: bool) -> None:
    told = "la ville de Kervel annonce la vente du ferry Aurore"
    assert tied(denial_of(f"Una Brel affirme que {told}.", told, f"Le lendemain, Ivo Tarn dément {content}.", content)) is is_tied


def test_a_quotation_beside_which_nobody_stands_is_no_account() -> None:
    text = Text("a", f"« {SUNK} ». Ivo Tarn dément cette information.")
    alone = text.said(SUNK, None, kind=SpeechKind.DIRECT)
    text.said("cette information", TARN, source="Ivo Tarn", cue="dément", stance=Stance.DENIED, anaphoric=True)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, SUNK, alone))])
    assert [one.claim_id for one in lineage.open_denials] == [None]


@pytest.mark.parametrize(
    ("denial", "content", "is_tied"),
    [
        ("Ivo Tarn a refusé de commenter cette information.", "cette information", True),
        ("Ivo Tarn a refusé de commenter davantage cette information.", "davantage cette information", False),
    ],
)
def test_who_adds_nothing_leaves_what_was_said_as_it_is(denial: str, content: str, is_tied: bool) -> None:
    paper = person("Courrier du port", kind=ClaimantKind.OUTLET)
    before = f"Le Courrier du port écrit que {SUNK}."
    found = denial_of(before, SUNK, denial, content, cue="a refusé de commenter", teller=paper, by="Le Courrier du port", says="écrit que")
    assert tied(found) is is_tied


def test_what_calls_an_account_untrue_is_no_account() -> None:
    dismissed = f"les rumeurs selon lesquelles {SUNK} sont infondées"
    assert not tied(denial_of(f"Una Brel affirme que {dismissed}.", dismissed, "Ivo Tarn dément cette information.", "cette information"))


def test_the_rest_of_a_sentence_is_not_what_it_denies() -> None:
    rest = "backed ferry Aurore of Kervel"
    text = Text("a", f"Una Brel said the ferry was late. Ivo Tarn denied that Oslo ran the U.S.-{rest} at night.", lang="en")
    text.said("that Oslo ran the U.S", TARN, source="Ivo Tarn", cue="denied", stance=Stance.DENIED)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, rest))])
    assert [one.claim_id for one in lineage.open_denials] == [None]


@pytest.mark.parametrize(
    ("before", "told", "is_tied"),
    [
        ("Una Brel affirme que 40 barges ont coulé devant Kervel.", "40 barges ont coulé devant Kervel", True),
        ("Una Brel affirme que 40 barges ont coulé devant Kervel, et parle de 9 noyés.", "40 barges ont coulé devant Kervel", False),
    ],
)
def test_a_figure_is_the_one_told_last(before: str, told: str, is_tied: bool) -> None:
    assert tied(denial_of(before, told, "Ivo Tarn dément ce chiffre.", "ce chiffre")) is is_tied


@pytest.mark.parametrize(("opening", "is_tied"), [("Si", False), ("Hier", True)])
def test_what_is_only_supposed_is_not_what_is_denied(opening: str, is_tied: bool) -> None:
    told = f"{opening} la vente du ferry Aurore aux pilotes ruine Kervel"
    found = denial_of(
        f"Una Brel affirme que {told}.",
        told,
        "Ivo Tarn dément la vente du ferry aux pilotes de Kervel.",
        "la vente du ferry aux pilotes de Kervel",
    )
    assert tied(found) is is_tied


@pytest.mark.parametrize(("denier", "is_told"), [("Beaucoup", False), ("Les pilotes", True)])
def test_many_are_nobody(denier: str, is_told: bool) -> None:
    found = denial_of(f"Una Brel affirme que {SUNK}.", SUNK, f"{denier} dément cette version.", "cette version", source=denier)
    assert (found is not None) is is_told


@pytest.mark.parametrize(
    ("told", "is_tied"), [("Ivo Tarn bullied the port staff of Kervel", True), ("Una Brel bullied the port staff of Kervel", False)]
)
def test_an_accusation_of_another_text_is_of_the_denier(told: str, is_tied: bool) -> None:
    other, text = (
        Text("b", f"The board said that {told}.", lang="en"),
        Text("a", "Ivo Tarn denied allegations that he bullied the port staff of Kervel.", lang="en"),
    )
    said = other.said(told, person("Board", kind=ClaimantKind.BODY), source="The board", cue="said")
    denial = text.said(
        "allegations that he bullied the port staff of Kervel",
        TARN,
        source="Ivo Tarn",
        cue="denied",
        stance=Stance.DENIED,
        rule="verb.object",
    )
    linked = claim(
        appearance(other, told, said), denied_by=(own := appearance(text, "allegations that he bullied the port staff of Kervel", denial))
    )
    lineage = tracing.lineage([text.read(), other.read()], (), [linked, claim(own)])
    assert bool([one for story in lineage.stories for one in story.denials]) is is_tied
