"""How fast archives are read: captures a second on one core, gzipped, packed with zstd and plain, with digests verified and not.

    python bench/warc.py [--records 1500]

The archives are made anew, of pages of about 145 kB (the mean of the 2,970 real pages that FastWARC was first measured on) whose text is
that of every n-th row of corpora/news_bulk.parquet below SELON_DATA (default ../shared); each response has its request beside it. Times are
CPU times of this process, from the file to the capture; beside them stands FastWARC alone, which hands out the same bytes.
"""

import argparse
import hashlib
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pyarrow.parquet as pq
from fastwarc.stream_io import GzipWriter, ZstdWriter
from fastwarc.warc import ArchiveIterator, WarcRecordType

from selon.model.capture import Capture
from selon.read import warc
from selon.read.paths import Source

ROOT = Path(__file__).resolve().parent.parent
NEWS = Path(os.environ.get("SELON_DATA") or ROOT.parent / "shared").resolve() / "corpora" / "news_bulk.parquet"
PAGE_BYTES = 145_000
_STYLE_RULES = 700  # so many that a page packs about as small as those real pages did: 28 kB
TIMES = 3  # the quickest of so many runs counts: what else the machine does only ever adds
WRITERS: dict[str, Callable[[str], GzipWriter | ZstdWriter] | None] = {
    "gz": lambda path: GzipWriter(path, compression_level=6, fsspec_args=False),
    "zst": lambda path: ZstdWriter(path, fsspec_args=False),
    "plain": None,
}


def main() -> None:
    """Make the archives, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_500)
    wanted = parser.parse_args().records
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores, one used")
    pages = list(_pages(wanted))
    digest = hashlib.sha256(b"".join(pages)).hexdigest()[:16]
    print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1000:.0f} kB each, sha256 {digest}")
    with tempfile.TemporaryDirectory() as folder:
        for name in WRITERS:
            path = Path(folder) / f"pages.warc.{name}"
            _write(path, pages, name)
            print(f"{name}: {path.stat().st_size / 1e6:.0f} MB")
            for what, read in (("FastWARC alone", _alone), ("captures", _captures), ("captures, digests verified", _verified)):
                seconds = min(_seconds(read, path, len(pages)) for _ in range(TIMES))
                print(f"  {what:28} {len(pages) / seconds:7.0f} records/s  {sum(map(len, pages)) / seconds / 1e6:7.0f} MB/s")


def _pages(wanted: int) -> Iterator[bytes]:
    """Yield pages as outlets make them: an article among style, scripts and teasers of other articles."""
    table = pq.read_table(NEWS, columns=["title", "text"])
    step = max(1, table.num_rows // wanted)
    rows = table.take(list(range(0, step * wanted, step))).to_pylist()
    style = "".join(
        f".c{at}-{side}{{margin:{at % 37}px {at % 11}px;padding-{side}:{at % 7}em;color:#{at * 2654435761 % 0xFFFFFF:06x};display:block}}\n"
        for at in range(_STYLE_RULES)
        for side in ("left", "right")
    )
    for at, row in enumerate(rows):
        body = "".join(f"<p>{escape(line)}</p>\n" for line in row["text"].splitlines() if line.strip())
        head = f"<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>{escape(row['title'] or '')}</title>"
        parts, size, other = [head, f"<style>{style}</style></head><body><article>", body, "</article><aside>"], len(style) + len(body), at
        while size < PAGE_BYTES:
            other += 1
            text = escape(rows[other % len(rows)]["text"][:400])
            parts.append(
                f'<div class="teaser teaser--{other % 9} col-md-4 col-sm-6" data-id="{other}" data-position="{size}">'
                f'<a class="teaser__link" href="https://www.example.org/articles/{other}">'
                f'<img class="teaser__picture" src="https://cdn.example.org/{other}/large.jpg" '
                f'srcset="https://cdn.example.org/{other}/small.jpg 320w, https://cdn.example.org/{other}/large.jpg 1280w" '
                f'alt=""></a>'
                f'<h3 class="teaser__title">{text[:60]}</h3><p class="teaser__text">{text}</p></div>\n'
            )
            size += len(parts[-1])
        yield "".join([*parts, "</aside></body></html>"]).encode()


def _write(path: Path, pages: list[bytes], name: str) -> None:
    make = WRITERS[name]
    out = make(str(path)) if make else None
    plain = path.open("wb") if out is None else None
    for number, page in enumerate(pages):
        for one in (_request(number), _response(number, page)):
            if plain is not None:
                plain.write(one)
            elif out is not None:
                out.write(one)
                out.finish()
    for stream in (out, plain):
        if stream is not None:
            stream.close()


def _record(kind: str, number: int, block: bytes) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{kind}-{number}>\r\nWARC-Target-URI: https://www.example.org/{number}\r\n"
        f"WARC-Date: 2021-05-03T08:11:12Z\r\nWARC-Block-Digest: sha256:{hashlib.sha256(block).hexdigest()}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def _request(number: int) -> bytes:
    return _record("request", number, f"GET /{number} HTTP/1.1\r\nHost: www.example.org\r\nUser-Agent: x\r\nAccept: */*\r\n\r\n".encode())


def _response(number: int, page: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: x\r\nContent-Length: {len(page)}\r\n\r\n"
    return _record("response", number, head.encode() + page)


def _alone(path: Path) -> int:
    with path.open("rb") as stream:
        archive = ArchiveIterator(stream, record_types=WarcRecordType.response, fsspec_args=False)
        return sum(1 for record in archive if record.reader.read(10_000_001))


def _captures(path: Path, *, is_verified: bool = False) -> int:
    source = Source(path=path, address=path.name, id=path.name)
    with path.open("rb") as stream:
        return sum(1 for one in warc.captures(stream, source, is_verified=is_verified) if isinstance(one, Capture))


def _verified(path: Path) -> int:
    return _captures(path, is_verified=True)


def _seconds(read: Callable[[Path], int], path: Path, many: int) -> float:
    before = time.process_time()
    found = read(path)
    seconds = time.process_time() - before
    assert found == many, f"{found} of {many} records were read"
    return seconds


if __name__ == "__main__":
    main()
