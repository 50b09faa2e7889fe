"""docs/calibration.md: how often attributions were right, by how sure they were said to be."""

from collections.abc import Mapping, Sequence

HEAD = """# How sure is an attribution?

Made by `tools/fit.py`; change nothing here. `confidence` is meant to say how often attributions like this one are right: the content
is the gold's (token F1 of .8 and more), the source is the gold's, and no wrong claimant is named. It is the sum of a few readable
features in `languages/<code>/weights.toml`. The table counts by cross-validation: an article's figures come from weights that were
fitted without it. In the data itself the figures are a little better, as they must be.
"""


def page(languages: Mapping[str, Sequence[tuple[float, bool]]], notes: Mapping[str, Sequence[str]]) -> str:
    """The whole page: of each language its notes, and how often each tenth was right."""
    parts = [HEAD]
    for code, told in sorted(languages.items()):
        parts += [f"## {code}\n", *(f"- {note}" for note in notes[code]), "", "| confidence | attributions | right |", "|---|---|---|"]
        for tenth in range(10):
            these = [right for sure, right in told if tenth / 10 <= sure < (tenth + 1) / 10 or (tenth == 9 and sure >= 1)]
            share = f"{sum(these) / len(these):.2f}" if these else "–"
            parts.append(f"| {tenth / 10:.1f} to {(tenth + 1) / 10:.1f} | {len(these)} | {share} |")
        parts.append("")
    return "\n".join(parts)
