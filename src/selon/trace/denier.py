"""Who denies, as far as a statement may tell of him."""

import re
from dataclasses import dataclass

from selon.languages.fold import fold
from selon.trace.statements import Statement


@dataclass(frozen=True, slots=True)
class Denier:
    """Who denies, as far as a statement may tell of him."""

    id: str | None = None
    named: re.Pattern[str] | None = None  # in a folded text

    def is_named(self, one: Statement) -> bool:
        """Does a statement name him?"""
        return self.named is not None and bool(self.named.search(fold(one.span.of(one.text))))
