"""The first two stages: read -> clean."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from selon import clean, read
from selon.engine import Engine
from selon.model.article import Article
from selon.model.rejected import Rejected


def articles(paths: Iterable[Path | str], *, engine: Engine, mask: bool = False) -> Iterable[Article | Rejected]:
    """Each article of the paths, cleaned, and what was rejected; `mask`: see `clean.article`."""
    clean_one = partial(clean.article, mask=True) if mask else clean.article
    return engine.each(clean_one, read.captures(paths, apart=engine.apart), stage="clean")
