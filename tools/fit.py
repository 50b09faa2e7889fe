"""Fit the weights of the readings and their confidence on the gold, for each language that has gold of its own; write weights.toml.

    python tools/fit.py [CODE ...] [--check | --page]

French on fr_dev, fr_dev2 and fr_seeds, English on en_train; German gold is for measuring only, so German takes what is shared. Nothing
is drawn by lot: the same data and code give the same numbers. Prints figures of the data itself beside those of articles held out, and
writes docs/calibration.md. The readings of some languages keep weights set by hand (BY_HAND says why). --check: print only. --page: no
weight is moved; the page is written anew, with the weights that stand in the folder of the language, for the readings of today.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fitting.evidence import Answer, Evidence
from fitting.page import page
from fitting.regression import Case, chance, fitted, folds, kept
from fitting.sheet import written
from selon.attribute import claimant_features, is_doubted, name_chance
from selon.attribute.lexicon import lexicon
from selon.languages import load
from selon.languages.rows.attribute import Confidence, Weight

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "gold" / "attributions"
SETS = {"fr": ("fr_dev", "fr_dev2", "fr_seeds"), "en": ("en_train",)}
MOST, MOST_ODDS = 50, 20  # weights of the readings, those held fast included; and of the confidence, which rests on their sum
BY_HAND = frozenset({"en"})  # fitted on en_train, whose annotators count attitudes now and then, contents fell from F1 .70 to .53 there
ROUNDS = 2  # what is read depends on the weights: they are fitted, all is read again, and they are fitted again
FAMILIES = (
    "any", "frame.", "before.", "after.", "incise.", "straight", "source.", "mood.", "preposition.", "floating.", "passive.", "quote.",
    "object.", "noun", "headline.", "label.", "infinitive.", "finite.", "gerund.", "that.", "gap.",
)  # fmt: skip
SURE = (*FAMILIES, "score", "inner", "kind.", "who.", "words.", "claimant.", "verb.", "layout.", "stop.", "colon.")


def main() -> int:
    """Fit, print, write; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", nargs="*", metavar="CODE")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--check", action="store_true", help="write nothing")
    how.add_argument("--page", action="store_true", help="write the page alone, with the weights as they stand")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print(f"no gold in {GOLD}; set SELON_DATA to the folder that holds gold/", file=sys.stderr)
        return 2
    told, notes = {}, {}
    for code in arguments.codes or SETS:
        told[code], notes[code] = _fit(code, write=not (arguments.check or arguments.page), moves=not arguments.page)
    if not arguments.check and not arguments.codes:
        (ROOT / "docs" / "calibration.md").write_text(page(told, notes), encoding="utf-8")
    return 0


def _fit(code: str, *, write: bool, moves: bool = True) -> tuple[list[tuple[float, bool]], list[str]]:
    language = load(code)
    evidence = Evidence([GOLD / f"{name}.jsonl" for name in SETS[code]], language)
    current = lexicon(language).weights
    fixed = {row.feature: row.value for row in language.rows(Weight) if row.fixed}
    weights = {name: value for name, value in current.items() if name not in fixed}
    cases = evidence.readings()
    apart = None  # F1 on articles held out, where the weights of the readings are fitted
    if moves and code not in BY_HAND:
        for _ in range(ROUNDS):
            names = kept(cases, MOST - len(fixed), fixed, FAMILIES)
            weights = fitted(cases, names, fixed)
            _take(current, weights, fixed)
            cases = evidence.readings()
        apart = _apart(evidence, cases, names, fixed, current)
        _take(current, weights, fixed)
    within = evidence.f1()
    judged = list(_sure_cases(evidence))
    sure = [one.case for one in judged]
    standing = {row.feature: row.value for row in language.rows(Confidence)}
    chosen = kept(sure, MOST_ODDS, {}, SURE) if moves else list(standing)
    odds = fitted(sure, chosen) if moves else standing
    held_out = [pair for part in folds(sure) for pair in _held_out(judged, part, chosen)]
    notes = [
        f"data: {', '.join(SETS[code])} (sha256 {evidence.digest()}), {len(evidence.marked)} articles, {len(cases)} readings weighed",
        f"{len(fixed) + len(weights)} weights of readings ({len(fixed)} held fast), {len(odds)} of confidence",
        f"F1 of contents and of contents with source: {within[0]:.3f} / {within[1]:.3f} in the data, "
        + (
            f"{apart[0]:.3f} / {apart[1]:.3f} on articles held out"
            if apart
            else f"weights {'by hand' if code in BY_HAND else 'as they stand'}"
        ),
        f"of confidence .9 and more: {_line([one.told(odds) for one in judged])} in the data, {_line(held_out)} held out",
    ]
    print(code, *notes, sep="\n  ")
    if write:
        how = "By hand; the confidence is fitted" if code in BY_HAND else "Fitted"
        head = f"What speaks for and against a reading; the best sum wins when it is positive. {how} by tools/fit.py on\n{notes[0]}"
        written(ROOT / "src" / "selon" / "languages" / code / "weights.toml", language, weights, odds, head)
    return held_out, notes


def _take(current: dict[str, float], weights: dict[str, float], fixed: dict[str, float]) -> None:
    current.clear()
    current.update(fixed | weights)


def _apart(
    evidence: Evidence, cases: list[Case], names: list[str], fixed: dict[str, float], current: dict[str, float]
) -> tuple[float, float]:
    """F1 on articles that were held out, the parts weighed by their articles."""
    sums, articles = [0.0, 0.0], 0
    for part in folds(cases):
        _take(current, fitted([case for case in cases if case.article not in part], names, fixed), fixed)
        for number, value in enumerate(evidence.f1(part)):
            sums[number] += value * len(part)
        articles += len(part)
    return sums[0] / articles, sums[1] / articles


@dataclass(frozen=True, slots=True)
class _Judged:
    """One attribution: what its confidence is fitted on, how often such a name is right, and whether all is right."""

    case: Case
    name: float
    right: bool

    def told(self, odds: dict[str, float]) -> tuple[float, bool]:
        return self.name * chance(self.case, odds), self.right


def _sure_cases(evidence: Evidence) -> Iterator[_Judged]:
    for answer in evidence.answers():
        yield from _judged(evidence, answer)


def _judged(evidence: Evidence, answer: Answer) -> Iterator[_Judged]:
    weights = lexicon(evidence.language).weights
    for verdict, names, resolution in zip(evidence.judged(answer), answer.names, answer.resolutions, strict=True):
        if verdict is not None:
            score = sum(weights.get(name, 0.0) for name in names) + weights.get("any", 0.0)
            features = {"any": 1.0, "score": score, **dict.fromkeys((*names, *claimant_features(resolution)), 1.0)}
            right = verdict[0] if is_doubted(resolution) else all(verdict)  # a doubted name counts apart, as a factor
            yield _Judged(Case(features, right, answer.marked.article.id), name_chance(resolution), all(verdict))


def _held_out(judged: list[_Judged], part: frozenset[str], names: list[str]) -> list[tuple[float, bool]]:
    odds = fitted([one.case for one in judged if one.case.article not in part], names)
    return [one.told(odds) for one in judged if one.case.article in part]


def _line(told: list[tuple[float, bool]]) -> str:
    sure = [right for chance_, right in told if chance_ >= 0.9]
    return f"{sum(sure) / max(1, len(sure)):.3f} right, {len(sure) / max(1, len(told)):.2f} of all"


if __name__ == "__main__":
    sys.exit(main())
