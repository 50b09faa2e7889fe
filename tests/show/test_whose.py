"""Whose words a title gives: who is named beside these very words, and nobody who only speaks elsewhere under the claim."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from selon import trace as tracing
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Story
from selon.model.span import Span
from selon.show import pasted
from selon.show.listing.stories import by_line, title_line
from selon.show.stemma import stemma
from selon.show.whose import in_order, left_open, own_texts
from support.handmade import Text, appearance, claim, person

WORDS = "la digue tiendra jusqu'au printemps"
OTHERS = "la digue ne bougera pas avant le printemps"


def told(*, early_source: str | None, is_named: bool) -> tuple[Story, dict[str, Text]]:
    """An early text, its source named, left open or missing, and a later one in which Ivo Tarn says it."""
    early = Text("z-early", f"Selon une source, {WORDS}." if early_source else f"Donc {WORDS}.", day="2031-03-01", outlet="Le Phare")
    late = Text("a-late", f"Selon Ivo Tarn, {OTHERS}.", day="2031-03-04", outlet="Le Môle")
    first = early.said(WORDS, person("Una Brel") if is_named else None, source=early_source) if early_source else None
    second = late.said(OTHERS, person("Ivo Tarn"), source="Ivo Tarn")
    one = replace(claim(appearance(early, WORDS, first), appearance(late, OTHERS, second)), label=WORDS)
    stories = tracing.lineage([early.read(), late.read()], (), [one]).stories
    return stories[0], {"z-early": early, "a-late": late}


@pytest.mark.parametrize(
    ("source", "is_named", "by"),
    [
        ("une source", True, "Una Brel:"),
        ("une source", False, "voice left open:"),
        (None, False, "told without a source in 1 text:"),
    ],
)
def test_a_title_names_who_says_these_words_and_nobody_else(source: str | None, is_named: bool, by: str) -> None:
    story, texts = told(early_source=source, is_named=is_named)
    readings = {name: text.read() for name, text in texts.items()}
    articles = {name: reading.article for name, reading in readings.items()}
    assert story.claim.worded.article_id == "z-early"
    assert by_line(story.claim) == by
    assert "Ivo Tarn" not in title_line(story.claim).plain
    assert pasted.markdown(story, articles).splitlines()[0].startswith(f"## {by} « {WORDS} »")
    assert stemma(story, (), readings).by == ("Una Brel" if is_named else None)


def test_the_title_gives_the_id_that_other_commands_take() -> None:
    story, _ = told(early_source=None, is_named=False)
    assert title_line(story.claim).plain.split()[-1] == story.claim.id[:8]


def test_a_source_that_is_left_open_is_shown_in_its_words_and_is_not_the_text_itself() -> None:
    story, texts = told(early_source="une source", is_named=False)
    articles = {name: text.read().article for name, text in texts.items()}
    assert list(left_open(story, articles).values()) == ["une source"]
    assert own_texts(story.claim) == 0
    page = Console(file=io.StringIO(), width=200, color_system=None)
    page.print(pasted.plain(story, articles))
    assert isinstance(page.file, io.StringIO)
    lines = page.file.getvalue()
    assert "«une source», left open who, asserted:" in lines
    assert "the text itself" not in lines


def test_what_no_word_attributes_is_the_texts_own() -> None:
    story, texts = told(early_source=None, is_named=False)
    articles = {name: text.read().article for name, text in texts.items()}
    assert left_open(story, articles) == {}
    assert own_texts(story.claim) == 1
    assert "the text itself, asserted:" in pasted.plain(story, articles)


def test_passages_stand_by_date_with_their_outlet() -> None:
    story, texts = told(early_source=None, is_named=False)
    articles = {name: text.read().article for name, text in texts.items()}
    assert [one.article_id for one in in_order(story.claim)] == ["z-early", "a-late"]
    lines = " ".join(pasted.plain(story, articles).split())
    assert lines.index("Le Phare, 2031-03-01 z-early:") < lines.index("Le Môle, 2031-03-04 a-late:")


def test_several_stretches_are_shown_apart_each_with_its_place() -> None:
    text = Text("a", "La digue, dit-il, tiendra.", day="2031-03-01")
    both = text.span("La digue"), text.span("tiendra")
    first = appearance(text, "La digue")
    one = Claim(id=first.id, label="La digue … tiendra", appearances=(_with(first, both),), links=(), variants=())
    story = tracing.lineage([text.read()], (), [one]).stories[0]
    lines = " ".join(pasted.plain(story, {"a": text.read().article}).split())
    assert "La digue … tiendra outlet not named, 2031-03-01 a:0-8,18-25" in lines


def _with(one: Appearance, spans: tuple[Span, ...]) -> Appearance:
    return replace(one, spans=spans)
