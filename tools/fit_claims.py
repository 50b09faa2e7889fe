"""Fit the constants of `match.claims` on one story and take the score on the other, both ways.

    .venv/bin/python tools/fit_claims.py [--rounds 2]

The two stories are gold/stories/S2.json (French) and S5.json (English) below SELON_DATA (default ../shared). From the constants now,
one after the other is moved one step up or down where that raises B-cubed F1 of the fitted story, for some rounds. Nothing is written: what
this prints says how well constants that are fitted on one story hold on another, and which way each story would pull them.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from selon import match, pipeline, resolve
from selon.engine import Local
from selon.match import clusters, evidence, factors, grounds, tolls
from selon.model.passage import Reuse
from selon.model.reading import Reading

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "gold"
STORIES = ("S2", "S5")
CLAIMS = importlib.import_module("selon.match.claims")

# what is fitted: in which modules it stands, and the step
STEPS: dict[str, tuple[tuple[ModuleType, ...], float]] = {
    "THRESHOLD": ((evidence, CLAIMS), 0.03),
    "_SHARE": ((clusters,), 0.05),
    "MASS": ((evidence,), 0.3),
    "COSINE": ((evidence,), 0.15),
    "ONE_STORY": ((factors, evidence), 0.1),
    "ONE_TOLL": ((factors, evidence), 0.2),
    "NO_PREDICATE": ((factors,), 0.1),
    "OTHER_NAMES": ((factors,), 0.1),
    "_STORY_FAR": ((factors,), 0.1),
    "_OTHER_NUMBER": ((factors,), 0.1),
    "ENOUGH": ((grounds,), 0.75),
    "_WHERE": ((tolls,), 0.15),
}
Constants = Mapping[str, float]
Story = tuple[tuple[Reading, ...], tuple[Reuse, ...], dict[str, Any]]


def main() -> None:
    """Fit on each story, score on the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    rounds = parser.parse_args().rounds
    scorer = _scorer()
    stories = {name: _story(name) for name in STORIES}
    plain = {name: getattr(modules[0], name) for name, (modules, _) in STEPS.items()}
    for name in STORIES:
        print(f"as they stand: {name} {_score(scorer, stories[name], plain):.4f}", flush=True)
    held = []
    for fitted, other in (STORIES, STORIES[::-1]):
        best = _fit(scorer, stories[fitted], plain, rounds)
        mine, theirs = (_score(scorer, stories[name], best) for name in (fitted, other))
        moved = ", ".join(f"{name} {plain[name]:g} -> {value:g}" for name, value in best.items() if value != plain[name])
        print(f"fitted on {fitted} ({mine:.4f}): {other} {theirs:.4f}   {moved or 'nothing moved'}", flush=True)
        held.append(theirs)
    print(f"mean of the two that were not fitted: {sum(held) / 2:.4f}")


def _fit(scorer: ModuleType, story: Story, start: Constants, rounds: int) -> dict[str, float]:
    best, score = dict(start), _score(scorer, story, start)
    for _ in range(rounds):
        for name, (_, step) in STEPS.items():
            for way in (step, -step):
                tried = best | {name: round(best[name] + way, 4)}
                if (found := _score(scorer, story, tried)) > score + 1e-6:
                    best, score = tried, found
    return best


def _score(scorer: ModuleType, story: Story, constants: Constants) -> float:
    """B-cubed F1 of one story under some constants."""
    readings, reuses, gold = story
    before = {name: getattr(modules[0], name) for name, (modules, _) in STEPS.items()}
    _put(constants)
    try:
        claims = match.claims(readings, reuses)
    finally:
        _put(before)
    told = [{"appearances": [_place(one.article_id, span) for one in claim.appearances for span in one.spans]} for claim in claims]
    return float(scorer.stories(gold, told)["claims_b3"]["f1"])


def _put(constants: Constants) -> None:
    for name, value in constants.items():
        for module in STEPS[name][0]:
            setattr(module, name, value)


def _place(article: str, span: Any) -> dict[str, Any]:
    return {"article": article, "start": span.start, "end": span.end}


def _story(name: str) -> Story:
    path = GOLD / "stories" / f"{name}.json"
    inputs = subprocess.run([sys.executable, GOLD / "score.py", "inputs", "stories", path], capture_output=True, text=True, check=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{name}.jsonl"
        source.write_text(inputs.stdout, encoding="utf-8")
        alone = [one for one in pipeline.readings([source], engine=Local()) if isinstance(one, Reading)]
    readings = resolve.across(alone)
    return readings, match.reuses([one.article for one in readings]), json.loads(path.read_text(encoding="utf-8"))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no {GOLD / 'score.py'}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
