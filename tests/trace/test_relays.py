"""To whom or where something was said, which another text that gives the same words names nowhere."""

import pytest

from selon import trace as tracing
from selon.model.attribution import SpeechKind
from selon.model.lineage import Change
from support.handmade import Text, appearance, claim, person

WORDS = "Le vieux phare de Brume doit fermer avant la saison des pluies"


def changes(
    relay: str, after: str, *, days: tuple[str, str] = ("2031-03-01", "2031-03-02"), outlet: str | None = None, words: str = WORDS
) -> tuple[Change, ...]:
    """What changes between "…, a dit RELAY Una Brel" and a text that gives words of hers and more."""
    a, b = Text("a", f"« {WORDS} », a dit {relay} Una Brel.", day=days[0]), Text("b", after.format(words), day=days[1], outlet=outlet)
    one = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="a dit", kind=SpeechKind.DIRECT, via=relay)
    name = "Ivo Tarn" if "Ivo Tarn" in after else "Una Brel"
    other = b.said(words, person(name), source=name, cue="a dit", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, WORDS, one), appearance(b, words, other))
    return tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes


@pytest.mark.parametrize("relay", ["à l'AFP", "sur Canal Nord", "au Brumois", "auprès de l'AFP"])
def test_a_relay_is_named_by_one_text_alone(relay: str) -> None:
    (found,) = changes(relay, "« {} », a dit Una Brel.")
    assert (found.kind, found.from_article, found.to_article, found.directed) == ("attribution_dropped", "a", "b", False)
    assert relay in found.sentence


def test_of_two_texts_of_one_day_either_may_tell_it() -> None:
    (found,) = changes("à l'AFP", "« {} », a dit Una Brel.", days=("2031-03-02", "2031-03-02"))
    assert (found.from_article, found.to_article) == ("a", "b")


@pytest.mark.parametrize(
    ("relay", "after"),
    [
        ("à l'AFP", "« {} », a dit Una Brel à l'Agence France-Presse."),  # under another name
        ("à l'AFP", "« {} », a dit Una Brel.\nBrume (AFP)"),  # at the end
        ("sur Canal Nord", "« {} », a dit Una Brel. La chaîne Canal-Nord diffusait le débat."),
        ("sur Canalnord", "« {} », a dit Una Brel. Le débat de Canal dure."),  # in short
        ("sur Twitter", "« {} », a dit Una Brel."),  # a network
        ("dans un communiqué", "« {} », a dit Una Brel."),  # nobody's name
        ("sur le plateau de la chaîne Nord", "« {} », a dit Una Brel."),  # where the name ends is not sure
        ("à l'AFP", "« {} », a dit Ivo Tarn."),  # somebody else
    ],
)
def test_a_relay_that_is_named_or_names_nobody(relay: str, after: str) -> None:
    assert not any("names it nowhere" in one.sentence for one in changes(relay, after))


def test_a_relay_that_is_the_outlet() -> None:
    assert changes("au Brumois", "« {} », a dit Una Brel.", outlet="lebrumois.example") == ()


def test_a_relay_farther_off_is_of_another_talk() -> None:
    a = Text("a", f"« {WORDS} », a dit Una Brel, rappelant ce qu'elle avait promis sur Canal Nord.", day="2031-03-01")
    b = Text("b", f"« {WORDS} », a dit Una Brel.", day="2031-03-02")
    one = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="a dit", kind=SpeechKind.DIRECT, via="sur Canal Nord")
    other = b.said(WORDS, person("Una Brel"), source="Una Brel", cue="a dit", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, WORDS, one), appearance(b, WORDS, other))
    assert tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes == ()


def test_other_words_of_the_same_speaker() -> None:
    assert changes("à l'AFP", "« {} », a dit Una Brel.", words="Le phare de Brume gêne les pêcheurs de la côte depuis dix ans") == ()


def test_a_later_text_adds_a_relay() -> None:
    assert changes("à l'AFP", "« {} », a dit Una Brel.", days=("2031-03-03", "2031-03-01")) == ()
