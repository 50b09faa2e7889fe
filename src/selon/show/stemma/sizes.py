"""How much room each thing takes, in px."""

from dataclasses import dataclass

DISC_GAP = 9.0  # px, between a siglum's disc and the text beside it
SIGN = 16.0  # that a sign takes before its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The measures of a layout."""

    margin: float = 12.0  # around everything
    dates: float = 94.0  # the column of dates; 0: dates stand above their rows
    head: float = 44.0  # the row of stations; 0: none
    box: float = 180.0
    pad: float = 12.0  # inside a box
    disc: float = 13.0  # radius, of a siglum
    number: float = 9.5  # radius, of a number
    track: float = 15.0  # between tracks in gutters and channels
    port: float = 22.0  # between tracks that end at the side of a box
    gap: float = 20.0  # beside tracks, where nothing ends
    stub: float = 44.0  # beside tracks, where lines end at a box: a number and a tip stand there
    edge: float = 10.0  # beside the only column of a narrow layout
    level: float = 26.0  # a box that is less lower than its row is as high as it
    empty: float = 22.0  # a gutter or a channel where nothing runs

    @property
    def beside(self) -> float:
        """The room for text beside the siglum of a box."""
        return self.box - 2 * self.pad - 2 * self.disc - DISC_GAP

    @property
    def below(self) -> float:
        """The room for text under it."""
        return self.box - 2 * self.pad


WIDE = Sizes()
DENSE = Sizes(box=168.0, track=13.0, stub=44.0, empty=18.0)
NARROW = Sizes(dates=0.0, head=0.0, box=262.0, track=11.0, gap=15.0, stub=44.0, margin=6.0, empty=20.0)

NARROW_PAGE = 358.0
"""What a narrow layout may be wide, where its lines leave a box of NARROW_BOX."""
NARROW_BOX = (204.0, 280.0)
"""The least and the most of a box in one."""
