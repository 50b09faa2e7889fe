"""What holds for any text at all."""

import attribute_staged as staged
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.languages import codes, load
from selon.model.attribution import Attribution

PIECES = st.sampled_from([
    "« ", " »", "“", "”", '"', "'", "’", "(", ")", ", ", ". ", " : ", " – ", "\n", "> ", "# ", "selon ", "Selon la régie, ", "la régie ",
    "a dit ", "que ", "qu'", "dit-il", ", a-t-elle ajouté", "le pont ", "tient", "accuse ", "de ", "Ada Bry ", "affirme ", "et ", "qui ",
    "avoir payé ", "confirmée par ", "said ", "that ", "according to ", "the bridge ", "told ", "[Ada](http://a.b) ", "— Ada (@ada) ",
    "\u00a0", "😀", "İ", "ß",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
CODES = st.sampled_from(codes())


@given(TEXTS, CODES)
@settings(max_examples=400)
def test_spans_lie_inside_the_text_and_apart(text: str, code: str) -> None:
    for one in staged.found(text, code):
        parts = [span for span in (one.source, one.cue) if span is not None]
        assert all(0 <= span.start < span.end <= len(text) for span in (*parts, *one.content))
        assert not (one.source and one.cue and one.source.overlaps(one.cue))
        assert all(not part.overlaps(span) for part in parts for span in one.content if one.rule != "verb.cites")
        assert list(one.content) == sorted(one.content)
        assert all(span.of(text).strip() for span in one.content)


@given(TEXTS, CODES)
@settings(max_examples=200)
def test_children_lie_inside_parents_that_stand_before_them(text: str, code: str) -> None:
    seen: dict[str, Attribution] = {}
    for one in staged.found(text, code):
        assert one.id not in seen
        if one.parent is not None:
            outer = seen[one.parent]
            assert all(any(part.covers(span) for part in outer.content) for span in one.content)
        seen[one.id] = one


@given(TEXTS, CODES)
@settings(max_examples=100)
def test_the_same_text_gives_the_same_answer(text: str, code: str) -> None:
    assert staged.found(text, code) == staged.found(text, code)


@given(TEXTS)
@settings(max_examples=100)
def test_each_attribution_carries_its_reasons_and_a_confidence(text: str) -> None:
    for one in staged.found(text):
        assert one.reasons
        assert 0 <= one.confidence <= 1
        assert one.rule


def test_a_language_without_tables_finds_nothing() -> None:
    assert load("fr") is load("fr")
    assert staged.found("", "fr") == ()
    assert staged.found("\n\n", "fr") == ()
