"""What the words of a line tell that it is for: notices, comments, the furniture of a page. The tables of all languages, compiled once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from selon.clean.tables import folded_form, rows_of
from selon.languages.fold import fold
from selon.languages.rows.clean import Commenting, Furniture, Notice
from selon.languages.words import words
from selon.model.article import BlockKind

_EDGE = re.compile(r"^[^\w(*#%]+|[^\w)%]+$")
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_DIGITS = re.compile(r"\d+")
_BARE = re.compile(r"^[\W\d]+|[\W\d]+$")
_RUN = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LABEL_CHARS = 60
_WITHIN_WORDS = 60  # a longer line may speak of cookies because it is about them
_LONGEST_CHARS = 600
_PASSING_WORDS = 30  # and one that does not end the article must be shorter still
_LOOSE_SIGNS = 8  # around a line that is a notice as a whole: bars, bullets
_STAMP_WORDS = 24  # a longer line is no date line
_START_WORDS = {
    1: 4,
    2: 30,
}  # a line that opens with a notice of one word is a notice only if it is short ("Accueil", "Accueil glacial ...")


@dataclass(frozen=True, slots=True)
class Notices:
    """Words that tell what a line is for."""

    whole: dict[str, tuple[BlockKind, bool]]
    longest: int  # words and loose signs of the longest line that `whole` can know
    start: dict[str, tuple[str, ...]]  # by first word, the longest first
    within: dict[str, tuple[str, ...]]  # by their longest word: a line without it does not hold them
    starts: dict[str, tuple[BlockKind, bool]]
    withins: dict[str, tuple[BlockKind, bool]]
    furniture: frozenset[str]
    furniture_signs: frozenset[str]  # the longest run of letters of each: a line without one of them holds none
    comments: frozenset[str]  # headings that comments follow, without their number
    commenting: re.Pattern[str]  # at the end of the head of a reader's comment, in folded text
    announcing: frozenset[str]  # words that announce other headlines, before a colon

    def of(self, line: str) -> tuple[BlockKind, bool] | None:
        """The kind that the words of a line give it, and whether the article is over there."""
        if len(line) > _LONGEST_CHARS or len(tokens := line.split()) > _WITHIN_WORDS:
            return None
        folded = _numbered(fold(" ".join(tokens)))
        if len(tokens) <= self.longest and (found := self.whole.get(_EDGE.sub("", folded))):
            return found
        return self._start(folded if folded[:1].isalnum() or folded[:1] in "(*#%@" else _EDGE.sub("", folded, count=1)) or self._inside(
            folded, len(tokens)
        )

    def _start(self, folded: str) -> tuple[BlockKind, bool] | None:
        """A notice that opens a line: the fewer words it has, the shorter the line must be."""
        head = _WORD.match(folded)
        form = _first_form(self.start.get(head.group(), ()), folded, 0) if head else None
        if form is None:
            return None
        kind, ends = self.starts[form]
        size = len(folded.split())
        if kind is BlockKind.METADATA and (size > _STAMP_WORDS or (size > _START_WORDS[1] and folded.endswith("."))):
            return None  # "Publié le 3 mai, le rapport dit que ..."
        told = kind in (BlockKind.DISCLAIMER, BlockKind.RELATED) and len(form.split()) > 1
        return (kind, ends) if told or size <= _START_WORDS.get(len(form.rstrip(":").split()), _WITHIN_WORDS) else None

    def _inside(self, folded: str, size: int) -> tuple[BlockKind, bool] | None:
        """The first notice that stands anywhere in a line."""
        forms = [form for run in self.within.keys() & set(_RUN.findall(folded)) for form in self.within[run]]
        found = min([(at, -len(form), form) for form in forms if (at := _place(form, folded)) >= 0], default=None)
        if found is None:
            return None
        kind, ends = self.withins[found[2]]
        return (kind, ends) if ends or kind is BlockKind.DISCLAIMER or size <= _PASSING_WORDS else None

    def opens_comments(self, line: str) -> bool:
        """Is a heading one that readers' comments follow, perhaps with their number?"""
        return len(line) < _LABEL_CHARS and _BARE.sub("", fold(" ".join(line.split()))) in self.comments

    def furniture_words(self, line: str) -> int:
        """How many words of accounts, forms and settings a line holds."""
        folded = fold(line[:_LONGEST_CHARS])
        if self.furniture_signs.isdisjoint(_LETTERS.findall(folded)):
            return 0
        return sum(word.form.rstrip("'") in self.furniture for word in words(folded))


@cache
def notices() -> Notices:
    """The notices of all languages."""
    rows = rows_of(Notice)
    of = {
        place: {folded_form(form): (BlockKind(row.kind), row.ends) for row in rows if row.place == place for form in row.forms}
        for place in ("whole", "start", "within")
    }
    furniture = frozenset(fold(word) for row in rows_of(Furniture) for word in row.words)
    announced = [form for form, (kind, _) in of["start"].items() if kind is BlockKind.RELATED and len(form.split()) > 1]
    return Notices(
        whole=of["whole"],
        longest=max((len(form.split()) for form in of["whole"]), default=0) + _LOOSE_SIGNS,
        start=_by_first_word(of["start"]),
        within=_by_longest_word(of["within"]),
        starts=of["start"],
        withins=of["within"],
        comments=frozenset(folded_form(form) for row in rows_of(Commenting) if row.opens for form in row.forms),
        commenting=_commenting(),
        announcing=frozenset(form.rstrip(" :") for form in announced),
        furniture=furniture,
        furniture_signs=frozenset(max(_LETTERS.findall(word), key=len) for word in furniture),
    )


def _commenting() -> re.Pattern[str]:
    said = {
        alone: [folded_form(form) for row in rows_of(Commenting) if row.alone is alone and not row.opens for form in row.forms]
        for alone in (False, True)
    }
    ending = "|".join(re.escape(form) for form in sorted(said[False], key=lambda form: (-len(form), form)))
    whole = "|".join(re.escape(form) for form in sorted(said[True], key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<=\w)\W+(?:{ending})\W*$|^\W*(?:{whole})[\W\d]*$")


def _numbered(folded: str) -> str:
    return _DIGITS.sub("#", folded)


def _by_first_word(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The forms by their first words, the longest first: a line is looked up, not searched for hundreds of forms."""
    groups: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        head = _WORD.match(form)
        groups.setdefault(head.group() if head else form, []).append(form)
    return {head: tuple(group) for head, group in groups.items()}


def _by_longest_word(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for form in forms:
        groups.setdefault(max(_RUN.findall(form), key=len), []).append(form)
    return {word: tuple(group) for word, group in groups.items()}


def _place(form: str, folded: str) -> int:
    """Where a form first stands in folded text with its words whole; -1 where it does not."""
    at = folded.find(form)
    while at >= 0 and ((form[0].isalnum() and folded[:at][-1:].isalnum()) or _first_form((form,), folded, at) is None):
        at = folded.find(form, at + 1)
    return at


def _first_form(forms: tuple[str, ...], folded: str, at: int) -> str | None:
    """The first of some forms that stands at a place of folded text; one that ends in a letter ends its word there."""
    for form in forms:
        if folded.startswith(form, at):
            after = folded[at + len(form) : at + len(form) + 1]
            if not form[-1].isalnum() or not (after.isalnum() or after == "_"):
                return form
    return None
