"""What stands above a stemma that is a file of its own: whose words the claim is, its counts, what the collection is made of.

A picture goes from hand to hand without its page: no count is read in it without the make-up of the collection.
"""

from collections.abc import Iterable, Sequence

from selon.model.article import Article
from selon.show.dated import first_and_last
from selon.show.stemma.captions import SMALL
from selon.show.stemma.drawing import Drawing
from selon.show.stemma.layout import Text
from selon.show.stemma.measure import lines
from selon.show.visible import visible
from selon.show.wording import Wording

_LARGE, _LESS = (21.0, 28.0), (17.0, 23.0)  # px: size and leading of the claim
_PHONE = 400.0  # of room: less has the smaller size
_MOST_LINES = 40  # a claim is never cut short: what is left out may be what it says
_SERIF = 0.9  # of the room: letters with serifs are wider than those that are measured
_SMALL_LEADING = 18.0


def heading(drawing: Drawing, words: Wording, makeup: str, *, room: float) -> tuple[list[Text], float]:
    """The lines of the heading, and its height."""
    size, leading = _LARGE if room > _PHONE else _LESS
    y = 24.0
    texts = []
    for line in lines(_claim(drawing, words), size, room * _SERIF, _MOST_LINES):
        texts.append(Text(kind="title", words=line, x=0.0, y=y, size=size))
        y += leading
    y -= 4
    for sentence in (_counts(drawing, words), makeup):
        for line in lines(sentence, SMALL, room, _MOST_LINES):
            texts.append(Text(kind="remark", words=line, x=0.0, y=y, size=SMALL))
            y += _SMALL_LEADING
    return texts, y + 6


def _claim(drawing: Drawing, words: Wording) -> str:
    """Whose words the claim is, and the words, all of them."""
    if drawing.by:
        return words.say("%(who)s: “%(words)s”", who=visible(drawing.by), words=visible(drawing.label))
    return words.say("“%(words)s”", words=visible(drawing.label))


def _counts(drawing: Drawing, words: Wording) -> str:
    origins = drawing.origins
    counts = (
        words.plural("%(n)s article", "%(n)s articles", origins.articles),
        words.plural("%(n)s distinct text", "%(n)s distinct texts", origins.texts),
        words.plural("%(n)s named origin", "%(n)s named origins", len(origins.named)),
        words.say("%(n)s of unknown lineage", n=words.number(origins.unknown)),
    )
    interval = words.say("shown separate: %(min)s; at most: %(max)s", min=words.number(origins.min), max=words.number(origins.max))
    return words.say("Origins, in this collection: %(interval)s (%(counts)s).", interval=interval, counts=", ".join(counts))


def makeup(articles: Iterable[Article], words: Wording) -> str:
    """What a collection is made of, in one sentence."""
    held = list(articles)
    return made_of(
        words,
        articles=len(held),
        outlets=len({one.outlet for one in held if one.outlet}),
        langs=sorted({one.lang for one in held}),
        undated=sum(not (one.published and one.published.earliest) for one in held),
        partly=sum(one.degraded is not None for one in held),
        days=first_and_last(held),
    )


def made_of(
    words: Wording, *, articles: int, outlets: int, langs: Sequence[str], undated: int, partly: int, days: tuple[str, str] | None
) -> str:
    """The same of a collection whose articles were counted before; `days` are the first and the last."""
    parts = [
        words.plural("%(n)s article", "%(n)s articles", articles),
        words.plural("%(n)s outlet named", "%(n)s outlets named", outlets),
        f"{words.say('languages:')} {', '.join(words.language(code) for code in langs)}",
        words.plural("%(n)s undated", "%(n)s undated", undated),
        words.plural("%(n)s not whole", "%(n)s not whole", partly),
    ]
    span = [words.say("from %(first)s to %(last)s", first=words.day(days[0]), last=words.day(days[1]))] if days else []
    return f"{words.say('What the collection is made of:')} {' · '.join([*parts, *span])}"
