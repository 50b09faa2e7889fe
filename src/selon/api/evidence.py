"""The captures behind some articles: the very bytes that were read, found again."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from selon import read
from selon.api.collection import Collection
from selon.model.article import Article
from selon.model.capture import Capture
from selon.model.collection import CAPTURES
from selon.model.rejected import Rejected


def captures(wanted: Mapping[str, Article], *, collection: Collection | None, paths: Iterable[str | Path]) -> Iterator[tuple[str, Capture]]:
    """Yield each wanted article's id with its capture, in the order of the files; an article whose file is gone is left out."""
    left = dict(wanted)
    for source in read.sources(_files(wanted, collection) if collection else paths):
        if isinstance(source, Rejected) or not left:
            continue
        for record in read.records(source):
            name = _name(record, left) if isinstance(record, Capture) else None
            if name is not None and isinstance(record, Capture):
                del left[name]
                yield name, record


def _files(wanted: Iterable[str], collection: Collection) -> list[Path]:
    """The files of a collection that hold the current captures of these articles."""
    found = {version.path for name in wanted for version in collection.versions(name) if version.is_current}
    return [path for path in (collection.folder / CAPTURES / one for one in sorted(found)) if path.is_file()]


def _name(capture: Capture, wanted: Mapping[str, Article]) -> str | None:
    if capture.id in wanted:
        return capture.id
    return next((name for name, article in wanted.items() if capture.address in (name, article.url)), None)
