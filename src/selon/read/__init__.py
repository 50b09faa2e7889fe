"""Stage 1, a source -> captures: files, folders and standard input, in any format that is known here.

paths.py      which files a path stands for, and what each record is called
formats.py    which format a file is in: by its ending, then by its first bytes; READERS
html.py       one page
markdown.py   one Markdown file
plain.py      one text file
jsonl.py      JSON Lines of articles
warc.py       WARC, gzipped or not
record.py     a record, made a capture
limits.py     how much is read
fetch/        addresses of the web: asked for within limits, kept as WARC records

Nothing that is read is trusted: what cannot be read is `Rejected`, with what is wrong, where, and what to do; the rest goes on.
Not done yet: CSV, Parquet, PDF, feeds, sitemaps, WACZ, addresses.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from selon.errors import InputError
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.formats import READERS, opened
from selon.read.paths import Source, sources


def captures(paths: Iterable[Path | str]) -> Iterator[Capture | Rejected]:
    """Yield the captures of files, folders (in sorted order) and "-" (standard input), and what could not be read.

    An id that was met before is rejected: two records of one name cannot be told apart in the answers.
    """
    seen: set[str] = set()
    for source in sources(paths):
        if isinstance(source, Rejected):
            yield source
            continue
        for record in records(source):
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


def records(source: Source) -> Iterator[Capture | Rejected]:
    """Yield the captures of one file, and what could not be read of it; ids may be met before."""
    try:
        with opened(source) as (stream, reader):
            yield from reader(stream, source)
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


__all__ = ["READERS", "captures", "records", "sources"]
