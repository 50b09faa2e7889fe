"""What people said of attributions, and of denials as attributions: accepted, rejected, added, other characters, speaker or stance.

A person's characters win: an attribution that was accepted and that other rules no longer read so is put back as it was accepted.
"""

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from selon.model.article import Article
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.reading import Reading
from selon.model.ruling import Gesture, Ruling, State, Thing
from selon.model.span import Span
from selon.rulings.book import Book
from selon.rulings.places import Found, Lost, Texts, likeness, spot

RULE = "ruling"  # of an attribution that a person added or changed
_ALIKE = 0.5  # share of characters from which the one attribution read there now is the one that was ruled on

Pair = tuple[Attribution, Resolution]


def of_attributions(readings: Sequence[Reading], book: Book) -> tuple[dict[str, Reading], dict[str, Thing]]:
    """The readings that people changed, by article id, and the attributions that they stand by, by id: as such, or as denials."""
    texts = Texts(reading.article for reading in readings)
    by_article = {reading.article.id: reading for reading in readings}
    changed: dict[str, Reading] = {}
    kept: dict[str, Thing] = {}
    for ruling in book.in_force(Thing.ATTRIBUTION, Thing.DENIAL):
        if ruling.gesture is Gesture.TIE:
            continue  # links.py
        found = texts.find(ruling.target.places[0])
        if isinstance(found, Lost):
            book.note(ruling, State.OPEN, found.reason)
            continue
        reading = changed.get(found.article.id, by_article[found.article.id])
        after = _ruled(reading, found, ruling)
        if isinstance(after, Lost):
            book.note(ruling, State.OPEN, after.reason)
            continue
        pairs, made, moved = after
        changed[found.article.id] = _reading(reading, pairs)
        if made is not None and book.is_confirmed(ruling):
            kept[made.id] = ruling.target.thing
        reasons = "; ".join(reason for reason in (found.moved, moved) if reason)
        state = State.MOVED if reasons else State.APPLIED
        if made is not None and not book.is_confirmed(ruling):
            state, reasons = State.WAITING, "a second person has not said the same yet"
        book.note(ruling, state, reasons)
    here = {one.id for reading in changed.values() for one in reading.attributions}
    return changed, {name: thing for name, thing in kept.items() if name in here}


def matched(reading: Reading, found: Found) -> tuple[Attribution, str] | Lost:
    """The attribution read at a place, and how it was found where it is read a little otherwise now."""
    exact = [one for one in reading.attributions if one.content == found.spans]
    if len(exact) > 1:
        exact = [one for one in exact if one.cue == found.cue] or exact
    if exact:
        return exact[0], ""
    near = [one for one in reading.attributions if likeness(one.content, found.spans) >= _ALIKE]
    if len(near) == 1:
        words = " … ".join(span.of(reading.article.text) for span in near[0].content)
        return near[0], f"the attribution is read otherwise now: «{words}»"
    return Lost("no attribution is read at these words now" if not near else f"{len(near)} attributions are read at these words now")


def _ruled(reading: Reading, found: Found, ruling: Ruling) -> tuple[list[Pair], Attribution | None, str] | Lost:
    """The attributions as the ruling has them, the one it stands by, and how that was found."""
    pairs = list(zip(reading.attributions, reading.resolutions, strict=True))
    if ruling.gesture is Gesture.ADD:
        return _added(pairs, reading.article, ruling)
    at = matched(reading, found)
    if isinstance(at, Lost):
        return _added(pairs, reading.article, ruling) if ruling.gesture is Gesture.ACCEPT and ruling.value.content else at
    old, moved = at
    if ruling.gesture is Gesture.REJECT and ruling.target.thing is Thing.ATTRIBUTION:
        return [(_orphan(one, old), resolution) for one, resolution in pairs if one.id != old.id], None, moved
    new = _changed(old, reading.article, ruling, is_moved=bool(moved))
    if isinstance(new, Lost):
        return new
    who = next(resolution for one, resolution in pairs if one.id == old.id)
    rest = [(_reparented(one, old, new), resolution) for one, resolution in pairs if one.id != old.id]
    is_named = ruling.value.name is not None and ruling.gesture is not Gesture.ACCEPT
    by = _speaker(reading.article, new, ruling, who, pairs) if is_named else replace(who, attribution_id=new.id)
    return [*rest, (new, by)], None if ruling.gesture is Gesture.REJECT else new, moved


def _changed(old: Attribution, article: Article, ruling: Ruling, *, is_moved: bool) -> Attribution | Lost:
    if ruling.gesture is Gesture.RESPAN or (is_moved and ruling.gesture is Gesture.ACCEPT and ruling.value.content):
        return _respanned(old, article, ruling)
    if ruling.gesture is Gesture.REJECT:  # of a denial: it is none
        return replace(old, stance=Stance.ASSERTED, reasons=(*old.reasons, _said(ruling)))
    if ruling.gesture is Gesture.SET:
        return replace(old, stance=Stance(ruling.value.to or Stance.ASSERTED), reasons=(*old.reasons, _said(ruling)))
    if ruling.gesture is Gesture.SPEAKER:
        return replace(old, reasons=(*old.reasons, _said(ruling)))
    return old


def _respanned(old: Attribution, article: Article, ruling: Ruling) -> Attribution | Lost:
    value = ruling.value
    spans = {name: spot(quote, article.text) for name, quote in (("source", value.source), ("cue", value.cue)) if quote}
    content = [spot(quote, article.text) for quote in value.content]
    lost = next((one for one in (*spans.values(), *content) if isinstance(one, Lost)), None)
    if lost is not None:
        return lost
    source, cue = (one if isinstance(one := spans.get(name, default), Span) else None for name, default in _defaults(old))
    told = tuple(one for one in content if isinstance(one, Span)) or old.content
    return replace(
        old,
        id=_id(article, cue, told),
        source=source,
        cue=cue,
        content=told,
        rule=RULE,
        reasons=(*old.reasons, _said(ruling)),
        confidence=1.0,
    )


def _defaults(old: Attribution) -> tuple[tuple[str, Span | None], ...]:
    return ("source", old.source), ("cue", old.cue)


def _added(pairs: list[Pair], article: Article, ruling: Ruling) -> tuple[list[Pair], Attribution, str] | Lost:
    value = ruling.value
    wanted = [quote for quote in (value.source, value.cue, *value.content) if quote is not None]
    met = [spot(quote, article.text) for quote in wanted]
    lost = next((one for one in met if isinstance(one, Lost)), None)
    if lost is not None:
        return lost
    spans = iter(span for span in met if isinstance(span, Span))
    source = next(spans) if value.source else None
    cue = next(spans) if value.cue else None
    content = tuple(spans)
    known = next((one for one, _ in pairs if one.content == content), None)
    if known is not None:
        return pairs, known, "it is read by rule now"
    stance = Stance(value.stance) if value.stance else Stance.DENIED if ruling.target.thing is Thing.DENIAL else Stance.ASSERTED
    made = Attribution(
        id=_id(article, cue, content),
        article_id=article.id,
        source=source,
        cue=cue,
        content=content,
        kind=_kind(article.text, content),
        stance=stance,
        conditional=False,
        parent=_parent([one for one, _ in pairs], content),
        via=None,
        anaphoric=False,
        rule=RULE,
        reasons=(_said(ruling),),
        confidence=1.0,
    )
    nobody = Resolution(
        attribution_id=made.id, claimant=None, how="unresolved: a person named nobody", evidence=(), candidates=(), confidence=1.0
    )
    return [*pairs, (made, _speaker(article, made, ruling, nobody, pairs))], made, ""


def _kind(text: str, content: Sequence[Span]) -> SpeechKind:
    marked = [text[max(0, span.start - 2) : span.start].strip()[-1:] in {"«", '"', "“", "„", "‘"} for span in content]
    return SpeechKind.DIRECT if all(marked) else SpeechKind.MIXED if any(marked) else SpeechKind.INDIRECT


def _parent(others: Sequence[Attribution], content: Sequence[Span]) -> str | None:
    """The innermost attribution whose content holds all of this one."""
    holding = [one for one in others if one.content != content and all(any(part.covers(span) for part in one.content) for span in content)]
    return min(holding, key=lambda one: (sum(map(len, one.content)), one.id)).id if holding else None


def _speaker(article: Article, made: Attribution, ruling: Ruling, before: Resolution, pairs: Sequence[Pair]) -> Resolution:
    """The claimant that a person names, the one of that name if the article has it; where they name nobody, the words of the source."""
    value = ruling.value
    name = value.name or (made.source.of(article.text) if made.source else None)
    if name is None:
        return replace(before, attribution_id=made.id)
    kind = ClaimantKind(value.kind) if value.kind else ClaimantKind.PERSON
    spans = (made.source,) if made.source else ()
    known = [who.claimant for _, who in pairs if who.claimant and name.casefold() in {form.casefold() for form in _forms(who.claimant)}]
    claimant = (
        known[0]
        if known and not value.kind
        else Claimant(
            id=sha256(f"{kind.value}\x1f{name.casefold()}".encode()).hexdigest()[:16],
            name=name,
            kind=kind,
            role=value.role,
            organisation=value.organisation,
            acts=bool(value.organisation),
            country=value.country,
            aliases=(name,),
            spans=tuple((article.id, span) for span in spans),
        )
    )
    return Resolution(
        attribution_id=made.id, claimant=claimant, how=_said(ruling), evidence=spans, candidates=((name, 1.0),), confidence=1.0
    )


def _forms(claimant: Claimant) -> tuple[str, ...]:
    return (claimant.name, *claimant.aliases)


def _orphan(one: Attribution, gone: Attribution) -> Attribution:
    return replace(one, parent=gone.parent) if one.parent == gone.id else one


def _reparented(one: Attribution, old: Attribution, new: Attribution) -> Attribution:
    return replace(one, parent=new.id) if one.parent == old.id and new.id != old.id else one


def _reading(reading: Reading, pairs: Sequence[Pair]) -> Reading:
    """The reading with its attributions in text order, parents before children."""
    ordered: list[tuple[tuple[int, int, str], int]] = []
    for place, (one, _) in enumerate(pairs):
        insort(ordered, ((one.content[0].start, -max(span.end for span in one.content), one.id), place))
    told = [pairs[place] for _, place in ordered]
    return replace(reading, attributions=tuple(one for one, _ in told), resolutions=tuple(who for _, who in told))


def _id(article: Article, cue: Span | None, content: Sequence[Span]) -> str:
    """As `attribute` makes it: the same characters are the same attribution, whoever read them."""
    key = ";".join(f"{span.start}:{span.end}" for span in (*([cue] if cue else []), *content))
    return sha256(f"{article.digest} {'cue' if cue else 'none'} {key}".encode()).hexdigest()[:16]


def _said(ruling: Ruling) -> str:
    return f"ruling {ruling.id}: {ruling.who}, {ruling.when[:10]}: {ruling.why}"
