from collections.abc import Callable, Mapping
from typing import Any

from selon.api.opening import Answers as Answers
from selon.api.opening import Said as Said
from selon.api.opening import files as files
from selon.api.opening import open as open  # noqa: A004

__version__: str

def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]: ...
