"""Tables as CSV, which a spreadsheet program opens as it is. Source: RFC 4180; OWASP, "CSV Injection".

UTF-8 with a byte-order mark (spreadsheet programs read it otherwise as another encoding), CRLF, a heading. A cell that a spreadsheet
program would run as a formula gets an apostrophe in front; `plain` takes it away again.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

from selon.show.exports.material import Material
from selon.show.exports.tables import columns, rows

_FORMULA = re.compile("'*[\\s\ufeff\u200b]*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
_NUL = "\x00"


def write(given: Material, *, table: str) -> tuple[bytes, int]:
    """One table, and how many rows it has."""
    page = io.StringIO(newline="")
    names = [column.name for column in columns(table)]
    lines = csv.writer(page, lineterminator="\r\n")
    lines.writerow(names)
    cells = [[cell(row[name]) for name in names] for row in rows(table, given)]
    lines.writerows(cells)
    return page.getvalue().encode("utf-8-sig", "replace"), len(cells)


def cell(value: Any) -> str:
    """A value as a cell; what is missing is an empty one.

    >>> cell("=1+1"), cell("-5 °C"), cell(-5), cell(None), cell("'=a")
    ("'=1+1", "'-5 °C", '-5', '', "''=a")
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return json.dumps(value)
    value = value.replace(_NUL, "\ufffd")
    return f"'{value}" if _FORMULA.match(value) else value


def plain(written: str) -> str:
    """What a cell held before it was made harmless.

    >>> plain("'=1+1"), plain("'tis")
    ('=1+1', "'tis")
    """
    return written[1:] if written.startswith("'") and _FORMULA.match(written) else written
