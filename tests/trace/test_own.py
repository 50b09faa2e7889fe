"""What one outlet tells as its own in several texts is of one teller."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from selon.model.article import CreditKind
from selon.model.claim import Claim
from selon.model.lineage import Edge, Origins
from selon.model.passage import Passage
from selon.trace.bonds import Bonds
from selon.trace.collection import Collection
from selon.trace.origins import origins
from support.handmade import Text, appearance, claim, person

WORDS = "le bac de Brume ne passe plus depuis midi"


def text_of(number: int, outlet: str | None, *, speaker: str | None = None, agency: str | None = None) -> Text:
    """An article of an outlet that tells the claim, on somebody's word or none, and may credit an agency."""
    credit = (agency, CreditKind.SOURCE) if agency else None
    text = Text(f"t{number}", f"{speaker or 'Hier'} dit que {WORDS}.", day="2031-05-03", outlet=outlet, credit=credit)
    if speaker:
        text.said(WORDS, person(speaker), source=speaker, cue="dit")
    return text


def of(texts: Sequence[Text]) -> tuple[Claim, Collection]:
    one = claim(*(appearance(text, WORDS, text.told[0][0] if text.told else None) for text in texts))
    return one, Collection.of([text.read() for text in texts])


def tie(source: int, target: int, texts: Sequence[Text], kind: str = "shared") -> Edge:
    return Edge(
        source=f"t{source}",
        target=f"t{target}",
        kind=kind,
        directed=kind != "shared",
        evidence=tuple(Passage(article_id=f"t{one}", span=texts[one].span(WORDS)) for one in (source, target)),
        reasons=("test",),
        confidence=0.9,
        state="suggested",
        changes=(),
    )


def told(texts: Sequence[Text], edges: Sequence[Edge] = ()) -> Origins:
    return origins(*reordered(texts, edges))


def reordered(texts: Sequence[Text], edges: Sequence[Edge]) -> tuple[Claim, Sequence[Edge], Bonds, Collection]:
    one, collection = of(texts)
    return one, edges, Bonds(edges), collection


def test_one_outlet_that_tells_it_twice_as_its_own_is_one_teller() -> None:
    found = told([text_of(0, "Le Phare"), text_of(1, "le phare"), text_of(2, "Le Môle")])
    assert (found.min, found.max, found.unknown) == (1, 2, 2)
    assert [one.why for one in found.proof] == ["one outlet, which tells it as its own in both"]
    assert {one.article_id for one in found.proof[0].evidence} == {"t0", "t1"}


def test_texts_of_no_known_outlet_are_of_one_teller_each() -> None:
    assert told([text_of(0, None), text_of(1, None)]).max == 2


def test_what_an_agency_or_a_speaker_is_named_for_is_not_its_own() -> None:
    assert told([text_of(0, "Le Phare"), text_of(1, "Le Phare", agency="Agence Norique")]).max == 2
    assert told([text_of(0, "Le Phare"), text_of(1, "Le Phare", speaker="Una Brel")]).max == 2


def test_words_that_another_outlet_shares_may_be_anybodys() -> None:
    texts = [text_of(0, "Le Phare"), text_of(1, "Le Phare"), text_of(2, "Le Môle")]
    assert told(texts, [tie(1, 2, texts)]).max == 2


def test_a_copy_takes_nothing_from_what_it_copies() -> None:
    texts = [text_of(0, "Le Phare"), text_of(1, "Le Phare"), text_of(2, "Le Môle")]
    assert told(texts, [tie(1, 2, texts, "republication")]).max == 1


def test_what_a_later_text_credits_to_an_agency_was_not_the_outlets_own() -> None:
    texts = [text_of(0, "Le Phare"), text_of(1, "Le Phare"), text_of(2, "Le Môle", agency="Agence Norique")]
    assert told(texts, [tie(1, 2, texts, "republication")]).max == 2


outlets = st.lists(st.sampled_from(["Le Phare", "Le Môle", "La Jetée"]), min_size=2, max_size=6)
pairs = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(["shared", "republication"])), max_size=6)


@given(outlets, pairs, st.data())
def test_taking_a_link_away_never_narrows_it(names: list[str], pairs: set[tuple[int, int, str]], data: st.DataObject) -> None:
    texts = [text_of(number, name) for number, name in enumerate(names)]
    edges = [tie(a, b, texts, kind) for a, b, kind in sorted(pairs) if a < b < len(texts)]
    gone = data.draw(st.sets(st.sampled_from(edges))) if edges else set()
    one, collection = of(texts)
    before, after = (origins(one, some, Bonds(edges), collection) for some in (edges, [each for each in edges if each not in gone]))
    assert before.max <= after.max


@given(outlets, pairs, st.integers(0, 5))
def test_a_copy_raises_nothing(names: list[str], pairs: set[tuple[int, int, str]], copied: int) -> None:
    copied %= len(names)
    texts = [text_of(number, name) for number, name in enumerate([*names, "Le Courrier"])]
    edges = [tie(a, b, texts, kind) for a, b, kind in sorted(pairs) if a < b < len(names)]
    before = told(texts[:-1], edges)
    assert told(texts, [*edges, tie(copied, len(names), texts, "republication")]).max == before.max
