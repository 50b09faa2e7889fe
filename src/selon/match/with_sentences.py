"""A model that sentence-transformers reads, from a folder of the user's. The library is loaded when a model is."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selon.errors import UsageError

_BATCH = 64


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """See `neural.Model`."""

    name: str
    _model: Any

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of length 1 for each text."""
        rows: NDArray[np.float32] = self._model.encode(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return rows.astype(np.float32)


def sentences(folder: Path, name: str) -> Sentences:
    """The model in a folder; nothing is fetched.

    Raises:
        ImportError: the library is not installed.
        UsageError: there is none.
    """
    library: Any = import_module("sentence_transformers")  # it is not among what the project is checked with
    try:
        return Sentences(name=name, _model=library.SentenceTransformer(str(folder), device="cpu", local_files_only=True))
    except (OSError, ValueError, KeyError) as error:
        fix = "name the folder that the model was saved in"
        raise UsageError(f"this is no model that sentence-transformers reads: {error}", where=str(folder), fix=fix) from error
