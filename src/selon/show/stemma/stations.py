"""In which column a node stands: voice, channel, outlet, translation, republication."""

from selon.show.stemma.sketch import Sketch, Spot


def stations(sketch: Sketch) -> dict[str, str]:
    """The station of each spot.

    A text is a translation or a republication where a tie says so: a translation of anything, a republication of another text.
    """
    found = {key: _first(spot) for key, spot in sketch.spots.items()}
    for tie in sketch.ties.values():
        if not tie.directed or tie.target not in found:
            continue
        spot, source = sketch.spots[tie.target], sketch.spots[tie.source]
        if "translation" in tie.kinds and spot.kind in ("text", "outside"):
            found[spot.key] = "translation"
        elif spot.kind == "text" and source.kind == "text" and {"republication", "credit"} & set(tie.kinds) and found[spot.key] == "outlet":
            found[spot.key] = "republication"
    return found


def _first(spot: Spot) -> str:
    if spot.kind == "text":
        return "outlet"
    return "channel" if spot.kind == "outside" or spot.outlet else "voice"
