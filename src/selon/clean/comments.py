"""Where readers' comments begin in a text without mark-up: at the first of several lines that say who wrote, and when, with words between.

A head is a short line with a date and an hour ("Pseudo, le 3 mai 2021 à 10h12"), with words that only comments have ("dit :", "Répondre"),
or with a running number ("#12", "3. Posté par X"). Two heads with something between them are comments; one is somebody's signature.
Not done yet: comments that nothing parts from the article or from each other.
"""

import re

from selon.clean.notices import notices
from selon.clean.stamps import header_words
from selon.languages.fold import fold

_HEAD_WORDS = 12
_LEAST_HEADS = 2
_APART = 12  # lines from one head to the next, at most
_NUMBERED = re.compile(r"\s*(?:#|n°\s?)\d{1,4}\b|\s*\d{1,4}[.)]\s(?=\w+\s+\w+\s)")


def comments_start(lines: list[str], prose: list[bool]) -> int:
    """The index of the first line of readers' comments; the number of lines where there are none.

    Args:
        lines: of the text, in order.
        prose: which of them are sentences; comments stand after some of these.
    """
    first = next((at for at, told in enumerate(prose) if told), len(lines))
    heads = [at for at in range(first + 1, len(lines)) if _is_head(lines[at])]
    for one, other in zip(heads, heads[_LEAST_HEADS - 1 :], strict=False):
        if 1 < other - one <= _APART:
            return one
    return len(lines)


def _is_head(line: str) -> bool:
    size = len(line.split())
    if not 0 < size <= _HEAD_WORDS:
        return False
    folded = fold(line).strip()
    if notices().commenting.search(folded):
        return True
    dated = header_words().region.search(folded)
    return bool(dated and (dated["hour"] or _NUMBERED.match(folded)))
