"""When compiled code is worth it: for many words, where numba is there.

Importing numba and loading what it has compiled takes two to four seconds of CPU time, which a million words win back; once it is loaded,
a fiftieth of them do.
"""

import sys
from importlib.util import find_spec
from types import ModuleType

FEW_WORDS = 1_000_000
_ONCE_LOADED = 50  # times fewer words are many
_LOADED = "selon.match.with_numba"


def compiled_for(words: int) -> ModuleType | None:
    """`with_numba` for many words, None for few or without numba; what comes out is the same either way."""
    few = FEW_WORDS // _ONCE_LOADED if _LOADED in sys.modules else FEW_WORDS
    if words < few or find_spec("numba") is None:
        return None
    from selon.match import with_numba

    return with_numba
