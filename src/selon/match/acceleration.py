"""When compiled code is worth it: for many words, where numba is there.

Importing numba and loading what it has compiled takes two to four seconds of CPU time, which a million words win back.
"""

from importlib.util import find_spec
from types import ModuleType

FEW_WORDS = 1_000_000


def compiled_for(words: int) -> ModuleType | None:
    """`with_numba` for many words, None for few or without numba; what comes out is the same either way."""
    if words < FEW_WORDS or find_spec("numba") is None:
        return None
    from selon.match import with_numba

    return with_numba
