"""Reads what Media Cloud exports as CSV: a list of stories with addresses and without texts. `selon add` fetches what it lists.

Source: Media Cloud, "Download all URLs": id, indexed_date, language, media_name, media_url, publish_date, title, url. A table of theirs
that has a column of texts is a table like any other (`csv.py`).
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from selon.errors import Empty, Malformed, Unreadable
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.first_bytes import certain
from selon.read.limits import MAX_TEXT_BYTES, SNIFFED_BYTES, whole
from selon.read.paths import Source
from selon.read.said import web

csv.field_size_limit(max(csv.field_size_limit(), MAX_TEXT_BYTES))


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield nothing: the list holds no article.

    Raises:
        Empty: it lists nothing.
        LimitExceeded: it is too large.
        Unreadable: always, with the number of addresses that it lists.
    """
    many = len(addresses(whole(stream, limit=MAX_TEXT_BYTES, where=source.address), where=source.address))
    raise Unreadable(
        f"this is a list of Media Cloud: {many} addresses and no article", where=source.address, fix="fetch what it lists: selon add FILE"
    )
    yield  # a reader is a generator


def addresses(content: bytes, *, where: str) -> list[str]:
    """The addresses of the stories, each once, in their order.

    Raises:
        Empty: it lists none.
        Malformed: it is no table.
    """
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    try:
        found = list(dict.fromkeys(url for row in rows if (url := web(row.get("url")))))
    except csv.Error as error:
        where = f"{where}, line {rows.line_num}"
        raise Malformed(f"the list is broken: {error}", where=where, fix="export it again from Media Cloud") from error
    if not found:
        raise Empty("the list holds no address", where=where, fix="export it again from Media Cloud, with the addresses")
    return found


def listed_in(path: Path) -> list[str] | None:
    """The addresses of a file that is such a list; None where it is none, or cannot be read."""
    try:
        with path.open("rb") as file:
            if certain(file.read(SNIFFED_BYTES)) != "media-cloud":
                return None
            file.seek(0)
            return addresses(whole(file, limit=MAX_TEXT_BYTES, where=str(path)), where=str(path))
    except OSError:
        return None
