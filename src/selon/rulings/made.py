"""A decision with its id, and what is wrong with one that cannot be carried out."""

from dataclasses import asdict, replace
from hashlib import sha256
from json import dumps

from selon.model.attribution import Stance
from selon.model.claimant import ClaimantKind
from selon.model.ruling import Gesture, Ruling, Target, Thing, Value
from selon.rulings import articles

EDGES = ("quotation", "republication", "translation", "credit", "link", "shared")
_THINGS: dict[Gesture, frozenset[Thing]] = {
    Gesture.ACCEPT: frozenset({Thing.ATTRIBUTION, Thing.LINK, Thing.EDGE, Thing.DENIAL}),
    Gesture.REJECT: frozenset({Thing.ATTRIBUTION, Thing.LINK, Thing.EDGE, Thing.DENIAL}),
    Gesture.MERGE: frozenset({Thing.CLAIMANT, Thing.LINK}),
    Gesture.SPLIT: frozenset({Thing.CLAIMANT, Thing.LINK}),
    Gesture.RENAME: frozenset({Thing.CLAIMANT}),
    Gesture.SPEAKER: frozenset({Thing.ATTRIBUTION, Thing.DENIAL}),
    Gesture.RESPAN: frozenset({Thing.ATTRIBUTION, Thing.DENIAL}),
    Gesture.NOT_ARTICLE: frozenset({Thing.ARTICLE}),
    Gesture.ADD: frozenset({Thing.ATTRIBUTION, Thing.EDGE, Thing.DENIAL}),
    Gesture.SET: frozenset({Thing.ARTICLE, Thing.ATTRIBUTION, Thing.EDGE}),
    Gesture.TIE: frozenset({Thing.DENIAL}),
    Gesture.UNDO: frozenset({Thing.RULING}),
}
_TWO_ENDED = frozenset({Thing.LINK, Thing.EDGE})


def made(
    *, who: str, when: str, why: str, gesture: Gesture, target: Target, value: Value | None = None, inverse_of: str | None = None
) -> Ruling:
    """The ruling with its id. `when`: ISO 8601, UTC."""
    told = Ruling(
        id="", who=who.strip(), when=when, why=why.strip(), gesture=gesture, target=target, value=value or Value(), inverse_of=inverse_of
    )
    return replace(told, id=hash_of(told))


def hash_of(ruling: Ruling) -> str:
    """16 hexadecimal digits of all that the ruling says."""
    said = {name: value for name, value in asdict(ruling).items() if name != "id"}
    return sha256(dumps(said, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fault(ruling: Ruling) -> str | None:
    """What is wrong with a ruling as such; None: nothing."""
    target, value = ruling.target, ruling.value
    if not _is_text(ruling):
        return "it holds bytes that are no text"
    if not ruling.who or not ruling.why:
        return "a ruling says who decides, and why"
    if target.thing not in _THINGS[ruling.gesture]:
        things = ", ".join(sorted(_THINGS[ruling.gesture]))
        return f"'{ruling.gesture}' cannot be said of '{target.thing}'; of: {things}"
    if ruling.gesture is Gesture.UNDO:
        return None if ruling.inverse_of else "it does not say which ruling is taken back"
    if not target.places or (target.thing in _TWO_ENDED and not target.others):
        return "it does not say what it is about" if not target.places else "it names one end only"
    if ruling.gesture is Gesture.MERGE and len(target.places) + len(target.others) < 2:
        return "to merge takes two"
    return _value_fault(ruling.gesture, target, value)


def _is_text(ruling: Ruling) -> bool:
    try:
        dumps(asdict(ruling), ensure_ascii=False).encode()
    except UnicodeEncodeError:  # a word of the call that was not written in the encoding of the terminal
        return False
    return True


def _value_fault(gesture: Gesture, target: Target, value: Value) -> str | None:
    if value.stance and value.stance not in set(Stance):
        return f"there is no stance '{value.stance}'; one of: {', '.join(Stance)}"
    is_claimant = target.thing is not Thing.EDGE
    if value.kind and value.kind not in (set(ClaimantKind) if is_claimant else set(EDGES)):
        return f"there is no kind '{value.kind}'; one of: {', '.join(ClaimantKind if is_claimant else EDGES)}"
    if gesture in (Gesture.RENAME, Gesture.SPEAKER) and not value.name:
        return "it gives no name"
    if gesture is Gesture.RESPAN and not (value.content or value.source or value.cue):
        return "it gives no characters"
    if gesture is Gesture.ADD:
        if target.thing is Thing.EDGE:
            return None if target.kind in EDGES else f"an edge has a kind: {', '.join(EDGES)}"
        return None if value.content else "it does not say which words are what is said"
    return _set_fault(target.thing, value) if gesture is Gesture.SET else None


def _set_fault(thing: Thing, value: Value) -> str | None:
    if thing is Thing.ARTICLE:
        return articles.fault(value.field, value.to)
    field, able = ("stance", tuple(Stance)) if thing is Thing.ATTRIBUTION else ("kind", EDGES)
    if value.field != field or value.to not in able:
        return f"of '{thing}', only its {field} can be set, to one of: {', '.join(able)}"
    return None
