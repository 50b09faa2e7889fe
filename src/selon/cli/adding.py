"""What the commands that add to a collection share: what became of each source, counted, and the exit code that says so."""

from collections.abc import Iterable, Iterator, Sequence

from selon.errors import InputError, NothingRead
from selon.model.addition import Addition, Outcome

WELL = (Outcome.ADDED, Outcome.UNCHANGED, Outcome.HELD)


def noted(additions: Iterable[Addition], done: list[Addition]) -> Iterator[Addition]:
    """The same additions, each kept in `done` as it goes by."""
    for one in additions:
        done.append(one)
        yield one


def counted(done: Sequence[Addition]) -> str:
    """How many there are of each outcome, as people read it."""
    return ", ".join(f"{sum(one.outcome is outcome for one in done)} {outcome}" for outcome in Outcome)


def exit_code(done: Sequence[Addition]) -> int:
    """0 where nothing is missing, 3 where something is, 2 where all is."""
    missing = sum(one.outcome not in WELL for one in done)
    if missing and missing == len(done):
        return NothingRead.exit_code
    return InputError.exit_code if missing else 0
