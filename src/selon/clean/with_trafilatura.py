"""What trafilatura keeps of a page, as a second opinion on our blocks; the extra `mask` brings it. Its text is never ours.

Source: Barbaresi 2021, ACL (trafilatura); its default extraction, without comments. It takes no sides where a page is too big for it.
"""

import re
from collections.abc import Callable

from selon.errors import UsageError
from selon.languages.fold import fold

_MOST_CHARS = 3_000_000  # of a page, and of elements below: on more it takes minutes (a million <p>: over 30 s)
_MOST_TAGS = 50_000
_WORD = re.compile(r"[^\W_]+")
_LEAST_KEPT = 200  # characters: where it finds less, it has not understood the page


def kept_words(page: str, *, where: str) -> Callable[[str], bool] | None:
    """Does trafilatura keep these words of a page? None: it has no opinion of the page.

    Raises:
        UsageError: trafilatura is not installed.
    """
    if len(page) > _MOST_CHARS or page.count("<") > _MOST_TAGS:
        return None
    try:
        from trafilatura import extract
    except ImportError as error:
        raise UsageError("the mask needs trafilatura, which is not installed", where=where, fix="pip install 'selon[mask]'") from error
    kept = extract(page, include_comments=False, include_tables=True) or ""
    if len(kept) < _LEAST_KEPT:
        return None
    words = _words(kept)
    return lambda line: f" {_words(line).strip()} " in words


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "
