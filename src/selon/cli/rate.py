"""How far a long run is: how many, how fast, how long it will still take; a line on a terminal, nothing elsewhere."""

import sys
import time
from collections.abc import Callable

import click

_EACH_SECONDS = 0.5  # between two looks


class Rate:
    """A line of progress on stderr, if that is a terminal."""

    def __init__(self, expected: int, *, now: Callable[[], float] = time.monotonic, is_shown: bool | None = None) -> None:
        """`expected`: about how many records there are; 0: nobody knows."""
        self._expected = expected
        self._now = now
        self._began = self._looked = now()
        self.is_shown = sys.stderr.isatty() if is_shown is None else is_shown

    def tell(self, done: int) -> None:
        """Show that so many are done."""
        if self.is_shown and self._now() - self._looked >= _EACH_SECONDS:
            self._looked = self._now()
            click.echo(f"\r\x1b[K{self.line(done)}", err=True, nl=False)

    def line(self, done: int) -> str:
        """What is shown."""
        rate = done / max(self._now() - self._began, 0.001)
        left = max(0, self._expected - done)
        of = f" of about {self._expected}" if left else ""
        return f"{done}{of} articles read, {rate:.0f} a second" + (f", {_minutes(left / rate)} left" if left and rate else "")


def _minutes(seconds: float) -> str:
    """Seconds as a person says them.

    >>> _minutes(40), _minutes(200), _minutes(9_000)
    ('40 s', '3 min', '2 h 30 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
