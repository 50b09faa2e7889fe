"""Hedges and qualifiers that one telling has and the other lacks, though it has what they are said of."""

import re
from collections.abc import Iterator
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.sentences import sentences
from selon.languages.words import words
from selon.model.attribution import Stance
from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.alike import function_words, stems
from selon.trace.changes.hedging import is_said_of
from selon.trace.changes.numerals import scales, values
from selon.trace.changes.saying import says
from selon.trace.changes.surroundings import beside, sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change, name, said, source
from selon.trace.changes.units import measures, written_stems
from selon.trace.markers import markers
from selon.trace.names import key

_AROUND_CHARS = 60  # behind a hedge or a qualifier, and half of it before: what it is said of
_HELD, _LEAST_HELD = 0.6, 2  # share of the stems around it that the other telling holds, and how many
_HEDGING = ("hedge", "conditional")
_ASIDE = re.compile(r" [-–—] (?P<aside>[^-–—()\n.]{4,60}?) [-–—](?=[ ,.;])")
_ASIDE_WORDS = 3  # that explain another; more are a remark
_BEGIN_CHARS = 3  # of a word of an aside
_LONG_CHARS = 6  # of a word that is still itself where a letter is missing
_BEFORE_CHARS = 25  # before an aside: the words it explains


def hedges(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the hedges of one that the other lacks."""
    mine, theirs = a.hedges(), b.hedges()
    if bool(mine) == bool(theirs) or Stance.DENIED in (_stance(a), _stance(b)):
        return
    holder, other = (a, b) if mine else (b, a)
    across = a.article.id != b.article.id
    if holder.marked("negation") or other.marked("negation"):
        return  # "nothing shows that it would have", "they should not": the hedge is no doubt about what is said
    if _is_on_anothers_word(holder, other) or _is_hedged_too(other, across=across):
        return
    verb = ("hedge dropped" if mine else "hedge added") if directed else "hedge differs"
    for marker in (one for one in mine or theirs if _holds_what(other, one, holder)):
        if across and _is_hedged_beside(other, marker, holder):
            continue
        spans = (marker, b.place) if mine else (a.place, marker)
        sentence = f"{verb}: «{said(holder, marker)}» stands in {name(holder, a, b)} and not in {name(other, a, b)}"
        yield change(a, b, "hedge_dropped" if mine else "hedge_added", spans, sentence, directed)


def qualifiers(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the first qualifier of `a`, or what it explains between dashes, where `b` has none."""
    mine, theirs = _qualifiers(a), _qualifiers(b)
    mine = [one for one in mine if a.article.id == b.article.id or _holds_what(b, one, a)] or _asides(a, b)
    if mine and not theirs and not (a.article.id != b.article.id and _is_hedged_beside(b, mine[0], a)):
        verb = "qualifier lost" if directed else "qualifier differs"
        sentence = f"{verb}: «{said(a, mine[0])}» stands in {name(a, a, b)} and not in {name(b, a, b)}"
        yield change(a, b, "qualifier_lost", (mine[0], b.place), sentence, directed)


def _qualifiers(telling: Telling) -> list[Span]:
    """The qualifiers of a telling, without those that are a part of a set term ("détention provisoire")."""
    terms = telling.marked("term")
    return [one for one in telling.marked("qualifier") if not any(term.overlaps(one) for term in terms)]


def _stance(telling: Telling) -> Stance | None:
    return telling.attribution.stance if telling.attribution else None


def _is_on_anothers_word(holder: Telling, other: Telling) -> bool:
    """Is what one hedges told by the other on somebody's word, which is as good as a hedge, or by somebody else?"""
    if other.attribution is None:
        return holder.attribution is None and says(other.article.text, other.place, other.language)
    if holder.attribution is None:
        return True
    if holder.claimant and other.claimant:
        return holder.claimant.id != other.claimant.id
    told = [key(said(one, source(one))) for one in (holder, other) if one.attribution and one.attribution.source]
    named = [form - function_words(holder.language) for form in map(frozenset, told)]  # of a pronoun nothing is left: it may be anybody
    return len(named) == len((holder, other)) and all(named) and named[0].isdisjoint(named[1])


def _is_hedged_too(telling: Telling, *, across: bool) -> bool:
    """Does a word that hedges stand in a telling, if only in a form that reported speech asks for; across articles, in its sentence?"""
    text, place = telling.article.text, telling.place
    sentence = sentence_of(telling.article, place, telling.language) if across else place
    return any(markers(kind, text, sentence, telling.language) for kind in _HEDGING) or bool(telling.marked("unsure"))


def _is_hedged_beside(other: Telling, marker: Span, holder: Telling) -> bool:
    """Does a sentence beside the other telling hold a hedge or a qualifier in the same words, or a hedge and what it is said of?"""
    text, near = other.article.text, beside(other)
    if _plain(said(holder, marker)) in _plain(near.of(text)):
        return True
    own = _said_of(holder, marker)
    for one in sentences(text, near, other.language):
        hedged = any(markers(kind, text, one, other.language) for kind in _HEDGING)
        if hedged and len(own & stems(text, (one,), other.language)) >= max(_LEAST_HELD, _HELD * len(own)):
            return True
    return False


def _plain(words: str) -> str:
    """Words folded, with one kind of apostrophe and no hyphens."""
    return " ".join(fold(words).replace("-", " ").replace("’", "'").split())


def _holds_what(other: Telling, marker: Span, holder: Telling) -> bool:
    """Does the other telling hold what a hedge or a qualifier is said of? Otherwise it lacks more than the marker."""
    if marker == holder.place or _plain(said(holder, marker)) in _plain(said(other, other.place)):
        return False  # the stance of the whole, which the other may have in its cue; or a hyphen that one of the two forgot
    text, language = holder.article.text, holder.language
    if holder.article.id != other.article.id and (
        not is_said_of(other.stems, text, marker, language) or _is_misspelt(holder, marker, other)
    ):
        return False
    own, near = stems(text, (marker,), language), _said_of(holder, marker)
    held = 0 if own and own <= other.stems else len(near & other.stems)  # "may" and "might" of one verb
    return held >= _LEAST_HELD and held >= _HELD * len(near)


def _is_misspelt(holder: Telling, marker: Span, other: Telling) -> bool:
    """Does the other telling hold each long word of a marker, but for one letter that one of the two lacks?"""
    text, place = other.article.text, other.place
    written = {fold(word.form) for word in words(text, place.start, place.end)}
    own = [form for word in words(holder.article.text, marker.start, marker.end) if len(form := fold(word.form)) >= _LONG_CHARS]
    return bool(own) and all(_lacks_a_letter(form, written) for form in own)


def _lacks_a_letter(form: str, written: set[str]) -> bool:
    fewer = {form[:at] + form[at + 1 :] for at in range(1, len(form))}
    return not fewer.isdisjoint(written) or any(
        form in {one[:at] + one[at + 1 :] for at in range(1, len(one))} for one in written if len(one) == len(form) + 1
    )


def _said_of(holder: Telling, marker: Span) -> frozenset[str]:
    """The stems of what a hedge or a qualifier is said of; without numbers and units, with which many things are told."""
    around = Span(max(holder.place.start, marker.start - _AROUND_CHARS // 2), min(holder.place.end, marker.end + _AROUND_CHARS))
    text, language = holder.article.text, holder.language
    found = stems(text, (around,), language) - stems(text, (marker,), language) - _of_numbers(language)
    return frozenset(stem for stem in found if not stem.isdigit())


@cache
def _of_numbers(language: Language) -> frozenset[str]:
    """The stems of the words that are numbers or multiply them, and of units."""
    forms = " ".join((*values(language), *scales(language)))
    units = (written_stems(one, language) for one in measures(language))
    return (stems(forms, (Span(0, len(forms)),), language) if forms else frozenset()).union(*units)


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
            if (
                len(aside.of(a.article.text).split()) <= _ASIDE_WORDS
                and own
                and before
                and before <= b.stems
                and not _is_reworded(own, b.stems)
                and aside.of(a.article.text).islower()
                and not any(char.isdigit() for char in aside.of(a.article.text))
            ):
                found.append(aside)
    return found


def _is_reworded(own: frozenset[str], theirs: frozenset[str]) -> bool:
    """Does the other telling hold a word that begins like one of an explanation ("in its sixth year", "six-year")?"""
    return not {stem[:_BEGIN_CHARS] for stem in own}.isdisjoint(stem[:_BEGIN_CHARS] for stem in theirs)
