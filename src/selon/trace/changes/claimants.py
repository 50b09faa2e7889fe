"""Who tells it: named in one telling and nowhere in the other, or somebody else in each."""

from collections.abc import Iterator

from selon.languages.fold import fold
from selon.languages.words import words
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.alike import function_words, overlap
from selon.trace.changes.likeness import words_alike, words_shared
from selon.trace.changes.surroundings import is_named_beside
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change, name, said, source
from selon.trace.changes.unnamed import LEAST_SHARED, LEAST_WORDS, SAME_WORDS, UTTERED, is_told_by_nobody, is_unnamed, naming
from selon.trace.names import key, proper, written


def claimants(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield who is named in `a` and not in `b`, or that it is somebody else."""
    across = a.article.id != b.article.id
    if a.claimant and b.attribution is None:
        if is_told_by_nobody(a, a.claimant, b):
            spans = (source(a), b.place)
            yield _dropped(a, b, spans, f"{a.claimant.name} is named in {name(a, a, b)}, nobody in {name(b, a, b)}", directed)
    elif across and a.claimant and is_unnamed(a, a.claimant, b):
        named = naming(a, a.claimant)
        if named:
            only = f"only «{said(b, source(b))}» in {name(b, a, b)}"
            told = "described" if a.claimant.kind is ClaimantKind.ANONYMOUS else "named"
            yield _dropped(a, b, (named, source(b)), f"{a.claimant.name} is {told} in {name(a, a, b)}, {only}", directed)
    elif a.claimant and b.claimant and not is_one(a.claimant, b.claimant) and (not across or _are_two(a, a.claimant, b, b.claimant)):
        what = "office differs" if _one_body(a.claimant, b.claimant) and not _one_office(a.claimant, b.claimant) else "claimant differs"
        named_as = f"{_titled(a.claimant)} in {name(a, a, b)}, {_titled(b.claimant)} in {name(b, a, b)}"
        yield change(a, b, "claimant_changed", (source(a), source(b)), f"{what}: {named_as}", directed)
    elif not across and _offices_differ(a, b):
        named_as = f"«{said(a, source(a))}» in {name(a, a, b)}, «{said(b, source(b))}» in {name(b, a, b)}"
        yield change(a, b, "claimant_changed", (source(a), source(b)), f"office differs: {named_as}", directed)


def _dropped(a: Telling, b: Telling, spans: tuple[Span, Span], what: str, directed: bool) -> Change:
    verb = "attribution dropped" if directed else "attribution differs"
    return change(a, b, "attribution_dropped", spans, f"{verb}: {what}", directed)


def _are_two(a: Telling, mine: Claimant, b: Telling, theirs: Claimant) -> bool:
    """Are the same words of two articles given to two persons, each of them named in its source?

    A pronoun or an office that was read wrongly changes nobody, a government and its minister are one voice, and so is whoever stands in
    the other's source ("a backer of the mayor").
    """
    alike = words_alike(a, b)
    if (words_shared(a, b) < LEAST_SHARED and alike < 1) or overlap(a.stems, b.stems) < UTTERED or alike < SAME_WORDS:
        return False
    if mine.kind is not ClaimantKind.PERSON or theirs.kind is not ClaimantKind.PERSON or not (a.is_direct and b.is_direct):
        return False  # two may well denounce the same, in nobody's own words
    forms = (set(key(said(a, source(a)))), set(key(said(b, source(b)))))
    own, others = (key(mine.name), key(theirs.name)), (key(theirs.name), key(mine.name))
    if is_named_beside(theirs, a) or is_named_beside(mine, b):
        return False  # both stand near the words: whose they are is not sure
    named = all(not told.isdisjoint(words_of) for told, words_of in zip(forms, own, strict=True))
    return named and all(told.isdisjoint(words_of) for told, words_of in zip(forms, others, strict=True))


def _offices_differ(a: Telling, b: Telling) -> bool:
    """Of two sources of one article, one not resolved: does each begin with an office that the other does not name?"""
    if (a.claimant is None) == (b.claimant is None) or not all(one.attribution and one.attribution.source for one in (a, b)):
        return False
    known = a if a.claimant else b
    if known.claimant and known.claimant.kind is ClaimantKind.PERSON and not _has_office(said(known, source(known)), known.claimant):
        return False  # a name alone: the office of the same person may stand in the other
    forms = [[fold(word.form).strip("'") for word in words(one.article.text, source(one).start, source(one).end)] for one in (a, b)]
    heads = [[form for form in named if form not in function_words(a.language)] for named in forms]
    return all(len(head) >= LEAST_WORDS for head in heads) and heads[0][0] not in forms[1] and heads[1][0] not in forms[0]


def _has_office(words_of_source: str, claimant: Claimant) -> bool:
    """Does a source name the office of a claimant beside the name, or in its place?"""
    forms = set(key(words_of_source))
    return forms.isdisjoint(proper(claimant.name)) or len(forms & set(key(claimant.role or ""))) >= LEAST_WORDS


def is_one(a: Claimant, b: Claimant) -> bool:
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


def _one_body(a: Claimant, b: Claimant) -> bool:
    return bool({a.name, a.organisation} & {b.name, b.organisation} - {None})


def _one_office(a: Claimant, b: Claimant) -> bool:
    """Have two the same office, so that the name alone is another?"""
    return bool(a.role and b.role) and key(a.role or "") == key(b.role or "")


def _titled(claimant: Claimant) -> str:
    return f"{claimant.name} ({claimant.role})" if claimant.role else claimant.name
