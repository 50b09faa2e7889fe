"""A drawing while it is made: nodes and arrows by key, joined where they are the same."""

from dataclasses import dataclass, field, replace

from selon.model.passage import Passage

_KINDS = ("translation", "republication", "quotation", "credit", "link", "shared", "denial", "speech")
"""Of several kinds between the same two nodes, the first says most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A node to be."""

    key: str
    kind: str  # text, outside, voice, anonymous, unresolved, denier
    name: str
    verbatim: bool = False  # the name is words of a text
    role: str | None = None
    claimant_id: str | None = None
    passage: Passage | None = None
    denial: str | None = None
    outlet: bool = False  # it publishes: it stands among the channels
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An arrow to be."""

    source: str
    target: str
    kinds: tuple[str, ...]
    directed: bool = True
    evidence: tuple[Passage, ...] = ()
    reasons: tuple[str, ...] = ()
    confidence: float = 1.0
    state: str = "suggested"
    said: tuple[Passage, ...] = ()  # the words that the target has from the source, where the text says so
    reworded: bool = False  # speech: nothing of it is told in quotation marks
    denial: str | None = None


@dataclass(slots=True)
class Sketch:
    """Spots and ties, each once."""

    spots: dict[str, Spot] = field(default_factory=dict)
    ties: dict[tuple[str, str], Tie] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)  # what is cited and turns out to be a voice -> the voice

    def add(self, spot: Spot) -> str:
        """Add a spot that is not there yet; its key."""
        self.spots.setdefault(spot.key, spot)
        return spot.key

    def tie(self, new: Tie) -> None:
        """Add a tie, or join it to the one that leads the same way; what has no direction joins what has one."""
        if new.source == new.target:
            return
        back = (new.target, new.source)
        if not new.directed and (new.source, new.target) not in self.ties and back in self.ties:
            new = replace(new, source=back[0], target=back[1])
        name = (new.source, new.target)
        old = self.ties.get(name)
        if old is None and back in self.ties and not self.ties[back].directed:
            old = self.ties.pop(back)
        self.ties[name] = _joined(old, new) if old else new

    def moved(self, moves: dict[str, str]) -> "Sketch":
        """The sketch with spots joined: old key -> the key that stands for it."""
        other = Sketch()
        for key, spot in self.spots.items():
            if key not in moves:
                other.add(spot)
        for tie in self.ties.values():
            other.tie(replace(tie, source=moves.get(tie.source, tie.source), target=moves.get(tie.target, tie.target)))
        return other


def _joined(a: Tie, b: Tie) -> Tie:
    kinds = sorted({*a.kinds, *b.kinds}, key=_KINDS.index)
    return Tie(
        source=b.source,
        target=b.target,
        kinds=tuple(kinds),
        directed=a.directed or b.directed,
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        reasons=tuple(dict.fromkeys((*a.reasons, *b.reasons))),
        confidence=max(a.confidence, b.confidence),
        state="confirmed" if "confirmed" in (a.state, b.state) else a.state,
        said=tuple(dict.fromkeys((*a.said, *b.said))),
        reworded=a.reworded and b.reworded,
        denial=a.denial or b.denial,
    )
