"""How firms are named in any language: the rows of `firms.toml`."""

from functools import cache
from importlib.resources import files

import msgspec
import tomli

from selon.errors import TableError
from selon.languages.fold import fold


class _Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    forms: tuple[str, ...]
    partners: tuple[str, ...]


@cache
def words() -> frozenset[str]:
    """Words in the names of firms, papers and clubs, folded ("holdings")."""
    return frozenset(map(fold, _sheet().words))


@cache
def legal_forms() -> frozenset[str]:
    """The legal forms that names of firms end in, as they are written ("AG", "Plc")."""
    return frozenset(_sheet().forms)


@cache
def partners() -> frozenset[str]:
    """The words with which a firm's name goes on behind "and", as they are written ("Sons")."""
    return frozenset(_sheet().partners)


@cache
def _sheet() -> _Sheet:
    """All of `firms.toml`.

    Raises:
        TableError: it is not as it should be.
    """
    try:
        return msgspec.convert(tomli.loads((files("selon.languages") / "firms.toml").read_text(encoding="utf-8")), _Sheet)
    except (tomli.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TableError(str(error), where="languages/firms.toml", fix="mend the row") from error
