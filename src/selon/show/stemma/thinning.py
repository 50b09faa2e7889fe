"""Which arrows of speech need not be drawn: a voice that a text has from another drawn text reaches it through that one.

Twenty papers print one dispatch with its speaker's name: the picture shows speaker -> dispatch -> papers, and the table has all.
"""

from collections import defaultdict

from selon.show.stemma.held import Held
from selon.show.stemma.sketch import Sketch

_FROM_A_TEXT = frozenset({"translation", "republication", "quotation", "credit"})


def passing(sketch: Sketch, held: Held) -> dict[tuple[str, str], str]:
    """Tie from a voice to a text -> the text that it passes through."""
    texts = [f"text:{article_id}" for article_id in sorted((*held.texts, *held.reporting), key=held.age)]
    sources: dict[str, list[str]] = defaultdict(list)
    voices: dict[str, list[str]] = defaultdict(list)
    for tie in sorted(sketch.ties.values(), key=lambda tie: (tie.source, tie.target)):
        if tie.directed and sketch.spots[tie.source].kind == "text" and _FROM_A_TEXT & set(tie.kinds):
            sources[tie.target].append(tie.source)
        elif "speech" in tie.kinds and sketch.spots[tie.source].kind != "text":
            voices[tie.target].append(tie.source)
    found: dict[tuple[str, str], str] = {}
    seen: set[str] = set()  # texts in their order: so that of two that cite each other one keeps its voice
    for text in texts:
        for voice in voices[text]:
            via = next((source for source in sources[text] if source in seen and voice in voices[source]), None)
            if via:
                found[voice, text] = via
        seen.add(text)
    return found
