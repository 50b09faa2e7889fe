"""What a row of each language table must hold: one file a stage, one frozen dataclass a kind of row.

A row class names its file and its key: `TABLE = "verbs"`, `KEY = "verb"` is `[[verb]]` in `<language>/verbs.toml`.
"""

from typing import Any

from selon.languages.rows import attribute, base, clean, match, resolve, show, trace, when

ROWS: tuple[type[Any], ...] = (*base.ROWS, *clean.ROWS, *attribute.ROWS, *resolve.ROWS, *match.ROWS, *trace.ROWS, *when.ROWS, *show.ROWS)
