"""On which side of the publication an event stands, by the verb form nearest to its date in the sentence.

Not done yet: clauses are told by marks alone, so a verb of another clause can be the nearest; a form that is past and future of
different verbs is not told apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from selon.languages import Language
from selon.languages.rows.when import TimeTense
from selon.resolve.when.lexicon import REST, STOP
from selon.resolve.when.pieces import plain
from selon.resolve.when.shapes import Hit
from selon.resolve.when.tokens import Line

_LEAST_LETTERS = 5  # an ending tells nothing of a shorter word
_KNOWN_MOST = 20_000  # words kept with their side
_REACH = 24  # words to each side; on half of dev_fr the deciding verb was never farther than 19
_CLOSE = 3  # an infinitive or a present points ahead only where the date follows it at once
_WITH_AUXILIARY = 3  # words before a participle among which its auxiliary stands ("sera bientôt présenté")
_FENCE = 4  # words that a comma, a dash or a bracket counts for
_FENCES = frozenset(',;:()«»"“”-–—')


@dataclass(frozen=True, slots=True, eq=False)
class Tenses:
    """The verb forms of a language, compiled."""

    forms: Mapping[str, str]  # plain word -> side
    endings: tuple[tuple[str, str], ...]  # longest first
    known: dict[str, str | None] = field(default_factory=dict)  # sides told so far; filled as texts are read

    def side(self, form: str) -> str | None:
        """A side as the table names it; None: no such verb form."""
        if form not in self.known:
            if len(self.known) >= _KNOWN_MOST:
                self.known.clear()
            self.known[form] = self._side(form)
        return self.known[form]

    def _side(self, form: str) -> str | None:
        side = self.forms.get(form)
        if side is not None or len(form) < _LEAST_LETTERS:
            return side or None
        return next((side for ending, side in self.endings if form.endswith(ending)), None)


@cache
def tenses(language: Language) -> Tenses:
    """The verb forms of a language; a word that only looks like one is kept with an empty side."""
    rows = language.rows(TimeTense)
    forms = {plain(word): "" for row in rows for word in row.but} | {plain(word): row.side for row in rows for word in row.forms}
    endings = sorted(((plain(ending), row.side) for row in rows for ending in row.endings), key=lambda pair: (-len(pair[0]), pair))
    return Tenses(forms, tuple(endings))


def side(hit: Hit, text: str, verbs: Tenses) -> tuple[str | None, int]:
    """past, future or either: the side of the verb form nearest to the expression, and how many words away; None: none is near."""
    is_loose = not hit.has("of")  # "la rentrée de septembre": what stands before "de" is a noun
    before = _nearest(hit.line, hit.start - 1, -1, text, verbs, is_loose=is_loose)
    after = _nearest(hit.line, hit.end, 1, text, verbs, is_loose=False)
    distance, told = min((pair for pair in (before, after) if pair is not None), default=(_REACH, None), key=lambda pair: pair[0])
    return told, distance


def _nearest(line: Line, place: int, step: int, text: str, verbs: Tenses, *, is_loose: bool) -> tuple[int, str] | None:
    distance = 0 if step < 0 else 1
    participle: int | None = None
    kinds, known = line.kinds, verbs.known
    while 0 <= place < len(kinds) and kinds[place] != STOP and distance < _REACH:
        form = line.pieces[place].rstrip()
        told = known[form] if form in known else verbs.side(form)
        if told is not None and (kinds[place] == REST or text[line.starts[place]].isupper()):
            told = None  # a further piece of an entry, or a name
        if participle is not None and distance > participle + _WITH_AUXILIARY:
            return participle, "past"
        if told == "participle" and is_loose and participle is None and distance < _CLOSE:
            participle = distance
        elif told == "close" and is_loose and participle is None and distance < _CLOSE and not _is_blunted(line, place, verbs):
            return distance, "future"
        elif told == "auxiliary":
            if _has_participle(line, place, verbs):
                return (distance if participle is None else participle), "past"
        elif told in {"past", "future", "either"}:
            return (distance if participle is None else participle), str(told)
        distance += _FENCE if form in _FENCES else 1
        place += step
    return None if participle is None else (participle, "past")


def _is_blunted(line: Line, place: int, verbs: Tenses) -> bool:
    return place > 0 and verbs.side(line.form(place - 1)) == "blunt"


def _has_participle(line: Line, place: int, verbs: Tenses) -> bool:
    return any(verbs.side(line.form(near)) == "participle" for near in (place + 1, place + 2) if near < len(line.pieces))
