"""The figures on the development data are no worse than the pinned ones; and a drop would be seen."""

from datetime import date
from pathlib import Path

import pytest

from scoring.floors import NOISE, floors, pinned_text, shortfalls
from scoring.measures import MAIN, MEASURES, Measure
from scoring.measuring import Result, result
from scoring.page import page
from selon.languages import codes

MEASURED = [measure for measure in MEASURES if not measure.lang or measure.lang in codes()]


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.parametrize("measure", MEASURED, ids=lambda measure: measure.gold)
def test_no_figure_has_dropped(measure: Measure, data: Path) -> None:
    assert list(shortfalls(result(measure, data / "gold"), floors())) == []


def made_up(**figures: float) -> Result:
    measure = Measure(scorer="attributions", gold="attributions/x.jsonl", figures=tuple(figures), note="made up")
    return Result(measure=measure, figures=figures, sha256="ab")


def pins(least: float, most: float, sha256: str = "ab") -> dict[str, object]:
    return {"attributions/x.jsonl": {"sha256": sha256, "least": {"accuracy": least}, "most": {"wrong_rate": most}}}


@pytest.mark.parametrize(
    ("accuracy", "wrong_rate", "told"),
    [
        (0.8, 0.1, []),
        (0.9, 0.0, []),
        (0.8 - NOISE / 2, 0.1 + NOISE / 2, []),
        (0.799, 0.1, ["attributions/x.jsonl: accuracy is 0.7990, and was 0.8000"]),
        (0.8, 0.101, ["attributions/x.jsonl: wrong_rate is 0.1010, and was 0.1000 (lower is better)"]),
    ],
    ids=["equal", "better", "within the noise", "a drop", "a rise of what should be low"],
)
def test_a_drop_is_told(accuracy: float, wrong_rate: float, told: list[str]) -> None:
    assert list(shortfalls(made_up(accuracy=accuracy, wrong_rate=wrong_rate), pins(0.8, 0.1))) == told


def test_other_data_or_no_floor_is_told() -> None:
    figures = made_up(accuracy=1.0, wrong_rate=0.0)
    assert "has changed" in " ".join(shortfalls(figures, pins(0.8, 0.1, sha256="cd")))
    assert "nothing is pinned" in " ".join(shortfalls(figures, {}))


def test_what_is_pinned_is_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figures = made_up(accuracy=0.81234, wrong_rate=0.05678)
    (tmp_path / "floors.toml").write_text(pinned_text([figures]), encoding="utf-8")
    monkeypatch.setattr("scoring.floors.FLOORS", tmp_path / "floors.toml")
    assert list(shortfalls(figures, floors())) == []


def test_main_figures_are_measured() -> None:
    measured = {(measure.gold, name) for measure in MEASURES for name in measure.figures}
    assert {(gold, name) for _, gold, name in MAIN} <= measured


def test_the_page_says_when_and_on_what() -> None:
    text = page([made_up(accuracy=0.5)], day=date(2030, 1, 2), version="9.9")
    assert "2030-01-02" in text
    assert "| attributions: accuracy | 0.5000 | `attributions/x.jsonl` | `ab` |" in text
    assert "made up" in text
