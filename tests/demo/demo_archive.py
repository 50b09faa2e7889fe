"""The WARC file of the demo, written from the pages in `archive/`.

python tests/demo/demo_archive.py      writes src/selon/demo/story/archive.warc.gz anew
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "archive"
STORY = HERE.parent.parent / "src" / "selon" / "demo" / "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One response of the archive."""

    id: str  # a UUID
    url: str
    fetched: str  # ISO 8601, UTC
    html: str


def pages(rewrite: Callable[[str], str] = str) -> tuple[Page, ...]:
    """The pages of the archive in their order, every text passed through `rewrite`."""
    records = tomllib.loads((SOURCES / "records.toml").read_text(encoding="utf-8"))["record"]
    return tuple(
        Page(
            id=record["id"],
            url=rewrite(record["url"]),
            fetched=rewrite(record["fetched"]),
            html=rewrite((SOURCES / record["page"]).read_text(encoding="utf-8")),
        )
        for record in records
    )


def write(records: Iterable[Page], into: Path) -> None:
    """Write the records to `into`, one gzip member each. Source: WARC 1.1 (ISO 28500:2017), response records."""
    with into.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True, warc_version="1.1")
        for page in records:
            _write_one(writer, page)


def _write_one(writer: WARCWriter, page: Page) -> None:
    content = page.html.encode()
    sent = format_datetime(datetime.fromisoformat(page.fetched), usegmt=True)
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Date", sent), ("Content-Length", str(len(content)))]
    record = writer.create_warc_record(
        page.url,
        "response",
        payload=BytesIO(content),
        http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Record-ID": f"<urn:uuid:{page.id}>", "WARC-Date": page.fetched},
    )
    writer.write_record(record)
    record.raw_stream.close()  # the writer's own copy, which it leaves open


if __name__ == "__main__":
    write(pages(), STORY / "archive.warc.gz")
