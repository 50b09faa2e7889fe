"""A word cut from a quotation: "X denounced a “political” arrest", where another text has X say "all of this is political".

The one word in marks stands for the words it was cut from, though the two share nothing else. So a claim of such statements alone is one
with the claim of what its speaker is quoted with in those days, in the same story, in two texts or more, where that word stands in one
claim of his and in no other. Rare, and sure: in 3,983 French and English articles and the story S2 seven are joined, all seven rightly.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.attribute import Marks
from selon.languages.rows.resolve import Pronoun
from selon.match.around import days_apart, is_one_story
from selon.match.evidence import Statement
from selon.match.judgement import Judgement
from selon.match.sketch import Outline
from selon.match.stock import Stock
from selon.match.text import Text
from selon.model.attribution import Attribution, Stance
from selon.model.span import Span

_MOST_WORDS = 14  # of a statement with such a word: a longer one tells more
_MOST_CLAUSE_WORDS = 40  # with its source and cue
_MOST_MARKED = 3  # words in the marks: "une « espèce d'amateurisme »"
_LEAST_LETTERS = 5  # of the word
_DAYS = 1  # between the two texts
_SCORE = 0.5
_WORD = re.compile(r"\w+")

Pair = tuple[int, int]


def with_cut_word(statement: Statement, attribution: Attribution | None, text: Text, language: Language) -> Statement:
    """A statement with the word that is cut, and the clause that it stands in; none behind a pronoun.

    Args:
        statement: any statement.
        attribution: whose content it is; None: the narrator's own.
        text: the words of its article.
        language: its language, for the marks.
    """
    if attribution is None or attribution.source is None or attribution.cue is None or attribution.content != statement.appearance.spans:
        return statement
    if fold(attribution.source.of(text.chars)) in _pronouns(language):
        return statement
    word = _cut_word(statement, text, language)
    spans = (attribution.source, attribution.cue, *attribution.content)
    clause = Span(min(span.start for span in spans), max(span.end for span in spans))
    if not word or len(text.inside(clause)) > _MOST_CLAUSE_WORDS or "\n" in clause.of(text.chars):
        return statement
    return replace(statement, appearance=replace(statement.appearance, clause=clause), cut=word)


def _cut_word(statement: Statement, text: Text, language: Language) -> str:
    """The one word of content that stands in marks, folded; "" where none does, or more. All that is quoted has its marks outside."""
    one = statement.appearance
    inside = [text.inside(span) for span in one.spans]
    if one.stance is Stance.DENIED or sum(map(len, inside)) > _MOST_WORDS:
        return ""
    if statement.is_quoted:
        return _content_word(list(chain.from_iterable(inside)), text)
    marked = [match for span in one.spans for match in _marks(language).finditer(text.chars, span.start, span.end)]
    if len(marked) != 1:
        return ""
    start, end = marked[0].span(1)
    return _content_word(list(range(bisect_left(text.starts, start), bisect_left(text.starts, end))), text)


def _content_word(words: Sequence[int], text: Text) -> str:
    """The one word of content among a few; "" where none is, or a name, a number, or a second one stands there."""
    told = [at for at in words if any(key[0] != "l" for key in text.keys[at])]
    if len(told) != 1 or len(words) > _MOST_MARKED or any(char.isdigit() for at in words for char in text.written[at]):
        return ""
    word = text.forms[told[0]].flat
    plain = all(key[0] in "wc" for key in text.keys[told[0]])
    return word if plain and word.isalpha() and len(word) >= _LEAST_LETTERS else ""


@cache
def _pronouns(language: Language) -> frozenset[str]:
    """A source by which it is less sure who speaks: with one word that may be cut from many, too little."""
    return frozenset(fold(form) for row in language.rows(Pronoun) for form in row.forms)


@cache
def _marks(language: Language) -> re.Pattern[str]:
    """A stretch in marks; apostrophes, which are marks too, tell nothing about one word."""
    rows = [row for row in language.rows(Marks) if not row.least]
    every = re.escape("".join({char for row in rows for form in (row.open, *row.close) for char in form}))
    opened = "|".join(re.escape(row.open) for row in rows)
    closed = "|".join(re.escape(form) for row in rows for form in row.close)
    return re.compile(f"(?:{opened})([^{every}]+)(?:{closed})")


@dataclass(frozen=True, slots=True, eq=False)
class Cuts:
    """Of many statements those with a word that is cut, and what their speakers are quoted with, by place in canonical order."""

    words: Mapping[int, str]
    quoted: Mapping[str, Sequence[int]]  # by id of the claimant

    @staticmethod
    def of(outlines: Sequence[Outline]) -> "Cuts":
        """Those of some statements."""
        words = {at: one.cut for at, one in enumerate(outlines) if one.cut}
        who = {outlines[at].claimant_id for at in words}
        quoted: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(outlines):
            if one.is_quoted and not one.cut and one.claimant_id is not None and one.claimant_id in who:
                quoted[one.claimant_id].append(at)
        return Cuts(words, quoted)


def with_cut_words(groups: Sequence[list[int]], cuts: Cuts, told: Stock) -> tuple[list[list[int]], dict[Pair, Judgement]]:
    """The clusters, those of a word that is cut joined to the one it was cut from, and what was found between their statements."""
    number = {at: place for place, group in enumerate(groups) for at in group} if cuts.words else {}
    into: dict[int, int] = {}
    found: dict[Pair, Judgement] = {}
    for place in sorted({number[at] for at in cuts.words}):
        pairs = list(_pairs(groups[place], cuts, told))
        homes = {number[quoted] for _, quoted in pairs}
        if len(homes) == 1 and _is_told_on(groups[min(homes)], told):
            into[place] = homes.pop()
            found |= {(min(pair), max(pair)): _judged(cuts.words[pair[0]]) for pair in pairs}
    joined = {place: list(group) for place, group in enumerate(groups) if place not in into}
    for place, home in into.items():
        joined[home] += groups[place]
    return sorted(sorted(group) for group in joined.values()), found


def _is_told_on(group: Sequence[int], told: Stock) -> bool:
    """Do two texts tell it? What one text alone has somebody say is not what others cut words from."""
    return len({told[at].appearance.article_id for at in group}) > 1


def _judged(word: str) -> Judgement:
    return Judgement("same", _SCORE, (f"the word “{word}” is cut from it",), strength=_SCORE)


def _pairs(group: Sequence[int], cuts: Cuts, told: Stock) -> Iterator[Pair]:
    """Yield each statement of a cluster with each quotation that its word may be cut from; none where not all have that one word."""
    if len({cuts.words.get(at, "") for at in group}) != 1:
        return
    for at in group:
        one = told[at]
        for other in _near(at, one, cuts.quoted.get(one.appearance.claimant_id or "", ()), told):
            if cuts.words[at] in _said(other, told):
                yield at, other


def _near(at: int, one: Statement, quoted: Sequence[int], told: Stock) -> Iterator[int]:
    """Yield what a speaker is quoted with in the texts of the same days and story; those of one time stand together."""
    middle = bisect_left(quoted, at)
    for some in (reversed(quoted[:middle]), quoted[middle:]):
        for other in some:
            around = told[other].facts.around
            if days_apart(one.facts.around, around) > _DAYS:
                break
            if told[other].appearance.article_id == one.appearance.article_id or is_one_story(one.facts.around, around):
                yield other


def _said(at: int, told: Stock) -> set[str]:
    return {fold(word) for span in told[at].appearance.spans for word in _WORD.findall(span.of(told.text(at)))}
