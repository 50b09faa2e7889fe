"""What people said of claimants, after one id for one claimant was found in all articles: merged, told apart, renamed."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256

from selon.model.claimant import Claimant, ClaimantKind
from selon.model.reading import Reading
from selon.model.ruling import Gesture, Place, Ruling, State, Thing
from selon.model.span import Span
from selon.rulings.attributions import matched
from selon.rulings.book import Book
from selon.rulings.places import Lost, Texts

Who = tuple[str, Claimant]  # article id, the claimant as that article has it
Change = Callable[[str, Claimant], Claimant]


def of_claimants(readings: Sequence[Reading], book: Book) -> tuple[tuple[Reading, ...], tuple[tuple[str, str], ...]]:
    """The readings with the claimants that people told, and the pairs of ids that they told apart."""
    current = {reading.article.id: reading for reading in readings}
    texts = Texts(reading.article for reading in readings)
    strangers: set[tuple[str, str]] = set()
    for ruling in book.in_force(Thing.CLAIMANT):
        if book.waits(ruling):
            continue
        told = [_who(place, texts, current) for place in (*ruling.target.places, *ruling.target.others)]
        lost = next((one for one in told if isinstance(one, Lost)), None)
        if lost is not None:
            book.note(ruling, State.OPEN, lost.reason)
            continue
        met = [one for one in told if not isinstance(one, Lost)]
        change, apart = _change(ruling, met)
        strangers |= apart
        current = {name: _with(reading, change) for name, reading in current.items()}
        moved = next((reason for _, _, reason in met if reason), "")
        book.note(ruling, State.MOVED if moved else State.APPLIED, moved)
    return tuple(current[reading.article.id] for reading in readings), tuple(sorted(strangers))


def _who(place: Place, texts: Texts, current: dict[str, Reading]) -> tuple[str, Claimant, str] | Lost:
    """The claimant of the attribution at a place, and how it was found."""
    found = texts.find(place)
    if isinstance(found, Lost):
        return found
    reading = current[found.article.id]
    at = matched(reading, found)
    if isinstance(at, Lost):
        return at
    number = [one.id for one in reading.attributions].index(at[0].id)
    claimant = reading.resolutions[number].claimant
    if claimant is None:
        return Lost(f"nobody stands behind the attribution now: {reading.resolutions[number].how}")
    return found.article.id, claimant, found.moved or at[1]


def _change(ruling: Ruling, met: Sequence[tuple[str, Claimant, str]]) -> tuple[Change, set[tuple[str, str]]]:
    """What the ruling makes of each claimant, and whom it tells apart."""
    one = met[0][1]
    if ruling.gesture is Gesture.MERGE:
        return _merged(one, [other for _, other, _ in met[1:]]), set()
    if ruling.gesture is Gesture.SPLIT:
        leaving = frozenset(article for article, _, _ in met[: len(ruling.target.places)])
        fresh = sha256(f"split\x1f{one.id}\x1f{ruling.id}".encode()).hexdigest()[:16]
        a, b = sorted((one.id, fresh))
        return _split(one, leaving, fresh, ruling.value.name), {(a, b)}
    return _renamed(one, ruling), set()


def _merged(stays: Claimant, others: Sequence[Claimant]) -> Change:
    ids = {stays.id, *(other.id for other in others)}
    aliases = tuple(dict.fromkeys(form for one in (stays, *others) for form in (one.name, *one.aliases)))

    def change(_: str, claimant: Claimant) -> Claimant:
        return replace(claimant, id=stays.id, name=stays.name, kind=stays.kind, aliases=aliases) if claimant.id in ids else claimant

    return change


def _split(one: Claimant, leaving: frozenset[str], fresh: str, name: str | None) -> Change:
    def change(article: str, claimant: Claimant) -> Claimant:
        leaves = claimant.id == one.id and article in leaving
        return replace(claimant, id=fresh, name=name or claimant.name) if leaves else claimant

    return change


def _renamed(one: Claimant, ruling: Ruling) -> Change:
    value = ruling.value

    def change(_: str, claimant: Claimant) -> Claimant:
        if claimant.id != one.id:
            return claimant
        return replace(
            claimant,
            name=value.name or claimant.name,
            kind=ClaimantKind(value.kind) if value.kind else claimant.kind,
            role=value.role if value.role is not None else claimant.role,
            organisation=value.organisation if value.organisation is not None else claimant.organisation,
            acts=bool(value.organisation) if value.organisation is not None else claimant.acts,
            country=value.country if value.country is not None else claimant.country,
            aliases=tuple(dict.fromkeys((*claimant.aliases, claimant.name))),
        )

    return change


def _with(reading: Reading, change: Change) -> Reading:
    """The reading with each claimant changed; the very same reading where nothing is."""
    told = [one.claimant and change(reading.article.id, one.claimant) for one in reading.resolutions]
    if all(a is b.claimant for a, b in zip(told, reading.resolutions, strict=True)):
        return reading
    spans: dict[str, set[tuple[str, Span]]] = defaultdict(set)  # where the article mentions each, whatever names it had
    for claimant in told:
        if claimant:
            spans[claimant.id].update(claimant.spans)
    whole = (claimant and replace(claimant, spans=tuple(sorted(spans[claimant.id]))) for claimant in told)
    return replace(reading, resolutions=tuple(replace(one, claimant=who) for one, who in zip(reading.resolutions, whole, strict=True)))
