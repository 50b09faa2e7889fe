"""Pronouns inside what somebody says, and quotations that go on in one statement."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from selon.languages import load
from selon.model.attribution import SpeechKind
from selon.model.span import Span
from selon.resolve import claimants

sys.path.insert(0, str(Path(__file__).parent))
from staged import article, attribution, unmarked

CASES = {
    "who tells of himself, though somebody else spoke before": (
        "[Paul Verlin] dit que le bac coule. [Ivo Talmar] affirme qu'[il] voulait dire que le bac tient.",
        ("le bac coule", "qu'il voulait dire que le bac tient", "que le bac tient"), SpeechKind.INDIRECT, "Ivo Talmar",
    ),
    "in words that are quoted, it may be anybody": (
        "[Paul Verlin] dit que le bac coule. [Ivo Talmar] raconte que le pilote « tremblait et [il] a dit que le bac tient ».",
        ("le bac coule", "que le pilote « tremblait et il a dit que le bac tient »", "que le bac tient"), SpeechKind.MIXED, "",
    ),
    "a body of that gender that stands before, under its full name": (
        "La Fédération norvégienne de voile (FNV) a écrit. [Ivo Talmar] assure que la Fédération prendra une décision qu'[elle] dit juste.",
        ("que la Fédération prendra une décision qu'elle dit juste", "juste"), SpeechKind.INDIRECT, "Fédération norvégienne de voile (FNV)",
    ),
    "a body of another gender is not meant": (
        "Le Parlement norvégien a écrit. [Ivo Talmar] assure que le Parlement prendra une décision qu'[elle] dit juste.",
        ("que le Parlement prendra une décision qu'elle dit juste", "juste"), SpeechKind.INDIRECT, "",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "contents", "kind", "who"), CASES.values(), ids=CASES)
def test_a_pronoun_in_what_somebody_says(marked: str, contents: tuple[str, ...], kind: SpeechKind, who: str) -> None:
    """The last content lies in the one before it, which is of that kind."""
    text, sources, _ = unmarked(marked)
    spans = [Span(text.index(content), text.index(content) + len(content)) for content in contents]
    told = [attribution(n, source, span, text) for n, (source, span) in enumerate(zip(sources, spans, strict=True))]
    told[-2] = replace(told[-2], kind=kind)
    told[-1] = replace(told[-1], parent=told[-2].id)
    found = claimants(article(text, "fr"), tuple(told), load("fr"))[-1].claimant
    assert (found.name if found is not None else "") == who


@pytest.mark.parametrize(("relay", "who"), [("dans un tract", "mairie de Sorneville"), (None, "")], ids=["in a statement", "out loud"])
def test_a_body_goes_on_only_in_a_statement(relay: str | None, who: str) -> None:
    text, sources, contents = unmarked("« {Le bac coule} », a écrit [la mairie de Sorneville] dans un tract. « {Il faut un pont} ».")
    first, then = (attribution(n, sources[0], span, text) for n, span in enumerate(contents))
    via = Span(text.index(relay), text.index(relay) + len(relay)) if relay is not None else None
    first = replace(first, via=via, cue=Span(text.index("a écrit"), text.index(" la mairie")))
    found = claimants(article(text, "fr"), (first, then), load("fr"))[1].claimant
    assert (found.name if found is not None else "") == who
