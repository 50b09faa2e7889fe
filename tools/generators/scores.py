"""The scores in README.md: rows of docs/scores.md, copied, so that the two never differ."""

import re

BEGIN, END = "<!-- scores: made by tools/generate.py -->", "<!-- end of scores -->"


def readme(text: str, scores: str) -> str:
    """The README with the table of main figures that `docs/scores.md` holds; unchanged where either has none.

    Args:
        text: the README; the table stands between the two marks.
        scores: docs/scores.md; its first table is the one of main figures.
    """
    table = re.search(r"(?:^\|.*\|\n)+", scores, re.MULTILINE)
    if not table or BEGIN not in text or END not in text:
        return text
    before, rest = text.split(BEGIN, 1)
    return f"{before}{BEGIN}\n{table.group()}{END}{rest.split(END, 1)[1]}"
