"""Characters that no reader sees cut no name and no word; spans count in the text as it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import pipeline
from selon.languages.unseen import UNSEEN, places, seen
from selon.match.text import read
from selon.model.capture import Capture, Declared
from selon.model.reading import Reading
from selon.model.span import Span

FRENCH = (
    "« Le port de Norr restera fermé jusqu’au 13 mars 2031 », a déclaré Ada Valdor, porte-parole de la régie.\n\n"
    "Ada Valdor affirme que la digue tient.\n\nSelon la régie, 40 bateaux attendent. Elle dément toute panne."
)
ENGLISH = (
    "“The port stays closed,” said Ada Valdor, a spokeswoman for the Harbour Board.\n\n"
    "She denied that the sluice had failed on 13 March 2031."
)


def of(text: str) -> Reading:
    capture = Capture(
        id="a",
        address="https://norr.example/a",
        media_type="text/plain",
        content=text.encode(),
        charset="utf-8",
        fetched=None,
        record_id=None,
    )
    return pipeline.per_article(capture)


def told(reading: Reading) -> list[tuple[object, ...]]:
    """All that was read, in words, without the characters that no reader sees."""
    text = reading.article.text

    def words(*spans: Span | None) -> tuple[str, ...]:
        return tuple(seen(span.of(text)) for span in spans if span is not None)

    found: list[tuple[object, ...]] = [
        (words(one.source, one.cue, one.via, *one.content), one.stance, one.kind, one.rule, who.claimant and who.claimant.name, who.how)
        for one, who in zip(reading.attributions, reading.resolutions, strict=True)
    ]
    return found + [(words(one.span), one.earliest, one.latest) for one in reading.dates]


@pytest.mark.parametrize("mark", UNSEEN, ids=lambda mark: f"U+{ord(mark):04X}")
@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
def test_a_mark_inside_a_name_cuts_no_name(text: str, mark: str) -> None:
    marked = text.replace("Valdor", f"Val{mark}dor{mark}").replace("Ada", f"{mark}A{mark}{mark}da").replace("mars", f"ma{mark}rs")
    assert any(row[4] == "Ada Valdor" for row in told(of(text)) if len(row) > 3)
    assert told(of(marked)) == told(of(text))


INSIDE = [at for at in range(1, len(FRENCH)) if "\n" not in FRENCH[at - 1 : at + 1]]  # of a line


@given(st.lists(st.tuples(st.sampled_from(INSIDE), st.sampled_from(UNSEEN)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_marks_anywhere_in_a_line_change_nothing_that_is_read(marks: list[tuple[int, str]]) -> None:
    text = FRENCH
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    assert told(of(text)) == told(of(FRENCH))


def test_spans_stand_at_the_characters_of_the_text_and_ids_follow_them() -> None:
    reading = of(FRENCH.replace("Valdor", "Val\u202edor\u202c"))
    text, first = reading.article.text, reading.attributions[0]
    assert "\u202e" in text and first.source is not None
    assert first.source.of(text) == "Ada Val\u202edor\u202c, porte-parole de la régie"
    assert reading.resolutions[0].attribution_id == first.id != of(FRENCH).attributions[0].id
    assert {one.id for one in reading.attributions} == {one.attribution_id for one in reading.resolutions}
    assert {one.parent for one in reading.attributions} <= {None, *(one.id for one in reading.attributions)}


def test_words_of_the_join_are_whole_too() -> None:
    plain, marked = (of(FRENCH.replace("Valdor", name)) for name in ("Valdor", "Val\u200edor"))
    a, b = read(plain, []), read(marked, [])
    assert b.keys == a.keys
    assert [seen(word) for word in b.written] == a.written
    assert all(marked.article.text[start : start + len(word)] == word for start, word in zip(b.starts, b.written, strict=True))


@given(st.text(st.sampled_from("ab \u200e\u202e\u00ad\ufeff")))
def test_each_seen_character_stands_where_it_is_said(text: str) -> None:
    assert "".join(text[at] for at in places(text)) == seen(text)


def test_what_joins_letters_stays() -> None:
    assert seen("می\u200cخواهم") == "می\u200cخواهم"


def test_a_name_that_stands_there_with_marks_is_not_said_to_be_dropped() -> None:
    said = "La barrière du port de Norr restera fermée pendant vingt jours entiers après la tempête"

    def articles(name: str) -> list[Reading]:
        texts = [f"« {said} », a déclaré Ada Valdor, porte-parole de la régie.", f"« {said} », a déclaré {name}, porte-parole de la régie."]
        declared = [
            Declared(url=f"https://{at}.example/1", outlet=at.title(), date=f"2031-03-1{n}", lang="fr") for n, at in enumerate("ab")
        ]
        return [
            pipeline.per_article(
                Capture(id=at, address=f"https://{at}.example/1", media_type="text/plain", content=text.encode(), declared=one)
            )
            for at, text, one in zip("ab", texts, declared, strict=True)
        ]

    def shown(name: str) -> list[tuple[int, list[str]]]:
        stories = pipeline.joined(articles(name)).lineage.stories
        return [(len(story.claim.appearances), [one.kind for one in story.changes]) for story in stories]

    assert shown("Ada Val\u200edor") == shown("Ada Valdor") == [(2, [])]
