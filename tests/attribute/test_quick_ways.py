"""The quick ways give what the slow ones do: phrases looked at by their second word, marks paired in turn, hints of a cue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.attribute import quotation
from selon.attribute.cutting import passage
from selon.attribute.grammar import Memory, read
from selon.attribute.lexicon import lexicon
from selon.attribute.masks import may_hold_cue
from selon.attribute.phrases import Phrases
from selon.attribute.tokens import Passage
from selon.languages import examples, load
from selon.model.span import Span

CODES = ("de", "en", "fr")


def passages(code: str) -> list[Passage]:
    texts = sorted({example["text"] for example in examples("attribute", code)})
    return [passage(text, Span(0, len(text)), (), lexicon(load(code))) for text in texts]


def slowly(found: Passage, phrases: Phrases, at: int) -> int | None:
    beginning = phrases.opened[found.forms[at]]
    match = beginning.pattern.match(found.plain, found.starts[at]) if beginning is not None else None
    return match.end() if match is not None and match.end() > found.starts[at] else None


@pytest.mark.parametrize("code", CODES)
def test_no_phrase_is_passed_over(code: str) -> None:
    words = lexicon(load(code))
    for found in passages(code):
        for phrases in (words.aside, words.relay, words.skips, words.unless, *words.stops.values()):
            told = [found.reach(phrases, at) for at in range(len(found))]
            assert told == [slowly(found, phrases, at) for at in range(len(found))], found.text


@pytest.mark.parametrize("code", CODES)
def test_a_text_without_a_hint_holds_no_cue(code: str) -> None:
    for found in passages(code):
        if not may_hold_cue(found.text, found.span, found.lexicon):
            assert read(found, load(code), Memory(), loose=False) == [], found.text


@given(st.text(alphabet="«»“”\"'’‘ a.", max_size=14), st.sampled_from(CODES))
def test_marks_in_turn_are_read_as_any_marks(text: str, code: str) -> None:
    if not text:
        return
    span, language = Span(0, len(text)), load(code)
    told = quotation.quotations(text, span, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotation, "_plain_pairs", lambda *_: None)
        assert quotation.quotations(text, span, language) == told
