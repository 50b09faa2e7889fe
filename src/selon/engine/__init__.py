"""An engine carries a function over many records; it knows no stage.

A record that raises an `InputError` becomes a `Rejected`; any other error stops the run.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from selon.engine.local import Local
from selon.model.rejected import Rejected

A = TypeVar("A")
B = TypeVar("B")


class Engine(Protocol):
    """What the pipeline asks of an engine."""

    def each(self, function: Callable[[A], B], records: Iterable[A | Rejected], *, stage: str) -> Iterator[B | Rejected]:
        """Yield `function(record)` for every record, in their order; what was rejected before passes through."""
        ...


__all__ = ["Engine", "Local"]
