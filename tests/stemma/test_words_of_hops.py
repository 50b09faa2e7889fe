"""The words of a row: what the one text has from this very source, and nobody else's words of the same text."""

from dataclasses import replace

from selon import trace as tracing
from selon.model.attribution import Stance
from selon.model.lineage import Denial, Story
from selon.show.stemma import hops, stemma
from support.handmade import Text, appearance, claim, person, shared

PILOT, MAYOR, OWN = "le bac a heurté la digue", "la digue a été touchée par le bac", "un bac et une digue se sont rencontrés"
DENIED = "rien n'a touché la digue"


def told() -> tuple[Story, dict[str, Text], tuple[object, ...]]:
    a = Text("a", f"Donc {OWN}. Selon Una Brel, {PILOT}. Selon Ivo Tarn, {MAYOR}. Ada Bry dément que {DENIED}.", day="2031-03-01")
    b = Text("b", f"Encore {OWN}. Selon Una Brel, {PILOT}.", day="2031-03-02")
    first = a.said(PILOT, person("Una Brel"), source="Una Brel")
    second = a.said(MAYOR, person("Ivo Tarn"), source="Ivo Tarn")
    third = b.said(PILOT, person("Una Brel"), source="Una Brel")
    denied = a.said(DENIED, person("Ada Bry"), source="Ada Bry", cue="dément", stance=Stance.DENIED)
    texts = (appearance(a, OWN), appearance(a, PILOT, first), appearance(a, MAYOR, second), appearance(b, OWN), appearance(b, PILOT, third))
    lineage = tracing.lineage([a.read(), b.read()], [shared(a, b, PILOT)], [claim(*texts)])
    denial = Denial(
        article_id="a", span=a.span(DENIED), by="Ada Bry", kind="explicit", attribution_id=denied.id, claim_id=None, tie="test"
    )  # fmt: skip
    return replace(lineage.stories[0], denials=(denial,)), {"a": a, "b": b}, lineage.edges


def test_a_row_gives_what_this_source_says() -> None:
    story, texts, edges = told()
    drawing = stemma(story, edges, {name: text.read() for name, text in texts.items()})  # type: ignore[arg-type]
    found = {}
    for row in hops(drawing):
        assert row.after is not None
        found[row.source.name, row.target.article_id] = row.after.span.of(texts[row.after.article_id].text)
    assert found["Una Brel", "a"] == PILOT
    assert found["Ivo Tarn", "a"] == MAYOR
    assert found["Una Brel", "b"] == PILOT
    assert found["Ada Bry", "a"] == DENIED


def test_what_two_texts_share_is_what_their_row_sets_side_by_side() -> None:
    story, texts, edges = told()
    drawing = stemma(story, edges, {name: text.read() for name, text in texts.items()})  # type: ignore[arg-type]
    row = next(row for row in hops(drawing) if row.source.article_id and row.target.article_id)
    assert row.before is not None and row.after is not None
    assert [one.span.of(texts[one.article_id].text) for one in (row.before, row.after)] == [PILOT, PILOT]
