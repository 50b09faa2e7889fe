"""`selon forget`: what is erased for good, from the captures to the last index, and how it stays erased.

The order is that a cut does least harm: the tombstones first (what is erased is not read again), then the captures, the rulings that
quote it, at last the database; called again, it goes on. What was made of the collection elsewhere (exports, reports) is not reached.

What nobody can read cannot be shown not to hold what is to go. From WARC and JSON Lines it goes too, and is counted. An article that stays
and could be read only in part keeps its record, and is named; so is a file that cannot be looked through at all.
Source: Regulation (EU) 2016/679, article 17.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from selon import read
from selon.api.meant import Wanted
from selon.model.rejected import Rejected
from selon.model.ruling import Ruling
from selon.store import Asked, Store, decisions

DERIVED = ("pages.db", "captures/.index.jsonl")
"""What other commands make of a collection in its own folder, and make again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was erased, or would be."""

    articles: tuple[str, ...]  # ids
    files: tuple[str, ...]  # below the collection, that were rewritten or taken away
    captures: int
    rulings: int
    is_kept: bool
    unread: int = 0  # pieces of archives that go because nobody can read them
    unread_bytes: int = 0
    half_read: tuple[str, ...] = ()  # addresses of articles that stay: a part of their record cannot be read
    not_searched: tuple[tuple[str, str], ...] = ()  # files that stay and cannot be looked through, and why


@dataclass(frozen=True, slots=True, kw_only=True)
class _Concerned:
    """A file that holds what is to go, or may hold it."""

    source: read.Source
    gone: tuple[str, ...]  # hashes of the contents that go
    parts: read.Parted | None = None  # of an archive
    not_searched: str | None = None  # why it stays as it is


def erased(folder: Path, captures: Path, wanted: Wanted, store: Store, book: Sequence[Ruling], *, whole_files: bool) -> Forgotten:
    """Erase it.

    Raises:
        UsageError: some of it stands in a file that cannot be rewritten, and `whole_files` was not said; nothing was erased then.
    """
    concerned = list(_files(captures, wanted, store.doubtful()))
    hashes = [*wanted.tombstones(), *(one for file in concerned for one in file.gone)]
    if not whole_files:
        for one in concerned:
            if one.not_searched is None:
                read.check_without(one.source, wanted.is_gone, wanted.holds_bytes, wanted.may_hold)
    store.bury(hashes, datetime.now(UTC).strftime("%Y-%m-%d"))
    files = [_erased_from(one, wanted, folder, whole_files=whole_files) for one in concerned if one.not_searched is None]
    rest = [ruling for ruling in book if not wanted.is_spoken_of(ruling)]
    if len(rest) < len(book):
        decisions.rewrite(folder / decisions.RULINGS, rest)
    rewritten = {one.source.address: one.source for one in concerned if one.not_searched is None}
    rows = [row for row, path, told in store.rejected_rows() if path in rewritten or wanted.is_told(told)]
    still = [(path, one) for path, source in rewritten.items() if source.path and source.path.exists() for one in _rejected(source)]
    store.erase([one.capture for one in wanted.kept], rows, still)
    for name in DERIVED:
        (folder / name).unlink(missing_ok=True)
    return _told(wanted, [one for one in files if one], len(book) - len(rest), concerned, folder, is_kept=True)


def preview(captures: Path, wanted: Wanted, folder: Path, store: Asked, book: Sequence[Ruling]) -> Forgotten:
    """What would be erased."""
    concerned = list(_files(captures, wanted, store.doubtful()))
    files = [_within(one.source, folder) for one in concerned if one.not_searched is None and (one.parts is None or one.parts.gone)]
    return _told(wanted, files, sum(wanted.is_spoken_of(one) for one in book), concerned, folder, is_kept=False)


def _rejected(source: read.Source) -> Iterator[Rejected]:
    return (one for one in read.records(source) if isinstance(one, Rejected))


def _told(wanted: Wanted, files: Iterable[str], rulings: int, concerned: Sequence[_Concerned], folder: Path, *, is_kept: bool) -> Forgotten:
    parts = [one.parts for one in concerned if one.parts]
    return Forgotten(
        articles=tuple(sorted({one.reading.article.id for one in wanted.kept})),
        files=tuple(sorted(set(files))),
        captures=len(wanted.kept),
        rulings=rulings,
        is_kept=is_kept,
        unread=sum(one.unread for one in parts),
        unread_bytes=sum(one.unread_bytes for one in parts),
        half_read=tuple(sorted({address for one in parts for address in one.half_read})),
        not_searched=tuple((_within(one.source, folder), one.not_searched) for one in concerned if one.not_searched),
    )


def _files(captures: Path, wanted: Wanted, doubtful: Mapping[str, str | None]) -> Iterator[_Concerned]:
    """Yield the files that hold what is to go, or may hold it.

    `doubtful`: those of which something was not read, or not whole, with what was wrong.
    """
    paths = {one.path for one in wanted.kept}
    for source in read.sources([captures]):
        if isinstance(source, Rejected) or source.path is None:
            continue
        if wanted.names or source.address in paths or source.address in doubtful:
            yield from _concerned(source, wanted, doubtful.get(source.address))


def _concerned(source: read.Source, wanted: Wanted, broken: str | None) -> Iterator[_Concerned]:
    assert source.path is not None
    gone: list[str] = []
    for one in read.records(source):
        if isinstance(one, Rejected):
            broken = broken or one.what
        elif wanted.is_gone(one):
            gone.append(one.sha256)
    name = read.format_of(source)
    parts = read.parted(source, wanted.is_gone, wanted.holds_bytes) if name == "warc" else None
    hashes = (*gone, sha256(source.path.read_bytes()).hexdigest())
    if parts is not None:
        if parts.gone or parts.half_read:
            yield _Concerned(source=source, gone=hashes if gone else (), parts=parts)
        return
    is_met = bool(gone) or (bool(wanted.names) and read.holds_any(source, wanted.holds_bytes))
    may_hold = not is_met and broken is not None and read.holds_any(source, wanted.may_hold)
    if is_met or (may_hold and read.can_be_cut(source)):
        yield _Concerned(source=source, gone=hashes)
    elif broken and (may_hold or not read.is_searchable(source)):
        yield _Concerned(source=source, gone=(), not_searched=broken)


def _erased_from(one: _Concerned, wanted: Wanted, folder: Path, *, whole_files: bool) -> str:
    assert one.source.path is not None
    told = _within(one.source, folder)
    if whole_files and not read.can_be_cut(one.source):
        one.source.path.unlink()
        return told
    return told if read.without(one.source, wanted.is_gone, wanted.holds_bytes, may_hold=wanted.may_hold, parts=one.parts) else ""


def _within(source: read.Source, folder: Path) -> str:
    assert source.path is not None
    return source.path.relative_to(folder).as_posix()
