"""Wrong names that were met in real articles: what a source must not be resolved to, and where the text tells it, to whom.

Each case stands for a kind that was read in unread articles.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from selon.clean import article
from selon.model.capture import Capture, Declared
from selon.pipeline import of_article

CASES = tomllib.loads((Path(__file__).parent / "wrong_names.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['source']} {number}" for number, case in enumerate(CASES)])
def test_no_wrong_name(case: dict[str, Any]) -> None:
    text, told = case["text"], Declared(lang=case["lang"])
    capture = Capture(id="a", address="a", media_type="text/plain", content=text.encode(), charset="utf-8", declared=told)
    reading = of_article(article(capture))
    found = [
        one.claimant
        for attribution, one in zip(reading.attributions, reading.resolutions, strict=True)
        if attribution.source and attribution.source.of(text).startswith(case["source"])
    ]
    names = [claimant.name if claimant else None for claimant in found]
    assert names
    if "right" in case:
        assert set(names) == {case["right"]}
    elif case.get("whole"):
        assert case["wrong"] not in names
    else:
        assert not any(name and case["wrong"] in name for name in names)
    if "kind" in case:
        assert {claimant.kind.value for claimant in found if claimant} == {case["kind"]}
