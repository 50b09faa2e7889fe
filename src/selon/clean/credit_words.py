"""Words of credits and of date lines, as patterns over folded text. The tables of all languages, compiled once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from selon.clean.openings import Openings, any_of
from selon.clean.tables import folded_form, rows_of
from selon.languages.fold import fold
from selon.languages.rows.clean import Agency, AroundName, CreditWord, Notice, OutletWord, StampWord, Tongue, TranslatedFrom, TranslatedInto
from selon.model.article import CreditKind

_GOES_ON = re.compile(r"[a-zà-ÿ0-9]")
_FIGURES = re.compile(r"\d[/.]\d{1,2}[/.]\d{4}")
_RUN = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"\S+")
_OPENING = "([/|,.-"
_LABEL_CHARS, _LABEL_WORDS = 60, 6


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
    trail_signs: tuple[str, ...]  # the longest words of such forms
    author_for: re.Pattern[str]
    name_end: re.Pattern[str]
    aside: re.Pattern[str]  # where a line opens with such words
    aside_inside: re.Pattern[str]
    rights: re.Pattern[str]
    desks: frozenset[str]
    agencies: frozenset[str]  # as written
    pictures: frozenset[str]  # as written
    agency_signs: frozenset[str]  # the longest words of them all, in capitals: text without one of them names none
    named: tuple[str, ...]  # all of them as written, the longest first
    stamp: re.Pattern[str]  # "publié le": where a date line begins
    numbered: re.Pattern[str]  # or there: "17/02/2020", "le 17/02/2020"
    stamp_signs: frozenset[str]  # first words of such forms: text without one of them and without a date in figures holds none
    translated: re.Pattern[str]  # "traduit de l'anglais", with what may stand before the translator
    tongues: frozenset[str]  # names of languages: all groups of a match of `translated` must be some
    selves: frozenset[str]  # "nos soins": whoever publishes it
    translator: re.Pattern[str]  # "par", ":": what stands between that and the name


@cache
def credit_words() -> Credits:
    """The words of credits of all languages."""
    rows = rows_of(CreditWord)
    of = {
        shape: {folded_form(form): CreditKind(row.kind) for row in rows if row.shape == shape for form in row.forms}
        for shape in ("label", "lead", "closing", "joint", "trail")
    }
    agencies = rows_of(Agency)
    out_of = _with_tongue((row.form for row in rows_of(TranslatedFrom)), "out_of")
    into = _with_tongue((form for row in rows_of(TranslatedInto) for form in row.forms), "into")
    glue = "|".join(re.escape(folded_form(form)) for row in rows_of(StampWord) if row.kind == "glue" for form in row.forms)
    by = "|".join(re.escape(folded_form(form)) for row in rows_of(StampWord) if row.kind == "by" for form in row.forms)
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
        trail_signs=tuple(sorted({max(_RUN.findall(form), key=len) for form in of["trail"]})),
        trail=any_of(of["trail"], head=r"(?<!\w)", tail=r"(?=\W*$)"),
        author_for=any_of(_around("author_for"), head=r"\s", tail=r"\s"),
        name_end=any_of(_around("name_end"), head=r"[\s,]+", tail=r"(?!\w)"),
        aside=any_of(_around("aside"), head=r"\W*", tail=r"(?!\w)"),
        aside_inside=any_of(_around("aside"), head=r"[\s,(]+", tail=r"(?!\w)"),
        rights=any_of(_around("rights"), head=r"[\s,.–—-]*", tail=r"[\s.,:–—-]*"),
        desks=frozenset(fold(form) for row in rows_of(OutletWord) if row.kind == "desk" and row.writes for form in row.forms),
        agencies=frozenset(form for row in agencies if not row.pictures for form in row.forms),
        pictures=frozenset(form for row in agencies if row.pictures for form in row.forms),
        agency_signs=frozenset(max(_RUN.findall(form.upper()), key=len) for row in agencies for form in row.forms),
        named=tuple(sorted({form for row in agencies for form in row.forms}, key=lambda form: (-len(form), form))),
        stamp_signs=frozenset(_RUN.findall(form)[0] for form in _stamps()),
        stamp=any_of(_stamps(), head=r"(?<!\w)", tail=r"(?!\w)"),
        numbered=re.compile(rf"(?:\b(?:{glue})\s+)?\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b"),
        translated=re.compile(rf"(?:{out_of})(?!\w)(?:\s*\([^()]*\))?(?:\s+(?:{into})(?!\w))?"),
        tongues=frozenset(folded_form(form) for row in rows_of(Tongue) for form in row.forms),
        selves=frozenset(folded_form(form) for row in rows_of(StampWord) if row.kind == "self" for form in row.forms),
        translator=re.compile(rf"\s*(?:[:-]|,?\s*\b(?:{by})\b\s*:?)\s*"),
    )


def _around(kind: str) -> set[str]:
    return {folded_form(form) for row in rows_of(AroundName) if row.kind == kind for form in row.forms}


def _with_tongue(forms: Iterable[str], name: str) -> str:
    """One of the forms, with any word in the place of {language}, as the group `name`, numbered."""
    ordered = sorted({folded_form(form) for form in forms}, key=lambda form: (-len(form), form))
    patterns = (re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
    return "|".join(pattern.replace(r"\{language\}", rf"(?P<{name}{at}>[^\W\d_]+)") for at, pattern in enumerate(patterns))


def _stamps() -> set[str]:
    stamps = [row for row in rows_of(Notice) if row.kind == "metadata" and row.place == "start"]
    return {folded_form(form) for row in stamps for form in row.forms if len(form.split()) > 1}


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
