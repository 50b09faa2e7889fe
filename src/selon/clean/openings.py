"""Forms that may open a line, looked up by its first word.

One pattern of hundreds of forms takes a fifth of a second to be made, and nearly all lines open with none of them: so there is one for each
first word, made when a line opens with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

_FIRST = re.compile(r"[^\W_]+|\S")


class Openings:
    """Folded forms, and what must follow one that ends in a letter or a figure."""

    def __init__(self, forms: Iterable[str], *, tail: str) -> None:
        self._tail = tail
        self._forms: dict[str, list[str]] = defaultdict(list)
        for form in forms:
            if first := _FIRST.match(form):
                self._forms[first.group()].append(form)
        self._made: dict[str, re.Pattern[str]] = {}

    def match(self, folded: str) -> re.Match[str] | None:
        """The longest form that folded text opens with."""
        first = _FIRST.match(folded)
        if first is None or first.group() not in self._forms:
            return None
        word = first.group()
        if word not in self._made:
            self._made[word] = any_of(self._forms[word], tail=self._tail)
        return self._made[word].match(folded)


def any_of(forms: Iterable[str], *, head: str = "", tail: str = "") -> re.Pattern[str]:
    """One of some forms, the longest first; one that begins or ends in a sign needs no edge there."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    edge = [re.escape(form).replace(r"\ ", r"\s+") + (tail if form[-1:].isalnum() else "") for form in ordered]
    before = [(head if form[:1].isalnum() else "") + pattern for form, pattern in zip(ordered, edge, strict=True)]
    return re.compile("|".join(before) or r"(?!)")
