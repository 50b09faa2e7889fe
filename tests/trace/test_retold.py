"""A denial that a second text tells in the same words is tied there too."""

import pytest

from selon import trace as tracing
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Denial
from support.handmade import Text, appearance, claim, person

TOLD = "les barges de Kervel ont coulé le ferry Aurore"
DENIED = "Nos barges de Kervel n'ont jamais coulé le ferry Aurore"
KERVEL = person("Kervel", kind=ClaimantKind.BODY)


def _denials(again: str, *, who: str = "Kervel") -> list[Denial]:
    """The tied denials, where a first text tells what is denied and the denial, and a second one the denial alone."""
    a = Text("a", f"La régie dit que {TOLD}. « {DENIED} », a dit Kervel.", day="2031-03-01")
    a.said(TOLD, person("Régie du port", kind=ClaimantKind.BODY), source="La régie", cue="dit que")
    first = a.said(DENIED, KERVEL, source="Kervel.", cue="a dit")
    b = Text("b", f"« {again} », a dit {who} aux journalistes.", day="2031-03-02")
    second = b.said(again, KERVEL if who == "Kervel" else person(who), source=who, cue="a dit")
    claims = [claim(appearance(a, TOLD, a.told[0][0])), claim(appearance(a, DENIED, first), appearance(b, again, second))]
    lineage = tracing.lineage([a.read(), b.read()], (), claims)
    return [denial for story in lineage.stories for denial in story.denials]


def test_it_is_tied_where_it_is_told_again() -> None:
    first, second = sorted(_denials(DENIED), key=lambda one: one.article_id)
    assert (first.article_id, second.article_id) == ("a", "b")
    assert (first.claim_id, first.kind, first.by) == (second.claim_id, second.kind, second.by)
    assert second.tie == "told again: a has it in the same words, where it is tied"


@pytest.mark.parametrize(("again", "who"), [(DENIED, "Ivo Tarn"), ("Nos barges restent toutes au port pour la nuit", "Kervel")])
def test_another_speaker_or_other_words_are_no_denial_told_again(again: str, who: str) -> None:
    assert {one.article_id for one in _denials(again, who=who)} == {"a"}
