"""weights.toml of a language: read, and written anew with the fitted numbers."""

from collections.abc import Mapping
from pathlib import Path

from selon.languages import Language
from selon.languages.rows.attribute import End, Weight


def written(path: Path, language: Language, weights: Mapping[str, float], odds: Mapping[str, float], head: str) -> None:
    """Write the table: fitted weights, those held fast, ends as they were, odds."""
    fixed = {row.feature: row.value for row in language.rows(Weight) if row.fixed}
    lines = [*(f"# {line}" for line in head.splitlines()), "weight = ["]
    lines += [f'    {{ feature = "{name}", value = {value}, fixed = true }},' for name, value in sorted(fixed.items())]
    lines += [f'    {{ feature = "{name}", value = {value} }},' for name, value in sorted(weights.items())]
    lines += ["]", "", "# The stops that end a content, by the shape of the content.", "end = ["]
    for row in language.rows(End):
        lines.append(f'    {{ shape = "{row.shape}", stops = [{", ".join(f"{chr(34)}{stop}{chr(34)}" for stop in row.stops)}] }},')
    lines += [
        "]",
        "",
        '# How sure an attribution is: the sum is the logarithm of the odds; "score" counts the sum of the weights above.',
        "confidence = [",
    ]
    lines += [f'    {{ feature = "{name}", value = {value} }},' for name, value in sorted(odds.items())]
    path.write_text("\n".join([*lines, "]", ""]), encoding="utf-8")
