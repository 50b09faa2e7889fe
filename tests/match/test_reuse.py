"""Passages that stand in two articles: where they are found, where not, what was changed, which came first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon import match
from selon.languages.fold import fold
from selon.model.article import Article, Block, BlockKind, Credit, CreditKind
from selon.model.passage import Reuse
from selon.model.span import Span
from support.handmade import Text

WIRE = (
    "Le bac de Kervel, selon l'agence Ormel, a heurté mardi matin la digue nord du port de Velmont avec quarante passagers à son bord, "
    "sans faire de blessé. La capitainerie a fermé le chenal jusqu'au soir et promis une inspection de la coque avant toute reprise."
)
BARE = WIRE.replace(", selon l'agence Ormel,", "")
FILLER = [
    "Les maraîchers de Brennac ouvrent leurs serres au public samedi pour la fête des primeurs et des herbes.",
    "La chorale du lycée prépare un concert de printemps avec des chansons de marins et deux créations.",
    "Un atelier de reliure accueille chaque jeudi les curieux qui veulent réparer un livre ancien.",
    "Le club d'échecs a remporté trois parties sur quatre contre ses voisins de la vallée haute.",
]


def article(name: str, text: str, **more: str) -> Article:
    return Text(name, text, **more).read().article


def words(reuse: Reuse, side: str, *articles: Article) -> str:
    passage = getattr(reuse, side)
    return passage.span.of(next(one.text for one in articles if one.id == passage.article_id))


def test_a_copy_is_one_passage_from_end_to_end() -> None:
    a, b = article("a", WIRE), article("b", WIRE)
    (reuse,) = match.reuses([a, b])
    assert words(reuse, "a", a, b) == words(reuse, "b", a, b) == WIRE[:-1]
    assert reuse.edits == ()


def test_a_lost_source_is_a_deletion() -> None:
    a, b = article("a", WIRE), article("b", BARE)
    (reuse,) = match.reuses([a, b])
    assert [(edit.op, edit.a and edit.a.of(a.text), edit.b) for edit in reuse.edits] == [("delete", "selon l'agence Ormel", None)]


def test_what_was_put_in_is_an_insertion() -> None:
    a, b = article("a", BARE), article("b", WIRE)
    (reuse,) = match.reuses([a, b])
    assert [(edit.op, edit.a, edit.b and edit.b.of(b.text)) for edit in reuse.edits] == [("insert", None, "selon l'agence Ormel")]


def test_another_number_is_a_replacement() -> None:
    a, b = article("a", WIRE), article("b", WIRE.replace("quarante", "soixante"))
    (reuse,) = match.reuses([a, b])
    (edit,) = reuse.edits
    assert (edit.op, edit.a and edit.a.of(a.text), edit.b and edit.b.of(b.text)) == ("replace", "quarante", "soixante")


def test_case_accents_and_quotes_are_no_edits() -> None:
    a, b = article("a", WIRE), article("b", fold(WIRE).upper())
    (reuse,) = match.reuses([a, b])
    assert reuse.edits == ()


def test_one_quoted_paragraph_in_a_long_host() -> None:
    host = "\n".join([*FILLER[:2], f"« {WIRE} »", *FILLER[2:]])
    a, b = article("a", WIRE), article("b", host)
    (reuse,) = match.reuses([a, b])
    assert words(reuse, "b", a, b) == WIRE[:-1]


LONG = f"{WIRE}\n{FILLER[0]}\n{FILLER[1]}\n{FILLER[2]}\n{FILLER[3]}\n{FILLER[0]}\n{FILLER[1]}\n{FILLER[2]}"


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (WIRE, WIRE, "identical"),
        (WIRE, WIRE.replace("quarante", "soixante"), "revised"),
        (WIRE, LONG, "a abridges b"),
        (LONG, WIRE, "b abridges a"),
        (f"{LONG}", f"La mairie cite : « {WIRE[:-1]} ». " + " ".join(f"mot{k}" for k in range(120)), "quotes"),
        (LONG, f"{WIRE} " + " ".join(f"mot{k}" for k in range(120)), "excerpt"),
    ],
)
def test_what_two_articles_are_to_each_other(one: str, other: str, wanted: str) -> None:
    found = match.reuses([article("a", one), article("b", other)])
    assert {reuse.relation for reuse in found} == {wanted}


def test_paragraphs_in_another_order_are_two_passages() -> None:
    a, b = article("a", f"{WIRE}\n{FILLER[0]}"), article("b", f"{FILLER[0]}\n{WIRE}")
    assert sorted(words(reuse, "a", a, b) for reuse in match.reuses([a, b])) == sorted([WIRE[:-1], FILLER[0][:-1]])


@pytest.mark.parametrize("kind", [BlockKind.DEBRIS, BlockKind.RELATED, BlockKind.DISCLAIMER, BlockKind.CREDIT, BlockKind.METADATA])
def test_shared_furniture_joins_no_articles(kind: BlockKind) -> None:
    pair = []
    for name, own in (("a", FILLER[0]), ("b", FILLER[1])):
        one = article(name, f"{own}\n{WIRE}", outlet="Le Phare")
        pair.append(replace(one, blocks=(one.blocks[0], Block(span=one.blocks[1].span, kind=kind))))
    assert match.reuses(pair) == ()


def test_a_formula_of_one_outlet_joins_no_articles() -> None:
    own = [f"{place} accueille ce samedi une fête du livre et {count} exposants." for count, place in enumerate("ABCDEFGHIJ", 3)]
    many = [article(f"a{number}", f"{text} {WIRE}", outlet="Le Phare") for number, text in enumerate(own)]
    assert match.reuses(many) == ()
    other = article("z", WIRE, outlet="La Vigie")
    assert len(match.reuses([*many, other])) == len(many)


def test_set_phrases_join_no_articles() -> None:
    a = article("a", f"Le président de la République et le Premier ministre ont salué la fête. {FILLER[0]}")
    b = article("b", f"Devant la presse, le président de la République et le Premier ministre se sont tus. {FILLER[1]}")
    assert match.reuses([a, b]) == ()


def credited(one: Article, name: str, kind: CreditKind = CreditKind.SOURCE) -> Article:
    return replace(one, credits=(Credit(span=Span(0, 2), kind=kind, name=name),))


def test_a_credit_that_names_the_other_outlet_gives_the_direction() -> None:
    a, b = article("a", WIRE, outlet="La Vigie"), credited(article("b", WIRE, outlet="Le Phare"), "La Vigie")
    assert match.reuses([a, b])[0].direction == "a->b"


def test_a_photo_credit_gives_no_direction() -> None:
    a, b = article("a", WIRE, outlet="La Vigie"), credited(article("b", WIRE, outlet="Le Phare"), "La Vigie", CreditKind.PHOTO)
    assert match.reuses([a, b])[0].direction is None


def test_one_agency_credited_by_both_is_a_common_source() -> None:
    a, b = (credited(article(name, WIRE, day=day), "Agence Ormel") for name, day in (("a", "2031-05-03"), ("b", "2031-05-09")))
    (reuse,) = match.reuses([a, b])
    assert (reuse.direction, reuse.reasons) == (None, ("both credit Agence Ormel: a common source",))


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [("2031-05-03", "2031-05-04", "a->b"), ("2031-05-04", "2031-05-03", "b->a"), ("2031-05-03", "2031-05-03", None)],
)
def test_only_days_that_do_not_meet_give_a_direction(first: str, second: str, wanted: str | None) -> None:
    reuse = match.reuses([article("a", WIRE, day=first), article("b", WIRE, day=second)])[0]
    assert reuse.direction == wanted


def test_signs_that_contradict_each_other_give_no_direction() -> None:
    a = article("a", WIRE, outlet="La Vigie", day="2031-05-09")
    b = credited(article("b", WIRE, outlet="Le Phare", day="2031-05-03"), "La Vigie")
    assert match.reuses([a, b])[0].direction is None


def test_a_quotation_in_both_has_no_direction() -> None:
    a = article("a", f"Una Brel a dit : « {WIRE} » {FILLER[0]}", day="2031-05-03")
    b = article("b", f"{FILLER[1]} « {WIRE} », a dit Una Brel.", day="2031-05-09")
    assert match.reuses([a, b])[0].direction is None


ARTICLES = [
    article(name, f"{FILLER[k % 4]}\n{text}", day=f"2031-05-0{k + 1}")
    for k, (name, text) in enumerate(zip("cabed", [WIRE, BARE, WIRE.upper(), FILLER[3], BARE], strict=True))
]


@given(st.permutations(ARTICLES))
def test_the_order_of_articles_changes_nothing(order: list[Article]) -> None:
    assert match.reuses(order) == match.reuses(ARTICLES)


@given(
    st.lists(st.sampled_from([*WIRE.split(), "", "…", "é", "ﬁn", "𝔘", "\u0301"]), max_size=60),
    st.lists(st.sampled_from(WIRE.split()), max_size=60),
)
def test_passages_lie_inside_their_texts(one: list[str], other: list[str]) -> None:
    a, b = article("a", f"{WIRE} {' '.join(one)}"), article("b", f"{' '.join(other)} {WIRE}")
    for reuse in match.reuses([a, b]):
        assert reuse.a.article_id < reuse.b.article_id
        assert reuse.a.span.end <= len(a.text)
        assert reuse.b.span.end <= len(b.text)
        for edit in reuse.edits:
            assert edit.a is None or reuse.a.span.covers(edit.a)
            assert edit.b is None or reuse.b.span.covers(edit.b)


def test_nothing_gives_nothing() -> None:
    assert match.reuses([]) == ()
    assert match.reuses([article("a", WIRE)]) == ()


@pytest.mark.parametrize(("words_given", "wanted"), [("Le Point", "www.lepoint.fr")])
def test_a_name_and_its_host_are_one_outlet(words_given: str, wanted: str) -> None:
    a, b = article("a", WIRE, outlet=wanted), credited(article("b", WIRE, outlet="Le Phare"), words_given)
    assert match.reuses([a, b])[0].direction == "a->b"


def test_a_web_address_in_common_is_no_passage() -> None:
    address = "https://port-velmont.example/capitainerie/avis/2031/03/fermeture-du-chenal-nord-et-inspection-de-la-coque-du-bac-de-kervel"
    a, b = (article(name, f"{FILLER[number]} ({address}) {FILLER[number + 1]}") for name, number in (("a", 0), ("b", 2)))
    assert match.reuses([a, b]) == ()
