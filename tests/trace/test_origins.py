"""What must hold of every interval of origins, whatever the texts and the edges: issue of tracing, point 9."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.groups import Groups
from selon.model.claim import Claim
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Edge, Origins
from selon.model.passage import Passage
from selon.model.span import Span
from selon.trace.bonds import Bonds
from selon.trace.collection import Collection
from selon.trace.joining import joining_edges
from selon.trace.origins import origins
from support.handmade import Text, appearance, claim, person

WORDS = "le pont de Kervel est fermé depuis midi"
SPEAKERS = (
    ("Una Brel", "capitainerie"),
    ("Ivo Tarn", "observatoire"),
    ("Maud Sivel", "capitainerie"),
    ("Léo Garan", None),
    None,
)
WITNESSING = ("a vu que", "affirme que")


def text_of(number: int, speaker: tuple[str, str | None] | None, cue: str, names: dict[str, str]) -> Text:
    """An article that tells the claim on the word of a speaker, or as its own."""
    if speaker is None:
        return Text(f"t{number}", f"Hier, {WORDS}.", day="2031-05-03", outlet=f"Journal {number}")
    name = names.get(speaker[0], speaker[0])
    text = Text(f"t{number}", f"{name} {cue} {WORDS}.", day="2031-05-03", outlet=f"Journal {number}")
    text.said(WORDS, person(name, organisation=speaker[1]), source=name, cue=cue)
    return text


def told(rows: list[tuple[int, str]], names: dict[str, str] | None = None) -> tuple[Claim, Collection]:
    texts = [text_of(number, SPEAKERS[speaker], cue, names or {}) for number, (speaker, cue) in enumerate(rows)]
    one = claim(*(appearance(text, WORDS, text.told[0][0] if text.told else None) for text in texts))
    return one, Collection.of([text.read() for text in texts])


def edge(a: int, b: int, kind: str, collection: Collection) -> Edge:
    source, target = sorted((f"t{a}", f"t{b}"))
    return Edge(
        source=source,
        target=target,
        kind=kind,
        directed=False,
        evidence=tuple(Passage(article_id=one, span=collection.article(one).blocks[0].span) for one in (source, target)),
        reasons=("test",),
        confidence=0.9,
        state="suggested",
        changes=(),
    )


def edges_of(pairs: set[tuple[int, int]], count: int, collection: Collection) -> list[Edge]:
    inside = sorted((a, b) for a, b in pairs if a < b < count)
    return [edge(a, b, "shared", collection) for a, b in inside]


def counts(found: Origins) -> tuple[int, int, int, int, int]:
    return found.articles, found.min, found.max, found.unknown, len(found.named)


rows = st.lists(st.tuples(st.integers(0, len(SPEAKERS) - 1), st.sampled_from(WITNESSING)), min_size=1, max_size=6)
pairs = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8)


@given(rows, pairs)
def test_the_interval_is_one(rows: list[tuple[int, str]], pairs: set[tuple[int, int]]) -> None:
    one, collection = told(rows)
    edges = edges_of(pairs, len(rows), collection)
    found = origins(one, edges, Bonds(edges), collection)
    assert 1 <= found.min <= found.max <= max(1, found.articles)


@given(rows, pairs, st.data())
def test_taking_a_link_away_never_narrows_it(rows: list[tuple[int, str]], pairs: set[tuple[int, int]], data: st.DataObject) -> None:
    one, collection = told(rows)
    edges = edges_of(pairs, len(rows), collection)
    gone = data.draw(st.sets(st.sampled_from(edges))) if edges else set()
    before = origins(one, edges, Bonds(edges), collection)
    after = origins(one, [each for each in edges if each not in gone], Bonds(edges), collection)
    assert after.min <= before.min
    assert before.max <= after.max


@given(st.integers(2, 6), pairs, st.integers(0, 5), st.integers(0, 5))
def test_a_link_that_joins_two_origins_lowers_the_upper_end_by_one(count: int, pairs: set[tuple[int, int]], a: int, b: int) -> None:
    one, collection = told([(SPEAKERS.index(None), "")] * count)
    edges = edges_of(pairs, count, collection)
    a, b = sorted((a % count, b % count))
    groups = Groups([f"t{number}" for number in range(count)])
    list(joining_edges(groups, edges))
    apart = groups.root(f"t{a}") != groups.root(f"t{b}")
    before = origins(one, edges, Bonds(edges), collection)
    after = origins(one, [*edges, edge(a, b, "shared", collection)] if a != b else edges, Bonds(edges), collection)
    assert before.max - after.max == apart


@given(rows, pairs, st.integers(0, 5))
def test_a_copy_raises_neither_end(rows: list[tuple[int, str]], pairs: set[tuple[int, int]], of: int) -> None:
    of %= len(rows)
    one, collection = told(rows)
    edges = edges_of(pairs, len(rows), collection)
    before = origins(one, edges, Bonds(edges), collection)
    more, larger = told([*rows, rows[of]])
    copied = [*edges_of(pairs, len(rows), larger), edge(of, len(rows), "republication", larger)]
    after = origins(more, copied, Bonds(copied), larger)
    assert after.min <= before.min
    assert after.max <= before.max


@given(rows, pairs, st.randoms(use_true_random=False))
def test_the_order_of_edges_and_appearances_changes_nothing(
    rows: list[tuple[int, str]], pairs: set[tuple[int, int]], random: object
) -> None:
    one, collection = told(rows)
    edges = edges_of(pairs, len(rows), collection)
    shuffled = replace(one, appearances=tuple(reversed(one.appearances)))
    assert counts(origins(shuffled, edges[::-1], Bonds(edges[::-1]), collection)) == counts(origins(one, edges, Bonds(edges), collection))


@given(rows, pairs)
def test_a_swap_of_names_changes_no_count(rows: list[tuple[int, str]], pairs: set[tuple[int, int]]) -> None:
    found = []
    for names in ({}, {"Una Brel": "Ivo Tarn", "Ivo Tarn": "Una Brel"}):
        one, collection = told(rows, names)
        edges = edges_of(pairs, len(rows), collection)
        found.append(counts(origins(one, edges, Bonds(edges), collection)))
    assert found[0] == found[1]


def named(*names: str) -> Origins:
    """The origins of a claim that bodies of these names tell, one in each article."""
    texts = [Text(f"t{number}", f"{name} affirme que {WORDS}.", day="2031-05-03") for number, name in enumerate(names)]
    for text, name in zip(texts, names, strict=True):
        text.said(WORDS, person(name, kind=ClaimantKind.BODY), source=name, cue="affirme")
    one = claim(*(appearance(text, WORDS, text.told[0][0]) for text in texts))
    return origins(one, (), Bonds(()), Collection.of([text.read() for text in texts]))


def test_a_body_under_a_shorter_name_is_one_voice() -> None:
    assert named("Observatoire Norique des Marées", "Observatoire Norique des Marées (ONM)", "Observatoire des Marées").max == 1


def test_two_bodies_are_two_voices() -> None:
    assert named("Observatoire Norique des Marées", "Institut Norique de la Houle").max == 2


def test_a_body_and_the_same_words_with_whose_it_is_are_one_voice() -> None:
    found = named("office des ponts", "office des ponts de Kervel")
    assert (found.max, [one.name for one in found.named]) == (1, ["office des ponts de Kervel"])


@pytest.mark.parametrize("names", [("office", "office de Kervel"), ("office des ponts", "office des eaux de Kervel")])
def test_one_word_or_others_do_not_tell_whose_a_body_is(names: tuple[str, str]) -> None:
    assert named(*names).max == 2


def test_one_full_name_in_texts_of_the_same_days_is_one_person() -> None:
    one, collection = told([(0, "affirme que"), (0, "a vu que")])
    assert origins(one, (), Bonds(()), collection).max == 1


def test_quoting_one_speaker_on_another_matter_links_nobody() -> None:
    one, collection = told([(4, ""), (4, "")])
    spoken = [
        replace(edge(0, 1, "quotation", collection), source="ext:Una Brel", target=target, directed=True, evidence=())
        for target in ("t0", "t1")
    ]
    assert origins(one, spoken, Bonds(spoken), collection).max == 2


def test_a_long_quotation_on_another_matter_links_nobody() -> None:
    text = f"Hier, {WORDS}. « {'La mer était calme ce jour-là. ' * 20} », a dit Una Brel."
    texts = [Text(f"t{number}", text, day="2031-05-03", outlet=f"Journal {number}") for number in range(2)]
    one, collection = claim(*(appearance(text, WORDS) for text in texts)), Collection.of([text.read() for text in texts])
    spoken = [
        replace(edge(0, 1, "quotation", collection), source="ext:Una Brel", target=name, directed=True, evidence=(passage,))
        for name in ("t0", "t1")
        for passage in [Passage(article_id=name, span=Span(text.index("«"), len(text)))]
    ]
    assert origins(one, spoken, Bonds(spoken), collection).max == 2


def sharing(chars: int, words: str) -> Origins:
    """The origins of two texts that tell the claim as their own and share some characters, from some words on."""
    text = f"Hier, {WORDS}. " + "La mer était calme ce jour-là. " * 20
    texts = [Text(f"t{number}", text, day="2031-05-03", outlet=f"Journal {number}") for number in range(2)]
    one, collection = claim(*(appearance(text, WORDS) for text in texts)), Collection.of([text.read() for text in texts])
    span = Span(text.index(words), text.index(words) + chars)
    link = replace(edge(0, 1, "shared", collection), evidence=tuple(Passage(article_id=name, span=span) for name in ("t0", "t1")))
    return origins(one, [link], Bonds([link]), collection)


def test_a_sentence_that_is_shared_on_another_matter_links_nobody_in_this_one() -> None:
    assert sharing(60, "La mer").max == 2


def test_the_claim_itself_or_a_paragraph_that_is_shared_links() -> None:
    assert sharing(20, WORDS).max == 1
    assert sharing(400, "La mer").max == 1
