"""What an edit of a copied passage takes away, and what the sentence around it still says."""

import pytest

from selon import trace as tracing
from selon.model.passage import Edit, Passage, Reuse
from selon.model.span import Span
from support.handmade import Text

BEFORE = "Les pêcheurs du port de Brume comptent leurs prises. Le mois {} mieux que le précédent, et ils gardent leurs bacs."


@pytest.mark.parametrize(
    ("cut", "put", "kinds"),
    [
        ("devrait finir", "finira", ["hedge_dropped"]),
        ("finira", "devrait finir", ["hedge_added"]),
        ("devrait finir probablement", "finira probablement", []),  # it still hedges
        ("finira probablement", "devrait finir probablement", []),
        ("devra finir", "finira", []),
    ],
)
def test_a_hedge_is_taken_from_a_sentence_that_holds_no_other(cut: str, put: str, kinds: list[str]) -> None:
    a, b = Text("a", BEFORE.format(cut), day="2031-03-01"), Text("b", BEFORE.format(put), day="2031-03-01")
    first, second = (" ".join(words.split()[: len(words.split()) - words.endswith("probablement")]) for words in (cut, put))
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in (a, b)]
    edits = (Edit(op="replace", a=a.span(first), b=b.span(second)),)
    reuse = Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)
    edges = tracing.lineage([a.read(), b.read()], [reuse], ()).edges
    assert [change.kind for edge in edges for change in edge.changes] == kinds


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("Selon la capitainerie, 745 pêcheurs ont été comptés au port.", "Selon le maire. Six pêcheurs ont été comptés au port.", []),
        (
            "Selon la capitainerie, 745 pêcheurs ont été comptés au port.",
            "Selon le maire, 760 pêcheurs ont été comptés au port.",
            ["number_changed"],
        ),
    ],
)
def test_an_edit_over_the_end_of_a_sentence_changes_no_number(first: str, second: str, kinds: list[str]) -> None:
    a, b = (
        Text("a", f"La foire de Brume est ouverte. {first}", day="2031-03-01"),
        Text("b", f"La foire de Brume est ouverte. {second}", day="2031-03-01"),
    )
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in (a, b)]
    cut, put = (text[len("Selon ") : text.index(" pêcheurs")] for text in (first, second))
    edits = (Edit(op="replace", a=a.span(cut), b=b.span(put)),)
    edges = tracing.lineage(
        [a.read(), b.read()], [Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)], ()
    ).edges
    assert [change.kind for edge in edges for change in edge.changes if change.kind == "number_changed"] == kinds


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        (
            "Le bac Aurore, repeint en bleu, porte douze camions, et file à 35 km/h",
            "La vedette Brise, en teck et en cuivre, file à 32 km/h",
            [],
        ),
        (
            "Le bac Aurore, repeint en bleu, porte douze camions, et file à 35 km/h",
            "Le bac Aurore, repeint en vert, porte douze camions, et file à 32 km/h",
            ["number_changed"],
        ),
    ],
)
def test_a_set_phrase_of_two_things_changes_no_measure(first: str, second: str, kinds: list[str]) -> None:
    text = "{} en vitesse de pointe dans la baie de Brume. Les marins du port la gardent sous une bâche."
    a, b = (Text(name, text.format(words), day="2031-03-01") for name, words in (("a", first), ("b", second)))
    parts = [Span(one.text.index("file à"), len(one.text)) for one in (a, b)]
    whole = [Passage(article_id=one.id, span=part) for one, part in zip((a, b), parts, strict=True)]
    edits = (Edit(op="replace", a=a.span("35"), b=b.span("32")),)
    reuse = Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)
    edges = tracing.lineage([a.read(), b.read()], [reuse], ()).edges
    assert [change.kind for edge in edges for change in edge.changes] == kinds


@pytest.mark.parametrize(
    ("days", "wanted"), [(("2031-03-01", "2031-03-09"), "hedge_dropped"), (("2031-03-09", "2031-03-01"), "hedge_added")]
)
def test_an_edge_without_a_direction_is_read_from_the_earlier_text(days: tuple[str, str], wanted: str) -> None:
    texts = [Text(name, BEFORE.format(words), day=day) for name, words, day in zip("ab", ("devrait finir", "finira"), days, strict=True)]
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in texts]
    edits = (Edit(op="replace", a=texts[0].span("devrait finir"), b=texts[1].span("finira")),)
    reuse = Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)
    (edge,) = tracing.lineage([one.read() for one in texts], [reuse], ()).edges
    assert [change.kind for change in edge.changes] == [wanted]


@pytest.mark.parametrize(
    ("cut", "put", "told"),
    [
        ("probablement ", "", "«probablement» stands in a and not in b"),
        ("Au moment de partir dans la brume le bac aurait", "Le bac a", "«aurait» stands in a and not in b"),
        ("Le bac aurait", "Le bac a", "«Le bac aurait» in a, «Le bac a» in b"),
    ],
    ids=["nothing in its place", "a long clause", "few words"],
)
def test_a_hedge_is_shown_by_itself_where_much_else_was_edited(cut: str, put: str, told: str) -> None:
    form = "Les pêcheurs comptent leurs prises. {} heurté la digue du port de Brume."
    first, second = (form.format(side if "bac" in side else f"Le bac a {side}".strip()) for side in (cut, put))
    a, b = Text("a", first, day="2031-03-01"), Text("b", second, day="2031-03-01")
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in (a, b)]
    edits = (Edit(op="replace" if put else "delete", a=a.span(cut.strip()), b=b.span(put) if put else None),)
    reuse = Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)
    (change,) = (one for edge in tracing.lineage([a.read(), b.read()], [reuse], ()).edges for one in edge.changes)
    assert change.sentence == f"hedge differs: {told}"


def test_a_number_that_was_edited_in_part_is_shown_whole() -> None:
    a = Text("a", "Selon la capitainerie, plus de 1 700 pêcheurs ont été comptés au port.", day="2031-03-01")
    b = Text("b", "Selon la capitainerie, plus de 1 220 pêcheurs ont été comptés au port.", day="2031-03-01")
    whole = [Passage(article_id=one.id, span=Span(0, len(one.text))) for one in (a, b)]
    edits = (Edit(op="replace", a=a.span("700"), b=b.span("220")),)
    reuse = Reuse(a=whole[0], b=whole[1], tokens=24, direction=None, reasons=(), edits=edits)
    (change,) = (one for edge in tracing.lineage([a.read(), b.read()], [reuse], ()).edges for one in edge.changes)
    assert change.sentence == "number differs: «plus de 1 700» in a, «plus de 1 220» in b"
    assert (change.from_span, change.to_span) == (a.span("1 700"), b.span("1 220"))
