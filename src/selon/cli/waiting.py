"""What a person sees on a terminal while a long run waits; it is gone when the run is done."""

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeVar

import click
from rich.console import Console

from selon.read.fetch import Progress
from selon.show.visible import visible

T = TypeVar("T")


class Waiting:
    """A line of progress on stderr, if that is a terminal; used in a `with`."""

    def __init__(self) -> None:
        self._line = Console(stderr=True).status("") if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.clear()

    def tell(self, progress: Progress) -> None:
        """Show how far a run is."""
        if self._line is not None:
            wait = f", after a pause of {progress.seconds:.0f} s" if progress.seconds >= 1 else ""
            self._line.update(f"{progress.done} done, {progress.waiting} to ask; next {visible(progress.host)}{wait}")
            self._line.start()

    def say(self, words: str) -> None:
        """Say something that stays."""
        self.clear()
        click.echo(f"selon: {visible(words)}", err=True)

    def above(self, results: Iterable[T]) -> Iterator[T]:
        """Yield results, the line cleared for each."""
        for result in results:
            self.clear()
            yield result

    def clear(self) -> None:
        """Take the line away, for now."""
        if self._line is not None:
            self._line.stop()
