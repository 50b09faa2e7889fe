"""Who is named for what is told in one telling, and nowhere in the other."""

import re
from dataclasses import replace

from selon.languages.fold import fold
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.span import Span
from selon.trace.alike import function_words, overlap, stems
from selon.trace.changes.likeness import words_alike, words_shared
from selon.trace.changes.numerals import joining_words
from selon.trace.changes.quantities import quantities
from selon.trace.changes.quoted import QUOTED, is_inside_marks
from selon.trace.changes.saying import said_by, says
from selon.trace.changes.surroundings import is_introduced, is_named_beside, is_named_in, is_set_apart, sentence_of, speaks
from selon.trace.changes.tellings import Telling
from selon.trace.changes.times import are_told_on_two_days, has_come_since
from selon.trace.changes.told import said, source
from selon.trace.markers import markers
from selon.trace.names import key, proper

LEAST_WORDS = 2  # of an office: one alone may be a pronoun or a surname
SAME_WORDS = 0.75  # share of the stems of the shorter one in common: one statement changes hands
LEAST_SHARED = 4  # stems in common, of two articles
UTTERED = 0.8  # share of the shorter one's stems: two who are said to have said the same words
_WORDS_ALIKE = 0.4  # share of the stems of both in common
_KEPT = 0.6  # share of the stems of what somebody said that the other tells too; of less, it tells a part that may need no source
_SENTENCE_CHARS = 80  # beside a name, where the role or the name of its bearer may stand
_JOINED_CHARS = 15  # before a source, within which a word stands that joins it to others
_MOST_WORDS = 6  # of a name; a longer one holds words that are no part of it
_PHOTOGRAPHER = "/"  # "Una Brel/MPA" stands below a photo
_MARK_CHARS = 2  # behind what is said, within which its mark closes
_NAME_BEHIND = re.compile(r"(?: \w+)? ?[«\"“„]")  # what a source is called, in marks
_MARKS = frozenset('"«“„')
_LEAST_QUOTED = 30  # characters in marks that are somebody's words; fewer are names, or set words apart


def is_told_by_nobody(a: Telling, claimant: Claimant, b: Telling) -> bool:
    """Does `b` tell as its own what `a` tells on the word of a claimant, whom it names nowhere near?"""
    across = a.article.id != b.article.id
    if across and not (_tells(a) and _is_handed_on(_on_his_word(a), b)):
        return False  # as mostly; who is named beside takes longer to ask
    if is_named_beside(claimant, b) or not _is_the_source(a, claimant):
        return False
    if not across:
        return True
    if b.holds_sayings or b.behind_source or are_told_on_two_days(a, b):
        return False
    if has_come_since(a, b):
        return False
    return not (_opens_a_list(b) or _has_marks(b) or is_introduced(b) or speaks(b) or is_set_apart(b, a) or _is_told_beside(b, a))


def _on_his_word(a: Telling) -> Telling:
    """What somebody says as far as his verb, where the rest of the sentence stands behind it without marks and may be the text's own."""
    cue = a.attribution.cue if a.attribution else None
    if a.attribution is None or cue is None or not any(part.end <= cue.start for part in a.attribution.content):
        return a
    before = tuple(Span(one.start, min(one.end, cue.start)) for one in a.spans if one.start < cue.start)
    quoted = QUOTED.search(a.article.text, cue.end, max(cue.end, a.place.end + _MARK_CHARS))
    return replace(a, spans=before) if before and not quoted else a


def _is_handed_on(a: Telling, b: Telling) -> bool:
    """Are two tellings of two articles so alike that one statement is told by both, and by `b` most of what `a` tells?"""
    shared = words_shared(a, b)
    alike = shared >= LEAST_SHARED and overlap(a.stems, b.stems) >= SAME_WORDS and words_alike(a, b) >= _WORDS_ALIKE
    if not alike or shared < _KEPT * len(a.plain_stems):
        return False
    mine, theirs = ({number.value for number in quantities(one) if number.value is not None} for one in (a, b))
    if mine and theirs and mine != theirs:
        return False  # told of another day
    return not (mine - theirs and _gives_figures(a))  # else the number alone is on somebody's word, and not told again


def _gives_figures(telling: Telling) -> bool:
    """Is it told "by the figures of" somebody, whose word may stand for the numbers alone?"""
    cue = telling.attribution.cue if telling.attribution else None
    told = Span(cue.start, max(cue.end, source(telling).end)) if cue else source(telling)
    return bool(markers("figures", telling.article.text, told, telling.language))


def _opens_a_list(telling: Telling) -> bool:
    """Does it end with a colon, so that what it tells comes behind it ("the rates are as follows:")?"""
    text, end = telling.article.text, telling.place.end
    return ":" in text[max(0, end - 1) : end + 2]


def _has_marks(telling: Telling) -> bool:
    """Are some of its words in quotation marks, and so somebody's?"""
    text, start = telling.article.text, telling.place.start
    if is_inside_marks(text, start):
        return True
    if not _MARKS.isdisjoint(text[max(0, start - 2) : start + 1]):
        return True  # a quotation that goes on over paragraphs opens each of them
    found = (match for span in telling.spans for match in QUOTED.finditer(text, span.start, span.end))
    return any(match.end() - match.start() >= _LEAST_QUOTED for match in found)


def _is_told_beside(telling: Telling, other: Telling) -> bool:
    """Does a word of saying that the other's statement has not stand in a telling, or anywhere in its sentence?"""
    text, place = telling.article.text, telling.place
    sentence = sentence_of(telling.article, place, telling.language)
    told = (word for word in said_by(text, sentence, telling.language))
    return any(not place.covers(word) or stems(text, (word,), telling.language).isdisjoint(other.stems) for word in told)


def _tells(a: Telling) -> bool:
    """Does a word of saying make it what somebody said? What a government fears or hopes is told by the text itself."""
    if a.attribution is None or a.attribution.cue is None or not says(a.article.text, a.attribution.cue, a.language):
        return False
    cue, behind = a.attribution.cue, any(part.end <= a.attribution.cue.start for part in a.attribution.content)
    return a.place.start < cue.end or not behind or _has_marks(a)  # what follows "… , she said" without marks may be the text's own


def _is_the_source(a: Telling, claimant: Claimant) -> bool:
    """Does the source stand for the claimant, by name or office, and alone? Of several the others may be named still."""
    span = source(a)
    if any(one.start == span.start for one in markers("anybody", a.article.text, span, a.language)):
        return False  # figures, and nobody who gives them
    if claimant.kind is ClaimantKind.ANONYMOUS and "," in said(a, span):
        return False  # where a source that nobody names ends is not sure ("a police source, Ms Brel")
    if claimant.kind is ClaimantKind.GROUP and not proper(claimant.name) <= set(key(said(a, span))):
        return False  # whose circle it is, is less sure ("her family")
    if set(key(said(a, span))) <= function_words(a.language) or len(key(claimant.name)) > _MOST_WORDS or _PHOTOGRAPHER in said(a, span):
        return False  # a pronoun, of which it is less sure who it stands for; or a source whose end is not sure
    before = fold(a.article.text[max(0, span.start - _JOINED_CHARS) : span.start]).rstrip()
    if any(before.endswith(f" {form}") for form in joining_words(a.language)):
        return False
    forms = key(said(a, span))
    return len(forms) < LEAST_WORDS or not set(forms).isdisjoint(key(claimant.name))


def is_unnamed(a: Telling, claimant: Claimant, b: Telling) -> bool:
    """Does another text give the same words on the word of somebody it names nowhere?"""
    if b.attribution is None or b.attribution.source is None:
        return False
    span = b.attribution.source
    if _NAME_BEHIND.match(b.article.text, span.end):
        return False  # "the militant group “Open Ports”"
    if b.claimant and b.claimant.role and not set(key(b.claimant.role)).isdisjoint(key(said(b, span))):
        return False  # the office of somebody whom the text names
    if len(said(b, span).split()) < LEAST_WORDS or markers("demonstrative", b.article.text, span, b.language):
        return False  # a pronoun, or "this union": somebody may be named before it
    if any(char.isdigit() for char in said(b, span)):
        return False  # "28 per cent of those asked"
    forms = {form for form in key(said(b, span)) if form not in function_words(b.language)}
    if claimant.role and len(forms & set(key(claimant.role))) >= LEAST_WORDS:
        return False  # the office alone tells who it is ("the prime minister")
    if not _is_called(said(b, span), a, claimant):
        return False  # another office, and so perhaps another person
    named = b.claimant is not None and not set(key(said(b, span))).isdisjoint(key(b.claimant.name))
    if b.claimant and b.claimant.kind is ClaimantKind.PERSON and claimant.kind is not ClaimantKind.PERSON:
        return False  # "the palace" and "the president", who may be one voice
    if named or overlap(a.stems, b.stems) < UTTERED or words_shared(a, b) < LEAST_SHARED:
        return False
    return bool(proper(claimant.name)) and not is_named_in(claimant, b.article.text, b.language) and not _is_spelt_otherwise(claimant, b)


def _is_called(words: str, a: Telling, claimant: Claimant) -> bool:
    """Does the other text call a claimant, where it names it, or in its role, what stands in a source ("the activist")?"""
    named = naming(a, claimant) or source(a)
    around = a.article.text[max(0, named.start - _SENTENCE_CHARS) : named.end + _SENTENCE_CHARS]
    known = {*key(around), *key(claimant.role or ""), *key(said(a, source(a)))}
    return known >= {form for form in key(words) if form not in function_words(a.language)}


def naming(a: Telling, claimant: Claimant) -> Span | None:
    """Where the text of a telling names its claimant, last before it is told; None where that is not found."""
    found = a.article.text.rfind(claimant.name, 0, a.place.end)
    if said(a, source(a)).find(claimant.name) >= 0:
        return source(a)
    return Span(found, found + len(claimant.name)) if found >= 0 else None


def _is_spelt_otherwise(claimant: Claimant, b: Telling) -> bool:
    """Does a text name somebody of the same given name, whose surname begins as a person's does ("Ivo Talmar", "Ivo Tamlar")?"""
    given, _, rest = claimant.name.partition(" ")
    if claimant.kind is not ClaimantKind.PERSON or not rest:
        return False
    return re.search(rf"\b{re.escape(given)}\s{re.escape(rest.split()[-1][0])}\w", b.article.text) is not None
