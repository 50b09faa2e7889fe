"""The expressions of one article, in text order: lines, shapes, rules, then what an opener ("depuis", "until") leaves open."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from selon.errors import TableError
from selon.languages import Language
from selon.languages.rows.when import TimeShape
from selon.model.article import Article, BlockKind
from selon.model.span import Span
from selon.model.time import TimeExpression
from selon.resolve.when import edtf
from selon.resolve.when.days import Stretch
from selon.resolve.when.lexicon import NOTHING, REST, STOP, lexicon
from selon.resolve.when.pieces import plain
from selon.resolve.when.ranges import RULES
from selon.resolve.when.scene import Scene, Told
from selon.resolve.when.shapes import Grammar, Hit, grammar, hits
from selon.resolve.when.signs import signs
from selon.resolve.when.tokens import Line, line

SEARCHED = frozenset(
    {BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.CAPTION, BlockKind.EMBED}
)  # the others hold the dates of other texts, or of the page
_WRAPPED_CHARS, _ENDING = 40, frozenset('.!?…:;»”"')  # of a line that may be broken in a sentence, and what ends one
_AHEAD = {"until", "by", "before", "from"}  # openers of what may lie ahead
_CUT = re.compile(r"[.!?…\n](?:(?<=\n)|(?:(?<=\w\w\w.)|(?<=[»”\")\]].))[»”\"]?\s+(?=[A-ZÀ-Ý«\"“–—]))")  # no expression reaches over it


def expressions(article: Article, language: Language, published: date | None) -> list[TimeExpression]:
    """The expressions, counted from one day of publication, or from none."""
    lines = list(_lines(article, language))
    told = list(_told(lines, Scene(language, lexicon(language), article.text, published)))
    if published is None:  # a second time, with the dates that have their year at hand
        embeds = [block.span for block in article.blocks if block.kind is BlockKind.EMBED]
        full = tuple(one for one in told if _lends(one, embeds))
        told = list(_told(lines, Scene(language, lexicon(language), article.text, published, full))) if full else told
    return [_expression(one) for one in told]


def _lends(one: Told, embeds: list[Span]) -> bool:
    """May a date lend its year: it has one, and tells what was over when the text was written, no day to come ("due April 21, 1997")."""
    if one.inner.rule not in {"absolute.day", "absolute.day_range", "absolute.month"} or one.opener in _AHEAD:
        return False
    return "tense: past" in one.inner.reasons or any(span.covers(one.span) for span in embeds)


def _told(lines: list[tuple[int, Line]], scene: Scene) -> Iterator[Told]:
    for number, read in lines:
        scene.line = number
        yield from _in_line(read, scene)


def _lines(article: Article, language: Language) -> Iterator[tuple[int, Line]]:
    """What may hold a date, each with the number of its paragraph."""
    low, words = plain(article.text), lexicon(language)
    places = signs(low, language)
    number = place = 0
    for block in article.blocks if places else ():
        if block.kind in SEARCHED:
            number += 1
            for paragraph, start, end in _stretches(article.text, block.span, number):
                number = paragraph
                place = bisect_left(places, start, place)
                if place < len(places) and places[place] < end:
                    yield number, line(article.text, low, start, end, words)


def _stretches(text: str, span: Span, number: int) -> Iterator[tuple[int, int, int]]:
    """Sentences or several, never a part of one, each with the number of its paragraph."""
    start = span.start
    for match in _CUT.finditer(text, span.start, span.end):
        if _is_wrapped(text, match.start()):
            continue
        if match.end() > start + 1:
            yield number, start, match.end()
        number += text[match.start()] == "\n" and match.start() > start
        start = match.end()
    if start < span.end:
        yield number, start, span.end


def _is_wrapped(text: str, at: int) -> bool:
    """Does a line end at a place, and its sentence go on in the next, as wires and mail break their lines?"""
    if text[at] != "\n":
        return False
    before, after = text[text.rfind("\n", 0, at) + 1 : at].rstrip(), text[at + 1 : at + 2]
    return len(before) >= _WRAPPED_CHARS and before[-1] not in _ENDING and (after.islower() or after.isdigit() or before[-1] == ",")


@cache
def _grammar(language: Language) -> Grammar:
    """The grammar of a language, each of whose shapes has a rule.

    Raises:
        TableError: a shape names a rule that is not there.
    """
    for row in language.rows(TimeShape):
        if row.rule not in RULES and row.rule != "none":
            where = f"languages/{language.code}/{TimeShape.TABLE}.toml, shape {row.forms[0]!r}"
            raise TableError(f"there is no rule '{row.rule}'", where=where, fix=f"one of: none, {', '.join(sorted(RULES))}")
    return grammar(language)


def _in_line(read: Line, scene: Scene) -> Iterator[Told]:
    rules = _grammar(scene.language)
    place = 0
    for core in rules.core.finditer(read.kinds):
        begin = max(read.kinds.rfind(NOTHING, 0, core.start()), read.kinds.rfind(STOP, 0, core.start())) + 1
        place = max(place, begin)  # of the run of kinds in which the core stands
        while place < core.end():
            step = place + 1
            if rules.by_two.get(read.kinds[place : place + 2]) == () and read.kinds[place] not in rules.openers:
                place = step  # no shape begins so
                continue
            for hit in hits(read, rules, place):
                told = _dated(hit, scene)
                if told is not None:
                    scene.told.append(told)
                    yield told
                if told is not None or hit.rule == "none":
                    step = hit.end
                    break
            place = step


def _dated(hit: Hit, scene: Scene) -> Told | None:
    if hit.rule == "none" or (hit.opener in {"before", "after"} and scene.follows(hit, "apostrophe")):
        return None
    inner = RULES[hit.rule](hit, scene)
    if inner is None or (inner.rule.startswith("anchored.") and _is_after(inner, scene) and scene.side(hit) != "future"):
        return None
    if scene.published is None and inner.rule.startswith(("absolute.", "context.")):
        inner = inner.because(f"tense: {scene.side(hit) or 'none'}")
    span = _span(hit, inner, scene)
    outer = _opened(inner, hit.opener)
    return Told(span=span, line=scene.line, inner=inner, outer=outer, opener=hit.opener, text=span.of(scene.text)) if outer else None


def _is_after(inner: Stretch, scene: Scene) -> bool:
    """Does a stretch begin after publication?"""
    return scene.published is not None and inner.first is not None and not inner.yearless and inner.first > scene.published


def _span(hit: Hit, inner: Stretch, scene: Scene) -> Span:
    """The words of an expression, without the comma after it or the "de" before it ("de ... à ..." is a part of a range)."""
    first, last = hit.start, hit.end - 1 - (hit.line.form(hit.end - 1) == ",")
    if hit.line.kinds[first] == scene.words.codes.get("of") and not inner.rule.endswith("_range"):
        first += 1 + (hit.line.kinds[first + 1] == REST)
    return Span(hit.line.starts[first], hit.line.end(last))


def _opened(inner: Stretch, opener: str | None) -> Stretch | None:
    """What the opener leaves of a stretch: one end open; "before" ends the day before it, "after" begins the day after."""
    if opener is None:
        return inner
    first, last = inner.first, inner.last
    if opener == "before" and ".part_of_" in inner.rule:
        opener = "by"  # "avant la fin du mois" goes on to its last day
    if first is not None and last is not None:
        day = timedelta(days=1)
        first, last = {
            "since": (first, None), "from": (first, None), "after": (last + day, None),
            "until": (None, last), "by": (None, last), "before": (None, first - day),
        }[opener]  # fmt: skip
    return replace(inner, first=first, last=last, rule=f"{opener}.{inner.rule}", reasons=(*inner.reasons, f"'{opener}': one end is open"))


def _expression(told: Told) -> TimeExpression:
    stretch = told.outer
    known = not stretch.yearless
    return TimeExpression(
        span=told.span,
        earliest=stretch.first.isoformat() if known and stretch.first else None,
        latest=stretch.last.isoformat() if known and stretch.last else None,
        granularity=stretch.grain,
        rule=stretch.rule,
        reasons=(*stretch.reasons, *edtf.reason(stretch)),
    )
