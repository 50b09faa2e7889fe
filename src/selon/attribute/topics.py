"""A name before a colon in a heading, that no office or first person shows to speak, is as often what the article is about.

"Orme: The bridge will hold" is told by Orme, "Orme: Ferryman dies aged 90" is not. Such a reading stays only where the article shows the
very name at a verb of saying, and never where it is a full name and its words are not quoted: the press writes its topics so.
"""

from collections.abc import Sequence
from dataclasses import replace

from selon.attribute.carried import Read
from selon.attribute.choose import Candidate

TOPIC = "headline.topic"  # the rule of a reading that waits for the article to show who speaks
QUOTED = "quoted"  # the feature of one whose words are all in marks


def without_topics(told: Sequence[Read], text: str) -> list[Read]:
    """The readings without those of names that are no speakers of the article."""
    if not any(one.rule == TOPIC for _, one in told):
        return list(told)
    sources = [one.source.of(text).split() for _, one in told if one.cue is not None and one.source is not None]
    last = {words[-1] for words in sources if words}
    speakers = {words[-1] for words in sources if words and all(word[0].isupper() for word in words)}  # "Mayor Ada Orme"
    shown = [(found, one if one.rule != TOPIC or _is_told(one, text, speakers, last) else replace(one, source=None)) for found, one in told]
    return [(found, one) for found, one in shown if one.rule != TOPIC or one.source is not None or QUOTED in one.features]


def _is_told(one: Candidate, text: str, speakers: set[str], last: set[str]) -> bool:
    """Is what stands before the colon a full name with its words in marks, or one word that the article has at a verb of saying?"""
    name = one.source.of(text) if one.source is not None else ""
    words = name.split()
    if QUOTED in one.features:
        return len(words) > 1 or name in last
    return len(words) == 1 and name in speakers
