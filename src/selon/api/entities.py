"""A user's own table of persons and bodies: the file, its rows, and a hash of its content.

A collection names it in `selon.toml` (`entities = "people.csv"`, within its folder); a run over files and `selon who` take it as an option.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from selon import resolve
from selon.errors import Missing, Unreadable, UsageError
from selon.model.known import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """The rows of a table; none where there is no table."""

    rows: tuple[Known, ...] = ()
    digest: str = ""  # SHA-256 of the file's content, in hexadecimal digits; what was joined with another table is joined anew


def entities(path: Path) -> Entities:
    """The table that a file holds.

    Raises:
        Missing: there is no such file.
        Unreadable: it is not text in UTF-8.
        TableError: it is no table of entities.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8")
    except OSError as error:
        raise Missing(f"the table cannot be read: {error.strerror}", where=str(path), fix="name a file that is there") from error
    except UnicodeDecodeError as error:
        raise Unreadable("the table is not text in UTF-8", where=str(path), fix="save it as UTF-8") from error
    return Entities(rows=resolve.entities(text, where=str(path)), digest=hashlib.sha256(content).hexdigest())


def of_settings(folder: Path, named: object) -> Entities:
    """The table that the settings of a collection name; none: they name none.

    Raises:
        UsageError: what they name is no name of a file.
    """
    if named is None:
        return Entities()
    if not isinstance(named, str) or not named:
        fix = 'entities = "people.csv" names a file of the folder; leave the line out if there is none'
        raise UsageError("'entities' is no name of a file", where=str(folder), fix=fix)
    return entities(folder / named)
