"""Stage 1, a source -> captures: files, folders and standard input, in any format that is known here.

paths.py         which files a path stands for, and what each record is called
formats.py       which format a file is in: by its first bytes (first_bytes.py), by its ending; READERS
packed.py        what gzip or zstd packs, from its first bytes
html.py          one page, also one saved in one file                mhtml.py    ... as a browser saves it
markdown.py      one Markdown file                                   plain.py    one text file
plain_or_markdown.py          which of the two a text is
pdf.py           one PDF
jsonl.py json_list.py csv.py parquet.py    tables of articles        rows.py json_lines.py   columns, lines
feeds.py json_feed.py         RSS, Atom, JSON Feed                   entries.py  what a feed or a sitemap lists
sitemaps.py                   sitemaps                               said.py     what they say, made plain
warc.py          archives                                            warc_breaks.py warc_packing.py warc_checks.py encodings.py
rewinding.py     a pipe in which one can go back
wacz.py          archives in a ZIP                                   zip_members.py zip_bytes.py zip_mending.py wacz_package.py
without.py       a file without some of its captures: what is erased    without_records.py  warc_pieces.py zstd_frames.py
europresse.py factiva.py media_cloud.py telegram.py    what these services export      transcripts.py    .srt, .vtt
record.py        a record, made a capture                            limits.py   how much is read
fetch/           addresses of the web: asked for within limits, kept as WARC records

Nothing that is read is trusted: what cannot be read is `Rejected`, with what is wrong, where, and what to do; the rest goes on. Archives,
Parquet and large feeds are read in a process of their own, where the caller lends one (`apart`). docs/formats.md says what each takes.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from selon.errors import InputError, LimitExceeded
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.formats import READERS, later_reader, opened, reader
from selon.read.limits import CARE_BYTES, MAX_REJECTED
from selon.read.media_cloud import listed_in
from selon.read.paths import Source, sources
from selon.read.without import can_be_cut, check_without, format_of, holds_any, is_searchable, without
from selon.read.without_records import Parted, parted

_PACKED_FORMATS = frozenset(("warc", "wacz", "parquet"))  # small files that may hold much, read by libraries that are not Python
_PLAIN_FORMATS = frozenset(("html", "markdown", "text", "pdf", "jsonl", "csv"))  # read line by line, or handed on as they are
_TICK = 200  # records passed over, after which it is shown that something is done
_Record = TypeVar("_Record", Capture | Rejected, Capture | Rejected | None)


class Apart(Protocol):
    """Carries a function over a source elsewhere, and yields what it yields."""

    def __call__(
        self, function: Callable[[Source], Iterator[Capture | Rejected]], argument: Source, *, where: str
    ) -> Iterator[Capture | Rejected]:
        """Yield what `function(argument)` yields; `where` names it if it is stopped."""
        ...


def captures(paths: Iterable[Path | str], *, apart: Apart | None = None) -> Iterator[Capture | Rejected]:
    """Yield the captures of files, folders (in sorted order) and "-" (standard input), and what could not be read.

    An id that was met before is rejected: two records of one name cannot be told apart in the answers. `apart` carries a function in a
    process that can do no harm (see `engine`); without it all is read in this one.
    """
    seen: set[str] = set()
    for source in sources(paths):
        if isinstance(source, Rejected):
            yield source
            continue
        for record in records(source, apart=apart):
            if isinstance(record, Capture) and record.id in seen:
                yield Rejected(
                    record=record.id,
                    stage="read",
                    what=f"a record with the id '{record.id}' was read before",
                    where=record.address,
                    fix="give it an id of its own, or leave one of the two out",
                )
                continue
            if isinstance(record, Capture):
                seen.add(record.id)
            yield record


def records(source: Source, *, apart: Apart | None = None) -> Iterator[Capture | Rejected]:
    """Yield the captures of one file, and what could not be read of it; ids may be met before."""
    return _with_errors(_found(source, apart), source)


def records_behind(source: Source, first: int) -> Iterator[Capture | Rejected | None]:
    """Yield what `records` does but for the `first` ones, and None now and then while these are passed over.

    They are not made where the format tells where a record ends.
    """
    return _with_errors(_found_behind(source, first), source)


def _with_errors(found: Iterator[_Record], source: Source) -> Iterator[_Record | Rejected]:
    """Yield what is found, and what ends it."""
    try:
        yield from found
    except InputError as error:
        yield Rejected(record=source.id, stage="read", what=error.what, where=error.where, fix=error.fix)
    except OSError as error:
        yield Rejected(
            record=source.id,
            stage="read",
            what=f"it cannot be read: {error.strerror or error}",
            where=source.address,
            fix="see that it may be read and is whole",
        )


def _found(source: Source, apart: Apart | None) -> Iterator[Capture | Rejected]:
    with opened(source) as (stream, name):
        is_apart = apart is not None and _asks_for_care(source, name)
        if not is_apart:
            yield from _some_good(reader(name)(stream, source), source)
    if apart is not None and is_apart:
        yield from apart(_records, source, where=source.address)


def _found_behind(source: Source, first: int) -> Iterator[Capture | Rejected | None]:
    with opened(source) as (stream, name):
        later = later_reader(name)
        if later is not None:
            yield from _some_good(later(stream, source, first), source)
            return
        for number, record in enumerate(_some_good(reader(name)(stream, source), source), 1):
            if number > first:
                yield record
            elif number % _TICK == 0:
                yield None


def _records(source: Source) -> Iterator[Capture | Rejected]:
    with opened(source) as (stream, name):
        yield from _some_good(reader(name)(stream, source), source)


def _some_good(found: Iterator[_Record], source: Source) -> Iterator[_Record]:
    """Yield what is found, until far too much of it is bad.

    Raises:
        LimitExceeded: it is.
    """
    good = bad = 0
    for record in found:
        good, bad = good + isinstance(record, Capture), bad + isinstance(record, Rejected)
        if bad > MAX_REJECTED and bad > 10 * good:
            what = f"more than {MAX_REJECTED} of its records cannot be read, and few can: the rest of it was not tried"
            raise LimitExceeded(what, where=source.address, fix="see what is wrong with the first of them")
        yield record


def _asks_for_care(source: Source, name: str) -> bool:
    """Is this a file that a library could break over? A pipe is read here: nobody else can open it."""
    if source.path is None or name in _PLAIN_FORMATS:
        return False
    return name in _PACKED_FORMATS or source.path.stat().st_size > CARE_BYTES


__all__ = [
    "READERS", "Apart", "Parted", "Source", "can_be_cut", "captures", "check_without", "format_of", "holds_any", "is_searchable",
    "listed_in", "parted", "records", "records_behind", "sources", "without",
]  # fmt: skip
