"""Rulings, what they change, what was erased: records -> lines and rows of a pipe."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from selon.model.ruling import Counted, Effect, Place, Quoted, Ruled, Value
from selon.show.lines import rulings as out
from selon.show.numbers import counted
from selon.show.tsv import row


def ruling_line(one: Ruled) -> out.RulingLine:
    """A ruling, and what became of it."""
    ruling = one.ruling
    return out.RulingLine(
        id=ruling.id,
        who=ruling.who,
        when=ruling.when,
        why=ruling.why,
        gesture=ruling.gesture.value,
        thing=ruling.target.thing.value,
        about=list(map(_quote, ruling.target.places)),
        others=list(map(_quote, ruling.target.others)),
        says=dict(_says(ruling.value)),
        inverse_of=ruling.inverse_of,
        state=one.fit.state.value,
        reason=one.fit.reason,
    )


def effect_line(effect: Effect, *, is_kept: bool) -> out.EffectLine:
    """What a ruling changes."""
    return out.EffectLine(
        ruling=effect.ruling.id,
        kept=is_kept,
        gesture=effect.ruling.gesture.value,
        thing=effect.ruling.target.thing.value,
        state=effect.fit.state.value,
        reason=effect.fit.reason,
        claims=[
            out.ClaimEffectItem(
                before_id=one.before_id, after_id=one.after_id, label=one.label, before=_counted(one.before), after=_counted(one.after)
            )
            for one in effect.claims
        ],
        articles=list(effect.articles),
        edges_gone=[list(one) for one in effect.edges_gone],
        edges_new=[list(one) for one in effect.edges_new],
        denials=[list(one) for one in effect.denials],
        unfit=list(effect.unfit),
    )


def forget_line(
    articles: Sequence[str],
    files: Sequence[str],
    captures: int,
    rulings: int,
    *,
    is_kept: bool,
    unread: tuple[int, int] = (0, 0),
    half_read: Sequence[str] = (),
    not_searched: Sequence[tuple[str, str]] = (),
) -> out.ForgetLine:
    """What was erased, or would be; `unread`: how many pieces of archives that nobody can read, and their bytes."""
    unsearched = [out.UnsearchedItem(file=file, what=what) for file, what in not_searched]
    return out.ForgetLine(
        articles=list(articles), files=list(files), captures=captures, rulings=rulings, kept=is_kept, unread=unread[0],
        unread_bytes=unread[1], half_read=list(half_read), not_searched=unsearched,
    )  # fmt: skip


def forget_notes(line: out.ForgetLine) -> Iterator[str]:
    """Yield, in words, what goes because nobody can read it, and what stays and cannot be looked through."""
    if line.unread:
        go = "went too" if line.kept else "would go too"
        told = "1 damaged record" if line.unread == 1 else f"{line.unread} damaged records"
        yield f"{told} of archives, {line.unread_bytes} bytes that nobody can read, {go}: they may hold it"
    for one in line.half_read:
        yield f"stays: {one}: a part of its record cannot be read, and may hold it; selon forget {one} erases it as well"
    for item in line.not_searched:
        yield f"stays: {item.file}: it cannot be looked through, and may hold it ({item.what}); delete it yourself if it may"


def ruling_rows(line: out.RulingLine) -> Iterator[str]:
    """id, day, who, gesture, thing, state, words, what it says, why, reason."""
    words = " | ".join(" … ".join(one.words) or one.outside or one.address for one in (*line.about, *line.others))
    says = "; ".join(f"{name}: {value}" for name, value in line.says.items())
    yield row([line.id, line.when[:10], line.who, line.gesture, line.thing, line.state, words, says, line.why, line.reason])


def effect_rows(line: out.EffectLine) -> Iterator[str]:
    """what, id, articles before, after, origins before, after, words."""
    kept = "kept" if line.kept else "preview"
    yield row(["ruling", line.ruling, kept, line.gesture, line.thing, line.state, line.reason])
    for one in line.claims:
        before, after = (_told(side) for side in (one.before, one.after))
        yield row(["claim", one.after_id or one.before_id, before[0], after[0], before[1], after[1], one.label])
    for what, edges in (("edge gone", line.edges_gone), ("edge new", line.edges_new)):
        yield from (row([what, *edge]) for edge in edges)
    yield from (row(["denial", *denial]) for denial in line.denials)
    yield from (row(["fits nothing any more", one]) for one in line.unfit)


def forget_rows(line: out.ForgetLine) -> Iterator[str]:
    """what, which."""
    yield row(["erased" if line.kept else "would be erased", f"{counted(line.captures, 'capture')}, {counted(line.rulings, 'ruling')}"])
    yield from (row(["article", one]) for one in line.articles)
    yield from (row(["file", one]) for one in line.files)
    if line.unread:
        yield row(["unread", f"{counted(line.unread, 'record')}, {counted(line.unread_bytes, 'byte')}"])
    yield from (row(["half read", one]) for one in line.half_read)
    yield from (row(["not searched", one.file, one.what]) for one in line.not_searched)


def version_rows(line: out.VersionLine) -> Iterator[str]:
    """what, article, file, instant, hash; then the lines that came and went."""
    yield row(["current" if line.current else "earlier", line.article, line.file, line.fetched, line.text_hash])
    yield from (row(["+", one]) for one in line.added)
    yield from (row(["-", one]) for one in line.removed)


def _quote(place: Place) -> out.QuoteItem:
    return out.QuoteItem(address=place.address, text_hash=place.text, words=[one.words for one in place.quotes], outside=place.outside)


def _says(value: Value) -> Iterator[tuple[str, str]]:
    """What a value says, by the names of its fields."""
    for name in asdict(value):
        told: object = getattr(value, name)
        if isinstance(told, Quoted):
            yield name, told.words
        elif isinstance(told, tuple) and told:
            yield name, " … ".join(one.words for one in told)
        elif isinstance(told, str):
            yield name, told


def _counted(one: Counted | None) -> out.CountedItem | None:
    if one is None:
        return None
    return out.CountedItem(articles=one.articles, texts=one.texts, min=one.least, max=one.most, denials=one.denials, named=list(one.named))


def _told(one: out.CountedItem | None) -> Sequence[object]:
    return (one.articles, f"{one.min}-{one.max}") if one else (0, None)
