"""A sample as a sheet: a CSV with empty columns for labels, and its rows again, filled in by a person or a page.

What was found in the sentences of a blind sample stands in a second sheet, which whoever labels does not open.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from selon.errors import Malformed, NotFound
from selon.show.exports.csv import cell, plain
from selon.show.research.sampling import Drawn

LABELS = {"attribution": ("content_ok", "source_ok", "claimant_ok", "stance_ok"), "sentence": ("attribution",)}
"""By task, the columns that are filled in."""

_COMMON = ("id", "stratum", "stratum_size", "stratum_drawn", "article", "outlet", "lang", "start", "end", "context", "words")
_SAID = ("source", "cue", "claimant", "stance")
_NEEDED = {"id", "stratum", "stratum_size"}
_SEPARATORS = ",;\t"  # whichever a spreadsheet program has put


def sheet(drawn: Iterable[Drawn], task: str) -> bytes:
    """The sheet to fill in."""
    return _table(drawn, (*_COMMON, *(_SAID if task == "attribution" else ())), LABELS[task])


def key_sheet(drawn: Iterable[Drawn]) -> bytes:
    """What was found in the sentences of a sample."""
    return _table(drawn, ("id", "found"), ())


def rows(content: bytes, where: str) -> list[dict[str, str]]:
    """The rows of a sheet, by the names of its columns.

    Raises:
        Malformed: it is no sheet of a sample.
    """
    text, separator = _text(content, where)
    found = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
    names = set(found[0]) if found else set()
    if not found or not ({"id"} <= names and (names >= _NEEDED or "found" in names)):
        raise Malformed("these are no labels of a sample", where=where, fix="give the CSV that selon sample wrote, filled in")
    return [{name: plain(value or "") for name, value in one.items() if name is not None} for one in found]


def task_of(some: Sequence[Mapping[str, str]]) -> str:
    """What the rows of a sheet ask for."""
    return "sentence" if "attribution" in some[0] else "attribution"


def with_labels(content: bytes, ident: str, labels: Mapping[str, str], where: str) -> bytes:
    """A sheet with other labels in one row; every other cell stays as it is.

    Raises:
        NotFound: it has no row of that id.
    """
    text, separator = _text(content, where)
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    names = lines[0]
    at = next((number for number, line in enumerate(lines[1:], 1) if line and plain(line[names.index("id")]) == ident), None)
    if at is None:
        raise NotFound("this passage is not in the sample", where=where, fix="open the sample again")
    lines[at] = [labels.get(name, old) for name, old in zip(names, lines[at], strict=True)]
    return _written(lines, separator)


def _table(drawn: Iterable[Drawn], shown: tuple[str, ...], labels: tuple[str, ...]) -> bytes:
    lines = [[*(cell(getattr(one, name)) for name in shown), *("" for _ in labels)] for one in drawn]
    return _written([[*shown, *labels], *lines], ",")


def _written(lines: Iterable[Sequence[str]], separator: str) -> bytes:
    page = io.StringIO(newline="")
    csv.writer(page, lineterminator="\r\n", delimiter=separator).writerows(lines)
    return page.getvalue().encode("utf-8-sig", "replace")


def _text(content: bytes, where: str) -> tuple[str, str]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed("the labels are not text in UTF-8", where=where, fix="save them as CSV UTF-8") from error
    return text, max(_SEPARATORS, key=text.split("\n", 1)[0].count)
