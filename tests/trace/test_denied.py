"""What a denial is of: whose hand, what somebody is, whose account, and what only looks like one."""

import pytest

from selon import trace as tracing
from selon.model.attribution import Stance
from selon.model.capture import Capture
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Denial
from selon.pipeline import joined, per_article
from support.handmade import Text, appearance, claim, person

TARN, BREL = person("Ivo Tarn"), person("Una Brel")


def denials_of(told: str, denial: str, content: str, *, source: str = "Ivo Tarn", cue: str = "denied", who: Claimant | None = TARN,
               rule: str = "verb.object", lang: str = "en", teller: Claimant = BREL, anaphoric: bool = False) -> list[Denial]:  # fmt: skip
    """The denials of an article in which `teller` tells something, and the denial stands behind it."""
    says = "said" if lang == "en" else "affirme que"
    text = Text("a", f"{teller.name} {says} {told}. {denial}", lang=lang)
    said = text.said(told, teller, source=teller.name, cue=says)
    text.said(content, who, source=source, cue=cue, stance=Stance.DENIED, rule=rule, anaphoric=anaphoric)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, said))])
    return [*lineage.open_denials, *(one for story in lineage.stories for one in story.denials)]


def is_tied(found: list[Denial]) -> bool:
    return any(one.claim_id for one in found)


@pytest.mark.parametrize(
    ("content", "tied"),
    [
        ("any involvement in it", True),
        ("any direct involvement", True),
        ("Ida Corvin's involvement", False),  # hers
        ("the involvement of Ida Corvin", False),
        ("the grounds of his long trial for complicity", False),  # something else, of which it is a part
    ],
)
def test_a_hand_in_something_is_the_denier_s_own(content: str, tied: bool) -> None:
    assert is_tied(denials_of("Ivo Tarn was blamed for the fire", f"The keeper denied {content}.", content, source="The keeper")) is tied


@pytest.mark.parametrize(("subject", "tied"), [("its planes", True), ("he", True), ("the port of Norr", False)])
def test_whose_hand_a_clause_tells_is_its_subject_s(subject: str, tied: bool) -> None:
    content = f"{subject} were involved"
    found = denials_of(
        "Ivo Tarn was blamed for the fire", f"The keeper denied that {content}.", content, source="The keeper", rule="verb.that"
    )
    assert is_tied(found) is tied


@pytest.mark.parametrize(
    ("told", "tied"),
    [
        ("the Norr rowing club of Kervel is a smuggling gang", True),
        ("the smuggling gang of the Norr rowing club bought the port of Kervel", False),  # only called so
    ],
)
def test_that_somebody_is_something_is_told_of_him(told: str, tied: bool) -> None:
    content = "the Norr rowing club was a smuggling gang"
    assert is_tied(denials_of(told, f"Days later Ivo Tarn denied that {content}.", content, rule="verb.that")) is tied


@pytest.mark.parametrize(
    ("source", "who", "is_told"),
    [
        ("Ivo Tarn", TARN, True),
        ("They cannot", None, False),  # a negation
        ("Those who", None, False),  # of nobody in particular
        ("The keeper, who", None, True),
        ("Ivo Tarn, who", TARN, True),
    ],
)
def test_who_denies_is_somebody(source: str, who: Claimant | None, is_told: bool) -> None:
    found = denials_of("the ferry sank", f"{source} deny this report.", "this report", source=source, who=who, cue="deny", anaphoric=True)
    assert bool(found) is is_told


@pytest.mark.parametrize(
    ("content", "tied"),
    [
        ("those accusations", True),
        ("the allegations through a spokeswoman", True),  # how it was denied, and not of what
        ("the allegation repeatedly", True),
        ("the allegations as a wild and wanton fancy of the press", True),  # what he calls them
        ("the allegations of fraud", False),
        ("any wrongdoing", True),
        ("any shortage of bread", False),
    ],
)
def test_accusations_are_named_in_few_words(content: str, tied: bool) -> None:
    told = "Ivo Tarn was accused of having sold the lighthouse"
    assert is_tied(denials_of(told, f"The keeper denied {content}.", content, source="The keeper")) is tied


@pytest.mark.parametrize(
    ("told", "tied"),
    [
        ("Ivo Tarn est accusé d'avoir vendu le phare", True),
        ("Lia Sorn est accusée d'avoir vendu le phare", False),  # laid to another
    ],
)
def test_what_is_laid_to_him_names_him(told: str, tied: bool) -> None:
    content = "les accusations portées contre lui"
    assert is_tied(denials_of(told, f"Le gardien rejette {content}.", content, source="Le gardien", cue="rejette", lang="fr")) is tied


@pytest.mark.parametrize(("noun", "tied"), [("un fait", True), ("un port", False)])
def test_a_fact_that_somebody_denies_is_what_stands_before_it(noun: str, tied: bool) -> None:
    told = "le ferry Aurore a coulé devant Kervel"
    text = Text("a", f"Una Brel affirme que {told}, {noun} que nie Ivo Tarn.")
    said = text.said(told, BREL, source="Una Brel", cue="affirme que")
    text.said(noun, TARN, source="Ivo Tarn", cue="nie", stance=Stance.DENIED, rule="verb.pointed")
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, told, said))])
    assert bool(lineage.stories[0].denials) is tied


@pytest.mark.parametrize(
    ("content", "tied"),
    [
        ("les chiffres avancés par la mairie", True),
        ("les chiffres avancés par la mairie d'un gain de deux barges", False),  # it says itself of what
        ("l'affirmation de Norr que le phare est vendu", False),
    ],
)
def test_whose_account_is_denied(content: str, tied: bool) -> None:
    maker = person("Norr" if "Norr" in content else "La mairie", kind=ClaimantKind.BODY)
    told = "les barges rentrent demain au port"
    found = denials_of(told, f"Plus tard, Ivo Tarn conteste {content}.", content, cue="conteste", lang="fr", teller=maker)
    assert is_tied(found) is tied


@pytest.mark.parametrize(
    ("before", "tied"),
    [
        ("Norr tient les allégations anciennes du port selon lesquelles un gardien a vendu le phare", True),
        ("Norr tient les allégations anciennes du port en réserve", False),  # of what is not told
    ],
)
def test_an_accusation_tells_of_what(before: str, tied: bool) -> None:
    found = denials_of(before, "Le gardien dément ces accusations.", "ces accusations", source="Le gardien", cue="dément", lang="fr")
    assert is_tied(found) is tied


def test_a_denial_and_a_rejection_in_one_sentence_are_one() -> None:
    told = (
        "Talmar is facing charges of forging the books of the port, two people familiar with the matter told the Norr Agency. "
        "Ivo Talmar, the mayor of Ostrel, has denied any wrongdoing and has blasted the investigation as a “witch hunt” aimed at the port."
    )
    reading = per_article(Capture(id="a", address="a.txt", media_type="text/plain", content=told.encode()))
    denials = [one for story in joined([reading]).lineage.stories for one in story.denials]
    assert [one.span.of(told) for one in denials] == ["Ivo Talmar, the mayor of Ostrel, has denied any wrongdoing"]


def test_who_denies_in_a_clause_about_him_is_shown_without_its_pronoun() -> None:
    found = denials_of(
        "Ivo Tarn sold the port", "The keeper of Ostrel, who denied that, left.", "that", source="The keeper of Ostrel, who", who=None
    )
    assert [one.by for one in found] == ["The keeper of Ostrel"]


@pytest.mark.parametrize(
    ("told", "content", "tied"),
    [
        ("the wages of the crew were hidden in the old lighthouse", "the wages of the crew were hidden in the lighthouse", True),
        ("the wages of the crew were hidden in the old lighthouse", "he knew the wages of the crew were hidden in the lighthouse", False),
        ("he knew that the wages of the crew were hidden in the old lighthouse", "he knew the wages of the crew were hidden", True),
    ],
)
def test_who_denies_that_he_knew_does_not_deny_that_it_is_so(told: str, content: str, tied: bool) -> None:
    assert is_tied(denials_of(told, f"Days later Ivo Tarn denied that {content}.", content, rule="verb.that")) is tied


def test_who_denies_that_he_knew_does_not_deny_it_in_french() -> None:
    told, content = "le salaire des marins dort dans le vieux phare", "savoir que le salaire des marins dort dans le phare"
    answers = ((content, False), (content.replace("savoir que ", ""), True))
    for answer, tied in answers:
        denial = f"Plus tard, Ivo Tarn a nié {answer}."
        assert is_tied(denials_of(told, denial, answer, cue="a nié", lang="fr", rule="verb.that")) is tied


@pytest.mark.parametrize(
    ("content", "tied"),
    [
        ("her account", True),
        ("their claims", True),
        ("her account of the sale of two barges", False),  # it says itself of what
        ("her appetite", False),
    ],
)
def test_somebody_s_account_is_the_one_told_right_before(content: str, tied: bool) -> None:
    assert is_tied(denials_of("the ferry Aurore sank off Kervel", f"Ivo Tarn disputed {content}.", content, cue="disputed")) is tied


@pytest.mark.parametrize(
    ("content", "tied"),
    [
        ("the claims of Una Brel", True),
        ("the claim Una Brel painted two barges", False),  # what she told stands in it
        ("the conclusions of Una Brel on the price of bread", False),
    ],
)
def test_an_account_that_says_itself_what_is_told_is_no_other(content: str, tied: bool) -> None:
    told = "the barges will be home tomorrow"
    assert is_tied(denials_of(told, f"Days later Ivo Tarn rejected {content}.", content, cue="rejected")) is tied


@pytest.mark.parametrize(
    ("told", "content", "tied"),
    [
        ("Ivo Tarn was blamed for the raids on the quay", "any involvement in the raids", True),
        ("Ivo Tarn was blamed for the raids on the quay", "any involvement of Tarn in the raids", True),
        ("Ivo Tarn was blamed for a theft alleged by the port", "any involvement in the events alleged in that complaint", False),
    ],
)
def test_a_hand_is_denied_in_what_is_named_and_not_in_what_is_only_called_alleged(told: str, content: str, tied: bool) -> None:
    between = "\nThe market opens tomorrow.\nThe bridge is shut.\n"
    found = denials_of(told, f"{between}The keeper denied {content}.", content, source="The keeper")
    assert is_tied(found) is tied
