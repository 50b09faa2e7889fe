"""A sentence model that the user has: the folder, its name, a hash of its files; it is loaded when claims are made.

A collection names it in `selon.toml` (`model = "/models/all-MiniLM-L6-v2"`, within its folder or anywhere); a run over files takes it as an
option. None is needed, and none is fetched.
"""

import hashlib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from selon.errors import Missing, UsageError
from selon.match.neural import Model

_CHUNK = 1 << 20


def model(folder: Path) -> Model:
    """The model in a folder, by the folder's name.

    Raises:
        Missing: there is no such folder.
        UsageError: sentence-transformers is not installed, or the folder holds no model that it reads.
    """
    _there(folder)
    if find_spec("sentence_transformers") is None:
        fix = "pip install 'selon[neural]', or leave the model out: none is needed"
        raise UsageError("the library that reads sentence models is not installed", where=str(folder), fix=fix)
    found: Model = import_module("selon.match.with_sentences").sentences(folder, folder.resolve().name)
    return found


def digest(folder: Path) -> str:
    """SHA-256 of the names and bytes of its files, in hexadecimal digits: what was joined with another model is joined anew.

    Raises:
        Missing: there is no such folder.
    """
    sha = hashlib.sha256()
    for path in sorted(one for one in _there(folder).rglob("*") if one.is_file()):
        sha.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            for part in iter(lambda: file.read(_CHUNK), b""):
                sha.update(part)
    return sha.hexdigest()


def of_settings(folder: Path, named: object) -> Path | None:
    """The folder of the model that the settings of a collection name; None: they name none.

    Raises:
        UsageError: what they name is no name of a folder.
    """
    if named is None:
        return None
    if not isinstance(named, str) or not named:
        fix = 'model = "/models/all-MiniLM-L6-v2" names a folder; leave the line out if there is none'
        raise UsageError("'model' is no name of a folder", where=str(folder), fix=fix)
    return folder / named


def _there(folder: Path) -> Path:
    if not folder.is_dir():
        raise Missing("there is no such folder of a model", where=str(folder), fix="name the folder that the model was saved in")
    return folder
