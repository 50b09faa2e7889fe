"""On which side of the publication an event lies, by the verb form nearest to its date in the sentence.

Not done yet: clauses are told by marks alone, so a verb of another clause can be the nearest; a form that is past and future of
different verbs is not told apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from selon.languages import Language
from selon.languages.rows.when import TimeTense
from selon.resolve.when.shapes import Hit
from selon.resolve.when.tokens import STOP, Line, plain

_REACH = 24  # words to each side; on half of dev_fr the deciding verb was never farther than 19
_FENCE = 4  # words that a comma, a dash or a bracket counts for
_FENCES = frozenset(',;:()«»"“”-–—')


@dataclass(frozen=True, slots=True, eq=False)
class Tenses:
    """The verb forms of a language, compiled."""

    forms: Mapping[str, str]  # plain word -> side
    endings: tuple[tuple[str, str], ...]  # longest first

    def side(self, form: str) -> str | None:
        """past, future, either; None: no such verb form."""
        side = self.forms.get(form)
        if side is not None or len(form) < 5:
            return side or None
        return next((side for ending, side in self.endings if form.endswith(ending)), None)


@cache
def tenses(language: Language) -> Tenses:
    """The verb forms of a language; a word that only looks like one is kept with an empty side."""
    rows = language.rows(TimeTense)
    forms = {plain(word): "" for row in rows for word in row.but} | {plain(word): row.side for row in rows for word in row.forms}
    endings = sorted(((plain(ending), row.side) for row in rows for ending in row.endings), key=lambda pair: (-len(pair[0]), pair))
    return Tenses(forms, tuple(endings))


def side(hit: Hit, text: str, verbs: Tenses) -> str | None:
    """past, future or either: the side of the verb form that stands nearest to the expression; None: no verb form is near."""
    before = _nearest(hit.line, hit.start - 1, -1, text, verbs)
    after = _nearest(hit.line, hit.end, 1, text, verbs)
    found = [pair for pair in (before, after) if pair is not None]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _nearest(line: Line, place: int, step: int, text: str, verbs: Tenses) -> tuple[int, str] | None:
    distance = 0 if step < 0 else 1
    while 0 <= place < len(line.kinds) and line.kinds[place] != STOP and distance < _REACH:
        form = line.tokens[place].form
        is_name = text[line.tokens[place].start].isupper()
        told = None if is_name else verbs.side(form)
        if told is not None:
            return distance, told
        distance += _FENCE if form in _FENCES else 1
        place += step
    return None
