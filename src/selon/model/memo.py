"""What was worked out before and need not be again: the result of a pure function, under a digest of all that it rests on.

Stages ask for what they would work out; without a memory of a collection everything is worked out, and nothing else differs.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from selon.model.reading import Reading

T = TypeVar("T")


class Memo:
    """Nothing is kept: everything is worked out."""

    is_kept = False

    def of(self, kind: str, rests: Callable[[], Any], shape: type[T], make: Callable[[], T]) -> T:
        """What `make` makes.

        Args:
            kind: what it is called where it is kept.
            rests: all that it rests on, beside the code and the tables of the stage; only asked for where things are kept.
            shape: the type of what comes out.
            make: works it out.
        """
        return make()

    def many(self, kind: str, rests: Sequence[Any], shape: type[T], make: Callable[[Sequence[int]], Sequence[T]]) -> Sequence[T]:
        """The same for many at once: `make` makes those whose numbers it is given, in their order.

        Where there are many thousands, what each rests on is given as bytes: these are not encoded.
        """
        return make(range(len(rests)))

    def digest(self, parts: Any) -> bytes:
        """A digest of some records, in which no sets may stand: they have no order. Nothing, where nothing is kept."""
        return b""

    def alone(self, reading: Reading) -> bytes:
        """A digest of what was read in an article, without who stands behind the attributions."""
        return self.digest((reading.article, reading.attributions, reading.dates)) if self.is_kept else b""

    def joined(self, reading: Reading) -> bytes:
        """A digest of an article with its claimants."""
        return self.digest((self.alone(reading), reading.resolutions)) if self.is_kept else b""


NOTHING = Memo()
