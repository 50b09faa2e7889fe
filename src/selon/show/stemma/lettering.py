"""Where the lines of text stand in a box."""

from collections.abc import Iterator

from selon.show.stemma.captions import LEADING_NAME, LEADING_SMALL, NAME, SMALL, Mark
from selon.show.stemma.layout import Box, Point, Text
from selon.show.stemma.sizes import DISC_GAP, SIGN, WIDE

_DISC, _PAD = WIDE.disc, WIDE.pad
_ASCENT = 12.5  # px, from the top of the first line to its baseline


def disc_of(box: Box) -> Point:
    """The middle of the disc of the siglum."""
    return box.x + _PAD + _DISC, box.y + _PAD + _DISC + 2


def beside(box: Box) -> Iterator[Text]:
    """Yield the lines beside the disc: name, then state."""
    x, y = box.x + _PAD + 2 * _DISC + DISC_GAP, box.y + _PAD + _ASCENT
    for line in box.caption.name:
        yield Text(kind="name", words=line, x=x, y=y, size=NAME)
        y += LEADING_NAME
    y -= 1
    for line in box.caption.state:
        yield Text(kind="state", words=line, x=x, y=y, size=SMALL)
        y += LEADING_SMALL


def below(box: Box) -> Iterator[tuple[Mark, Point, tuple[Text, ...]]]:
    """Yield each mark at the foot of a box, with the middle of its sign and its lines."""
    count = sum(len(mark.lines) for mark in box.caption.marks)
    y = box.y + box.height - _PAD - 3 - (count - 1) * LEADING_SMALL
    for mark in box.caption.marks:
        x = box.x + _PAD + (SIGN if mark.sign != "none" else 0.0)
        texts = tuple(
            Text(kind="changed" if mark.meaning else "plain", words=line, x=x, y=y + index * LEADING_SMALL, size=SMALL)
            for index, line in enumerate(mark.lines)
        )
        yield mark, (box.x + _PAD + 5, y - 4.5), texts
        y += len(mark.lines) * LEADING_SMALL
