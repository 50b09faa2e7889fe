"""Floors on the development data; a drop fails, lowering one is a commit of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import attribute_staged as staged
import pytest

from selon.attribute import attributions
from selon.languages import load
from selon.model.span import Span

FLOORS = {"fr_seeds": ("fr", 0.87, 0.82), "fr_dev": ("fr", 0.81, 0.78), "fr_dev2": ("fr", 0.80, 0.74), "en_dev": ("en", 0.66, 0.60)}


def _as_json(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _answer(record: dict[str, Any], code: str) -> dict[str, Any]:
    told = attributions(staged.article(record["text"], code), load(code))
    return {
        "id": record["id"],
        "attributions": [
            {
                "source": _as_json(one.source), "cue": _as_json(one.cue), "content": [_as_json(span) for span in one.content],
                "kind": one.kind, "stance": one.stance, "confidence": one.confidence,
            }
            for one in told
        ],
    }  # fmt: skip


@pytest.mark.data
@pytest.mark.parametrize("name", FLOORS)
def test_scores_stay_above_their_floors(name: str, data: Path, tmp_path: Path) -> None:
    code, content, source = FLOORS[name]
    gold = data / "gold" / "attributions" / f"{name}.jsonl"
    records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    told = tmp_path / "told.jsonl"
    told.write_text("".join(json.dumps(_answer(record, code)) + "\n" for record in records), encoding="utf-8")
    command = [
        sys.executable,
        str(data / "gold" / "score.py"),
        "attributions",
        str(gold),
        str(told),
        "--json",
        *(["--speech"] if code == "en" else []),
    ]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert figures["content@0.8"]["f1"] >= content
    assert figures["+source"]["f1"] >= source
