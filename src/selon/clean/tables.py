"""The language tables of this stage, compiled once.

Those of all languages together, since a page's furniture is often in another language than its article; a folder may hold these alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from selon.clean.openings import Openings, any_of
from selon.languages import folders, load
from selon.languages.fold import fold
from selon.languages.rows.clean import (
    Agency,
    AroundName,
    Commenting,
    CreditWord,
    Furniture,
    Notice,
    OutletWord,
    SentenceStart,
    StampWord,
    Tongue,
    TranslatedFrom,
    TranslatedInto,
)
from selon.languages.words import words
from selon.model.article import BlockKind, CreditKind

Row = TypeVar("Row")

_EDGE = re.compile(r"^[^\w(*#%]+|[^\w)%]+$")
_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_DIGITS = re.compile(r"\d+")
_GOES_ON = re.compile(r"[a-zà-ÿ0-9]")
_BARE = re.compile(r"^[\W\d]+|[\W\d]+$")
_FIGURES = re.compile(r"\d[/.]\d{1,2}[/.]\d{4}")
_RUN = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\S+")
_OPENING = "([/|,.-"
_LABEL_CHARS, _LABEL_WORDS = 60, 6
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


@dataclass(frozen=True, slots=True)
class Credits:
    """Words of credits, as patterns over folded text (whose length is that of the text)."""

    labels: dict[str, CreditKind]
    label_forms: frozenset[str]  # the keys of `labels`
    leads: dict[str, CreditKind]
    closings: dict[str, CreditKind]
    label: Openings
    lead: Openings
    closing: Openings
    joint: re.Pattern[str]
    joint_signs: frozenset[str]  # first words of such forms: text without one of them holds none
    trail: re.Pattern[str]
    trail_signs: frozenset[str]  # first words of such forms
    author_for: re.Pattern[str]
    name_end: re.Pattern[str]
    aside: re.Pattern[str]  # where a line opens with such words
    aside_inside: re.Pattern[str]
    rights: re.Pattern[str]
    desks: frozenset[str]
    agencies: frozenset[str]  # as written
    pictures: frozenset[str]  # as written
    agency_signs: frozenset[str]  # first words of them all, in capitals: text without one of them names none
    named: tuple[str, ...]  # all of them as written, the longest first
    stamp: re.Pattern[str]  # "publié le": where a date line begins
    numbered: re.Pattern[str]  # or there: "17/02/2020", "le 17/02/2020"
    stamp_signs: frozenset[str]  # first words of such forms: text without one of them and without a date in figures holds none
    translated: re.Pattern[str]  # "traduit de l'anglais", with what may stand before the translator
    tongues: frozenset[str]  # names of languages: all groups of a match of `translated` must be some
    selves: frozenset[str]  # "nos soins": whoever publishes it
    translator: re.Pattern[str]  # "par", ":": what stands between that and the name


def agency_end(line: str, at: int) -> int:
    """Where an agency's name ends that stands at a place of a line; -1 where none does. A capital may follow ("ReutersThe ...")."""
    name = next((form for form in credit_words().named if line.startswith(form, at) and not _GOES_ON.match(line, at + len(form))), None)
    return -1 if name is None else at + len(name)


def stamp_start(folded: str) -> int:
    """Where a date line begins in folded text; -1 where none does."""
    words = credit_words()
    runs = (run.start() for run in _RUN.finditer(folded) if run.group() in words.stamp_signs)
    worded = next((at for at in runs if words.stamp.match(folded, at)), -1)
    figures = _FIGURES.search(folded)
    numbered = words.numbered.search(folded, 0, figures.end()) if figures else None
    starts = [at for at in (worded, numbered.start() if numbered else -1) if at >= 0]
    return min(starts, default=-1)


@cache
def notices() -> Notices:
    """The notices of all languages."""
    rows = rows_of(Notice)
    of = {
        place: {_form(form): (BlockKind(row.kind), row.ends) for row in rows if row.place == place for form in row.forms}
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
        comments=frozenset(_form(form) for row in rows_of(Commenting) if row.opens for form in row.forms),
        commenting=_commenting(),
        announcing=frozenset(form.rstrip(" :") for form in announced),
        furniture=furniture,
        furniture_signs=frozenset(max(_LETTERS.findall(word), key=len) for word in furniture),
    )


def _commenting() -> re.Pattern[str]:
    said = {
        alone: [_form(form) for row in rows_of(Commenting) if row.alone is alone and not row.opens for form in row.forms]
        for alone in (False, True)
    }
    ending = "|".join(re.escape(form) for form in sorted(said[False], key=lambda form: (-len(form), form)))
    whole = "|".join(re.escape(form) for form in sorted(said[True], key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<=\w)\W+(?:{ending})\W*$|^\W*(?:{whole})[\W\d]*$")


@cache
def credit_words() -> Credits:
    """The words of credits of all languages."""
    rows = rows_of(CreditWord)
    of = {
        shape: {_form(form): CreditKind(row.kind) for row in rows if row.shape == shape for form in row.forms}
        for shape in ("label", "lead", "closing", "joint", "trail")
    }
    agencies = rows_of(Agency)
    out_of = _with_tongue((row.form for row in rows_of(TranslatedFrom)), "out_of")
    into = _with_tongue((form for row in rows_of(TranslatedInto) for form in row.forms), "into")
    glue = "|".join(re.escape(_form(form)) for row in rows_of(StampWord) if row.kind == "glue" for form in row.forms)
    by = "|".join(re.escape(_form(form)) for row in rows_of(StampWord) if row.kind == "by" for form in row.forms)
    return Credits(
        labels=of["label"],
        label_forms=frozenset(of["label"]),
        leads=of["lead"],
        closings=of["closing"],
        label=Openings(of["label"], tail=r"(?=\s*:)"),
        lead=Openings(of["lead"], tail=r"(?=\s)"),
        closing=Openings(of["closing"], tail=r"(?=\s)"),
        joint=any_of(of["joint"], head=r"(?<!\w)", tail=r"(?!\w)"),
        joint_signs=frozenset(form.split()[0] for form in of["joint"]),
        trail_signs=frozenset(form.split()[0] for form in of["trail"]),
        trail=any_of(of["trail"], head=r"(?<!\w)", tail=r"(?=\W*$)"),
        author_for=any_of(_around("author_for"), head=r"\s", tail=r"\s"),
        name_end=any_of(_around("name_end"), head=r"[\s,]+", tail=r"(?!\w)"),
        aside=any_of(_around("aside"), head=r"\W*", tail=r"(?!\w)"),
        aside_inside=any_of(_around("aside"), head=r"[\s,(]+", tail=r"(?!\w)"),
        rights=any_of(_around("rights"), head=r"[\s,.–—-]*", tail=r"[\s.,:–—-]*"),
        desks=frozenset(fold(form) for row in rows_of(OutletWord) if row.kind == "desk" and row.writes for form in row.forms),
        agencies=frozenset(form for row in agencies if not row.pictures for form in row.forms),
        pictures=frozenset(form for row in agencies if row.pictures for form in row.forms),
        agency_signs=frozenset(_RUN.findall(form.upper())[0] for row in agencies for form in row.forms),
        named=tuple(sorted({form for row in agencies for form in row.forms}, key=lambda form: (-len(form), form))),
        stamp_signs=frozenset(_RUN.findall(form)[0] for form in _stamps()),
        stamp=any_of(_stamps(), head=r"(?<!\w)", tail=r"(?!\w)"),
        numbered=re.compile(rf"(?:\b(?:{glue})\s+)?\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b"),
        translated=re.compile(rf"(?:{out_of})(?!\w)(?:\s*\([^()]*\))?(?:\s+(?:{into})(?!\w))?"),
        tongues=frozenset(_form(form) for row in rows_of(Tongue) for form in row.forms),
        selves=frozenset(_form(form) for row in rows_of(StampWord) if row.kind == "self" for form in row.forms),
        translator=re.compile(rf"\s*(?:[:-]|,?\s*\b(?:{by})\b\s*:?)\s*"),
    )


def _around(kind: str) -> set[str]:
    return {_form(form) for row in rows_of(AroundName) if row.kind == kind for form in row.forms}


@cache
def sentence_starts() -> frozenset[str]:
    """Words that open a sentence, capitalised there, in any language."""
    return frozenset(fold(word) for row in rows_of(SentenceStart) for word in row.words)


def _with_tongue(forms: Iterable[str], name: str) -> str:
    """One of the forms, with any word in the place of {language}, as the group `name`, numbered."""
    ordered = sorted({_form(form) for form in forms}, key=lambda form: (-len(form), form))
    patterns = (re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
    return "|".join(pattern.replace(r"\{language\}", rf"(?P<{name}{at}>[^\W\d_]+)") for at, pattern in enumerate(patterns))


def _stamps() -> set[str]:
    stamps = [row for row in rows_of(Notice) if row.kind == "metadata" and row.place == "start"]
    return {_form(form) for row in stamps for form in row.forms if len(form.split()) > 1}


def rows_of(kind: type[Row]) -> list[Row]:
    """The rows of one kind in all languages."""
    return [row for code in folders() for row in load(code).rows(kind)]


def _form(form: str) -> str:
    return " ".join(fold(form).split())


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


def words_before_colons(line: str, known: frozenset[str], limit: int) -> Iterator[tuple[str, int, int]]:
    """Yield the known words that stand just before each colon of a line: folded, with their start and the colon's place."""
    colon, ends = line.find(":", 0, limit), _last_words(known)
    while colon >= 0:
        begin = max(0, colon - _LABEL_CHARS)
        before = fold(line[begin:colon])
        tokens = list(_TOKEN.finditer(before)) if before.rstrip().rsplit(" ", 1)[-1].lstrip(_OPENING) in ends else []
        for first in range(max(0, len(tokens) - _LABEL_WORDS), len(tokens)):
            form = " ".join(token.group() for token in tokens[first:]).lstrip(_OPENING)
            if form in known:
                yield form, begin + tokens[first].start() + len(tokens[first].group()) - len(tokens[first].group().lstrip(_OPENING)), colon
                break
        colon = line.find(":", colon + 1, limit)


@cache
def _last_words(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form.rsplit(" ", 1)[-1] for form in forms)
