"""What stands near a place: as if all were looked at."""

from hypothesis import given
from hypothesis import strategies as st

from selon.model.span import Span
from selon.trace.places import Places

SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_what_overlaps_is_found_in_order(spans: list[Span], asked: Span) -> None:
    found = list(Places(spans, lambda span: span).overlapping(asked))
    assert found == sorted((span for span in spans if span.overlaps(asked)), key=lambda span: (span.start, span.end))
