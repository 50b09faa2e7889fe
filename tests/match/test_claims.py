"""Claims as a whole: what is an appearance, which claim a denial is tied to, and that order changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from selon import match
from selon.model.attribution import SpeechKind, Stance
from selon.model.claim import Claim
from selon.model.reading import Reading
from support.handmade import Text, person

SANK = "Le ferry Aurore a coulé devant Port-Alba."


def texts_of(claims: tuple[Claim, ...], *texts: Text) -> list[list[str]]:
    """The words of each claim's appearances."""
    by_id = {text.id: text.text for text in texts}
    return [[" … ".join(span.of(by_id[one.article_id]) for span in one.spans) for one in claim.appearances] for claim in claims]


def test_a_content_and_what_is_left_of_its_sentence() -> None:
    text = Text("a", "Le ferry Aurore a coulé devant Port-Alba, affirme Una Brel, et deux bateaux cherchent encore son ancre dans la baie.")
    text.said("Le ferry Aurore a coulé devant Port-Alba", person("Una Brel"), source="Una Brel", cue="affirme")
    told = {told: claim.appearances[0] for claim in match.claims([text.read()], ()) for (told,) in texts_of((claim,), text)}
    assert {words: one.claimant for words, one in told.items()} == {
        "Le ferry Aurore a coulé devant Port-Alba": "Una Brel",
        "et deux bateaux cherchent encore son ancre dans la baie": None,
    }


def test_a_short_rest_is_no_statement() -> None:
    text = Text("a", "Le ferry Aurore a coulé devant Port-Alba, affirme hier Una Brel.")
    text.said("Le ferry Aurore a coulé devant Port-Alba", person("Una Brel"), source="Una Brel", cue="affirme")
    assert texts_of(match.claims([text.read()], ()), text) == [["Le ferry Aurore a coulé devant Port-Alba"]]


def test_a_content_that_points_back_states_nothing() -> None:
    text = Text("a", "Una Brel a démenti cette information.")
    text.said("cette information", person("Una Brel"), source="Una Brel", cue="a démenti", stance=Stance.DENIED, anaphoric=True)
    assert match.claims([text.read()], ()) == ()


def test_a_content_of_two_sentences_is_two_statements() -> None:
    quote = "Le ferry Aurore a coulé ce matin devant le phare de Port-Alba. Nous avons aussitôt fermé le chenal jusqu'à ce soir."
    text = Text("a", f"« {quote} », dit Una Brel")
    text.said(quote, person("Una Brel"), source="Una Brel")
    claims = match.claims([text.read()], ())
    assert len(claims) == 2
    assert {claim.appearances[0].claimant for claim in claims} == {"Una Brel"}


def test_a_denial_is_a_claim_of_its_own_and_a_link_of_the_one_it_denies() -> None:
    a, b = Text("a", SANK), Text("b", "La mairie dément que le ferry Aurore a coulé devant Port-Alba.")
    b.said("le ferry Aurore a coulé devant Port-Alba", person("la mairie"), source="La mairie", cue="dément", stance=Stance.DENIED)
    claims = match.claims([a.read(), b.read()], ())
    (denied,) = [claim for claim in claims if claim.links]
    (link,) = denied.links
    assert [one.article_id for one in denied.appearances] == ["a"]
    assert (link.kind, {link.a, link.b}) == ("denial", {one.id for claim in claims for one in claim.appearances})


def test_other_numbers_are_variants_with_both_numbers() -> None:
    a = Text("a", "L'effondrement de la tribune de Brennac a fait 20 blessés.", day="2031-05-03")
    b = Text("b", "L'effondrement de la tribune de Brennac a fait des centaines de blessés.", day="2031-05-04")
    (claim,) = match.claims([a.read(), b.read()], ())
    assert [variant.what for variant in claim.variants] == ["number: 20 | centaines"]
    assert claim.label == a.text


def test_every_link_says_why() -> None:
    a, b = Text("a", SANK), Text("b", "Port-Alba : le ferry Aurore a coulé")
    (claim,) = match.claims([a.read(), b.read()], ())
    (link,) = claim.links
    assert link.a < link.b
    assert {"name Aurore", "concept sink"} <= set(link.evidence)
    assert 0 < link.score <= 1


def test_the_label_is_the_earliest_then_the_longest_attributed() -> None:
    a, b = Text("a", SANK, day="2031-05-04"), Text("b", "Port-Alba : le ferry Aurore a coulé", day="2031-05-03")
    (claim,) = match.claims([a.read(), b.read()], ())
    assert claim.label == b.text


STORY = [
    Text("a", f"{SANK}\nTrois marins ont été secourus par un pêcheur de Kervel.", day="2031-05-03").read(),
    Text("b", "Port-Alba : le ferry Aurore a coulé\nUn pêcheur de Kervel a secouru trois marins.", day="2031-05-04").read(),
    Text("c", "Le ferry Aurore n'a pas coulé devant Port-Alba.", day="2031-05-04").read(),
    Text("d", "Five sailors were rescued by a fisherman from Kervel.\nThe ferry Aurora sank.", lang="en", day="2031-05-05").read(),
]
OTHER = [
    Text("x", "La bibliothèque de Brennac a prêté mille romans en avril.", day="2031-05-01").read(),
    Text("y", "En avril, mille romans prêtés par la bibliothèque de Brennac.", day="2031-05-02").read(),
]


@given(st.permutations(STORY + OTHER))
def test_the_order_of_articles_changes_nothing(order: list[Reading]) -> None:
    assert match.claims(order, ()) == match.claims(STORY + OTHER, ())


def test_what_else_is_read_at_once_changes_nothing() -> None:
    together = match.claims(STORY + OTHER, ())
    assert together == tuple(sorted(match.claims(STORY, ()) + match.claims(OTHER, ()), key=lambda claim: claim.id))


def test_every_statement_stands_in_one_claim() -> None:
    ids = [one.id for claim in match.claims(STORY + OTHER, ()) for one in claim.appearances]
    assert len(ids) == len(set(ids)) == 9
    assert all(claim.id == min(one.id for one in claim.appearances) for claim in match.claims(STORY, ()))


def opinions(second: str, kind: SpeechKind) -> int:
    """How many claims two articles make in which two persons speak of one bank."""
    first = "La banque de Brennac devra bientôt choisir entre ses clients et ses prêts"
    rows = (("a", first, "Una Brel", SpeechKind.DIRECT), ("b", second, "Ivo Tarn", kind))
    texts = [Text(name, f"« {words} », dit {who}.", day="2031-05-03") for name, words, who, _ in rows]
    for text, (_, words, who, how) in zip(texts, rows, strict=True):
        text.said(words, person(who), source=who, cue="dit", kind=how)
    return len(match.claims([text.read() for text in texts], ()))


def test_two_who_are_quoted_say_one_thing_only_in_many_words() -> None:
    few = "La banque de Brennac a perdu ses clients, et le sait"
    many = "La banque de Brennac devra choisir : ses clients ou ses prêts"
    assert opinions(few, SpeechKind.DIRECT) == 2
    assert opinions(few, SpeechKind.INDIRECT) == 1
    assert opinions(many, SpeechKind.DIRECT) == 1


def test_nothing_gives_nothing() -> None:
    assert match.claims([], ()) == ()


def test_what_is_denied_is_no_member_of_another_claim() -> None:
    a = Text("a", "Le ferry Aurore n'a pas coulé devant Port-Alba.")
    b = Text("b", "La mairie dément que le ferry Aurore a coulé devant Port-Alba.")
    b.said("le ferry Aurore a coulé devant Port-Alba", person("la mairie"), source="La mairie", cue="dément", stance=Stance.DENIED)
    claims = match.claims([a.read(), b.read()], ())
    assert [len(claim.appearances) for claim in claims] == [1, 1]
    assert [link for claim in claims for link in claim.links] == []  # the two agree


def test_a_claim_told_inside_its_denial_is_an_appearance_of_it() -> None:
    a = Text("a", SANK)
    b = Text("b", "La mairie dément l'information selon laquelle le ferry Aurore a coulé devant Port-Alba.")
    told = "le ferry Aurore a coulé devant Port-Alba"
    denial = b.said(f"l'information selon laquelle {told}", person("la mairie"), source="La mairie", cue="dément", stance=Stance.DENIED)
    b.said(told, None, parent=denial)
    claims = match.claims([a.read(), b.read()], ())
    assert sorted(sorted(one.article_id for one in claim.appearances) for claim in claims) == [["a", "b"], ["b"]]
    assert {link.kind for claim in claims for link in claim.links} == {"same", "denial"}
