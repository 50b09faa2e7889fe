"""Every error of the house.

    SelonError              what went wrong, where, and what to do about it
    ├── UsageError          the call itself cannot be carried out               exit code 2
    │   └── NothingRead     not one input could be read                         exit code 2
    ├── InputError          one input or one record cannot be read              exit code 3 (2 when nothing else was read)
    │   ├── Missing         there is no such file, page or host
    │   ├── Empty           there is nothing in it
    │   ├── Unreadable      its bytes are no text, or no format we read
    │   ├── Malformed       it is of a known format, and broken
    │   ├── LimitExceeded   it breaks a limit (a count, never a time)
    │   ├── Refused         an address that is not asked, by a rule of ours or of its own host
    │   └── Unreached       an address that gives no whole answer, for now
    ├── TableError          a language table or one of its examples is wrong    exit code 2
    ├── StoreError          a collection cannot be read or written              exit code 2
    │   ├── Damaged         what it holds is damaged
    │   └── Busy            another command is writing it
    └── NotFound            a look-up found nothing                             exit code 4

Any other exception is our own fault and ends the run with exit code 1.
"""

from functools import partial
from typing import Any


class SelonError(Exception):
    """What went wrong, where it stands, and what to do: three sentences a journalist can act on.

    Args:
        what: what is wrong, without a full stop.
        where: the file, line, row or record that shows it.
        fix: what the reader can do.
    """

    exit_code = 2

    def __init__(self, what: str, *, where: str, fix: str) -> None:
        super().__init__(what, where, fix)
        self.what = what
        self.where = where
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.fix}"

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors pass from process to process."""
        return partial(type(self), where=self.where, fix=self.fix), (self.what,)


class UsageError(SelonError):
    """The call itself cannot be carried out."""


class NothingRead(UsageError):
    """Not one input could be read."""


class InputError(SelonError):
    """One input or one record cannot be read; the others go on."""

    exit_code = 3


class Missing(InputError):
    """There is no such file, page or host."""


class Empty(InputError):
    """There is nothing in it."""


class Unreadable(InputError):
    """Its bytes are no text, or no format that is read here."""


class Malformed(InputError):
    """It is of a known format, and broken."""


class LimitExceeded(InputError):
    """It breaks a limit; limits that decide a result are counts, never times."""


class Refused(InputError):
    """An address that is not asked, by a rule of ours or of its own host."""


class Unreached(InputError):
    """An address that gives no whole answer, for now; asking again may help."""


class TableError(SelonError):
    """A language table, or one of its examples, is wrong."""


class StoreError(SelonError):
    """A collection cannot be read or written."""


class Damaged(StoreError):
    """What it holds is damaged."""


class Busy(StoreError):
    """Another command is writing it."""


class NotFound(SelonError):
    """A look-up found nothing."""

    exit_code = 4
