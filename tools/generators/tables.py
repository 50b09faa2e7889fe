"""docs/tables.md: what a row of each language table must hold."""

import sys
from typing import Any

from generators.comments import Described, described
from generators.records import field_row
from selon.languages.rows import ROWS

HEAD = """# The language tables

Made from the row classes of `src/selon/languages/rows` by `tools/generate.py`: change them there. A language is a folder
`src/selon/languages/<code>/` that holds these tables and, in `examples/`, sentences that show what each stage must find and what it
must leave alone. `selon languages check <code>` reads them all and names the row that is wrong.
"""


def tables_page() -> str:
    """The whole page: one chapter a file, one table a kind of row."""
    classes = {one.cls: one for module in sorted({row.__module__ for row in ROWS}) for one in described(sys.modules[module])}
    files = sorted({row.TABLE for row in ROWS})
    return "\n".join([HEAD, *(_chapter(file, [row for row in ROWS if file == row.TABLE], classes) for file in files)])


def _chapter(file: str, rows: list[type[Any]], classes: dict[type[Any], Described]) -> str:
    return "\n".join([f"## {file}.toml\n", *(_section(classes[row]) for row in rows)])


def _section(one: Described) -> str:
    stage = one.cls.__module__.rpartition(".")[2]
    readers = "every stage" if stage == "base" else f"the stage `{stage}`"
    head = [f"### [[{one.cls.KEY}]]\n", f"{one.doc}\n", f"Read by {readers}.\n", "| column | type | meaning |", "|---|---|---|"]
    return "\n".join([*head, *map(field_row, one.fields), ""])
