"""Edges, origins, denials and circles over readings made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon import trace as tracing
from selon.model.article import CreditKind
from selon.model.attribution import SpeechKind, Stance
from selon.model.claimant import ClaimantKind
from selon.model.passage import Edit, Passage, Reuse
from selon.model.span import Span
from support.handmade import Text, appearance, claim, person, shared

WORDS = "le bac a heurté la digue"


def told(name: str, text: str, **more: object) -> Text:
    return Text(name, text, **more)  # type: ignore[arg-type]


def test_a_credit_line_is_an_edge_from_outside() -> None:
    text = told("a", f"© Agence Ormel\n{WORDS}.", credit=("Agence Ormel", CreditKind.SOURCE))
    edges = tracing.lineage([text.read()], (), ()).edges
    assert [(edge.source, edge.target, edge.kind, edge.directed) for edge in edges] == [("ext:Agence Ormel", "a", "credit", True)]


def test_a_photo_credit_is_no_edge() -> None:
    text = told("a", f"© Agence Ormel\n{WORDS}.", credit=("Agence Ormel", CreditKind.PHOTO))
    assert tracing.lineage([text.read()], (), ()).edges == ()


def test_shared_text_joins_two_articles() -> None:
    a, b = told("a", f"{WORDS} hier soir"), told("b", f"{WORDS} dans la nuit")
    edges = tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], ()).edges
    assert [(edge.source, edge.target, edge.kind, edge.directed) for edge in edges] == [("a", "b", "shared", False)]


def test_a_phrase_in_common_joins_nobody() -> None:
    a, b = told("a", f"{WORDS} hier soir"), told("b", f"{WORDS} dans la nuit")
    assert tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS, tokens=12)], ()).edges == ()


def test_shared_text_inside_one_quotation_goes_to_the_speaker() -> None:
    a, b = told("a", f"« {WORDS} », dit Una Brel"), told("b", f"Una Brel : « {WORDS} »")
    for one in (a, b):
        one.said(WORDS, person("Una Brel"), source="Una Brel", kind=SpeechKind.DIRECT)
    edges = tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], ()).edges
    assert [(edge.source, edge.target, edge.kind) for edge in edges] == [
        ("ext:Una Brel", "a", "quotation"),
        ("ext:Una Brel", "b", "quotation"),
    ]


def test_a_phrase_beside_a_shared_quotation_hides_no_speaker() -> None:
    a, b = told("a", f"« {WORDS} », dit Una Brel, chef du port"), told("b", f"Una Brel, chef du port : « {WORDS} »")
    for one in (a, b):
        one.said(WORDS, person("Una Brel"), source="Una Brel", kind=SpeechKind.DIRECT)
    reuses = [shared(a, b, WORDS), shared(a, b, "chef du port", tokens=3)]
    edges = tracing.lineage([a.read(), b.read()], reuses, ()).edges
    assert [(edge.source, edge.target, edge.kind) for edge in edges] == [
        ("ext:Una Brel", "a", "quotation"),
        ("ext:Una Brel", "b", "quotation"),
    ]


def test_what_two_texts_credit_to_one_agency_does_not_join_them() -> None:
    a = told("a", f"Ormel\n{WORDS}", credit=("Ormel", CreditKind.SOURCE))
    b = told("b", f"Ormel\n{WORDS}", credit=("Ormel", CreditKind.SOURCE))
    edges = tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS)], ()).edges
    assert {(edge.source, edge.target) for edge in edges} == {("ext:Ormel", "a"), ("ext:Ormel", "b")}


def test_one_named_origin_and_its_copy() -> None:
    a, b = told("a", f"Selon Una Brel, {WORDS}."), told("b", f"Hier, {WORDS}.")
    said = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="Selon")
    one = claim(appearance(a, WORDS, said), appearance(b, WORDS))
    apart = tracing.lineage([a.read(), b.read()], (), [one]).stories[0].origins
    joined = tracing.lineage([a.read(), b.read()], [shared(a, b, WORDS, "a->b")], [one]).stories[0].origins
    assert (apart.min, apart.max, apart.unknown) == (1, 2, 1)
    assert (joined.min, joined.max, joined.unknown) == (1, 1, 0)
    assert [proof.outcome for proof in joined.proof] == ["merged"]


def test_two_witnesses_of_two_bodies_are_shown_separate() -> None:
    a, b = told("a", f"Una Brel a vu que {WORDS}."), told("b", f"Ivo Tarn a filmé : {WORDS}.")
    first = a.said(WORDS, person("Una Brel", organisation="capitainerie"), source="Una Brel", cue="a vu")
    second = b.said(WORDS, person("Ivo Tarn", organisation="observatoire"), source="Ivo Tarn", cue="a filmé")
    one = claim(appearance(a, WORDS, first), appearance(b, WORDS, second))
    origins = tracing.lineage([a.read(), b.read()], (), [one]).stories[0].origins
    assert (origins.min, origins.max) == (2, 2)
    assert [proof.outcome for proof in origins.proof] == ["separate"]


def test_two_voices_of_one_body_are_not_shown_separate() -> None:
    a, b = told("a", f"Una Brel a vu que {WORDS}."), told("b", f"Ivo Tarn a filmé : {WORDS}.")
    first = a.said(WORDS, person("Una Brel", organisation="capitainerie"), source="Una Brel", cue="a vu")
    second = b.said(WORDS, person("Ivo Tarn", organisation="capitainerie"), source="Ivo Tarn", cue="a filmé")
    one = claim(appearance(a, WORDS, first), appearance(b, WORDS, second))
    origins = tracing.lineage([a.read(), b.read()], (), [one]).stories[0].origins
    assert (origins.min, origins.max) == (1, 2)


def test_an_explicit_denial_is_tied_and_the_later_silence_is_said() -> None:
    a, b, c = (
        told("a", f"Selon Una Brel, {WORDS}.", day="2031-03-01"),
        told("b", f"Ivo Tarn dément que {WORDS}.", day="2031-03-02"),
        told("c", f"Donc {WORDS}.", day="2031-03-05"),
    )
    said = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="Selon")
    denied = b.said(WORDS, person("Ivo Tarn"), source="Ivo Tarn", cue="dément", stance=Stance.DENIED)
    denial = appearance(b, WORDS, denied)
    one = claim(appearance(a, WORDS, said), appearance(c, WORDS), denied_by=denial)
    stories = tracing.lineage([x.read() for x in (a, b, c)], (), [one, claim(denial)]).stories
    story = next(story for story in stories if story.claim.id == one.id)
    assert [(one.kind, one.by) for one in story.denials] == [("explicit", "Ivo Tarn")]
    assert [(one.article_id, one.denial_article_id, one.lag_days) for one in story.unmentioned] == [("c", "b", 3)]


def test_overlapping_days_give_no_silence_and_no_order() -> None:
    a, b = told("a", f"Selon Una Brel, {WORDS}.", day="2031-03-02"), told("b", f"Ivo Tarn dément que {WORDS}.", day="2031-03-02")
    said = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="Selon")
    denied = b.said(WORDS, person("Ivo Tarn"), source="Ivo Tarn", cue="dément", stance=Stance.DENIED)
    denial = appearance(b, WORDS, denied)
    one = claim(appearance(a, WORDS, said), denied_by=denial)
    story = next(story for story in tracing.lineage([a.read(), b.read()], (), [one, claim(denial)]).stories if story.claim.id == one.id)
    assert story.denials
    assert not story.unmentioned


def test_a_denial_inside_the_accusers_words_is_second_hand() -> None:
    text = told("a", f"Una Brel dit que Ivo Tarn nie que {WORDS}.")
    outer = text.said(f"Ivo Tarn nie que {WORDS}", person("Una Brel"), source="Una Brel", cue="dit")
    text.said(WORDS, person("Ivo Tarn"), source="Ivo Tarn", cue="nie", stance=Stance.DENIED, parent=outer)
    lineage = tracing.lineage([text.read()], (), ())
    assert [one.kind for one in lineage.open_denials] == ["second-hand"]


def test_this_information_points_at_what_stands_before_it() -> None:
    text = told("a", f"Selon Una Brel, {WORDS}. Ivo Tarn a démenti cette information.")
    said = text.said(WORDS, person("Una Brel"), source="Una Brel", cue="Selon")
    text.said("cette information", person("Ivo Tarn"), source="Ivo Tarn", cue="a démenti", stance=Stance.DENIED, anaphoric=True)
    one = claim(appearance(text, WORDS, said))
    story = tracing.lineage([text.read()], (), [one]).stories[0]
    assert [denial.by for denial in story.denials] == ["Ivo Tarn"]
    assert story.denials[0].tie.startswith("anaphora")


def test_corroboration_in_ones_own_mouth_is_listed_and_not_counted() -> None:
    text = told("a", f"Una Brel : {WORDS}, ce qui est confirmé par de nombreuses sources.")
    outer = text.said(f"{WORDS}, ce qui est confirmé par de nombreuses sources", person("Una Brel"), source="Una Brel")
    text.said(WORDS, None, source="de nombreuses sources", cue="est confirmé par", parent=outer)
    one = claim(appearance(text, f"{WORDS}, ce qui est confirmé par de nombreuses sources", outer))
    story = tracing.lineage([text.read()], (), [one]).stories[0]
    assert [borrowed.by for borrowed in story.corroborations] == ["Una Brel"]
    assert (story.origins.min, story.origins.max) == (1, 1)


def circle() -> tuple[list[Text], object]:
    names = ("Alpha", "Bravo", "Delta")
    texts, appearances = [], []
    for number, name in enumerate(names):
        cited = names[(number + 1) % 3]
        text = told(name.lower(), f"Selon {cited}, {WORDS}.", outlet=name, day="2031-03-02")
        said = text.said(WORDS, person(cited, kind=ClaimantKind.OUTLET), source=cited, cue="Selon")
        texts.append(text)
        appearances.append(appearance(text, WORDS, said))
    return texts, claim(*appearances)


def test_a_circle_is_shown_as_the_passages_that_close_it() -> None:
    texts, one = circle()
    story = tracing.lineage([text.read() for text in texts], (), [one]).stories[0]  # type: ignore[list-item]
    assert len(story.circles) == 1
    assert [passage.article_id for passage in story.circles[0]] == ["alpha", "bravo", "delta"]


def test_a_chain_of_citations_is_no_circle() -> None:
    texts, one = circle()
    texts[2].told.clear()
    story = tracing.lineage([text.read() for text in texts], (), [claim(*(a for a in one.appearances if a.article_id != "delta"))]).stories[
        0
    ]  # type: ignore[attr-defined]
    assert story.circles == ()


@given(st.permutations(range(3)))
def test_the_order_of_articles_changes_nothing(order: list[int]) -> None:
    texts, one = circle()
    readings = [text.read() for text in texts]
    assert tracing.lineage([readings[number] for number in order], (), [one]) == tracing.lineage(readings, (), [one])  # type: ignore[list-item]


def test_a_copy_raises_neither_end() -> None:
    a, b, c = told("a", f"Selon Una Brel, {WORDS}."), told("b", f"Hier, {WORDS}."), told("c", f"Hier, {WORDS}.")
    said = a.said(WORDS, person("Una Brel"), source="Una Brel", cue="Selon")
    before = tracing.lineage([a.read(), b.read()], (), [claim(appearance(a, WORDS, said), appearance(b, WORDS))]).stories[0].origins
    with_copy = claim(appearance(a, WORDS, said), appearance(b, WORDS), appearance(c, WORDS))
    after = tracing.lineage([x.read() for x in (a, b, c)], [shared(b, c, f"Hier, {WORDS}")], [with_copy]).stories[0].origins
    assert (after.min, after.max) == (before.min, before.max)


def norway(*, named: bool) -> tuple[Text, str]:
    crew = "norvégien" if named else "suédois"
    accused = f"Un équipage {crew} a fermé l'écluse"
    return told("a", f"{accused}, selon Una Brel.\nOslo nie toute implication."), accused


def test_a_state_that_denies_a_hand_in_it_denies_the_claim_that_names_it() -> None:
    text, accused = norway(named=True)
    said = text.said(accused, person("Una Brel"), source="Una Brel", cue="selon")
    state = person("Norvège", kind=ClaimantKind.STATE, country="NO")
    denied = text.said("toute implication", state, source="Oslo", cue="nie", stance=Stance.DENIED)
    one = claim(appearance(text, accused, said))
    lineage = tracing.lineage([text.read()], (), [one, claim(appearance(text, "toute implication", denied))])
    tied = next(story for story in lineage.stories if story.claim.id == one.id).denials
    assert [(denial.by, denial.kind) for denial in tied] == [("Norvège", "explicit")]


def test_a_hand_in_something_that_names_somebody_else_stays_open() -> None:
    text, accused = norway(named=False)
    said = text.said(accused, person("Una Brel"), source="Una Brel", cue="selon")
    state = person("Norvège", kind=ClaimantKind.STATE, country="NO")
    text.said("toute implication", state, source="Oslo", cue="nie", stance=Stance.DENIED)
    lineage = tracing.lineage([text.read()], (), [claim(appearance(text, accused, said))])
    assert [denial.claim_id for denial in lineage.open_denials] == [None]


def test_a_form_filled_in_anew_joins_nobody() -> None:
    form = "Enquête faite au guichet les {} mai auprès de {} voyageurs du ferry, choisis un par un, avec une marge de trois points."
    a, b = Text("a", form.format(4, 1002)), Text("b", form.format(19, 1004))
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in (a, b)]
    edits = tuple(Edit(op="replace", a=a.span(mine), b=b.span(theirs)) for mine, theirs in (("les 4", "les 19"), ("de 1002", "de 1004")))
    reuse = Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)
    assert tracing.lineage([a.read(), b.read()], [reuse], ()).edges == ()


@pytest.mark.parametrize(("words_a_number", "joined"), [(10, False), (40, True)])
def test_a_longer_form_is_one_where_every_few_words_a_number_changes(words_a_number: int, joined: bool) -> None:
    numbers = range(100, 108)
    a, b = (Text(name, " ".join(f"la caisse {at + more} du port tient" for at in numbers)) for name, more in (("a", 0), ("b", 500)))
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in (a, b)]
    edits = tuple(Edit(op="replace", a=a.span(f"{at} du"), b=b.span(f"{at + 500} du")) for at in numbers)
    reuse = Reuse(a=whole[0], b=whole[1], tokens=len(numbers) * words_a_number, direction=None, reasons=(), edits=edits)
    assert bool(tracing.lineage([a.read(), b.read()], [reuse], ()).edges) is joined


def test_only_what_is_cited_for_the_words_of_a_claim_is_missing_for_it() -> None:
    a = Text("a", f"Selon La Vigie, {WORDS}.\n« Le bac est à quai », a dit Una Brel à La Houle.", day="2031-03-01")
    said = a.said(WORDS, person("La Vigie", kind=ClaimantKind.OUTLET), source="La Vigie", cue="Selon")
    relayed = a.said("Le bac est à quai", person("Una Brel"), source="Una Brel", cue="a dit", via="à La Houle")
    claims = [claim(appearance(a, WORDS, said)), claim(appearance(a, "Le bac est à quai", relayed))]
    stories = {story.claim.id: story for story in tracing.lineage([a.read()], (), claims).stories}
    assert [[gap.name for gap in stories[one.id].gaps] for one in claims] == [["La Vigie"], ["La Houle"]]


@pytest.mark.parametrize(
    ("text", "dated", "day", "is_mentioned"),
    [
        (f"Jeudi, Una Brel a dit que {WORDS}.", "Jeudi", "2031-02-27", True),
        (f"Jeudi, Una Brel a dit que {WORDS}.", "Jeudi", "2031-03-09", False),  # the earliest text that is held is older
        (f"Le pont a cédé jeudi. Una Brel a dit que {WORDS}.", "jeudi", "2031-02-27", False),  # of another sentence
        (f"Una Brel a dit que jeudi {WORDS}.", "jeudi", "2031-02-27", False),  # of what is said
    ],
)
def test_an_earlier_utterance_is_earlier_and_dated_beside_who_speaks(text: str, dated: str, day: str, is_mentioned: bool) -> None:
    early, late = told("a", f"Donc {WORDS}.", day="2031-03-01"), told("b", text, day="2031-03-10")
    words = f"jeudi {WORDS}" if f"jeudi {WORDS}" in text else WORDS
    said = late.said(words, person("Una Brel"), source="Una Brel", cue="a dit")
    late.dated(dated, day)
    one = claim(appearance(early, WORDS), appearance(late, words, said))
    story = tracing.lineage([early.read(), late.read()], (), [one]).stories[0]
    assert [mention.article_id for mention in story.first.mentioned] == (["b"] if is_mentioned else [])
