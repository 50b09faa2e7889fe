"""A word cut from a quotation: its statement is one with what the speaker is quoted with, and with nothing else."""

import pytest

from selon import match
from selon.match.stock import Telling
from selon.model.attribution import SpeechKind, Stance
from selon.model.claim import Claim
from support.handmade import Text, person

QUOTED = "Tout ce qui se passe au port, c'est politique, la façon dont c'est fait, c'est politique"
CUT = 'une arrestation "politique"'
AROUND = (
    "Ivo Talmar, figure des bateliers de Sorneville, sortait jeudi du commissariat de Valmor, où il avait passé la nuit avec son frère. "
    "Les bateliers de Sorneville bloquent depuis lundi les écluses du canal de Norr contre la hausse du péage voulue par la régie de Norr. "
)


def quoting(ident: str = "a", words: str = QUOTED, *, day: str = "2031-05-03", who: str = "Ivo Talmar") -> Text:
    text = Text(ident, f"{AROUND}« {words} », a déclaré le meneur {who}.", day=day)
    text.said(words, person(who), source=f"le meneur {who}", cue="a déclaré", kind=SpeechKind.DIRECT)
    return text


def cutting(
    words: str = CUT, *, day: str = "2031-05-03", who: str = "Ivo Talmar", stance: Stance = Stance.ASSERTED, source: str = ""
) -> Text:
    told = source or f"Le meneur {who}"
    text = Text("b", f"{AROUND}{told} a dénoncé {words}.", day=day)
    text.said(words, person(who), source=told, cue="a dénoncé", stance=stance)
    return text


def joined(*texts: Text) -> list[Claim]:
    """The claims that hold what somebody says, in more than one text."""
    found = [claim for claim in match.claims([text.read() for text in texts], ()) if any(one.claimant for one in claim.appearances)]
    return [claim for claim in found if len({one.article_id for one in claim.appearances}) > 1]


def apart(*texts: Text) -> bool:
    """Does the text b tell nothing that others tell of somebody?"""
    return all("b" not in {one.article_id for one in claim.appearances} for claim in joined(*texts))


TWO = (quoting("a"), quoting("c"))


def test_a_word_is_cut_from_what_its_speaker_is_quoted_with() -> None:
    (claim,) = joined(*TWO, cutting())
    assert {one.article_id for one in claim.appearances} == {"a", "b", "c"}
    assert [link.evidence for link in claim.links if "is cut" in link.evidence[0]] == [("the word “politique” is cut from it",)] * 2


def test_such_a_statement_stands_in_a_clause_with_its_source_and_cue() -> None:
    text = cutting()
    (one,) = [one for claim in match.claims([text.read()], ()) for one in claim.appearances if one.claimant]
    assert one.spans[0].of(text.text) == CUT
    assert one.clause is not None
    assert one.clause.of(text.text) == f"Le meneur Ivo Talmar a dénoncé {CUT}"


def test_a_whole_statement_of_one_quoted_word() -> None:
    text = Text("b", f"{AROUND}Ivo Talmar a parlé d'une arrestation que le batelier juge « politique ».", day="2031-05-03")
    text.said("politique", person("Ivo Talmar"), source="le batelier", cue="juge", kind=SpeechKind.DIRECT)
    (claim,) = joined(*TWO, text)
    assert "b" in {one.article_id for one in claim.appearances}


@pytest.mark.parametrize(
    "other",
    [
        cutting(words="une arrestation politique"),
        cutting(words='une arrestation "purement politique"'),
        cutting(words='une arrestation "arbitraire"'),
        cutting(who="Una Brel"),
        cutting(day="2031-05-09"),
        cutting(stance=Stance.DENIED),
        cutting(source="Il"),
    ],
    ids=["no marks", "two words", "another word", "another speaker", "another week", "he denies it", "a pronoun"],
)
def test_other_statements_stay_apart(other: Text) -> None:
    assert apart(*TWO, other)


def test_what_one_text_alone_quotes() -> None:
    assert not joined(quoting(), cutting())


def test_a_word_that_stands_in_two_claims_of_the_speaker_is_cut_from_neither() -> None:
    words = "Le conseil de la régie a fait de notre grève une affaire politique dès le premier soir"
    assert apart(*TWO, quoting("d", words), quoting("e", words), cutting())


def test_a_text_of_another_story() -> None:
    text = Text("b", f"La foire aux huîtres ouvre samedi à Brennac. Ivo Talmar a dénoncé {CUT}.", day="2031-05-03")
    text.said(CUT, person("Ivo Talmar"), source="Ivo Talmar", cue="a dénoncé")
    assert apart(*TWO, text)


def test_order_and_how_many_are_held_change_nothing() -> None:
    readings = [text.read() for text in (*TWO, cutting())]
    told = [Telling(one.article.text, match.statements(one)) for one in readings]
    found = match.claims(readings, ())
    assert found == match.claims(readings[::-1], ())
    assert found == tuple(sorted(match.claims_of(len(told), told.__getitem__, ()), key=lambda claim: claim.id))
