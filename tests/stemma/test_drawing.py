"""What a stemma shows, and that it shows nothing which the records do not carry."""

from dataclasses import replace

import pytest

from selon.model.attribution import SpeechKind, Stance
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Edge, Story, Unmentioned
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.show.stemma import Drawing, hops, stemma
from support.lineages import Said, attribution, change, claimant, denial, edge, made, on, reading, resolution, story, told

ADA = claimant("Ada Brissac", role="porte-parole du port")
DAY = on("2031-03-13", "2031-03-13")


def drawing(*texts: tuple[Reading, list[Said]], edges: list[Edge] | None = None, **more: object) -> Drawing:
    """The drawing of a claim that some texts tell."""
    parts = [told(text, said) for text, said in texts]
    readings = {text.article.id: text for text, _, _ in parts}
    extra = more.pop("extra", {})
    assert isinstance(extra, dict)
    one = story([a for _, found, _ in parts for a in found], [c for _, _, found in parts for c in found], **more)  # type: ignore[arg-type]
    return stemma(one, edges or [], readings | extra)


def lines(found: Drawing) -> list[tuple[str, str, str]]:
    """The drawn arrows by the names of their ends."""
    return [(found.of[one.source].name, one.style, found.of[one.target].name) for one in found.drawn]


def test_one_text_in_its_own_voice_is_one_node() -> None:
    found = drawing((reading("a", "Le Brisant", DAY), []))
    assert [(node.siglum, node.name, node.state, node.station, node.tells) for node in found.nodes] == [
        ("A", "Le Brisant", "read", "outlet", True)
    ]
    assert found.arrows == ()


def test_a_voice_and_its_relay_stand_before_the_text() -> None:
    found = drawing((reading("a", "Le Brisant", DAY), [Said(ADA, relay="Tramontel", kind=SpeechKind.INDIRECT)]))
    assert lines(found) == [("Ada Brissac", "rephrases", "Tramontel"), ("Tramontel", "repeats", "Le Brisant")]
    assert [(node.station, node.state) for node in found.nodes] == [("voice", "cited"), ("channel", "cited"), ("outlet", "read")]


def test_nobody_named_has_a_greek_letter() -> None:
    anonymous = claimant("une source portuaire", ClaimantKind.ANONYMOUS)
    found = drawing((reading("a", "Le Brisant", DAY), [Said(anonymous), Said(None)]))
    assert [(node.siglum, node.kind, node.state) for node in found.nodes if node.kind != "text"] == [
        ("α", "unresolved", "inferred"),
        ("β", "anonymous", "inferred"),
    ]


def test_a_voice_that_comes_with_a_dispatch_is_drawn_once_and_told_in_the_table() -> None:
    found = drawing(
        (reading("a", "Tramontel", DAY), [Said(ADA)]),
        (reading("b", "Le Brisant", on("2031-03-14", "2031-03-14")), [Said(ADA)]),
        edges=[edge("a", "b", "republication")],
    )
    assert lines(found) == [("Ada Brissac", "repeats", "Tramontel"), ("Tramontel", "repeats", "Le Brisant")]
    rows = hops(found)
    assert [(row.number, row.source.name, row.target.name, row.through) for row in rows][2:] == [(None, "Ada Brissac", "Le Brisant", "B")]


def test_of_two_texts_that_cite_each_other_one_keeps_the_voice() -> None:
    found = drawing(
        (reading("a", "Tramontel", DAY), [Said(ADA)]),
        (reading("b", "Le Brisant", DAY), [Said(ADA)]),
        edges=[edge("a", "b", "quotation"), edge("b", "a", "quotation")],
    )
    assert ("Ada Brissac", "repeats", "Tramontel") in lines(found)
    assert len(found.drawn) == 3


def test_one_name_in_texts_that_nothing_links_is_two_voices() -> None:
    texts = [(reading(name, name, DAY), [Said(claimant("Ada Brissac", ident=name))]) for name in ("a", "b")]
    assert [node.name for node in drawing(*texts).nodes if node.kind == "voice"] == ["Ada Brissac", "Ada Brissac"]
    assert [node.name for node in drawing(*texts, edges=[edge("a", "b", "shared")]).nodes if node.kind == "voice"] == ["Ada Brissac"]


def test_a_hyperlink_makes_nobody_one() -> None:
    texts = [(reading(name, name, DAY), [Said(claimant("Ada Brissac", ident=name))]) for name in ("a", "b")]
    assert len([node for node in drawing(*texts, edges=[edge("a", "b", "link")]).nodes if node.kind == "voice"]) == 2


@pytest.mark.parametrize(
    ("kind", "style"), [("explicit", "denies"), ("second-hand", "denies"), ("declined", "declines"), ("unconfirmed", "declines")]
)
def test_a_denial_leads_to_the_text_that_reports_it(kind: str, style: str) -> None:
    text = reading("b", "Cap Matinal", on("2031-03-15", "2031-03-15"))
    denying = attribution("b.d", "b", Span(40, 60), stance=Stance.DENIED)
    text = replace(text, attributions=(denying,), resolutions=(resolution("b.d", claimant("Office des digues", ClaimantKind.BODY)),))
    found = drawing((reading("a", "Le Brisant", DAY), []), denials=[denial(text, "Office des digues", kind, "b.d")], extra={"b": text})
    assert lines(found) == [("Office des digues", style, "Cap Matinal")]
    assert [node.passage for node in found.nodes if node.name == "Cap Matinal"] == [
        None
    ]  # it reports the denial, and does not tell the claim


@pytest.mark.parametrize(
    ("one", "drawn"),
    [
        (edge("ext:Radio Balise", "a", "credit", at=200), True),
        (edge("ext:Radio Balise", "a", "quotation", at=0), True),
        (edge("ext:Radio Balise", "a", "quotation", at=200), False),
        (edge("ext:Radio Balise", "a", "credit", state="rejected"), False),
        (edge("ext:Radio Balise", "z", "credit"), False),
        (edge("z", "a", "republication"), False),
    ],
    ids=["credit", "cited-for-the-claim", "cited-for-something-else", "rejected", "of-another-text", "from-a-text-without-the-claim"],
)
def test_only_what_bears_on_the_claim_is_drawn(one: Edge, drawn: bool) -> None:
    found = drawing((reading("a", "Le Brisant", DAY), []), edges=[one], extra={"z": reading("z", "Ailleurs", DAY)})
    assert bool(found.drawn) is drawn
    assert {node.name for node in found.nodes} == ({"Le Brisant", "Radio Balise"} if drawn else {"Le Brisant"})


def test_kinds_between_the_same_two_texts_are_one_arrow() -> None:
    texts = [(reading(name, name, DAY, lang=lang), []) for name, lang in (("a", "fr"), ("b", "en"))]
    found = drawing(*texts, edges=[edge("a", "b", "credit"), edge("a", "b", "translation"), edge("b", "a", "shared")])
    assert [(one.style, one.kinds, one.directed) for one in found.drawn] == [("translates", ("translation", "credit", "shared"), True)]
    assert [node.station for node in found.nodes] == ["outlet", "translation"]


def test_changes_stand_on_their_arrow_and_nowhere_else() -> None:
    texts = [(reading(name, name, DAY), []) for name in "abc"]
    changes = [change("a", "b", "hedge_dropped"), change("a", "c", "number_changed", directed=False)]
    found = drawing(*texts, edges=[edge("a", "b", "republication"), edge("b", "c", "republication")], changes=changes)
    assert [[one.kind for one in arrow.changes] for arrow in found.drawn] == [["hedge_dropped"], []]


def test_a_text_that_passes_over_a_denial_says_so() -> None:
    silent = [Unmentioned(article_id="b", denial_article_id="a", denial_span=Span(0, 9), lag_days=2)]
    found = drawing((reading("a", "a", DAY), []), (reading("b", "b", DAY), []), unmentioned=silent)
    assert [node.silent for node in found.nodes] == [False, True]


@pytest.mark.parametrize(
    ("times", "bands", "linear", "overlapping"),
    [
        ([DAY, on("2031-03-14T08:00:00+01:00", "2031-03-14T08:00:00+01:00")], [("2031-03-13",) * 2, ("2031-03-14",) * 2], True, False),
        ([DAY, on("2031-03-20", "2031-03-20")], [("2031-03-13",) * 2, ("2031-03-20",) * 2], False, False),
        ([DAY, on("2031-03-13", None)], [("2031-03-13",) * 2, ("2031-03-13", None)], False, True),
        ([DAY, None], [("2031-03-13",) * 2, (None, None)], False, False),
        ([on(None, "2031-03-13"), DAY], [(None, "2031-03-13"), ("2031-03-13",) * 2], False, True),
        ([on(f"2031-{month:02}-05", f"2031-{month:02}-05") for month in range(1, 12)], [("2031", "2031")], True, False),
    ],
    ids=["days", "a-gap", "an-open-end", "undated-last", "an-open-beginning", "as-fine-as-ten-rows-allow"],
)
def test_bands_of_time(times: list[Interval | None], bands: list[tuple[str | None, str | None]], linear: bool, overlapping: bool) -> None:
    found = drawing(*((reading(f"a{number:02}", "x", when), []) for number, when in enumerate(times)))
    assert [(band.earliest, band.latest) for band in found.bands] == bands
    assert (found.linear, found.overlapping) == (linear, overlapping)


def test_identical_copies_fold_above_forty_nodes() -> None:
    few = [(reading(f"a{number:02}", f"o{number}", DAY, digest="one"), []) for number in range(40)]
    assert drawing(*few).folded == 0
    more = [*few, (reading("a90", "o90", on("2031-03-20", "2031-03-20"), digest="one"), []), (reading("b", "b", DAY), [])]
    found = drawing(*more, edges=[edge("a90", "b", "republication"), edge("a00", "a01", "republication")])
    assert [(node.name, len(node.copies)) for node in found.nodes] == [("o0", 40), ("b", 0)]
    assert lines(found) == [("o0", "repeats", "b")]


def test_more_than_two_hundred_nodes_are_not_drawn() -> None:
    found = drawing(*((reading(f"a{number:03}", f"o{number}", DAY), []) for number in range(201)))
    assert found.too_many


def test_the_order_of_the_records_changes_nothing() -> None:
    for shape in ("mixed", "circle", "copies"):
        one = made(3, 40, shape)
        turned: Story = replace(
            one.story, claim=replace(one.story.claim, appearances=one.story.claim.appearances[::-1]), chains=one.story.chains[::-1]
        )
        readings = dict(reversed(one.readings.items()))
        assert stemma(turned, one.edges[::-1], readings) == stemma(one.story, one.edges, one.readings)
