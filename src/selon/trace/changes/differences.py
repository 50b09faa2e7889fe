"""Two tellings of one claim -> what differs, one sentence each.

The first form compares words by tables and numbers by what they count; it says nothing where a telling holds several numbers of one
kind, and it takes no notice of order or emphasis.
"""

import re
from collections.abc import Iterator
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Light
from selon.languages.words import words
from selon.model.attribution import Stance
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Change
from selon.model.span import Span
from selon.model.time import TimeExpression
from selon.trace.alike import function_words, overlap, stems
from selon.trace.changes.quantities import Quantity, is_approximate, joining_words, quantities
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers
from selon.trace.names import key, proper, written

_LEAST_WORDS = 2  # of an office: one alone may be a pronoun or a surname
_ONE_STATEMENT = 0.6  # share of stems in common: below it two claimants say two things
_AROUND_CHARS = 60  # behind a hedge or a qualifier, and half of it before: what it is said of
_HELD = 0.5  # share of the stems around it that the other telling holds
_SENTENCE_CHARS = 80  # beside a telling, where its source may be named in a way that no rule reads
_ASIDE = re.compile(r" [-–—] (?P<aside>[^-–—()\n.]{4,60}?) [-–—](?=[ ,.;])")
_ONE_QUOTATION = 0.6  # share of the stems of both in common: below it a quotation and a telling are not the same words
_MARK_CHARS = 40  # beside a telling, where the mark of a quotation stands that holds more or less of it
_JOINED_CHARS = 15  # before a source, within which a word stands that joins it to others
_BEFORE_CHARS = 25  # before an aside: the words it explains
_MARKS = frozenset('"«»“”„')
_SAME_WORDS = 0.8  # share of stems in common: above it, a telling with marks and one without are the same words


def differences(a: Telling, b: Telling, *, directed: bool) -> Iterator[Change]:
    """Yield what `b` has changed against `a`; with `directed` false, what differs between the two."""
    yield from _hedges(a, b, directed)
    yield from _claimants(a, b, directed)
    yield from _numbers(a, b, directed)
    yield from _dates(a, b, directed)
    yield from _qualifiers(a, b, directed)
    yield from _marks(a, b, directed)


def change(a: Telling, b: Telling, kind: str, spans: tuple[Span, Span], sentence: str, directed: bool) -> Change:
    """One change between two tellings."""
    return Change(
        from_article=a.article.id,
        to_article=b.article.id,
        kind=kind,
        from_span=spans[0],
        to_span=spans[1],
        sentence=sentence,
        directed=directed,
    )


def _hedges(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    mine, theirs = a.hedges(), b.hedges()
    if bool(mine) == bool(theirs) or Stance.DENIED in (_stance(a), _stance(b)):
        return
    holder, other = (a, b) if mine else (b, a)
    verb = ("hedge dropped" if mine else "hedge added") if directed else "hedge differs"
    for marker in (one for one in mine or theirs if _holds_what(other, one, holder)):
        spans = (marker, b.place) if mine else (a.place, marker)
        sentence = f"{verb}: «{_said(holder, marker)}» stands in {_name(holder, a, b)} and not in {_name(other, a, b)}"
        yield change(a, b, "hedge_dropped" if mine else "hedge_added", spans, sentence, directed)


def _holds_what(other: Telling, marker: Span, holder: Telling) -> bool:
    """Does the other telling hold what a hedge or a qualifier is said of? Otherwise it lacks more than the marker."""
    if marker == holder.place:
        return not _says_cue(other, holder)  # the stance of the whole
    around = Span(max(holder.place.start, marker.start - _AROUND_CHARS // 2), min(holder.place.end, marker.end + _AROUND_CHARS))
    near = stems(holder.article.text, (around,), holder.language) - stems(holder.article.text, (marker,), holder.language)
    return len(near & other.stems) >= _HELD * len(near)


def _says_cue(other: Telling, holder: Telling) -> bool:
    """Does the other text say the word too that makes the stance ("suspected of")?"""
    cue = holder.attribution.cue if holder.attribution else None
    if cue is None:
        return False
    around = Span(max(0, other.place.start - _SENTENCE_CHARS), min(len(other.article.text), other.place.end + _SENTENCE_CHARS))
    said = stems(holder.article.text, (cue,), holder.language)
    return bool(said) and said <= stems(other.article.text, (around,), other.language)


def _claimants(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    if a.claimant and b.attribution is None:
        if not _same_words(a, b) or _is_named_beside(a.claimant, b) or not _is_the_source(a, a.claimant):
            return
        if a.article.id != b.article.id and not _tells(a):
            return
        spans = (_source(a), b.place)
        verb = "attribution dropped" if directed else "attribution differs"
        yield change(
            a,
            b,
            "attribution_dropped",
            spans,
            f"{verb}: {a.claimant.name} is named in {_name(a, a, b)}, nobody in {_name(b, a, b)}",
            directed,
        )
    elif a.claimant and _is_unnamed(a, b):
        words = f"{a.claimant.name} is named in {_name(a, a, b)}, only «{_said(b, _source(b))}» in {_name(b, a, b)}"
        verb = "attribution dropped" if directed else "attribution differs"
        yield change(a, b, "attribution_dropped", (_source(a), _source(b)), f"{verb}: {words}", directed)
    elif a.claimant and b.claimant and not _is_one(a.claimant, b.claimant) and _same_words(a, b) and _are_named(a, b):
        what = "office differs" if _one_body(a.claimant, b.claimant) else "claimant differs"
        named = f"{_titled(a.claimant)} in {_name(a, a, b)}, {_titled(b.claimant)} in {_name(b, a, b)}"
        yield change(a, b, "claimant_changed", (_source(a), _source(b)), f"{what}: {named}", directed)
    elif a.article.id == b.article.id and _offices_differ(a, b):
        named = f"«{_said(a, _source(a))}» in {_name(a, a, b)}, «{_said(b, _source(b))}» in {_name(b, a, b)}"
        yield change(a, b, "claimant_changed", (_source(a), _source(b)), f"office differs: {named}", directed)


def _tells(a: Telling) -> bool:
    """Does a word of saying make it what somebody said? What a government fears or hopes is told by the text itself."""
    cue = a.attribution.cue if a.attribution else None
    return cue is not None and _says(a.article.text, cue, a.language)


def _says(text: str, span: Span, language: Language) -> bool:
    return any(_saying(language).fullmatch(fold(word.form).strip("'")) for word in words(text, span.start, span.end))


@cache
def _saying(language: Language) -> re.Pattern[str]:
    forms = [fold(form) for row in language.rows(Light) if row.kind == "reporting" for form in row.forms]
    return re.compile("|".join(re.escape(form).replace(r"\*", r"\w*") for form in forms) or r"(?!)")


def _is_the_source(a: Telling, claimant: Claimant) -> bool:
    """Does the source stand for the claimant: a word of the name, or a pronoun; and alone, for of several the others may be named still?"""
    source = _source(a)
    before = fold(a.article.text[max(0, source.start - _JOINED_CHARS) : source.start]).rstrip()
    if any(before.endswith(f" {form}") for form in joining_words(a.language)):
        return False
    said = key(_said(a, source))
    return len(said) < _LEAST_WORDS or not set(said).isdisjoint(key(claimant.name))


def _is_named_beside(claimant: Claimant, telling: Telling) -> bool:
    """Does the sentence of a telling, or the one around it, name a claimant all the same?"""
    text, place = telling.article.text, telling.place
    around = text[max(0, place.start - _SENTENCE_CHARS) : place.end + _SENTENCE_CHARS]
    return set(key(claimant.name)) <= set(key(around))


def _is_unnamed(a: Telling, b: Telling) -> bool:
    """Does another text give the same words on the word of somebody it does not name, and the claimant's name nowhere?"""
    if a.article.id == b.article.id or a.claimant is None or b.attribution is None or b.attribution.source is None:
        return False
    source, said = set(key(_said(b, b.attribution.source))), b.attribution.source
    if len(_said(b, said).split()) < _LEAST_WORDS or markers("demonstrative", b.article.text, said, b.language):
        return False  # a pronoun, or "this union": somebody may be named before it
    named = b.claimant is not None and not source.isdisjoint(key(b.claimant.name))
    if named or overlap(a.stems, b.stems) < _SAME_WORDS:
        return False
    return not proper(a.claimant.name) <= set(key(b.article.text)) and bool(proper(a.claimant.name))


def _are_named(a: Telling, b: Telling) -> bool:
    """Does each source hold a word of its claimant's name? Across articles a pronoun or an office that was read wrongly changes nobody."""
    if a.article.id == b.article.id:
        return True
    if ClaimantKind.ANONYMOUS in {one.claimant.kind for one in (a, b) if one.claimant}:
        return False  # "a source at the ministry" may be one in other words
    if not all(one.claimant and _is_the_source(one, one.claimant) for one in (a, b)):
        return False
    sides = ((a.claimant, _said(a, _source(a))), (b.claimant, _said(b, _source(b))))
    if fold(sides[0][1]) == fold(sides[1][1]) or not any(claimant and proper(claimant.name) for claimant, _ in sides):
        return False  # one source in the same words, or two words for a body that has no name
    return all(claimant and not set(key(claimant.name)).isdisjoint(key(words)) for claimant, words in sides)


def _offices_differ(a: Telling, b: Telling) -> bool:
    """Of two sources of one article, one not resolved: does each begin with an office that the other does not name?"""
    if (a.claimant is None) == (b.claimant is None) or not all(one.attribution and one.attribution.source for one in (a, b)):
        return False
    forms = [[fold(word.form).strip("'") for word in words(one.article.text, _source(one).start, _source(one).end)] for one in (a, b)]
    heads = [[form for form in named if form not in function_words(a.language)] for named in forms]
    return all(len(head) >= _LEAST_WORDS for head in heads) and heads[0][0] not in forms[1] and heads[1][0] not in forms[0]


def _numbers(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    mine, theirs = quantities(a), quantities(b)
    for one, other in _paired(mine, theirs, alike=a.article.id == b.article.id):
        if one.value != other.value and (_stands_in(one, a, theirs, b) or _stands_in(other, b, mine, a)):
            continue  # one of the two tells both numbers, and counts two things
        turned = one.value is not None and one.value == other.value and {one.bound, other.bound} == {"least", "most"}
        if one.value == other.value and is_approximate(one, a) == is_approximate(other, b) and not turned:
            continue
        vague = one.value is None or other.value is None or (one.value == other.value and not turned)
        kind = "precision_changed" if vague else "number_changed"
        verb = "precision differs" if vague else ("number changed" if directed else "number differs")
        sentence = f"{verb}: «{_counted(a, one)}» in {_name(a, a, b)}, «{_counted(b, other)}» in {_name(b, a, b)}"
        yield change(a, b, kind, (one.span, other.span), sentence, directed)


def _stands_in(one: Quantity, telling: Telling, others: list[Quantity], where: Telling) -> bool:
    """Is a quantity told by the other telling too, of the same thing; a vague one in the same words?"""
    if one.value is None:
        return any(other.value is None and fold(_said(where, other.span)) == fold(_said(telling, one.span)) for other in others)
    return any((other.value, other.unit) == (one.value, one.unit) for other in others)


def _dates(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    mine, theirs = ([date for date in telling.dates if date.granularity == "day" and date.earliest] for telling in (a, b))
    across = a.article.id != b.article.id
    dated = all(any(char.isdigit() for char in _said(one, date.span)) for one, told in ((a, mine), (b, theirs)) for date in told)
    if across and (not dated or overlap(a.stems, b.stems) < _SAME_WORDS):
        return  # a day of something else that is told beside, or one that is counted from the day of the text
    if len(mine) == len(theirs) == 1 and _day(mine[0]) != _day(theirs[0]) and _said(a, mine[0].span) != _said(b, theirs[0].span):
        verb = "date changed" if directed else "date differs"
        words = f"«{_said(a, mine[0].span)}» in {_name(a, a, b)}, «{_said(b, theirs[0].span)}» in {_name(b, a, b)}"
        yield change(a, b, "date_changed", (mine[0].span, theirs[0].span), f"{verb}: {words}", directed)


def _qualifiers(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    mine, theirs = a.marked("qualifier"), b.marked("qualifier")
    mine = [one for one in mine if a.article.id == b.article.id or _holds_what(b, one, a)] or _asides(a, b)
    if mine and not theirs:
        verb = "qualifier lost" if directed else "qualifier differs"
        sentence = f"{verb}: «{_said(a, mine[0])}» stands in {_name(a, a, b)} and not in {_name(b, a, b)}"
        yield change(a, b, "qualifier_lost", (mine[0], b.place), sentence, directed)


def _asides(a: Telling, b: Telling) -> list[Span]:
    """What explains a word between dashes, where the other telling has the words before it and nothing of the explanation."""
    found = []
    for span in a.spans:
        for match in _ASIDE.finditer(a.article.text, span.start, span.end):
            aside = Span(*match.span("aside"))
            if match.start() == span.start:
                continue
            before = stems(a.article.text, (Span(max(span.start, match.start() - _BEFORE_CHARS), match.start()),), a.language)
            own = stems(a.article.text, (aside,), a.language)
            if own and before and before <= b.stems and own.isdisjoint(b.stems) and aside.of(a.article.text).islower():
                found.append(aside)
    return found


def _marks(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    if (
        a.is_direct != b.is_direct
        and len(a.stems & b.stems) >= _ONE_QUOTATION * len(a.stems | b.stems)
        and not _has_marks(b if a.is_direct else a)
    ):
        kind, verb = ("quotes_lost", "quotation marks lost") if a.is_direct else ("quotes_gained", "quotation marks gained")
        verb = verb if directed else "quotation marks differ"
        holder = a if a.is_direct else b
        yield change(a, b, kind, (a.place, b.place), f"{verb}: the words are quoted in {_name(holder, a, b)} only", directed)


def _has_marks(telling: Telling) -> bool:
    """Does a telling that is no quotation as a whole have some of its words in marks, or stand beside marks?"""
    text = telling.article.text
    spans = (Span(max(0, span.start - _MARK_CHARS), min(len(text), span.end + _MARK_CHARS)) for span in telling.spans)
    return any(not _MARKS.isdisjoint(span.of(text)) for span in spans)


def _day(date: TimeExpression) -> tuple[str | None, str | None]:
    return date.earliest, date.latest


def _paired(mine: list[Quantity], theirs: list[Quantity], *, alike: bool) -> list[tuple[Quantity, Quantity]]:
    """Quantities that count the same thing; where each side of one statement has a single one, these, one of them vague at least."""
    pairs = []
    for one in mine:
        same = [other for other in theirs if other.unit == one.unit and one.unit]
        if len(same) == 1 and sum(again.unit == one.unit for again in mine) == 1:
            pairs.append((one, same[0]))
    if not pairs and alike and len(mine) == len(theirs) == 1 and (mine[0].value is None) != (theirs[0].value is None):
        pairs.append((mine[0], theirs[0]))
    return pairs


def _stance(telling: Telling) -> Stance | None:
    return telling.attribution.stance if telling.attribution else None


def _source(telling: Telling) -> Span:
    return telling.attribution.source if telling.attribution and telling.attribution.source else telling.place


def _is_one(a: Claimant, b: Claimant) -> bool:
    """One id, one name, or a shorter form of it: two that may be the same are not told apart."""
    mine, theirs = proper(a.name), proper(b.name)
    if not written(a.organisation or b.name).isdisjoint(written(b.name)) and a.organisation:
        return True
    if b.organisation and not written(b.organisation).isdisjoint(written(a.name)):
        return True  # a body, and who speaks for it
    body = proper(a.organisation or "") | proper(b.organisation or "")
    if body and not body.isdisjoint(theirs if a.organisation else mine):
        return True  # the same, under another form of the body's name
    if not (mine.isdisjoint(theirs) or {a.kind, b.kind} & {ClaimantKind.PERSON}):
        return True  # two bodies that share a proper name
    return a.id == b.id or key(a.name) == key(b.name) or (bool(mine and theirs) and (mine <= theirs or theirs <= mine))


def _same_words(a: Telling, b: Telling) -> bool:
    """Within one article two tellings are compared because of who tells them; across articles only one's words can change hands."""
    return a.article.id == b.article.id or overlap(a.stems, b.stems) >= _ONE_STATEMENT


def _one_body(a: Claimant, b: Claimant) -> bool:
    return bool({a.name, a.organisation} & {b.name, b.organisation} - {None})


def _titled(claimant: Claimant) -> str:
    return f"{claimant.name} ({claimant.role})" if claimant.role else claimant.name


def _said(telling: Telling, span: Span) -> str:
    return " ".join(span.of(telling.article.text).split())


def _counted(telling: Telling, quantity: Quantity) -> str:
    before = [near for near in telling.marked("approximate") if 0 <= quantity.span.start - near.end <= 1]
    return _said(telling, Span(before[0].start, quantity.span.end) if before else quantity.span)


def _name(telling: Telling, a: Telling, b: Telling) -> str:
    """What to call one of two tellings: its article, or, in one article, its place."""
    if a.article.id != b.article.id:
        return telling.article.id
    return f"{'the quotation' if telling.is_direct else 'the passage'} at {telling.place.start}"
