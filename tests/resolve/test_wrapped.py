"""Names over the end of a line that was only broken because it was full, as in mail and in the wires of old."""

import sys
from pathlib import Path

import pytest

from selon.languages import load
from selon.languages.sentences import unbroken
from selon.model.span import Span
from selon.resolve import claimants

sys.path.insert(0, str(Path(__file__).parent))
from staged import article, attribution, unmarked

FULL = (
    "Nobody at the port had heard of it when the ships came in on the tide\n"
    "and the men went home to their houses, where all was quiet until nine.\n"
)
CASES = {
    "a given name ends the line": ("It was all over the quay by the morning, said [deputy manager Ivo\nTalmar].", "Ivo Talmar"),
    "a legal form opens the next": ("It was all over the quay before the end, said [Talmar Mills and Co\nLtd].", "Talmar Mills and Co Ltd"),
    "a day is no part of a name": ("[Talmar] said it was all over the quay by noon and that on Friday\nTalmar would leave it.", "Talmar"),
}


@pytest.mark.parametrize(("marked", "who"), CASES.values(), ids=CASES)
def test_a_name_goes_on_over_a_full_line(marked: str, who: str) -> None:
    text, sources, _ = unmarked(FULL + marked)
    start = text.index("It was all over") if "It was all over" in text else text.index("it was all over")
    told = (attribution(0, sources[0], Span(start, text.index("quay") + 4), text),)
    found = claimants(article(text, "en"), told, load("en"))[0].claimant
    assert (found.name if found is not None else "") == who


def test_only_full_lines_go_on() -> None:
    text = FULL + "Ivo Talmar\nThe mayor\n"
    assert unbroken(text, [Span(0, len(text))], load("en")) == text.replace("\n", " ", 1)
    assert unbroken("The mayor\nIvo Talmar\n", [Span(0, 21)], load("en")) == "The mayor\nIvo Talmar\n"
